"""A page as it prints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qtkit.wording import tr
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.ui.theme import palette

_EDGE = 1
_ACTUAL = 96 / 25.4  # pixels in a millimetre at 100 %


class Preview(QWidget):
    """Draws a laid-out page on white; ``fit`` scales it to the room, otherwise it is as large as
    on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._fit = True
        self.setAccessibleName(tr("Preview of the sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_layout(self, layout: Layout | None) -> None:
        """Show a page; its text is what screen readers say."""
        self._layout = layout
        lines = [line.text for line in layout.texts()] if layout else []
        self.setAccessibleDescription("\n".join(lines))
        self.updateGeometry()
        self.update()

    @property
    def page_size(self) -> tuple[float, float] | None:
        """The paper in millimetres; ``None`` while nothing is shown."""
        return None if self._layout is None else (self._layout.width, self._layout.height)

    def set_fit(self, fit: bool) -> None:
        """Whether the page is scaled to the room that there is."""
        self._fit = fit
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._layout is None or self._fit:
            return QSize(420, 300)
        return self._full_size()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200) if self._layout is None or self._fit else self._full_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self)
        scale = _ACTUAL
        if self._fit:
            scale = min(
                (self.width() - 2 * _EDGE) / self._layout.width,
                (self.height() - 2 * _EDGE) / self._layout.height,
            )
        page = QRectF(
            0, 0, self._layout.width * scale + 2 * _EDGE, self._layout.height * scale + 2 * _EDGE
        )
        painter.setPen(QPen(QColor(palette().hairline), _EDGE))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.translate(QPointF(_EDGE, _EDGE))
        paint(self._layout, painter, scale)

    def _full_size(self) -> QSize:
        assert self._layout is not None  # noqa: S101 - the callers have looked
        return QSize(
            round(self._layout.width * _ACTUAL) + 2 * _EDGE,
            round(self._layout.height * _ACTUAL) + 2 * _EDGE,
        )
