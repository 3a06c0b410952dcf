"""What the records of a SIE file say (SIE file format 4B): years, accounts, balances, vouchers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.importing.cells import Sheet
from desktop.importing.ledgers.ledger import HALF_CENT, add_to, month_of
from desktop.importing.ledgers.sie_objects import Balances, Month, ObjectParts
from desktop.importing.reading.sie_lines import MOST_FIELDS, is_objects, names_object

_AMOUNT = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,6})?")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_ACCOUNT = re.compile(r"\d{1,10}")


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher whose rows do not add up to nothing: its name and what they add up to."""

    name: str
    row: int
    difference: Decimal


@dataclass(slots=True)
class SieBook:
    """The content of one file.  Years are by their number in the file: 0 is the current one, -1
    the one before.  Amounts are as in the ledger: debit positive, credit negative.

    ``booked`` are the rows of all vouchers by the first day of their month.  ``unread`` are the
    numbers of lines that break the format; ``rows`` the first and last line with amounts of each
    year.
    """

    company: str = ""
    currency: str = ""
    made: date | None = None
    covers: date | None = None
    years: dict[int, tuple[date, date]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    opening: dict[int, Balances] = field(default_factory=dict)
    closing: dict[int, Balances] = field(default_factory=dict)
    results: dict[int, Balances] = field(default_factory=dict)
    changes: dict[int, dict[Month, Balances]] = field(default_factory=dict)
    budget: dict[int, dict[Month, Balances]] = field(default_factory=dict)
    booked: dict[date, Balances] = field(default_factory=dict)
    unbalanced: list[Voucher] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)

    def note_row(self, year: int, row: int) -> None:
        first, last = self.rows.get(year, (row, row))
        self.rows[year] = (min(first, row), max(last, row))


class Unreadable(ValueError):
    """A record that breaks the format."""


def read_book(sheet: Sheet) -> SieBook:
    """The book in the rows of a SIE file."""
    reader = _Reader()
    short = [""] * max(MOST_FIELDS - sheet.width, 0)
    for number, cells in zip(sheet.row_numbers, sheet.rows(), strict=True):
        label, *fields = ["" if cell is None else str(cell) for cell in cells]
        if label:
            reader.read(number, label, [*fields, *short])
    return reader.finished()


