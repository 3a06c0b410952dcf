"""The goal sheet: one goal on one page, laid out in millimetres."""

from __future__ import annotations

from desktop.core.chart_series import ChartSeries
from desktop.core.message import msg, nmsg
from desktop.core.names import name
from desktop.core.sheet_content import GoalSheet
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout, Side, Stroke
from desktop.sheets.figure import Figure
from desktop.sheets.ink import Ink
from desktop.sheets.marks import add_progress
from desktop.sheets.paper import MARGIN, Page
from desktop.sheets.pen import BODY, LABEL, SMALL, TINY, Pen
from desktop.sheets.result_block import add_result
from desktop.sheets.type import line_height, wrapped
from desktop.sheets.year_strip import add_year

_STATEMENTS = (Face(24, strong=True), Face(20, strong=True), Face(17, strong=True))
_MESSAGE = Face(11.5)
_STATUS = Face(11.5, strong=True)
_GAP = 9.0  # between the columns
_PERCENT = Unit(UnitKind.PERCENT)
_MOST_RESULTS = 7
_MOST_MILESTONES = 5


def lay_out_goal(sheet: GoalSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """The goal sheet on ``page``; what does not fit is shortened, and what is left out counted."""
    return _GoalLayout(sheet, page, ink, wording).build()


class _GoalLayout:
    def __init__(self, sheet: GoalSheet, page: Page, ink: Ink, wording: Wording) -> None:
        self._sheet = sheet
        self._layout = Layout(page.width, page.height, sheet.statement)
        self._pen = Pen(self._layout, ink, wording)
        self._ink, self._say, self._wording = ink, wording.say, wording
        self._left, self._top = MARGIN, MARGIN - 2
        self._right, self._bottom = page.width - MARGIN, page.height - MARGIN + 2
        self._left_out: list[str] = []

    def build(self) -> Layout:
        body_top = self._head()
        foot_top = self._foot()
        review_top = self._review(foot_top - 1.5)
        strip = Box(self._left, 0.0, self._right - self._left, review_top - 2.5)
        body_bottom = add_year(self._pen, self._sheet, strip) - 3.0
        middle = self._left + (self._right - self._left) * 0.52
        self._story(Box(self._left, body_top, middle - self._left, body_bottom - body_top))
        x = middle + _GAP
        self._evidence(Box(x, body_top, self._right - x, body_bottom - body_top))
        self._write_foot(foot_top)
        return self._layout

    # ------------------------------------------------------------------ head

    def _head(self) -> float:
        pen, sheet, room = self._pen, self._sheet, self._right - self._left
        y = self._top
        pen.line(sheet.company.name, self._left, y, room * 0.6, SMALL, self._ink.soft)
        if sheet.as_of is not None:
            as_of = self._say(msg("Data as of {day}", day=sheet.as_of))
            pen.line(
                as_of, self._left + room * 0.6, y, room * 0.4, SMALL, self._ink.soft, Side.RIGHT
            )
        y += line_height(SMALL) + 1.2
        figure = 0.0 if sheet.score is None else 46.0
        start = y
        face, lines = self._statement(room - figure - 6)
        for line in lines:
            y = pen.line(line, self._left, y, room - figure - 6, face)
        y += 0.8
        word = self._say(name(sheet.status))
        text_left = pen.status(sheet.status, word, self._left, y, _STATUS) + 3
        y = pen.lines(
            self._say(sheet.message),
            text_left,
            y,
            self._right - figure - 6 - text_left,
            2,
            _MESSAGE,
        )
        y = pen.line(self._frame(), self._left, y + 0.4, room - figure - 6, SMALL, self._ink.soft)
        if sheet.score is not None:
            y = max(y, self._figure(self._right - figure, start, figure))
        y += 2.0
        pen.rule(self._left, y, self._right, 0.25)
        pen.block("head", Box(self._left, self._top, room, y - self._top))
        return y + 3.0

    def _statement(self, room: float) -> tuple[Face, list[str]]:
        """The largest face in which the goal takes two lines; the smallest is cut."""
        for face in _STATEMENTS:
            lines = wrapped(self._sheet.statement, face, room, 3)
            if len(lines) <= 2:
                return face, lines
        return face, wrapped(self._sheet.statement, face, room, 2)

    def _frame(self) -> str:
        """Who, from when and until when."""
        sheet = self._sheet
        owner = sheet.owner or self._say(msg("No owner yet"))
        if sheet.deadline is not None:
            time = msg("{start} to {deadline}", start=sheet.start, deadline=sheet.deadline)
        else:
            time = msg("since {start}, until it is reached", start=sheet.start)
        return f"{owner}  ·  {self._say(time)}"

    def _figure(self, x: float, y: float, room: float) -> float:
        """How far the goal has come, large."""
        sheet, pen = self._sheet, self._pen
        score = sheet.score or 0.0
        text = self._wording.quantity(Quantity(score, _PERCENT))
        y = pen.line(text, x, y - 1.5, room, Face(30), side=Side.RIGHT)
        box = Box(x, y + 0.6, room, 1.8)
        colour = self._ink.status(sheet.status)
        add_progress(self._layout, box, score, sheet.expected_score, self._ink, colour)
        y = box.bottom + 1.4
        if sheet.expected_score is None:
            text = self._say(msg("of the way"))
        else:
            share = Quantity(sheet.expected_score, _PERCENT)
            text = self._say(msg("of the way, {share} planned", share=share))
        return pen.line(text, x, y, room, SMALL, self._ink.soft, Side.RIGHT)

    # ------------------------------------------------------------------ left: the story

    def _story(self, box: Box) -> None:
        pen, sheet = self._pen, self._sheet
        y = box.y
        if sheet.why.strip():
            y = pen.label(self._say(msg("Why")), box.x, y, box.width)
            y = pen.lines(sheet.why, box.x, y, box.width, 4) + 2.5
        not_doing = wrapped(sheet.not_doing, BODY, box.width, 3)
        height = line_height(LABEL) + 0.6 + len(not_doing) * line_height(BODY) if not_doing else 0.0
        if not_doing:
            top = box.bottom - height
            below = pen.label(self._say(msg("What we do not do")), box.x, top, box.width)
            pen.lines(sheet.not_doing, box.x, below, box.width, 3)
        pen.block("why", Box(box.x, box.y, box.width, y - box.y))
        chart_bottom = box.bottom - height - (2.5 if height else 0.0)
        if sheet.chart is not None:
            self._chart(sheet.chart, Box(box.x, y, box.width, chart_bottom - y))
        if height:
            pen.block("not doing", Box(box.x, box.bottom - height, box.width, height))

    def _chart(self, series: ChartSeries, box: Box) -> None:
        cadence = self._say(name(series.cadence))
        title = self._say(msg("{kpi} by {cadence}", kpi=series.title, cadence=cadence.lower()))
        top = self._pen.label(title, box.x, box.y, box.width)
        Figure(self._pen, series, Box(box.x, top, box.width, box.bottom - top)).draw()
        self._pen.block("chart", box)

    # ------------------------------------------------------------------ right: the evidence

    def _evidence(self, box: Box) -> None:
        sheet, pen = self._sheet, self._pen
        milestones = sheet.milestones[:_MOST_MILESTONES]
        bottom = box.bottom
        if milestones:
            line = line_height(SMALL)
            height = line_height(LABEL) + 0.6 + len(milestones) * line
            bottom = box.bottom - height
            self._milestones(Box(box.x, bottom, box.width, height))
            bottom -= 2.5
        if len(sheet.milestones) > _MOST_MILESTONES:
            more = len(sheet.milestones) - _MOST_MILESTONES
            self._left_out.append(
                self._say(nmsg("{n} more milestone", "{n} more milestones", more))
            )
        results = sheet.results[:_MOST_RESULTS]
        if len(sheet.results) > _MOST_RESULTS:
            more = len(sheet.results) - _MOST_RESULTS
            self._left_out.append(
                self._say(nmsg("{n} more key result", "{n} more key results", more))
            )
        y = pen.label(self._say(msg("Key results")), box.x, box.y, box.width)
        if not results:
            pen.line(self._say(msg("None yet.")), box.x, y, box.width, BODY, self._ink.soft)
            return
        each = min((bottom - y) / len(results), 34.0)
        for index, result in enumerate(results):
            place = Box(box.x, y + index * each, box.width, each)
            if index:
                pen.rule(place.x, place.y, place.right)
            add_result(
                pen,
                result,
                Box(place.x, place.y + 0.7, place.width, each - 1.1),
                with_reason=len(results) > 1,
            )

    def _milestones(self, box: Box) -> None:
        pen, ink = self._pen, self._ink
        pen.block("milestones", box)
        y = pen.label(self._say(msg("Milestones")), box.x, box.y, box.width)
        for item in self._sheet.milestones[:_MOST_MILESTONES]:
            edge = 2.0
            top = y + (line_height(SMALL) - edge) / 2
            done = item.done_on is not None
            pen.area(Box(box.x, top, edge, edge), ink.actual if done else "", ink.text)
            pen.line(item.title, box.x + 3.6, y, box.width - 42, SMALL)
            day = self._wording.day(item.due)
            pen.line(day, box.right - 36, y, 36, SMALL, ink.soft, Side.RIGHT)
            y += line_height(SMALL)

    # ------------------------------------------------------------------ foot

    def _review(self, bottom: float) -> float:
        """Lines to write on at the review; where they begin."""
        titles = [
            self._say(msg("Stop")),
            self._say(msg("Start")),
            self._say(msg("Continue")),
            self._say(msg("What have we learned?")),
        ]
        height = line_height(LABEL) + 2 * 5.6 + 1
        top = bottom - height
        room = (self._right - self._left - 3 * 6) / 4
        for index, title in enumerate(titles):
            x = self._left + index * (room + 6)
            self._pen.label(title, x, top, room)
            for line in range(2):
                y = top + line_height(LABEL) + (line + 1) * 5.6
                self._layout.add(Stroke(((x, y), (x + room, y)), self._ink.hairline, 0.2))
        self._pen.block("review", Box(self._left, top, self._right - self._left, height))
        return top

    def _foot(self) -> float:
        top = self._bottom - line_height(TINY)
        room = self._right - self._left
        self._pen.block("foot", Box(self._left, top, room, line_height(TINY)))
        return top

    def _write_foot(self, y: float) -> None:
        room = self._right - self._left
        identity = self._say(
            msg(
                "Goal {number}, printed {day}",
                number=str(self._sheet.goal_id),
                day=self._sheet.today,
            )
        )
        self._pen.line(identity, self._left, y, room / 2, TINY, self._ink.soft)
        if self._left_out:
            text = self._say(msg("In the app: {what}", what=", ".join(self._left_out)))
            self._pen.line(
                text, self._left + room / 2, y, room / 2, TINY, self._ink.soft, Side.RIGHT
            )
