"""Dates written as text: every order of day, month and year, with or without a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise

from desktop.importing.values.marks import plain
from desktop.importing.values.month_names import MONTHS, WEEKDAYS

ORDERS: tuple[str, ...] = ("dmy", "mdy", "ymd")

_TIME = (
    r"(?:(?:t|,? )\s*(?:kl\.? ?|at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    # A time zone is passed over: the day is the one that the file writes.
    r"(?:\s*(?:[a-z]{3,4}|z)?(?:[+-]\d{1,2}(?::?\d{2})?)?)(?:\s*\([^)]*\)|\s+[a-z]+/[a-z_]+)?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})" + _TIME)
_THREE_PARTS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})(?:\2|\.? )(\d{4}|\d{2})" + _TIME)
_COMPACT = re.compile(
    r"((?:19|20)\d{2})(\d{2})(\d{2})(?:t?(?P<hour>\d{2})(?:(?P<minute>\d{2})(?:\d{2})?z?)?)?"
)
_NAME = r"(?P<name>[^\W\d_]{3,11})"
_DAY_NAME_YEAR = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[ /-]?(?:de )?" + _NAME + r"\.?[ ,/-]*(?:de )?"
    r"(?P<year>\d{4}|'?\d{2})" + _TIME
)
_NAME_DAY_YEAR = re.compile(
    _NAME + r"\.?[ -](?P<day>\d{1,2})(?:st|nd|rd|th)?,?[ -](?P<year>\d{4})" + _TIME
)
_YEAR_NAME_DAY = re.compile(r"(?P<year>\d{4})[ -]" + _NAME + r"[ -](?P<day>\d{1,2})" + _TIME)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]{2,10})[.,]{0,2} (?:(?:den|the|d\.|el) )?(?=\S)")
_WEEKDAY_AFTER = re.compile(r",? \(?([^\W\d_]{2,10})\.?\)?$")


def iso_day(text: str) -> date | None:
    """The day of ``2026-03-04``, which means the same everywhere; ``None`` for all else."""
    if _ISO.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def parse_date(text: str, order: str = "") -> date | datetime | None:
    """The date in ``text`` (a ``datetime`` when it has a time of day), or ``None``.

    ``order`` ("dmy", "mdy" or "ymd") is needed for dates such as ``3/4/2026``; without it
    only those are read that can mean one thing alone.
    """
    word = plain(text).casefold()
    if not 6 <= len(word) <= 60:
        return None
    found = _dated(word, order)
    if found is None and (bare := without_weekday(word)) != word:
        found = _dated(bare, order)
    return found


def without_weekday(word: str) -> str:
    """A folded date without the weekday before or after it, and without "den" and "the"."""
    match = _WEEKDAY_BEFORE.match(word)
    if match is not None and match[1] in WEEKDAYS:
        return word[match.end() :]
    match = _WEEKDAY_AFTER.search(word)
    if match is not None and match[1] in WEEKDAYS:
        return word[: match.start()]
    for article in ("den ", "the ", "d. "):
        word = word.removeprefix(article)
    return word


def _dated(word: str, order: str) -> date | datetime | None:
    if (match := _COMPACT.fullmatch(word)) is not None:
        return _made(match, int(match[1]), int(match[2]), int(match[3]))
    if (match := _YEAR_FIRST.fullmatch(word)) is not None:
        return _made(match, int(match[1]), int(match[3]), int(match[4]))
    if (match := _THREE_PARTS.fullmatch(word)) is not None:
        fitting = _orders_of(match)
        chosen = order if order in fitting else "" if order else _only(fitting)
        return _in_order(match, chosen) if chosen else None
    return _named_month(word)


def _named_month(word: str) -> date | datetime | None:
    for pattern in (_DAY_NAME_YEAR, _NAME_DAY_YEAR, _YEAR_NAME_DAY):
        match = pattern.fullmatch(word)
        if match is not None and (month := MONTHS.get(match["name"])) is not None:
            return _made(match, _full_year(match["year"]), month, int(match["day"]))
    return None


def _only(orders: Sequence[str]) -> str:
    return orders[0] if len(orders) == 1 else ""


def _in_order(match: re.Match[str], order: str) -> date | datetime | None:
    parts = dict(zip(order, (match[1], match[3], match[4]), strict=True))
    return _made(match, _full_year(parts["y"]), int(parts["m"]), int(parts["d"]))


def _full_year(year: str) -> int:
    number = int(year.lstrip("'"))
    if len(year.lstrip("'")) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _made(match: re.Match[str], year: int, month: int, day: int) -> date | datetime | None:
    try:
        whole = date(year, month, day)
        hour_text = match.groupdict().get("hour")
        if hour_text is None:
            return whole
        hour = int(hour_text)
        half = match.groupdict().get("half")
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        minute = int(match.groupdict().get("minute") or 0)
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 the file tells no zone
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def orders_of(text: str) -> tuple[str, ...]:
    """The orders in which a three-part date such as ``03/04/2026`` is a real day."""
    word = plain(text).casefold()
    match = _THREE_PARTS.fullmatch(word) or _THREE_PARTS.fullmatch(without_weekday(word))
    return () if match is None else _orders_of(match)


def _orders_of(match: re.Match[str]) -> tuple[str, ...]:
    candidates = ORDERS[:2] if len(match[4]) == 4 else ORDERS
    if match[2] == ".":  # nobody writes month.day.year, and few year.month.day of two digits
        candidates = ("dmy",) if _in_order(match, "dmy") is not None else ("ymd",)
    return tuple(order for order in candidates if _in_order(match, order) is not None)


@dataclass(frozen=True, slots=True)
class OrderDecision:
    """Which order a column's dates are in: ``order`` is empty when that stays open."""

    order: str
    fitting: tuple[str, ...]
    proof: str = ""  # the date that proves it, or "sequence"


