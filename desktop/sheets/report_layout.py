"""The report of a period on one page: its numbers as rows, and below them what there is to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg, nmsg
from desktop.core.report import Report, ReportFigure
from desktop.core.report_words import (
    Section,
    no_numbers,
    numbers_title,
    period_words,
    plan_words,
    sections,
    title,
)
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import HEADING, SMALL, SMALL_STRONG, TINY, Pen
from desktop.sheets.type import line_height, wrapped

_GAP = 3.0
_SHARES = (0.22, 0.14, 0.22, 0.14, 0.28)  # of the width, by column
_APART = 4.0  # between columns
_ROW_GAP = 1.2  # above and below what stands in a row
_TABLE = 0.72  # of the height, at most
_LINES = 3  # of a cell
_TOLD = 6  # lines of a sentence below the numbers
_COLUMNS = 3


def lay_out_report(sheet: Report, page: Page, ink: Ink, wording: Wording) -> Layout:
    """In the larger type where all of it has room; otherwise what has none in the smaller is
    counted at the foot."""
    layout, left_out = _tried(sheet, page, ink, wording, _LARGE)
    if left_out:
        layout, _ = _tried(sheet, page, ink, wording, _SMALLER)
    return layout


@dataclass(frozen=True, slots=True)
class _Type:
    """Faces: of what stands out, of text, of what is beside it."""

    strong: Face
    text: Face
    aside: Face


_LARGE = _Type(Face(9.5, strong=True), Face(9.5), SMALL)
_SMALLER = _Type(SMALL_STRONG, SMALL, TINY)


def _tried(
    sheet: Report, page: Page, ink: Ink, wording: Wording, faces: _Type
) -> tuple[Layout, int]:
    """The page in a size of type, and how much has no room on it."""
    name = wording.say(title(sheet))
    layout = Layout(page.width, page.height, name)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=sheet.company.name,
        title=name,
        message=wording.say(_message(sheet)),
        as_of=sheet.as_of,
    )
    top = draw_head(pen, head, box) + _GAP
    bottom = box.bottom - FOOT_HEIGHT - _GAP
    table = Box(box.x, top, box.width, (bottom - top) * _TABLE)
    end, figures = _draw_numbers(pen, faces, sheet.figures, table)
    pen.block("numbers", Box(box.x, top, box.width, end - top))
    below = Box(box.x, end + _GAP, box.width, bottom - end - _GAP)
    lines = _draw_sections(pen, faces, sections(sheet), below)
    pen.block("sections", below)
    left_out: list[Message] = []
    if figures:
        left_out.append(nmsg("{n} number", "{n} numbers", figures))
    if lines:
        left_out.append(nmsg("{n} line", "{n} lines", lines))
    draw_foot(pen, msg("Printed {day}", day=sheet.today), left_out, box)
    return layout, figures + lines


def _message(sheet: Report) -> Message:
    count = len(sheet.changed)
    if not count:
        return msg("Nothing went beyond its usual variation.")
    return nmsg("{n} thing changed for real.", "{n} things changed for real.", count)


# ---------------------------------------------------------------------- the numbers


def _draw_numbers(
    pen: Pen, faces: _Type, figures: Sequence[ReportFigure], box: Box
) -> tuple[float, int]:
    """Where they end, and how many have no room."""
    heads = (
        numbers_title(),
        msg("Value"),
        msg("Against plan"),
        msg("A year before"),
        msg("What is known of it"),
    )
    y = box.y
    for head, (x, room) in zip(heads, _places(box), strict=True):
        pen.line(pen.say(head), x, y, room, SMALL_STRONG, pen.ink.soft)
    y += line_height(SMALL_STRONG) + _ROW_GAP
    if not figures:
        return pen.line(pen.say(no_numbers()), box.x, y, box.width, faces.text), 0
    for number, figure in enumerate(figures):
        fitted = [
            [(line, face) for text, face in cell for line in wrapped(text, face, room, _LINES)]
            for cell, (_, room) in zip(_texts(pen, faces, figure), _places(box), strict=True)
        ]
        status = 0.0 if figure.status is None else line_height(faces.text)
        heights = [sum(line_height(face) for _, face in cell) for cell in fitted]
        height = max([*heights[:-1], heights[-1] + status]) + 2 * _ROW_GAP
        if y + height > box.bottom and number:
            return y, len(figures) - number
        pen.rule(box.x, y, box.right)
        for place, (cell, (x, room)) in enumerate(zip(fitted, _places(box), strict=True)):
            at = y + _ROW_GAP
            if figure.status is not None and place == len(_SHARES) - 1:
                pen.status(figure.status, x, at, room, faces.text)
                at += status
            for line, face in cell:
                at = pen.line(line, x, at, room, face)
        y += height
    return y, 0


def _places(box: Box) -> list[tuple[float, float]]:
    """The left edge and the room of each column."""
    places, x = [], box.x
    for share in _SHARES:
        wide = share * box.width
        places.append((x, wide - _APART))
        x += wide
    return places


def _texts(pen: Pen, faces: _Type, figure: ReportFigure) -> list[list[tuple[str, Face]]]:
    plan, period, earlier = plan_words(figure), period_words(figure), figure.earlier
    dash = "\N{EN DASH}"
    quantity, kpi = pen.wording.quantity, figure.kpi
    value = [(dash, faces.text)]
    if figure.value is not None and period is not None:
        now = quantity(kpi.quantity(figure.value.value))
        value = [(now, faces.strong), (pen.say(period), faces.aside)]
    before = [(dash, faces.text)]
    if earlier is not None:
        then = quantity(kpi.quantity(earlier.value))
        before = [(then, faces.text), (pen.wording.period(earlier.period), faces.aside)]
    return [
        [(figure.title, faces.strong), (figure.goal or pen.say(_focus()), faces.aside)],
        value,
        [(dash if plan is None else pen.say(plan), faces.text)],
        before,
        [(pen.say(each), faces.aside) for each in figure.known],
    ]


def _focus() -> Message:
    return msg("What matters most now")


# ---------------------------------------------------------------------- what there is to tell


def _draw_sections(pen: Pen, faces: _Type, found: Sequence[Section], box: Box) -> int:
    """In columns, each section whole where it can be; how many lines have no room."""
    width = (box.width - (_COLUMNS - 1) * 2 * _APART) / _COLUMNS
    heights = [_height(pen, faces, each, width) for each in found]
    left_out, column, y = 0, 0, box.y
    share = sum(heights) / _COLUMNS
    for section, height in zip(found, heights, strict=True):
        begun = y > box.y
        if begun and column < _COLUMNS - 1 and (y - box.y) + height / 2 > share:
            column, y = column + 1, box.y
        x = box.x + column * (width + 2 * _APART)
        if y + line_height(HEADING) + line_height(faces.text) > box.bottom:
            left_out += len(section.shown)
            continue
        y = pen.line(pen.say(section.title), x, y, width, HEADING)
        for place, message in enumerate(section.shown):
            lines = wrapped(pen.say(message), faces.text, width, _TOLD)
            if y + len(lines) * line_height(faces.text) > box.bottom:
                left_out += len(section.shown) - place
                break
            for line in lines:
                y = pen.line(line, x, y, width, faces.text, "" if section.lines else pen.ink.soft)
            y += 0.6
        y += _GAP
    return left_out


def _height(pen: Pen, faces: _Type, section: Section, room: float) -> float:
    lines = [wrapped(pen.say(each), faces.text, room, _TOLD) for each in section.shown]
    text = sum(len(each) * line_height(faces.text) + 0.6 for each in lines)
    return line_height(HEADING) + text + _GAP
