"""The goal sheet: one goal on one page, laid out in millimetres."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.chart_series import ChartSeries
from desktop.core.message import msg, nmsg
from desktop.core.names import name
from desktop.core.period import Period
from desktop.core.sheet_content import GoalSheet, ResultContent
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.core.wording import Wording
from desktop.sheets.elements import Area, Box, Face, Layout, Side, Stroke
from desktop.sheets.figure import Figure
from desktop.sheets.ink import Ink
from desktop.sheets.marks import add_bullet, add_progress, add_sparkline
from desktop.sheets.paper import MARGIN, Page
from desktop.sheets.pen import BODY, LABEL, SMALL, TINY, Pen
from desktop.sheets.type import line_height, width, wrapped

_STATEMENTS = (Face(24, strong=True), Face(20, strong=True), Face(17, strong=True))
_MESSAGE = Face(11.5)
_STATUS = Face(11.5, strong=True)
_LARGE_TITLE = Face(13, strong=True)
_TITLE = Face(10.5, strong=True)
_TIGHT_TITLE = Face(9, strong=True)
_NUMBERS = (Face(12), Face(10.5), BODY, SMALL, TINY)
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
        strip_top = self._review(foot_top - 1.5)
        body_bottom = self._strip(strip_top - 2.5) - 3.0
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
            self._result(result, Box(place.x, place.y + 0.7, place.width, each - 1.1))

    def _result(self, result: ResultContent, box: Box) -> None:
        """Title and status; then numbers, bullet graph and sparkline as the height allows."""
        pen, ink = self._pen, self._ink
        pen.block(f"result {result.title[:20]}", box)
        word = self._say(name(result.status))
        status_width = width(word, LABEL) + 5.5
        title_room = box.width - status_width - 2
        title = result.title
        face = _LARGE_TITLE if box.height >= 26 else _TITLE if box.height >= 13 else _TIGHT_TITLE
        pen.line(title, box.x, box.y, title_room, face)
        pen.status(result.status, word, box.right - status_width, box.y + 0.3, LABEL)
        y = box.y + line_height(face)
        if result.done is not None:
            pen.line(self._done(result), box.x, y, box.width, SMALL, ink.soft)
            return
        y = self._numbers(result, box.x, y + 0.2, box.width, box.height)
        if box.bottom - y < 2.6:
            return
        spark = 30.0 if len(result.recent) > 1 else 0.0
        high = min(box.bottom - y - 0.6, 5.2)
        if result.bullet is not None:
            room = box.width - spark - (4 if spark else 0)
            add_bullet(self._layout, Box(box.x, y + 0.6, room, high), result.bullet, ink)
        if spark:
            place = Box(box.right - spark, y + 0.8, spark - 1, max(high - 0.4, 1.0))
            add_sparkline(self._layout, place, result.recent, ink)
        below = y + high + 1.0
        if result.owner and box.bottom - below >= line_height(TINY):
            below = pen.line(self._owner_line(result), box.x, below, box.width, TINY, ink.soft)
        room_for = int((box.bottom - below) / line_height(SMALL))
        if room_for and len(self._sheet.results) > 1:
            pen.lines(self._say(result.reason), box.x, below, box.width, min(room_for, 2), SMALL)

    def _owner_line(self, result: ResultContent) -> str:
        return self._say(msg("Owner: {owner}", owner=result.owner))

    def _done(self, result: ResultContent) -> str:
        if result.done_on is not None:
            text = self._say(msg("done on {day}", day=result.done_on))
        else:
            text = self._say(msg("not done yet"))
        return f"{text}  ·  {result.owner}" if result.owner else text

    def _numbers(
        self, result: ResultContent, x: float, y: float, room: float, high: float
    ) -> float:
        """Actual, plan, difference and target side by side, each under its small name."""
        pen, ink = self._pen, self._ink
        columns: list[tuple[str, Quantity | None, str]] = [
            (self._actual_name(result), result.actual, ink.text),
            (self._say(msg("Plan")), result.plan, ink.text),
            (self._say(msg("Difference")), result.difference, self._difference_ink(result)),
            (self._say(msg("Target")), result.target, ink.text),
        ]
        shown = [column for column in columns if column[1] is not None]
        if not shown:
            reason = self._say(result.reason)
            return pen.lines(reason, x, y, room, 1, SMALL, ink.soft)
        each = room / 4
        texts = [self._wording.quantity(quantity) for _, quantity, _ in shown if quantity]
        faces = _NUMBERS if high >= 26 else _NUMBERS[2:]
        widest = max(texts, key=len)
        face = next((f for f in faces if width(widest, f) <= each - 1.5), TINY)
        for index, ((title, _, colour), text) in enumerate(zip(shown, texts, strict=True)):
            left = x + index * each
            pen.line(title, left, y, each - 1.5, TINY, ink.soft)
            pen.line(text, left, y + line_height(TINY), each - 1.5, face, colour)
        return y + line_height(TINY) + line_height(face)

    def _actual_name(self, result: ResultContent) -> str:
        if result.period is None:
            return self._say(msg("Actual"))
        return self._wording.period(result.period)

    def _difference_ink(self, result: ResultContent) -> str:
        if result.good is None:
            return self._ink.text
        return self._ink.good if result.good else self._ink.bad

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

    def _strip(self, bottom: float) -> float:
        """The fiscal year's twelve months, how far the year has gone, and what is due when;
        where the strip begins."""
        pen, sheet, ink = self._pen, self._sheet, self._ink
        months = sheet.months
        top = bottom - line_height(TINY) - 4.2
        if not months:
            return bottom
        each = (self._right - self._left) / len(months)
        bar = Box(self._left, top + line_height(TINY) + 0.4, self._right - self._left, 3.2)
        for index, month in enumerate(months):
            x = self._left + index * each
            current = sheet.today in month
            colour = ink.text if current else ink.soft
            face = Face(7, strong=current)
            text = self._wording.period_short(month)
            pen.line(text, x + 0.4, top, each - 0.8, face, colour)
            pen.area(Box(x, bar.y, each - 0.5, bar.height), ink.bands[2])
            self._elapsed(month, Box(x, bar.y, each - 0.5, bar.height))
        self._due(months, bar, each)
        pen.block("year", Box(self._left, top, self._right - self._left, bottom - top))
        return top

    def _elapsed(self, month: Period, box: Box) -> None:
        today = self._sheet.today
        if month.start > today:
            return
        share = min(1.0, ((today - month.start).days + 1) / month.days)
        self._layout.add(Area(Box(box.x, box.y, box.width * share, box.height), self._ink.bands[0]))

    def _due(self, months: Sequence[Period], bar: Box, each: float) -> None:
        """Milestones as diamonds, the deadline as a mark."""
        sheet, ink = self._sheet, self._ink
        for item in sheet.milestones:
            for index, month in enumerate(months):
                if item.due in month:
                    x = bar.x + (index + (item.due - month.start).days / month.days) * each
                    x = min(max(x, bar.x + 1.3), bar.right - 1.3)
                    y = bar.y + bar.height / 2
                    points = ((x, y - 1.2), (x + 1.2, y), (x, y + 1.2), (x - 1.2, y), (x, y - 1.2))
                    self._layout.add(Stroke(points, ink.text, 0.35))
        for index, month in enumerate(months):
            if sheet.deadline is not None and sheet.deadline in month:
                day = (sheet.deadline - month.start).days + 1
                x = min(bar.x + (index + day / month.days) * each, bar.right) - 0.5
                self._layout.add(Stroke(((x, bar.y - 0.6), (x, bar.bottom + 0.6)), ink.plan, 0.8))

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
