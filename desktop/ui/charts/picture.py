"""A chart as a picture to paste into a document: light, with its title and unit, sharp."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.core.chart_series import ChartSeries
from desktop.core.wording import Wording
from desktop.ui.charts.chart_plot import ChartPlot
from desktop.ui.theme import Text, font
from desktop.ui.theme.tokens import LIGHT

_WIDTH, _HEIGHT = 1000, 460
_MARGIN = 24
_HEAD = 56
_SCALE = 2


def chart_picture(
    series: ChartSeries, wording: Wording, days: tuple[float, float] | None = None
) -> QImage:
    """The series over the days shown (all without ``days``), 1000 by 460 at two pixels each."""
    plot = ChartPlot(LIGHT, wording)
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(_WIDTH - 2 * _MARGIN, _HEIGHT - _HEAD - 2 * _MARGIN)
    plot.show()
    plot.show_series(series)
    if days is not None:
        plot.show_days(*days)
    image = QImage(_WIDTH * _SCALE, _HEIGHT * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(LIGHT.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _write(painter, series.title, _MARGIN, Text.TITLE, LIGHT.ink, strong=True)
    _write(painter, plot.caption, _MARGIN + 34, Text.CAPTION, LIGHT.ink_soft)
    place = QRectF(_MARGIN, _MARGIN + _HEAD, plot.width(), plot.height())
    plot.render(painter, place)
    painter.end()
    plot.hide()
    plot.deleteLater()
    return image


def _write(
    painter: QPainter, text: str, top: int, size: Text, colour: str, *, strong: bool = False
) -> None:
    painter.setFont(font(size, strong=strong))
    painter.setPen(QColor(colour))
    place = QRect(_MARGIN, top, _WIDTH - 2 * _MARGIN, 28)
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
