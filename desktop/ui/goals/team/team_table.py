"""The key results of one owner: actual, plan, difference, status, and what drives each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.core.sheet_build import result_content
from desktop.core.sheet_content import ResultContent
from desktop.core.sheet_team import driven_by, driver_words
from desktop.core.unit import Quantity
from desktop.qtkit.wording import current, say, tr
from desktop.services.kpi_rows import KpiRow
from desktop.services.teams import Team, TeamResult
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Hairline, Heading, Label, StatusMark, quiet_button

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_NUMBER, _STATUS = 104, 124  # widths of the columns
_STATUS_COLUMN, _OPEN_COLUMN = 4, 5
_COLUMNS = 6
_ROWS = 3  # of the grid, a key result


class TeamTable(QWidget):
    """``opened`` carries the id of a key result's goal."""

    opened = Signal(int)

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        owner = team.owner or tr("No owner yet")
        self.setAccessibleName(tr("Key results of {owner}", owner=owner))
        self._ids: dict[QPushButton, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.LARGE)
        self._grid.setVerticalSpacing(SPACE.TIGHT)
        self._grid.setColumnStretch(0, 1)
        for column in (1, 2, 3):
            self._grid.setColumnMinimumWidth(column, _NUMBER)
        self._grid.setColumnMinimumWidth(_STATUS_COLUMN, _STATUS)
        self._grid.addWidget(Heading(owner), 0, 0)
        heads = (tr("Actual"), tr("Planned by then"), tr("Difference"), tr("Status"))
        for column, title in enumerate(heads, start=1):
            side = Qt.AlignmentFlag.AlignLeft if column == _STATUS_COLUMN else _RIGHT
            head = Label(title, Text.CAPTION, soft=True)
            self._grid.addWidget(head, 0, column, side | Qt.AlignmentFlag.AlignBottom)
        for number, each in enumerate(team.results):
            self._row(1 + _ROWS * number, each)

    def _row(self, row: int, each: TeamResult) -> None:
        result = each.result
        self._grid.addWidget(Hairline(), row, 0, 1, _COLUMNS)
        self._grid.addWidget(self._name(each), row + 1, 0)
        content = result_content(
            result.key_result, result.kpi, result.owner, result.assessment, result.recent
        )
        for column, text in enumerate(_figures(content), start=1):
            number = Label(text, strong=column == 1, soft=column == 2)
            if column == 3 and content.good is not None:
                number.set_colour(palette().good if content.good else palette().bad)
            self._grid.addWidget(number, row + 1, column, _RIGHT)
        mark = StatusMark(result.assessment.status)
        mark.setToolTip(say(result.assessment.reason))
        self._grid.addWidget(mark, row + 1, _STATUS_COLUMN, _LEFT)
        self._grid.addWidget(self._open_button(each), row + 1, _OPEN_COLUMN, _RIGHT)
        if each.drivers:
            self._grid.addWidget(Caption(_driven_by(each.drivers)), row + 2, 0, 1, _COLUMNS)

    def _name(self, each: TeamResult) -> QWidget:
        """The key result, its period, and the goal that it belongs to, which it opens."""
        made = QWidget()
        column = QGridLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(0)
        how = each.result.assessment
        when = "" if how.newest is None else current().period(how.newest)
        column.addWidget(Label(how.name, strong=True, wrap=True), 0, 0)
        texts = [text for text in (when, each.goal.statement) if text]
        column.addWidget(Caption(" · ".join(texts)), 1, 0)
        return made

    def _open_button(self, each: TeamResult) -> QPushButton:
        button = quiet_button(tr("Open goal"))
        button.setAccessibleDescription(each.goal.statement)
        self._ids[button] = each.goal.id or 0
        button.clicked.connect(self._on_open_clicked)
        return button

    def _on_open_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.opened.emit(self._ids[button])


def _figures(content: ResultContent) -> tuple[str, str, str]:
    if content.done is not None:
        return (tr("Done") if content.done else tr("Not done"), "", "")
    actual = tr("No values yet") if content.actual is None else _said(content.actual)
    return actual, _said(content.plan), _said(content.difference)


def _said(quantity: Quantity | None) -> str:
    return "" if quantity is None else current().quantity(quantity)


def _driven_by(drivers: tuple[KpiRow, ...]) -> str:
    """Each driver with its newest value and period."""
    return say(driven_by([say(driver_words(row.kpi, row.latest)) for row in drivers]))
