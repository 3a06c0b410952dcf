"""A growth loop on one page: the ring, and beside it what is said of its links."""

from __future__ import annotations

import math

from desktop.core.loop_flow import FlowStep, Link
from desktop.core.loop_words import gain_words, growth_words, link_words, ratio_words, weakest_words
from desktop.core.message import msg
from desktop.core.ring_layout import RingLayout
from desktop.core.sheet_loop import LoopSheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Area, Box, Layout, Polygon, Stroke
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import BODY, HEADING, SMALL, SMALL_STRONG, TINY, Pen, Side
from desktop.sheets.type import line_height, width

_GAP = 3.0
_SIDE = 88.0  # the column of links
_STEP = (44.0, 13.5)
_APART = 1.0  # between an arrow and a step
_SMOOTH = 40  # points to an arrow
_HEAD = 2.2  # length of an arrow's head
_LINES = 2  # of a sentence in the column


def lay_out_loop(content: LoopSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """The ring as large as fits; a loop has nine steps at most, which all have room."""
    layout = Layout(page.width, page.height, content.name)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=content.company.name,
        title=content.name,
        message=wording.say(weakest_words(content.flow)),
        as_of=content.as_of,
    )
    top = draw_head(pen, head, box) + _GAP
    height = box.bottom - FOOT_HEIGHT - _GAP - top
    ring = Box(box.x, top, box.width - _SIDE - 2 * _GAP, height)
    _draw_ring(pen, content, ring)
    pen.block("ring", ring)
    side = Box(box.right - _SIDE, top, _SIDE, height)
    _draw_side(pen, content, side)
    pen.block("links", side)
    draw_foot(pen, msg("Printed {day}", day=content.today), [], box)
    return layout


def _draw_ring(pen: Pen, content: LoopSheet, box: Box) -> None:
    flow = content.flow
    layout = RingLayout(len(flow.steps), box.width, box.height, _STEP)
    for place, link in enumerate(flow.links):
        way = [(box.x + x, box.y + y) for x, y in layout.way(place, _SMOOTH, _APART)]
        if len(way) > 1:
            pen.add(*_arrow(pen, way, strong=place == flow.weakest))
        x, y = layout.link(place)
        _draw_ratio(pen, link, box.x + x, box.y + y, weak=place == flow.weakest)
    for place, step in enumerate(flow.steps):
        x, y = layout.step(place)
        corner = Box(box.x + x - _STEP[0] / 2, box.y + y - _STEP[1] / 2, *_STEP)
        _draw_step(pen, place, step, corner)


def _arrow(pen: Pen, way: list[tuple[float, float]], *, strong: bool) -> tuple[Stroke, Polygon]:
    (x0, y0), (x, y) = way[-2:]
    angle = math.atan2(y - y0, x - x0)
    wings = [
        (x - _HEAD * math.cos(angle + turn), y - _HEAD * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    ink = pen.ink.text if strong else pen.ink.soft
    stroke = Stroke(tuple(way), ink, 0.6 if strong else 0.3)
    return stroke, Polygon(((x, y), *wings), ink, ink)


def _draw_ratio(pen: Pen, link: Link, x: float, y: float, *, weak: bool) -> None:
    text = "\N{EN DASH}" if link.newest is None else pen.say(ratio_words(link, link.newest[1]))
    if weak:
        text = pen.say(msg("{ratio}, weakest", ratio=text))
    wide, high = width(text, HEADING) + 2, line_height(HEADING)
    pen.add(Area(Box(x - wide / 2, y - high / 2, wide, high), fill="#ffffff"))
    pen.line(text, x - wide / 2, y - high / 2, wide, HEADING, side=Side.CENTRE)


def _draw_step(pen: Pen, place: int, step: FlowStep, box: Box) -> None:
    pen.add(Area(box, fill="#ffffff", outline=pen.ink.soft))
    x, room = box.x + 1.5, box.width - 3
    y = pen.line(f"{place + 1}. {step.name}", x, box.y + 1, room, SMALL, side=Side.CENTRE)
    if step.kpi is None or step.latest is None:
        words = msg("No KPI") if step.kpi is None else msg("No values yet")
        pen.line(pen.say(words), x, y + 2, room, TINY, pen.ink.soft, Side.CENTRE)
        return
    value = pen.wording.quantity(step.kpi.quantity(step.latest.value))
    y = pen.line(value, x, y, room, HEADING, side=Side.CENTRE)
    period = pen.wording.period(step.latest.period)
    pen.line(period, x, y, room, TINY, pen.ink.soft, Side.CENTRE)


def _draw_side(pen: Pen, content: LoopSheet, box: Box) -> None:
    """A link takes less room the more there are, so that the whole turn still has its own."""
    flow, y = content.flow, box.y
    for link in flow.links:
        title = pen.say(msg("{step} → {next}", step=link.start.name, next=link.end.name))
        y = pen.line(title, box.x, y, box.width, SMALL_STRONG)
        if link.newest is not None:
            period, ratio = link.newest
            now = f"{pen.say(ratio_words(link, ratio))}, {pen.wording.period(period)}"
            y = pen.line(now, box.x, y, box.width, TINY)
        y = pen.lines(pen.say(link_words(link)), box.x, y, box.width, 1, TINY, pen.ink.soft)
        y += 1.2
    gain, growth = gain_words(flow), growth_words(flow)
    if gain is not None and growth is not None:
        pen.rule(box.x, y, box.right)
        y = pen.lines(pen.say(gain), box.x, y + 1, box.width, _LINES, BODY)
        pen.lines(pen.say(growth), box.x, y + 0.5, box.width, _LINES, TINY, pen.ink.soft)
