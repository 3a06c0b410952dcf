"""The board's page: objectives only, in broad strokes."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.okr import score_figure
from desktop.core.sheet_content import BoardSheet, SummaryRow
from desktop.core.unit import Quantity
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout
from desktop.sheets.foot import goal_facts
from desktop.sheets.ink import Ink
from desktop.sheets.marks import progress_elements
from desktop.sheets.paper import Page
from desktop.sheets.pen import BODY, SMALL, Pen, Side
from desktop.sheets.rows_page import RowsPage
from desktop.sheets.type import largest, line_height

_LEAST_ROW, _LARGEST_ROW = 17.0, 34.0
_TITLES = (Face(17, strong=True), Face(14, strong=True), Face(12, strong=True))
_SCORE = Face(22)
_STATUS = Face(10, strong=True)
_SCORE_ROOM, _BETWEEN = 48.0, 10.0
_REASON_LINES = 2


def lay_out_board(sheet: BoardSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All objectives as rows in their order; those that have no room are counted at the foot."""
    title = msg("Our objectives")
    rows = RowsPage(title, "objective", _LEAST_ROW, _LARGEST_ROW, _draw_row)
    return rows.lay_out(sheet, page, ink, wording)


def _draw_row(pen: Pen, row: SummaryRow, place: Box) -> None:
    """The objective with its status and reason, and who and until when; its score at the right."""
    pad = min((place.height - _LEAST_ROW) / 2 + 1.4, 3.0)
    box = Box(place.x, place.y + pad, place.width, place.height - 2 * pad)
    room = box.width - _SCORE_ROOM - _BETWEEN
    below = line_height(_STATUS) + line_height(SMALL) + 0.8
    faces = [face for face in _TITLES if line_height(face) + below <= box.height] or [_TITLES[-1]]
    most = 2 if 2 * line_height(faces[-1]) + below <= box.height else 1
    face, lines = largest(row.statement, faces, room, most)
    y = box.y
    for line in lines:
        y = pen.line(line, box.x, y, room, face)
    x = pen.status(row.status, box.x, y + 0.4, room, _STATUS) + 2.6
    left = box.bottom - y - line_height(SMALL) - 0.8
    most = max(min(int(left / line_height(BODY) + 1e-6), _REASON_LINES), 1)
    y = max(
        pen.lines(pen.say(row.message), x, y + 0.5, box.x + room - x, most, BODY),
        y + 0.4 + line_height(_STATUS),
    )
    time = msg("until it is reached")
    if row.deadline is not None:
        time = msg("until {day}", day=row.deadline)
    facts = goal_facts([row.owner or pen.say(msg("No owner yet")), pen.say(time)], row.goal_id)
    pen.line(facts, box.x, y + 0.2, room, SMALL, pen.ink.soft)
    _draw_score(pen, row, Box(box.right - _SCORE_ROOM, box.y, _SCORE_ROOM, box.height))


def _draw_score(pen: Pen, row: SummaryRow, box: Box) -> None:
    """The score from 0.0 to 1.0, with a mark for what was planned."""
    if row.score is None:
        return
    text = pen.wording.quantity(score_figure(row.score))
    pen.line(text, box.x, box.y - 1.0, box.width, _SCORE, side=Side.RIGHT)
    bar = Box(box.x, box.y + line_height(_SCORE) - 0.4, box.width, 1.6)
    colour = pen.ink.status(row.status)
    pen.add(*progress_elements(bar, row.score, row.expected_score, pen.ink, colour))
    words = msg("of 1.0")
    if row.expected_score is not None:
        words = msg("of 1.0, {share} planned", share=Quantity(row.expected_score, decimals=1))
    pen.line(pen.say(words), box.x, bar.bottom + 0.8, box.width, SMALL, pen.ink.soft, Side.RIGHT)
