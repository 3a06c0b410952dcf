"""Periods written as text: days, weeks, months, quarters, years and ranges of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from desktop.core.period import Cadence, Period
from desktop.importing.values.dates import iso_day, parse_date
from desktop.importing.values.day_ranges import ends_of
from desktop.importing.values.marks import plain
from desktop.importing.values.month_names import MONTHS, WEEKDAYS
from desktop.importing.values.stamps import Grain, Part, Stamp, range_stamp, stamp_of


@dataclass(frozen=True, slots=True)
class Style:
    """What a column's or a header's own values decide about how its periods are read."""

    order: str = ""  # of day, month and year in dates such as 3/4/2026
    short_year: bool = False  # "Jan 24" is January 2024, not 24 January
    fiscal: bool = False  # "2010-11" is the fiscal year 2010/11, not November 2010
    from_january: bool = False  # week 1 is the one that holds 1 January, not the ISO week 1


_WEEK = (
    r"(?:(?:week|wk|vecka|uge|uke|woche)(?: no| nr| number)?"
    r"|weeks|w|veckan|veckonr|v|u|kw|semana|sem)"
)
_QUARTER = r"(?:quarter|qtr|q|kvartal(?:et)?|kvt|kv|k|quartal|trimestre|trim|t)"
_Y4 = r"((?:1[6-9]|20|21)\d{2})"
_Y = r"((?:1[6-9]|20|21)\d{2}|'\d{2})"
_NAME = r"([^\W\d_]{3,11})"
_SEP = r"[ .,:/_-]*"

_MONTH_CODE = re.compile(_Y4 + r"[ -]?[mp](\d{1,2})")
_YEAR_MONTH = re.compile(_Y4 + r"([-/.])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.]" + _Y4)
_WEEK_DAY = re.compile(_Y4 + r"-?w(\d{2})-?([1-7])")
_NAMED_CODE = re.compile(r"[mp](0[1-9]|1[0-2])(?:" + _SEP + _Y + r")?")
_YEAR_WEEK = re.compile(_Y4 + _SEP + _WEEK + _SEP + r"(\d{1,2})")
_WEEK_YEAR = re.compile(_WEEK + _SEP + r"(\d{1,2})(?:" + _SEP + r"[(]?" + _Y + r"[)]?|/(\d{2}))?")
_YEAR_QUARTER = re.compile(_Y4 + _SEP + _QUARTER + _SEP + r"([1-4])")
_QUARTER_YEAR = re.compile(_QUARTER + _SEP + r"([1-4])(?:" + _SEP + _Y + r"|[ /-](\d{2}))?")
_NTH_QUARTER = re.compile(
    r"([1-4])(?:st|nd|rd|th|:a|:e|\.)? ?" + _QUARTER + r"\.?(?:[ /-]?" + _Y + r"|[ /-]?(\d{2}))?"
)
_YEAR = re.compile(r"(?:år|year|fy|ano|año|jahr|calendar year|räkenskapsår)?[ :]?" + _Y4)
_SHORT_YEAR = re.compile(r"fy ?'?(\d{2})")
_FISCAL = re.compile(r"(?:fy ?)?" + _Y4 + r"[-/–](\d{2}|\d{4})")
_NAME_YEAR = re.compile(_NAME + r"\.?((?: de )|[ .,/_-]*)(\d{4}|'?\d{1,2})?")
_YEAR_NAME = re.compile(_Y4 + r"[ ./_-]*" + _NAME + r"\.?")
_NAME_TO_NAME = re.compile(_NAME + r"\.? ?[-–] ?" + _NAME + r"\.?(?: ?(\d{4}|'\d{2}))?")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de )?" + _NAME + r"\.?")
_MARK = re.compile(r"(?: ?\*+|\s+\(?\d\)|\s*\((?:prel|pre|p|forel|vorl)\w*\.?\))$")
_WEEK_OF = re.compile(
    r"(?:week (?:of|commencing|beginning|starting)|w/?c|w/?b|(?P<ends>week ending|w/?e))[ :]+(.+)"
)
_TO = re.compile(r"\s+(?:-|to|till|til|bis|a)\s+|\s*[–—]\s*")
_ASIDE = re.compile(r"(" + _WEEK + _SEP + r"\d{1,2}) ?\([^()]*\D[^()]*\)")


@lru_cache(maxsize=65536)
def parse_period(text: str, style: Style = Style()) -> Stamp | Part | None:
    """The period in ``text``: a :class:`Stamp`, a :class:`Part` where the year is missing."""
    if (iso := iso_day(text)) is not None:
        return Stamp(Grain.DAY, iso)
    word = _bare(text)
    if not word or len(word) > 60 or (word.isalpha() and word not in MONTHS):
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
    return _week_of(word, style) or parse_range(word, style.order)


def year_and_week(text: str) -> tuple[int, int] | None:
    """The two numbers of a week with its year, however weeks are counted: ``2021 v53``."""
    word = _bare(text)
    if (match := _YEAR_WEEK.fullmatch(word)) is not None:
        return int(match[1]), int(match[2])
    if (match := _WEEK_YEAR.fullmatch(word)) is not None and (match[2] or match[3]):
        year = int((match[2] or match[3]).lstrip("'"))
        return year if year > 99 else 2000 + year, int(match[1])
    return None


def _bare(text: str) -> str:
    """A text folded, without the marks of footnotes and preliminary figures behind it."""
    return _MARK.sub("", plain(text).casefold().strip(" :;,"))


def _week_of(word: str, style: Style) -> Stamp | Part | None:
    """``Week of Jan 5, 2026`` and ``Vecka 5 (26 jan - 1 feb)``."""
    if (match := _WEEK_OF.fullmatch(word)) is not None:
        day = parse_date(match[2], style.order)
        if day is None:
            return None
        start = stamp_of(day).start - timedelta(days=6 if match["ends"] else 0)
        return Stamp(Grain.WEEK, start, start + timedelta(days=6))
    if (match := _ASIDE.fullmatch(word)) is not None:
        return _numbered(match[1], style)
    return None


def parse_range(text: str, order: str = "") -> Stamp | Part | None:
    """The period of ``2024-03-01 - 2024-03-11``: the calendar period in which the range lies."""
    ends = ends_of(text, order)
    if ends is None:
        return _months_between(text)
    first, last = ends
    if first.year:
        start, until = (date(end.year, end.month, end.day) for end in ends)
        return range_stamp(start, until) if start <= until else None
    any_year = Part(Grain.DAY, first.month, first.day, (last.month, last.day)).in_year(2023)
    if any_year is None or any_year.end is None:
        return None
    grain = range_stamp(any_year.start, any_year.end).grain
    return Part(grain, first.month, first.day, (last.month, last.day))


def _months_between(text: str) -> Stamp | None:
    """``okt 2025 - dec 2025`` and ``2025-10 – 2025-12``."""
    ends = [end.strip() for end in _TO.split(plain(text).casefold())]
    months = [_codes(end, Style()) or _named_month(end, Style()) for end in ends]
    if len(months) != 2:
        return None
    first, last = months
    if not isinstance(first, Stamp) or not isinstance(last, Stamp) or first.start >= last.start:
        return None
    if first.grain is not Grain.MONTH or last.grain is not Grain.MONTH:
        return None
    return range_stamp(first.start, Period.containing(Cadence.MONTH, last.start).end)


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


def _codes(word: str, style: Style) -> Stamp | Part | None:
    if (match := _MONTH_CODE.fullmatch(word)) is not None:
        return Part(Grain.MONTH, int(match[2])).in_year(int(match[1]))
    if (match := _NAMED_CODE.fullmatch(word)) is not None:
        return _with_year(Part(Grain.MONTH, int(match[1])), match[2])
    if (match := _YEAR_WEEK.fullmatch(word)) is not None:
        return _week(int(match[2]), style).in_year(int(match[1]))
    if (match := _WEEK_DAY.fullmatch(word)) is not None:
        return _day_of_week(*map(int, match.groups()))
    if (match := _YEAR_MONTH.fullmatch(word)) is not None:
        return Part(Grain.MONTH, int(match[3])).in_year(int(match[1]))
    if (match := _MONTH_YEAR.fullmatch(word)) is not None:
        return Part(Grain.MONTH, int(match[1])).in_year(int(match[2]))
    if (match := _YEAR_QUARTER.fullmatch(word)) is not None:
        return Part(Grain.QUARTER, int(match[2])).in_year(int(match[1]))
    if (match := _YEAR.fullmatch(word)) is not None:
        return Stamp(Grain.YEAR, date(int(match[1]), 1, 1))
    if (match := _SHORT_YEAR.fullmatch(word)) is not None:
        return Stamp(Grain.YEAR, date(2000 + int(match[1]), 1, 1))
    return None


def _week(number: int, style: Style) -> Part:
    return Part(Grain.WEEK, number, from_january=style.from_january)


def _day_of_week(year: int, week: int, day: int) -> Stamp | None:
    try:
        return Stamp(Grain.DAY, date.fromisocalendar(year, week, day))
    except ValueError:
        return None


def _numbered(word: str, style: Style) -> Stamp | Part | None:
    for pattern, grain, last in (
        (_WEEK_YEAR, Grain.WEEK, 53),
        (_QUARTER_YEAR, Grain.QUARTER, 4),
        (_NTH_QUARTER, Grain.QUARTER, 4),
    ):
        match = pattern.fullmatch(word)
        if match is not None and 1 <= int(match[1]) <= last:
            week = grain is Grain.WEEK
            part = _week(int(match[1]), style) if week else Part(grain, int(match[1]))
            return _with_year(part, match[2] or match[3])
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
        if month and style.short_year:
            return Part(Grain.MONTH, month).in_year(2000 + int(match[1]))
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
    if len(number) == 1:
        return Part(Grain.DAY, month, written) if written else None
    marked = number.startswith("'") or any(sign in between for sign in "-/_")
    is_year = style.short_year or marked or written > 31
    if is_year:
        return part.in_year(2000 + written if written < 70 else 1900 + written)
    return Part(Grain.DAY, month, written) if written else None
