"""Which single-byte code a text was written in, by the letters that its high bytes would be.

The bytes of ``försäljning`` in the code of DOS are ``f”rs„ljning`` in that of Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

CODES = ("cp1252", "cp850", "cp437", "mac_roman")
"""Windows, then DOS of western Europe and of America, then the old Macintosh."""

_LETTERS = frozenset("åäöæøéüßñáíóúèêëçàô")
_COMMON = frozenset("åäöæøéüßñ")
NORDIC = frozenset("åäöæøÅÄÖÆØéü")
"""Letters that no text of the North is long without."""
_SIGNS = frozenset("€£§°²³½«»±´·µ®©™¼¾¿¡")
_OPENING, _CLOSING, _DASHES = frozenset("“‘„"), frozenset("”’"), frozenset("–—")
_HIGH = re.compile(rb"(?<![\x80-\xff])(?=[\x80-\xff])|(?<=[\x80-\xff])(?=[\x80-\xff])")
_MOST = 5000  # high bytes are enough


class Place(NamedTuple):
    """One high byte and its neighbours; 0 at an end of the text."""

    before: int
    byte: int
    after: int


def places_in(data: bytes) -> list[Place]:
    """The high bytes of a text, the first thousands of them."""
    found = []
    for match in _HIGH.finditer(data):
        at = match.start()
        before = data[at - 1] if at else 0
        after = data[at + 1] if at + 1 < len(data) else 0
        found.append(Place(before, data[at], after))
        if len(found) >= _MOST:
            break
    return found


def likely_code(places: Iterable[Place]) -> str:
    """The code in which most high bytes are letters where letters belong; Windows in doubt."""
    held = list(places)
    scores = {code: sum(score(place, code) for place in held) for code in CODES}
    return max(CODES, key=scores.__getitem__)


@cache
def score(place: Place, code: str) -> int:
    """How well a byte fits where it stands; below zero where it cannot be meant."""
    table = _table(code)
    sign, before, after = table[place.byte], table[place.before], table[place.after]
    if sign in _DASHES or sign == "\u00a0":
        return 2 if not (before.isalpha() and after.isalpha()) else -1
    if sign in _OPENING:
        return 2 if not before.isalpha() else -1
    if sign in _CLOSING:
        return 2 if before.isalpha() or not after.isalpha() else -1
    if sign in _SIGNS:
        return 1 if not (before.isalpha() and after.isalpha()) else -1
    if sign.casefold() not in _LETTERS:
        return -3
    if before.isdigit() or after.isdigit():
        return -1
    if sign.isupper() and before.isalpha() and before.islower():
        return -2
    if sign.islower() and before.isalpha() and before.isupper() and after.isupper():
        return -2
    beside = before.isalpha() or after.isalpha()
    return (3 if sign.casefold() in _COMMON else 1) if beside else 0


@cache
def _table(code: str) -> tuple[str, ...]:
    return tuple(bytes([byte]).decode(code, "replace") for byte in range(256))
