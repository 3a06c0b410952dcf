"""Lucide icons from resources/icons, drawn in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.core.resources import resource
from desktop.ui.theme import apply

_STROKE = "1.75"  # a little lighter than Lucide's own 2, to sit with the text


@lru_cache(maxsize=512)
def icon_pixmap(name: str, size: int, colour: str, scale: float = 1.0) -> QPixmap:
    """One icon in ``colour``, ``size`` pixels at ``scale`` device pixels each."""
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    svg = svg.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{_STROKE}"'
    )
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def icon(name: str, *, colour: str | None = None, size: int = 18) -> QIcon:
    """The icon ``name`` (a file of resources/icons) in ``colour``, by default the soft ink."""
    tokens = apply.palette()
    made = QIcon()
    for scale in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, size, colour or tokens.ink_soft, scale))
        made.addPixmap(icon_pixmap(name, size, tokens.disabled, scale), QIcon.Mode.Disabled)
    return made
