"""The rows above a chart: activities over their days, and events that stand on their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.chart_series import ChartSeries, Effort, Occasion
from desktop.core.message import msg, nmsg
from desktop.sheets.chart_frame import ChartFrame
from desktop.sheets.elements import Stroke
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, plain, shortened, width

_LINE = line_height(TINY)
_EVENT_ROW = _LINE + 0.2
_EFFORT_ROW = _LINE + 1.6
_MOST_EVENT_ROWS, _MOST_EFFORT_ROWS = 2, 3
_BAR = 0.7
_ASIDE = 0.6  # from an event's line to its name
_APART = 1.6  # between two names
_LEAST = 12.0  # millimetres; a name with less room is not written

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Event:
    """An event's line and its name in a row, row 0 lying on the plot."""

    line: float
    row: int
    x: float
    text: str
    rebase: bool


@dataclass(frozen=True, slots=True)
class _Activity:
    row: int
    x: float
    text: str
    bar: Span
    killed: bool


def count_width(pen: Pen, series: ChartSeries) -> float:
    """How much room the count of what is not written may need beside the plot."""
    many = len(series.occasions) + len(series.efforts)
    return width(_more(pen, many), TINY) if many > 1 else 0.0


def _more(pen: Pen, count: int) -> str:
    return pen.say(nmsg("+{n} more", "+{n} more", count))


class Happenings:
    """Measures itself first: ``height`` is at most ``room`` millimetres.

    Names go where nothing covers them; events are shortened to twelve millimetres at least, and
    what has no room is counted.  Of activities those going on come first, then the newest.
    """

    def __init__(self, pen: Pen, series: ChartSeries, frame: ChartFrame, room: float) -> None:
        self._pen, self.frame = pen, frame  # only its height may change
        self.left_out = 0
        rows = min(int(room / _EVENT_ROW), _MOST_EVENT_ROWS)
        self._events = list(self._place_events(series.occasions, rows))
        self._event_rows = max((each.row + 1 for each in self._events), default=0)
        rows = int((room - self._event_rows * _EVENT_ROW) / _EFFORT_ROW)
        self._activities = list(self._place_efforts(series.efforts, min(rows, _MOST_EFFORT_ROWS)))
        effort_rows = max((each.row + 1 for each in self._activities), default=0)
        self.height = self._event_rows * _EVENT_ROW + effort_rows * _EFFORT_ROW
        if self.left_out and not self.height and room >= _EVENT_ROW:
            self.height = _EVENT_ROW  # for the count

    # ------------------------------------------------------------------ places

    def _place_events(self, occasions: Sequence[Occasion], rows: int) -> Iterator[_Event]:
        """From the latest to the earliest, each in the lowest row in which its name has room and
        its line crosses no other name."""
        first, last = self.frame.first.start, self.frame.last.end
        inside = [each for each in occasions if first <= each.day <= last]
        lines = [self.frame.x(each.day) for each in inside]
        taken: list[list[Span]] = [[] for _ in range(rows)]
        for each in sorted(inside, key=lambda each: each.day, reverse=True):
            line, text = self.frame.x(each.day), plain(each.title)
            found = self._event_place(line, text, taken, lines)
            if found is None:
                self.left_out += 1
                continue
            row, x, text = found
            taken[row].append((x - _APART, x + width(text, TINY) + _APART))
            for below in range(row + 1):
                taken[below].append((line - _APART, line + _APART))
            yield _Event(line, row, x, text, each.rebase)

    def _event_place(
        self, line: float, text: str, taken: Sequence[Sequence[Span]], lines: Sequence[float]
    ) -> tuple[int, float, str] | None:
        """A name to the left of its line stands high where earlier events are below it."""
        plot, wide = self.frame.plot, width(text, TINY)
        free_rows = []
        for row, spans in enumerate(taken):
            if any(start + _APART - 0.3 < line < end - _APART + 0.3 for start, end in spans):
                break  # the line cannot pass here
            free_rows.append((row, spans))
        x = line + _ASIDE
        for row, spans in free_rows:
            if x + wide <= plot.right and _free(spans, x, x + wide):
                return row, x, text
        x = line - _ASIDE - wide
        crowded = any(x - _APART < other < line for other in lines)
        for row, spans in reversed(free_rows) if crowded else free_rows:
            if x >= plot.x and _free(spans, x, x + wide):
                return row, x, text
        for row, spans in free_rows:
            x = line + _ASIDE
            end = min([plot.right, *(start for start, stop in spans if stop > x)])
            if end - x >= _LEAST:
                return row, x, shortened(text, TINY, end - x)
        return None

    def _place_efforts(self, efforts: Sequence[Effort], rows: int) -> Iterator[_Activity]:
        frame, plot = self.frame, self.frame.plot
        first, last = frame.first.start, frame.last.end
        inside = [
            each
            for each in efforts
            if each.start <= last and (each.end is None or each.end >= first)
        ]
        newest = sorted(inside, key=lambda each: each.start, reverse=True)
        taken: list[list[Span]] = [[] for _ in range(max(rows, 0))]
        for each in sorted(newest, key=lambda each: each.end is not None):
            start = frame.x(max(each.start, first))
            end = plot.right if each.end is None else frame.x(min(each.end, last))
            text = self._effort_words(each)
            text = shortened(text, TINY, plot.width)
            wide = width(text, TINY)
            x = max(min(start, plot.right - wide), plot.x)
            bar = (start, max(end, min(start + 0.8, plot.right)))
            left, right = min(x, start), max(x + wide, bar[1])
            row = next((n for n, spans in enumerate(taken) if _free(spans, left, right)), None)
            if row is None:
                self.left_out += 1
                continue
            taken[row].append((left - _APART, right + _APART))
            yield _Activity(row, x, text, bar, each.killed)

    def _effort_words(self, effort: Effort) -> str:
        if not effort.killed:
            return plain(effort.title)
        return self._pen.say(msg("{activity} (ended)", activity=plain(effort.title)))

    # ------------------------------------------------------------------ drawing

    def draw_lines(self, floor: float) -> None:
        """The lines of the events, from their names at ``floor`` down through the plot: full where
        the limits begin anew."""
        pen, bottom = self._pen, self.frame.plot.bottom
        for each in self._events:
            top = floor - (each.row + 1) * _EVENT_ROW + 0.2
            places = ((each.line, top), (each.line, bottom))
            pen.add(Stroke(places, pen.ink.signal, 0.25, dotted=not each.rebase))

    def draw_names(self, floor: float, right: float) -> None:
        """The names above ``floor``; what had no room is counted beside them, up to ``right``."""
        pen = self._pen
        above = floor - self._event_rows * _EVENT_ROW
        for activity in self._activities:
            y = above - (activity.row + 1) * _EFFORT_ROW
            pen.line(activity.text, activity.x, y, width(activity.text, TINY) + 0.1, TINY)
            y += _LINE + 0.3 + _BAR / 2
            places = tuple((x, y) for x in activity.bar)
            pen.add(Stroke(places, pen.ink.signal, _BAR, dashed=activity.killed))
        for event in self._events:
            y = floor - (event.row + 1) * _EVENT_ROW
            pen.line(event.text, event.x, y, width(event.text, TINY) + 0.1, TINY, pen.ink.soft)
        if self.left_out and self.height:
            x, top = self.frame.plot.right + 1.4, floor - self.height
            pen.line(_more(pen, self.left_out), x, top, right - x, TINY, pen.ink.soft)


def _free(spans: Sequence[Span], left: float, right: float) -> bool:
    return all(right <= start or left >= end for start, end in spans)
