"""Text on its way into a workbook: it stays text, whatever it begins with and holds."""

from __future__ import annotations

import re
from collections.abc import Callable

_LONGEST = 32_767  # characters that a cell holds
_LONGEST_TITLE = 31  # of a sheet
_LONGEST_HEADER = 90  # of a part of a printed page's head, of 255 for all of it
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_A_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE_END = re.compile(r"\r\n?")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain_text(text: str) -> str:
    """The text without what XML cannot carry, and no longer than a cell."""
    text = _NOT_IN_XML.sub("", _LINE_END.sub("\n", text))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def cell_text(text: str) -> str:
    """The same for a cell, in which ``_x0041_`` would be read as a letter's code."""
    return _LIKE_A_CODE.sub("_x005F_", plain_text(text))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would work the text out, were it typed there."""
    return text.startswith(_BEGINS_FORMULA)


def sheet_titles() -> Callable[[str], str]:
    """A giver of sheet names: of signs that are allowed, short enough, and none twice."""
    taken: set[str] = {"history"}  # a name that Excel keeps for itself

    def title(wanted: str) -> str:
        plain = " ".join(_NOT_IN_TITLES.sub(" ", plain_text(wanted)).split()).strip("' ") or "-"
        found, number = plain[:_LONGEST_TITLE].strip("' "), 2
        while found.casefold() in taken:
            ending = f" ({number})"
            found, number = plain[: _LONGEST_TITLE - len(ending)].rstrip() + ending, number + 1
        taken.add(found.casefold())
        return found

    return title


def header_text(text: str) -> str:
    """Text for a printed head or foot, where an ampersand begins a command."""
    return plain_text(text)[:_LONGEST_HEADER].replace("&", "&&")
