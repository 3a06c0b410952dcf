"""Sentences for people, as data: an English pattern and the typed values that fill it."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime

from desktop.core.period import Period
from desktop.core.record import record
from desktop.core.unit import Quantity


@record(frozen=True, slots=True)
class Message:
    """One translatable sentence.

    ``text`` is the English pattern and the key of its translation; ``{name}`` marks
    where ``values[name]`` goes.  With ``plural`` the sentence has two forms and ``count``
    chooses between them (``text`` is then the singular).  Values keep their type: numbers,
    dates, periods and quantities are written in the reader's own format when it is shown.
    """

    text: str
    values: dict[str, Value] = field(default_factory=dict)
    plural: str | None = None
    count: int = 1


Value = str | int | float | date | datetime | Period | Quantity | Message


def msg(text: str, /, **values: Value) -> Message:
    """A sentence; ``text`` must be a literal, since translations are extracted from the source."""
    return Message(text, values)


def nmsg(singular: str, plural: str, count: int, /, **values: Value) -> Message:
    """A sentence with a count (``{n}``); both forms must be literals."""
    return Message(singular, {"n": count, **values}, plural, count)
