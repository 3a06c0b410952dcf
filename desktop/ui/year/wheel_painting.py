"""How the annual wheel looks: rings, arcs, the words beside it, and the hand of today."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.core.period import Cadence, Period
from desktop.core.wheel_dial import Spot
from desktop.core.wheel_labels import Label
from desktop.core.wheel_layout import Arc, Ring, WheelLayout
from desktop.core.wheel_year import MarkKind
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import RADIUS, Palette, Text, font
from desktop.ui.year.wheel_shapes import DOT, MARK, dress, paint_mark
from desktop.ui.year.words import weeks

_STEP = 4.0  # pixels between the points of an arc
_WEEK_ROOM = 17.0  # a week's number needs so much
_TICK = 4.0


class WheelPainting:
    """Draws a layout; ``standing`` is the arc or (on an empty lane) the angle that the keyboard
    is on, ``held`` an arc that is being dragged in the place of ``standing``."""

    def __init__(self, painter: QPainter, layout: WheelLayout, tokens: Palette) -> None:
        self._painter, self._layout, self._tokens = painter, layout, tokens
        self._year, self._dial = layout.year, layout.dial

    def paint(
        self,
        *,
        standing: int | None,
        lane: int,
        day: date,
        focused: bool,
        held: Arc | None,
        said: str,
    ) -> None:
        self._rings()
        self._season()
        for label in self._layout.labels:
            self._leader(label, here=label.key == standing)
        self._months()
        self._weeks()
        self._marks()
        for place, arc in enumerate(self._layout.arcs):
            if place != standing:
                self._arc(arc, here=False)
        if held is not None:
            self._arc(held, here=True)
        elif standing is not None:
            self._arc(self._layout.arcs[standing], here=focused)  # above its neighbours
        if standing is None and focused:
            self._empty_place(lane, day)
        self._names()
        self._today()
        self._hub(said)
        for label in self._layout.labels:
            self._label(label, here=label.key == standing)

    # ------------------------------------------------------------------ rings

    def _rings(self) -> None:
        goals = self._layout.lanes[0].whole
        self._ground(goals.outer, self._tokens.sunken)
        self._ground(goals.inner, self._tokens.ground)
        radii = {self._layout.radius, self._layout.months.inner, self._layout.season.inner}
        radii |= {lane.whole.inner for lane in self._layout.lanes}
        self._pen(self._tokens.hairline)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius in radii:
            self._painter.drawEllipse(QPointF(self._dial.x, self._dial.y), radius, radius)

    def _ground(self, radius: float, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawEllipse(QPointF(self._dial.x, self._dial.y), radius, radius)

    def _season(self) -> None:
        """A bar for each period, outwards where it lies above its year and inwards below."""
        ring, season = self._layout.season, self._year.season
        if season is None or not season.parts:
            return
        half = (ring.outer - ring.inner) / 2 - 1
        for part in season.parts:
            begin, end = self._dial.angle(part.period.start), self._dial.end_angle(part.period.end)
            aside = (end - begin) * 0.08
            tip = ring.middle + half * part.height
            low, high = sorted((ring.middle, tip))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._tokens.band_1))
            self._part(begin + aside, end - aside, Ring(low, high))
        self._pen(self._tokens.ink_soft)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(QPointF(self._dial.x, self._dial.y), ring.middle, ring.middle)

    def _months(self) -> None:
        ring, words = self._layout.months, current()
        for month in self._dial.months():
            begin = self._dial.angle(month.start)
            self._pen(self._tokens.hairline)
            self._ray(begin, self._layout.hole, ring.outer)
            here = self._year.today in month
            self._text(
                words.period_short(month),
                self._dial.spot(self._dial.middle(month.start, month.end), ring.middle),
                Text.SMALL,
                self._tokens.ink,
                strong=here,
            )

    def _weeks(self) -> None:
        """A tick where each ISO week begins; its number where there is room for numbers."""
        ring = self._layout.weeks
        room = 2 * math.pi * ring.middle / 53
        every = next((n for n in (1, 2, 4) if room * n >= _WEEK_ROOM), 13)
        for number, week in enumerate(self._dial.weeks()):
            if week.start >= self._dial.year.start:
                self._pen(self._tokens.outline)
                self._ray(self._dial.angle(week.start), ring.inner, ring.inner + _TICK)
            if number % every == 0 and week.end <= self._dial.year.end:
                spot = self._dial.spot(self._dial.middle(week.start, week.end), ring.middle + 1)
                here = self._year.today in week
                ink = self._tokens.accent if here else self._tokens.ink_soft
                self._text(str(week.iso_week[1]), spot, Text.CAPTION, ink, strong=here)

    # ------------------------------------------------------------------ what takes place

    def _arc(self, arc: Arc, *, here: bool) -> None:
        tokens = self._tokens
        if here:
            self._ring_of_focus(arc)
        if arc.mark is not None:
            mark = self._year.marks[arc.mark]
            spot = self._dial.spot(arc.middle, arc.ring.middle)
            size = min((arc.ring.outer - arc.ring.inner) / 2, MARK)
            paint_mark(self._painter, mark.kind, spot, size, tokens, done=mark.done)
            return
        kind = self._year.occurrences[arc.occurrence or 0].event.kind
        dress(self._painter, kind, tokens)
        self._part(arc.begin, arc.end, arc.ring)

    def _ring_of_focus(self, arc: Arc) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._tokens.focus), 2))
        if arc.mark is not None:
            spot = self._dial.spot(arc.middle, arc.ring.middle)
            self._painter.drawEllipse(QPointF(*spot), MARK + 4, MARK + 4)
            return
        around = 3.0 / max(arc.ring.middle, 1.0)
        wider = Ring(arc.ring.inner - 3, arc.ring.outer + 3)
        self._part(arc.begin - around, arc.end + around, wider)

    def _marks(self) -> None:
        """Check-ins as dots, filled when made; the ends of quarters as lines across the goals."""
        ring, tokens = self._layout.ticks, self._tokens
        for mark in self._year.marks:
            if mark.kind is MarkKind.PERIOD_END:
                self._pen(tokens.ink_soft, 1.4)
                end = self._dial.end_angle(mark.day)
                self._ray(end, ring.inner, self._layout.lanes[0].arcs.outer)
            elif mark.kind is MarkKind.CHECK_IN:
                spot = self._dial.spot(self._dial.middle(mark.day, mark.day), ring.middle)
                paint_mark(self._painter, mark.kind, spot, DOT, tokens, done=mark.done)

    def _empty_place(self, lane: int, day: date) -> None:
        """Where an event would be added in a lane without any."""
        ring = self._layout.lanes[lane].arcs
        begin, end = self._dial.angle(day), self._dial.end_angle(day + timedelta(days=6))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._tokens.focus), 2, Qt.PenStyle.DashLine))
        self._part(begin, end, Ring(ring.inner + 1, ring.outer - 1))

    # ------------------------------------------------------------------ words

    def _names(self) -> None:
        """The name of each lane at the top of its ring, along the circle."""
        for number, lane in enumerate(self._layout.lanes):
            title = self._year.lanes[number - 1].title if number else tr("Goals")
            if lane.name.outer - lane.name.inner >= Text.CAPTION * 0.8:
                ground = self._tokens.ground if number else self._tokens.sunken
                self._along(current().value(title), lane.name, ground)

    def _along(self, text: str, ring: Ring, ground: str) -> None:
        """Words centred at the top of a circle, each letter standing on it."""
        metrics = QFontMetricsF(font(Text.CAPTION))
        ends = [metrics.horizontalAdvance(text[:number]) for number in range(len(text) + 1)]
        radius, half = ring.middle, ends[-1] / 2
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(ground))
        aside = (half + 3) / radius
        self._part(-aside, aside, Ring(ring.inner + 1, ring.outer - 1))
        self._painter.setFont(font(Text.CAPTION))
        self._painter.setPen(QColor(self._tokens.ink_soft))
        for letter, (before, after) in zip(text, pairwise(ends), strict=True):
            angle = ((before + after) / 2 - half) / radius
            self._painter.save()
            self._painter.translate(*self._dial.spot(angle, radius))
            self._painter.rotate(math.degrees(angle))
            self._painter.drawText(QPointF((before - after) / 2, metrics.capHeight() / 2), letter)
            self._painter.restore()

    def _today(self) -> None:
        if self._year.today not in self._dial.year:
            return
        angle = self._dial.middle(self._year.today, self._year.today)
        self._pen(self._tokens.accent, 1.6)
        self._ray(angle, self._layout.hole, self._layout.radius + 5)
        self._painter.setBrush(QColor(self._tokens.accent))
        tip = self._dial.spot(angle, self._layout.radius + 5)
        self._painter.drawEllipse(QPointF(*tip), 2.5, 2.5)

    def _hub(self, said: str) -> None:
        """The year; while an event is dragged, where it would be."""
        middle = Spot(self._dial.x, self._dial.y)
        if said:
            lines = said.split("\n")
            for number, line in enumerate(lines):
                y = middle.y + (number - (len(lines) - 1) / 2) * 16
                self._text(line, Spot(middle.x, y), Text.SMALL, self._tokens.ink, strong=True)
            return
        year = current().period(self._dial.year)
        self._text(year, middle, Text.TITLE, self._tokens.ink, strong=True)
        if self._year.today in self._dial.year:
            week = current().period_short(Period.containing(Cadence.WEEK, self._year.today))
            spot = Spot(middle.x, middle.y + 19)
            self._text(week, spot, Text.CAPTION, self._tokens.accent)

    def _leader(self, label: Label, *, here: bool) -> None:
        """The line from what takes place to its name; it runs below the other arcs."""
        layout, arc = self._layout, self._layout.arcs[label.key]
        edge, y = layout.column_edge(right=label.right), label.y + layout.sizes.line / 2
        way = 1 if label.right else -1
        self._pen(self._tokens.ink if here else self._tokens.last_year, 1.2 if here else 1.0)
        points = [
            self._dial.spot(arc.middle, arc.ring.outer),
            self._dial.spot(arc.middle, layout.radius + 3),
            Spot(edge - 8 * way, y),
            Spot(edge - 2 * way, y),
        ]
        self._painter.drawPolyline(_polygon(points))

    def _label(self, label: Label, *, here: bool) -> None:
        """The title and, softly, the weeks, shortened to the column."""
        layout, arc = self._layout, self._layout.arcs[label.key]
        title, aside = self._words(arc)
        edge = layout.column_edge(right=label.right)
        y = label.y + layout.sizes.line / 2
        metrics = QFontMetricsF(font(Text.SMALL, strong=here))
        small = QFontMetricsF(font(Text.CAPTION))
        wide = small.horizontalAdvance(aside) + 6
        room = layout.column - 4
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room - wide)
        long = metrics.horizontalAdvance(words)
        x = edge + 2 if label.right else edge - 2 - long - wide
        base = y + metrics.ascent() / 2 - 2
        self._painter.setFont(font(Text.SMALL, strong=here))
        self._painter.setPen(QColor(self._tokens.ink))
        self._painter.drawText(QPointF(x, base), words)
        self._painter.setFont(font(Text.CAPTION))
        self._painter.setPen(QColor(self._tokens.ink_soft))
        self._painter.drawText(QPointF(x + long + 6, base), aside)

    def _words(self, arc: Arc) -> tuple[str, str]:
        if arc.mark is not None:
            mark = self._year.marks[arc.mark]
            return current().value(mark.title), weeks(mark.day, mark.day)
        each = self._year.occurrences[arc.occurrence or 0]
        return each.event.title, weeks(each.start, each.end)

    # ------------------------------------------------------------------ strokes

    def _pen(self, colour: str, width: float = 1.0) -> None:
        self._painter.setPen(QPen(QColor(colour), width))

    def _ray(self, angle: float, inner: float, outer: float) -> None:
        start, end = self._dial.spot(angle, inner), self._dial.spot(angle, outer)
        self._painter.drawLine(QPointF(*start), QPointF(*end))

    def _part(self, begin: float, end: float, ring: Ring) -> None:
        outline = self._dial.ring_part(begin, end, ring.inner, ring.outer, _STEP)
        self._painter.drawPolygon(_polygon(outline))

    def _text(self, text: str, at: Spot, size: Text, colour: str, *, strong: bool = False) -> None:
        """Words centred on a point, on a plate that lets no line run through them."""
        face = font(size, strong=strong)
        metrics = QFontMetricsF(face)
        wide, high = metrics.horizontalAdvance(text), metrics.capHeight()
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.ground))
        plate = QRectF(at.x - wide / 2 - 2, at.y - high / 2 - 3, wide + 4, high + 6)
        self._painter.drawRoundedRect(plate, RADIUS, RADIUS)
        self._painter.setFont(face)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(at.x - wide / 2, at.y + high / 2), text)


def _polygon(points: Sequence[Spot]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])
