"""The annual wheel as geometry: rings, arcs and labels, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop.core.wheel_dial import TURN, Dial
from desktop.core.wheel_labels import Label, Wish, place_labels
from desktop.core.wheel_year import MarkKind, WheelYear

_HOLE = 0.16  # of the radius: the least that is left free in the middle
_GAP = 0.14  # of a sub-ring: between it and the next


class WheelSizes(NamedTuple):
    """How wide the parts are, in one unit: pixels, or millimetres."""

    words: float  # least width of a column of labels
    aside: float  # between the dial and a column
    line: float  # height of a label
    weeks: float  # ring of ISO weeks
    months: float  # ring of months
    season: float  # ring of a season
    name: float  # strip for the name of a lane
    ticks: float  # ring of check-ins
    least: float  # length of the shortest arc
    thickest: float  # a sub-ring


class Ring(NamedTuple):
    """What lies between two radii."""

    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2

    def holds(self, radius: float) -> bool:
        return self.inner <= radius < self.outer


class Lane(NamedTuple):
    """A lane's ring; its name stands in ``name``, its arcs in ``arcs``."""

    lane_id: int | None  # of the goals none
    whole: Ring
    name: Ring
    arcs: Ring


class Arc(NamedTuple):
    """An event (``occurrence``) or a mark of the goals (``mark``) by its place in the year's
    tuple.  ``from_before`` and ``goes_on``: it reaches beyond the year."""

    occurrence: int | None
    mark: int | None
    begin: float
    end: float
    ring: Ring
    from_before: bool = False
    goes_on: bool = False

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2


class _Span(NamedTuple):
    place: int
    begin: float
    end: float


