"""The notation as colours and pens: actual dark, last year lighter, plan outlined."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPen

from desktop.ui.theme import Palette, Text, font

ROOM_FOR_BARS = 15.0  # pixels a period; with fewer, sums are drawn as a line
ROOM_FOR_POINTS = 13.0  # pixels a period; with fewer, a line has no points on it


@dataclass(frozen=True, slots=True)
class Notation:
    """What the marks of the chart are drawn with, in one palette."""

    ground: QColor
    ink: QColor
    soft: QColor
    actual: QColor
    last_year: QColor
    plan: QColor
    target: QColor
    band: QColor
    signal: QColor
    room: QColor  # between the natural limits
    grid: QPen
    zero: QPen
    caption: QFont
    strong: QFont

    @classmethod
    def of(cls, palette: Palette) -> Notation:
        return cls(
            ground=QColor(palette.ground),
            ink=QColor(palette.ink),
            soft=QColor(palette.ink_soft),
            actual=QColor(palette.actual),
            last_year=QColor(palette.last_year),
            plan=QColor(palette.plan),
            target=QColor(palette.target),
            band=QColor(palette.band_3),
            signal=QColor(palette.accent),
            room=_thin(palette.ink_soft, 26),
            grid=QPen(QColor(palette.hairline), 1),
            zero=QPen(QColor(palette.outline), 1),
            caption=font(Text.CAPTION),
            strong=font(Text.CAPTION, strong=True),
        )

    def unfinished(self, width: float) -> QPen:
        """The edge of what is not finished: dashed."""
        pen = QPen(self.actual, width)
        pen.setDashPattern([3, 2.5])
        return pen

    def limit_line(self) -> QPen:
        pen = QPen(_thin(self.soft, 170), 1)
        pen.setDashPattern([4, 3])
        return pen

    def dotted(self, colour: QColor) -> QPen:
        """What was, or lies between: dots."""
        pen = QPen(colour, 1.25)
        pen.setDashPattern([1, 3])
        return pen

    def event_line(self) -> QPen:
        return self.dotted(self.signal)

    def rebase_line(self) -> QPen:
        """Where the limits begin anew."""
        return QPen(self.signal, 1)

    def target_line(self) -> QPen:
        pen = QPen(self.target, 1.5)
        pen.setDashPattern([6, 3])
        return pen


def _thin(colour: QColor | str, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
