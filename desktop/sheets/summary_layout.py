"""The summary: every active goal on one page."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.sheet_content import SummaryRow, SummarySheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import TINY, Pen, Side
from desktop.sheets.rows_page import ColumnTitles, RowsPage
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

_TITLES = line_height(TINY) + 1.4


def lay_out_summary(sheet: SummarySheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All goals as rows in their order; those that have no room are counted at the foot."""
    titles = ColumnTitles(_TITLES, _draw_titles)
    rows = RowsPage(msg("Our goals"), "goal", LEAST_ROW, LARGEST_ROW, _draw_row, titles)
    return rows.lay_out(sheet, page, ink, wording)


def _draw_row(pen: Pen, row: SummaryRow, place: Box) -> None:
    SummaryRowPart(pen, row, place).draw()


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
