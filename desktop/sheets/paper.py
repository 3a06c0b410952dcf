"""Sizes of paper, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from desktop.core.company import Paper
from desktop.sheets.elements import Box

MARGIN = 12.0  # on every side; wide enough for any office printer


@dataclass(frozen=True, slots=True)
class Page:
    """A page lying on its long side."""

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
        return QPageLayout(
            QPageSize(self.size_id),
            QPageLayout.Orientation.Landscape,
            QMarginsF(0, 0, 0, 0),
        )


_PAGES = {
    Paper.A4: Page(297.0, 210.0, QPageSize.PageSizeId.A4),
    Paper.LETTER: Page(279.4, 215.9, QPageSize.PageSizeId.Letter),
}


def page(paper: Paper) -> Page:
    """The page of a paper format."""
    return _PAGES[paper]
