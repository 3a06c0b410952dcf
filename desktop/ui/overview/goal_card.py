"""One goal on the overview: what it is, how it stands and why, and its key results."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.assessment import Assessment
from desktop.core.goal import Comparison
from desktop.core.kpi import Better, Kpi
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, say, tr
from desktop.services.overview import GoalView, ResultView
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import (
    Caption,
    Hairline,
    Label,
    ProgressLine,
    Sparkline,
    StatusMark,
    quiet_button,
)

_PERCENT = Unit(UnitKind.PERCENT)


class GoalCard(QWidget):
    """``opened`` and ``kpi_opened`` carry the id of what is to be shown."""

    opened = Signal(int)
    sheet_wanted = Signal(int)

    def __init__(self, view: GoalView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal_id = view.goal.id or 0
        self.setAccessibleName(view.goal.statement)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        layout.addSpacing(SPACE.SMALL)
        head = QHBoxLayout()
        head.setSpacing(SPACE.WIDE)
        head.addLayout(self._words(view), 1)
        head.addLayout(_figure(view))
        layout.addLayout(head)
        if view.results:
            layout.addSpacing(SPACE.SMALL)
            layout.addLayout(_results(view))

    def _words(self, view: GoalView) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(view.goal.statement, Text.TITLE, strong=True, wrap=True))
        status = QHBoxLayout()
        status.setSpacing(SPACE.MEDIUM)
        status.addWidget(StatusMark(view.assessment.status), 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(Label(say(view.assessment.reason), wrap=True), 1)
        words.addLayout(status)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.MEDIUM)
        foot.addWidget(Caption(_frame(view), wrap=False))
        open_goal = quiet_button(tr("Open goal"))
        open_goal.clicked.connect(self._on_open_clicked)
        sheet = quiet_button(tr("Goal sheet"))
        sheet.clicked.connect(self._on_sheet_clicked)
        foot.addWidget(open_goal)
        foot.addWidget(sheet)
        foot.addStretch(1)
        words.addLayout(foot)
        return words

    def _on_open_clicked(self) -> None:
        self.opened.emit(self._goal_id)

    def _on_sheet_clicked(self) -> None:
        self.sheet_wanted.emit(self._goal_id)


def _frame(view: GoalView) -> str:
    """Who, and until when."""
    until = (
        tr("until {day}", day=view.goal.deadline)
        if view.goal.deadline
        else tr("until it is reached")
    )
    owner = view.owner or tr("no owner yet")
    return f"{owner}, {until}"


def _figure(view: GoalView) -> QVBoxLayout:
    """The score, large, with where the plan expects it to be."""
    how = view.assessment
    column = QVBoxLayout()
    column.setSpacing(2)
    if how.score is None:
        return column
    number = Label(current().quantity(Quantity(how.score, _PERCENT)), Text.DISPLAY)
    number.setAlignment(Qt.AlignmentFlag.AlignRight)
    column.addWidget(number)
    line = ProgressLine(
        how.score, how.expected_score, name=tr("Progress of “{goal}”", goal=view.goal.statement)
    )
    line.set_progress(how.score, how.expected_score, palette().status(how.status))
    line.setFixedWidth(220)
    column.addWidget(line)
    share = None if how.expected_score is None else Quantity(how.expected_score, _PERCENT)
    lines = [tr("of the way, {share} planned", share=share) if share else tr("of the way")]
    if how.as_of is not None:
        lines.append(tr("as of {day}", day=how.as_of))
    for line_text in lines:
        caption = Caption(line_text)
        caption.setFixedWidth(220)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(caption)
    column.addStretch(1)
    return column


def _results(view: GoalView) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.LARGE)
    grid.setVerticalSpacing(SPACE.SMALL)
    for row, result in enumerate(view.results):
        title = result.key_result.title or (result.kpi.name if result.kpi else "")
        grid.addWidget(Label(title, wrap=True), row, 0)
        grid.addWidget(Label(_standing(result), soft=True, wrap=True), row, 1)
        if len(result.recent) > 1 and result.kpi is not None:
            line = Sparkline(
                result.recent,
                _level_target(result),
                name=tr("{kpi}, the latest periods", kpi=result.kpi.name),
            )
            line.setFixedSize(120, 24)
            grid.addWidget(line, row, 2)
        mark = StatusMark(result.assessment.status)
        mark.setToolTip(say(result.assessment.reason))
        grid.addWidget(mark, row, 3)
    grid.setColumnMinimumWidth(0, 220)
    grid.setColumnMinimumWidth(2, 120)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(3, 170)
    return grid


def _level_target(result: ResultView) -> float | None:
    """The target, where it is on the scale of the single values."""
    if result.key_result.comparison is Comparison.TOTAL:
        return None
    return result.key_result.target


def _standing(result: ResultView) -> str:
    """``2 310 orders, planned 2 150 orders, target 3 000 orders``, with its period."""
    how, kpi = result.assessment, result.kpi
    if kpi is None:
        done = result.key_result.done_on
        return tr("done on {day}", day=done) if done else tr("not done yet")
    if how.current is None:
        return tr("no values yet")
    value = _quantity(how.current, kpi)
    target = result.key_result.target
    if kpi.better is Better.BAND or target is None:
        return _with_period(tr("{value}", value=value), how)
    goal = _quantity(target, kpi)
    if how.expected is not None:
        plan = _quantity(how.expected, kpi)
        text = tr("{value}, planned {plan}, target {target}", value=value, plan=plan, target=goal)
    else:
        text = tr("{value}, target {target}", value=value, target=goal)
    return _with_period(text, how)


def _with_period(text: str, how: Assessment) -> str:
    if how.newest is None:
        return text
    return tr("{text} ({period})", text=text, period=how.newest)


def _quantity(value: float, kpi: Kpi) -> Quantity:
    return Quantity(value, kpi.unit, kpi.decimals)
