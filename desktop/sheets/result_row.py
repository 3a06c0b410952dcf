"""One key result in the table: what and whose it is, how it goes, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from desktop.core.message import Message, msg
from desktop.core.sheet_content import ResultContent
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.sheets.elements import Box, Face
from desktop.sheets.figures import Figures, figures
from desktop.sheets.marks import BulletScale, bullet_elements, sparkline_elements
from desktop.sheets.pen import TINY, Pen, Side
from desktop.sheets.row_style import ABOVE_REASON, RowStyle
from desktop.sheets.type import BASELINE, line_height, width, wrapped

_GAP = 3.2
_SHARES = (0.31, 0.105, 0.205, 0.14, 0.12, 0.12)  # of what the gaps leave
_PERCENT = Unit(UnitKind.PERCENT)


@dataclass(frozen=True, slots=True)
class Column:
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def columns(x: float, room: float) -> tuple[Column, ...]:
    """Title, course, bullet graph, actual, plan, difference."""
    net = room - _GAP * (len(_SHARES) - 1)
    found = []
    for share in _SHARES:
        found.append(Column(x, share * net))
        x += share * net + _GAP
    return tuple(found)


class Told(IntEnum):
    """What is said below a row: of less, what was first set is the last to go."""

    CHANGED = 0
    AHEAD = 1  # and the range of the forecast
    ALL = 2  # and the reason


_MOST_BELOW = {Told.CHANGED: 1, Told.AHEAD: 2, Told.ALL: 3}  # lines


@dataclass(frozen=True, slots=True)
class Fullness:
    """How much of each key result is shown."""

    style: RowStyle
    title_lines: int
    told: Told

    def height(self, pen: Pen, result: ResultContent, room: float) -> float:
        """What the row takes in a table as wide as ``room``."""
        place = columns(0.0, room)[0]
        titles = wrapped(result.title, self.style.title, place.width, self.title_lines)
        return self.style.height(max(len(titles), 1), len(self.reason(pen, result, room)))

    def reason(self, pen: Pen, result: ResultContent, room: float) -> list[str]:
        """The lines below the row: the reason (but when the sheet's message has said it, or it
        stands where the numbers would), the range of the forecast, and what was first set."""
        face, most = self.style.reason, _MOST_BELOW[self.told]
        changed = "" if result.changed is None else pen.say(result.changed)
        lines = wrapped(changed, face, room, 1)
        if self.told is Told.CHANGED or result.actual is None:
            return lines
        ahead = "" if result.ahead is None else pen.say(result.ahead)
        said = pen.say(result.reason) if self.told is Told.ALL and not result.said else ""
        most = min(most - len(lines), most if ahead else 2)
        return [*wrapped(f"{said} {ahead}", face, room, most), *lines]


class ResultRow:
    """Draws one key result into a box."""

    def __init__(self, pen: Pen, result: ResultContent, fullness: Fullness, box: Box) -> None:
        self._pen, self._result, self._fullness = pen, result, fullness
        self._style, self._box = fullness.style, box
        self._places = columns(box.x, box.width)
        self._y = box.y + self._style.top

    def draw(self) -> None:
        below = self._words()
        if self._result.actual is None:
            self._instead_of_numbers()
        else:
            self._course()
            self._bullet()
            self._numbers(self._result.actual)
        y = max(below, self._y + self._style.drawn) + ABOVE_REASON
        for line in self._fullness.reason(self._pen, self._result, self._box.width):
            room = self._box.width
            y = self._pen.line(line, self._box.x, y, room, self._style.reason, self._pen.ink.soft)

    # ------------------------------------------------------------------ words

    def _words(self) -> float:
        """Title, then status and owner; where they end."""
        pen, result, style, place = self._pen, self._result, self._style, self._places[0]
        lines = self._fullness.title_lines
        y = self._y + style.title_top
        y = pen.lines(result.title, place.x, y, place.width, lines, style.title)
        x = pen.status(result.status, place.x, y, place.width, style.status) + 0.8
        if result.owner:
            room = place.right - x
            aside = (line_height(style.status) - line_height(style.owner)) * BASELINE
            pen.line(f"· {result.owner}", x, y + aside, room, style.owner, pen.ink.soft)
        return y + line_height(style.status)

    def _instead_of_numbers(self) -> None:
        """The reason where the numbers would stand: done or not, or no values."""
        pen, style, first = self._pen, self._style, self._places[1]
        room = self._places[-1].right - first.x
        y = self._y + style.title_top
        y += (line_height(style.title) - line_height(style.reason)) * BASELINE
        pen.lines(pen.say(self._result.reason), first.x, y, room, 2, style.reason, pen.ink.soft)

    # ------------------------------------------------------------------ drawings

    def _course(self) -> None:
        place = self._places[1]
        box = Box(place.x, self._y + 0.3, place.width, self._style.bullet + 1.6)
        self._pen.add(*sparkline_elements(box, self._result.recent, self._pen.ink))

    def _bullet(self) -> None:
        """The bullet graph, and below it zero and the target, which are its scale."""
        content, place, pen = self._result.bullet, self._places[2], self._pen
        if content is None:
            return
        box = Box(place.x, self._y + 0.3, place.width, self._style.bullet)
        pen.add(*bullet_elements(box, content, pen.ink))
        target, y = self._result.target, box.bottom + 0.3
        if target is None or content.target is None:
            return
        text = self._fitting([target], place.width, TINY).texts[0]
        scale = BulletScale(content, box)
        wide = width(text, TINY)
        x = min(max(scale.x(content.target) - wide / 2, box.x), box.right - wide)
        pen.line(text, x, y, wide + 0.1, TINY, pen.ink.text)
        zero = pen.wording.number(0.0)
        wide_zero = width(zero, TINY)
        at = min(max(scale.x(0.0) - wide_zero / 2, box.x), box.right - wide_zero)
        if at + wide_zero + 1.5 < x or at > x + wide + 1.5:
            pen.line(zero, at, y, wide_zero + 0.1, TINY, pen.ink.soft)

    # ------------------------------------------------------------------ numbers

    def _numbers(self, actual: Quantity) -> None:
        """Actual, plan and difference in one scale, on one baseline."""
        result, ink, style = self._result, self._pen.ink, self._style
        shown = [each for each in (actual, result.plan, result.difference) if each is not None]
        found, step = self._one_scale(shown)
        texts = list(found.texts)
        self._number(3, texts.pop(0), style.actual[step], ink.text)
        self._below(3, self._unit_and_period(found.unit), ink.soft)
        if result.plan is not None:
            self._number(4, texts.pop(0), style.others[step], ink.text)
        if result.difference is not None:
            colour = ink.text if result.good is None else ink.good if result.good else ink.bad
            self._number(5, texts.pop(0), style.others[step], colour)
            self._below(5, self._pen.say(self._verdict()), colour)

    def _one_scale(self, shown: Sequence[Quantity]) -> tuple[Figures, int]:
        """The texts, and which of the sizes they fit in: a number in full in a smaller size goes
        before a scaled one in a larger."""
        style = self._style
        used = [3, *([4] if self._result.plan is not None else []), 5]
        rooms = [self._places[index].width for index in used]

        def fit(texts: Sequence[str], *, step: int) -> bool:
            faces = (style.actual[step], *([style.others[step]] * 2))
            trios = zip(texts, faces, rooms, strict=False)
            return all(width(text, face) <= room for text, face, room in trios)

        sizes = range(len(style.others))
        for step in sizes:
            found = figures(shown, self._pen.wording, partial(fit, step=step))
            if found.full and fit(found.texts, step=step):
                return found, step
        found = figures(shown, self._pen.wording, partial(fit, step=sizes[-1]))
        return found, next((step for step in sizes if fit(found.texts, step=step)), sizes[-1])

    def _number(self, index: int, text: str, face: Face, colour: str) -> None:
        """A number at the right of its column; all sizes stand on one baseline."""
        place = self._places[index]
        y = self._y + (self._style.number - line_height(face)) * BASELINE
        self._pen.line(text, place.x, y, place.width, face, colour, Side.RIGHT)

    def _below(self, index: int, text: str, colour: str) -> None:
        place, y = self._places[index], self._y + self._style.number
        self._pen.line(text, place.x, y, place.width, TINY, colour, Side.RIGHT)

    def _unit_and_period(self, unit: str) -> str:
        """The unit and the period; the period gives way when both have no room."""
        period = self._result.period
        when = "" if period is None else self._pen.wording.period_short(period)
        both = ", ".join(part for part in (unit, when) if part)
        return both if width(both, TINY) <= self._places[3].width or not unit else unit

    def _verdict(self) -> Message:
        """The difference in words, so that it says as much without colour."""
        share, good = self._result.share, self._result.good
        if good is None:
            return msg("as planned")
        if share is None or abs(share) < 0.005 or abs(share) >= 10:
            return msg("better") if good else msg("worse")
        part = Quantity(abs(share), _PERCENT)
        return msg("{share} better", share=part) if good else msg("{share} worse", share=part)

    def _fitting(self, quantities: Sequence[Quantity], room: float, face: Face) -> Figures:
        return figures(
            quantities,
            self._pen.wording,
            lambda texts: all(width(text, face) <= room for text in texts),
        )
