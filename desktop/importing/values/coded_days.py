"""Days, weeks and months written as bare numbers: 20260131, 202605, 260131, 46053, 1769817600,
2026-05 for a week, 05.2026 for a month, 20/3 for a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from desktop.importing.cells import Value
from desktop.importing.values.kinds import is_year
from desktop.importing.values.marks import plain
from desktop.importing.values.numbers import parse_number
from desktop.importing.values.stamps import Grain, Part, Stamp
from desktop.importing.values.words import DAY_WORDS, word_set

WEEK_WORDS = word_set(
    "vecka veckonummer veckonr week weeknumber wk v uge ugenummer uke kw woche semana"
)
MONTH_WORDS = word_set("month månad måned monat mes mån md")
_YEAR_WEEK = re.compile(r"(\d{4})[-/. ]?(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\.(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_LENGTHS = {
    "serial": (5,),
    "unix": (10, 13),
    "yyyyww": (6,),
    "yymmdd": (6,),
    "m.yyyy": (6,),
}
_EPOCH = date(1970, 1, 1)  # what computers count their seconds from
_FIRST_SERIAL = date(1899, 12, 30)  # what spreadsheets count their days from


def digits_of(value: Value) -> str:
    """A whole number as its digits, from a number or a text."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return plain(value) if isinstance(value, str) else ""


def year_week_of(value: Value) -> str:
    """``2026-5``, ``2026/05`` and 202605 as the six digits of a year and its week."""
    match = _YEAR_WEEK.fullmatch(digits_of(value))
    return f"{match[1]}{int(match[2]):02d}" if match else ""


def pointed_month_of(value: Value) -> str:
    """``5.2026``, from a text or the number that a spreadsheet made of it, as 202605."""
    text = f"{value:.4f}" if isinstance(value, float) else digits_of(value)
    match = _MONTH_YEAR.fullmatch(text)
    return f"{match[2]}{int(match[1]):02d}" if match else ""


def serial_of(value: Value) -> str:
    """The day of a spreadsheet's serial number, whose fraction is the time of day."""
    if isinstance(value, str):
        written = parse_number(value)
        value = None if written is None else written.value
    return str(int(value)) if isinstance(value, float) and 0 <= value < 1e5 else ""


def day_and_month_of(value: Value, code: str) -> Part | None:
    """``20/3`` as a day that lacks its year; ``code`` is d/m or m/d."""
    match = _DAY_MONTH.fullmatch(plain(value)) if isinstance(value, str) else None
    if match is None:
        return None
    day, month = map(int, match.groups() if code == "d/m" else reversed(match.groups()))
    return Part(Grain.DAY, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def stamp_of_digits(digits: str, code: str = "", *, from_january: bool = False) -> Stamp | None:
    """``20260131`` and ``2026013114`` as a day, ``202601`` as a month, or as ``code`` says."""
    if not digits.isdecimal() or len(digits) not in _LENGTHS.get(code, (6, 8, 10)):
        return None
    try:
        if code == "unix":
            seconds = int(digits[:10])  # 13 digits are thousandths
            return Stamp(Grain.DAY, _EPOCH + timedelta(days=seconds // 86400))
        if code == "serial":
            return Stamp(Grain.DAY, _FIRST_SERIAL + timedelta(days=int(digits)))
        if code == "yyyyww":
            week = Part(Grain.WEEK, int(digits[4:]), from_january=from_january)
            return week.in_year(int(digits[:4]))
        if code == "yymmdd":
            year, month, day_of_month = (int(digits[at : at + 2]) for at in (0, 2, 4))
            return Stamp(Grain.DAY, date(2000 + year, month, day_of_month))
        if len(digits) == 6:
            return Stamp(Grain.MONTH, date(int(digits[:4]), int(digits[4:]), 1))
        return Stamp(Grain.DAY, date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])))
    except ValueError:
        return None


def are_stamps(digits: Sequence[str], lengths: tuple[int, ...]) -> bool:
    """Whether all numbers are days or months of likely years, written in so many digits."""
    found = [text for text in digits if text]
    if not found or any(len(text) not in lengths for text in found):
        return False
    stamps = [stamp_of_digits(text) for text in found]
    return all(stamp is not None and is_year(float(stamp.start.year)) for stamp in stamps)


def code_of(digits: Sequence[str], words: set[str]) -> str | None:
    """How numbers under the name of a day or week tell it: a code in which all are near."""
    found = [text for text in digits if text]
    for code, named in (
        ("yyyyww", WEEK_WORDS),
        ("yymmdd", DAY_WORDS),
        ("serial", DAY_WORDS),
        ("unix", DAY_WORDS),
    ):
        if len(found) != len(digits) or len(set(found)) < 2 or not words & named:
            continue
        stamps = [stamp_of_digits(text, code, from_january=True) for text in found]
        if all(s is not None and 1990 <= s.start.year <= 2060 for s in stamps):
            return code
    return None
