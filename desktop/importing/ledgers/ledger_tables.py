"""Postings and trial balances by account ranges, beside the plain tables that they are in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.core.account_charts import AccountChart, AccountKind
from desktop.core.message import Message, msg
from desktop.importing.cells import Workbook
from desktop.importing.ledgers.account_table import account_table, uncounted
from desktop.importing.ledgers.ledger import Ledger
from desktop.importing.ledgers.ledger_chart import chart_of, doubtful
from desktop.importing.ledgers.ledger_columns import (
    LedgerColumns,
    balances_in,
    headings_in,
    postings_in,
)
from desktop.importing.ledgers.ledger_rows import monthly, read_balances, read_postings
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.drafts import Draft
from desktop.importing.tables.recognition import Layout, Table


class LedgerTables:
    """Looks for ledgers among the tables of one file."""

    def __init__(
        self,
        workbook: Workbook,
        charts: Sequence[AccountChart],
        asking: Asking,
        crown: str | None,
    ) -> None:
        self._workbook = workbook
        self._charts = charts
        self._asking = asking
        self._crown = crown
        self.warnings: list[Message] = []

    def beside(self, drafts: Sequence[Draft], tables: Sequence[Table]) -> Iterator[Table]:
        """For each table that is a ledger, another by the lines of its chart of accounts."""
        for draft, table in zip(drafts, tables, strict=True):
            if table.layout is not Layout.LONG or table.period is None or not table.data_rows():
                continue
            found = self._ledger(draft, table)
            if found is not None:
                ledger, columns = found
                made = self._table(table, ledger, columns)
                if made is not None:
                    yield made

    def _ledger(self, draft: Draft, table: Table) -> tuple[Ledger, LedgerColumns] | None:
        assert table.period is not None  # noqa: S101 - only such tables come here
        sheet, dates = draft.sheet, table.period.reading.column
        if dates is None:
            columns = balances_in(draft.facts)
            ledger = None if columns is None else read_balances(table, sheet, columns)
        else:
            head = draft.region.header[-1] + 1 if draft.region.header else table.first
            above = range(min(head, table.first), table.first)
            headings = headings_in(sheet, sorted({*above, *table.left_out}))
            columns = postings_in(draft.facts, dates, headings)
            if columns is None or table.period.first is None:
                return None
            postings = read_postings(table, sheet, columns)
            if not any(postings.names.values()) and not postings.balanced:
                return None  # neither names nor both sides: it may be anything
            ledger = monthly(postings, table.period)
        return None if ledger is None or columns is None else (ledger, columns)

    def _table(self, table: Table, ledger: Ledger, columns: LedgerColumns) -> Table | None:
        used = {a for amounts in ledger.changes for a, amount in amounts.items() if amount}
        chart = chart_of(ledger.names, used, self._charts, self._asking, self._crown)
        if chart is None:
            return None
        reasons = []
        if _is_reversed(ledger, chart):
            ledger = _turned(ledger)
            reasons.append(msg("Sales are positive in this file and costs negative."))
        made = account_table(
            ledger,
            chart,
            title=table.title or table.sheet,
            currency=chart.currency,
            rows=(table.first_row or 1, table.last_row or 1),
            reasons=(*reasons, _reason(columns)),
        )
        self.warnings += [
            each
            for each in (uncounted(ledger, chart), doubtful(chart, ledger.names, used))
            if each is not None
        ]
        return replace(
            made,
            sheet=table.sheet,
            header_row=table.header_row,
            sheet_index=table.sheet_index,
        )


def _reason(columns: LedgerColumns) -> Message:
    if columns.account is None:
        return msg("The accounts over the rows made into lines.")
    return msg("The accounts of “{column}” made into lines.", column=columns.account.name)


def _is_reversed(ledger: Ledger, chart: AccountChart) -> bool:
    """Whether the file writes income as positive and costs as negative, unlike a ledger."""
    totals = dict.fromkeys(AccountKind, Decimal())
    for amounts in ledger.changes:
        for account, amount in amounts.items():
            line = chart.line_of(account)
            if line is not None:
                totals[line.kind] += amount
    return totals[AccountKind.INCOME] > 0 > totals[AccountKind.COST]


def _turned(ledger: Ledger) -> Ledger:
    """With the signs of a ledger."""
    changes = tuple({a: -amount for a, amount in each.items()} for each in ledger.changes)
    levels = tuple({a: -amount for a, amount in each.items()} for each in ledger.levels)
    return replace(ledger, changes=changes, levels=levels)
