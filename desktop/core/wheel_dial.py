"""A fiscal year as a circle: days to angles and back, clockwise from the top."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import NamedTuple

from desktop.core.period import Cadence, Period

TURN = 2 * math.pi


class Spot(NamedTuple):
    """A point, in the unit of the dial: pixels, or millimetres."""

    x: float
    y: float


class Dial:
    """The circle of ``year`` around the middle ``x``, ``y``.

    An angle is in radians, 0 at the top where the year begins, and a whole turn where it ends.
    """

    def __init__(self, year: Period, x: float, y: float) -> None:
        self.year, self.x, self.y = year, x, y

    def angle(self, day: date) -> float:
        """Where a day begins; the year's first day for earlier ones, its end for later ones."""
        into = (day - self.year.start).days
        return TURN * min(max(into, 0), self.year.days) / self.year.days

    def end_angle(self, day: date) -> float:
        """Where a day ends."""
        into = (day - self.year.start).days + 1
        return TURN * min(max(into, 0), self.year.days) / self.year.days

    def middle(self, first: date, last: date) -> float:
        """Half way from the first day's beginning to the last day's end."""
        return (self.angle(first) + self.end_angle(last)) / 2

    def day(self, angle: float) -> date:
        """The day that an angle lies in."""
        into = math.floor(angle / TURN * self.year.days + 1e-9)
        return self.year.start + timedelta(days=min(max(into, 0), self.year.days - 1))

    def spot(self, angle: float, radius: float) -> Spot:
        """A point on the circle."""
        return Spot(self.x + radius * math.sin(angle), self.y - radius * math.cos(angle))

    def polar(self, x: float, y: float) -> tuple[float, float]:
        """The angle (from 0 up to a whole turn) and the radius of a point."""
        angle = math.atan2(x - self.x, self.y - y)
        return angle % TURN, math.hypot(x - self.x, y - self.y)

    def way(self, begin: float, end: float, radius: float, step: float) -> list[Spot]:
        """Points along the circle from an angle to another, at most ``step`` apart."""
        count = max(math.ceil(abs(end - begin) * radius / step), 1)
        return [self.spot(begin + (end - begin) * n / count, radius) for n in range(count + 1)]

    def ring_part(
        self, begin: float, end: float, inner: float, outer: float, step: float
    ) -> list[Spot]:
        """The outline of what lies between two angles and two radii."""
        return [
            *self.way(begin, end, outer, step),
            *reversed(self.way(begin, end, inner, step)),
        ]

    def months(self) -> list[Period]:
        """The twelve months."""
        first = Period(Cadence.MONTH, self.year.start)
        return [first.shift(n) for n in range(12)]

    def weeks(self) -> list[Period]:
        """The ISO weeks that begin in the year, and the one that its first day lies in."""
        first = Period.containing(Cadence.WEEK, self.year.start)
        last = Period.containing(Cadence.WEEK, self.year.end)
        return [first.shift(n) for n in range(first.until(last) + 1)]
