"""The rows of a table put together by their periods."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, compress, count, islice, pairwise
from operator import is_not

from desktop.importing.periods import Stamp

Places = Sequence[int]
_RUN = 8  # rows of one period in a row, on the average, that are worth a look for runs


def period_rows(stamps: Sequence[Stamp | None]) -> list[tuple[Stamp, Places]]:
    """Each period with the places of its rows, in the order in which the periods first occur.

    Rows of one period have to share one object, as ``read_axis`` gives them: comparing a million
    dates would take longer than all the rest.
    """
    turns = list(compress(count(1), map(is_not, stamps, islice(stamps, 1, None))))
    found = _of_runs(stamps, turns) if len(turns) * _RUN < len(stamps) else _of_each(stamps)
    return [(stamp, places) for places in found if (stamp := stamps[places[0]]) is not None]


def _of_runs(stamps: Sequence[Stamp | None], turns: Sequence[int]) -> Iterable[Places]:
    """The places where rows of one period follow each other; ``turns`` are where others begin."""
    found: dict[int, list[range]] = {}
    for start, stop in pairwise((0, *turns, len(stamps))):
        found.setdefault(id(stamps[start]), []).append(range(start, stop))
    for runs in found.values():
        yield runs[0] if len(runs) == 1 else array("I", chain.from_iterable(runs))


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
