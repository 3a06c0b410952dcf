"""Our own workbooks coming back: what is asked of nobody, and what is no longer true of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.own_workbook import OwnKpi, OwnWorkbook
from desktop.core.unit import Unit
from desktop.importing.cells import Workbook
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.matching.suggest import Origin, Suggestion
from desktop.importing.own.own_tables import OwnFound, find_own_tables, own_workbook
from desktop.importing.tables.recognition import Recognition
from desktop.services.company_identity import made_here
from desktop.services.import_draft import ImportDraft
from desktop.services.kpis import kpis
from desktop.services.workspace import Workspace


def own_draft(ws: Workspace, draft: ImportDraft) -> ImportDraft | None:
    """The draft with every value chosen, when it is a form or an export of this company; nothing
    is asked, and what cannot be taken is among the warnings."""
    own = own_workbook(draft.workbook)
    if own is None or not made_here(ws, own):
        return None
    found = find_own_tables(draft.workbook, own)
    here = _Here(ws, own)
    suggestions = [tuple(here.suggestions(each)) for each in found]
    if not any(suggestions):
        return None
    warnings = [warning for each in found for warning in each.warnings]
    tables = tuple(each.table for each in found)
    whole = not warnings and not here.warnings  # otherwise they are to be seen first
    taken = frozenset(i for i, chosen in enumerate(suggestions) if chosen and whole)
    return replace(
        draft,
        recognition=Recognition(tables, (), (*draft.workbook.warnings, *warnings, *here.warnings)),
        answers={},
        suggestions=tuple(suggestions),
        remembered=taken,
        sure=taken,
        own=own.purpose,
    )


def foreign_warnings(ws: Workspace, workbook: Workbook) -> tuple[Message, ...]:
    """That a form or an export is another company's, so that it is read as any other table."""
    own = own_workbook(workbook)
    if own is None or made_here(ws, own):
        return ()
    return (
        msg(
            "This workbook was made for another company, {company}. Look at what each row feeds "
            "before you import it.",
            company=own.company,
        ),
    )


class _Here:
    """The company's KPIs, against what a workbook says of them."""

    def __init__(self, ws: Workspace, own: OwnWorkbook) -> None:
        everyone = [*kpis(ws), *kpis(ws, archived=True)]
        self._by_id: Mapping[int | None, Kpi] = {kpi.id: kpi for kpi in everyone}
        self._by_key = {kpi.key: kpi for kpi in everyone}
        self._surely = bool(own.company_id)
        self.warnings: list[Message] = []

    def suggestions(self, found: OwnFound) -> Iterator[Suggestion]:
        """A rule for each row that is still a KPI of the same unit and cadence."""
        axis = found.table.period
        for label, own in found.kpis.items():
            kpi = self._kpi(own)
            if kpi is None:
                self._warn(msg("“{row}” is no longer a KPI here; its row is left out.", row=label))
            elif kpi.formula:
                self._warn(msg("{kpi} is worked out from other KPIs now.", kpi=kpi.name))
            elif kpi.unit != own.unit:
                self._warn(
                    msg(
                        "{kpi} was in another unit when the workbook was made ({then}, now {now}); "
                        "its row is left out.",
                        kpi=kpi.name,
                        then=_unit(own.unit),
                        now=_unit(kpi.unit),
                    )
                )
            elif axis is not None and axis.cadence.cadence is not kpi.cadence:
                self._warn(
                    msg(
                        "{kpi} had other periods when the workbook was made ({then}, now {now}); "
                        "its row is left out.",
                        kpi=kpi.name,
                        then=name(axis.cadence.cadence),
                        now=name(kpi.cadence),
                    )
                )
            else:
                rule = Rule(kpi.id, None, label, Gather(kpi.add_up.value))
                yield Suggestion(rule, Origin.REMEMBERED, True)

    def _kpi(self, own: OwnKpi) -> Kpi | None:
        """By id; where the file has no identity, only when key or name agree as well."""
        kpi = self._by_id.get(own.id)
        if kpi is not None and (self._surely or kpi.key == own.key or kpi.name == own.label):
            return kpi
        return self._by_key.get(own.key)

    def _warn(self, message: Message) -> None:
        self.warnings.append(message)


def _unit(unit: Unit) -> str | Message:
    return unit.symbol or name(unit.kind)
