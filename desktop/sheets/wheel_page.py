"""The annual wheel on one page, by the same geometry as on the screen."""

from __future__ import annotations

import math

from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.wheel import EventKind, event_names
from desktop.core.wheel_dial import Spot
from desktop.core.wheel_labels import Label
from desktop.core.wheel_layout import Arc, Ring, WheelLayout, WheelSizes
from desktop.core.wheel_year import MarkKind, WheelYear, mark_names
from desktop.core.wording import Wording
from desktop.sheets.elements import Area, Box, Dot, Face, Layout, Polygon, Stroke
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import SMALL, SMALL_STRONG, TINY, Pen, Side
from desktop.sheets.type import line_height, plain, shortened, width

_GAP = 2.5
_STEP = 1.0  # between the points of a circle
_YEAR = Face(15, strong=True)
_EDGE = 1.5  # around the dial, for the hand of today
_MARK, _DOT = 1.5, 0.5  # half of a shape, and a dot's radius
_LEGEND = line_height(TINY) + 1.0
_SIZES = WheelSizes(
    words=48.0,
    aside=6.0,
    line=line_height(SMALL) + 0.4,
    weeks=4.2,
    months=6.5,
    season=9.0,
    name=4.2,
    ticks=2.4,
    least=2.4,
    thickest=6.5,
)


def lay_out_wheel(content: WheelYear, page: Page, ink: Ink, wording: Wording) -> Layout:
    """The wheel as large as fits; names without room are counted at the foot."""
    title = wording.say(msg("Annual wheel {year}", year=content.year))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=content.company.name,
        title=title,
        message=wording.say(_message(content)),
        as_of=None,
    )
    top = draw_head(pen, head, box) + _GAP
    bottom = box.bottom - FOOT_HEIGHT - _GAP
    _draw_legend(pen, Box(box.x, bottom - _LEGEND, box.width, _LEGEND))
    room = Box(box.x, top + _EDGE, box.width, bottom - _LEGEND - 2 * _EDGE - 1.0 - top)
    wheel = _Wheel(pen, content, room)
    wheel.draw()
    pen.block("wheel", room)
    hidden = wheel.hidden
    left_out = [nmsg("{n} name", "{n} names", hidden)] if hidden else []
    draw_foot(pen, msg("Printed {day}", day=content.today), left_out, box)
    return layout


def _message(content: WheelYear) -> Message:
    if content.season is not None:
        return content.season.said
    return msg("Campaigns, reviews and check-ins of the whole company, around its fiscal year")


