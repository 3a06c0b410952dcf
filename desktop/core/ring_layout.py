"""Where the steps of a ring stand, and which place a point is nearest to."""

from __future__ import annotations

import math
from typing import NamedTuple

_ROUND = 0.62  # how far between two steps, seen from the middle, their link's words stand


class Spot(NamedTuple):
    """The middle of something."""

    x: float
    y: float


class RingLayout:
    """``count`` steps clockwise from the top, in a room of ``width`` × ``height``; ``step_size``
    is how wide and high each is.  All in one unit: pixels, or millimetres."""

    def __init__(
        self, count: int, width: float, height: float, step_size: tuple[float, float]
    ) -> None:
        self.count, self.width, self.step_size = count, width, step_size
        self._middle = Spot(width / 2, height / 2)
        self._across = max((width - step_size[0]) / 2, 1.0)
        self._up = max((height - step_size[1]) / 2, 1.0)

    def step(self, place: int) -> Spot:
        """The middle of a step."""
        return self._at(place, 1.0)

    def link(self, place: int) -> Spot:
        """Where the words of the link after a step stand: between the two, on the ring."""
        return self._at(place + 0.5, 1.0 if self.count > 2 else _ROUND)

    def way(self, place: int, points: int, apart: float) -> list[Spot]:
        """The arrow from a step to the next, as points along the ring where no step lies within
        ``apart``."""
        wide, high = self.step_size[0] / 2 + apart, self.step_size[1] / 2 + apart
        steps = [self.step(n) for n in range(self.count)]
        along = [self._at(place + n / points, 1.0) for n in range(points + 1)]
        return [
            spot
            for spot in along
            if not any(abs(spot.x - s.x) < wide and abs(spot.y - s.y) < high for s in steps)
        ]

    def nearest(self, x: float, y: float) -> int:
        """The place that a step let go of here would take."""
        return min(range(self.count), key=lambda n: math.dist((x, y), self.step(n)), default=0)

    def _at(self, place: float, out: float) -> Spot:
        angle = 2 * math.pi * place / max(self.count, 1) - math.pi / 2
        return Spot(
            self._middle.x + out * self._across * math.cos(angle),
            self._middle.y + out * self._up * math.sin(angle),
        )
