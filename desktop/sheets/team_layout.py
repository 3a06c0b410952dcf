"""The team's page: key results by who answers for them, and what drives each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.assessment import Status
from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_content import ResultContent
from desktop.core.sheet_team import TeamPart, TeamRow, TeamSheet, driven_by
from desktop.core.wording import Wording
from desktop.sheets.bullet_legend import LEGEND_HEIGHT, draw_legend
from desktop.sheets.elements import Box, Face, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import SMALL, TINY, Pen
from desktop.sheets.result_row import Fullness, ResultRow, Told, columns
from desktop.sheets.results_table import draw_number_titles
from desktop.sheets.row_style import LARGE, REGULAR
from desktop.sheets.type import line_height, wrapped

_GAP = 2.0
_OWNER = Face(11.5, strong=True)
_ABOVE_OWNER = 1.4
_OWNER_HEIGHT = _ABOVE_OWNER + line_height(_OWNER) + 1.2
_BELOW_DRIVERS = 1.4
_MOST_APART = 4.0


@dataclass(frozen=True, slots=True)
class _Way:
    """How much of each key result is shown: lines of its drivers, and the rest."""

    fullness: Fullness
    drivers: int
    face: Face

    def height(self, pen: Pen, row: TeamRow, room: float) -> float:
        return self.fullness.height(pen, _shown(row), room) + self.drivers_height(pen, row, room)

    def drivers_height(self, pen: Pen, row: TeamRow, room: float) -> float:
        count = len(self.driver_lines(pen, row, room))
        return count * line_height(self.face) + _BELOW_DRIVERS if count else 0.0

    def driver_lines(self, pen: Pen, row: TeamRow, room: float) -> list[str]:
        if not row.drivers:
            return []
        words = driven_by([pen.say(each) for each in row.drivers])
        return wrapped(pen.say(words), self.face, room, self.drivers)


# From the fullest to the tersest; the first that has room is taken.
_WAYS = (
    _Way(Fullness(LARGE, title_lines=2, told=Told.ALL), 3, SMALL),
    _Way(Fullness(REGULAR, title_lines=2, told=Told.ALL), 2, SMALL),
    _Way(Fullness(REGULAR, title_lines=2, told=Told.CHANGED), 2, TINY),
    _Way(Fullness(REGULAR, title_lines=1, told=Told.CHANGED), 1, TINY),
    _Way(Fullness(REGULAR, title_lines=1, told=Told.CHANGED), 0, TINY),
)


def lay_out_team(sheet: TeamSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All key results, as full as has room; when not even the tersest has, drivers are left out,
    and then the last key results.  Both are counted at the foot."""
    return _Team(sheet, page, ink, wording).build()


def _shown(row: TeamRow) -> ResultContent:
    """The heading says whose it is; beside its status stands the goal that it belongs to."""
    return replace(row.result, owner=row.goal)


class _Team:
    def __init__(self, sheet: TeamSheet, page: Page, ink: Ink, wording: Wording) -> None:
        self._sheet, self._box = sheet, page.content
        self._title = wording.say(msg("Our key results"))
        self._pen = Pen(Layout(page.width, page.height, self._title), ink, wording)
        self._results = [row.result for team in sheet.teams for row in team.rows]
        self._legend = any(result.bullet is not None for result in self._results)

    def build(self) -> Layout:
        pen, box = self._pen, self._box
        y = draw_head(pen, self._head(), box)
        left_out: list[Message] = []
        if self._results:
            titles = y + _OWNER_HEIGHT - line_height(TINY) - 1.0
            draw_number_titles(pen, columns(box.x, box.width), titles, self._results)
            bottom = box.bottom - FOOT_HEIGHT - _GAP - (LEGEND_HEIGHT if self._legend else 0.0)
            left_out = self._rows(y, Box(box.x, y, box.width, bottom - y))
        if self._legend:
            place = Box(box.x, bottom, box.width, LEGEND_HEIGHT)
            draw_legend(pen, self._results, place)
            pen.block("legend", place)
        draw_foot(pen, msg("Printed {day}", day=self._sheet.today), left_out, box)
        return pen.layout

    def _head(self) -> Head:
        statuses = [result.status for result in self._results]
        return Head(
            company=self._sheet.company.name,
            title=self._title,
            message=self._pen.say(self._sheet.message),
            as_of=self._sheet.as_of,
            tally=tuple((each, statuses.count(each)) for each in Status if each in statuses),
        )

    # ------------------------------------------------------------------ rows

    def _rows(self, y: float, box: Box) -> list[Message]:
        """Draw what has room, as full as it has; what is left out."""
        teams = list(self._sheet.teams)
        way = next((way for way in _WAYS if self._height(way, teams) <= box.height), _WAYS[-1])
        while self._height(way, teams) > box.height:
            teams = _without_last(teams)
        count = sum(len(team.rows) for team in teams)
        apart = min((box.height - self._height(way, teams)) / max(count, 1), _MOST_APART)
        for team in teams:
            y = self._team(team, way, y, apart)
        left_out: list[Message] = []
        if more := len(self._results) - count:
            left_out.append(nmsg("{n} key result", "{n} key results", more))
        driven = sum(bool(row.drivers) for team in teams for row in team.rows)
        if driven and not way.drivers:
            left_out.append(
                nmsg("what drives {n} key result", "what drives {n} key results", driven)
            )
        return left_out

    def _height(self, way: _Way, teams: Sequence[TeamPart]) -> float:
        rows = [row for team in teams for row in team.rows]
        heights = sum(way.height(self._pen, row, self._box.width) for row in rows)
        return len(teams) * _OWNER_HEIGHT + heights

    def _team(self, team: TeamPart, way: _Way, y: float, apart: float) -> float:
        """An owner with what is theirs; the first stands beside the titles of the columns."""
        pen, box = self._pen, self._box
        place = columns(box.x, box.width)[0]
        owner = team.owner or pen.say(msg("No owner yet"))
        pen.line(owner, box.x, y + _ABOVE_OWNER, place.width, _OWNER)
        y += _OWNER_HEIGHT
        for row in team.rows:
            pen.rule(box.x, y, box.right)
            y = self._row(row, way, y, apart)
        return y

    def _row(self, row: TeamRow, way: _Way, y: float, apart: float) -> float:
        pen, box, content = self._pen, self._box, _shown(row)
        height = way.fullness.height(pen, content, box.width)
        top = y + apart / 3
        ResultRow(pen, content, way.fullness, Box(box.x, top, box.width, height)).draw()
        at = top + height
        for line in way.driver_lines(pen, row, box.width):
            at = pen.line(line, box.x, at, box.width, way.face, pen.ink.soft)
        bottom = y + apart + way.height(pen, row, box.width)
        pen.block(f"key result of {row.goal}", Box(box.x, y, box.width, bottom - y))
        return bottom


def _without_last(teams: Sequence[TeamPart]) -> list[TeamPart]:
    """The last key result goes, and its owner with the last of theirs."""
    *before, last = teams
    rows = last.rows[:-1]
    return [*before, replace(last, rows=rows)] if rows else before
