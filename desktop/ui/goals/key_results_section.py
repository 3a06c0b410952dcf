"""The key results of the goal in its editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.okr import kpi_or_key_result
from desktop.qtkit.wording import say, tr
from desktop.services.advice_past import Past
from desktop.services.company import people
from desktop.services.kpis import kpi_rows
from desktop.services.ready_kpis import save_ready_kpi
from desktop.ui.context import AppContext
from desktop.ui.dialogs.new_kpi import NewKpiDialog
from desktop.ui.goals.done_form import DoneForm
from desktop.ui.goals.milestone_form import Belonging
from desktop.ui.goals.number_form import Frame, NumberForm
from desktop.ui.goals.plan_making import PlanMaking
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, ready_kpis, whole_library
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Card, quiet_button

AnyForm = NumberForm | DoneForm


class KeyResultsSection(Card):
    """A form a key result; numbers and things to be done can be added.

    ``results_changed`` says that there are others now, or that one is called otherwise.
    """

    results_changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            tr("Key results"),
            tr("How you will see it in numbers. One is enough for a simple goal, five are many."),
        )
        self._context = context
        self.forms: list[AnyForm] = []
        self._frame = Frame(context.workspace.today(), None, 1)
        self._last_id = 0
        self._waiting: NumberForm | None = None  # for a new KPI
        self._plans = PlanMaking(context, self)
        self._box = QVBoxLayout()
        self._box.setSpacing(SPACE.MEDIUM)
        self.add_number = quiet_button(tr("Add a number"), "plus")
        self.add_number.clicked.connect(self._on_add_number_clicked)
        self.add_done = quiet_button(tr("Add something to be done"), "plus")
        self.add_done.clicked.connect(self._on_add_done_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.MEDIUM)
        buttons.addWidget(self.add_number)
        buttons.addWidget(self.add_done)
        buttons.addStretch(1)
        self.difference = Caption(say(kpi_or_key_result()))
        self.add(self.difference)
        self.add_layout(self._box)
        self.add_layout(buttons)

    # ------------------------------------------------------------------ what the editor asks

    def show_results(
        self,
        key_results: Sequence[KeyResult],
        plans: Mapping[int, tuple[PlanValue, ...]],
        frame: Frame,
    ) -> None:
        """Show the key results of a goal, each as a number or as something to be done; before there
        is one, what it is and what a KPI is."""
        self.difference.setVisible(not any((each.id or 0) > 0 for each in key_results))
        workspace = self._context.workspace
        self._frame = frame
        self._past = Past(workspace)
        self._kpis = [(row.kpi, row.latest) for row in kpi_rows(workspace, archived=True)]
        self._owners: list[tuple[int | None, str]] = [
            (None, tr("The goal's owner")),
            *((person.id, person.name) for person in people(workspace)),
        ]
        for form in self.forms:
            form.setParent(None)
            form.deleteLater()
        self.forms.clear()
        for key_result in key_results:
            if key_result.kpi_id is None and key_result.title:
                self._add(self._done_form(key_result))
            else:
                self._add(self._number_form(key_result, plans.get(key_result.id or 0, ())))

    def fresh(self) -> KeyResult:
        """A key result that is not in the file: its id is negative, and its own."""
        self._last_id -= 1
        return KeyResult(goal_id=0, id=self._last_id)

    def key_results(self) -> tuple[KeyResult, ...]:
        """As they stand in the fields."""
        return tuple(form.value() for form in self.forms)

    def plans(self) -> tuple[tuple[int, tuple[PlanValue, ...]], ...]:
        return tuple((form.key_result.id or 0, form.steps) for form in self.forms)

    def reasons(self) -> dict[int, str]:
        """Why targets are changed, by key result, where it is said."""
        numbers = [form for form in self.forms if isinstance(form, NumberForm)]
        return {form.key_result.id or 0: form.reason for form in numbers if form.reason}

    def belongings(self) -> list[Belonging]:
        """What a milestone can belong to."""
        made = [Belonging(None, tr("For the goal"))]
        for form in self.forms:
            if isinstance(form, NumberForm) and form.kpi is not None:
                kpi = form.kpi
                made.append(Belonging(form.key_result.id, form.label(), kpi.unit, kpi.decimals))
        return made

    def set_frame(self, frame: Frame) -> None:
        """The goal's dates have changed."""
        self._frame = frame
        for form in self.forms:
            if isinstance(form, NumberForm):
                form.set_frame(frame)

    def fault(self) -> QWidget | None:
        """The first field that keeps a key result from being saved, with its sentence shown."""
        for form in self.forms:
            if (field := form.fault()) is not None:
                return field
        return None

    def lack(self) -> QWidget | None:
        """The first field that an active goal needs filled, with its sentence shown."""
        for form in self.forms:
            if isinstance(form, NumberForm) and (field := form.lack()) is not None:
                return field
        return None

    def clear_faults(self) -> None:
        for form in self.forms:
            form.clear_faults()

    def place_of(self, key_result_id: int | None) -> QWidget:
        """Where one key result is changed, or where the first is chosen."""
        for form in self.forms:
            if isinstance(form, NumberForm) and form.key_result.id == key_result_id:
                return form.target
        numbers = [form for form in self.forms if isinstance(form, NumberForm)]
        return numbers[0].kpi_choice if numbers else self.add_number

    # ------------------------------------------------------------------ forms

    def _number_form(self, key_result: KeyResult, steps: Sequence[PlanValue] = ()) -> NumberForm:
        used = key_result.kpi_id
        kpis = [(kpi, latest) for kpi, latest in self._kpis if not kpi.archived or kpi.id == used]
        form = NumberForm(key_result, steps, kpis, self._owners, self._frame, self._past)
        form.new_kpi_wanted.connect(self._on_new_kpi_wanted)
        form.plan_wanted.connect(self._on_plan_wanted)
        return form

    def _done_form(self, key_result: KeyResult) -> DoneForm:
        return DoneForm(key_result, self._owners, self._context.workspace.today())

    def _add(self, form: AnyForm) -> None:
        form.removed.connect(self._on_removed)
        form.renamed.connect(self.results_changed)
        self.forms.append(form)
        self._box.addWidget(form)

    def _on_add_number_clicked(self) -> None:
        self._add_fresh(self._number_form(self.fresh()))

    def _on_add_done_clicked(self) -> None:
        self._add_fresh(self._done_form(self.fresh()))

    def _add_fresh(self, form: AnyForm) -> None:
        self._add(form)
        form.focus_first()
        self.results_changed.emit()

    def _on_removed(self, form: AnyForm) -> None:
        self.forms.remove(form)
        form.setParent(None)
        form.deleteLater()
        self.results_changed.emit()

    # ------------------------------------------------------------------ KPIs and plans

    def _on_new_kpi_wanted(self, form: NumberForm) -> None:
        self._waiting = form
        workspace = self._context.workspace
        if not ready_kpis(workspace):
            self._write_kpi()
            return
        dialog = LibraryDialog(self, workspace, whole_library(), self._context.preferences)
        dialog.kpi_chosen.connect(self._on_ready_kpi_chosen)
        dialog.open()

    def _on_ready_kpi_chosen(self, kpi: Kpi) -> None:
        if not kpi.name:
            self._write_kpi()
            return
        workspace = self._context.workspace
        try:
            saved = save_ready_kpi(workspace, kpi, whole_library())
        except Fault as fault:
            self._context.show_fault(fault)
        else:
            self._on_kpi_made(saved)

    def _write_kpi(self) -> None:
        dialog = NewKpiDialog(self, self._context.workspace)
        dialog.kpi_made.connect(self._on_kpi_made)
        dialog.open()

    def _on_kpi_made(self, kpi: Kpi) -> None:
        self._kpis.append((kpi, None))
        for form in self.forms:
            if isinstance(form, NumberForm):
                form.add_kpi(kpi, choose=form is self._waiting)

    def _on_plan_wanted(self, form: NumberForm) -> None:
        self._plans.begin(form, self._frame)
