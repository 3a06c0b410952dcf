"""The amounts of accounts by period, wherever they come from: SIE, postings, a trial balance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.core.period import Cadence, Period, add_months
from desktop.importing.values.stamps import Grain, Stamp

Balances = Mapping[str, Decimal]  # by account; debit positive, credit negative
HALF_CENT = Decimal("0.005")  # from here on amounts differ


@dataclass(frozen=True, slots=True)
class Ledger:
    """What happened on each account in each period.

    ``changes`` are the movements of each of ``stamps``; ``levels`` the balances at its end, empty
    when no opening balances are known.  ``through`` is the last day that the last period covers
    when that is before its end.  ``names`` holds every account that the file knows, used or not.
    """

    grain: Grain
    stamps: tuple[Stamp, ...]
    changes: tuple[Balances, ...]
    levels: tuple[Balances, ...] = ()
    budget: tuple[Balances, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    through: date | None = None

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account, in order."""
        each = [*self.changes, *self.levels, *self.budget, self.names]
        return tuple(sorted({account for amounts in each for account in amounts}))


def add_to(amounts: MutableMapping[str, Decimal], account: str, amount: Decimal) -> None:
    """Add an amount to what there is on the account."""
    amounts[account] = amounts.get(account, Decimal()) + amount


def month_of(day: date) -> date:
    return day.replace(day=1)


def end_of_month(month: date) -> date:
    return Period(Cadence.MONTH, month).end


def months_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of all months from one to another, both included."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, each) for each in range(count))


def levels_of(opening: Balances, changes: Sequence[Balances]) -> tuple[Balances, ...]:
    """The balances at the end of each period: what was there, and all movements until then."""
    running = dict(opening)
    found = []
    for amounts in changes:
        for account, amount in amounts.items():
            add_to(running, account, amount)
        found.append(dict(running))
    return tuple(found)


def by_month(moves: Iterable[tuple[date, str, Decimal]]) -> dict[date, dict[str, Decimal]]:
    """Movements (day, account, amount) added up by month and account."""
    found: dict[date, dict[str, Decimal]] = {}
    for day, account, amount in moves:
        add_to(found.setdefault(month_of(day), {}), account, amount)
    return found
