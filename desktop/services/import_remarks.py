"""What is to be said of an import that can be taken: what is odd, and what it is like."""

from __future__ import annotations

from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.unit import UnitKind
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.tables.recognition import Table
from desktop.services.import_draft import Earlier, ImportDraft
from desktop.store.import_records import ImportCounts, ImportRecord

_FEW = 3


def unit_remark(table: Table, rule: Rule, target: Kpi) -> Message | None:
    """Figures in another currency or unit than the KPI's are taken as they are, but never in
    silence."""
    column = next((each for each in table.columns if each.name == rule.column), None)
    if column is None or column.unit is None or rule.add_up in (Gather.COUNT, Gather.DISTINCT):
        return None
    theirs, ours = column.unit, target.unit
    if rule.add_up is Gather.RATIO and ours.kind is UnitKind.PERCENT:
        return None  # profit over sales is a percentage of money
    if theirs.kind is ours.kind is UnitKind.CURRENCY and theirs.symbol != ours.symbol:
        return msg(
            "“{column}” is in {theirs} in the file, and {kpi} in {ours}. "
            "The figures are taken as they stand, without exchange.",
            column=rule.column,
            theirs=theirs.symbol,
            kpi=target.name,
            ours=ours.symbol,
        )
    if (theirs.kind is UnitKind.PERCENT) is not (ours.kind is UnitKind.PERCENT):
        return msg(
            "“{column}” and {kpi} are not both in percent. Look at the values before you import.",
            column=rule.column,
            kpi=target.name,
        )
    return None


def overlap_remark(target: Kpi, counts: ImportCounts) -> Message | None:
    """Most of the values that are there already would become others: perhaps it is not the same
    figure, under the same name."""
    known = counts.changed + counts.same
    if counts.changed < _FEW or counts.changed * 2 <= known:
        return None
    return msg(
        "{changed} of the {known} values of {kpi} that the file has as well would change. "
        "Is it still the same figure?",
        changed=counts.changed,
        known=known,
        kpi=target.name,
    )


def origin(draft: ImportDraft, counts: ImportCounts) -> Message | None:
    """Which earlier import a file is like, or that it is the very same file; ``counts`` are what
    it would change now."""
    if draft.seen is not None:
        day = _day(draft.seen)
        if counts.new + counts.changed:
            return msg(
                "This very file was imported on {day}. Its values have been changed since.", day=day
            )
        return msg("This very file was imported on {day}. Nothing has changed since.", day=day)
    if draft.latest is None:
        return None
    return msg(
        "Of the same kind as {file}, imported on {day}.",
        file=draft.latest.file_name,
        day=_day(draft.latest),
    )


def replaced(earlier: Earlier) -> Message | None:
    """How many values of an earlier import would be replaced, if any."""
    if not earlier.changed:
        return None
    if earlier.record is None:
        return nmsg(
            "{n} value was entered by hand and would be replaced.",
            "{n} values were entered by hand and would be replaced.",
            earlier.changed,
        )
    return nmsg(
        "{n} value came from {file}, imported on {day}, and would be replaced.",
        "{n} values came from {file}, imported on {day}, and would be replaced.",
        earlier.changed,
        file=earlier.record.file_name,
        day=_day(earlier.record),
    )


def _day(record: ImportRecord) -> date:
    return record.at.astimezone().date()