class _Wheel:
    """Draws the layout into a box."""

    def __init__(self, pen: Pen, content: WheelYear, box: Box) -> None:
        self._pen, self._year, self._box = pen, content, box
        self._layout = WheelLayout(content, box.width, box.height, _SIZES)
        self._dial = self._layout.dial
        self.hidden = self._layout.hidden

    def draw(self) -> None:
        self._rings()
        self._season()
        for label in self._layout.labels:
            self._leader(label)
        self._months()
        self._weeks()
        self._marks()
        for arc in self._layout.arcs:
            self._arc(arc)
        self._names()
        self._today()
        self._hub()
        for label in self._layout.labels:
            self._label(label)

    # ------------------------------------------------------------------ rings

    def _rings(self) -> None:
        layout, ink = self._layout, self._pen.ink
        goals = layout.lanes[0].whole
        band = self._circle(goals.outer)
        self._pen.add(Polygon(band, ink.hairline, ink.bands[2]))
        self._pen.add(Polygon(self._circle(goals.inner), ink.hairline))
        radii = {layout.radius, layout.months.inner, layout.season.inner}
        for radius in sorted(radii | {lane.whole.inner for lane in layout.lanes}):
            self._pen.add(Stroke(self._circle(radius), ink.hairline, 0.15))

    def _season(self) -> None:
        ring, season, ink = self._layout.season, self._year.season, self._pen.ink
        if season is None or not season.parts:
            return
        half = (ring.outer - ring.inner) / 2 - 0.3
        for part in season.parts:
            begin, end = self._dial.angle(part.period.start), self._dial.end_angle(part.period.end)
            aside = (end - begin) * 0.08
            low, high = sorted((ring.middle, ring.middle + half * part.height))
            self._part(begin + aside, end - aside, Ring(low, high), ink.bands[0], ink.bands[1])
        self._pen.add(Stroke(self._circle(ring.middle), ink.soft, 0.2))

    def _months(self) -> None:
        ring, pen = self._layout.months, self._pen
        for month in self._dial.months():
            angle = self._dial.angle(month.start)
            self._ray(angle, self._layout.hole, ring.outer, pen.ink.hairline, 0.15)
            spot = self._dial.spot(self._dial.middle(month.start, month.end), ring.middle)
            self._text(pen.wording.period_short(month), spot, SMALL_STRONG)

    def _weeks(self) -> None:
        ring, ink = self._layout.weeks, self._pen.ink
        for week in self._dial.weeks():
            if week.start >= self._dial.year.start:
                angle = self._dial.angle(week.start)
                self._ray(angle, ring.inner, ring.inner + 0.9, ink.soft, 0.15)
            if week.end <= self._dial.year.end:
                middle = self._dial.middle(week.start, week.end)
                spot = self._dial.spot(middle, ring.middle + 0.2)
                self._text(str(week.iso_week[1]), spot, TINY, ink.soft)

    # ------------------------------------------------------------------ what takes place

    def _arc(self, arc: Arc) -> None:
        if arc.mark is None:
            kind = self._year.occurrences[arc.occurrence or 0].event.kind
            self._part(arc.begin, arc.end, arc.ring, *_inks(self._pen.ink, kind))
            return
        mark = self._year.marks[arc.mark]
        x, y = self._on_page(self._dial.spot(arc.middle, arc.ring.middle))
        size = min((arc.ring.outer - arc.ring.inner) / 2, _MARK)
        self._pen.add(_shape(self._pen.ink, mark.kind, x, y, size, done=mark.done))

    def _marks(self) -> None:
        ring, ink = self._layout.ticks, self._pen.ink
        for mark in self._year.marks:
            if mark.kind is MarkKind.PERIOD_END:
                end = self._dial.end_angle(mark.day)
                self._ray(end, ring.inner, self._layout.lanes[0].arcs.outer, ink.soft, 0.4)
            elif mark.kind is MarkKind.CHECK_IN:
                spot = self._dial.spot(self._dial.middle(mark.day, mark.day), ring.middle)
                dot = _shape(ink, mark.kind, *self._on_page(spot), _DOT, done=mark.done)
                self._pen.add(dot)

    # ------------------------------------------------------------------ words

    def _names(self) -> None:
        ink = self._pen.ink
        for number, lane in enumerate(self._layout.lanes):
            title = msg("Goals") if number == 0 else self._year.lanes[number - 1].title
            spot = self._dial.spot(0.0, lane.name.middle)
            ground = "#ffffff" if number else ink.bands[2]
            self._text(self._pen.wording.value(title), spot, TINY, ink.soft, ground)

    def _today(self) -> None:
        if self._year.today in self._dial.year:
            angle = self._dial.middle(self._year.today, self._year.today)
            tip = self._layout.radius + _EDGE
            self._ray(angle, self._layout.hole, tip, self._pen.ink.plan, 0.4)

    def _hub(self) -> None:
        year = self._pen.wording.period(self._dial.year)
        self._text(year, Spot(self._dial.x, self._dial.y), _YEAR)
        if self._year.today in self._dial.year:
            week = Period.containing(Cadence.WEEK, self._year.today)
            spot = Spot(self._dial.x, self._dial.y + line_height(_YEAR) * 0.75)
            self._text(self._pen.wording.period_short(week), spot, TINY, self._pen.ink.plan)

    def _leader(self, label: Label) -> None:
        layout, arc = self._layout, self._layout.arcs[label.key]
        edge, y = layout.column_edge(right=label.right), label.y + layout.sizes.line / 2
        way = 1 if label.right else -1
        points = (
            self._dial.spot(arc.middle, arc.ring.outer),
            self._dial.spot(arc.middle, layout.radius + 1.0),
            Spot(edge - 2.0 * way, y),
            Spot(edge - 0.7 * way, y),
        )
        placed = tuple(self._on_page(point) for point in points)
        self._pen.add(Stroke(placed, self._pen.ink.last_year, 0.2))

    def _label(self, label: Label) -> None:
        """The title and the weeks, shortened to the column."""
        pen, arc = self._pen, self._layout.arcs[label.key]
        title, first, last = self._words(arc)
        weeks = pen.wording.period_short(first)
        if last != first:
            weeks = f"{weeks}\N{EN DASH}{last.iso_week[1]}"
        aside = width(weeks, TINY) + 1.2
        room = self._layout.column - aside - 0.5
        edge = self._layout.column_edge(right=label.right)
        x, y = self._on_page(Spot(edge, label.y + 0.2))
        title = shortened(plain(title), SMALL, room)
        long = width(title, SMALL)
        if not label.right:
            x -= long + aside
        pen.line(title, x, y, long + 0.1, SMALL)
        pen.line(weeks, x + long + 1.2, y + 0.3, aside, TINY, pen.ink.soft)

    def _words(self, arc: Arc) -> tuple[str, Period, Period]:
        """What it is called, and its first and last ISO week."""
        if arc.mark is not None:
            mark = self._year.marks[arc.mark]
            week = Period.containing(Cadence.WEEK, mark.day)
            return self._pen.wording.value(mark.title), week, week
        each = self._year.occurrences[arc.occurrence or 0]
        first = Period.containing(Cadence.WEEK, each.start)
        return each.event.title, first, Period.containing(Cadence.WEEK, each.end)

    # ------------------------------------------------------------------ strokes

    def _on_page(self, spot: Spot) -> tuple[float, float]:
        return self._box.x + spot.x, self._box.y + spot.y

    def _circle(self, radius: float) -> tuple[tuple[float, float], ...]:
        return tuple(map(self._on_page, self._dial.way(0.0, 2 * math.pi, radius, _STEP)))

    def _ray(self, angle: float, inner: float, outer: float, colour: str, thick: float) -> None:
        ends = self._dial.spot(angle, inner), self._dial.spot(angle, outer)
        self._pen.add(Stroke(tuple(map(self._on_page, ends)), colour, thick))

    def _part(self, begin: float, end: float, ring: Ring, outline: str, fill: str) -> None:
        points = self._dial.ring_part(begin, end, ring.inner, ring.outer, _STEP)
        self._pen.add(Polygon(tuple(map(self._on_page, points)), outline, fill))

    def _text(
        self, text: str, at: Spot, face: Face, colour: str = "", ground: str = "#ffffff"
    ) -> None:
        """Centred on a point, on a plate that lets no line run through the words."""
        x, y = self._on_page(at)
        wide = width(text, face) + 0.1
        top = y - line_height(face) / 2
        high = line_height(face) * 0.8
        self._pen.add(Area(Box(x - wide / 2 - 0.3, y - high / 2, wide + 0.6, high), ground))
        self._pen.line(text, x - wide / 2, top, wide, face, colour, Side.CENTRE)


