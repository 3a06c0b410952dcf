"""The order within the rows of a layered drawing, and how far to the right each part stands."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from desktop.core.band_rows import Slot

_SWEEPS = 12
_SETTLING = 8  # sweeps until positions stand still to the eye
Neighbours = dict[Slot, list[Slot]]


def order_rows(
    rows: Sequence[Sequence[Slot]], segments: Sequence[tuple[Slot, Slot]]
) -> list[list[Slot]]:
    """The rows with few crossings: the barycentre method in sweeps down and up, the best seen."""
    row = {slot: number for number, slots in enumerate(rows) for slot in slots}
    over, under = _neighbours(segments, row)
    order = [list(slots) for slots in rows]
    best, least = [list(slots) for slots in order], crossings(order, under)
    for sweep in range(_SWEEPS):
        if least == 0:
            break
        down = sweep % 2 == 0
        numbers = range(1, len(order)) if down else range(len(order) - 2, -1, -1)
        for number in numbers:
            beside = order[number - 1 if down else number + 1]
            order[number] = _by_middle(order[number], beside, over if down else under)
        if (count := crossings(order, under)) < least:
            best, least = [list(slots) for slots in order], count
    return best


def crossings(rows: Sequence[Sequence[Slot]], under: Mapping[Slot, Sequence[Slot]]) -> int:
    """How often lines between neighbouring rows cross."""
    total = 0
    for upper, lower in pairwise(rows):
        place = {slot: number for number, slot in enumerate(lower)}
        seen: list[int] = []
        for slot in upper:
            ends = sorted(place[each] for each in under.get(slot, ()))
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def spread_rows(
    rows: Sequence[Sequence[Slot]],
    segments: Sequence[tuple[Slot, Slot]],
    *,
    width: Callable[[Slot], float],
    gap: float,
    lane_gap: float,
) -> dict[Slot, float]:
    """The middle of each slot: as near to the mean of what it is joined to as the order and the
    gaps allow, and none further out than the longest row, packed, would reach."""
    both: Neighbours = {}
    for one, other in segments:
        both.setdefault(one, []).append(other)
        both.setdefault(other, []).append(one)
    packed = [_packed(slots, width, gap, lane_gap) for slots in rows]
    ends = [p[-1] + width(s[-1]) / 2 for p, s in zip(packed, rows, strict=True)]
    whole = max(ends, default=0.0)
    middle = {
        slot: at + (whole - end) / 2
        for slots, places, end in zip(rows, packed, ends, strict=True)
        for slot, at in zip(slots, places, strict=True)
    }
    for sweep in range(_SETTLING):
        numbers = range(len(rows)) if sweep % 2 == 0 else range(len(rows) - 1, -1, -1)
        for number in numbers:
            slots, places = rows[number], packed[number]
            wanted = [_mean([middle[each] for each in both.get(s, ())], middle[s]) for s in slots]
            shifts = _rising([want - at for want, at in zip(wanted, places, strict=True)])
            most = whole - ends[number]
            for slot, at, shift in zip(slots, places, shifts, strict=True):
                middle[slot] = at + min(max(shift, 0.0), most)
    return middle


def _neighbours(
    segments: Sequence[tuple[Slot, Slot]], row: Mapping[Slot, int]
) -> tuple[Neighbours, Neighbours]:
    """What is joined to each slot in the row above, and in the row below."""
    over: Neighbours = {}
    under: Neighbours = {}
    for one, other in segments:
        upper, lower = (one, other) if row[one] < row[other] else (other, one)
        over.setdefault(lower, []).append(upper)
        under.setdefault(upper, []).append(lower)
    return over, under


def _by_middle(
    slots: Sequence[Slot], beside: Sequence[Slot], joined: Mapping[Slot, Sequence[Slot]]
) -> list[Slot]:
    """In the order of the mean place of what each is joined to; what is joined to nothing keeps
    its share of the row."""
    place = {slot: number for number, slot in enumerate(beside)}
    scale = len(beside) / max(len(slots), 1)
    keys = {
        slot: _mean([place[each] for each in joined.get(slot, ())], number * scale)
        for number, slot in enumerate(slots)
    }
    return sorted(slots, key=keys.__getitem__)


def _packed(
    slots: Sequence[Slot], width: Callable[[Slot], float], gap: float, lane_gap: float
) -> list[float]:
    """The middles when everything stands as close as may be, from 0."""
    places: list[float] = []
    right, before = 0.0, None
    for slot in slots:
        if before is not None:
            near = before.line is not None or slot.line is not None
            right += lane_gap if near else gap
        places.append(right + width(slot) / 2)
        right += width(slot)
        before = slot
    return places


def _rising(values: Sequence[float]) -> list[float]:
    """The rising sequence with the least squared distance from the values: pool adjacent violators
    (Ayer and others, Annals of Mathematical Statistics 26, 1955)."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while blocks and blocks[-1][0] >= mean:
            other, more = blocks.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
