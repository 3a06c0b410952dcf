"""A page as it prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qtkit.wording import tr
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.ui.theme import SPACE, palette

_EDGE = 1
_LEAST = (280, 200)
_ACTUAL = 96 / 25.4  # pixels in a millimetre at 100 %


class Preview(QWidget):
    """Draws laid-out pages on white, below each other; ``fit`` scales one page to the room and
    several to the width, otherwise they are as large as on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Layout, ...] = ()
        self._fit = True
        self.setAccessibleName(tr("Preview of the sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pages(self, pages: Sequence[Layout]) -> None:
        """Show pages of one size; their text is what screen readers say."""
        self._pages = tuple(pages)
        lines = [line.text for page in pages for line in page.texts()]
        self.setAccessibleDescription("\n".join(lines))
        self._measure()

    @property
    def page_size(self) -> tuple[float, float] | None:
        """The paper in millimetres; ``None`` while nothing is shown."""
        return (self._pages[0].width, self._pages[0].height) if self._pages else None

    def set_fit(self, fit: bool) -> None:
        """Whether the pages are scaled to the room that there is."""
        self._fit = fit
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale()
        for page in self._pages:
            sheet = QRectF(0, 0, page.width * scale + 2 * _EDGE, page.height * scale + 2 * _EDGE)
            painter.setPen(QPen(QColor(palette().hairline), _EDGE))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.translate(QPointF(_EDGE, _EDGE))
            paint(page, painter, scale)
            painter.translate(QPointF(-_EDGE, sheet.height() + SPACE.MEDIUM - _EDGE))

    def _scale(self) -> float:
        """Pixels in a millimetre."""
        if not self._fit or not self._pages:
            return _ACTUAL
        page = self._pages[0]
        wide = (self.width() - 2 * _EDGE) / page.width
        return (
            wide if len(self._pages) > 1 else min(wide, (self.height() - 2 * _EDGE) / page.height)
        )

    def _measure(self) -> None:
        """Claim the room that the pages need; the rest is scrolled to."""
        least_width, least_height = _LEAST
        if self._pages and not (self._fit and len(self._pages) == 1):
            page, count = self._pages[0], len(self._pages)
            if not self._fit:
                least_width = round(page.width * _ACTUAL) + 2 * _EDGE
            each = round(page.height * self._scale()) + 2 * _EDGE
            least_height = count * each + (count - 1) * SPACE.MEDIUM
        self.setMinimumSize(least_width, least_height)
        self.update()
