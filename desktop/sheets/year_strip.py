"""The twelve months of the fiscal year: where the goal lies in them, and what is due when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import GoalSheet, MilestoneContent
from desktop.sheets.elements import Area, Box, Polygon, Stroke
from desktop.sheets.pen import HEADING, TINY, TINY_STRONG, Pen
from desktop.sheets.type import line_height, shortened, width

_BAR = 2.6  # millimetres high
_HALF = 1.25  # of a diamond
_LANES = 2
_WIDEST = 58.0  # millimetres of a milestone's name
_NEEDED = 24.0  # with less room for its name a milestone is only counted
_APART = 3.0
_LANE = line_height(TINY) + 0.3


@dataclass(frozen=True, slots=True)
class _Flag:
    """A milestone's words in a lane."""

    x: float
    lane: int
    text: str
    done: bool


class YearStrip:
    """Measures itself first: ``height`` is what it takes, ``left_out`` what it does not show."""

    def __init__(self, pen: Pen, sheet: GoalSheet, x: float, room: float) -> None:
        self._pen, self._sheet = pen, sheet
        self._x, self._room = x, room
        self._first, self._last = sheet.months[0].start, sheet.months[-1].end
        inside = [item for item in sheet.milestones if self._first <= item.due <= self._last]
        self._inside = sorted(inside, key=lambda item: item.due)
        self._flags = self._place_flags()
        lanes = max((flag.lane + 1 for flag in self._flags), default=0)
        self._head = line_height(HEADING) + line_height(TINY) + 0.4
        self.height = self._head + _BAR + (0.6 + lanes * _LANE if lanes else 0.8)
        self.left_out: list[Message] = []
        hidden = len(sheet.milestones) - len(self._flags)
        if hidden:
            self.left_out.append(nmsg("{n} milestone", "{n} milestones", hidden))

    # ------------------------------------------------------------------ places

    def _at(self, day: date, *, end: bool = False) -> float:
        """Where a day begins (or ends) on the strip, kept within it."""
        days = (self._last - self._first).days + 1
        share = ((day - self._first).days + (1 if end else 0)) / days
        return self._x + min(max(share, 0.0), 1.0) * self._room

    def _place_flags(self) -> list[_Flag]:
        """Each milestone's words in the first lane with room; those without are left out.  The
        next one in a lane may shorten those before it."""
        free = [self._x] * _LANES
        flags: list[_Flag] = []
        right = self._x + self._room
        for item in self._inside:
            at = self._at(item.due) - _HALF
            text = self._words(item)
            for lane in range(_LANES):
                wanted = min(width(text, TINY), _WIDEST)
                x = max(min(at, right - wanted), free[lane])
                least = min(wanted, _NEEDED)
                if x <= at + 0.5 and right - x >= least:
                    flags.append(_Flag(x, lane, text, item.done_on is not None))
                    free[lane] = x + least + _APART
                    break
        return [self._within(flags, index) for index in range(len(flags))]

    def _within(self, flags: list[_Flag], index: int) -> _Flag:
        """The words shortened to the room before the next in the same lane."""
        flag = flags[index]
        later = [other.x - _APART for other in flags[index + 1 :] if other.lane == flag.lane]
        room = min([self._x + self._room, *later]) - flag.x
        return _Flag(flag.x, flag.lane, shortened(flag.text, TINY, min(room, _WIDEST)), flag.done)

    def _words(self, item: MilestoneContent) -> str:
        day = self._pen.wording.period_short(Period(Cadence.DAY, item.due))
        return f"{day}  {' '.join(item.title.split())}"

    # ------------------------------------------------------------------ drawing

    def draw(self, y: float) -> None:
        """Draw it with its top at ``y``."""
        pen = self._pen
        pen.block("year", Box(self._x, y, self._room, self.height))
        year = Period(Cadence.YEAR, self._first)
        pen.line(pen.say(msg("The year {year}", year=year)), self._x, y, self._room, HEADING)
        bar = Box(self._x, y + self._head, self._room, _BAR)
        self._months(y + line_height(HEADING), bar)
        self._goal(bar)
        for item in self._inside:
            self._diamond(self._at(item.due), bar, done=item.done_on is not None)
        for flag in self._flags:
            top = bar.bottom + 0.6 + flag.lane * _LANE
            colour = pen.ink.soft if flag.done else pen.ink.text
            pen.line(flag.text, flag.x, top, _WIDEST, TINY, colour)

    def _months(self, top: float, bar: Box) -> None:
        pen, sheet = self._pen, self._sheet
        pen.add(Area(bar, pen.ink.bands[2]))
        for month in sheet.months:
            x = self._at(month.start)
            now = sheet.today in month
            face, colour = (TINY_STRONG, pen.ink.text) if now else (TINY, pen.ink.soft)
            room = self._at(month.end, end=True) - x - 1.0
            pen.line(pen.wording.period_short(month), x + 0.8, top, room, face, colour)
            pen.add(Stroke(((x, top + 0.4), (x, bar.bottom)), pen.ink.hairline, 0.15))

    def _goal(self, bar: Box) -> None:
        """The goal's time: what is gone solid, what is left outlined, as in the chart."""
        pen, sheet = self._pen, self._sheet
        end = self._last if sheet.deadline is None else sheet.deadline
        if sheet.start > self._last or end < self._first:
            return
        left, right = self._at(sheet.start), self._at(end, end=True)
        third = bar.height / 3
        whole = Box(left, bar.y + third, right - left, third)
        pen.add(Area(whole, "#FFFFFF", pen.ink.plan))
        now = min(max(self._at(sheet.today), left), right)
        if now > left:
            pen.add(Area(Box(left, whole.y, now - left, third), pen.ink.plan))

    def _diamond(self, x: float, bar: Box, *, done: bool) -> None:
        """A milestone: filled when it is done."""
        x = min(max(x, self._x + _HALF), self._x + self._room - _HALF)
        y = bar.y + bar.height / 2
        points = ((x, y - _HALF), (x + _HALF, y), (x, y + _HALF), (x - _HALF, y))
        ink = self._pen.ink.text
        self._pen.add(Polygon(points, ink, ink if done else ""))
