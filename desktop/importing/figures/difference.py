"""What an import would change: each value against the one that is stored."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.importing.figures.extraction import Extracted, Extraction


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the preview: ``old`` becomes ``new`` in ``period``.

    A rejected line without a period is a cell that could not be taken; with a period, a value
    that would replace a better one.  The message of a line that is not rejected is a remark.
    ``old_import`` is the import that brought ``old``, ``None`` where it was typed; ``column`` is
    that of a cell that could not be taken.
    """

    change: Change
    period: Period | None
    old: float | None
    new: float | None
    through: date | None = None
    cell: str = ""
    message: Message | None = None
    old_import: int | None = None
    column: str = ""


def compare(
    extraction: Extraction,
    stored: Mapping[Period, Measurement],
    today: date,
    *,
    told: bool = True,
) -> tuple[Line, ...]:
    """New, changed and same values in order of their periods, then what was rejected.

    Without ``told`` the file does not say which days of a period its values cover.
    """
    lines = [
        _line(period, found, stored.get(period), today, told=told)
        for period, found in extraction.values.items()
    ]
    return (*lines, *_rejected(extraction))


def _line(
    period: Period, found: Extracted, old: Measurement | None, today: date, *, told: bool
) -> Line:
    remark = found.remark
    if found.since is not None:
        remark = msg("The file starts on {day}, inside the period.", day=found.since)
    if old is None:
        change = Change.NEW
    elif same_value(old.value, found.value) and (not told or old.through == found.through):
        change = Change.SAME
    elif (worse := _worse(found, old, today)) is not None:
        change, remark = Change.REJECTED, worse
    else:
        change = Change.CHANGED
    was, source = (None, None) if old is None else (old.value, old.import_id)
    return Line(change, period, was, found.value, found.through, found.cell, remark, source)


def _worse(found: Extracted, old: Measurement, today: date) -> Message | None:
    """Why the stored value is better than one that covers only a part of the period."""
    if found.since is not None:
        return msg(
            "The file starts on {day}, inside the period; the stored value is kept.",
            day=found.since,
        )
    if found.through is not None and not old.partial(today):
        return msg(
            "The file ends on {day}; the stored value of the whole period is kept.",
            day=found.through,
        )
    return None


def same_value(one: float, other: float) -> bool:
    """Whether two values differ by no more than the last bits of adding up."""
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)


def _rejected(extraction: Extraction) -> Iterable[Line]:
    for reject in extraction.rejected:
        yield Line(
            Change.REJECTED,
            None,
            None,
            None,
            cell=reject.cell,
            message=reject.message,
            column=reject.column,
        )
