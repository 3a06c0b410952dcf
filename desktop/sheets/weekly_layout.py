"""The weekly scorecard on one page: a row a measure, a column a week, hits marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_weekly import WeeklyRow, WeeklySheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Area, Box, Element, Face, Layout
from desktop.sheets.figures import Figures, figures
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import SMALL, TINY, TINY_STRONG, Pen, Side
from desktop.sheets.type import line_height, width

_GAP = 2.0
_NAME = Face(9, strong=True)
_FACES = (Face(9), Face(8), Face(7))
_TITLES = line_height(TINY) + 2.2
_LEAST, _LARGEST = 8.2, 14.0  # the height of a row
_BAR = 0.9  # the height of the mark of a hit
_BETWEEN = 3.0
_OWNER, _GOAL, _WEEK, _HITS = 26.0, 24.0, 11.6, 14.0
_LEGEND = line_height(TINY) + 1.6
_MARK = 5.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where they begin, and how wide the name is."""

    name: float
    room: float
    owner: float
    goal: float
    weeks: tuple[float, ...]
    hits: float


def lay_out_weekly(sheet: WeeklySheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All measures in their order; those that have no room are counted at the foot."""
    title = wording.say(msg("Weekly scorecard"))
    pen = Pen(Layout(page.width, page.height, title), ink, wording)
    box = page.content
    head = Head(sheet.company.name, title, wording.say(sheet.message), sheet.as_of)
    y = draw_head(pen, head, box)
    shown: Sequence[WeeklyRow] = ()
    if sheet.rows:
        columns = _columns(box, len(sheet.weeks))
        _titles(pen, sheet, columns, y)
        y += _TITLES
        room = box.bottom - FOOT_HEIGHT - _GAP - _LEGEND - y
        shown = sheet.rows[: int(room / _LEAST + 1e-6)]
        height = min(room / len(shown), _LARGEST)
        for number, row in enumerate(shown, 1):
            place = Box(box.x, y, box.width, height)
            _row(pen, row, columns, place)
            pen.block(f"measure {number}", place)
            y += height
        pen.rule(box.x, y, box.right)
        if any(row.judged for row in shown):
            _legend(pen, Box(box.x, y + 1.2, box.width, _LEGEND))
    left_out: list[Message] = []
    if more := sheet.more + len(sheet.rows) - len(shown):
        left_out.append(nmsg("{n} more measure", "{n} more measures", more))
    if sheet.longer:
        left_out.append(
            nmsg("{n} KPI by month or longer", "{n} KPIs by month or longer", sheet.longer)
        )
    draw_foot(pen, msg("Printed {day}", day=sheet.today), left_out, box)
    return pen.layout


def _columns(box: Box, weeks: int) -> _Columns:
    hits = box.right - _HITS
    first = hits - weeks * _WEEK
    goal = first - _GOAL
    owner = goal - _BETWEEN - _OWNER
    room = owner - _BETWEEN - box.x
    places = tuple(first + number * _WEEK for number in range(weeks))
    return _Columns(box.x, room, owner, goal, places, hits)


def _titles(pen: Pen, sheet: WeeklySheet, at: _Columns, y: float) -> None:
    y += 1.2
    ink = pen.ink.soft
    pen.line(pen.say(msg("Measure")), at.name, y, at.room, TINY, ink)
    pen.line(pen.say(msg("Owner")), at.owner, y, _OWNER, TINY, ink)
    pen.line(pen.say(msg("Goal a week")), at.goal, y, _GOAL, TINY, ink, Side.RIGHT)
    for x, week in zip(at.weeks, sheet.weeks, strict=True):
        newest = week is sheet.weeks[-1]
        face, colour = (TINY_STRONG, pen.ink.text) if newest else (TINY, ink)
        pen.line(pen.wording.period_short(week), x, y, _WEEK, face, colour, Side.RIGHT)
    pen.line(pen.say(msg("Hits")), at.hits, y, _HITS, TINY, ink, Side.RIGHT)


def _row(pen: Pen, row: WeeklyRow, at: _Columns, place: Box) -> None:
    """Name, owner and goal, and the weeks on the same line; what it serves below."""
    pen.rule(place.x, place.y, place.right)
    top = place.y + (place.height - _LEAST) / 2 + 0.7
    below = pen.line(row.name, at.name, top, at.room, _NAME)
    pen.line(row.serves, at.name, below, at.room, TINY, pen.ink.soft)
    even = top + line_height(_NAME) - line_height(SMALL) - 0.1
    pen.line(row.owner or "–", at.owner, even, _OWNER, SMALL)
    face, found = _numbers(pen, row)
    y = top + line_height(_NAME) - line_height(face)
    texts = iter(found.texts)
    for x, cell in zip(at.weeks, row.cells, strict=True):
        text = "–" if cell.value is None else next(texts)
        colour = pen.ink.soft if cell.hit is None else pen.ink.text
        pen.line(text, x + 0.8, y, _WEEK - 0.8, face, colour, Side.RIGHT)
        if cell.hit is not None:
            bar = Box(x + 2.2, below + 0.5, _WEEK - 2.2, _BAR)
            pen.add(_mark(pen.ink, bar, hit=cell.hit))
    goal = _goal(row, list(texts))
    pen.line(goal, at.goal, y, _GOAL, face, "", Side.RIGHT)
    pen.line(found.unit, at.goal, below, _GOAL, TINY, pen.ink.soft, Side.RIGHT)
    if row.judged:
        words = pen.say(msg("{hits} of {n}", hits=row.hits, n=row.judged))
        pen.line(words, at.hits, even, _HITS, SMALL, "", Side.RIGHT)


def _numbers(pen: Pen, row: WeeklyRow) -> tuple[Face, Figures]:
    """The weeks that have values and then the goal, on one scale: as large as all fit."""
    values = [cell.value for cell in row.cells if cell.value is not None]
    aims = [each for each in (row.low, row.high) if each is not None]
    weeks = len(values)

    def fit(texts: Sequence[str], *, face: Face) -> bool:
        room = _WEEK - 0.8
        goal = width(_goal(row, texts[weeks:]), face) <= _GOAL - 1.0
        return goal and all(width(text, face) <= room for text in texts[:weeks])

    for face in _FACES:
        found = figures([*values, *aims], pen.wording, partial(fit, face=face))
        if found.full and fit(found.texts, face=face):
            break
    return face, found


def _goal(row: WeeklyRow, texts: Sequence[str]) -> str:
    """At least, at most, or between."""
    if not texts:
        return "–"
    if row.low is not None and row.high is not None:
        return f"{texts[0]}–{texts[1]}"
    return f"≥ {texts[0]}" if row.high is None else f"≤ {texts[0]}"


def _mark(ink: Ink, bar: Box, *, hit: bool) -> Element:
    """Filled for a hit and open for a miss, so that both are told apart without colour."""
    return Area(bar, fill=ink.good) if hit else Area(bar, outline=ink.bad)


def _legend(pen: Pen, box: Box) -> None:
    """What the marks mean."""
    x, middle = box.x, box.y + line_height(TINY) / 2 - _BAR / 2
    for hit, words in ((True, msg("goal of the week hit")), (False, msg("missed"))):
        text = pen.say(words)
        pen.add(_mark(pen.ink, Box(x, middle, _MARK, _BAR), hit=hit))
        pen.line(text, x + _MARK + 1.2, box.y, width(text, TINY) + 0.1, TINY, pen.ink.soft)
        x += _MARK + 1.2 + width(text, TINY) + 5.0
    pen.block("legend", Box(box.x, box.y, box.width, line_height(TINY)))
