"""Making the plan of a key result in its dialog, also from a budget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.core.budget_plan import Budget
from desktop.core.faults import Fault
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.qtkit.tasks import Cancelled, Progress, Task
from desktop.qtkit.wording import say, tr
from desktop.services.budgets import budget_of_kpi, budgets_in
from desktop.services.imports import open_file
from desktop.services.kpis import kpis
from desktop.services.plans import seasonal_plan
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs.files import choose_files_to_open, spreadsheet_kinds
from desktop.ui.goals.budget_dialog import BudgetDialog
from desktop.ui.goals.number_form import Frame, NumberForm
from desktop.ui.goals.plan_dialog import PlanBasis, PlanDialog


@dataclass(frozen=True)
class ReadBudgets:
    """Reads what a file holds that can be a plan."""

    workspace: Workspace
    path: Path
    kpi: Kpi

    def __call__(self, progress: Progress, cancelled: Cancelled) -> tuple[Budget, ...]:
        with self.workspace.second() as second:
            draft = open_file(second, self.path, cancelled=cancelled, progress=progress)
            return budgets_in(second, draft, self.kpi)


class PlanMaking(QObject):
    """Opens the dialog for a form of the editor, and gives the form what is decided there."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._kpi = Kpi(name="")  # that of the form
        self._dialog: PlanDialog | None = None
        self._task: Task | None = None

    def begin(self, form: NumberForm, frame: Frame) -> None:
        """Open the dialog; nothing for a goal that is open or a form without a KPI."""
        kpi = form.kpi
        if kpi is None or frame.deadline is None:
            return
        basis = PlanBasis(
            kpi=kpi,
            key_result=form.value(),
            start=frame.start,
            deadline=frame.deadline,
            year_start=frame.year_start,
        )
        season = seasonal_plan(self._context.workspace, _goal(frame), basis.key_result, kpi.id or 0)
        self._kpi = kpi
        self._dialog = PlanDialog(self._window, replace(basis, season=season), form.steps)
        self._dialog.planned.connect(form.set_plan)
        self._dialog.kpi_wanted.connect(self._on_kpi_wanted)
        self._dialog.file_wanted.connect(self._on_file_wanted)
        self._dialog.progress.cancel_wanted.connect(self._on_cancel_wanted)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_kpi_wanted(self) -> None:
        workspace, wanted = self._context.workspace, self._kpi
        budgets = [
            budget_of_kpi(workspace, other.id or 0, wanted)
            for other in kpis(workspace)
            if other.id != wanted.id
        ]
        self._offer(tr("Which KPI holds the plan?"), [each for each in budgets if each.values])

    def _on_file_wanted(self) -> None:
        if self._dialog is None:
            return
        paths = choose_files_to_open(
            self._dialog,
            tr("Take from a budget file"),
            spreadsheet_kinds(),
            self._context.preferences,
        )
        if not paths:
            return
        words = tr("Reading {file}", file=paths[0].name)
        self._dialog.progress.begin(words)
        work = ReadBudgets(self._context.workspace, paths[0], self._kpi)
        self._task = self._context.run(words, work, done=self._on_read, failed=self._on_failed)
        self._task.progressed.connect(self._dialog.progress.set_progress)
        self._task.finished.connect(self._dialog.progress.hide)

    def _on_read(self, budgets: tuple[Budget, ...]) -> None:
        self._offer(tr("Which of these is the plan?"), list(budgets))

    def _on_failed(self, fault: Fault) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(say(fault.message))

    def _on_cancel_wanted(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._on_cancel_wanted()
        self._dialog = self._task = None

    def _offer(self, title: str, budgets: list[Budget]) -> None:
        if self._dialog is None:
            return
        if not budgets:
            self._dialog.show_fault(tr("No other KPI has values that could be a plan."))
            return
        dialog = BudgetDialog(self._dialog, title, budgets)
        dialog.chosen.connect(self._dialog.take)
        dialog.open()


def _goal(frame: Frame) -> Goal:
    return Goal(statement="", start=frame.start, deadline=frame.deadline)
