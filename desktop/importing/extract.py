"""Values of one KPI from a table, by the rule that says which cells make them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.importing.cells import Workbook
from desktop.importing.gathering import Extraction, Gatherer
from desktop.importing.mapping import Gather, Rule
from desktop.importing.periods import Grain
from desktop.importing.recognition import Column, Table


def extract(
    table: Table, workbook: Workbook, rule: Rule, cadence: Cadence, year_start: int = 1
) -> Extraction:
    """The values of ``rule`` at ``cadence``; ``year_start`` is the fiscal year's first month."""
    columns = [table.column(name) for name in rule.columns]
    problem = _problem(table, rule, columns, cadence, year_start)
    if problem is not None or table.period is None:
        return Extraction(problem=problem)
    sheet = workbook.sheets[table.sheet_index]
    gatherer = Gatherer(table, sheet, rule, table.period, cadence, year_start)
    for column in columns:
        if column is not None:
            gatherer.add(column)
    return gatherer.result()


def _problem(
    table: Table,
    rule: Rule,
    columns: Sequence[Column | None],
    cadence: Cadence,
    year_start: int,
) -> Message | None:
    """Why a rule cannot be applied to a table."""
    missing = [name for name, column in zip(rule.columns, columns, strict=True) if column is None]
    missing += [name for name, _ in rule.filters if table.column(name) is None]
    if missing:
        return msg("The file has no column “{column}”.", column=missing[0])
    if table.period is None:
        return msg("The table has no dates, so its figures belong to no period.")
    if table.period.first is None:
        return msg("The table’s periods are not known yet: a question about the file is open.")
    grain = table.period.cadence
    if grain.cadence.fineness > cadence.fineness:
        return msg(
            "The file has one value a {grain}; the KPI needs a finer one.", grain=_NAMES[grain]
        )
    if grain is Grain.YEAR and year_start != 1 and not table.period.fiscal:
        return msg(
            "The file counts calendar years; the company’s fiscal year starts in another month."
        )
    for column in columns:
        if column is not None and _is_mixed(column, table, rule):
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


_NAMES = {
    Grain.HOUR: msg("hour"),
    Grain.DAY: msg("day"),
    Grain.WEEK: msg("week"),
    Grain.MONTH: msg("month"),
    Grain.QUARTER: msg("quarter"),
    Grain.YEAR: msg("year"),
}


def _is_mixed(column: Column, table: Table, rule: Rule) -> bool:
    if column.currency_column is None or rule.add_up in (Gather.COUNT, Gather.DISTINCT):
        return False
    names = {c.name for c in table.columns if c.index == column.currency_column} - {column.name}
    return not any(name in names for name, _ in rule.filters)
