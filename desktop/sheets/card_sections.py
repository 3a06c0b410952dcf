"""Who, why, what and how of a KPI, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from desktop.core.kpi_card import CardRow, CardSection
from desktop.sheets.elements import Box
from desktop.sheets.pen import BODY, HEADING, SMALL, Pen
from desktop.sheets.type import BASELINE, line_height, width, wrapped

_COLUMN_GAP = 7.0
_WIDEST_LABEL = 0.36  # of a column
_LABEL_GAP = 2.5
_HEAD = line_height(HEADING) + 2.0
_ROW_GAP, _SECTION_GAP = 1.1, 3.2
_LABEL_LINES = 2


@dataclass(frozen=True, slots=True)
class _Row:
    label: tuple[str, ...]
    value: tuple[str, ...]
    missing: bool

    @property
    def height(self) -> float:
        labels = len(self.label) * line_height(SMALL)
        return max(labels, len(self.value) * line_height(BODY)) + _ROW_GAP


class SectionColumns:
    """Measures itself first: ``height`` is that of the longest column with at most ``most`` lines
    a fact."""

    def __init__(
        self, pen: Pen, sections: Sequence[CardSection], room: float, columns: int, most: int
    ) -> None:
        self._pen, self._sections = pen, sections
        columns = max(min(columns, len(sections)), 1)
        self._width = (room - (columns - 1) * _COLUMN_GAP) / columns
        labels = [width(pen.say(row.label), SMALL) for each in sections for row in each.rows]
        self._label = min(max(labels, default=0.0), _WIDEST_LABEL * self._width)
        self._rows = [[self._row(row, most) for row in each.rows] for each in sections]
        heights = [_HEAD + sum(row.height for row in rows) + _SECTION_GAP for rows in self._rows]
        ways = []
        for breaks in combinations(range(1, len(sections)), columns - 1):
            ways.append(list(pairwise([0, *breaks, len(sections)])))
        self._ends = min(ways, key=lambda way: max(sum(heights[a:b]) for a, b in way))
        self.height = max(sum(heights[a:b]) for a, b in self._ends) - _SECTION_GAP

    def _row(self, row: CardRow, most: int) -> _Row:
        value = self._pen.wording.value(row.value)
        room = self._width - self._label - _LABEL_GAP
        return _Row(
            tuple(wrapped(self._pen.say(row.label), SMALL, self._label, _LABEL_LINES)),
            tuple(wrapped(value, BODY, room, most)),
            row.missing,
        )

    def draw(self, box: Box) -> None:
        """Draw into a box that is as wide as told and at least as high as ``height``."""
        for column, (first, end) in enumerate(self._ends):
            x, y = box.x + column * (self._width + _COLUMN_GAP), box.y
            for section, rows in zip(self._sections[first:end], self._rows[first:end], strict=True):
                y = self._section(section, rows, x, y) + _SECTION_GAP
        self._pen.block("facts", box)

    def _section(self, section: CardSection, rows: Sequence[_Row], x: float, y: float) -> float:
        pen = self._pen
        pen.line(pen.say(section.title), x, y, self._width, HEADING)
        pen.rule(x, y + line_height(HEADING) + 0.5, x + self._width, 0.2)
        y += _HEAD
        right = x + self._label + _LABEL_GAP
        aside = (line_height(BODY) - line_height(SMALL)) * BASELINE  # one baseline
        for row in rows:
            at = y + aside
            for line in row.label:
                at = pen.line(line, x, at, self._label, SMALL, pen.ink.soft)
            at = y
            for line in row.value:
                room = self._width - self._label - _LABEL_GAP
                at = pen.line(line, right, at, room, BODY, pen.ink.soft if row.missing else "")
            y += row.height
        return y
