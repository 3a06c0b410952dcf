"""Dates whose day and month changed places in a spreadsheet program of another country."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.importing.cells import Value
from desktop.importing.tables.axis_reading import turned
from desktop.importing.tables.column_facts import day_text
from desktop.importing.values.dates import is_one_way, orders_of, parse_date
from desktop.importing.values.whole_columns import distinct

_SURE = 4  # of each kind, before the parting at the 12th is no chance


def swap_in(values: Sequence[Value]) -> bool | None:
    """Whether real dates in a column are swapped; ``None`` when that is truly open.

    A program that expects the month first makes dates of ``03/04/2026`` and leaves ``13/04/2026``
    a text.  So real dates have no day above 12, and all texts have one.
    """
    every = list(distinct(values))
    real = [value for value in every if isinstance(value, date)]
    texts = dict.fromkeys(day_text(value) for value in every if isinstance(value, str))
    if not real or not texts:
        return False
    real = [value for value in values if isinstance(value, date)]
    orders = {orders_of(text) for text in texts} - {()}
    if len(real) < 2 or any(day.day > 12 for day in real) or len(orders) != 1:
        return False
    (order,) = orders
    if len(order) != 1 or all(day.day == day.month for day in real):
        return False
    as_is, swapped = _days(values, order[0], swap=False), _days(values, order[0], swap=True)
    if is_one_way(as_is) or is_one_way(swapped):
        return not is_one_way(as_is)
    kinds = (len(set(real)), len({text for text in texts if orders_of(text)}))
    return True if min(kinds) >= _SURE else None


def _days(values: Sequence[Value], order: str, *, swap: bool) -> list[date]:
    days = []
    for value in values:
        found = parse_date(day_text(value), order) if isinstance(value, str) else value
        if isinstance(found, date):
            day = date(found.year, found.month, found.day)
            days.append(turned(day) if swap and not isinstance(value, str) else day)
    return days
