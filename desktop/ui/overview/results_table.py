"""The key results of one goal: what they are now, what was planned, and where they are going."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.core.goal import Comparison
from desktop.core.kpi import Better, Kpi
from desktop.qtkit.wording import current, say, tr
from desktop.services.overview import GoalView, ResultView
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Label, Sparkline, StatusMark

_RIGHT = Qt.AlignmentFlag.AlignRight
_TOP = Qt.AlignmentFlag.AlignTop
_NUMBER, _LINE, _STATUS = 112, 120, 136  # widths of the columns
_LINE_COLUMN, _STATUS_COLUMN = 4, 5


class ResultsTable(QWidget):
    """One row a key result: name and period, actual, planned, target, recent past, status."""

    def __init__(self, view: GoalView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Key results of “{goal}”", goal=view.goal.statement))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(SPACE.SMALL)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(_STATUS_COLUMN, _STATUS)
        self._heads()
        for number, result in enumerate(view.results):
            self._row(2 * number + 1, result, result.owner if result.owner != view.owner else "")
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the recent past out where there is no room for it."""
        self._grid.setHorizontalSpacing(SPACE.MEDIUM if narrow else SPACE.LARGE)
        for column in (1, 2, 3):
            self._grid.setColumnMinimumWidth(column, 0 if narrow else _NUMBER)
        self._grid.setColumnMinimumWidth(_LINE_COLUMN, 0 if narrow else _LINE)
        for widget in self._lines:
            widget.setVisible(not narrow)

    def _heads(self) -> None:
        titles = [tr("Key result"), tr("Actual"), tr("Planned by then"), tr("Target")]
        for column, title in enumerate(titles):
            head = Label(title, Text.CAPTION, soft=True)
            self._grid.addWidget(head, 0, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)
        self._lines: list[QWidget] = [Label(tr("Latest periods"), Text.CAPTION, soft=True)]
        self._grid.addWidget(self._lines[0], 0, _LINE_COLUMN)
        self._grid.addWidget(Label(tr("Status"), Text.CAPTION, soft=True), 0, _STATUS_COLUMN)

    def _row(self, row: int, result: ResultView, owner: str) -> None:
        self._grid.addWidget(Hairline(), row, 0, 1, _STATUS_COLUMN + 1)
        self._grid.addWidget(_name(result, owner), row + 1, 0)
        for column, text in enumerate(_figures(result), start=1):
            number = Label(text, strong=column == 1, soft=column != 1)
            self._grid.addWidget(number, row + 1, column, _RIGHT | _TOP)
        if result.kpi is not None and len(result.recent) > 1:
            line = Sparkline(
                result.recent,
                _level_target(result),
                name=tr("{kpi}, the latest periods", kpi=result.kpi.name),
            )
            line.setFixedSize(_LINE, 24)
            self._grid.addWidget(line, row + 1, _LINE_COLUMN, _TOP)
            self._lines.append(line)
        mark = StatusMark(result.assessment.status)
        mark.setToolTip(say(result.assessment.reason))
        self._grid.addWidget(mark, row + 1, _STATUS_COLUMN, _TOP)


def _name(result: ResultView, owner: str) -> QWidget:
    """The name, what the value covers, and the owner where it is not the goal's."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(result.assessment.name, wrap=True))
    below = [text for text in (_when(result), owner) if text]
    if below:
        column.addWidget(Caption(" · ".join(below)))
    column.addStretch(1)
    return made


def _when(result: ResultView) -> str:
    """What the actual value covers."""
    how = result.assessment
    if result.kpi is None or how.newest is None:
        return ""
    if result.key_result.comparison is Comparison.TOTAL and how.as_of is not None:
        return tr("total by {day}", day=how.as_of)
    return current().period(how.newest)


def _figures(result: ResultView) -> tuple[str, str, str]:
    """Actual, planned and target in words."""
    how, kpi = result.assessment, result.kpi
    if kpi is None:
        done = result.key_result.done_on
        return (tr("Done") if done else tr("Not done"), "", "")
    actual = tr("No values yet") if how.current is None else _amount(how.current, kpi)
    return actual, _amount(how.expected, kpi), _target(result, kpi)


def _target(result: ResultView, kpi: Kpi) -> str:
    if kpi.better is not Better.BAND:
        return _amount(result.key_result.target, kpi)
    low, high = _amount(kpi.band_low, kpi), _amount(kpi.band_high, kpi)
    if low and high:
        return tr("{low} to {high}", low=low, high=high)
    return tr("at least {value}", value=low) if low else tr("at most {value}", value=high)


def _amount(value: float | None, kpi: Kpi) -> str:
    return "" if value is None else current().quantity(kpi.quantity(value))


def _level_target(result: ResultView) -> float | None:
    """The target, where it is on the scale of the single values."""
    if result.key_result.comparison is Comparison.TOTAL:
        return None
    return result.key_result.target
