"""A fingerprint of a table by its names, the same next month when there are more rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.importing.tables.recognition import Layout, Table
from desktop.importing.values.month_names import MONTHS
from desktop.importing.values.words import normal, words_of

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d){0,2}")
_NUMBERS = re.compile(r"\d+")
_NUMBERED = re.compile(r"#\d+$")  # the second, third … of its like


def shape_of(table: Table, names: Sequence[str]) -> str:
    """``long|date|orders|total sales``: layout and normalised names of the columns.

    The order of columns does not matter.  For a wide table its title, the names of its label
    columns and the kind of its periods count, not which periods there are.
    """
    found = sorted(filter(None, map(normal, names)))
    if table.layout is Layout.LONG or table.period is None:
        return "|".join([table.layout.value, *found])
    kind = f"{table.layout.value} {table.period.cadence.value}"
    return "|".join([kind, *found, f"@{lasting(table.title)}"])


def lasting(title: str) -> str:
    """A title or file name without what changes from month to month."""
    words = [word for word in words_of(title) if word not in MONTHS]
    return " ".join(_NUMBERS.sub("#", word) for word in words)


def undated(title: str) -> str:
    """A title as it is written, without its months and years; whole where nothing else is left."""
    kept = [word for word in title.split() if not _is_dated(word)]
    return " ".join(kept).strip(" -–,:") or title


def _is_dated(word: str) -> bool:
    bare = word.casefold().strip(".,:()")
    return bare in MONTHS or _YEAR.fullmatch(bare) is not None


def lasting_file(stem: str) -> str:
    """A file name without dates, years and counters; the number of an account stays."""
    words = [word for word in words_of(stem) if word not in MONTHS]
    return " ".join(word if _is_identity(word) else _NUMBERS.sub("#", word) for word in words)


def _is_identity(word: str) -> bool:
    """Whether a number is too long for a counter and can be no date."""
    if not word.isdecimal() or not 4 <= len(word) <= 14:
        return False
    if len(word) == 4:
        return not 1900 <= int(word) <= 2100
    month = {6: word[4:6], 8: word[4:6], 12: word[4:6], 14: word[4:6]}.get(len(word), "99")
    return not (1900 <= int(word[:4]) <= 2100 and 1 <= int(month) <= 12)


def told_apart(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables of one file with different shapes: by their title, then by their order."""
    counts: dict[str, int] = {}
    for table in tables:
        counts[table.shape] = counts.get(table.shape, 0) + 1
    seen: dict[str, int] = {}
    found = []
    for table in tables:
        shape = table.shape
        if counts[shape] > 1:
            title = lasting(table.title or table.sheet)
            shape = f"{shape}@{title}"
        seen[shape] = seen.get(shape, 0) + 1
        if seen[shape] > 1:
            shape = f"{shape}#{seen[shape]}"
        found.append(replace(table, shape=shape))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Shape:
    """A fingerprint taken apart; ``title`` is what tells it from its like in one file."""

    kind: str
    names: frozenset[str]
    title: str


def taken_apart(shape: str) -> Shape:
    """The parts of a fingerprint that :func:`shape_of` and :func:`told_apart` have made."""
    whole, _, title = shape.partition("@")
    kind, *names = whole.rstrip("|").split("|")
    return Shape(kind, frozenset(names), _NUMBERED.sub("", title))
