"""Dragging an arc around the wheel, or one of its ends."""

from __future__ import annotations

import math
from datetime import date, timedelta
from enum import StrEnum

from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_dial import TURN
from desktop.core.wheel_layout import Arc, Ring, WheelLayout


class Part(StrEnum):
    """What of an arc is held."""

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"


END_ROOM = 6.0  # pixels at each end by which it is lengthened


def part_at(layout: WheelLayout, arc: Arc, x: float, y: float) -> Part:
    """What a press at a point holds; of an arc too short for ends the whole."""
    angle, radius = layout.dial.polar(x, y)
    if (arc.end - arc.begin) * radius < 3 * END_ROOM:
        return Part.WHOLE
    if (arc.end - angle) * radius < END_ROOM and not arc.goes_on:
        return Part.END
    if (angle - arc.begin) * radius < END_ROOM and not arc.from_before:
        return Part.BEGIN
    return Part.WHOLE


class WheelDrag:
    """One drag of ``occurrence``, from where it was pressed."""

    def __init__(
        self, layout: WheelLayout, arc: Arc, occurrence: Occurrence, x: float, y: float
    ) -> None:
        self.occurrence, self.part = occurrence, part_at(layout, arc, x, y)
        self._layout, self._arc = layout, arc
        self._angle = layout.dial.polar(x, y)[0]
        self._turned = 0.0
        self.lane_id = occurrence.event.lane_id

    @property
    def days(self) -> int:
        """By how many whole days."""
        return round(self._turned / TURN * self._layout.dial.year.days)

    @property
    def start(self) -> date:
        """The first day as it would be."""
        if self.part is Part.END:
            return self.occurrence.start
        start = self.occurrence.start + timedelta(days=self.days)
        return min(start, self.occurrence.end) if self.part is Part.BEGIN else start

    @property
    def end(self) -> date:
        """The last day as it would be."""
        if self.part is Part.BEGIN:
            return self.occurrence.end
        end = self.occurrence.end + timedelta(days=self.days)
        return max(end, self.occurrence.start) if self.part is Part.END else end

    def drag(self, x: float, y: float) -> None:
        """The pointer is here now; around the middle it may pass the top, not turn for ever."""
        angle, radius = self._layout.dial.polar(x, y)
        turn = (angle - self._angle + math.pi) % TURN - math.pi
        self._angle = angle
        self._turned = min(max(self._turned + turn, -TURN), TURN)
        if self.part is Part.WHOLE:
            for lane in self._layout.lanes[1:]:
                if lane.whole.holds(radius) and lane.lane_id is not None:
                    self.lane_id = lane.lane_id

    def arc(self) -> Arc:
        """The arc as it would be; in another lane it takes the whole ring."""
        dial, ring = self._layout.dial, self._arc.ring
        if self.lane_id != self.occurrence.event.lane_id:
            lane = next(each for each in self._layout.lanes if each.lane_id == self.lane_id)
            ring = Ring(lane.arcs.inner + 1, lane.arcs.outer)
        begin = dial.angle(self.start)
        end = max(dial.end_angle(self.end), begin + 2 / max(ring.inner, 2.0))
        return self._arc._replace(begin=begin, end=end, ring=ring)
