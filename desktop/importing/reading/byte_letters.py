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
_PRINTED = _SIGNS | _OPENING | _CLOSING | _DASHES | {"\u00a0", "…"}
_HIGH = re.compile(rb"(?<![\x80-\xff])(?=[\x80-\xff])|(?<=[\x80-\xff])(?=[\x80-\xff])")
_MOST = 5000  # high bytes are enough
_CLEAR = 3  # letters are reason enough for another code: one of the North counts as much


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
    """The code in which most high bytes are letters where letters belong; Windows in doubt.

    Signs that fit better, or one rare letter, may be chance and are no reason for another.
    """
    held = list(places)
    scores = {code: sum(score(place, code) for place in held) for code in CODES}
    best = max(CODES, key=scores.__getitem__)
    gained = 0
    for place in held:
        if score(place, best) > 0 >= score(place, CODES[0]):
            sign = _table(best)[place.byte]
            gained += _CLEAR if sign in NORDIC else sign.casefold() in _LETTERS
    return best if gained >= _CLEAR else CODES[0]


def is_latin(sign: str) -> bool:
    """Whether a sign is one that western texts are written with, beyond ASCII."""
    return sign in _PRINTED or (sign.isalpha() and "\u00c0" <= sign <= "\u024f")


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
        within = before.isalpha() and after.isalpha()
        return 2 if not after.isalpha() or (within and sign == "’") else -1
    if sign in _SIGNS:
        return 1 if not (before.isalpha() and after.isalpha()) else -1
    if sign.casefold() not in _LETTERS:
        return -3
    if before.isdigit() or after.isdigit():
        return -1
    if sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return -2
    if sign.islower() and before.isalpha() and before.isupper() and after.isupper():
        return -2
    beside = before.isalpha() or after.isalpha()
    return (3 if sign.casefold() in _COMMON else 1) if beside else 0


@cache
def _table(code: str) -> tuple[str, ...]:
    return tuple(bytes([byte]).decode(code, "replace") for byte in range(256))
