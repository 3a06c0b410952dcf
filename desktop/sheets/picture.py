"""Sheets as pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.sheets.writing import write_whole


def picture(layout: Layout, pixels_in_mm: float = 8.0) -> QImage:
    """The page on white, at about 200 dots an inch by default."""
    image = QImage(
        round(layout.width * pixels_in_mm),
        round(layout.height * pixels_in_mm),
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(layout, painter, pixels_in_mm)
    painter.end()
    return image


def write_picture(path: Path, layout: Layout) -> None:
    """Write a PNG whole or not at all; raises :class:`FileFault`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(layout).save(buffer, "PNG")  # type: ignore[call-overload]
    write_whole(path, bytes(buffer.data().data()))
