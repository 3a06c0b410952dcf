"""Numbers written as text, read with the convention of the column that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from desktop.importing.values.currencies import currency
from desktop.importing.values.marks import plain
from desktop.importing.values.measures import factor_of, is_measure

_GROUPED = {
    # three digits a group, or the Indian way: 1,00,000
    ".": re.compile(r"(?:\d{1,3}(?:([ ,'’])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d*)?"),
    ",": re.compile(r"\d{1,3}(?:([ .'’])\d{3})(?:\1\d{3})*(?:,\d*)?"),
}
_BARE = {
    ".": re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"),
    ",": re.compile(r"(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d{1,3})?"),
}
_OPEN = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
# From a digit, or from a sign right before one; not from the point of "kr. 1.234,50".
_BODY = re.compile(r"(?:(?<![^\W\d_])[.,])?[0-9][\d.,' ’]*(?:[eE][+-]?\d{1,3})?")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_CLOCK = re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)")
_SPOKEN = re.compile(
    r"(?:(?P<days>\d+) ?(?:d|days?|dagar?|dage?)\.?,? ?)?"
    r"(?:(?P<hours>\d+) ?(?:h|hrs?|hours?|t|tim|timmar|timer|timme|std|stunden)\.?,? ?)?"
    r"(?:(?P<minutes>\d+) ?(?:m|mins?|minutes?|minuter|minutter|minut|minuten|minutos)\.?,? ?)?"
    r"(?:(?P<seconds>\d+(?:[.,]\d+)?) ?(?:s|secs?|seconds?|sek|sekunder|sekunden|segundos)\.?)?"
)
_SECONDS = {"days": 86400.0, "hours": 3600.0, "minutes": 60.0, "seconds": 1.0}
_LETTER_OR_COLON = re.compile(r"[a-zA-Z:]")
_ALONE = re.compile(r"\d ?(?:min\w*|s|sec\w*|sek\w*)\.?$")
# Provisional, estimated, revised and break in series, as statistics mark them.
_FOOTNOTE = re.compile(r"(?<=\d)(?:\*+| \d\)| ?[pr]| [eb])$")
_PERCENT_WORDS = ("%", "procent", "percent", "prosent", "prozent", "pct")
_MINUS = str.maketrans({"−": "-", "–": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Written:
    """A number as one cell writes it; ``value`` of a percentage is the fraction, that of a
    duration (``1:05:30``, ``1m 32s``) its seconds.  ``measure`` is a unit such as ``kg``."""

    value: float
    percent: bool = False
    currency: str | None = None
    duration: bool = False
    measure: str = ""


@lru_cache(maxsize=65536)
def parse_number(text: str, decimal: str = ".") -> Written | None:
    """The number in ``text``, or ``None``.

    ``decimal`` ("." or ",") decides what cannot be told from the text itself: ``1.234``.
    Everything else is read for what it is, so ``-89.44`` is a number in a comma column too.
    """
    duration = _duration(text)
    if duration is not None:
        return duration
    parts = _parts(text)
    if parts is None:
        return None
    value = _value(parts.body, decimal, parts.percent)
    if value is None:
        return None
    factor = factor_of(parts.measure)
    if factor is not None:
        value *= factor
    value = -value if parts.negative else value
    return Written(value, parts.percent, parts.currency, False, parts.measure)


def _duration(text: str) -> Written | None:
    """A duration with its units or in hours, minutes and seconds; "5 h" alone is a number."""
    if text.isascii() and not _LETTER_OR_COLON.search(text):
        return None
    word = plain(text)
    if word.endswith("SEK"):
        return None
    match = _CLOCK.fullmatch(word) or _SPOKEN.fullmatch(word.casefold())
    if match is None:
        return None
    parts = {name: part for name, part in match.groupdict().items() if part}
    alone = len(parts) == 1
    if not parts or (alone and not _ALONE.search(word.casefold())):
        return None
    seconds = sum(float(part.replace(",", ".")) * _SECONDS[name] for name, part in parts.items())
    if not isfinite(seconds):
        return None
    return Written(seconds, duration=True, measure=next(iter(parts)) if alone else "")


class _Parts(NamedTuple):
    """Sign, digits, percent sign, currency and unit of a number written in a cell."""

    negative: bool
    body: str
    percent: bool = False
    currency: str | None = None
    measure: str = ""


def _parts(text: str) -> _Parts | None:
    if _PLAIN.fullmatch(text):
        return _Parts(True, text[1:]) if text[0] == "-" else _Parts(False, text)
    rest = _FOOTNOTE.sub("", plain(text).translate(_MINUS)).removeprefix("'")
    if not rest or len(rest) > 40:
        return None
    negative = rest.startswith("(") and rest.endswith(")")
    if negative:
        rest = rest[1:-1].strip()
    found = _BODY.search(rest)
    if found is None:
        return None
    body = found.group().strip(" '’")
    before = rest[: found.start()].strip()
    after = rest[found.end() :].strip()
    if body.endswith((".", ",")) and after == "-":
        after = ""  # 100,- is a whole price
    if before.endswith("(") and after.startswith(")"):
        negative, before, after = True, before[:-1].strip(), after[1:].strip()
    if before.endswith("+") or before.startswith("+"):
        before = before.strip("+ ")
    percent, code, measure, signs = False, None, "", 0
    for side in (before, after):
        side, minus = _unsigned(side)
        signs += minus
        side, sign_of_percent = _without_percent(side)
        percent = percent or sign_of_percent
        if not side:
            continue
        found_currency = currency(side)
        if found_currency is not None and code is None:
            code = found_currency
        elif side == after and (factor_of(side) or (code is None and is_measure(side))):
            measure = side
        else:
            return None
    if signs > 1 or (negative and signs):
        return None
    return _Parts(negative or signs == 1, body, percent, code, measure)


def _unsigned(side: str) -> tuple[str, int]:
    """The text around the digits without its sign; ``:-`` belongs to the Swedish crown."""
    if currency(side) is not None:
        return side, 0
    if side.startswith("-"):
        return side[1:].strip(), 1
    if side.endswith("-"):
        return side[:-1].strip(), 1
    return side, 0


def _without_percent(side: str) -> tuple[str, bool]:
    for word in _PERCENT_WORDS:
        if side.casefold() == word or (word == "%" and word in side):
            return side.replace("%", "", 1).strip() if word == "%" else "", True
    return side, False


def _value(body: str, decimal: str, percent: bool) -> float | None:
    own = decimal_sign(body)
    sign = decimal if own is None else own
    if _BARE[sign].fullmatch(body):
        digits = body.replace(",", ".") if sign == "," else body
    elif _GROUPED[sign].fullmatch(body):
        whole, _, fraction = body.partition(sign)
        digits = re.sub(r"\D", "", whole) + "." + (fraction or "0")
    else:
        return None
    number = float(digits)
    if percent:
        number = number / 100 if "e" in digits.casefold() else float(digits + "e-2")
    return number if isfinite(number) else None


def decimal_sign(body: str) -> str | None:
    """The decimal sign that the digits prove, or ``None`` when they could be read both ways.

    ``12,50`` proves a comma, ``1.234.567`` a comma as well; ``1.234`` and ``12`` prove nothing.
    """
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return "." if body.rfind(".") > body.rfind(",") else ","
    if points > 1:
        return ","
    if commas > 1:
        return "."
    if not points and not commas:
        return None
    if _OPEN.fullmatch(body):
        return None
    return "." if points else ","


@dataclass(frozen=True, slots=True)
class DecimalEvidence:
    """What a set of written numbers tells about their decimal sign."""

    points: int = 0  # cells that prove a decimal point
    commas: int = 0  # cells that prove a decimal comma
    open_point: tuple[str, ...] = ()  # "1.234": proves nothing
    open_comma: tuple[str, ...] = ()  # "1,234"
    small: int = 0  # whole numbers below 1,000 with no sign at all
    large: int = 0  # whole numbers from 1,000 with no sign at all

    @property
    def sign(self) -> str | None:
        """The decimal sign, ``None`` when these numbers leave it open."""
        if self.points or self.commas:
            return "." if self.points >= self.commas else ","
        if not self.is_open:
            return "."
        if self.open_point and self.open_comma:
            return None
        # Many numbers from 1,000 up carry the sign and none below: it groups thousands.
        many = len(self.open_point) + len(self.open_comma)
        if many >= 3 and self.small and not self.large:
            return "," if self.open_point else "."
        return None

    def __add__(self, other: DecimalEvidence) -> DecimalEvidence:
        """What two columns tell together."""
        return DecimalEvidence(
            self.points + other.points,
            self.commas + other.commas,
            self.open_point + other.open_point,
            self.open_comma + other.open_comma,
            self.small + other.small,
            self.large + other.large,
        )

    @property
    def is_open(self) -> bool:
        """Whether some number could be read both ways on its own."""
        return bool(self.open_point or self.open_comma)


def decimal_evidence(texts: Iterable[str]) -> DecimalEvidence:
    """Collect what written numbers prove about their decimal sign; other texts are passed over."""
    points = commas = small = large = 0
    open_point: list[str] = []
    open_comma: list[str] = []
    for text in texts:
        parts = _parts(text)
        if parts is None:
            continue
        body = parts.body
        sign = decimal_sign(body)
        if sign == ".":
            points += 1
        elif sign == ",":
            commas += 1
        elif "." in body:
            open_point.append(text)
        elif "," in body:
            open_comma.append(text)
        elif body.isdigit():
            small += len(body) < 4
            large += len(body) >= 4
    return DecimalEvidence(points, commas, tuple(open_point), tuple(open_comma), small, large)
