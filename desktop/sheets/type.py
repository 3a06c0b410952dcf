"""Source Sans 3 on paper: fonts, measures, and how a text is made to fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from desktop.core.resources import resource
from desktop.sheets.elements import Face

# The painter's units in a millimetre.  Every device is drawn on in these units and scaled, so
# that a preview, a picture and a print break their lines at the same places.
UNITS = 50
ELLIPSIS = "…"
BASELINE = 0.77  # of the height of a line, from its top
_LEADING = 1.22
_MM_IN_POINT = 25.4 / 72
_FAMILY = "Source Sans 3"
_FILES = ("400Regular", "600SemiBold")
# White space and control signs, but not the spaces that hold a number and its unit together.
_BREAKS = re.compile(r"(?:[^\S\u00a0\u202f\u2007]|[\x00-\x1f\x7f])+")
_DAY = re.compile(r"\d{1,2}\.?")


@cache
def _load() -> bool:
    return all(
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSans3_{name}.ttf"))) >= 0
        for name in _FILES
    )


@cache
def font(face: Face) -> QFont:
    """The face in the painter's units: digits of equal width, and no ligatures nor contextual
    forms, so that copied text is as it was typed."""
    _load()
    made = QFont(_FAMILY)
    made.setPixelSize(round(face.size * _MM_IN_POINT * UNITS))
    made.setWeight(QFont.Weight.DemiBold if face.strong else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    for name in ("liga", "calt", "clig"):
        made.setFeature(QFont.Tag(name), 0)
    return made


@cache
def _metrics(face: Face) -> QFontMetricsF:
    return QFontMetricsF(font(face))


def line_height(face: Face) -> float:
    """The distance of lines in millimetres."""
    return face.size * _MM_IN_POINT * _LEADING


@lru_cache(maxsize=4096)
def width(text: str, face: Face) -> float:
    """How wide a text is, in millimetres."""
    return _metrics(face).horizontalAdvance(text) / UNITS


def words(text: str) -> list[str]:
    """The words of a text; what a no-break space joins is one word."""
    return [word for word in _BREAKS.split(text) if word]


def plain(text: str) -> str:
    """The text on one line: line breaks, tabs and control signs become spaces."""
    return " ".join(words(text))


def shortened(text: str, face: Face, room: float) -> str:
    """The text, or as much of it as fits in ``room`` millimetres with an ellipsis; nothing when
    not even one letter has room."""
    if width(text, face) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(_cut(text, middle) + ELLIPSIS, face) <= room:
            low = middle
        else:
            high = middle - 1
    kept = _cut(text, low)
    return kept + ELLIPSIS if kept else ""


def _cut(text: str, length: int) -> str:
    """The first letters, never without the marks that belong to the last of them."""
    while 0 < length < len(text) and unicodedata.category(text[length]) in ("Mn", "Me", "Mc", "Cf"):
        length -= 1
    return text[:length].rstrip(" ,;:–(“\u00a0")


def wrapped(text: str, face: Face, room: float, most: int) -> list[str]:
    """The text in at most ``most`` lines; the last ends with an ellipsis when not all fits."""
    left = words(text)
    lines: list[str] = []
    while left and len(lines) < most - 1:
        line, left = _fill(left, face, room)
        lines.append(line)
    if left and most > 0:
        last = shortened(" ".join(left), face, room)
        lines.append(last or ELLIPSIS)
    return lines


def largest(text: str, faces: Sequence[Face], room: float, most: int = 2) -> tuple[Face, list[str]]:
    """The face, of those given from large to small, that the text is written in: the largest in
    which it takes one line (but for the smallest, which is kept for longer texts), otherwise the
    largest but the first in which it takes at most ``most``; in the smallest it is shortened."""
    for face in faces[: -1 if most > 1 and len(faces) > 1 else None]:
        if width(plain(text), face) <= room:
            return face, wrapped(text, face, room, 1)
    for face in faces[1:] if most > 1 else ():
        if len(wrapped(text, face, room, most + 1)) <= most:
            return face, wrapped(text, face, room, most)
    return faces[-1], wrapped(text, faces[-1], room, most)


def _fill(left: list[str], face: Face, room: float) -> tuple[str, list[str]]:
    """One line of words, and the words after it; a word that is too long is broken."""
    line = ""
    for index, word in enumerate(left):
        longer = f"{line} {word}" if line else word
        if width(longer, face) <= room:
            line = longer
        elif line:
            return _without_orphan(left, index)
        else:
            cut = _longest(word, face, room)
            return word[:cut], [word[cut:], *left[index + 1 :]]
    return line, []


def _without_orphan(left: list[str], index: int) -> tuple[str, list[str]]:
    """The line of the first words; a day of the month goes to the next line with its month."""
    if index > 1 and _DAY.fullmatch(left[index - 1]):
        index -= 1
    return " ".join(left[:index]), left[index:]


def _longest(word: str, face: Face, room: float) -> int:
    """How many letters of a word fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width(word[:middle], face) <= room:
            low = middle
        else:
            high = middle - 1
    return low
