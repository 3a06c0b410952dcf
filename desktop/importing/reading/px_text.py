"""The keywords of a PC-Axis file, as the national statistical offices publish them.

Source of the grammar: Statistics Sweden, "PC-Axis file format specification" (AXIS-VERSION 2013).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_STATEMENT = re.compile(r'\s*([A-Z][A-Z0-9_-]*)(?:\[([^\]]*)\])?(?:\(((?:"[^"]*"|[^"()])*)\))?\s*=')
_TOKEN = re.compile(r'\s*(?:"([^"]*)"|(TLIST\([^)]*\))|([,;-])|([^\s,;"]+))')
_QUOTED = re.compile(r'"([^"]*)"')
_DATUM = re.compile(r'"([^"]*)"|([^\s,;"]+)')


class Malformed(Exception):
    """Not what the format prescribes."""


@dataclass(slots=True)
class PxText:
    """Keywords with their values: ``values["VALUES", "region"]``; without a subject ``""``.

    Only the file's main language is kept.  ``data`` is the text after ``DATA=``.
    """

    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    data: str = ""

    def all(self, keyword: str, subject: str = "") -> list[str]:
        """All values of a keyword, none where it is missing."""
        return self.values.get((keyword, subject), [])

    def first(self, keyword: str, subject: str = "") -> str:
        """The first value of a keyword, empty where it is missing."""
        return next(iter(self.all(keyword, subject)), "")


def parse_px(text: str) -> PxText:
    """Read the keywords up to the data; raises :class:`Malformed`."""
    found = PxText()
    at = 0
    while (match := _STATEMENT.match(text, at)) is not None:
        keyword, language, subject = match.groups()
        if keyword == "DATA":
            found.data = text[match.end() :]
            return found
        values, at = _values(text, match.end())
        subjects = _QUOTED.findall(subject or "")
        if language is None:
            found.values.setdefault((keyword, subjects[0] if subjects else ""), values)
    raise Malformed


def _values(text: str, at: int) -> tuple[list[str], int]:
    """The values of a statement and where it ends; texts without a comma between are one."""
    values: list[str] = []
    joins = False
    while (match := _TOKEN.match(text, at)) is not None:
        quoted, times, sign, word = match.groups()
        at = match.end()
        if sign == ";":
            return values, at
        if quoted is not None:
            part = quoted.replace("#", " ")
            values[-1:] = [values[-1] + part] if joins else [*values[-1:], part]
            joins = True
            continue
        if times is not None or word is not None:
            values.append(times or word)
        joins = False
    raise Malformed


def data_in(text: str) -> Iterator[str | float]:
    """The cells of the data in their order: numbers, and the marks for missing ones as text."""
    for match in _DATUM.finditer(text):
        quoted, word = match.groups()
        if quoted is not None:
            yield quoted
            continue
        try:
            yield float(word)
        except ValueError:
            yield word
