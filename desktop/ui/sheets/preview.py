"""A page as it prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.qtkit.wording import tr
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.ui.theme import SPACE, palette

_EDGE = 1
_LEAST = (280, 200)
_ACTUAL = 96 / 25.4  # pixels in a millimetre at 100 %


class Preview(QWidget):
    """Draws laid-out pages on white, below each other; ``fit`` scales one page to the room and
    several to the width, otherwise they are as large as on paper.  ``dragged`` carries the number
    of a page, counted from 0, that the pointer begins to pull out."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Layout, ...] = ()
        self._fit = True
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag the sheet out of the window to have it as a PDF file"))
        self.setAccessibleName(tr("Preview of the sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pages(self, pages: Sequence[Layout]) -> None:
        """Show pages; their text is what screen readers say."""
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        on_page = self._page_at(event.position()) is not None
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left and on_page else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed
        if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.position().toPoint() - pressed).manhattanLength()
        number = self._page_at(QPointF(pressed))
        if far >= QApplication.startDragDistance() and number is not None:
            self._pressed = None
            self.dragged.emit(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale()
        for page, sheet in zip(self._pages, self._places(), strict=True):
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.setPen(QPen(QColor(palette().hairline), _EDGE))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.save()
            painter.translate(sheet.topLeft() + QPointF(_EDGE, _EDGE))
            paint(page, painter, scale)
            painter.restore()

    def _page_at(self, place: QPointF) -> int | None:
        for number, sheet in enumerate(self._places()):
            if sheet.contains(place):
                return number
        return None

    def _places(self) -> list[QRectF]:
        """Where each page is drawn, with its edge."""
        scale, top = self._scale(), 0.0
        places: list[QRectF] = []
        for page in self._pages:
            size = page.width * scale + 2 * _EDGE, page.height * scale + 2 * _EDGE
            places.append(QRectF(0, top, *size))
            top += size[1] + SPACE.MEDIUM
        return places

    def _scale(self) -> float:
        """Pixels in a millimetre."""
        if not self._fit or not self._pages:
            return _ACTUAL
        wide = (self.width() - 2 * _EDGE) / max(page.width for page in self._pages)
        if len(self._pages) > 1:
            return wide
        return min(wide, (self.height() - 2 * _EDGE) / self._pages[0].height)

    def _measure(self) -> None:
        """Claim the room that the pages need; the rest is scrolled to."""
        least_width, least_height = _LEAST
        if self._pages and not (self._fit and len(self._pages) == 1):
            if not self._fit:
                widest = max(page.width for page in self._pages)
                least_width = round(widest * _ACTUAL) + 2 * _EDGE
            least_height = round(self._places()[-1].bottom())
        self.setMinimumSize(least_width, least_height)
        self.update()
