"""One goal on the summary: what and whose, how it stands and why, how far, its key results."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_content import ResultContent, SummaryRow
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.sheets.elements import Box, Face, Shape
from desktop.sheets.figures import figures
from desktop.sheets.foot import goal_facts
from desktop.sheets.marks import bullet_elements, progress_elements
from desktop.sheets.pen import BODY, SMALL, SMALL_STRONG, TINY, Pen, Side
from desktop.sheets.type import BASELINE, largest, line_height, plain, width

LEAST_ROW = 14.6
LARGEST_ROW = 31.0
_TITLES = (Face(14, strong=True), Face(12, strong=True), Face(10.5, strong=True))
_SCORES = (Face(20), Face(14))
_STATUS = Face(9, strong=True)
_GAP = 7.0
_SHARES = (0.43, 0.14, 0.43)
_SPACIOUS = 19.0  # millimetres from which the larger sizes are used
_MOST_LINES = 3  # of the reason
_RESULT = 4.5  # the height of a key result's line
_RESULT_GAP = 2.5
_RESULT_SHARES = (0.47, 0.19, 0.17, 0.17)  # title, bullet graph, actual, target
_SHAPE = 2.0
_PERCENT = Unit(UnitKind.PERCENT)


def summary_columns(box: Box) -> list[Box]:
    """The columns of goal, progress and key results in a box."""
    return _split(box, _SHARES, _GAP)


def result_columns(box: Box) -> list[Box]:
    """The columns of a key result: title, bullet graph, actual, target."""
    return _split(box, _RESULT_SHARES, _RESULT_GAP)


def _split(box: Box, shares: Sequence[float], gap: float) -> list[Box]:
    net = box.width - gap * (len(shares) - 1)
    found, x = [], box.x
    for share in shares:
        found.append(Box(x, box.y, share * net, box.height))
        x += share * net + gap
    return found


class SummaryRowPart:
    """Draws one goal into a box."""

    def __init__(self, pen: Pen, row: SummaryRow, box: Box) -> None:
        self._pen, self._row = pen, row
        spacious = box.height >= _SPACIOUS
        self._faces = _TITLES if spacious else _TITLES[1:]
        self._score_face = _SCORES[0 if spacious else 1]
        pad = min(3.0, (box.height - LEAST_ROW) / 2 + 1.2)
        inner = Box(box.x, box.y + pad, box.width, box.height - 2 * pad + 0.6)
        self._goal_box, self._score_box, self._results_box = summary_columns(inner)

    def draw(self) -> None:
        self._goal(self._goal_box)
        self._score(self._score_box)
        self._results(self._results_box)

    def _goal(self, box: Box) -> None:
        """The statement, the status with its reason, and who and until when."""
        pen, row, faces = self._pen, self._row, self._faces
        below = line_height(_STATUS) + line_height(SMALL) + 0.6
        most = 2 if box.height >= 2 * line_height(faces[-2]) + below else 1
        face, lines = largest(row.statement, faces, box.width, most)
        y = box.y + (line_height(faces[0]) - line_height(face)) * BASELINE
        for line in lines:
            y = pen.line(line, box.x, y, box.width, face)
        y += 0.3
        x = pen.status(row.status, box.x, y, box.width, _STATUS) + 2.4
        room = box.bottom - y - line_height(SMALL) - 0.3
        most = max(min(int(room / line_height(BODY) + 1e-6), _MOST_LINES), 1)
        least = y + line_height(_STATUS)  # also when there are no words beside it
        y = max(pen.lines(pen.say(row.message), x, y, box.right - x, most, BODY), least)
        pen.line(self._facts(), box.x, y + 0.3, box.width, SMALL, pen.ink.soft)

    def _facts(self) -> str:
        row, say = self._row, self._pen.say
        time = msg("until it is reached")
        if row.deadline is not None:
            time = msg("until {day}", day=row.deadline)
        return goal_facts([row.owner or say(msg("No owner yet")), say(time)], row.goal_id)

    def _score(self, box: Box) -> None:
        """How much of the way is gone, and how much was planned."""
        pen, row = self._pen, self._row
        if row.score is None:
            return
        face = self._score_face
        text = pen.wording.quantity(Quantity(row.score, _PERCENT))
        y = box.y + (line_height(self._faces[0]) - line_height(face)) * BASELINE
        y = pen.line(text, box.x, max(y, box.y - 0.6), box.width, face)
        bar = Box(box.x, y + 0.6, box.width, 1.5)
        colour = pen.ink.status(row.status)
        pen.add(*progress_elements(bar, row.score, row.expected_score, pen.ink, colour))
        if row.expected_score is not None:
            planned = Quantity(row.expected_score, _PERCENT)
            words = pen.say(msg("{share} planned", share=planned))
            pen.line(words, box.x, bar.bottom + 0.7, box.width, TINY, pen.ink.soft)

    # ------------------------------------------------------------------ key results

    def _results(self, box: Box) -> None:
        """A line each; the last tells how many have no room."""
        results = self._row.results
        lines = int(box.height / _RESULT + 1e-6)
        shown = results if len(results) <= lines else results[: lines - 1]
        y = box.y + 0.6
        for result in shown:
            self._result(result, Box(box.x, y, box.width, _RESULT))
            y += _RESULT
        more = len(results) - len(shown)
        if more:
            text = self._pen.say(nmsg("and {n} more", "and {n} more", more))
            x = box.x + _SHAPE + 1.2
            self._pen.line(text, x, y, box.width, TINY, self._pen.ink.soft)

    def _result(self, result: ResultContent, box: Box) -> None:
        pen, ink = self._pen, self._pen.ink
        title, graph, actual, target = result_columns(box)
        middle = (line_height(SMALL) - _SHAPE) / 2 + 0.1
        mark = Box(box.x, box.y + middle, _SHAPE, _SHAPE)
        pen.add(Shape(mark, result.status, ink.status(result.status)))
        x = box.x + _SHAPE + 1.2
        room = title.right - x
        pen.line(result.title, x, box.y, room, SMALL)
        if result.actual is None:
            room = target.right - graph.x
            pen.line(pen.say(result.reason), graph.x, box.y, room, SMALL, ink.soft)
            return
        if result.bullet is not None:
            place = Box(graph.x, box.y + 0.3, graph.width, 2.9)
            pen.add(*bullet_elements(place, result.bullet, ink))
        amounts = [each for each in (result.actual, result.target) if each is not None]
        found = figures(amounts, pen.wording, lambda texts: _fit(texts, actual.width))
        pen.line(found.texts[0], actual.x, box.y, actual.width, SMALL_STRONG, side=Side.RIGHT)
        if result.target is not None:
            pen.line(found.texts[1], target.x, box.y, target.width, SMALL, ink.soft, Side.RIGHT)
        free = x + width(plain(result.title), SMALL) + 1.2
        if free < title.right - 8.0 and found.unit:
            aside = (line_height(SMALL) - line_height(TINY)) * BASELINE
            pen.line(found.unit, free, box.y + aside, title.right - free, TINY, ink.soft)


def _fit(texts: Sequence[str], room: float) -> bool:
    return all(width(text, SMALL_STRONG) <= room for text in texts)


COLUMN_TITLES: tuple[Message, ...] = (msg("Goal"), msg("Progress"), msg("Key results"))
RESULT_TITLES: tuple[tuple[int, Message], ...] = ((2, msg("Actual")), (3, msg("Target")))
