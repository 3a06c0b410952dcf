"""Periods written as text: days, weeks, months, quarters, years and ranges of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from desktop.core.period import Cadence, Period
from desktop.importing.dates import parse_date
from desktop.importing.marks import plain
from desktop.importing.month_names import MONTHS, WEEKDAYS


class Grain(StrEnum):
    """How fine a file's periods are; like a KPI's cadence, and hours besides."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def cadence(self) -> Cadence:
        """The cadence that a KPI fed from such periods has at the finest."""
        return Cadence.DAY if self is Grain.HOUR else Cadence(self.value)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A period of a file: ``start`` lies in it; ``end`` is its last day where the file says so."""

    grain: Grain
    start: date
    end: date | None = None

    @property
    def first_day(self) -> date:
        """The first day of the whole calendar period; a week is the ISO week of its middle."""
        day = self.start
        if self.grain is Grain.WEEK and self.end is not None:
            day += timedelta(days=3)
        return Period.containing(self.grain.cadence, day).start


@dataclass(frozen=True, slots=True)
class Part:
    """A period that lacks its year: ``Jan``, ``Vecka 5``, ``Q1``, ``1 januari``."""

    grain: Grain
    number: int  # of the month, week or quarter; for a day its month
    day: int = 1

    def in_year(self, year: int) -> Stamp | None:
        """The period in a year, ``None`` when that year has no such week or day."""
        try:
            match self.grain:
                case Grain.WEEK:
                    return Stamp(self.grain, date.fromisocalendar(year, self.number, 1))
                case Grain.QUARTER:
                    return Stamp(self.grain, date(year, self.number * 3 - 2, 1))
                case _:
                    return Stamp(self.grain, date(year, self.number, self.day))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Style:
    """What a column's or a header's own values decide about how its periods are read."""

    order: str = ""  # of day, month and year in dates such as 3/4/2026
    short_year: bool = False  # "Jan 24" is January 2024, not 24 January
    fiscal: bool = False  # "2010-11" is the fiscal year 2010/11, not November 2010


_WEEK = r"(?:weeks?|wk|w|vecka|veckan|v|uge|uke|u|kw|semana|sem)"
_QUARTER = r"(?:quarter|qtr|q|kvartal|kvt|kv|k|quartal|trimestre|trim|t)"
_Y4 = r"((?:1[6-9]|20|21)\d{2})"
_Y = r"((?:1[6-9]|20|21)\d{2}|'\d{2})"
_NAME = r"([^\W\d_]{3,11})"
_SEP = r"[ .,/_-]*"

_MONTH_CODE = re.compile(_Y4 + r"[ -]?[mp](\d{1,2})")
_YEAR_MONTH = re.compile(_Y4 + r"([-/.])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.]" + _Y4)
_YEAR_WEEK = re.compile(_Y4 + _SEP + _WEEK + _SEP + r"(\d{1,2})")
_WEEK_YEAR = re.compile(_WEEK + _SEP + r"(\d{1,2})(?:" + _SEP + r"[(]?" + _Y + r"[)]?)?")
_YEAR_QUARTER = re.compile(_Y4 + _SEP + _QUARTER + _SEP + r"([1-4])")
_QUARTER_YEAR = re.compile(_QUARTER + _SEP + r"([1-4])(?:" + _SEP + _Y + r")?")
_NTH_QUARTER = re.compile(
    r"([1-4])(?:st|nd|rd|th|:a|:e|\.)? ?" + _QUARTER + r"\.?(?: ?" + _Y + ")?"
)
_YEAR = re.compile(r"(?:år|year|fy|ano|año|jahr|calendar year|räkenskapsår)?[ :]?" + _Y4)
_FISCAL = re.compile(r"(?:fy ?)?" + _Y4 + r"[-/–](\d{2}|\d{4})")
_NAME_YEAR = re.compile(_NAME + r"\.?([ ./_-]*)(\d{4}|'?\d{2})?")
_YEAR_NAME = re.compile(_Y4 + r"[ ./_-]*" + _NAME + r"\.?")
_NAME_TO_NAME = re.compile(_NAME + r"\.? ?[-–] ?" + _NAME + r"\.?(?: ?(\d{4}|'\d{2}))?")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de )?" + _NAME + r"\.?")
_RANGE = re.compile(r"\s+(?:-|–|—|to|till|til|bis|a|al)\s+|(?<=\d{8})-(?=\d{8})|\s*–\s*|\.\.")


@lru_cache(maxsize=65536)
def parse_period(text: str, style: Style = Style()) -> Stamp | Part | None:
    """The period in ``text``: a :class:`Stamp`, a :class:`Part` where the year is missing."""
    word = plain(text).casefold().strip(" :;,")
    if not word or len(word) > 48 or (word.isalpha() and word not in MONTHS):
        return None
    if (fiscal := _fiscal_year(word, style)) is not None:
        return fiscal
    day = parse_date(word, style.order)
    if day is not None:
        return stamp_of(day)
    for reading in (_codes, _named_month, _numbered):
        found = reading(word, style)
        if found is not None:
            return found
    return parse_range(word, style.order)


def stamp_of(day: date | datetime) -> Stamp:
    """The period of a date; a time of day is dropped."""
    return Stamp(Grain.DAY, day.date() if isinstance(day, datetime) else day)


def parse_range(text: str, order: str = "") -> Stamp | None:
    """The period of ``2024-03-01 - 2024-03-11``: the calendar period in which the range lies."""
    ends = _RANGE.split(plain(text).casefold())
    if len(ends) != 2:
        return None
    days = [parse_date(end, order) for end in ends]
    if days[0] is None or days[1] is None:
        return None
    first, last = stamp_of(days[0]).start, stamp_of(days[1]).start
    return range_stamp(first, last) if first <= last else None


def range_stamp(first: date, last: date) -> Stamp:
    """The smallest calendar period that ``first``-``last`` fills or begins; a year at most."""
    if first == last:
        return Stamp(Grain.DAY, first, last)
    if (last - first).days == 6:
        return Stamp(Grain.WEEK, first, last)
    for grain in (Grain.MONTH, Grain.QUARTER):
        period = Period.containing(grain.cadence, first)
        if last in period and (grain is Grain.MONTH or last == period.end):
            return Stamp(grain, first, last)
    return Stamp(Grain.YEAR, first, last)


def fills_calendar_period(stamp: Stamp) -> bool:
    """Whether a range is one whole day, week, month, quarter or year, or the start of a month."""
    if stamp.end is None or stamp.grain in (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER):
        return True
    return stamp.start.day == 1 and stamp.end + timedelta(days=1) == date(
        stamp.start.year + 1, stamp.start.month, 1
    )


def _fiscal_year(word: str, style: Style) -> Stamp | None:
    match = _FISCAL.fullmatch(word)
    if match is None:
        return None
    following = (int(match[1]) + 1) % (100 if len(match[2]) == 2 else 10000)
    if int(match[2]) != following:
        return None
    if style.fiscal or len(match[2]) == 4 or following > 12 or word.startswith("fy"):
        # The last day of the first calendar year lies in that fiscal year, whenever it starts.
        return Stamp(Grain.YEAR, date(int(match[1]), 12, 31))
    return None


def _codes(word: str, _style: Style) -> Stamp | Part | None:
    for pattern, grain in ((_MONTH_CODE, Grain.MONTH), (_YEAR_WEEK, Grain.WEEK)):
        if (match := pattern.fullmatch(word)) is not None:
            return Part(grain, int(match[2])).in_year(int(match[1]))
    if (match := _YEAR_MONTH.fullmatch(word)) is not None:
        return Part(Grain.MONTH, int(match[3])).in_year(int(match[1]))
    if (match := _MONTH_YEAR.fullmatch(word)) is not None:
        return Part(Grain.MONTH, int(match[1])).in_year(int(match[2]))
    if (match := _YEAR_QUARTER.fullmatch(word)) is not None:
        return Part(Grain.QUARTER, int(match[2])).in_year(int(match[1]))
    if (match := _YEAR.fullmatch(word)) is not None:
        return Stamp(Grain.YEAR, date(int(match[1]), 1, 1))
    return None


def _numbered(word: str, _style: Style) -> Stamp | Part | None:
    for pattern, grain, last in (
        (_WEEK_YEAR, Grain.WEEK, 53),
        (_QUARTER_YEAR, Grain.QUARTER, 4),
        (_NTH_QUARTER, Grain.QUARTER, 4),
    ):
        match = pattern.fullmatch(word)
        if match is not None and 1 <= int(match[1]) <= last:
            return _with_year(Part(grain, int(match[1])), match[2])
    return None


def _with_year(part: Part, year: str | None) -> Stamp | Part | None:
    if not year:
        return part
    number = int(year.lstrip("'"))
    return part.in_year(number if number > 99 else 2000 + number)


def _named_month(word: str, style: Style) -> Stamp | Part | None:
    if (match := _YEAR_NAME.fullmatch(word)) is not None:
        month = MONTHS.get(match[2])
        return Part(Grain.MONTH, month).in_year(int(match[1])) if month else None
    if (match := _NAME_YEAR.fullmatch(word)) is not None:
        month = MONTHS.get(match[1])
        return _month_and_number(month, match[2], match[3], style) if month else None
    if (match := _NAME_TO_NAME.fullmatch(word)) is not None:
        first_month, last_month = MONTHS.get(match[1], 0), MONTHS.get(match[2], 0)
        if first_month % 3 == 1 and last_month == first_month + 2:
            return _with_year(Part(Grain.QUARTER, last_month // 3), match[3])
        return None
    if (match := _DAY_NAME.fullmatch(word)) is not None:
        month = MONTHS.get(match[2])
        if month and 1 <= int(match[1]) <= 31:
            return Part(Grain.DAY, month, int(match[1]))
    first, _, rest = word.partition(" ")
    if rest and first.rstrip(".,") in WEEKDAYS:
        return _named_month(rest, style)
    return None


def _month_and_number(
    month: int, between: str, number: str | None, style: Style
) -> Stamp | Part | None:
    """``Jan``, ``Jan 2026``, ``Jan-26`` (Excel's way to write a month) or ``Jan 26``, a day."""
    part = Part(Grain.MONTH, month)
    if not number:
        return part
    if len(number) == 4:
        return part.in_year(int(number)) if 1800 <= int(number) <= 2200 else None
    written = int(number.lstrip("'"))
    is_year = style.short_year or "-" in between or number.startswith("'") or written > 31
    if is_year:
        return part.in_year(2000 + written if written < 70 else 1900 + written)
    return Part(Grain.DAY, month, written) if written else None
