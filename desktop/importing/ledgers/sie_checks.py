"""Whether a SIE file agrees with itself: results, balances and vouchers; what differs is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from desktop.core.message import Message, msg, nmsg
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.importing.ledgers.ledger import Balances
from desktop.importing.ledgers.sie_book import SieBook
from desktop.importing.ledgers.sie_ledger import CENT, SieYear, movements, totals
from desktop.importing.values.stamps import Grain


def checks(book: SieBook, years: list[SieYear], currency: str) -> Iterator[Message]:
    """One sentence for each kind of disagreement, with the amounts."""
    unit = Unit(UnitKind.CURRENCY, currency)
    for year in years:
        yield from year.warnings
        if year.ledger.grain is Grain.MONTH:
            added = totals(movements(book, year.number)[0])
            yield from _results(book, year, added, unit)
            yield from _balances(book, year, added, unit)
    yield from _vouchers(book, unit)
    if book.booked and not (book.opening or book.closing or book.results):
        yield msg(
            "The file holds vouchers but no balances, as files meant for import into an accounting "
            "program do (type 4I). They may be only a part of the books."
        )
    if book.unread:
        yield nmsg(
            "{n} line breaks the SIE format and is left out: line {lines}.",
            "{n} lines break the SIE format and are left out: lines {lines}.",
            len(book.unread),
            lines=", ".join(map(str, book.unread[:6])) + (" …" if len(book.unread) > 6 else ""),
        )


def _results(book: SieBook, year: SieYear, added: Balances, unit: Unit) -> Iterator[Message]:
    """Accounts 3-8 against #RES.  8999 carries the result over and is often only in one."""
    stated = book.results.get(year.number)
    if stated is None:
        return
    mine = {a: amount for a, amount in added.items() if a in stated or a[0] in "345678"}
    worst = _worst(mine, stated)
    if worst:
        yield msg(
            "{year}: the months do not add up to the file’s own results (#RES). They come to "
            "{added}, the file says {stated}; account {account} differs by {difference}.",
            year=str(year.whole.start.year),
            added=_amount(-sum(mine.values(), Decimal()), unit),
            stated=_amount(-sum(stated.values(), Decimal()), unit),
            account=worst,
            difference=_amount(_apart(mine, stated, worst), unit),
        )


def _balances(book: SieBook, year: SieYear, added: Balances, unit: Unit) -> Iterator[Message]:
    """Opening balance and movements of each balance account against #UB."""
    opening, closing = book.opening.get(year.number, {}), book.closing.get(year.number)
    if closing is None:
        return
    results = book.results.get(year.number, {})
    accounts = {a for a in (*opening, *added) if a in closing or a[0] in "12"} - set(results)
    mine = {a: opening.get(a, Decimal()) + added.get(a, Decimal()) for a in accounts}
    worst = _worst(mine, closing)
    if worst:
        off = sum(abs(_apart(mine, closing, a)) >= CENT for a in {*mine, *closing})
        yield nmsg(
            "{year}: opening balance and movements do not make the closing balance (#UB) of {n} "
            "account; {account} differs by {difference}.",
            "{year}: opening balance and movements do not make the closing balance (#UB) of {n} "
            "accounts; {account} differs most, by {difference}.",
            off,
            year=str(year.whole.start.year),
            account=worst,
            difference=_amount(_apart(mine, closing, worst), unit),
        )


def _vouchers(book: SieBook, unit: Unit) -> Iterator[Message]:
    if book.unbalanced:
        worst = max(book.unbalanced, key=lambda each: abs(each.difference))
        yield nmsg(
            "{n} voucher does not balance: {name} is off by {difference} (line {row}).",
            "{n} vouchers do not balance; the worst, {name}, is off by {difference} (line {row}).",
            len(book.unbalanced),
            name=worst.name,
            difference=_amount(worst.difference, unit),
            row=str(worst.row),
        )


def _worst(mine: Balances, stated: Balances) -> str:
    """The account that differs most, empty when none does."""
    accounts = sorted({*mine, *stated})
    worst = max(accounts, key=lambda a: abs(_apart(mine, stated, a)), default="")
    return worst if worst and abs(_apart(mine, stated, worst)) >= CENT else ""


def _apart(mine: Mapping[str, Decimal], stated: Mapping[str, Decimal], account: str) -> Decimal:
    return mine.get(account, Decimal()) - stated.get(account, Decimal())


def _amount(amount: Decimal, unit: Unit) -> Quantity:
    return Quantity(float(amount) or 0.0, unit, 2)
