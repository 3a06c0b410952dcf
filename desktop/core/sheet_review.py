"""What the sheet of an After Action Review says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.message import Message
from desktop.core.review import Review


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A review by what it is about.  ``meant`` and ``happened`` are sentences from the data that
    stand in for an answer that nobody has written; what else is open has lines to write on."""

    company: Company
    today: date
    title: Message
    review: Review
    meant: tuple[Message, ...] = ()
    happened: tuple[Message, ...] = ()
    pulse: tuple[Message, ...] = ()
