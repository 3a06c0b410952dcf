"""One line of a SIE file cut into its fields (SIE file format 4B, chapter 5)."""

from __future__ import annotations

import re

MOST_FIELDS = 12  # the longest record has eight; what stands behind is no business of ours

_FIELD = re.compile(
    r'"((?:\\"|[^"])*)"?'  # quoted, with \" for a quotation mark; the last may lack its end
    r'|(\{(?:"(?:\\"|[^"])*"|[^}"])*\}?)'  # a list of objects
    r'|([^\s{}"][^\s{}]*)'  # bare
)


def fields_of(line: str) -> list[str]:
    """The label in capitals and the fields of a record, a list of objects as one field.

    Empty for a blank line; ``{`` and ``}`` alone open and close the rows of a voucher.  Any other
    line that begins with no ``#`` is a single field, which no record is.
    """
    text = line.strip().strip("\x1a\ufeff").strip()
    if not text.startswith("#"):
        return [text[:200]] if text else []
    found = []
    for match in _FIELD.finditer(text):
        quoted, objects, bare = match.groups()
        found.append(quoted.replace('\\"', '"') if quoted is not None else objects or bare or "")
        if len(found) == MOST_FIELDS:
            break
    return [found[0].upper(), *found[1:]]


def is_objects(field: str) -> bool:
    """Whether a field is a list of objects: ``{}``, ``{1 "20"}``."""
    return field.startswith("{")


def names_object(field: str) -> bool:
    """Whether a list of objects holds any."""
    return bool(field.strip("{} \t"))
