"""Sheets as pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.core.writing import write_whole
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint

_PIXELS_IN_MM = 8.0  # about 200 dots an inch


def picture(layout: Layout, pixels_in_mm: float = _PIXELS_IN_MM) -> QImage:
    """The page on white; the picture knows how large it is on paper."""
    image = QImage(
        round(layout.width * pixels_in_mm),
        round(layout.height * pixels_in_mm),
        QImage.Format.Format_RGB32,
    )
    image.setDotsPerMeterX(round(pixels_in_mm * 1000))
    image.setDotsPerMeterY(round(pixels_in_mm * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(layout, painter, pixels_in_mm)
    painter.end()
    return image


def write_picture(path: Path, layout: Layout) -> None:
    """Write a PNG whole or not at all; raises :class:`FileFault`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture(layout).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FileFault(msg("The picture could not be made."))
    write_whole(path, bytes(buffer.data().data()))
