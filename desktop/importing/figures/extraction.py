"""What a rule finds in a table: a value of each period, and the cells that are not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.core.message import Message
from desktop.core.period import Period
from desktop.importing.figures.rejects import Reject


@dataclass(frozen=True, slots=True)
class Extracted:
    """The value of one period.  ``through`` is the last day it covers when that is before the
    period's end; ``since`` the first when that is after its start."""

    value: float
    through: date | None
    since: date | None
    cell: str
    remark: Message | None = None  # what is odd about it although it can be taken


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a rule finds.  ``problem`` says why it finds nothing at all."""

    values: dict[Period, Extracted] = field(default_factory=dict)
    rejected: tuple[Reject, ...] = ()
    more_rejected: int = 0  # beyond those listed
    problem: Message | None = None
