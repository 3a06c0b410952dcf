"""Recognition: from the cells of a workbook to its tables, periods, columns and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from desktop.core.account_charts import AccountChart, standard_charts
from desktop.core.message import Message, msg
from desktop.core.stopping import watched
from desktop.importing.cells import Workbook
from desktop.importing.file_warnings import warnings_about
from desktop.importing.ledgers.ledger_tables import LedgerTables
from desktop.importing.ledgers.sie_tables import recognise_sie
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.axis import AxisFinder, Candidate
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.drafts import Draft, Shared, drafts_of
from desktop.importing.tables.file_period import (
    likely_period,
    period_named,
    period_of_table,
    range_of_rows,
)
from desktop.importing.tables.hidden_totals import hidden_total
from desktop.importing.tables.long_table import axis_of_file, read_long
from desktop.importing.tables.recognition import (
    DateColumn,
    Layout,
    Recognition,
    Role,
    Table,
)
from desktop.importing.tables.shape import shape_of, told_apart
from desktop.importing.tables.units import UnitFinder
from desktop.importing.tables.wide_header import WideHeader, find_wide_header
from desktop.importing.tables.wide_table import decimal_of_header, read_wide
from desktop.importing.tables.wide_years import with_years
from desktop.importing.values.bare_percents import bare_numbers
from desktop.importing.values.sentinels import Sentinel, likely_missing, sentinel_of_rows
from desktop.importing.values.words import SECOND_DATES, crown_of, words_of

_WIDE = 16  # rows of a wide table that may take as long as hundreds of others


def recognise(
    workbook: Workbook,
    *,
    answers: Mapping[str, str] | None = None,
    today: date,
    charts: Sequence[AccountChart] = (),
) -> Recognition:
    """Everything that a workbook holds, and the questions that it leaves open.

    ``answers`` are by question id; ``today`` only helps to offer likely years.  ``charts`` say
    which accounts make which figure; without them those that come with the program.
    """
    if workbook.kind == "sie":
        return recognise_sie(workbook, charts or standard_charts())
    asking = Asking(answers or {}, today)
    drafts = list(drafts_of(workbook))
    texts = [f.name for draft in drafts for f in draft.facts]
    texts += [line for draft in drafts for line in draft.around.lines]
    reader = _TableReader(asking, Shared(drafts), crown_of(texts), PurePath(workbook.name).stem)
    tables = [reader.table(draft, index) for index, draft in enumerate(drafts)]
    asking.table = None
    if _lacks_period(tables) and "year" not in asking.questions:
        tables = _with_asked_period(tables, workbook, asking)
    ledgers = LedgerTables(workbook, charts or standard_charts(), asking, reader.crown)
    beside = tuple(ledgers.beside(drafts, tables))
    return Recognition(
        (*told_apart(tables), *told_apart(beside)),
        tuple(asking.questions.values()),
        (*workbook.warnings, *warnings_about(workbook, tables), *ledgers.warnings),
        tuple(asking.answered.values()),
    )


class _TableReader:
    """Makes tables of drafts; knows what all tables of the file share."""

    def __init__(self, asking: Asking, shared: Shared, crown: str | None, name: str) -> None:
        self.asking = asking
        self.shared = shared
        self.crown = crown
        self.name = name  # of the file

    def table(self, draft: Draft, index: int) -> Table:
        self.asking.table = index
        units = UnitFinder(draft.facts, draft.around.lines, self.crown)
        finder = AxisFinder(draft.facts, draft.around, self.asking, draft.region, self.shared.order)
        header = find_wide_header(draft.region, draft.facts, finder)
        if header is None or finder.rows_have_periods():
            return self._long(draft, finder, units)
        return self._wide(draft, header, finder, units)

    def _wide(
        self, draft: Draft, header: WideHeader, finder: AxisFinder, units: UnitFinder
    ) -> Table:
        reasons = [header.reason] if header.reason else []
        year_column = None
        if header.lacks_year:
            year_column = next((f for f in finder.years if f.index < header.cells[0][0]), None)
            if year_column is None:
                columns = {column for column, _ in header.cells}
                names = [f.name for f in draft.facts if f.index in columns]
                placed, reason = with_years(draft.region, header, draft.around, self.asking, names)
                header = placed or header
                reasons.extend([reason] if reason else [])
        decimal, examples = decimal_of_header(draft.facts, header)
        if not decimal:
            name = draft.facts[0].name
            decimal = self.shared.decimal or self.asking.decimal(name, examples)
        rows = [
            [draft.sheet.columns[column][row] for column, _ in header.cells]
            for row in watched(draft.region.rows(), every=_WIDE)
        ]
        sentinel = sentinel_of_rows(rows, decimal or ".")
        missing, reason = self._settled(sentinel, draft.around.title or draft.facts[0].name)
        reasons.extend([reason] if reason else [])
        around = draft.around
        if year_column is not None and not around.title:
            around = replace(around, title=draft.sheet.name or self.name)  # its rows have no other
        parts = read_wide(
            draft.region, draft.facts, header, year_column, around, units, decimal, missing
        )
        table = _started(draft, Layout.WIDE, draft.region.header_row)
        table = replace(
            table,
            period=parts.period,
            columns=tuple(parts.columns),
            reasons=(*reasons, *parts.reasons),
            left_out=parts.left_out,
            header=parts.header,
        )
        labels = [f.name for f in draft.facts if f.index < header.cells[0][0]]
        return _finished(table, draft, parts.rows, labels)

    def _missing(self, facts: ColumnFacts) -> list[Message]:
        """Settle which number in a column stands for "no value", with the reason."""
        if facts.is_code:
            return []
        sentinel = likely_missing(facts.values, facts.decimal or ".")
        facts.missing, reason = self._settled(sentinel, facts.name)
        return [reason] if reason else []

    def _bare_percents(self, facts: ColumnFacts) -> list[Message]:
        """Settle what numbers without a sign mean in a column of percentages, with the reason."""
        if not facts.percent or "%" in facts.format:
            return []
        bare = bare_numbers(facts.sample, facts.decimal or ".")
        if not bare:
            return []
        if min(map(abs, bare)) <= 1:
            facts.bare_points = self.asking.bare_percent(facts.name, bare[0])
            return []
        facts.bare_points = True
        reason = msg(
            "Numbers in “{column}” that lack the percent sign are read as percent too, such as "
            "{number}.",
            column=facts.name,
            number=f"{bare[0]:g}",
        )
        return [reason]

    def _settled(self, sentinel: Sentinel | None, name: str) -> tuple[float | None, Message | None]:
        if sentinel is None:
            return None, None
        number, count = sentinel
        if not sentinel.is_sure:
            return number if self.asking.missing(name, number, count) else None, None
        return number, msg(
            "{number} in “{column}” is read as a missing value: it stands there {count} times, "
            "far from all other values.",
            number=f"{number:g}",
            column=name,
            count=count,
        )

    def _long(self, draft: Draft, finder: AxisFinder, units: UnitFinder) -> Table:
        axis = finder.best()
        reasons = [axis.reason] if axis and axis.reason else []
        span = None
        whole = range_of_rows(draft.facts, axis)
        if whole is not None:
            axis, (span, reason) = None, whole
            reasons.append(reason)
        elif axis is None:
            span, found = period_of_table(draft.facts, draft.around)
            if span is None and draft.around.first is None:
                span, found = period_named(draft.sheet.name, draft.around, self.asking)
            reasons.append(found or msg("No column and no header tells a period."))
        used = axis.reading.column if axis else None
        for facts in draft.facts:
            if facts.form is Form.NUMBER and not facts.decimal and facts.index != used:
                examples = [*facts.evidence.open_point, *facts.evidence.open_comma]
                facts.decimal = self.shared.decimal or self.asking.decimal(facts.name, examples)
            reasons.extend(self._missing(facts) if facts.form is Form.NUMBER else ())
            reasons.extend(self._bare_percents(facts) if facts.form is Form.NUMBER else ())
        hidden = None if used is None else hidden_total(draft.facts, used)
        sums = hidden.rows() if hidden is not None and self.asking.totals(hidden) else ()
        parts = read_long(draft.region, draft.facts, axis, span, draft.around, units, sums)
        others = finder.others(axis) if axis is not None else []
        if axis is not None and others:
            reasons.append(_chosen_date(axis, others))
        table = replace(
            _started(draft, Layout.LONG, draft.region.header_row),
            period=parts.period,
            columns=tuple(parts.columns),
            reasons=(*reasons, *parts.reasons),
            left_out=parts.left_out,
            dates=tuple(DateColumn(each.facts.name, each.reading) for each in others),
        )
        return _finished(table, draft, parts.ends, [f.name for f in draft.facts])


def _chosen_date(axis: Candidate, others: Sequence[Candidate]) -> Message:
    """Which of several columns of dates tells the period, and why it."""
    column, name = axis.facts.name, others[0].facts.name
    if SECOND_DATES.intersection(words_of(name)) and not SECOND_DATES.intersection(
        words_of(column)
    ):
        return msg(
            "The periods follow “{column}”; “{other}” is a later date of the same row.",
            column=column,
            other=name,
        )
    if axis.facts.values.count(None) < others[0].facts.values.count(None):
        return msg(
            "The periods follow “{column}”; “{other}” is empty in some rows.",
            column=column,
            other=name,
        )
    return msg(
        "The periods follow “{column}”, the first of the columns of dates; “{other}” can be "
        "chosen for each KPI.",
        column=column,
        other=name,
    )


def _started(draft: Draft, layout: Layout, header_row: int | None) -> Table:
    return Table(
        sheet=draft.sheet.name,
        title=draft.around.title,
        layout=layout,
        header_row=None if header_row is None else draft.sheet.row_numbers[header_row],
        first_row=None,
        last_row=None,
        period=None,
        columns=(),
        sheet_index=draft.sheet_index,
    )


def _finished(table: Table, draft: Draft, rows: Sequence[int], names: Sequence[str]) -> Table:
    """The table with its shape and the rows between which its data lie."""
    if draft.region.names_from or draft.region.moved_from is not None:
        moved = msg(
            "The names in the header stand beside their figures: a separator too many moved them."
        )
        table = replace(table, reasons=(*table.reasons, moved))
    table = replace(table, shape=shape_of(table, names))
    if not rows:
        return table
    first, last = min(rows), max(rows)
    numbers = draft.sheet.row_numbers
    return replace(
        table,
        first=first,
        last=last,
        first_row=numbers[first],
        last_row=numbers[last],
    )


# What concerns the whole file.


def _lacks_period(tables: Sequence[Table]) -> bool:
    """Whether there are figures, but nothing in the file tells their period."""
    measured = [t for t in tables if any(c.role is Role.VALUE for c in t.columns)]
    return bool(measured) and all(table.period is None for table in measured)


def _with_asked_period(tables: Sequence[Table], workbook: Workbook, asking: Asking) -> list[Table]:
    span = asking.period(likely_period(workbook.name))
    if span is None:
        return list(tables)
    return [replace(table, period=axis_of_file(span)) for table in tables]
