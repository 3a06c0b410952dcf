"""What becomes of several rows of one period: a mean that says little, or one KPI a series."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.kpi import AddUp
from desktop.core.message import Message, msg
from desktop.core.unit import UnitKind
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.matching.sampling import sample_rows
from desktop.importing.matching.splitting import split_by
from desktop.importing.tables.recognition import Column, Layout, Role, Table
from desktop.importing.values.words import word_set, words_of

_FEW_SERIES = 12
_WEIGHED = word_set(
    "rate average avg mean snitt genomsnitt genomsnittlig gennemsnit gennemsnitlig per position "
    "frequency frekvens cpc cpm cpa roas aov"
)
"""Words of figures whose rows should weigh by something."""


def doubt_of_mean(table: Table, sheet: Sheet | None, column: Column, rule: Rule) -> Message | None:
    """What is wrong with a mean of rates, where nothing better can be made of them."""
    is_share = column.unit is not None and column.unit.kind is UnitKind.PERCENT
    is_rate = is_share or bool(_WEIGHED.intersection(words_of(column.name)))
    if rule.add_up is not Gather.MEAN or not is_rate or not _rows_meet(table, sheet, rule):
        return None
    return msg(
        "The mean of the rows of “{column}”: small and large ones count the same, since the "
        "file does not tell how much each weighs.",
        column=column.name,
    )


def by_series(table: Table, sheet: Sheet | None, column: Column, rule: Rule) -> Sequence[Rule]:
    """Several series in one column, told apart by a label: their mean would say nothing, nor
    would the last of their totals so far."""
    if column.add_up is AddUp.SUM and rule.running is Running.NO:
        return (rule,)
    labels = [c for c in table.columns if c.role is Role.LABEL and len(c.values) > 1]
    few = [c for c in labels if len(c.values) <= _FEW_SERIES]
    if len(labels) != 1 or len(few) != 1 or table.first_row is None:
        return (rule,)
    if rule.running is not Running.NO and not _repeats(table, sheet):
        return (rule,)
    return split_by(rule, few[0].name, few[0].values)


def _rows_meet(table: Table, sheet: Sheet | None, rule: Rule) -> bool:
    """Whether several rows make a value of the KPI."""
    axis = table.period
    if axis is None or table.layout is Layout.WIDE:
        return False
    kpi = rule.new_kpi
    coarser = kpi is not None and kpi.cadence.fineness > axis.cadence.cadence.fineness
    return coarser or _repeats(table, sheet)


def _repeats(table: Table, sheet: Sheet | None) -> bool:
    """Whether several rows are of one period."""
    axis = table.period
    if sheet is None or axis is None or axis.reading.column is None:
        return False
    cells = sheet.columns[axis.reading.column]
    dates = [cells[row] for row in sample_rows(table)]
    return len(set(dates)) < 0.6 * len(dates)
