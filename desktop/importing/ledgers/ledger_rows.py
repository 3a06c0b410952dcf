"""The rows of a ledger or trial balance added up by account and month."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.core.stopping import watched
from desktop.importing.cells import Sheet
from desktop.importing.ledgers.ledger import (
    HALF_CENT,
    Ledger,
    add_to,
    by_month,
    end_of_month,
    levels_of,
    month_of,
    months_between,
)
from desktop.importing.ledgers.ledger_columns import Heading, LedgerColumns, account_in
from desktop.importing.tables.axis_rows import read_axis
from desktop.importing.tables.column_facts import ColumnFacts
from desktop.importing.tables.recognition import PeriodAxis, Table
from desktop.importing.values.marks import plain
from desktop.importing.values.number_columns import read_numbers
from desktop.importing.values.stamps import Grain, Stamp
from desktop.importing.values.whole_columns import distinct, taken

_OPENING = re.compile(
    r"(?:saldo )?primo\w*|ingående (?:balans|saldo)|ib|åbning\w*|opening balance", re.I
)
_OPENS = frozenset("sSpPiIåÅoO")  # what such a text begins with
_MOST = 1e15


@dataclass(slots=True)
class Postings:
    """What the rows of a ledger hold: movements, opening balances, the accounts' names."""

    moves: list[tuple[date, str, Decimal]] = field(default_factory=list)
    opening: dict[str, Decimal] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    balanced: bool = True  # whether debit and credit meet, as in a whole ledger


def read_postings(table: Table, sheet: Sheet, columns: LedgerColumns) -> Postings:
    """The postings of a table that has a day on each row."""
    assert table.period is not None  # noqa: S101 - such tables are looked for
    rows = table.data_rows()
    days = read_axis(table.period.reading, sheet, rows)
    amounts = _amounts(sheet, rows, columns)
    found = Postings()
    running = _numbers(sheet, rows, columns.running) if columns.running else None
    checks = _RunningBalances()
    openings = _opening_rows(sheet)
    accounts = _accounts(sheet, rows, columns, found.names)
    for place, (row, account) in enumerate(watched(accounts)):
        stamp, amount = days[place], amounts[place]
        if account is None or stamp is None or amount is None:
            continue
        if running is not None:
            checks.add(account, amount, running[place])
        if row in openings:
            add_to(found.opening, account, amount)
            continue
        found.moves.append((stamp.start, account, amount))
    found.opening = found.opening or checks.opening()
    total = sum((amount for _, _, amount in found.moves), Decimal())
    found.balanced = abs(total) < HALF_CENT
    return found


def _opening_rows(sheet: Sheet) -> set[int]:
    """The rows that say that they carry balances over from the year before."""
    found: set[int] = set()
    for cells in sheet.columns:
        said = {
            v
            for v in distinct(cells)
            if isinstance(v, str) and v[:1] in _OPENS and _OPENING.fullmatch(plain(v))
        }
        if said:
            found |= {row for row, value in enumerate(cells) if value in said}
    return found


class _RunningBalances:
    """Whether a column of balances runs along with the amounts of each account; if it does, what
    each account held before."""

    def __init__(self) -> None:
        self._first: dict[str, Decimal] = {}
        self._last: dict[str, Decimal] = {}
        self._steps = self._right = 0

    def add(self, account: str, amount: Decimal, balance: Decimal | None) -> None:
        if balance is None:
            return
        if account in self._last:
            self._steps += 1
            self._right += abs(self._last[account] + amount - balance) < HALF_CENT
        else:
            self._first[account] = balance - amount
        self._last[account] = balance

    def opening(self) -> dict[str, Decimal]:
        return self._first if self._steps and self._right >= 0.95 * self._steps else {}


