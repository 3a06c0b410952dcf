"""Three years of a small web shop that sells wool socks: season, growth, weekdays and chance."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from random import Random

from desktop.core.period import add_months

YEARS = 3
RETURN_WEEKS = 4  # who had to wait does not come back a month later
_SEED = 20110305

# Visits of an average month are 1; people think of warm feet from September on.
_SEASON = (1.14, 1.02, 0.88, 0.74, 0.64, 0.57, 0.53, 0.66, 0.97, 1.26, 1.62, 1.71)
_WEEKDAY = (1.06, 1.01, 0.98, 0.97, 0.90, 0.93, 1.15)
_VISITS_A_DAY = 610.0
_GROWTH = 0.13  # visits, a year


@dataclass(frozen=True, slots=True)
class ShopDay:
    """One day of the web shop and its visits; money in the company's own currency."""

    day: date
    visits: int
    orders: int
    gross: float
    discounts: float
    returns: float

    @property
    def net(self) -> float:
        return round(self.gross - self.discounts - self.returns, 2)


@dataclass(frozen=True, slots=True)
class ReportWeek:
    """A line of the warehouse's weekly report; ``monday`` names the ISO week."""

    monday: date
    delivery_days: float
    stock_weeks: float
    returning: float  # share of orders from people who have bought before


@dataclass(frozen=True, slots=True)
class LedgerMonth:
    """A column of the income statement."""

    first: date
    sales: float
    goods: float
    advertising: float
    wages: float
    other: float

    @property
    def costs(self) -> float:
        return round(self.goods + self.advertising + self.wages + self.other, 2)


@dataclass(frozen=True, slots=True)
class ListMonth:
    """The newsletter's readers at the end of a month."""

    first: date
    readers: int


@dataclass(frozen=True, slots=True)
class DemoNumbers:
    """All of it; ``start`` is the first day, and everything ends with its latest full period."""

    start: date
    days: tuple[ShopDay, ...]
    weeks: tuple[ReportWeek, ...]
    months: tuple[LedgerMonth, ...]
    readers: tuple[ListMonth, ...]


def demo_numbers(today: date, order_value: float) -> DemoNumbers:
    """The numbers up to the day before ``today``; the same for the same arguments.

    ``order_value`` is what an order is worth in the company's currency.
    """
    start = add_months(today, -12 * YEARS)
    days = tuple(_days(start, today, order_value, _chance(0)))
    return DemoNumbers(
        start,
        days,
        tuple(_weeks(start, today, _chance(1))),
        tuple(_months(days, today, order_value, _chance(2))),
        tuple(_readers(start, today, _chance(3))),
    )


def _days(start: date, today: date, order_value: float, chance: Random) -> Iterator[ShopDay]:
    for number in range((today - start).days):
        day = start + timedelta(days=number)
        years = number / 365.25
        expected = _VISITS_A_DAY * (1 + _GROWTH) ** years * _season(day) * _WEEKDAY[day.weekday()]
        visits = round(expected * _rush(day) * _noise(chance, 0.08))
        rate = (0.0208 + 0.0011 * years) * (0.93 + 0.1 * _season(day)) * _noise(chance, 0.06)
        orders = round(visits * rate)
        value = order_value * 1.025**years * _noise(chance, 0.05)
        gross = round(orders * value, 2)
        sale = 0.17 if _rush(day) > 1 else 0.035
        yield ShopDay(
            day,
            visits,
            orders,
            gross,
            round(gross * sale * _noise(chance, 0.2), 2),
            round(gross * 0.045 * _noise(chance, 0.3), 2),
        )


def _weeks(start: date, today: date, chance: Random) -> Iterator[ReportWeek]:
    monday = start + timedelta(days=-start.weekday() % 7)
    stock = 8.0
    late: list[float] = []  # days beyond what the season lets expect, week by week
    while monday + timedelta(days=7) <= today:
        years = (monday - start).days / 365.25
        pressure = _season(monday) - 1
        stock += 0.35 * (8.2 - 2.2 * pressure - stock) + chance.gauss(0, 0.7)
        late.append(chance.gauss(0, 0.22))
        waited = late[-1 - RETURN_WEEKS] if len(late) > RETURN_WEEKS else 0.0
        yield ReportWeek(
            monday,
            round(max(1.4, 3.3 + 0.5 * pressure + late[-1]), 1),
            round(max(2.0, stock), 1),
            round(0.19 + 0.035 * years - 0.018 * waited + chance.gauss(0, 0.005), 4),
        )
        monday += timedelta(days=7)


def _months(
    days: tuple[ShopDay, ...], today: date, order_value: float, chance: Random
) -> Iterator[LedgerMonth]:
    for first, sold in groupby(days, key=lambda shop_day: shop_day.day.replace(day=1)):
        if add_months(first, 1) > today:
            return
        sales = sum(shop_day.net for shop_day in sold)
        wages = order_value * 165 * 1.03 ** (first.year - days[0].day.year)
        yield LedgerMonth(
            first,
            round(sales, 2),
            round(sales * 0.43 * _noise(chance, 0.03), 2),
            round(sales * 0.115 * _noise(chance, 0.1), 2),
            round(wages * _noise(chance, 0.01), 2),
            round(order_value * 48 * _noise(chance, 0.12), 2),
        )


def _readers(start: date, today: date, chance: Random) -> Iterator[ListMonth]:
    """They end five months before today: nobody has exported the list since."""
    readers = 2350.0
    first = start
    while first < add_months(today, -5):
        readers += 62 * _season(first) * _noise(chance, 0.25)
        yield ListMonth(first, round(readers))
        first = add_months(first, 1)


def _season(day: date) -> float:
    """The season on a day, gliding from the middle of one month to the middle of the next."""
    place = (day.day - 15) / 30
    month = day.month - 1
    before, share = (month, place) if place >= 0 else (month - 1, 1 + place)
    return _SEASON[before % 12] * (1 - share) + _SEASON[(before + 1) % 12] * share


def _rush(day: date) -> float:
    """The last week of November, when everybody has a sale."""
    return 1.55 if day.month == 11 and 23 <= day.day <= 29 else 1.0


def _chance(number: int) -> Random:
    return Random(_SEED + number)  # noqa: S311  (a sample's numbers are no secret)


def _noise(chance: Random, spread: float) -> float:
    return math.exp(chance.gauss(0, spread))
