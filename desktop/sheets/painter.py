"""The one painter: draws a laid-out page on any paint device."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.core.assessment import Status
from desktop.sheets.elements import (
    Area,
    Box,
    Dot,
    Hatch,
    Layout,
    Polygon,
    Ring,
    Shape,
    Stroke,
    TextLine,
)
from desktop.sheets.type import BASELINE, UNITS, font

_OUTLINE = 0.2  # millimetres
_RING, _HALO = 0.35, 0.95  # millimetres: a ring, and the white that sets it off from a dark bar
_DOTS = (1.0, 2.0)  # in widths of the line
_WHITE = "#FFFFFF"


def paint(
    layout: Layout, painter: QPainter, pixels_in_mm: float, *, outlines: bool = False
) -> None:
    """Draw the page with its upper left corner at the painter's origin; with ``outlines``, letters
    are drawn as shapes, for what can not carry its font along."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    factor = pixels_in_mm / UNITS
    painter.scale(factor, factor)
    for element in layout.elements:
        match element:
            case TextLine():
                _text(painter, element, outlines=outlines)
            case Area():
                _area(painter, element)
            case Stroke():
                _stroke(painter, element)
            case Hatch():
                _hatch(painter, element)
            case Polygon():
                _polygon(painter, element)
            case Dot():
                _dot(painter, element)
            case Ring():
                _ring(painter, element)
            case Shape():
                _shape(painter, element)
    painter.restore()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x * UNITS, box.y * UNITS, box.width * UNITS, box.height * UNITS)


def _text(painter: QPainter, line: TextLine, *, outlines: bool) -> None:
    baseline = line.box.y + line.box.height * BASELINE
    place = QPointF(line.box.x * UNITS, baseline * UNITS)
    if outlines:
        path = QPainterPath()
        path.addText(place, font(line.face), line.text)
        painter.fillPath(path, QColor(line.colour))
        return
    painter.setFont(font(line.face))
    painter.setPen(QColor(line.colour))
    painter.drawText(place, line.text)


def _area(painter: QPainter, area: Area) -> None:
    painter.setBrush(QColor(area.fill) if area.fill else Qt.BrushStyle.NoBrush)
    if area.outline:
        style = Qt.PenStyle.DashLine if area.dashed else Qt.PenStyle.SolidLine
        pen = QPen(QColor(area.outline), _OUTLINE * UNITS, style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(_rect(area.box))


def _stroke(painter: QPainter, stroke: Stroke) -> None:
    style = Qt.PenStyle.DashLine if stroke.dashed else Qt.PenStyle.SolidLine
    pen = QPen(QColor(stroke.colour), stroke.width * UNITS, style)
    if stroke.dotted:
        pen.setDashPattern(_DOTS)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x * UNITS, y * UNITS) for x, y in stroke.points]))


def _hatch(painter: QPainter, hatch: Hatch) -> None:
    painter.setPen(QPen(QColor(hatch.colour), hatch.width * UNITS))
    painter.drawLines([QLineF(*(each * UNITS for each in line)) for line in hatch.lines()])


def _polygon(painter: QPainter, polygon: Polygon) -> None:
    pen = QPen(QColor(polygon.outline), _OUTLINE * UNITS)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen if polygon.outline else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(polygon.fill or _WHITE))
    painter.drawPolygon(QPolygonF([QPointF(x * UNITS, y * UNITS) for x, y in polygon.points]))


def _dot(painter: QPainter, dot: Dot) -> None:
    painter.setPen(QPen(QColor(dot.colour), 0.25 * UNITS))
    painter.setBrush(QColor(_WHITE) if dot.hollow else QColor(dot.colour))
    radius = dot.radius * UNITS
    painter.drawEllipse(QPointF(dot.x * UNITS, dot.y * UNITS), radius, radius)


def _ring(painter: QPainter, ring: Ring) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = ring.radius * UNITS
    for colour, width in ((_WHITE, _HALO), (ring.colour, _RING)):
        painter.setPen(QPen(QColor(colour), width * UNITS))
        painter.drawEllipse(QPointF(ring.x * UNITS, ring.y * UNITS), radius, radius)


def _shape(painter: QPainter, shape: Shape) -> None:
    """Each status has an outline of its own, so that it is told apart without colour."""
    rect = _rect(shape.box)
    colour = QColor(shape.colour)
    edge = rect.width()
    thick = QPen(colour, edge * 0.16)
    thick.setCapStyle(Qt.PenCapStyle.FlatCap)
    thick.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + x * edge, rect.y() + y * edge)

    match shape.status:
        case Status.OFF_TRACK:
            painter.drawPolygon(QPolygonF([at(0.5, 0), at(1, 0.5), at(0.5, 1), at(0, 0.5)]))
        case Status.AT_RISK:
            painter.drawPolygon(QPolygonF([at(0.5, 0.04), at(1, 0.94), at(0, 0.94)]))
        case Status.ON_TRACK:
            painter.drawEllipse(rect)
        case Status.REACHED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(thick)
            painter.drawPolyline(QPolygonF([at(0.06, 0.54), at(0.38, 0.86), at(0.96, 0.14)]))
        case Status.OUTDATED:
            path = QPainterPath(at(0.08, 0))
            for point in (at(0.92, 0), at(0.08, 1), at(0.92, 1)):
                path.lineTo(point)
            path.closeSubpath()
            painter.drawPath(path)
        case Status.TOO_EARLY:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(thick)
            inset = edge * 0.08
            painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
        case Status.NOT_STARTED:
            painter.setPen(thick)
            painter.drawLine(at(0.05, 0.5), at(0.95, 0.5))
