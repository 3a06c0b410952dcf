"""Which sign parts the columns of a text file, and how it quotes.

Every candidate is tried on the start of the file.  A good one gives neighbouring records the
same number of fields, and fields that hold no other candidate: a decimal comma splits rows
evenly too, but leaves the semicolons inside its fields.
"""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import NamedTuple

from desktop.importing.reading.text_lines import (
    columns_of,
    looks_ruled,
    looks_wrapped,
    split_decimals,
    unwrapped,
)

CANDIDATES = "\t;,|"
NONE = "\x1f"
"""Parts nothing: for files of one column."""
SAMPLE = 1 << 16
_SAMPLE_RECORDS = 2000
_LEAST = 0.05
"""Below this a sign stands here and there in running text, or in some decimal numbers."""
_SEP = re.compile(r'"?sep=(.)"?(?:\1|[,;\t])*(?:\r?\n|\r)', re.I)
_SURE = 0.45
"""Lines that were saved twice must part as well as this once they are unwrapped."""
_BEFORE_SPACE = re.compile(r"[;,|](?= )")
_NUMBER = re.compile(r"[-+(]?[\d.,'\u00a0\u202f ]*\d[\d.,'\u00a0\u202f ]*\)?\s*%?$")


class Dialect(NamedTuple):
    """How to read the file with the csv module."""

    delimiter: str
    skip_space: bool = False
    escape: str | None = None
    declared: bool = False
    """The first line names the delimiter (``sep=;``) and is no record of the table."""
    lines: str = ""
    """How lines are mended first: ``wrapped``, ``ruled``, ``aligned`` or ``decimals``."""
    starts: tuple[int, ...] = ()
    """Where columns begin that are aligned by spaces, or which fields are split numbers."""


def find_dialect(sample: str) -> Dialect:
    """The dialect of a file that begins with ``sample``."""
    declared = _SEP.match(sample)
    if declared is None:
        return _find(sample)
    rest = sample[declared.end() :]
    # In quotation marks the line was saved anew, perhaps in another dialect.
    lines = [line for line in rest.splitlines() if line.strip()]
    held = 2 * sum(declared[1] in line for line in lines) > len(lines)
    holds = held and not sample.startswith('"')
    found = _with_quoting(declared[1], rest) if holds else _find(rest)
    return found._replace(declared=True)


def _find(sample: str) -> Dialect:
    lines = sample.splitlines()[:_SAMPLE_RECORDS]
    if looks_wrapped(lines):
        inner = "\n".join(map(unwrapped, lines))
        delimiter, score = _best(inner)
        if score > (_SURE if looks_wrapped(lines, 0.9) else max(_SURE, _best(sample)[1])):
            return _with_quoting(delimiter, inner)._replace(lines="wrapped")
    if looks_ruled(lines):
        return Dialect("|", lines="ruled")
    delimiter, score = _best(sample)
    if score <= _SURE and (starts := columns_of(lines)):
        return Dialect("\t", lines="aligned", starts=starts)
    found = _with_quoting(delimiter if score > _LEAST else NONE, sample)
    if found.delimiter == "," and (places := split_decimals(lines)):
        return found._replace(lines="decimals", starts=places)
    return found


def _best(sample: str) -> tuple[str, float]:
    scores = {candidate: _score(sample, candidate) for candidate in CANDIDATES}
    best = max(scores, key=scores.__getitem__)
    return best, scores[best]


def _with_quoting(delimiter: str, sample: str, *, declared: bool = False) -> Dialect:
    spaced = re.search(re.escape(delimiter) + ' +"', sample) is not None
    # A backslash before the closing mark is a folder's name; inside the field it escapes.
    inside = r'[^"\\]\\"[^"\r\n' + re.escape(delimiter) + "]"
    escaped = re.search(inside, sample) is not None and '""' not in sample
    return Dialect(delimiter, spaced, "\\" if escaped else None, declared)


def _score(sample: str, delimiter: str) -> float:
    """0 for a sign that parts nothing, near 1 for one that parts every record alike."""
    lines = sample.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=delimiter)
    records = [record for record in islice(reader, _SAMPLE_RECORDS) if any(record)]
    widths = [len(record) for record in records]
    others = [other for other in CANDIDATES if other != delimiter]
    even = clean = fields = 0.0
    for index, record in enumerate(records):
        width = widths[index]
        neighbours = widths[max(index - 1, 0) : index] + widths[index + 1 : index + 2]
        if width < 2:
            continue
        alike = 1.0 if width in neighbours or len(records) == 1 else 0.1
        even += alike * (width - 1) / width
        fields += width
        clean += sum(_clean(field, others) for field in record)
    return even / len(records) * (clean / fields) ** 2 if fields else 0.0


def _clean(field: str, others: list[str]) -> float:
    """1 for a field that is whole; less for one that another sign would part further."""
    bare = field.strip()
    if not bare or _NUMBER.match(bare):
        return 1.0
    # A sign before a space belongs to running text: "Sunday, March 1, 2026".
    bare = _BEFORE_SPACE.sub("", bare)
    return 0.4 if any(other in bare for other in others) else 1.0
