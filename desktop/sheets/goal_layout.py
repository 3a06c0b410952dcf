"""The goal sheet: one goal on one page, laid out in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_content import GoalSheet
from desktop.core.wording import Wording
from desktop.sheets.belief import BeliefLine
from desktop.sheets.chart import Chart, drawable
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot, goal_identity
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.next_steps import (
    FEW_STEPS,
    MOST_ACTIVITIES,
    draw_next_steps,
    steps_height,
)
from desktop.sheets.paper import Page
from desktop.sheets.pen import BODY, HEADING, SMALL, Pen
from desktop.sheets.results_table import ResultsTable
from desktop.sheets.review import (
    LEAST,
    MOST,
    MOST_WITHOUT_CHART,
    draw_review,
    lines_in,
    review_height,
)
from desktop.sheets.type import line_height, words, wrapped
from desktop.sheets.year_strip import YearStrip

_LEFT_SHARE = 0.40
_COLUMN_GAP = 9.0
_PART_GAP = 3.6  # between the parts of the page
_TEXT_GAP = 2.8  # between two texts in a column
_STEPS_GAP = 4.0  # above the lines for what is to be tried
_BELOW_HEADING = 0.4
_CHART = 72.0  # millimetres that a chart wants
_NOTE_LINES = 3  # of each sentence below the chart
_BELOW_CHART = 1.4
_LEAST_CHART = 34.0
_MOST_WHY = 4  # lines
_MOST_NOT_DOING = 3


def lay_out_goal(sheet: GoalSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """The goal sheet on ``page``.  The key results come first: texts are shortened to their
    lines, the chart and the lines to write on take what is left, and what has no room is counted
    at the foot."""
    return _GoalLayout(sheet, page, ink, wording).build()


@dataclass(frozen=True, slots=True)
class _Text:
    """A short text of the goal: ``most`` is how many lines it may take."""

    name: str
    title: Message
    words: str
    most: int


class _GoalLayout:
    def __init__(self, sheet: GoalSheet, page: Page, ink: Ink, wording: Wording) -> None:
        self._sheet = sheet
        self._layout = Layout(page.width, page.height, " ".join(sheet.statement.split()))
        self._pen = Pen(self._layout, ink, wording)
        self._content = page.content
        self._left_width = (self._content.width - _COLUMN_GAP) * _LEFT_SHARE
        self._right_width = self._content.width - _COLUMN_GAP - self._left_width
        self._table = ResultsTable(self._pen, sheet.results, self._right_width)
        self._chart = sheet.chart if drawable(sheet.chart) else None
        self._belief = None
        if sheet.belief is not None:
            self._belief = BeliefLine(self._pen, sheet.belief, self._right_width)
        self._left_out: list[Message] = []

    def build(self) -> Layout:
        page, pen = self._content, self._pen
        top = draw_head(pen, self._head(), page) + _PART_GAP - 0.4
        strip = YearStrip(pen, self._sheet, page.x, page.width)
        bottom = page.bottom - FOOT_HEIGHT - 2.0
        body = self._body_height(bottom - top - strip.height - 2 * _PART_GAP)
        self._story(Box(page.x, top, self._left_width, body))
        x = page.right - self._right_width
        self._evidence(Box(x, top, self._right_width, body))
        y = top + body + _PART_GAP
        strip.draw(y)
        y += strip.height + _PART_GAP
        draw_review(pen, Box(page.x, y, page.width, bottom - y))
        left_out = [*self._left_out, *strip.left_out]
        identity = goal_identity(self._sheet.goal_id, self._sheet.today)
        draw_foot(pen, identity, left_out, page)
        return self._layout

    # ------------------------------------------------------------------ words

    def _head(self) -> Head:
        sheet = self._sheet
        return Head(
            company=sheet.company.name,
            title=sheet.statement,
            message=self._pen.say(sheet.message),
            shorter=self._pen.say(sheet.reason),
            facts=self._facts(),
            as_of=sheet.as_of,
            status=sheet.status,
            score=sheet.score,
            expected=sheet.expected_score,
        )

    def _facts(self) -> str:
        """Who, from when and until when."""
        sheet, say = self._sheet, self._pen.say
        if sheet.deadline is not None:
            time = msg("{start} to {deadline}", start=sheet.start, deadline=sheet.deadline)
        else:
            time = msg("since {start}, until it is reached", start=sheet.start)
        facts = [sheet.owner or say(msg("No owner yet")), say(time)]
        if sheet.aspirational:
            facts.append(say(msg("aspirational")))
        return "  ·  ".join(facts)

    # ------------------------------------------------------------------ heights

    def _body_height(self, available: float) -> float:
        """What the columns want, at least what the key results need, and no more than leaves the
        lines to write on; the review takes its lines from the rest."""
        most = available - review_height(LEAST)
        wanted = max(self._story_height(), self._evidence_height())
        enough = MOST if self._chart is not None else MOST_WITHOUT_CHART
        body = min(max(wanted, available - review_height(enough)), most)
        return available - review_height(lines_in(available - body))

    def _story_height(self) -> float:
        texts = self._height_of(self._story_texts(), self._left_width)
        return texts + (_CHART + self._notes_height if self._chart is not None else 0.0)

    def _evidence_height(self) -> float:
        count = min(len(self._sheet.activities), MOST_ACTIVITIES)
        lines = 1 if count else 0 if self._chart is not None else FEW_STEPS
        steps = steps_height(lines, count)
        texts = self._height_of(self._evidence_texts(), self._right_width)
        return self._table.wanted + self._belief_height + (steps and steps + _STEPS_GAP) + texts

    @property
    def _belief_height(self) -> float:
        return 0.0 if self._belief is None else self._belief.height + _STEPS_GAP

    @property
    def _notes_height(self) -> float:
        """The sentences below the chart, with what lies between."""
        if self._chart is None or not self._sheet.notes:
            return 0.0
        lines = sum(len(note) for note in self._notes())
        return _BELOW_CHART + lines * line_height(SMALL)

    def _notes(self) -> list[list[str]]:
        say, room = self._pen.say, self._left_width
        return [wrapped(say(note), SMALL, room, _NOTE_LINES) for note in self._sheet.notes]

    def _height_of(self, texts: Sequence[_Text], room: float) -> float:
        """The texts with a gap to what is beside them."""
        return sum(self._text_height(text, room) + _TEXT_GAP for text in texts)

    def _text_height(self, text: _Text, room: float) -> float:
        lines = len(wrapped(text.words, BODY, room, text.most))
        return line_height(HEADING) + _BELOW_HEADING + lines * line_height(BODY)

    # ------------------------------------------------------------------ columns

    def _story_texts(self) -> list[_Text]:
        texts = [_Text("why", msg("Why"), self._sheet.why, _MOST_WHY)]
        if self._chart is None:
            texts.append(self._not_doing)
        return [text for text in texts if words(text.words)]

    def _evidence_texts(self) -> list[_Text]:
        if self._chart is None or not words(self._not_doing.words):
            return []
        return [self._not_doing]

    @property
    def _not_doing(self) -> _Text:
        title = msg("What we do not do")
        return _Text("not doing", title, self._sheet.not_doing, _MOST_NOT_DOING)

    def _story(self, box: Box) -> None:
        """Left: why, and the history; without a history what we do not do."""
        y = box.y
        for text in self._story_texts():
            room = box.bottom - y - (_LEAST_CHART if self._chart is not None else 0.0)
            y = self._text(text, Box(box.x, y, box.width, room)) + _TEXT_GAP
        if self._chart is not None:
            notes = self._notes_height
            if box.bottom - y - notes < _LEAST_CHART:
                notes = 0.0
            place = Box(box.x, y, box.width, box.bottom - y - notes)
            lower = self._sheet.lower_is_better
            Chart(self._pen, self._chart, place, lower_is_better=lower).draw()
            self._pen.block("chart", place)
            if notes:
                self._draw_notes(Box(box.x, place.bottom + _BELOW_CHART, box.width, notes))

    def _draw_notes(self, box: Box) -> None:
        """Whether it is more than noise, and what the target takes."""
        y = box.y
        for note in self._notes():
            for line in note:
                y = self._pen.line(line, box.x, y, box.width, SMALL)
        self._pen.block("notes", Box(box.x, box.y, box.width, y - box.y))

    def _evidence(self, box: Box) -> None:
        """Right: the key results, what people believe, what is tried with lines to write on, and
        what we do not do."""
        texts = [self._fitting(text, box) for text in self._evidence_texts()]
        bottom = box.bottom - self._height_of(texts, box.width)
        room = bottom - box.y
        belief = self._fitting_belief(room - self._table.least)
        apart = 0.0 if belief is None else belief.height + _STEPS_GAP
        table = room - apart - self._steps_room(room - apart)
        count = self._table.rows_in(table)
        if count < len(self._sheet.results):
            more = len(self._sheet.results) - count
            self._left_out.append(nmsg("{n} key result", "{n} key results", more))
        y = self._table.draw(Box(box.x, box.y, box.width, table))
        if belief is not None:
            y = belief.draw(box.x, y + _STEPS_GAP)
        activities = self._sheet.activities
        place = Box(box.x, y, box.width, bottom - y)
        y, shown = draw_next_steps(self._pen, activities, place, _STEPS_GAP)
        if shown < len(activities):
            more = len(activities) - shown
            self._left_out.append(nmsg("{n} activity", "{n} activities", more))
        for text in texts:
            self._text(text, Box(box.x, y + _TEXT_GAP, box.width, box.bottom - y - _TEXT_GAP))

    def _fitting_belief(self, room: float) -> BeliefLine | None:
        """With its words, without them, or not at all: what the key results leave room for."""
        belief = self._belief
        if belief is None or belief.height + _STEPS_GAP <= room:
            return belief
        short = belief.without_words()
        if short.height + _STEPS_GAP <= room:
            self._left_out.append(msg("what was said of the confidence"))
            return short
        self._left_out.append(msg("the confidence"))
        return None

    def _steps_room(self, room: float) -> float:
        """What the key results leave to the activities: with their forecasts told at least two,
        otherwise as many as have room."""
        most = min(len(self._sheet.activities), MOST_ACTIVITIES)
        told = [(height, min(most, 2)) for height in self._table.tellable]
        for needed, least in (*told, (self._table.least, 0)):
            for count in range(most, least - 1, -1):
                steps = steps_height(0, count)
                steps += _STEPS_GAP if steps else 0.0
                if needed + steps <= room:
                    return steps
        return 0.0

    def _fitting(self, text: _Text, box: Box) -> _Text:
        """With fewer lines where the key results need the room."""
        while text.most > 1 and self._table.least + self._height_of([text], box.width) > box.height:
            text = replace(text, most=text.most - 1)
        return text

    def _text(self, text: _Text, box: Box) -> float:
        """A heading with its words in as many lines as have room; where it ends."""
        pen = self._pen
        above = line_height(HEADING) + _BELOW_HEADING
        fitting = int((box.height - above) / line_height(BODY) + 1e-6)
        y = pen.line(pen.say(text.title), box.x, box.y, box.width, HEADING) + _BELOW_HEADING
        y = pen.lines(text.words, box.x, y, box.width, max(min(text.most, fitting), 1), BODY)
        pen.block(text.name, Box(box.x, box.y, box.width, y - box.y))
        return y
