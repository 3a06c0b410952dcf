"""The summary: every active goal on one page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import msg, nmsg
from desktop.core.names import name
from desktop.core.sheet_content import ResultContent, SummaryRow, SummarySheet
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout, Side
from desktop.sheets.ink import Ink
from desktop.sheets.marks import add_bullet, add_progress, add_sparkline
from desktop.sheets.paper import MARGIN, Page
from desktop.sheets.pen import BODY, LABEL, SMALL, TINY, Pen
from desktop.sheets.type import line_height, width

_TITLE = Face(24, strong=True)
_GOAL = Face(12, strong=True)
_TIGHT_GOAL = Face(10, strong=True)
_PERCENT = Unit(UnitKind.PERCENT)
_LEAST = 15.0  # millimetres that a goal needs
_MOST = 30.0
_RESULT = 9.2  # of a key result beside the goal


def lay_out_summary(sheet: SummarySheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """All goals as rows; those that do not fit are counted at the foot."""
    say = wording.say
    title = say(msg("Our goals"))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    left, right = MARGIN, page.width - MARGIN
    top, bottom = MARGIN - 2, page.height - MARGIN + 2
    room = right - left
    pen.line(sheet.company.name, left, top, room * 0.6, SMALL, ink.soft)
    if sheet.as_of is not None:
        as_of = say(msg("Data as of {day}", day=sheet.as_of))
        pen.line(as_of, left + room * 0.6, top, room * 0.4, SMALL, ink.soft, Side.RIGHT)
    y = top + line_height(SMALL) + 1.2
    y = pen.line(title, left, y, room, _TITLE) + 2
    pen.rule(left, y, right, 0.25)
    pen.block("head", Box(left, top, room, y - top))
    foot = bottom - line_height(TINY)
    available = foot - 2 - y
    shown = sheet.rows[: max(1, int(available // _LEAST))]
    if not shown:
        pen.line(say(msg("No active goals.")), left, y + 4, room, BODY, ink.soft)
    each = min(available / max(len(shown), 1), _MOST)
    for index, row in enumerate(shown):
        box = Box(left, y + index * each, room, each)
        if index:
            pen.rule(left, box.y, right)
        _row(pen, row, Box(left, box.y + 1.6, room, each - 2.4))
    printed = say(msg("Printed {day}", day=sheet.today))
    pen.line(printed, left, foot, room / 2, TINY, ink.soft)
    more = len(sheet.rows) - len(shown)
    if more:
        text = say(nmsg("{n} more goal in the app", "{n} more goals in the app", more))
        pen.line(text, left + room / 2, foot, room / 2, TINY, ink.soft, Side.RIGHT)
    pen.block("foot", Box(left, foot, room, line_height(TINY)))
    return layout


def _row(pen: Pen, row: SummaryRow, box: Box) -> None:
    """Status, statement and reason at the left; progress; the deciding key result at the right."""
    pen.block(f"goal {row.statement[:20]}", box)
    say, ink = pen.wording.say, pen.ink
    words = box.width * 0.52
    roomy = box.height >= 18
    face = _GOAL if roomy else _TIGHT_GOAL
    y = pen.lines(row.statement, box.x, box.y, words, 2 if box.height >= 22 else 1, face)
    after = pen.status(row.status, say(name(row.status)), box.x, y, LABEL) + 2.5
    most = 2 if box.bottom - y >= line_height(SMALL) * 3 else 1
    y = pen.lines(say(row.message), after, y + 0.15, box.x + words - after, most, SMALL)
    if box.bottom - y >= line_height(TINY):
        pen.line(_frame(pen, row), box.x, y, words, TINY, ink.soft)
    _progress(pen, row, Box(box.x + words + 8, box.y, 40, box.height))
    x = box.x + words + 56
    _results(pen, row.results, Box(x, box.y, box.right - x, box.height))


def _frame(pen: Pen, row: SummaryRow) -> str:
    say = pen.wording.say
    owner = row.owner or say(msg("No owner yet"))
    if row.deadline is None:
        return f"{owner}  ·  {say(msg('until it is reached'))}"
    return f"{owner}  ·  {say(msg('until {day}', day=row.deadline))}"


def _progress(pen: Pen, row: SummaryRow, box: Box) -> None:
    if row.score is None:
        return
    text = pen.wording.quantity(Quantity(row.score, _PERCENT))
    y = pen.line(text, box.x, box.y - 0.8, box.width, Face(17))
    bar = Box(box.x, y + 0.4, box.width, 1.6)
    add_progress(
        pen.layout, bar, row.score, row.expected_score, pen.ink, pen.ink.status(row.status)
    )
    if row.expected_score is not None and box.bottom - bar.bottom > line_height(TINY):
        share = Quantity(row.expected_score, _PERCENT)
        planned = pen.wording.say(msg("{share} planned", share=share))
        pen.line(planned, box.x, bar.bottom + 1.0, box.width, TINY, pen.ink.soft)


def _results(pen: Pen, results: Sequence[ResultContent], box: Box) -> None:
    """As many key results as the height has room for, the deciding one first, and how many
    more there are."""
    line = line_height(SMALL)
    most = max(1, int((box.height + 1.0) // _RESULT))
    shown = results[:most]
    y = box.y
    for result in shown:
        _result(pen, result, Box(box.x, y, box.width, min(_RESULT - 1.0, box.height)))
        y += _RESULT
    more = len(results) - len(shown)
    if more and box.bottom - y >= line:
        text = pen.wording.say(nmsg("{n} more key result", "{n} more key results", more))
        pen.line(text, box.x, y, box.width, TINY, pen.ink.soft)


def _result(pen: Pen, result: ResultContent, box: Box) -> None:
    """Title and value on one line, the bullet graph and the sparkline below."""
    say = pen.wording.say
    if result.done is not None:
        done = msg("done on {day}", day=result.done_on) if result.done_on else msg("not done yet")
        value = say(done)
    elif result.actual is None:
        value = say(msg("no values yet"))
    elif result.target is None:
        value = pen.wording.quantity(result.actual)
    else:
        value = say(msg("{value}, target {target}", value=result.actual, target=result.target))
    value_room = min(width(value, SMALL) + 0.3, box.width * 0.62)
    pen.line(result.title, box.x, box.y, box.width - value_room - 2, LABEL)
    y = pen.line(value, box.right - value_room, box.y, value_room, SMALL, side=Side.RIGHT)
    high = min(3.2, box.bottom - y - 0.4)
    if high < 1.2:
        return
    spark = 20.0 if len(result.recent) > 1 else 0.0
    if result.bullet is not None:
        room = box.width - spark - (3 if spark else 0)
        add_bullet(pen.layout, Box(box.x, y + 0.4, room, high), result.bullet, pen.ink)
    if spark:
        place = Box(box.right - spark, y + 0.5, spark - 1, high - 0.2)
        add_sparkline(pen.layout, place, result.recent, pen.ink)
