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
) | {"uppgift saknas", "ingen uppgift", "ikke tilgængelig", "k. a.", "not set", "(not set)"}
_STARS = re.compile(r"\*+")
_DOTS = re.compile(r"\.{2,}[a-z]?")
_CENSORED = re.compile(r"(?:[<>≤≥]=?|~)\s*[\d.,' ]+\s*%?")
_ERROR_TEXTS = (
    "#n/a #div/0! #name? #null! #num! #ref! #value! #spill! #calc! #getting_data "
    "#saknas! #division/0! #namn? #värdefel! #referens! #ogiltigt! #i/t #værdi! #navn?"
)
ERRORS = frozenset(_ERROR_TEXTS.split())


def plain(text: str) -> str:
    """The text with every kind of space made a single ordinary one, and none at the ends."""
    return _SPACES.sub(" ", text).strip()


def is_missing(text: str) -> bool:
    """Whether a cell's text only says that there is no value."""
    word = plain(text).casefold()
    return word in MISSING or bool(_STARS.fullmatch(word)) or bool(_DOTS.fullmatch(word))


def is_censored(text: str) -> bool:
    """Whether a value is withheld behind a bound: ``< 10%``, ``<=5``."""
    return bool(_CENSORED.fullmatch(plain(text)))


def is_error(text: str) -> bool:
    """Whether a cell's text is a spreadsheet error that was written out."""
    return text.startswith("#") and text.strip().casefold() in ERRORS
