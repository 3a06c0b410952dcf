"""What whole rows look like: names over columns, data, or a lone line of text."""

from __future__ import annotations

from desktop.importing.cells import Value
from desktop.importing.values.kinds import (
    BOOL,
    DATE,
    EMPTY,
    ERROR,
    MISSING,
    NUMBER,
    PART,
    TEXT,
    YEAR,
)
from desktop.importing.values.marks import plain

FIGURES = frozenset(NUMBER + YEAR + MISSING + ERROR)
_NAMES = frozenset(TEXT + PART + DATE + YEAR + MISSING + EMPTY)
_MEASURED = frozenset(NUMBER + DATE + BOOL + YEAR + MISSING + ERROR)


def filled(kinds: str) -> int:
    """How many cells of a row hold something."""
    return len(kinds) - kinds.count(EMPTY)


def is_data_like(kinds: str) -> bool:
    """Two cells or more, with a number, date or truth value among them.

    Several years are rather the header of a table by year, and so is one among many names.
    """
    if filled(kinds) < 2:
        return False
    if any(kind in NUMBER + DATE + BOOL for kind in kinds):
        return True
    return kinds.count(YEAR) == 1 and kinds.count(TEXT) < 3


def is_sparse_data(kinds: str) -> bool:
    """A label with nothing but missing marks or errors beside it."""
    return filled(kinds) >= 2 and any(kind in MISSING + ERROR for kind in kinds)


def is_header_like(kinds: str) -> bool:
    """Names only: texts, months, years and dates, at least two of them."""
    if any(kind not in _NAMES for kind in kinds):
        return False
    return filled(kinds) - kinds.count(MISSING) >= 2


def fits(header: str, data: str) -> bool:
    """Whether data stand under names; labels left of the first name are allowed to have none."""
    named = [c for c, kind in enumerate(header) if kind != EMPTY]
    held = [c for c, kind in enumerate(data) if kind != EMPTY]
    strays = sum(1 for c in held if header[c] == EMPTY and c > named[0])
    shared = any(data[c] != EMPTY for c in named)
    measured = any(data[c] in _MEASURED for c in held)
    return shared and measured and strays <= max(1, len(held) // 3)


def same_row(one: tuple[Value, ...], other: tuple[Value, ...]) -> bool:
    """Whether two rows say the same, spaces aside."""
    return all(
        a == b or (isinstance(a, str) and isinstance(b, str) and plain(a) == plain(b))
        for a, b in zip(one, other, strict=True)
    )
