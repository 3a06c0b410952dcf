"""Where the steps of a ring stand, and which place a point is nearest to."""

from __future__ import annotations

import math
from typing import NamedTuple

STEP_WIDTH, STEP_HEIGHT = 148.0, 62.0
_ROUND = 0.62  # how far between two steps, seen from the middle, their link's words stand


class Spot(NamedTuple):
    """The middle of something."""

    x: float
    y: float


class RingLayout:
    """``count`` steps clockwise from the top, in a room of ``width`` × ``height`` pixels."""

    def __init__(self, count: int, width: float, height: float) -> None:
        self.count, self.width = count, width
        self._middle = Spot(width / 2, height / 2)
        self._across = max((width - STEP_WIDTH) / 2 - 2, 10.0)
        self._up = max((height - STEP_HEIGHT) / 2 - 2, 10.0)

    def step(self, place: int) -> Spot:
        """The middle of a step."""
        return self._at(place, 1.0)

    def link(self, place: int) -> Spot:
        """Where the words of the link after a step stand: between the two, on the ring."""
        return self._at(place + 0.5, 1.0 if self.count > 2 else _ROUND)

    def arrow(self, place: int, share: float) -> Spot:
        """A point on the way from a step to the next; ``share`` from 0 to 1."""
        return self._at(place + share, 1.0)

    def nearest(self, x: float, y: float) -> int:
        """The place that a step let go of here would take."""
        return min(range(self.count), key=lambda n: math.dist((x, y), self.step(n)), default=0)

    def _at(self, place: float, out: float) -> Spot:
        angle = 2 * math.pi * place / max(self.count, 1) - math.pi / 2
        return Spot(
            self._middle.x + out * self._across * math.cos(angle),
            self._middle.y + out * self._up * math.sin(angle),
        )
