"""Headers of bare numbers: ``202601``, ``2601``, ``1.2026``, days since 1900, 1 to 31."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from desktop.core.message import Message, msg
from desktop.importing.cells import Value
from desktop.importing.values.kinds import NUMBER, glance
from desktop.importing.values.marks import plain
from desktop.importing.values.stamps import Grain, Part, Stamp
from desktop.importing.values.words import word_set, words_of

Periods = dict[int, Stamp | Part]

_FIRST_SERIAL = date(1899, 12, 30)  # what spreadsheets count their days from
_SERIALS = range(25_000, 75_000)  # the years 1968 to 2105
_STEPS = ({1}, {7}, {28, 29, 30, 31}, {90, 91, 92}, {365, 366})  # days from one to the next
_LONGEST_LABELS = 4  # label columns left of the numbers
_WEEKS = word_set("vecka veckor veckonummer week weeks v uge uger uke uker kw woche semana")
_MONTHS = word_set("månad månader month months måned måneder monat mes")
_QUARTERS = word_set("kvartal quarter quarters quartal trimestre")
_NAMED = (
    (Grain.WEEK, _WEEKS, 53),
    (Grain.MONTH, _MONTHS, 12),
    (Grain.QUARTER, _QUARTERS, 4),
)
_POINTED = re.compile(r"(\d{1,2})\.(\d{4})")


def is_coded(row: Sequence[Value]) -> bool:
    """Whether a row names columns by numbers: labels or nothing first, then rising codes."""
    values = dict(enumerate(row))
    numbers = _numbers(values)
    if len(numbers) < 2:
        return False
    first, last = min(numbers), max(numbers)
    before = [value for value in row[:first] if value is not None]
    if first > _LONGEST_LABELS or not all(isinstance(value, str) for value in before):
        return False
    if any(row[column] is None for column in range(first, last)):
        return False
    named = set(words_of(" ".join(map(str, before)))) & (_WEEKS | _MONTHS | _QUARTERS)
    return bool(_dated(numbers)) or (_is_run(numbers) and (bool(named) or len(numbers) > 3))


def periods_of_codes(
    values: Mapping[int, Value], corner: str, month: date | None, *, in_a_year: bool
) -> tuple[Periods, Message | None]:
    """The periods that the numbers of a header row stand for, by column, and why.

    ``corner`` is what stands over the labels, ``month`` the one that a title names, and
    ``in_a_year`` whether a title names the year.
    """
    numbers = _numbers(values)
    dated = _dated(numbers)
    if dated:
        column, period = next(iter(dated.items()))
        return dict(dated), msg(
            "The number {number} over a column is read as {day}.",
            number=numbers[column],
            day=period.start,
        )
    if not _is_run(numbers):
        return {}, None
    counts = {column: int(text) for column, text in numbers.items()}
    words = set(words_of(corner))
    for grain, named, last in _NAMED:
        if words & named:
            fits = all(1 <= count <= last for count in counts.values())
            return ({c: Part(grain, n) for c, n in counts.items()} if fits else {}), None
    return _days_or_months(counts, month, in_a_year=in_a_year)


def _days_or_months(
    counts: Mapping[int, int], month: date | None, *, in_a_year: bool
) -> tuple[Periods, Message | None]:
    first, last = min(counts.values()), max(counts.values())
    if month is not None and first >= 1 and last <= 31:
        days = {c: Part(Grain.DAY, month.month, n).in_year(month.year) for c, n in counts.items()}
        whole: Periods = {column: day for column, day in days.items() if day is not None}
        if len(whole) == len(days):
            return whole, msg("The numbers over the columns are the days of the month above them.")
    if in_a_year and (first, last) == (1, 12):
        return {c: Part(Grain.MONTH, n) for c, n in counts.items()}, msg(
            "The numbers 1 to 12 over the columns are read as months."
        )
    return {}, None


def _numbers(values: Mapping[int, Value]) -> dict[int, str]:
    """The cells that are numbers, as they are written; years are left out."""
    found = {}
    for column, value in values.items():
        if glance(value) != NUMBER:
            continue
        if isinstance(value, float):
            found[column] = str(int(value)) if value.is_integer() else f"{value:.4f}"
        elif isinstance(value, str):
            found[column] = plain(value)
    return found


def _dated(numbers: Mapping[int, str]) -> dict[int, Stamp]:
    """The numbers as months or days, if one way to write them fits all and they follow on."""
    for read, least, follow in _WAYS:
        stamps = [read(text) for text in numbers.values()]
        found = [stamp for stamp in stamps if stamp is not None]
        if len(found) == len(stamps) >= least and follow([stamp.start for stamp in found]):
            return dict(zip(numbers, found, strict=True))
    return {}


def _is_run(numbers: Mapping[int, str]) -> bool:
    """Whether they count on one by one: from 1, or at least four of them."""
    if not numbers or not all(text.isdecimal() for text in numbers.values()):
        return False
    counts = [int(text) for text in numbers.values()]
    if any(after != before + 1 for before, after in pairwise(counts)):
        return False
    return len(counts) >= (3 if counts[0] == 1 else 4)


def _year_month(text: str) -> Stamp | None:
    return _month(text[:4], text[4:]) if len(text) == 6 and text.isdecimal() else None


def _short_month(text: str) -> Stamp | None:
    return _month(f"20{text[:2]}", text[2:]) if len(text) == 4 and text.isdecimal() else None


def _pointed_month(text: str) -> Stamp | None:
    match = _POINTED.fullmatch(text)
    return _month(match[2], match[1]) if match else None


def _month(year: str, month: str) -> Stamp | None:
    if not 1950 <= int(year) <= 2100 or not 1 <= int(month) <= 12:
        return None
    return Stamp(Grain.MONTH, date(int(year), int(month), 1))


def _day(text: str) -> Stamp | None:
    if len(text) != 8 or not text.isdecimal() or not 1950 <= int(text[:4]) <= 2100:
        return None
    try:
        return Stamp(Grain.DAY, date(int(text[:4]), int(text[4:6]), int(text[6:])))
    except ValueError:
        return None


def _serial(text: str) -> Stamp | None:
    if not text.isdecimal() or len(text) != 5 or int(text) not in _SERIALS:
        return None
    return Stamp(Grain.DAY, _FIRST_SERIAL + timedelta(days=int(text)))


def _rise(days: Sequence[date]) -> bool:
    steps = list(pairwise(days))
    return all(after > before for before, after in steps) or all(
        after < before for before, after in steps
    )


def _follow_monthly(days: Sequence[date]) -> bool:
    months = [day.year * 12 + day.month for day in days]
    return all(after == before + 1 for before, after in pairwise(months))


def _are_spaced(days: Sequence[date]) -> bool:
    steps = {(after - before).days for before, after in pairwise(days)}
    return any(steps <= allowed for allowed in _STEPS)


Way = tuple[Callable[[str], Stamp | None], int, Callable[[Sequence[date]], bool]]
_WAYS: tuple[Way, ...] = (  # how they are written, how many are needed, how they follow on
    (_day, 2, _rise),
    (_year_month, 2, _rise),
    (_pointed_month, 2, _follow_monthly),
    (_short_month, 3, _follow_monthly),
    (_serial, 3, _are_spaced),
)
