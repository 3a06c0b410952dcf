"""How sentences, numbers and dates are written for one reader; made in qtkit, used by paper."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from desktop.core.message import Message, Value
from desktop.core.period import Period
from desktop.core.unit import Quantity


class Comparable(Protocol):
    """What can be put in order."""

    def __lt__(self, other: Any, /) -> bool: ...


class Wording(Protocol):
    """One reader's language and formats."""

    @property
    def language(self) -> str: ...

    def say(self, message: Message) -> str:
        """The sentence in the reader's language, with its values in the reader's formats."""
        ...

    def value(self, value: Value) -> str:
        """Any value of a message as text."""
        ...

    def number(self, value: float, decimals: int = 0, *, signed: bool = False) -> str: ...

    def quantity(self, quantity: Quantity) -> str:
        """The value with its unit: ``1 234 kr``, ``2,5 %``."""
        ...

    def day(self, day: date) -> str:
        """A date as people write it: ``3 mars 2026``."""
        ...

    def period(self, period: Period) -> str:
        """A period's full name: ``mars 2026``, ``v. 5 2026``, ``2025/26``."""
        ...

    def period_short(self, period: Period) -> str:
        """A period for axes and narrow columns: ``mar``, ``v5``, ``25/26``."""
        ...

    def sort_key(self, text: str) -> Comparable:
        """What texts are ordered by, as the reader's language orders letters: å ä ö, or æ ø å."""
        ...
