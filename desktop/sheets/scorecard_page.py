"""The balanced scorecard on one page: four columns side by side."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg, nmsg
from desktop.core.scorecard import (
    Scorecard,
    ScorecardPart,
    ScoredGoal,
    ScoredKpi,
    change_words,
    period_words,
)
from desktop.core.strategy_map import band_name
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import HEADING, SMALL_STRONG, TINY, TINY_STRONG, Pen
from desktop.sheets.type import line_height, wrapped

_GAP = 2.5
_BESIDE = 6.0  # between columns
_VALUE = Face(13)
_BELOW = 2.2  # between what stands below each other
Scored = ScoredGoal | ScoredKpi


def lay_out_scorecard(sheet: Scorecard, page: Page, ink: Ink, wording: Wording) -> Layout:
    """Goals and then KPIs of each perspective, as many as have room; the others, and those under
    no perspective, are counted at the foot."""
    title = wording.say(msg("Balanced scorecard"))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    box = page.content
    message = wording.say(msg("How we stand, seen from four sides"))
    head = Head(sheet.company.name, title, message, sheet.as_of)
    top = draw_head(pen, head, box) + _GAP
    bottom = box.bottom - FOOT_HEIGHT - _GAP
    parts = [part for part in sheet.parts if part.perspective is not None]
    wide = (box.width - _BESIDE * (len(parts) - 1)) / len(parts)
    left: list[Scored] = []
    for part in sheet.parts:
        if part.perspective is None:
            left += [*part.goals, *part.kpis]
            continue
        x = box.x + parts.index(part) * (wide + _BESIDE)
        left += _column(pen, part, Box(x, top, wide, bottom - top))
    draw_foot(pen, msg("Printed {day}", day=sheet.today), _left_out(left), box)
    return layout


def _column(pen: Pen, part: ScorecardPart, box: Box) -> list[Scored]:
    """Draw a perspective; what had no room."""
    y = pen.line(pen.say(band_name(part.perspective)), box.x, box.y, box.width, HEADING) + 0.8
    pen.rule(box.x, y, box.right, 0.3)
    y += 1.2
    lacks = " ".join(pen.say(lack) for lack in part.lacks)
    room = box.bottom - (len(wrapped(lacks, TINY, box.width, 3)) * line_height(TINY))
    items: list[Scored] = [*part.goals, *part.kpis]
    drawn = 0
    for item in items:
        if y + _height(pen, item, box.width) > room:
            break
        y = _draw(pen, item, Box(box.x, y, box.width, 0.0)) + _BELOW
        drawn += 1
    pen.lines(lacks, box.x, y, box.width, 3, TINY, pen.ink.soft)
    pen.block(part.perspective or "", box)
    return items[drawn:]


def _facts(pen: Pen, scored: ScoredKpi) -> str:
    change = change_words(scored)
    texts = [period_words(scored, pen.wording)] + ([pen.say(change)] if change else [])
    return " · ".join(texts)


def _height(pen: Pen, item: Scored, room: float) -> float:
    """What an item takes."""
    status = line_height(TINY_STRONG) if item.status is not None else 0.0
    if isinstance(item, ScoredGoal):
        return (
            len(wrapped(item.statement, SMALL_STRONG, room, 2)) * line_height(SMALL_STRONG) + status
        )
    value = line_height(_VALUE) if item.newest is not None else 0.0
    facts = len(wrapped(_facts(pen, item), TINY, room, 2)) * line_height(TINY)
    return line_height(SMALL_STRONG) + value + facts + status


def _draw(pen: Pen, item: Scored, box: Box) -> float:
    """An item; where it ends."""
    x, y, room = box.x, box.y, box.width
    if isinstance(item, ScoredGoal):
        y = pen.lines(item.statement, x, y, room, 2, SMALL_STRONG)
    else:
        y = pen.line(item.kpi.name, x, y, room, SMALL_STRONG)
        if item.newest is not None:
            value = pen.wording.quantity(item.kpi.quantity(item.newest.value))
            y = pen.line(value, x, y, room, _VALUE)
        y = pen.lines(_facts(pen, item), x, y, room, 2, TINY, _ink(pen, item))
    if item.status is not None:
        pen.status(item.status, x, y, room, TINY_STRONG)
        y += line_height(TINY_STRONG)
    return y


def _ink(pen: Pen, scored: ScoredKpi) -> str:
    """Only a real change has a colour."""
    if scored.change is None or scored.change.good is None:
        return pen.ink.soft
    return pen.ink.good if scored.change.good else pen.ink.bad


def _left_out(left: Sequence[Scored]) -> list[Message]:
    found: list[Message] = []
    if goals := sum(isinstance(item, ScoredGoal) for item in left):
        found.append(nmsg("{n} goal", "{n} goals", goals))
    if kpis := len(left) - goals:
        found.append(nmsg("{n} KPI", "{n} KPIs", kpis))
    return found
