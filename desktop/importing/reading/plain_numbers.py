"""Numbers of texts that are surely ones, all at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import isfinite

_NOT_PLAIN = str.maketrans("", "", "0123456789.-\0")
_TASTE = 200  # characters


def plain_numbers(joined: str, cells: Iterable[str]) -> array[float] | None:
    """The numbers of texts (and the same joined by zeros) at once, where they hold digits, a point
    and a minus at the most.

    Of those, Python takes for numbers what :func:`parse_number` does.
    """
    if joined[:_TASTE].translate(_NOT_PLAIN) or joined.translate(_NOT_PLAIN):
        return None
    try:
        numbers = array("d", map(float, cells))
    except ValueError:
        return None  # 1.234.567, a date, or nothing
    return numbers if isfinite(sum(numbers)) else None
