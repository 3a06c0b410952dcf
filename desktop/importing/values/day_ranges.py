"""Ranges of days as text, each end as much as the text says of it: ``8-14 jan 2026``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from desktop.importing.values.dates import parse_date, without_weekday
from desktop.importing.values.marks import plain
from desktop.importing.values.month_names import MONTHS

_BETWEEN = re.compile(
    r"\s+(?:-|—|to|till|til|bis|a|al|until|thru|through|t\.?o\.?m\.?)\s+|\s*[–—]\s*|\.\."
    r"|(?<=\d{8})-(?=\d{8})"
    r"|(?<=\d{4}-\d\d-\d\d) ?[-/] ?(?=\d{4}-)"
    r"|(?<=[./]\d{4})-(?=\d{1,2}[./]\d)"
    r"|(?<=\d/\d)-(?=\d{1,2}/\d)|(?<=\d/\d\d)-(?=\d{1,2}/\d)"  # 26/1-1/2
    # 8-14 jan, Apr 9-15
    r"|(?<=^\d)-(?=\d{1,2}\.? [^\W\d])|(?<=^\d\d)-(?=\d{1,2}\.? [^\W\d])"
    r"|(?<=[^\W\d] \d)-(?=\d)|(?<=[^\W\d] \d\d)-(?=\d)",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: (?:de )?([^\W\d_]{3,11})\.?)?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,11})\.? (\d{1,2})(?:st|nd|rd|th)?")
_TWO_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})")
_LONGEST = 31  # days of a range whose ends are two numbers each; in longer ones they are fractions
_DAY_YEAR = re.compile(r"(\d{1,2}),? (\d{4})")


class End(NamedTuple):
    """One end of a range; ``month`` and ``year`` are 0 where the text leaves them to the other."""

    day: int
    month: int = 0
    year: int = 0


def parts_of(text: str) -> list[str]:
    """The two texts of a range, or the one text that is none."""
    return _BETWEEN.split(text)


def ends_of(text: str, order: str = "") -> tuple[End, End] | None:
    """First and last day of a range, ``None`` when the text is none.

    Both ends have their month; the year is 0 in both where the text has none.
    """
    parts = parts_of(plain(text).casefold())
    if len(parts) != 2:
        return None
    first, last = (_end(part.strip(), order) for part in parts)
    if first is None and last is None:
        return _ends_of_numbers(*parts)
    if first is None or last is None:
        return None
    month = first.month or last.month
    if not month or (first.year and not last.year):
        return None
    first = first._replace(month=first.month or last.month)
    last = last._replace(month=last.month or first.month)
    if last.year and not first.year:
        turned = (first.month, first.day) > (last.month, last.day)
        first = first._replace(year=last.year - turned)
    return (first, last) if _is_real(first) and _is_real(last) else None


def _ends_of_numbers(first: str, last: str) -> tuple[End, End] | None:
    """``26/1 - 1/2``: days and months in the order in which the range is short."""
    one, other = _TWO_NUMBERS.fullmatch(first.strip()), _TWO_NUMBERS.fullmatch(last.strip())
    if one is None or other is None:
        return None
    day_first = tuple(End(int(each[1]), int(each[2])) for each in (one, other))
    month_first = tuple(End(int(each[2]), int(each[1])) for each in (one, other))
    found = [
        (_length(start, end), (start, end))
        for start, end in (day_first, month_first)
        if _is_real(start) and _is_real(end)
    ]
    length, ends = min(found, key=lambda each: each[0], default=(0, None))
    return ends if 1 < length <= _LONGEST else None


def _length(first: End, last: End) -> int:
    """How many days a range without years has, its ends among them."""
    start, end = (date(2024, each.month, each.day) for each in (first, last))
    return (end - start).days % 366 + 1


def _end(text: str, order: str) -> End | None:
    day = parse_date(text, order)
    if day is not None:
        return End(day.day, day.month, day.year)
    if (match := _DAY_YEAR.fullmatch(text)) is not None:
        return End(int(match[1]), 0, int(match[2]))
    text = without_weekday(text)
    if (match := _DAY_MONTH.fullmatch(text)) is not None:
        month = MONTHS.get(match[2]) if match[2] else 0
        return None if month is None else End(int(match[1]), month)
    if (match := _MONTH_DAY.fullmatch(text)) is not None and match[1] in MONTHS:
        return End(int(match[2]), MONTHS[match[1]])
    return None


def _is_real(end: End) -> bool:
    """Whether there is such a day; without a year 29 February is one."""
    try:
        date(end.year or 2024, end.month, end.day)
    except ValueError:
        return False
    return True
