"""A number of periods in words."""

from __future__ import annotations

from desktop.core.message import Message, nmsg
from desktop.core.period import Cadence


def periods_words(count: int, cadence: Cadence) -> Message:
    """“36 months”."""
    match cadence:
        case Cadence.DAY:
            return nmsg("{n} day", "{n} days", count)
        case Cadence.WEEK:
            return nmsg("{n} week", "{n} weeks", count)
        case Cadence.MONTH:
            return nmsg("{n} month", "{n} months", count)
        case Cadence.QUARTER:
            return nmsg("{n} quarter", "{n} quarters", count)
        case Cadence.YEAR:
            return nmsg("{n} year", "{n} years", count)
