"""The fiscal year's twelve months in a strip: how far it has gone, and what is due when."""

from __future__ import annotations

from datetime import date

from desktop.core.period import Period
from desktop.core.sheet_content import GoalSheet
from desktop.sheets.elements import Area, Box, Face, Stroke
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height

_BAR = 3.2
_GAP = 0.5  # between months


def add_year(pen: Pen, sheet: GoalSheet, room: Box) -> float:
    """The strip at the bottom of ``room``; where it begins."""
    if not sheet.months:
        return room.bottom
    height = line_height(TINY) + _BAR + 1.0
    top = room.bottom - height
    bar = Box(room.x, top + line_height(TINY) + 0.4, room.width, _BAR)
    each = room.width / len(sheet.months)
    for index, month in enumerate(sheet.months):
        place = Box(bar.x + index * each, bar.y, each - _GAP, bar.height)
        _month(pen, sheet.today, month, place, top)
    _due(pen, sheet, bar)
    pen.block("year", Box(room.x, top, room.width, height))
    return top


def _month(pen: Pen, today: date, month: Period, box: Box, top: float) -> None:
    """Its name, and the part of it that has gone."""
    now = today in month
    text, colour = pen.wording.period_short(month), pen.ink.text if now else pen.ink.soft
    pen.line(text, box.x + 0.4, top, box.width - 0.4, Face(TINY.size, strong=now), colour)
    pen.area(box, pen.ink.bands[2])
    if month.start <= today:
        share = min(1.0, ((today - month.start).days + 1) / month.days)
        pen.layout.add(Area(Box(box.x, box.y, box.width * share, box.height), pen.ink.bands[0]))


def _due(pen: Pen, sheet: GoalSheet, bar: Box) -> None:
    """Milestones as diamonds, the deadline as a mark."""
    middle = bar.y + bar.height / 2
    for item in sheet.milestones:
        x = _place(sheet, item.due, bar, 1.3)
        if x is not None:
            corners = ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0), (0, -1.2))
            points = tuple((x + right, middle + down) for right, down in corners)
            pen.layout.add(Stroke(points, pen.ink.text, 0.35))
    x = None if sheet.deadline is None else _place(sheet, sheet.deadline, bar, _GAP)
    if x is not None:
        ends = ((x, bar.y - 0.6), (x, bar.bottom + 0.6))
        pen.layout.add(Stroke(ends, pen.ink.plan, 0.8))


def _place(sheet: GoalSheet, day: date, bar: Box, inset: float) -> float | None:
    """Where a day lies on the strip, ``inset`` from its ends; ``None`` in another year."""
    for index, month in enumerate(sheet.months):
        if day in month:
            share = (index + ((day - month.start).days + 1) / month.days) / len(sheet.months)
            return min(max(bar.x + share * bar.width, bar.x + inset), bar.right - inset)
    return None
