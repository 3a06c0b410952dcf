"""A page of goals as rows below each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.core.assessment import Status
from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_content import BoardSheet, SummaryRow, SummarySheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import Pen

_GAP = 2.0


@dataclass(frozen=True, slots=True)
class ColumnTitles:
    """What stands above the rows, and its height in millimetres."""

    height: float
    draw: Callable[[Pen, Box], None]


@dataclass(frozen=True, slots=True)
class RowsPage:
    """What sets one such page apart from another; ``block`` is what a row is called in the
    layout, ``least`` and ``largest`` are the heights of a row in millimetres."""

    title: Message
    block: str
    least: float
    largest: float
    draw: Callable[[Pen, SummaryRow, Box], None]
    titles: ColumnTitles | None = None

    def lay_out(
        self, sheet: SummarySheet | BoardSheet, page: Page, ink: Ink, wording: Wording
    ) -> Layout:
        """All goals in their order; those that have no room are counted at the foot."""
        title = wording.say(self.title)
        layout = Layout(page.width, page.height, title)
        pen = Pen(layout, ink, wording)
        box = page.content
        statuses = tuple(row.status for row in sheet.rows)
        head = Head(
            company=sheet.company.name,
            title=title,
            message=wording.say(sheet.message),
            as_of=sheet.as_of,
            tally=tuple((each, statuses.count(each)) for each in Status if each in statuses),
        )
        y = draw_head(pen, head, box)
        if self.titles is not None and sheet.rows:
            self.titles.draw(pen, Box(box.x, y, box.width, self.titles.height))
            y += self.titles.height
        room = box.bottom - FOOT_HEIGHT - _GAP - y
        shown = sheet.rows[: int(room / self.least + 1e-6)]
        height = min(room / max(len(shown), 1), self.largest)
        for index, row in enumerate(shown):
            place = Box(box.x, y + index * height, box.width, height)
            if index or self.titles is not None:
                pen.rule(box.x, place.y, box.right)
            self.draw(pen, row, place)
            pen.block(f"{self.block} {index + 1}", place)
        left_out: list[Message] = []
        if more := len(sheet.rows) - len(shown):
            left_out.append(nmsg("{n} goal", "{n} goals", more))
        draw_foot(pen, msg("Printed {day}", day=sheet.today), left_out, box)
        return layout
