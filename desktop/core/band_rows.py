"""The rows of a strategy map: which node stands in which, and where arrows pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

Edge = tuple[str, str]  # cause and effect


class Slot(NamedTuple):
    """A place in a row: a node by its key, or, with ``line``, where that arrow passes."""

    key: str
    line: Edge | None = None


class Rows(NamedTuple):
    """``slots`` by row from the top; ``segments`` join slots of neighbouring rows."""

    slots: list[list[Slot]]
    segments: list[tuple[Slot, Slot]]
    band_of_row: list[int]


class _Leaf(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def band(self) -> int: ...


def rows_of_bands(
    leaves: Sequence[_Leaf], edges: Sequence[Edge], bands: Sequence[int], per_row: int
) -> Rows:
    """Each node in a row of its band: effects over their causes, at most ``per_row`` in a row.
    What is joined by arrows comes before what is not."""
    joined = {key for edge in edges for key in edge}
    rows: list[list[str]] = []
    band_of_row: list[int] = []
    for band in bands:
        keys = [leaf.key for leaf in leaves if leaf.band == band]
        keys.sort(key=lambda key: key not in joined)
        for layer in _layers(keys, edges):
            count = -(-len(layer) // per_row)
            size = -(-len(layer) // count)  # rows of about the same length
            parts = [layer[start : start + size] for start in range(0, len(layer), size)]
            rows += parts
            band_of_row += [band] * len(parts)
    slots = [[Slot(key) for key in row] for row in rows]
    return Rows(slots, _joined(slots, edges), band_of_row)


def _layers(keys: Sequence[str], edges: Iterable[Edge]) -> list[list[str]]:
    """The keys of a band from the top: each below all that it leads to.  What leads to nothing in
    the band stands as low as its causes allow.  Circles are cut where they close."""
    here = set(keys)
    above: dict[str, list[str]] = {key: [] for key in keys}
    for cause, effect in edges:
        if cause in here and effect in here:
            above[cause].append(effect)
    depth: dict[str, int] = {}
    for key in keys:
        _depth(key, above, depth, frozenset())
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in keys:
        layers[depth[key]].append(key)
    return layers


def _depth(
    key: str, above: Mapping[str, Sequence[str]], depth: dict[str, int], on_the_way: frozenset[str]
) -> int:
    if key not in depth:
        way = on_the_way | {key}
        over = [_depth(each, above, depth, way) for each in above[key] if each not in way]
        depth[key] = max(over, default=-1) + 1
    return depth[key]


def _joined(slots: list[list[Slot]], edges: Iterable[Edge]) -> list[tuple[Slot, Slot]]:
    """Adds to every row the lanes of the arrows that pass it; the parts of all arrows."""
    row = {slot.key: number for number, slots_of in enumerate(slots) for slot in slots_of}
    segments = []
    for cause, effect in edges:
        step = 1 if row[cause] < row[effect] else -1
        before = Slot(cause)
        for number in range(row[cause] + step, row[effect], step):
            lane = Slot(str(number), (cause, effect))
            slots[number].append(lane)
            segments.append((before, lane))
            before = lane
        segments.append((before, Slot(effect)))
    return segments
