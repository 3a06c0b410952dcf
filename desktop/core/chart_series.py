"""What a KPI chart shows, as data: the same for the screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    value: float
    partial: bool = False


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Series of one KPI at one cadence, each in ascending order of period.

    ``last_year`` is shifted to the periods it is compared with. ``target`` is ``None`` without
    a goal; ``band`` holds the limits of a band KPI.  ``sums`` says that each value is the sum of
    its period: such a series stands on zero, and as bars where there is room for them.
    ``target_name`` is what the target's line is called where it is no goal's target.
    """

    title: str
    unit: Unit
    decimals: int
    cadence: Cadence
    actual: tuple[Point, ...] = ()
    last_year: tuple[Point, ...] = ()
    plan: tuple[Point, ...] = ()
    target: float | None = None
    target_day: date | None = None
    band: tuple[float | None, float | None] | None = None
    sums: bool = False
    target_name: Message | None = None