def read_balances(table: Table, sheet: Sheet, columns: LedgerColumns) -> Ledger | None:
    """A trial balance as a ledger of its one period; ``None`` when that is not known."""
    axis = table.period
    span = None if axis is None or axis.column is not None else axis.reading.span
    if axis is None or span is None or axis.cadence not in (Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        return None
    rows = table.data_rows()
    names: dict[str, str] = {}
    read = {
        part: _numbers(sheet, rows, facts) if facts is not None else [None] * len(rows)
        for part, facts in (
            ("change", columns.amount),
            ("before", columns.opening),
            ("after", columns.closing),
        )
    }
    changes: dict[str, Decimal] = {}
    levels: dict[str, Decimal] = {}
    for place, (_, account) in enumerate(_accounts(sheet, rows, columns, names)):
        if account is None:
            continue
        change, before, after = (read[part][place] for part in ("change", "before", "after"))
        if change is None and before is not None and after is not None:
            change = after - before
        if change is not None:
            add_to(changes, account, change)
        if after is not None:
            add_to(levels, account, after)
    if not any(changes.values()):
        return None
    return Ledger(
        axis.cadence, (span,), (changes,), (levels,) if levels else (), (), names, axis.covers_to
    )


def monthly(postings: Postings, axis: PeriodAxis) -> Ledger | None:
    """The postings by month, from the first to the last that has any.

    Silence is no value: months after the last posting are not there.
    """
    months = by_month(postings.moves)
    used = sorted(month for month, amounts in months.items() if any(amounts.values()))
    if not used:
        return None
    periods = months_between(used[0], used[-1])
    changes = tuple(months.get(month, {}) for month in periods)
    until = axis.covers_to
    partial = until is not None and month_of(until) == used[-1] and until < end_of_month(used[-1])
    return Ledger(
        Grain.MONTH,
        tuple(Stamp(Grain.MONTH, month) for month in periods),
        changes,
        levels_of(postings.opening, changes) if postings.opening else (),
        names=postings.names,
        through=until if partial else None,
    )


def _accounts(
    sheet: Sheet, rows: Sequence[int], columns: LedgerColumns, names: dict[str, str]
) -> Iterator[tuple[int, str | None]]:
    """The account of each row; a row without a number has none.  Fills in the names."""
    if columns.account is None:
        yield from _below(rows, columns.headings, names)
        return
    cells = sheet.columns[columns.account.index]
    texts = None if columns.name is None else sheet.columns[columns.name.index]
    known: dict[object, tuple[str, str] | None] = {}
    for row in rows:
        value = cells[row]
        if value not in known:
            known[value] = account_in(value)
        found = known[value]
        if found is None:
            yield row, None
            continue
        number, name = found
        if number not in names:
            beside = None if texts is None else texts[row]
            names[number] = name or (plain(beside) if isinstance(beside, str) else "")
        yield row, number


def _below(
    rows: Sequence[int], headings: Sequence[Heading], names: dict[str, str]
) -> Iterator[tuple[int, str | None]]:
    """The account of the last heading over each row."""
    starts = [row for row, _, _ in headings]
    for row in rows:
        place = bisect_right(starts, row) - 1
        if place < 0:
            yield row, None
            continue
        _, number, name = headings[place]
        names.setdefault(number, name)
        yield row, number


def _amounts(sheet: Sheet, rows: Sequence[int], columns: LedgerColumns) -> list[Decimal | None]:
    if columns.amount is not None:
        return _numbers(sheet, rows, columns.amount)
    assert columns.debit is not None  # noqa: S101 - there is either one or both
    assert columns.credit is not None  # noqa: S101
    debits = _numbers(sheet, rows, columns.debit)
    credited = _numbers(sheet, rows, columns.credit)
    # Some programs write what is credited as negative.
    below = sum(each is not None and each < 0 for each in credited)
    sign = 1 if 2 * below > sum(bool(each) for each in credited) else -1
    nothing = Decimal()
    return [
        (debit or nothing) + sign * (credit or nothing)
        if debit is not None or credit is not None
        else None
        for debit, credit in zip(debits, credited, strict=True)
    ]


def _numbers(sheet: Sheet, rows: Sequence[int], facts: ColumnFacts) -> list[Decimal | None]:
    """Cells as exact amounts; what is beyond all money is none."""
    cells = sheet.columns[facts.index]
    numbers = read_numbers(taken(cells, rows), facts.decimal or ".")
    return [None if n is None or abs(n) > _MOST else Decimal(repr(n)) for n in watched(numbers)]