def _inks(ink: Ink, kind: EventKind) -> tuple[str, str]:
    """Outline and fill of a kind of event."""
    return {
        EventKind.CAMPAIGN: (ink.plan, ink.plan),
        EventKind.REVIEW: (ink.text, ink.text),
        EventKind.CHECK_IN: (ink.text, ""),
        EventKind.OTHER: (ink.last_year, ink.last_year),
    }[kind]


def _shape(
    ink: Ink, kind: MarkKind, x: float, y: float, size: float, *, done: bool
) -> Polygon | Dot | Stroke:
    """A milestone is a diamond, a goal's end a square; what is reached is filled."""
    fill = ink.text if done else ""
    match kind:
        case MarkKind.MILESTONE:
            tips = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            return Polygon(tips, ink.text, fill)
        case MarkKind.DEADLINE:
            edge = size * 0.86
            corners = ((x - edge, y - edge), (x + edge, y - edge), (x + edge, y + edge))
            return Polygon((*corners, (x - edge, y + edge)), ink.text, fill)
        case MarkKind.CHECK_IN:
            return Dot(x, y, _DOT, ink.soft, hollow=not done)
        case MarkKind.PERIOD_END:
            return Stroke(((x, y - size), (x, y + size)), ink.soft, 0.4)


def _draw_legend(pen: Pen, box: Box) -> None:
    """What the shapes mean, in one line."""
    x, y = box.x, box.y + _LEGEND / 2
    for kind, name in event_names().items():
        outline, fill = _inks(pen.ink, kind)
        pen.add(Area(Box(x, y - 0.9, 4.0, 1.8), fill or "#ffffff", outline))
        x = _said(pen, name, x + 5.0, box)
    for mark, name in mark_names().items():
        pen.add(_shape(pen.ink, mark, x + _MARK, y, 1.1, done=False))
        x = _said(pen, name, x + 2 * _MARK + 1.0, box)


def _said(pen: Pen, name: Message, x: float, box: Box) -> float:
    text = pen.say(name)
    wide = width(text, TINY)
    pen.line(text, x, box.y + 0.5, wide + 0.1, TINY, pen.ink.soft)
    return x + wide + 5.0