class WheelLayout:
    """``year`` in a room of ``width`` × ``height``.

    ``labels`` carry the place of an arc in ``arcs``; ``hidden`` is how many have no room.
    """

    def __init__(self, year: WheelYear, width: float, height: float, sizes: WheelSizes) -> None:
        self.year, self.width, self.height, self.sizes = year, width, height, sizes
        across = (width - 2 * (sizes.words + sizes.aside)) / 2
        self.radius = max(min(height / 2, across), 1.0)
        self.dial = Dial(year.year, width / 2, height / 2)
        self._rings()
        self._lay_lanes()
        self._lay_labels()

    @property
    def column(self) -> float:
        """How wide the columns of labels are."""
        return max(self.width / 2 - self.radius - self.sizes.aside, 0.0)

    def column_edge(self, *, right: bool) -> float:
        """Where a column ends towards the dial."""
        away = self.radius + self.sizes.aside
        return self.dial.x + away if right else self.dial.x - away

    def lane_at(self, x: float, y: float) -> tuple[Lane, date] | None:
        """The lane at a point, and the day there."""
        angle, radius = self.dial.polar(x, y)
        for lane in self.lanes:
            if lane.whole.holds(radius):
                return lane, self.dial.day(angle)
        return None

    def arc_at(self, x: float, y: float) -> int | None:
        """The place of the arc at a point."""
        angle, radius = self.dial.polar(x, y)
        for place, arc in enumerate(self.arcs):
            if arc.ring.holds(radius) and arc.begin <= angle <= arc.end:
                return place
        return None

    # ------------------------------------------------------------------ rings

    def _rings(self) -> None:
        """From the edge inwards: weeks, months and, where there is one, the season."""
        sizes = self.sizes
        self.weeks = Ring(self.radius - sizes.weeks, self.radius)
        self.months = Ring(self.weeks.inner - sizes.months, self.weeks.inner)
        seasonal = self.year.season is not None and self.year.season.parts
        thick = sizes.season if seasonal else 0.0
        self.season = Ring(self.months.inner - thick, self.months.inner)

    def _lay_lanes(self) -> None:
        """The goals first, with a ring of ticks for check-ins, then the lanes, inwards."""
        year = self.year
        outer = max(self.season.inner, self.sizes.ticks)
        hole = min(self.radius * _HOLE, outer)
        tracks = self._all_tracks([hole] * (len(year.lanes) + 1))
        self._place_lanes(tracks, outer, hole)
        # now that it is known how far out each lane lies, short arcs need to be less wide
        tracks = self._all_tracks([lane.arcs.inner for lane in self.lanes])
        self._place_lanes(tracks, outer, hole)

    def _place_lanes(self, tracks: list[list[list[_Span]]], outer: float, hole: float) -> None:
        year, sizes = self.year, self.sizes
        room = outer - hole - sizes.ticks
        strip = min(sizes.name, room / 2 / len(tracks))
        count = sum(max(len(each), 1) for each in tracks)
        thick = min((room - strip * len(tracks)) / count, sizes.thickest)
        self.lanes: list[Lane] = []
        self.arcs: list[Arc] = []
        for number, each in enumerate(tracks):
            name = Ring(outer - strip, outer)
            arcs = Ring(name.inner - thick * max(len(each), 1), name.inner)
            lane_id = year.lanes[number - 1].id if number else None
            end = arcs.inner if number else arcs.inner - sizes.ticks
            self.lanes.append(Lane(lane_id, Ring(end, outer), name, arcs))
            for track, spans in enumerate(each):
                upper = arcs.outer - track * thick
                ring = Ring(upper - thick * (1 - _GAP), upper)
                self.arcs += [self._arc(span, ring, marks=number == 0) for span in spans]
            outer = end
        goals = self.lanes[0]
        self.ticks = Ring(goals.whole.inner, goals.arcs.inner)
        self.hole = outer

    def _all_tracks(self, radii: Sequence[float]) -> list[list[list[_Span]]]:
        """The sub-rings of the goals' marks and of each lane, whose arcs are at least so far from
        the middle."""
        year = self.year
        named = [(n, mark) for n, mark in enumerate(year.marks) if mark.named]
        spans = [self._span(n, mark.day, mark.day, radii[0]) for n, mark in named]
        tracks = [self._tracks(spans)]
        for lane, radius in zip(year.lanes, radii[1:], strict=True):
            own = [
                (n, each)
                for n, each in enumerate(year.occurrences)
                if each.event.lane_id == lane.id
            ]
            spans = [self._span(n, each.start, each.end, radius) for n, each in own]
            tracks.append(self._tracks(spans))
        return tracks

    def _span(self, place: int, first: date, last: date, radius: float) -> _Span:
        """From the first day's beginning to the last day's end, but long enough to be seen so
        far from the middle."""
        begin, end = self.dial.angle(first), self.dial.end_angle(last)
        least = min(self.sizes.least / max(radius, 1e-6), TURN)
        if end - begin < least:
            begin = min(max((begin + end - least) / 2, 0.0), TURN - least)
            end = begin + least
        return _Span(place, begin, end)

    def _tracks(self, spans: Sequence[_Span]) -> list[list[_Span]]:
        """Spans in as few sub-rings as keep them apart: each in the first that is free."""
        tracks: list[list[_Span]] = []
        for span in sorted(spans, key=lambda each: (each.begin, -each.end)):
            free = next((each for each in tracks if each[-1].end <= span.begin + 1e-9), None)
            if free is None:
                tracks.append([span])
            else:
                free.append(span)
        return tracks

    def _arc(self, span: _Span, ring: Ring, *, marks: bool) -> Arc:
        if marks:
            return Arc(None, span.place, span.begin, span.end, ring)
        each, year = self.year.occurrences[span.place], self.year.year
        return Arc(
            span.place,
            None,
            span.begin,
            span.end,
            ring,
            from_before=each.start < year.start,
            goes_on=each.end > year.end,
        )

    # ------------------------------------------------------------------ words

    def _lay_labels(self) -> None:
        wishes = [Wish(place, arc.middle, self._weight(arc)) for place, arc in enumerate(self.arcs)]
        self.labels: list[Label] = place_labels(
            wishes,
            middle=self.dial.y,
            radius=self.radius,
            top=0.0,
            bottom=self.height,
            line=self.sizes.line,
        )
        self.hidden = len(wishes) - len(self.labels)

    def _weight(self, arc: Arc) -> float:
        """Deadlines before milestones, and both before events; of those the longer first."""
        if arc.mark is not None:
            deadline = self.year.marks[arc.mark].kind is MarkKind.DEADLINE
            return 3 * TURN if deadline else 2 * TURN
        return arc.end - arc.begin
