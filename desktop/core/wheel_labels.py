"""The words beside the wheel: two columns in which no label lies on another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """A label that belongs to an angle of the dial; of those that have no room the least
    ``weight`` goes first."""

    key: int
    angle: float
    weight: float = 0.0


class Label(NamedTuple):
    """A label with its upper edge; those of the right half stand at the right."""

    key: int
    right: bool
    y: float


def place_labels(
    wishes: Sequence[Wish], *, middle: float, radius: float, top: float, bottom: float, line: float
) -> list[Label]:
    """As many as have room between ``top`` and ``bottom``, each ``line`` high, near the height at
    which its angle meets the circle of ``radius`` around the height ``middle``."""
    found: list[Label] = []
    for right in (True, False):
        side = [wish for wish in wishes if (wish.angle < math.pi) == right]
        room = int((bottom - top) / line + 1e-9)
        kept = sorted(side, key=lambda wish: -wish.weight)[: max(room, 0)]
        kept.sort(key=lambda wish: (wish.angle if right else -wish.angle, wish.key))
        wanted = [middle - radius * math.cos(wish.angle) - line / 2 for wish in kept]
        places = _spread(wanted, top, bottom, line)
        found += [Label(wish.key, right, y) for wish, y in zip(kept, places, strict=True)]
    return found


def _spread(wanted: Sequence[float], top: float, bottom: float, line: float) -> list[float]:
    """Heights in the order given, ``line`` apart at least, as near to those wanted as can be.

    Without the distances (subtract n lines from the n-th) it is to find ascending heights that
    are nearest: neighbours in the wrong order share their mean (pool adjacent violators).
    """
    pools: list[tuple[float, int]] = []
    for number, height in enumerate(wanted):
        pool = (height - number * line, 1)
        while pools and pools[-1][0] > pool[0]:
            before, count = pools.pop()
            whole = count + pool[1]
            pool = ((before * count + pool[0] * pool[1]) / whole, whole)
        pools.append(pool)
    level = [height for height, count in pools for _ in range(count)]
    highest = bottom - line * len(wanted)
    return [min(max(each, top), highest) + n * line for n, each in enumerate(level)]
