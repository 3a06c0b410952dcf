"""The card of a KPI: who, why, what, how, conclusions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.kpi_card import CardRow, CardSection
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Hairline, Label

_COLUMN = 300  # pixels that a section needs to be read well
_LABEL = 104


class CardView(QScrollArea):
    """Sections in as many columns as there is room for; the page scrolls when there is not."""

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[CardSection, ...] = ()
        self._columns = 0
        self.setAccessibleName(tr("Card"))
        self.setProperty("reading", True)  # scrolled by the keyboard, with a ring
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_card(self, sections: Sequence[CardSection]) -> None:
        """Show the sections of another KPI, or the same anew."""
        self._sections = tuple(sections)
        self._lay_out()

    def copy(self) -> None:
        """Put the card on the clipboard, as a document or a spreadsheet takes it."""
        lines = []
        for section in self._sections:
            lines.append(say(section.title))
            lines += [f"{say(row.label)}\t{current().value(row.value)}" for row in section.rows]
            lines.append("")
        QGuiApplication.clipboard().setText("\n".join(lines).strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sections and self._fitting() != self._columns:
            self._lay_out()

    def _fitting(self) -> int:
        return max(1, min(self.viewport().width() // _COLUMN, len(self._sections)))

    def _lay_out(self) -> None:
        self._columns = self._fitting()
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(SPACE.TIGHT, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        grid.setHorizontalSpacing(SPACE.WIDE)
        for number, sections in enumerate(_columns(self._sections, self._columns)):
            column = QVBoxLayout()
            column.setSpacing(SPACE.MEDIUM)
            for section in sections:
                column.addWidget(_Section(section))
            column.addStretch(1)
            grid.addLayout(column, 0, number)
            grid.setColumnStretch(number, 1)
        self.setWidget(content)


def _columns(sections: Sequence[CardSection], count: int) -> list[Sequence[CardSection]]:
    """The sections in order, read down one column and then the next, the longest column as short
    as can be."""
    lines = [2 + sum(_lines(row) for row in section.rows) for section in sections]
    ways = []
    for breaks in combinations(range(1, len(sections)), count - 1):
        ends = [0, *breaks, len(sections)]
        ways.append(list(pairwise(ends)))
    best = min(ways, key=lambda way: max(sum(lines[first:end]) for first, end in way))
    return [sections[first:end] for first, end in best]


def _lines(row: CardRow) -> int:
    """About how many lines a row takes in a column."""
    return 1 + len(current().value(row.value)) // 30


class _Section(QWidget):
    """A question and its answers."""

    def __init__(self, section: CardSection) -> None:
        super().__init__()
        title = say(section.title)
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.TIGHT)
        layout.addWidget(Label(title, Text.BODY, strong=True))
        layout.addWidget(Hairline())
        rows = QGridLayout()
        rows.setHorizontalSpacing(SPACE.SMALL)
        rows.setVerticalSpacing(SPACE.TIGHT)
        rows.setColumnMinimumWidth(0, _LABEL)
        rows.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(section.rows):
            label = Label(say(row.label), Text.SMALL, soft=True, wrap=True)
            label.setFixedWidth(_LABEL)
            value = Label(current().value(row.value), soft=row.missing, wrap=True)
            value.setAlignment(top)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(label, number, 0, top)
            rows.addWidget(value, number, 1)
        layout.addLayout(rows)
