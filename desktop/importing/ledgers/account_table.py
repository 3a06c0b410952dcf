"""A ledger by the lines of a chart of accounts: a wide table whose rows could be KPIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.account_charts import AccountChart, AccountKind, AccountLine
from desktop.core.account_ranges import joined, write_ranges
from desktop.core.kpi import AddUp
from desktop.core.message import Message, msg, nmsg
from desktop.core.unit import Unit, UnitKind
from desktop.importing.cells import Sheet, Value
from desktop.importing.ledgers.ledger import Balances, Ledger
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.recognition import Column, Layout, PeriodAxis, Role, Table
from desktop.importing.values.stamps import Grain, Stamp


@dataclass(slots=True)
class AccountSheet(Sheet):
    """Cells worked out from a ledger; an address names the accounts and the period."""

    accounts: tuple[str, ...] = ()

    def address(self, row: int, column: int) -> str:
        return f"{self.accounts[row]} {self.columns[column][0]}"


@dataclass(frozen=True, slots=True)
class _Row:
    line: AccountLine
    name: str
    values: tuple[float | None, ...]
    used: bool  # whether anything has happened on its accounts
    budget: bool = False


def account_table(
    ledger: Ledger,
    chart: AccountChart,
    *,
    title: str,
    currency: str,
    rows: tuple[int, int],
    reasons: Sequence[Message] = (),
    aside: bool = False,
) -> Table:
    """The lines of ``chart`` as rows, the periods of ``ledger`` as columns.

    ``rows`` are the first and last row of the file that it comes from.  Income and debt are
    turned round, so that what comes in is positive; levels are those at the end of a period.  A
    line that the file has no account for stays empty.
    """
    found = [*_rows(ledger, chart), *_budget_rows(ledger, chart)]
    sheet = _sheet(found, ledger, chart)
    unit = Unit(UnitKind.CURRENCY, currency)
    first, last = ledger.stamps[0], ledger.stamps[-1]
    axis = PeriodAxis(
        None,
        ledger.grain,
        first.first_day if ledger.grain is Grain.MONTH else first.start,
        last.first_day if ledger.grain is Grain.MONTH else last.start,
        AxisReading(Source.HEADER, ledger.grain),
        covers_to=ledger.through,
        fiscal=first.start.month != 1,
    )
    return Table(
        sheet="",
        title=title,
        layout=Layout.WIDE,
        header_row=None,
        first_row=rows[0],
        last_row=rows[1],
        period=axis,
        columns=tuple(_column(row, place, unit) for place, row in enumerate(found, 1)),
        shape=f"wide {ledger.grain.value}|accounts|{chart.id}",
        reasons=(
            *reasons,
            msg(
                "Lines by account ranges of {chart}, which you can change in Settings.",
                chart=chart.name,
            ),
        ),
        first=1,
        last=len(found),
        header=tuple(enumerate(ledger.stamps, 1)),
        cells=sheet,
        aside=aside,
    )


def _rows(ledger: Ledger, chart: AccountChart) -> Iterator[_Row]:
    home = _homes(ledger, chart)
    for line in chart.lines:
        amounts = ledger.levels if line.kind.is_level else ledger.changes
        keys = set(line.parts) or {line.key}
        accounts = [account for account, key in home.items() if key in keys]
        values: tuple[float | None, ...] = (None,) * len(ledger.stamps)
        if accounts and amounts:
            values = tuple(_total(each, accounts, line.kind) for each in amounts)
        used = any(each.get(account) for each in amounts for account in accounts)
        yield _Row(line, line.names[chart.language], values, used)


def _budget_rows(ledger: Ledger, chart: AccountChart) -> Iterator[_Row]:
    home = _homes(ledger, chart)
    for line in chart.lines if ledger.budget else ():
        keys = set(line.parts) or {line.key}
        accounts = [account for account, key in home.items() if key in keys]
        used = any(each.get(account) for each in ledger.budget for account in accounts)
        if used and not line.kind.is_level:
            values = tuple(
                _total(each, accounts, line.kind) if each else None for each in ledger.budget
            )
            yield _Row(line, f"{line.names[chart.language]} – budget", values, used, budget=True)


def _homes(ledger: Ledger, chart: AccountChart) -> dict[str, str]:
    """The line of each account that has one."""
    found = ((account, chart.line_of(account)) for account in ledger.accounts)
    return {account: line.key for account, line in found if line is not None}


def _total(amounts: Balances, accounts: Sequence[str], kind: AccountKind) -> float:
    total = sum((amounts.get(account, Decimal()) for account in accounts), Decimal())
    return float(total * kind.sign) or 0.0  # never a negative nothing


def _sheet(rows: Sequence[_Row], ledger: Ledger, chart: AccountChart) -> AccountSheet:
    columns: list[Sequence[Value]] = [["", *(row.name for row in rows)]]
    for place, stamp in enumerate(ledger.stamps):
        label = stamp.start.isoformat()[: 7 if ledger.grain is Grain.MONTH else 4]
        columns.append([label, *(row.values[place] for row in rows)])
    accounts = ("", *(write_ranges(joined(chart.ranges_of(row.line))) for row in rows))
    return AccountSheet(
        "",
        columns,
        range(1, len(rows) + 2),
        range(1, len(columns) + 1),
        formats=dict.fromkeys(range(1, len(columns)), "#,##0.00"),
        accounts=accounts,
    )


def _column(row: _Row, place: int, unit: Unit) -> Column:
    values = [value for value in row.values if value is not None]
    return Column(
        name=row.name,
        role=Role.VALUE if row.used else Role.IGNORED,
        type="number" if values else "empty",
        unit=unit,
        count=len(values),
        sum=float(sum(Decimal(str(value)) for value in values)) if values else None,
        first=values[0] if values else None,
        last=values[-1] if values else None,
        index=place,
        rows=(place,),
        add_up=AddUp.LAST if row.line.kind.is_level else AddUp.SUM,
        ready="" if row.budget else row.line.kpi,
        better=row.line.better,
    )


def uncounted(ledger: Ledger, chart: AccountChart) -> Message | None:
    """A word about accounts with movements, between those of the income statement, that no line
    counts."""
    own = [line for line in chart.own_lines if not line.kind.is_level]
    ends = [each for line in own for each in line.ranges]
    spans = {
        length: (
            min(each.first for each in ends if len(each.first) == length),
            max(each.last for each in ends if len(each.first) == length),
        )
        for length in {len(each.first) for each in ends}
    }
    left = [
        account
        for account in ledger.accounts
        if any(each.get(account) for each in ledger.changes)
        and chart.line_of(account) is None
        and len(account) in spans
        and spans[len(account)][0] <= account <= spans[len(account)][1]
    ]
    if not left:
        return None
    return nmsg(
        "{n} account is in no line: {accounts}. Its amounts are not counted.",
        "{n} accounts are in no line: {accounts}. Their amounts are not counted.",
        len(left),
        accounts=", ".join(left[:8]) + (" …" if len(left) > 8 else ""),
    )


def whole_year(stamp: Stamp) -> str:
    """What a fiscal year is called: ``2010``, or ``2009/2010`` when it is broken."""
    end = stamp.end or stamp.start
    return str(end.year) if stamp.start.year == end.year else f"{stamp.start.year}/{end.year}"
