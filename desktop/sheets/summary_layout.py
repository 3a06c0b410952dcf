"""The summary: every active goal on one page."""

from __future__ import annotations

from desktop.core.assessment import Status
from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_content import SummarySheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import TINY, Pen, Side
from desktop.sheets.summary_row import (
    COLUMN_TITLES,
    LARGEST_ROW,
    LEAST_ROW,
    RESULT_TITLES,
    SummaryRowPart,
    result_columns,
    summary_columns,
)
from desktop.sheets.type import line_height

_GAP = 2.0
_TITLES = line_height(TINY) + 1.4


def lay_out_summary(sheet: SummarySheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All goals as rows in their order; those that have no room are counted at the foot."""
    title = wording.say(msg("Our goals"))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    box = page.content
    statuses = tuple(row.status for row in sheet.rows)
    head = Head(
        company=sheet.company.name,
        title=title,
        message=wording.say(sheet.message),
        as_of=sheet.as_of,
        tally=tuple((status, statuses.count(status)) for status in Status if status in statuses),
    )
    y = draw_head(pen, head, box)
    if sheet.rows:
        _draw_titles(pen, Box(box.x, y, box.width, _TITLES))
        y += _TITLES
    room = box.bottom - FOOT_HEIGHT - _GAP - y
    shown = sheet.rows[: int(room / LEAST_ROW + 1e-6)]
    each = min(room / max(len(shown), 1), LARGEST_ROW)
    for index, row in enumerate(shown):
        place = Box(box.x, y + index * each, box.width, each)
        pen.rule(box.x, place.y, box.right)
        SummaryRowPart(pen, row, place).draw()
        pen.block(f"goal {index + 1}", place)
    left_out: list[Message] = []
    more = len(sheet.rows) - len(shown)
    if more:
        left_out.append(nmsg("{n} goal", "{n} goals", more))
    draw_foot(pen, msg("Printed {day}", day=sheet.today), left_out, box)
    return layout


def _draw_titles(pen: Pen, box: Box) -> None:
    """What the columns hold."""
    y = box.y + 0.9
    columns = summary_columns(box)
    results = result_columns(columns[-1])
    for column, title in zip(columns, COLUMN_TITLES, strict=True):
        room = column.width if column is not columns[-1] else results[0].width
        pen.line(pen.say(title), column.x, y, room, TINY, pen.ink.soft)
    for index, title in RESULT_TITLES:
        place = results[index]
        pen.line(pen.say(title), place.x, y, place.width, TINY, pen.ink.soft, Side.RIGHT)
    pen.block("titles", box)
