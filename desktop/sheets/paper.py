"""Sizes of paper, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from desktop.core.company import Paper
from desktop.sheets.elements import Box

MARGIN = 12.0  # on every side; wide enough for any office printer


class PrintPaper(StrEnum):
    """What can be printed on; those of :class:`Paper` have the same values."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to lay out on, and the paper that it comes out on."""

    width: float
    height: float
    size_id: QPageSize.PageSizeId

    @property
    def size(self) -> QSizeF:
        return QSizeF(self.width, self.height)

    @property
    def content(self) -> Box:
        """What lies inside the margins."""
        return Box(MARGIN, MARGIN, self.width - 2 * MARGIN, self.height - 2 * MARGIN)

    def layout(self) -> QPageLayout:
        """The page for a printer or PDF; the layout keeps its own margins."""
        orientations = QPageLayout.Orientation
        upright = self.height > self.width
        return QPageLayout(
            QPageSize(self.size_id),
            orientations.Portrait if upright else orientations.Landscape,
            QMarginsF(0, 0, 0, 0),
        )


_PAGES = {
    PrintPaper.A4: Page(297.0, 210.0, QPageSize.PageSizeId.A4),
    PrintPaper.A3: Page(297.0, 210.0, QPageSize.PageSizeId.A3),
    PrintPaper.LETTER: Page(279.4, 215.9, QPageSize.PageSizeId.Letter),
}


def page(paper: Paper | PrintPaper, *, upright: bool = False) -> Page:
    """The page of a paper format, lying on its long side or upright.

    On A3 an A4 page comes out enlarged, for reading on a wall from some steps away.
    """
    lying = _PAGES[PrintPaper(paper.value)]
    return replace(lying, width=lying.height, height=lying.width) if upright else lying
