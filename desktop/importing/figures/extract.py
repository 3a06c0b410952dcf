"""Values of one KPI from a table, by the rule that says which cells make them."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.importing.cells import Workbook
from desktop.importing.figures.extraction import Extraction
from desktop.importing.figures.gathering import Gatherer
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.figures.other_dates import axis_of
from desktop.importing.figures.ratios import ratio
from desktop.importing.figures.running_totals import by_period
from desktop.importing.tables.recognition import Column, PeriodAxis, Table
from desktop.importing.values.stamps import Grain, Stamp


def extract(
    table: Table, workbook: Workbook, rule: Rule, cadence: Cadence, year_start: int = 1
) -> Extraction:
    """The values of ``rule`` at ``cadence``; ``year_start`` is the fiscal year's first month.

    They are worked out once, for the preview, and kept for the import.
    """
    made = table.sheet_of(workbook).made
    key = (extract, id(table), rule, cadence, year_start)
    if key not in made:
        made[key] = (table, _extract(table, workbook, rule, cadence, year_start))
    found: Extraction = made[key][1]
    return found


def _extract(
    table: Table, workbook: Workbook, rule: Rule, cadence: Cadence, year_start: int
) -> Extraction:
    missing = [name for name in rule.needed if not _has(table, name)]
    if missing:
        return Extraction(problem=msg("The file has no column “{column}”.", column=missing[0]))
    sheet = table.sheet_of(workbook)
    axis = axis_of(table, sheet, rule) if rule.date else table.period
    problem = _problem(table, axis, rule, cadence, year_start)
    if problem is not None or axis is None:
        return Extraction(problem=problem)

    def gathering(part: Rule, among: set[int] | None = None) -> Gatherer:
        return Gatherer(table, sheet, part, axis, cadence, year_start, among=among)

    if rule.add_up is Gather.RATIO:
        return ratio(table, sheet, rule, gathering)
    if rule.running is not Running.NO:
        return _of_running(table, rule, gathering(replace(rule, add_up=Gather.LAST)), year_start)
    gatherer = gathering(rule)
    gatherer.add_all()
    return gatherer.result()


def _has(table: Table, name: str) -> bool:
    return table.column(name) is not None or any(name == each.name for each in table.dates)


def _of_running(table: Table, rule: Rule, gatherer: Gatherer, year_start: int) -> Extraction:
    """The values of a column of totals so far."""
    gatherer.add_all()
    levels = gatherer.result()
    column = table.column(rule.column)

    def refused(period: Period, why: Message) -> None:
        row, index = gatherer.place(period)
        if column is not None:
            value = levels.values[period].value
            gatherer.rejects.add(row, column, "gap", value, why, index)

    values = by_period(levels.values, rule.running, year_start, refused)
    return Extraction(values, tuple(gatherer.rejects.listed), gatherer.rejects.beyond)


def _problem(
    table: Table, axis: PeriodAxis | None, rule: Rule, cadence: Cadence, year_start: int
) -> Message | None:
    """Why a rule cannot be applied to a table."""
    if axis is None and rule.date:
        return msg("“{column}” holds no dates.", column=rule.date)
    if axis is None:
        return msg("The table has no dates, so its figures belong to no period.")
    if axis.first is None:
        return msg("The table’s periods are not known yet: a question about the file is open.")
    if rule.add_up is Gather.RATIO and not rule.over:
        return msg("Choose what “{column}” is divided by.", column=rule.column)
    grain = axis.cadence
    if grain.cadence.fineness > cadence.fineness:
        return msg(
            "The file has one value a {grain}; the KPI needs a finer one.", grain=_NAMES[grain]
        )
    for _, stamp in table.header if grain is Grain.YEAR else ():
        if isinstance(stamp, Stamp) and stamp.end is not None:
            # A year that the file gives in days, as SIE does; another would be half of two.
            whole = Period.containing(Cadence.YEAR, stamp.start, year_start)
            if (stamp.start, stamp.end) != (whole.start, whole.end):
                return msg(
                    "The file’s year from {first} to {last} is not the company’s fiscal year.",
                    first=stamp.start,
                    last=stamp.end,
                )
    if grain is Grain.YEAR and year_start != 1 and not axis.fiscal:
        return msg(
            "The file counts calendar years; the company’s fiscal year starts in another month."
        )
    for column in _added(table, rule):
        if _is_mixed(column, table, rule):
            if column.currency_column == column.index:
                return msg(
                    "The cells of “{column}” are in several currencies. "
                    "They can be counted, but not added together.",
                    column=column.name,
                )
            return msg(
                "“{column}” is in several currencies. Choose one of them as a filter.",
                column=column.name,
            )
    return None


def _added(table: Table, rule: Rule) -> list[Column]:
    """The columns whose numbers are added up, not only counted."""
    counts = (Gather.COUNT, Gather.DISTINCT)
    names = [] if rule.add_up in counts else [rule.column, *rule.more, *rule.less]
    if rule.add_up is Gather.RATIO and rule.over_by not in counts:
        names.append(rule.over)
    return [column for name in names if (column := table.column(name)) is not None]


_NAMES = {
    Grain.HOUR: msg("hour"),
    Grain.DAY: msg("day"),
    Grain.WEEK: msg("week"),
    Grain.MONTH: msg("month"),
    Grain.QUARTER: msg("quarter"),
    Grain.YEAR: msg("year"),
}


def _is_mixed(column: Column, table: Table, rule: Rule) -> bool:
    if column.currency_column is None:
        return False
    names = {c.name for c in table.columns if c.index == column.currency_column} - {column.name}
    return not any(name in names for name, _ in rule.filters)
