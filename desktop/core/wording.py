"""How sentences, numbers and dates are written for one reader; made in qtkit, used by paper."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.unit import Quantity


class Wording(Protocol):
    """One reader's language and formats."""

    @property
    def language(self) -> str: ...

    def say(self, message: Message) -> str:
        """The sentence in the reader's language, with its values in the reader's formats."""
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
