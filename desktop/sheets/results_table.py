"""The key results as a table: recent course, bullet graph, actual, plan, difference, status."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg
from desktop.core.sheet_content import ResultContent
from desktop.sheets.bullet_legend import LEGEND_HEIGHT, draw_legend
from desktop.sheets.elements import Box
from desktop.sheets.pen import BODY, HEADING, TINY, Pen, Side
from desktop.sheets.result_row import Column, Fullness, ResultRow, Told, columns
from desktop.sheets.row_style import LARGE, REGULAR
from desktop.sheets.type import line_height

_MOST_LARGE = 3  # key results
_HEAD = line_height(HEADING) + 1.6
# From the fullest to the tersest; the first that has room is taken.
_FULLNESS = (
    Fullness(LARGE, title_lines=2, told=Told.ALL),
    Fullness(REGULAR, title_lines=2, told=Told.ALL),
    Fullness(REGULAR, title_lines=2, told=Told.AHEAD),
    Fullness(REGULAR, title_lines=2, told=Told.CHANGED),
    Fullness(REGULAR, title_lines=1, told=Told.CHANGED),
)


class ResultsTable:
    """Knows how high it wants to be before it is drawn; ``room`` is its width."""

    def __init__(self, pen: Pen, results: Sequence[ResultContent], room: float) -> None:
        self._pen, self._results, self._room = pen, results, room
        self._legend = any(result.bullet is not None for result in results)
        self._rest = _HEAD + (LEGEND_HEIGHT if self._legend else 0.0)
        self._ways = _FULLNESS[0 if len(results) <= _MOST_LARGE else 1 :]

    @property
    def wanted(self) -> float:
        """The height with everything that there is to say, and some air."""
        way = self._ways[0]
        return self._height(way) + way.style.apart / 2 * len(self._results)

    @property
    def least(self) -> float:
        """The height in which all key results have room."""
        return self._height(self._ways[-1])

    @property
    def tellable(self) -> tuple[float, ...]:
        """The heights without air in which the forecast is told, the largest first."""
        return tuple(self._height(way) for way in self._ways if way.told > Told.CHANGED)

    def rows_in(self, height: float) -> int:
        """How many key results have room: one at least."""
        left = height - self._rest + 1e-6
        for count, result in enumerate(self._results):
            left -= self._ways[-1].height(self._pen, result, self._room)
            if left < 0:
                return max(count, 1)
        return len(self._results)

    def draw(self, box: Box) -> float:
        """Draw into ``box`` as many as have room; where the table ends."""
        pen = self._pen
        self._head(box)
        y = box.y + _HEAD
        if not self._results:
            text = pen.say(msg("There is no key result yet."))
            y = pen.line(text, box.x, y + 1.0, box.width, BODY, pen.ink.soft)
        else:
            y = self._rows(Box(box.x, y, box.width, box.bottom - y))
        pen.block("key results", Box(box.x, box.y, box.width, y - box.y))
        return y

    def _rows(self, box: Box) -> float:
        pen = self._pen
        shown = self._results[: self.rows_in(box.height + _HEAD)]
        room = box.height - (LEGEND_HEIGHT if self._legend else 0.0)
        way = next((way for way in self._ways if self._sum(way, shown) <= room), self._ways[-1])
        apart = min(max(room - self._sum(way, shown), 0.0) / len(shown), way.style.apart)
        y = box.y
        for index, result in enumerate(shown):
            if index:
                pen.rule(box.x, y, box.right)
            height = way.height(pen, result, self._room) + apart
            ResultRow(pen, result, way, Box(box.x, y + apart / 3, box.width, height)).draw()
            y += height
        if self._legend:
            pen.rule(box.x, y, box.right)
            draw_legend(pen, shown, Box(box.x, y, box.width, LEGEND_HEIGHT))
            y += LEGEND_HEIGHT
        return y

    def _height(self, way: Fullness) -> float:
        return self._rest + self._sum(way, self._results)

    def _sum(self, way: Fullness, results: Sequence[ResultContent]) -> float:
        if not results:
            return line_height(BODY) + 1.0
        return sum(way.height(self._pen, result, self._room) for result in results)

    def _head(self, box: Box) -> None:
        """The heading of the table and of its columns of numbers."""
        pen = self._pen
        places = columns(box.x, box.width)
        room = places[3].x - box.x
        pen.line(pen.say(msg("Key results")), box.x, box.y, room, HEADING)
        y = box.y + line_height(HEADING) - line_height(TINY)
        draw_number_titles(pen, places, y, self._results)
        pen.rule(box.x, box.y + _HEAD - 0.4, box.right, 0.2)


def draw_number_titles(
    pen: Pen, places: Sequence[Column], y: float, results: Sequence[ResultContent]
) -> None:
    """What stands above the columns of numbers that are used."""
    titles: tuple[tuple[Message, bool], ...] = (
        (msg("Actual"), any(result.actual is not None for result in results)),
        (msg("Plan"), any(result.plan is not None for result in results)),
        (msg("Difference"), any(result.difference is not None for result in results)),
    )
    for place, (title, shown) in zip(places[3:], titles, strict=True):
        if shown:
            pen.line(pen.say(title), place.x, y, place.width, TINY, pen.ink.soft, Side.RIGHT)
