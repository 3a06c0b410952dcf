"""What the numbers say of a goal, beside what people say at a check-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.core.check_in import CheckIn
from desktop.core.goal import Comparison, Milestone
from desktop.core.kpi import Better, Kpi
from desktop.core.reasons import about, chance
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, tr
from desktop.services.check_ins import Stop
from desktop.services.goal_views import GoalView, ResultView
from desktop.ui.follow_up.check_ins.history import History
from desktop.ui.goal_standing import owner_and_time, status_and_reason
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Banner, Caption, Label, ProgressLine

_PERCENT = Unit(UnitKind.PERCENT)


class NumbersBeside(QWidget):
    """Status and why, progress, pace and forecast each on its own line, the newest values with
    their period, and what was said last time."""

    def __init__(
        self, stop: Stop, before: tuple[CheckIn, ...], missed: Sequence[Milestone] = ()
    ) -> None:
        super().__init__()
        view = stop.view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addWidget(Caption(owner_and_time(view)))
        column.addLayout(status_and_reason(view))
        for each in missed:
            words = tr(
                "The milestone “{title}” was due on {day}. What kept it?",
                title=each.title,
                day=each.due,
            )
            column.addWidget(Banner(words, "risk"))
        how = view.assessment
        if how.score is not None:
            line = ProgressLine(name=tr("Progress of “{goal}”", goal=view.goal.statement))
            line.set_progress(how.score, how.expected_score, palette().status(how.status))
            column.addWidget(line)
        column.addLayout(_figures(view))
        column.addWidget(Label(tr("Said before"), Text.SMALL, strong=True))
        column.addWidget(History(before, most=2))
        column.addStretch(1)


def _figures(view: GoalView) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.MEDIUM)
    grid.setVerticalSpacing(SPACE.TIGHT)
    grid.setColumnStretch(1, 1)
    for row, (name, words) in enumerate(_lines(view)):
        grid.addWidget(Caption(name, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(words, Text.SMALL, wrap=True), row, 1)
    return grid


def _lines(view: GoalView) -> list[tuple[str, str]]:
    """Name and words of each line; what is not known has none."""
    how = view.assessment
    lines: list[tuple[str, str]] = []
    if how.score is not None:
        share = current().quantity(Quantity(how.score, _PERCENT))
        lines.append((tr("Progress"), tr("{share} of the way", share=share)))
    if how.expected_score is not None:
        planned = current().quantity(Quantity(how.expected_score, _PERCENT))
        lines.append((tr("Pace"), tr("{share} was planned by then", share=planned)))
    many = len(view.results) > 1
    for result in view.results:
        forecast = _forecast(result)
        if forecast:
            lines.append((tr("Forecast"), _named(result, forecast, many=many)))
    for result in view.results:
        newest = _newest(result)
        if newest:
            lines.append((tr("Newest"), _named(result, newest, many=many)))
    return lines


def _named(result: ResultView, words: str, *, many: bool) -> str:
    return f"{result.assessment.name}: {words}" if many else words


def _forecast(result: ResultView) -> str:
    outlook, kpi = result.assessment.outlook, result.kpi
    if outlook is None or kpi is None:
        return ""
    if _is_held(result, kpi):
        return tr("the chance is {chance}", chance=chance(outlook.probability))
    return tr(
        "{landing}, likely {low} to {high}; the chance is {chance}",
        landing=about(kpi, outlook),
        low=about(kpi, replace(outlook, landing=outlook.low)),  # no finer than the landing
        high=about(kpi, replace(outlook, landing=outlook.high)),
        chance=chance(outlook.probability),
    )


def _is_held(result: ResultView, kpi: Kpi) -> bool:
    """Whether every period is judged, so that the forecast is of a share of them; the plan of a
    level that is to be held is that all of them are."""
    if kpi.better is Better.BAND or result.key_result.comparison is Comparison.PER_PERIOD:
        return True
    holds = result.assessment.expected_progress == 1.0
    return holds and result.key_result.comparison is Comparison.LEVEL


def _newest(result: ResultView) -> str:
    how, kpi = result.assessment, result.kpi
    if kpi is None:
        return tr("Done") if result.key_result.done_on else tr("Not done")
    if how.current is None or how.newest is None:
        return tr("No values yet")
    value = current().quantity(kpi.quantity(how.current))
    if result.key_result.comparison is Comparison.TOTAL and how.as_of is not None:
        return tr("{value}, total by {day}", value=value, day=how.as_of)
    return tr("{value} ({period})", value=value, period=how.newest)
