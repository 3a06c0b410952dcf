"""Two histories in one small picture, the leading one moved to where it would be felt."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.kpi import Kpi
from desktop.core.link_history import LinkHistory
from desktop.core.link_words import lag_words
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import Text, font, palette

_SHOWN = 36  # periods of the lagging one
_LEGEND = 18
_SAMPLE = 18  # the piece of line before a name
_EDGE = 3


class LinkPicture(QWidget):
    """Each line has a scale of its own, from its lowest value to its highest: it is their turns
    that are compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leading: list[float] = []
        self._lagging: list[float] = []
        self._names = ("", "")
        self.setFixedSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(340, 64 + 2 * _LEGEND)

    def show_history(self, leading: Kpi, lagging: Kpi, history: LinkHistory, lag: int) -> None:
        """The newest periods; where the leading one goes on alone, it tells ahead."""
        count = len(history.periods)
        first = max(count - _SHOWN, 0)
        self._lagging = [*history.lagging[first:], *([math.nan] * lag)]
        moved = [*([math.nan] * lag), *history.leading]
        self._leading = moved[first:]
        name = leading.name
        if lag:
            when = lag_words(lag, history.cadence)
            name = tr("{kpi}, moved to {when}", kpi=leading.name, when=say(when))
        self._names = (lagging.name, name)
        self.setVisible(any(math.isfinite(value) for value in self._lagging))
        self.setAccessibleName(
            tr("{lagging} and {leading} in one picture", lagging=self._names[0], leading=name)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = palette()
        area = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE - 2 * _LEGEND)
        pens = (
            QPen(QColor(tokens.actual), 1.6),
            QPen(QColor(tokens.accent), 1.6, Qt.PenStyle.DashLine),
        )
        for values, pen in zip((self._lagging, self._leading), pens, strict=True):
            painter.setPen(pen)
            for points in _lines(values, area):
                painter.drawPolyline(QPolygonF(points))
        painter.setFont(font(Text.CAPTION))
        metrics = QFontMetricsF(painter.font())
        for number, (name, pen) in enumerate(zip(self._names, pens, strict=True)):
            top = self.height() - (2 - number) * _LEGEND
            painter.setPen(pen)
            painter.drawLine(
                QPointF(_EDGE, top + _LEGEND / 2), QPointF(_EDGE + _SAMPLE, top + _LEGEND / 2)
            )
            painter.setPen(QColor(tokens.ink_soft))
            room = QRectF(_EDGE + _SAMPLE + 6, top, self.width() - _SAMPLE - 12, _LEGEND)
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _lines(values: Sequence[float], area: QRectF) -> Iterator[list[QPointF]]:
    """The points of each stretch without a gap."""
    known = [value for value in values if math.isfinite(value)]
    if not known:
        return
    low, spread = min(known), (max(known) - min(known)) or 1.0
    step = area.width() / max(len(values) - 1, 1)
    points: list[QPointF] = []
    for index, value in enumerate([*values, math.nan]):
        if math.isfinite(value):
            height = area.bottom() - (value - low) / spread * area.height()
            points.append(QPointF(area.left() + index * step, height))
        elif points:
            yield points
            points = []
