"""What a number counts: units, and a value that never stands without its unit."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.record import record


class UnitKind(StrEnum):
    NUMBER = "number"
    PERCENT = "percent"  # stored as a fraction: 0.025 is 2.5 %
    CURRENCY = "currency"  # symbol is the ISO 4217 code
    DURATION = "duration"  # stored in seconds
    OWN = "own"  # symbol is the company's own word: "orders", "kWh"


@record(frozen=True, slots=True)
class Unit:
    """A unit; ``symbol`` is the ISO 4217 code of a currency or the company's own word."""

    kind: UnitKind = UnitKind.NUMBER
    symbol: str = ""


@record(frozen=True, slots=True)
class Quantity:
    """A value with its unit; ``decimals`` is how many to show, ``signed`` shows a plus as well.

    ``points`` is for the difference of two percentages, which is no percentage itself.
    """

    value: float
    unit: Unit = Unit()
    decimals: int = 0
    signed: bool = False
    points: bool = False
