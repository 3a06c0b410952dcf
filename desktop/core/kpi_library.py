"""The library of ready KPIs, read from its TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop.core.kpi import AddUp, Better, Function, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.core.toml_fields import Fields, TableFault
from desktop.core.unit import Unit, UnitKind

LANGUAGES = ("sv", "da", "en")


@dataclass(frozen=True, kw_only=True)
class ReadyKpi:
    """A KPI that most companies know.  Texts are by language code (sv, da, en).

    ``synonyms`` are other names for it, as exports write them; ``also`` those of languages that
    the app does not speak.  ``formula`` is over the ``id`` of
    other ready KPIs. ``units`` is the counted word of an own unit. ``sources`` are the usual
    systems, and ``places`` where in them the figure is; empty for what a formula works out.
    ``starter`` is the place in the set to begin with, from 1; 0 for those outside it.
    """

    id: str
    names: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    also: tuple[str, ...]
    definitions: Mapping[str, str]
    sources: Mapping[str, str]
    places: Mapping[str, str]
    units: Mapping[str, str]
    unit: UnitKind
    decimals: int
    better: Better
    cadence: Cadence
    add_up: AddUp
    formula: str
    leading: bool
    phase: Phase | None
    perspective: Perspective
    function: Function
    starter: int = 0

    def all_names(self) -> tuple[str, ...]:
        """Every name and synonym in every language, each once."""
        return self._all_names

    @cached_property
    def _all_names(self) -> tuple[str, ...]:
        # Asked for once for each column of a table and each KPI of the library.
        names = dict.fromkeys(self.names.values())
        for synonyms in self.synonyms.values():
            names.update(dict.fromkeys(synonyms))
        names.update(dict.fromkeys(self.also))
        return tuple(names)

    def kpi(self, *, language: str, currency: str) -> Kpi:
        """A KPI of the company's own, in its language and currency, not yet saved."""
        symbols = {UnitKind.CURRENCY: currency, UnitKind.OWN: self.units.get(language, "")}
        return Kpi(
            key=self.id,
            name=self.names[language],
            definition=self.definitions[language],
            unit=Unit(self.unit, symbols.get(self.unit, "")),
            decimals=self.decimals,
            better=self.better,
            cadence=self.cadence,
            add_up=self.add_up,
            formula=self.formula,
            leading=self.leading,
            phase=self.phase,
            perspective=self.perspective,
            source=self.sources[language],
            source_place=self.places[language],
        )


def read_library(folder: Path) -> tuple[ReadyKpi, ...]:
    """The ready KPIs of every TOML file in ``folder``, in the files' order.

    The files are ours: a fault in one raises :class:`TableFault` with a sentence that names the
    file and the KPI, or TOMLDecodeError.
    """
    found: dict[str, tuple[str, ReadyKpi]] = {}
    for path in sorted(folder.glob("*.toml")):
        for ident, table in tomllib.loads(path.read_text("utf-8")).get("kpi", {}).items():
            if ident in found:
                raise TableFault(f"{ident} is both in {found[ident][0]} and in {path.name}.")
            found[ident] = (path.name, _ready_kpi(ident, Fields(f"{path.name}, {ident}", table)))
    return tuple(ready for _, ready in found.values())


def _ready_kpi(ident: str, fields: Fields) -> ReadyKpi:
    unit = fields.choice("unit", UnitKind)
    formula = fields.text("formula", "")
    texts = {
        language: _texts(fields.part(language), unit, worked_out=bool(formula))
        for language in LANGUAGES
    }
    ready = ReadyKpi(
        id=ident,
        names={language: text.name for language, text in texts.items()},
        synonyms={language: text.synonyms for language, text in texts.items()},
        also=fields.texts("also"),
        definitions={language: text.definition for language, text in texts.items()},
        sources={language: text.source for language, text in texts.items()},
        places={language: text.place for language, text in texts.items()},
        units={language: text.unit for language, text in texts.items()},
        unit=unit,
        decimals=fields.count("decimals"),
        better=fields.choice("better", Better, Better.HIGHER),
        cadence=fields.choice("cadence", Cadence, Cadence.MONTH),
        add_up=fields.choice("add_up", AddUp, AddUp.SUM),
        formula=formula,
        leading=fields.flag("leading"),
        phase=fields.choice("phase", Phase) if fields.has("phase") else None,
        perspective=fields.choice("perspective", Perspective),
        function=fields.choice("function", Function),
        starter=fields.count("starter"),
    )
    fields.finish()
    return ready


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a ready KPI says in one language."""

    name: str
    definition: str
    source: str
    place: str
    unit: str
    synonyms: tuple[str, ...]


def _texts(fields: Fields, unit: UnitKind, *, worked_out: bool) -> _Texts:
    if (unit is UnitKind.OWN) is not fields.has("unit"):
        raise TableFault(f"{fields.place}: an own unit, and no other, has a word for what it is.")
    if worked_out is fields.has("where"):
        raise TableFault(
            f"{fields.place}: “where” says where the source has the figure, unless a formula "
            "works it out."
        )
    texts = _Texts(
        name=fields.text("name"),
        definition=fields.text("definition"),
        source=fields.text("source"),
        place=fields.text("where", ""),
        unit=fields.text("unit", ""),
        synonyms=fields.texts("synonyms"),
    )
    fields.finish()
    return texts