class _Reader:
    """Takes one record after another."""

    def __init__(self) -> None:
        self.book = SieBook()
        self._voucher: tuple[str, int, date] | None = None
        self._difference = Decimal()
        self._parts: list[ObjectParts] = []
        self._readers: dict[str, Callable[[int, Sequence[str]], None]] = {
            "#FNAMN": self._company,
            "#VALUTA": self._currency,
            "#GEN": self._made,
            "#OMFATTN": self._covers,
            "#RAR": self._year,
            "#KONTO": self._account,
            "#IB": self._balance(self.book.opening),
            "#UB": self._balance(self.book.closing),
            "#RES": self._balance(self.book.results),
            "#PSALDO": self._by_month(self.book.changes),
            "#PBUDGET": self._by_month(self.book.budget),
            "#VER": self._begin_voucher,
            "#TRANS": self._entry,
        }

    def read(self, number: int, label: str, fields: Sequence[str]) -> None:
        """Labels that are not known are passed over, as the format asks; so are ``#RTRANS``,
        which a ``#TRANS`` repeats, and ``#BTRANS``, which have been struck."""
        try:
            if label == "}":
                self._end_voucher()
            elif label in self._readers:
                self._readers[label](number, fields)
            elif label != "{" and not label.startswith("#"):
                raise Unreadable
        except Unreadable:
            self.book.unread.append(number)

    def finished(self) -> SieBook:
        self._end_voucher()
        for parts in self._parts:
            parts.settle()
        return self.book

    # What the file says of itself.

    def _company(self, _: int, fields: Sequence[str]) -> None:
        self.book.company = fields[0].strip()[:80]

    def _currency(self, _: int, fields: Sequence[str]) -> None:
        if re.fullmatch(r"[A-Za-z]{3}", fields[0]):
            self.book.currency = fields[0].upper()

    def _made(self, _: int, fields: Sequence[str]) -> None:
        self.book.made = read_day(fields[0])

    def _covers(self, _: int, fields: Sequence[str]) -> None:
        self.book.covers = read_day(fields[0])

    def _year(self, _: int, fields: Sequence[str]) -> None:
        year, first, last = read_year(fields[0]), read_day(fields[1]), read_day(fields[2])
        if first is None or last is None or not first < last or (last - first).days > 1100:
            raise Unreadable
        self.book.years[year] = (first, last)

    def _account(self, _: int, fields: Sequence[str]) -> None:
        self.book.names[read_account(fields[0])] = fields[1].strip()

    # Balances.

    def _balance(self, into: dict[int, Balances]) -> Callable[[int, Sequence[str]], None]:
        def read(number: int, fields: Sequence[str]) -> None:
            year, account = read_year(fields[0]), read_account(fields[1])
            add_to(into.setdefault(year, {}), account, read_amount(fields[2]))
            self.book.note_row(year, number)

        return read

    def _by_month(
        self, into: dict[int, dict[Month, Balances]]
    ) -> Callable[[int, Sequence[str]], None]:
        """Those of an object are parts of the account's own and are not added to it; they stand in
        for it where a file leaves it out."""
        parts = ObjectParts(into)
        self._parts.append(parts)

        def read(number: int, fields: Sequence[str]) -> None:
            year, month = read_year(fields[0]), read_month(fields[1])
            account, rest = read_account(fields[2]), fields[3:]
            if is_objects(rest[0]):
                if names_object(rest[0]):
                    parts.add(year, month, account, rest[0], read_amount(rest[1]))
                    self.book.note_row(year, number)
                    return
                rest = rest[1:]
            amounts = into.setdefault(year, {}).setdefault(month, {})
            add_to(amounts, account, read_amount(rest[0]))
            self.book.note_row(year, number)

        return read

    # Vouchers.

    def _begin_voucher(self, number: int, fields: Sequence[str]) -> None:
        self._end_voucher()
        day = read_day(fields[2])
        if day is None:
            raise Unreadable
        self._voucher = (f"{fields[0]} {fields[1]}".strip(), number, day)

    def _entry(self, number: int, fields: Sequence[str]) -> None:
        """A row counts on its own day where that lies in the year, else on the voucher's."""
        if self._voucher is None:
            raise Unreadable
        account = read_account(fields[0])
        rest = fields[2:] if is_objects(fields[1]) else fields[1:]
        amount = read_amount(rest[0])
        day, whole = read_day(rest[1]), self.book.years.get(0)
        if day is None or whole is None or not whole[0] <= day <= whole[1]:
            day = self._voucher[2]
        self._difference += amount
        add_to(self.book.booked.setdefault(month_of(day), {}), account, amount)
        self.book.note_row(0, number)

    def _end_voucher(self) -> None:
        if self._voucher is not None:
            name, number, _ = self._voucher
            if abs(self._difference) >= HALF_CENT:
                self.book.unbalanced.append(Voucher(name, number, self._difference))
        self._voucher, self._difference = None, Decimal()


# Fields.


def read_amount(text: str) -> Decimal:
    """An amount; raises :class:`Unreadable`."""
    word = text.replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    if not _AMOUNT.fullmatch(word):
        raise Unreadable
    return Decimal(word.replace(",", "."))


def read_day(text: str) -> date | None:
    """A date, as YYYYMMDD."""
    match = _DAY.fullmatch(text.strip())
    try:
        return None if match is None else date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def read_month(text: str) -> Month:
    """A month, as YYYYMM; raises :class:`Unreadable`."""
    if not re.fullmatch(r"\d{6}", text) or not 1 <= int(text[4:]) <= 12 or text < "1":
        raise Unreadable
    return int(text[:4]), int(text[4:])


def read_year(text: str) -> int:
    """The number of a year; raises :class:`Unreadable`."""
    if not re.fullmatch(r"-?\d{1,2}", text):
        raise Unreadable
    return int(text)


def read_account(text: str) -> str:
    """An account number; raises :class:`Unreadable`."""
    if not _ACCOUNT.fullmatch(text):
        raise Unreadable
    return text
