"""The plan of a key result: a straight line, the season of its own years, or typed steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.budget_plan import Budget, budget_steps
from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.plan import plan_at
from desktop.qtkit.number_entry import EntryFault
from desktop.qtkit.wording import current, say, tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.goals.plan_grid import PLANNED, SEASON, STRAIGHT, PlanGrid
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Label, quiet_button
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.ui.widgets.segmented_control import SegmentedControl

_DAYS = {Cadence.DAY: 1, Cadence.WEEK: 7}
_MOST_ROWS = 60
_STRAIGHT, _SEASON, _OWN = "straight", "season", "own"  # the kinds of a plan


@dataclass(frozen=True, slots=True)
class PlanBasis:
    """What a plan is made for: the key result as it stands in its form, the goal's days, and the
    steps (``season``) that the KPI's own years would give, none where they show no season."""

    kpi: Kpi
    key_result: KeyResult
    start: date
    deadline: date
    year_start: int
    season: Sequence[PlanValue] = ()


class PlanDialog(Dialog):
    """``planned`` carries whether the plan is a seasonal one, and the typed steps; neither is a
    straight plan.  ``kpi_wanted`` and ``file_wanted`` ask for a budget, which comes back by
    :meth:`take`."""

    planned = Signal(bool, object)
    kpi_wanted = Signal()
    file_wanted = Signal()

    def __init__(
        self, parent: QWidget | None, basis: PlanBasis, steps: Sequence[PlanValue]
    ) -> None:
        super().__init__(
            parent,
            tr("Plan for {kpi}", kpi=basis.kpi.name),
            confirm=tr("Use this plan"),
            width=640,
        )
        self._basis = basis
        self._days = _days(basis, steps)
        self.kinds = SegmentedControl(self._kinds(), name=tr("Kind of plan"))
        self.kinds.chosen.connect(self._on_kind_chosen)
        self._explanation = Label(soft=True, wrap=True)
        self.grid = PlanGrid(basis.kpi, self._days)
        self.grid.show_typed({step.day: step.value for step in steps})
        self.grid.show_path(STRAIGHT, self._path(()))
        self.grid.show_path(SEASON, self._path(basis.season) if basis.season else {})
        self.fault = Caption()
        self.fault.set_colour(palette().bad)
        self.fault.setVisible(False)
        self.from_kpi = quiet_button(tr("Take from a KPI …"), "chart-line")
        self.from_kpi.clicked.connect(self.kpi_wanted)
        self.from_file = quiet_button(tr("Take from a budget file …"), "file-spreadsheet")
        self.from_file.clicked.connect(self.file_wanted)
        takers = QHBoxLayout()
        takers.setSpacing(SPACE.SMALL)
        takers.addWidget(self.from_kpi)
        takers.addWidget(self.from_file)
        takers.addStretch(1)
        self.progress = ProgressRow()
        self.add(self.kinds)
        self.add(self._explanation)
        self.add(self.grid, 1)
        self.body.addLayout(takers)
        self.add(self.progress)
        self.add(self.fault)
        seasonal = basis.key_result.seasonal and bool(basis.season)
        self._show_kind(_OWN if steps else _SEASON if seasonal else _STRAIGHT)

    def take(self, budget: Budget) -> None:
        """Fill the steps in from a budget, to be looked at before they are used."""
        basis = self._basis
        steps = budget_steps(
            budget.values, basis.key_result.comparison, basis.start, basis.deadline
        )
        known = {day for day, _ in self._days}
        fitting = {step.day: step.value for step in steps if step.day in known}
        if not fitting:
            self._say(
                tr("{budget} has no values for the periods of this goal.", budget=budget.name)
            )
            return
        self.fault.setVisible(False)
        self.grid.show_typed(fitting)
        self._show_kind(_OWN)

    def show_fault(self, text: str) -> None:
        """Say why no budget came."""
        self._say(text)

    def on_confirmed(self) -> None:
        kind = self.kinds.value
        steps: tuple[PlanValue, ...] = ()
        if kind == _OWN:
            try:
                steps = tuple(PlanValue(day, value) for day, value in self.grid.typed())
            except EntryFault as fault:
                self._say(f"{self.grid.current_title()}: {say(fault.message)}")
                return
        self.planned.emit(kind == _SEASON, steps)
        self.accept()

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = [(_STRAIGHT, tr("Straight line")), (_OWN, tr("Your own steps"))]
        if self._basis.season:
            kinds.insert(1, (_SEASON, tr("As your own years")))
        return kinds

    def _on_kind_chosen(self, kind: str) -> None:
        self._show_kind(kind)

    def _show_kind(self, kind: str) -> None:
        self.kinds.set_value(kind)
        own = kind == _OWN
        self.grid.setColumnHidden(PLANNED, not own)
        self.from_kpi.setVisible(own)
        self.from_file.setVisible(own)
        self.fault.setVisible(False)
        self._explanation.setText(self._words(kind))
        if own:
            self.grid.setFocus()

    def _words(self, kind: str) -> str:
        comparison = self._basis.key_result.comparison
        if kind == _SEASON:
            return tr(
                "The way to the target has the season of the years before the goal. A weak season "
                "is drawn towards a straight line."
            )
        if kind == _STRAIGHT and comparison is Comparison.PER_PERIOD:
            return tr("The target in every period.")
        if kind == _STRAIGHT and self._basis.season:
            return tr("The same step every period.")
        if kind == _STRAIGHT:
            return tr(
                "The same step every period. A seasonal plan needs two whole years of values "
                "before the start that show a season."
            )
        match comparison:
            case Comparison.LEVEL:
                return tr(
                    "The value expected at the end of each period. What is left empty lies on the "
                    "line between."
                )
            case Comparison.TOTAL:
                return tr(
                    "The total expected from the start to the end of each period. What is left "
                    "empty lies on the line between."
                )
            case Comparison.PER_PERIOD:
                return tr(
                    "The value expected in each period. What is left empty is as the next one "
                    "that is not."
                )

    def _path(self, steps: Sequence[PlanValue]) -> dict[date, float]:
        basis = self._basis
        goal = Goal(statement="", start=basis.start, deadline=basis.deadline)
        begin = Period.containing(basis.kpi.cadence, basis.start, basis.year_start).start
        first = begin if basis.key_result.comparison is Comparison.TOTAL else basis.start
        found = {
            day: plan_at(basis.key_result, goal, steps, day, better=basis.kpi.better, start=first)
            for day, _ in self._days
        }
        return {day: value for day, value in found.items() if value is not None}

    def _say(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(True)


def _days(basis: PlanBasis, steps: Iterable[PlanValue]) -> list[tuple[date, str]]:
    """The ends of the periods between start and deadline, and the days of known steps.

    A plan by the day or by many weeks is more than anybody types: it goes by the month.
    """
    wording = current()
    cadence = basis.kpi.cadence
    if (basis.deadline - basis.start).days / _DAYS.get(cadence, 31) > _MOST_ROWS:
        cadence = Cadence.MONTH
    titles: dict[date, str] = {}
    period = Period.containing(cadence, basis.start, basis.year_start)
    while period.start <= basis.deadline:
        titles[min(period.end, basis.deadline)] = wording.period(period)
        period = period.shift(1)
    for step in steps:
        titles.setdefault(step.day, wording.day(step.day))
    return sorted(titles.items())
