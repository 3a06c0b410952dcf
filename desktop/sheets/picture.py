"""Sheets as pictures: PNG in dots, SVG in lines and shapes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.core.writing import write_whole
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint

SVG = ".svg"
_PIXELS_IN_MM = 8.0  # about 200 dots an inch
_SVG_UNITS = 10  # in a millimetre


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


def png_bytes(layout: Layout) -> bytes:
    """The page as PNG; raises :class:`FileFault`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture(layout).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FileFault(msg("The picture could not be made."))
    return bytes(buffer.data().data())


def svg_bytes(layout: Layout) -> bytes:
    """The page as SVG with its size in millimetres; its letters are shapes, so that it looks the
    same where the font is missing.  Raises :class:`FileFault`."""
    from PySide6.QtSvg import QSvgGenerator  # only for those who want it

    size = QSize(round(layout.width * _SVG_UNITS), round(layout.height * _SVG_UNITS))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(round(_SVG_UNITS * 25.4))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(layout.title)
    painter = QPainter()
    whole = painter.begin(generator)
    if whole:
        painter.fillRect(QRect(0, 0, size.width(), size.height()), Qt.GlobalColor.white)
        paint(layout, painter, _SVG_UNITS, outlines=True)
    if not (whole and painter.end()):
        raise FileFault(msg("The picture could not be made."))
    return bytes(buffer.data().data())


def write_picture(path: Path, layout: Layout) -> None:
    """Write an SVG where the name ends so, otherwise a PNG, whole or not at all; raises
    :class:`FileFault`."""
    write_whole(path, svg_bytes(layout) if path.suffix.lower() == SVG else png_bytes(layout))
