"""The rows of a table put together by their periods."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

from desktop.importing.periods import Stamp

Places = Sequence[int]


def period_rows(stamps: Sequence[Stamp | None]) -> list[tuple[Stamp, Places]]:
    """Each period with the places of its rows, in the order in which the periods first occur.

    Rows of one period have to share one object, as ``read_axis`` gives them: comparing a million
    dates would take longer than all the rest.
    """
    places: defaultdict[int, array[int]] = defaultdict(_no_places)
    for place, key in enumerate(map(id, stamps)):
        places[key].append(place)
    return [(stamp, found) for found in places.values() if (stamp := stamps[found[0]]) is not None]


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