def decide_order(texts: Iterable[str]) -> OrderDecision | None:
    """The order of a column of three-part dates, ``None`` when it holds none.

    Proof is a number that cannot be a month, then dates that run in sequence, or in even steps,
    in one order only.
    """
    distinct = list(dict.fromkeys(text for text in texts if orders_of(text)))
    if not distinct:
        return None
    votes = dict.fromkeys(ORDERS, 0)
    proof: dict[str, str] = {}
    for text in distinct:
        fitting = orders_of(text)
        for order in fitting:
            votes[order] += 1
        if len(fitting) == 1:
            proof.setdefault(fitting[0], text)
    most = max(votes.values())
    best = tuple(order for order in ORDERS if votes[order] == most)
    if len(best) == 1:
        return OrderDecision(best[0], best, proof.get(best[0], distinct[0]))
    if len(distinct) >= 4:
        for shape in (_not_yearly, is_one_way, _even):
            running = tuple(order for order in best if shape(_days(distinct, order)))
            if len(running) == 1:
                return OrderDecision(running[0], best, "sequence")
    return OrderDecision("", best)


def _days(texts: Sequence[str], order: str) -> list[date]:
    found = [parse_date(text, order) for text in texts]
    return [date(d.year, d.month, d.day) for d in found if d is not None]


def _not_yearly(days: Sequence[date]) -> bool:
    """Whether days lie nearer than a year: in ``26-02-05``, ``26-02-06`` 26 is no day."""
    return any(abs((b - a).days) < 365 for a, b in pairwise(days))


def is_one_way(days: Sequence[date]) -> bool:
    """Whether the dates only rise or only fall."""
    pairs = list(pairwise(days))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _even(days: Sequence[date]) -> bool:
    """Whether the dates come in equal steps of days, or on one day of every n-th month."""
    in_days = {(b - a).days for a, b in pairwise(days)}
    in_months = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(days)}
    return len(in_days) == 1 or (len(in_months) == 1 and len({d.day for d in days}) == 1)
