"""The years of a SIE book as ledgers by month, or by year where the file has no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.core.message import Message, msg, nmsg
from desktop.importing.ledgers.ledger import (
    Balances,
    Ledger,
    add_to,
    end_of_month,
    levels_of,
    month_of,
    months_between,
)
from desktop.importing.ledgers.sie_book import SieBook
from desktop.importing.values.stamps import Grain, Stamp

CENT = Decimal("0.01")

Months = Mapping[date, Balances]


@dataclass(frozen=True, slots=True)
class SieYear:
    """One fiscal year: its days, its ledger, where the figures come from and what is odd."""

    number: int
    whole: Stamp
    ledger: Ledger
    reason: Message
    warnings: tuple[Message, ...] = ()


def sie_years(book: SieBook) -> list[SieYear]:
    """The years with figures, the newest first."""
    years = dict(book.years) or _guessed_year(book)
    found = (_year(book, number, *years[number]) for number in sorted(years, reverse=True))
    return [year for year in found if year is not None]


def _guessed_year(book: SieBook) -> dict[int, tuple[date, date]]:
    """Vouchers without a fiscal year: from their first month to their last."""
    months = sorted(book.booked)
    return {0: (months[0], end_of_month(months[-1]))} if months else {}


def _year(book: SieBook, number: int, first: date, last: date) -> SieYear | None:
    whole = Stamp(Grain.YEAR, first, last)
    months, reason = movements(book, number)
    start = month_of(first)
    inside = {month: amounts for month, amounts in months.items() if start <= month <= last}
    outside = {month for month in months if month not in inside and any(months[month].values())}
    used = sorted(month for month, amounts in inside.items() if any(amounts.values()))
    if not used:
        return _by_year(book, number, whole)
    end, through = _covered(book, used)
    warnings = []
    if outside:
        warnings.append(_left_out(outside, msg("outside the fiscal year")))
    late = {month for month in used if month > end}
    if late:
        warnings.append(_left_out(late, msg("after the day that the file was made for")))
    periods = months_between(used[0], end)
    changes = tuple(inside.get(month, {}) for month in periods)
    opening = _opening(book, number, months)
    budget = _months(book.budget.get(number, {}))
    ledger = Ledger(
        Grain.MONTH,
        tuple(Stamp(Grain.MONTH, month) for month in periods),
        changes,
        () if opening is None else levels_of(opening, changes),
        tuple(budget.get(month, {}) for month in periods) if budget else (),
        book.names,
        through,
    )
    return SieYear(number, whole, ledger, reason, tuple(warnings))


def _opening(book: SieBook, number: int, months: Months) -> Balances | None:
    """The balances that a year began with; from those at its end where only they are told."""
    told, closing = book.opening.get(number), book.closing.get(number)
    if told is not None or closing is None:
        return told
    added = totals(months)
    return {a: amount - added.get(a, Decimal()) for a, amount in closing.items()}


def movements(book: SieBook, number: int) -> tuple[Months, Message]:
    """The movements of a year by month: its period balances, or its vouchers added up.

    Where the file has both and they differ, those that fit its own results (#RES) better.
    """
    periods = _months(book.changes.get(number, {}))
    from_periods = msg("Months from the period balances of the file (#PSALDO).")
    from_vouchers = msg("Months added up from the vouchers of the file (#TRANS).")
    has_periods = any(any(amounts.values()) for amounts in periods.values())
    if number != 0 or not book.booked:
        return periods, from_periods
    if has_periods and misfit(book, number, periods) <= misfit(book, number, book.booked):
        return periods, from_periods
    return book.booked, from_vouchers


def misfit(book: SieBook, number: int, months: Months) -> int:
    """How many accounts of the income statement do not add up to the file's own result."""
    stated, added = book.results.get(number, {}), totals(months)
    return sum(
        abs(added.get(account, Decimal()) - amount) >= CENT for account, amount in stated.items()
    )


def totals(months: Months) -> dict[str, Decimal]:
    """The movements of all months, by account."""
    found: dict[str, Decimal] = {}
    for amounts in months.values():
        for account, amount in amounts.items():
            add_to(found, account, amount)
    return found


def _months(changes: Mapping[tuple[int, int], Balances]) -> dict[date, Balances]:
    return {date(year, month, 1): amounts for (year, month), amounts in changes.items()}


def _covered(book: SieBook, used: list[date]) -> tuple[date, date | None]:
    """The last month that the file speaks of, and the last day it covers of that.

    Silence is no value: months after the last movement are not there.  The day that the balances
    are of (#OMFATTN) and the one that the file was made on (#GEN) end them earlier.
    """
    end, through = used[-1], None
    for day in (book.covers, book.made):
        if day is None or day < used[0]:
            continue  # some programs write 19700101
        if month_of(day) < end:
            end, through = month_of(day), None
        if month_of(day) == end and day < end_of_month(end):
            through = min(day, through or day)
    return end, through


def _by_year(book: SieBook, number: int, whole: Stamp) -> SieYear | None:
    """A year of which only the results and closing balances are known."""
    results, closing = book.results.get(number, {}), book.closing.get(number, {})
    if not any(results.values()) and not any(closing.values()):
        return None
    end = whole.end or whole.start
    days = [day for day in (book.covers, book.made) if day and whole.start <= day < end]
    ledger = Ledger(
        Grain.YEAR,
        (whole,),
        (results,),
        (closing,) if closing else (),
        names=book.names,
        through=min(days) if days else None,
    )
    return SieYear(
        number, whole, ledger, msg("Only the figures of the whole year are in the file.")
    )


def _left_out(months: set[date], why: Message) -> Message:
    ordered = sorted(months)
    return nmsg(
        "{n} month with movements is left out, {why}: {months}.",
        "{n} months with movements are left out, {why}: {months}.",
        len(ordered),
        why=why,
        months=", ".join(month.isoformat()[:7] for month in ordered[:6]),
    )
