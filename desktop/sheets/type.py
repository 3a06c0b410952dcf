"""Source Sans 3 on paper: fonts, measures, and how a text is made to fit."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from desktop.qtkit.resources import resource
from desktop.sheets.elements import Face

UNITS = 40  # the painter's units in a millimetre
_MM_IN_POINT = 25.4 / 72
_FAMILY = "Source Sans 3"
_FILES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")
ELLIPSIS = "…"


@cache
def _load() -> bool:
    return all(
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSans3_{name}.ttf"))) >= 0
        for name in _FILES
    )


@cache
def font(face: Face) -> QFont:
    """The face in the painter's units, digits of equal width, no ligatures: copied text is as
    it was typed."""
    _load()
    made = QFont(_FAMILY)
    made.setPixelSize(round(face.size * _MM_IN_POINT * UNITS))
    made.setWeight(QFont.Weight.DemiBold if face.strong else QFont.Weight.Normal)
    made.setItalic(face.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    for name in ("liga", "calt"):
        made.setFeature(QFont.Tag(name), 0)
    return made


@cache
def _metrics(face: Face) -> QFontMetricsF:
    return QFontMetricsF(font(face))


def line_height(face: Face) -> float:
    """The distance of lines in millimetres."""
    return face.size * _MM_IN_POINT * 1.22


def width(text: str, face: Face) -> float:
    """How wide a text is, in millimetres."""
    return _metrics(face).horizontalAdvance(text) / UNITS


def shortened(text: str, face: Face, room: float) -> str:
    """The text, or as much of it as fits in ``room`` millimetres with an ellipsis."""
    if width(text, face) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, face) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def wrapped(text: str, face: Face, room: float, most: int) -> list[str]:
    """The text in at most ``most`` lines; the last ends with an ellipsis when not all fits."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most:
        line, words = _fill(words, face, room)
        lines.append(line)
    if words and lines:
        lines[-1] = shortened(f"{lines[-1]} {words[0]}{ELLIPSIS * 3}", face, room)
        if not lines[-1].endswith(ELLIPSIS):
            lines[-1] += ELLIPSIS
    return lines


def _fill(words: list[str], face: Face, room: float) -> tuple[str, list[str]]:
    """One line of words and the words that are left; a word that is too long is broken."""
    line = ""
    for index, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if width(longer, face) <= room:
            line = longer
            continue
        if line:
            return line, words[index:]
        cut = max(1, len(shortened(word, face, room)) - 1)
        return word[:cut], [word[cut:], *words[index + 1 :]]
    return line, []
