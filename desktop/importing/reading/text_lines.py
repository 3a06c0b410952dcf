"""Lines that need mending before they can be parted: saved twice, ruled, or aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import IO

_WRAPPED = re.compile(r'"((?:[^"]|"")*)"[,;\t]*')
_RULER = re.compile(r"[\s|:+=-]*[-=]{2,}[\s|:+=-]*")
_GAP = re.compile(r"\s{2,}")
_WHOLE, _CENTS = re.compile(r" ?-?\d+"), re.compile(r"\d\d")
_GROUPING = re.compile(r"\d \d{3}")
_LEAST_LINES = 3

Mend = Callable[[str], str]
"""Makes one line, without its end, what it should have been; it stays one line."""


def unwrapped(line: str) -> str:
    """A line that was saved as one quoted field, without those marks: ``"a;b"`` is ``a;b``."""
    match = _WRAPPED.fullmatch(line)
    return line if match is None else match[1].replace('""', '"')


def looks_wrapped(lines: Sequence[str], share: float = 0.5) -> bool:
    """Whether at least this share of the lines are one quoted field that holds several."""
    wrapped = [m[1] for line in lines if (m := _WRAPPED.fullmatch(line)) is not None]
    # A line without the sign that parts fields was not quoted when it was saved anew.
    parted = sum(any(sign in text for sign in ",;\t") for text in wrapped)
    return parted >= max(2, share * sum(map(bool, lines)))


def unruled(line: str) -> str:
    """A row of a drawn table without the strokes at its ends; a stroke across is left blank."""
    text = line.strip()
    if _RULER.fullmatch(text):
        return ""
    if text.startswith("|"):
        text = text[1:].removesuffix("|")
    return "|".join(field.strip() for field in text.split("|"))


def looks_ruled(lines: Sequence[str]) -> bool:
    """Whether the lines are a table drawn with ``|`` and ``---``."""
    held = [line.strip() for line in lines if line.strip()]
    rows = [line for line in held if not _RULER.fullmatch(line)]
    parted = sum("|" in line for line in rows)
    framed = sum(line.startswith("|") and line.endswith("|") for line in rows)
    return parted > 0.5 * len(rows) and (len(rows) < len(held) or framed > 0.5 * len(rows))


def columns_of(lines: Sequence[str]) -> tuple[int, ...]:
    """Where columns that are aligned by spaces begin, but for the first; empty if they are not.

    A column begins after places that are blank in all lines, two of them somewhere.
    """
    table = [line.rstrip() for line in lines if _GAP.search(line.strip()) and line.strip("-= ")]
    filled = sum(bool(line.strip()) for line in lines)
    if len(table) < _LEAST_LINES or 2 * len(table) < filled:
        return ()
    width = max(map(len, table))
    blank = [all(line[at : at + 1] in ("", " ") for line in table) for at in range(width)]
    starts = [at for at in range(1, width) if blank[at - 1] and not blank[at]]
    first = blank.index(False)
    starts = [at for at in starts if at > first and not any(_in_number(row, at) for row in table)]
    ends = [*starts[1:], width]
    return tuple(
        at
        for at, end in zip(starts, ends, strict=True)
        # What few lines have is the second word of a name.
        if 2 * sum(bool(row[at:end].strip()) for row in table) >= len(table)
    )


def _in_number(line: str, at: int) -> bool:
    """Whether the blank before a place only groups thousands: ``12 000``."""
    return _GROUPING.fullmatch(line[max(at - 2, 0) : at + 3]) is not None


def aligned(line: str, starts: Sequence[int]) -> str:
    """A line of aligned columns, parted by tabs; one that does not keep to them by its gaps."""
    text = line.rstrip()
    if text and not text.strip("-= "):
        return ""  # a stroke under the header
    if all(text[at - 1 : at] in ("", " ") for at in starts):
        ends = [*starts, len(line) + 1]
        fields = [line[a:b].strip() for a, b in zip([0, *starts], ends, strict=True)]
        return "\t".join(fields)
    return "\t".join(_GAP.split(text.strip()))


def split_decimals(lines: Sequence[str]) -> tuple[int, ...]:
    """The fields after which a comma belongs to the number: ``10,50`` among commas, unquoted.

    Every line then has as many fields more than the header as there are such numbers.
    """
    table = [line.split(",") for line in lines if line.strip()]
    if any('"' in line for line in lines) or len(table) < _LEAST_LINES:
        return ()
    width = len(table[-1])
    top = next((n for n, row in enumerate(table) if 1 < len(row) < width), None)
    if top is None or any(len(row) != width for row in table[top + 1 :]):
        return ()
    if any(any(sign.isdigit() for sign in field) for field in table[top]):
        return ()
    rows = table[top + 1 :]
    pairs = [
        at
        for at in range(width - 1)
        if all(_WHOLE.fullmatch(row[at]) and _CENTS.fullmatch(row[at + 1]) for row in rows)
    ]
    apart = all(after - before > 1 for before, after in pairwise(pairs))
    return tuple(pairs) if apart and len(pairs) == width - len(table[top]) else ()


def rejoined(line: str, places: Sequence[int]) -> str:
    """A line with its split numbers in quotation marks."""
    fields = line.split(",")
    for at in reversed(places):
        if at + 1 < len(fields) and _CENTS.fullmatch(fields[at + 1]):
            fields[at : at + 2] = [f'"{fields[at]},{fields[at + 1]}"']
    return ",".join(fields)


def mend_for(name: str, starts: Sequence[int] = ()) -> Mend:
    """The mending that a dialect names."""
    if name == "aligned":
        return partial(aligned, starts=starts)
    if name == "decimals":
        return partial(rejoined, places=starts)
    return {"wrapped": unwrapped, "ruled": unruled}[name]


@dataclass(slots=True)
class MendedFile:
    """An open text whose lines are mended as they are read; as much of a file as readers ask."""

    file: IO[str]
    mends: Sequence[Mend]

    def read(self, size: int) -> str:
        """Whole mended lines, about ``size`` characters of the text; empty at its end."""
        return "".join(map(self._mended, self.file.readlines(size)))

    def _mended(self, line: str) -> str:
        body = line.rstrip("\r\n")
        end = line[len(body) :]
        for mend in self.mends:
            body = mend(body)
        return body + end
