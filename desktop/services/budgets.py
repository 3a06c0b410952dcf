"""Budgets that a plan can be taken from: another KPI's values, or a column of a file."""

from __future__ import annotations

from desktop.core.budget_plan import Budget
from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.series import Series
from desktop.services.import_draft import ImportDraft, TableRule
from desktop.services.import_preview import preview
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company


def budget_of_kpi(ws: Workspace, kpi_id: int, wanted: Kpi) -> Budget:
    """The values of a KPI that holds a budget, added up to the cadence of ``wanted``."""
    return _budget(series(ws, kpi_id), "", wanted)


def budgets_in(ws: Workspace, draft: ImportDraft, wanted: Kpi) -> tuple[Budget, ...]:
    """What a file that has been opened holds by period and can be a plan for ``wanted``, added up
    to its cadence; nothing is stored.

    Raises :class:`NotAllowed` while the file leaves a question open, or holds nothing of the kind.
    """
    if draft.recognition.questions:
        raise NotAllowed(
            msg(
                "{file} can be read in more than one way. {question} Import it on the Import "
                "page, where that is asked, and take the plan from the KPI that it fills.",
                file=draft.file_name,
                question=draft.recognition.questions[0].message,
            )
        )
    year_start = read_company(ws.connection).year_start
    found = []
    for table, suggestions in enumerate(draft.suggestions):
        for suggestion in suggestions:
            (part,) = preview(ws, draft, [TableRule(table, suggestion.rule)]).kpis
            values = [
                Measurement(line.period, line.new)
                for line in part.lines
                if line.period is not None and line.new is not None
            ]
            if values:
                read = Series(part.kpi, values, year_start)
                found.append(_budget(read, suggestion.name, wanted))
    if not found:
        raise NotAllowed(
            msg(
                "{file} has no numbers by period that a plan could be made of.",
                file=draft.file_name,
            )
        )
    return tuple(found)


def _budget(read: Series, name: str, wanted: Kpi) -> Budget:
    coarser = wanted.cadence.fineness > read.kpi.cadence.fineness
    rows = read.at(wanted.cadence) if coarser else read.measurements
    return Budget(name or read.kpi.name, tuple((each.period, each.value) for each in rows))
