"""The rows of a table put together by their periods."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, compress, count, islice, pairwise
from operator import is_not

from desktop.importing.values.stamps import Stamp

Places = Sequence[int]
_RUN = 8  # rows of one period in a row, on the average, that are worth a look for runs


def period_rows(stamps: Sequence[Stamp | None]) -> list[tuple[Stamp, Places]]:
    """Each period with the places of its rows, in the order in which the periods first occur.

    Rows of one period have to share one object, as ``read_axis`` gives them: comparing a million
    dates would take longer than all the rest.
    """
    turns = list(compress(count(1), map(is_not, stamps, islice(stamps, 1, None))))
    if len(turns) * _RUN < len(stamps):
        ends = pairwise((0, *turns, len(stamps)))
        return rows_of_runs((stamps[start], stop - start) for start, stop in ends if stop > start)
    found = _of_each(stamps)
    return [(stamp, places) for places in found if (stamp := stamps[places[0]]) is not None]


def rows_of_runs(runs: Iterable[tuple[Stamp | None, int]]) -> list[tuple[Stamp, Places]]:
    """The same of periods that come with how often each stands there in a row."""
    found: dict[int, tuple[Stamp, list[range]]] = {}
    start = 0
    for stamp, length in runs:
        stop = start + length
        if stamp is not None:
            ranges = found.setdefault(id(stamp), (stamp, []))[1]
            if ranges and ranges[-1].stop == start:
                start = ranges.pop().start
            ranges.append(range(start, stop))
        start = stop
    return [(stamp, _joined(ranges)) for stamp, ranges in found.values()]


def _joined(ranges: Sequence[range]) -> Places:
    return ranges[0] if len(ranges) == 1 else array("I", chain.from_iterable(ranges))


def _of_each(stamps: Sequence[Stamp | None]) -> Iterable[Places]:
    found: defaultdict[int, array[int]] = defaultdict(_no_places)
    for place, key in enumerate(map(id, stamps)):
        found[key].append(place)
    return found.values()


def places_without(periods: Sequence[tuple[Stamp, Places]], height: int) -> Sequence[int]:
    """The places, of so many, at which no period stands."""
    if sum(len(places) for _, places in periods) == height:
        return ()
    held = bytearray(height)
    for _, places in periods:
        for place in places:
            held[place] = 1
    return [place for place, holds in enumerate(held) if not holds]


def _no_places() -> array[int]:
    return array("I")
