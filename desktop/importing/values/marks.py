"""What exports write where a number is missing, withheld or broken."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")

MISSING = frozenset(
    [
        "",
        "-",
        "--",
        "---",
        "–",
        "—",
        "−",
        ".",
        "..",
        "...",
        "…",
        "?",
        ":",
        "x",
        "n/a",
        "n.a.",
        "na",
        "n.d.",
        "nan",
        "nil",
        "null",
        "none",
        "missing",
        "saknas",
        "mangler",
        "fehlt",
        "uoplyst",
        "k.a.",
    ]
)
MISSING |= {"uppgift saknas", "ingen uppgift", "ikke tilgængelig", "k. a.", "not set", "(not set)"}
MISSING |= {
    "no data",
    "not available",
    "ingen data",
    "ej tillgänglig",
    "ej tillgängligt",
    "sin datos",
}
MISSING |= {"ikke oplyst", "ikke oppgitt", "keine angabe", "- -", "(n/a)", "n.v.", "s/d", "n/d"}
_STARS = re.compile(r"\*+")
_DOTS = re.compile(r"\.{2,}[a-z]?")
_CENSORED = re.compile(r"(?:[<>≤≥]=?|~)\s*[\d.,' ]+\s*%?|\d[\d.,' ]*\+")
_ERROR_TEXTS = (
    "#n/a #div/0! #name? #null! #num! #ref! #value! #spill! #calc! #getting_data "
    "#saknas! #division/0! #namn? #värdefel! #referens! #ogiltigt! #i/t #værdi! #navn? "
    "#verdi! #bezug! #wert! #zahl! #nv #n/d #¡div/0! #¡valor! #¡ref! #¡num! #¿nombre? #error!"
)
ERRORS = frozenset(_ERROR_TEXTS.split())
_NUMBERED_ERROR = re.compile(r"err:\d{3}")  # LibreOffice


def plain(text: str) -> str:
    """The text with every kind of space made a single ordinary one, and none at the ends.

    Without the wrapping of ``="0012"``, by which exports keep spreadsheets from changing a text.
    """
    if text[:2] == '="' and text[-1:] == '"' and len(text) > 2:
        text = text[2:-1]
    return _SPACES.sub(" ", text).strip()


def is_missing(text: str) -> bool:
    """Whether a cell's text only says that there is no value."""
    word = plain(text).casefold()
    return word in MISSING or bool(_STARS.fullmatch(word)) or bool(_DOTS.fullmatch(word))


def is_censored(text: str) -> bool:
    """Whether a value is withheld behind a bound: ``< 10%``, ``<=5``, ``1 000+``."""
    return bool(_CENSORED.fullmatch(plain(text)))


def is_error(text: str) -> bool:
    """Whether a cell's text is a spreadsheet error that was written out."""
    word = text.strip().casefold()
    return word in ERRORS if word.startswith("#") else bool(_NUMBERED_ERROR.fullmatch(word))
