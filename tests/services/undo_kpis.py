"""What is done to KPIs, their words and their values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from desktop.core.glossary import Word
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services import (
    company,
    glossary,
    kpis,
    measurements,
)
from desktop.store.import_changes import revert_import
from desktop.store.import_records import (
    ImportCounts,
    add_import,
    read_imports,
    remember_mapping,
)
from tests.services.undo_model import UndoModel, days, maybe, names, pick, places, values


class KpiRules(UndoModel):
    """KPIs, the glossary, typed values and imports."""

    @rule(
        name=names,
        cadence=st.sampled_from(Cadence),
        add_up=st.sampled_from(AddUp),
        band=st.tuples(maybe, maybe),
        place=places,
    )
    def add_kpi(
        self,
        name: str,
        cadence: Cadence,
        add_up: AddUp,
        band: tuple[float | None, float | None],
        place: int,
    ) -> None:
        owner = pick(company.people(self.ws), place)
        parent = self.kpi(place)
        with self.edit():
            kpis.save_kpi(
                self.ws,
                Kpi(
                    name=name,
                    cadence=cadence,
                    add_up=add_up,
                    unit=Unit(UnitKind.OWN, name),
                    better=Better.BAND if band != (None, None) else Better.LOWER,
                    band_low=band[0],
                    band_high=band[1],
                    owner_id=None if owner is None else owner.id,
                    parent_id=None if parent is None else parent.id,
                ),
            )

    @rule(name=names, first=places, second=places)
    def add_formula(self, name: str, first: int, second: int) -> None:
        parts = (self.kpi(first), self.kpi(second))
        formula = " / ".join(part.key for part in parts if part is not None)
        with self.edit():
            kpis.save_kpi(self.ws, Kpi(name=name, cadence=Cadence.YEAR, formula=formula))

    @rule(place=places, cadence=st.sampled_from(Cadence), archived=st.booleans())
    def change_kpi(self, place: int, cadence: Cadence, archived: bool) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, cadence=cadence, archived=archived))

    @rule(place=places, text=names)
    def write_card(self, place: int, text: str) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, audience=text, conclude_more=text))

    @rule(place=places, name=names, definition=names, new=st.booleans())
    def write_word(self, place: int, name: str, definition: str, new: bool) -> None:
        found = None if new else pick(glossary.words(self.ws), place)
        word = found or Word(name=name)
        with self.edit():
            glossary.save_word(self.ws, replace(word, definition=definition))

    @rule(place=places)
    def delete_word(self, place: int) -> None:
        word = pick(glossary.words(self.ws), place)
        with self.edit():
            glossary.delete_word(self.ws, 0 if word is None else word.id or 0)

    @rule(place=places, name=names)
    def rename_key(self, place: int, name: str) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, name=name, key=""))

    @rule(place=places)
    def delete_kpi(self, place: int) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.delete_kpi(self.ws, kpi.id or 0)

    def period(self, kpi: Kpi, day: date) -> Period:
        year_start = company.company(self.ws).year_start
        return Period.containing(kpi.cadence, day, year_start)

    @rule(cells=st.lists(st.tuples(places, days, maybe), min_size=1, max_size=8))
    def type_values(self, cells: list[tuple[int, date, float | None]]) -> None:
        grid = [
            (kpi.id or 0, self.period(kpi, day), value)
            for place, day, value in cells
            if (kpi := self.kpi(place)) is not None
        ]
        with self.edit():
            measurements.save_grid(self.ws, grid)

    @rule(place=places, first=days, brought=st.lists(values, max_size=40), name=names)
    def bring_in(self, place: int, first: date, brought: list[float], name: str) -> None:
        """As an import does: its record, its mapping and many values in one action."""
        kpi = self.kpi(place)
        if kpi is None:
            return
        period = self.period(kpi, first)
        with self.edit(), self.ws.action(msg("Import")):
            mapping_id = remember_mapping(self.ws.connection, name, name, "[]")
            import_id = add_import(
                self.ws.connection,
                step_id=self.ws.step_id,
                file_name=name,
                sha256="",
                size=0,
                mapping_id=mapping_id,
                counts=ImportCounts(new=len(brought)),
            )
            measurements.save_measurements(
                self.ws,
                kpi.id or 0,
                [
                    Measurement(period.shift(n), value, None, import_id, f"A{n}")
                    for n, value in enumerate(brought)
                ],
            )

    @rule(place=places)
    def revert(self, place: int) -> None:
        record = pick(read_imports(self.ws.connection), place)
        if record is not None and record.reverted_at is None:
            with self.edit(), self.ws.action(msg("Revert")):
                revert_import(self.ws.connection, record)
