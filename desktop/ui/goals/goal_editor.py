"""The editor of one goal with its key results, milestones and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.names import name
from desktop.core.period import add_months
from desktop.qtkit.wording import say, tr
from desktop.services.company import company, people
from desktop.services.goals import (
    goal,
    goals,
    key_results,
    milestones,
    plan_values,
    save_goal_whole,
)
from desktop.services.kpis import kpi_rows
from desktop.ui.context import AppContext
from desktop.ui.dialogs.new_kpi import NewKpiDialog
from desktop.ui.goals.drafts import GoalDraft
from desktop.ui.goals.key_result_form import KeyResultForm
from desktop.ui.goals.milestone_form import MilestoneForm
from desktop.ui.goals.plan_dialog import PlanDialog
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import (
    Banner,
    Card,
    Choice,
    DateField,
    FormRow,
    SegmentedControl,
    quiet_button,
)

Form = TypeVar("Form", bound=QWidget)


class GoalEditor(QWidget):
    """Loads a goal (or begins a new one), tells whether it was changed, and saves it in one step.

    ``saved`` carries the goal's id.
    """

    saved = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ws = context.workspace
        self._goal = Goal(statement="", start=self._ws.today())
        self._loaded: GoalDraft | None = None
        self._results: list[KeyResultForm] = []
        self._milestones: list[MilestoneForm] = []
        self._next_id = -1
        self._waiting: KeyResultForm | None = None  # for a new KPI or a plan
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.LARGE)
        self._banner = Banner("", "bad")
        self._banner.setVisible(False)
        self._layout.addWidget(self._banner)
        self._layout.addLayout(self._words())
        self._layout.addLayout(self._frame())
        self._layout.addWidget(self._results_card())
        self._layout.addWidget(self._milestones_card())
        self._layout.addStretch(1)

    # ------------------------------------------------------------------ reading and saving

    def load(self, goal_id: int) -> None:
        """Show a goal of the file."""
        self._show(
            GoalDraft(
                goal(self._ws, goal_id),
                tuple(key_results(self._ws, goal_id)),
                tuple(milestones(self._ws, goal_id)),
                tuple(
                    (row.id or 0, tuple(plan_values(self._ws, row.id or 0)))
                    for row in key_results(self._ws, goal_id)
                ),
            )
        )

    def begin(self, parent_id: int | None = None) -> None:
        """Begin a new goal that ends with the present or the coming fiscal year."""
        today = self._ws.today()
        fresh = Goal(
            statement="",
            start=today.replace(day=1),
            deadline=_usual_deadline(today, company(self._ws).year_start),
            parent_id=parent_id,
        )
        self._show(GoalDraft(fresh, (KeyResult(goal_id=0, id=self._new_id()),)))

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        self._statement.setFocus()

    @property
    def goal_id(self) -> int | None:
        """The goal on show; ``None`` for a new one."""
        return self._goal.id

    def changed(self) -> bool:
        """Whether something would be lost."""
        return self._loaded is not None and self._draft() != self._loaded

    def save(self) -> bool:
        """Write the goal as one undo step; false when something keeps it from being saved."""
        self._clear_faults()
        if not self._valid():
            return False
        draft = self._draft()
        try:
            saved = save_goal_whole(
                self._ws, draft.goal, draft.key_results, draft.milestones, dict(draft.plans)
            )
        except Fault as fault:
            self._say(say(fault.message))
            return False
        goal_id = saved.id or 0
        self.load(goal_id)
        self.saved.emit(goal_id)
        return True

    # ------------------------------------------------------------------ building

    def _words(self) -> QVBoxLayout:
        self._statement = TextArea(
            lines=2,
            size=Text.TITLE,
            strong=True,
            placeholder=tr("In plain words: what do we want to reach?"),
        )
        self._why = TextArea(placeholder=tr("Why does it matter, and to whom?"))
        self._not_doing = TextArea(placeholder=tr("What do we leave, so that it gets room?"))
        self._statement_row = FormRow(tr("The goal"), self._statement)
        below = QHBoxLayout()
        below.setSpacing(SPACE.LARGE)
        below.addWidget(FormRow(tr("Why"), self._why), 1)
        below.addWidget(FormRow(tr("What we do not do"), self._not_doing), 1)
        words = QVBoxLayout()
        words.setSpacing(SPACE.MEDIUM)
        words.addWidget(self._statement_row)
        words.addLayout(below)
        return words

    def _frame(self) -> QGridLayout:
        self._kind = SegmentedControl(
            [("dated", tr("Until a date")), ("open", tr("Until it is reached"))],
            name=tr("How long"),
        )
        self._kind.chosen.connect(self._on_kind_chosen)
        self._start, self._deadline = DateField(), DateField()
        self._owner: Choice[int | None] = Choice()
        self._parent_goal: Choice[int | None] = Choice()
        self._state = Choice([(state.value, say(name(state))) for state in GoalState])
        self._ambition = Choice(
            [
                (False, tr("Committed: we count on reaching it")),
                (True, tr("Aspirational: it stretches us")),
            ]
        )
        self._start_row = FormRow(tr("Start"), self._start)
        self._deadline_row = FormRow(tr("Deadline"), self._deadline)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.LARGE)
        grid.setVerticalSpacing(SPACE.MEDIUM)
        grid.addWidget(FormRow(tr("How long"), self._kind), 0, 0)
        grid.addWidget(self._start_row, 0, 1)
        grid.addWidget(self._deadline_row, 0, 2)
        grid.addWidget(FormRow(tr("Owner"), self._owner), 0, 3)
        grid.addWidget(FormRow(tr("Ambition"), self._ambition), 1, 0)
        grid.addWidget(FormRow(tr("State"), self._state), 1, 1)
        grid.addWidget(FormRow(tr("Part of"), self._parent_goal), 1, 2, 1, 2)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _results_card(self) -> Card:
        add_number = quiet_button(tr("Add a number"), "plus")
        add_number.clicked.connect(self._on_add_number_clicked)
        add_done = quiet_button(tr("Add something to be done"), "plus")
        add_done.clicked.connect(self._on_add_done_clicked)
        card = Card(
            tr("Key results"),
            tr("How you will see it in numbers. One is enough for a simple goal, five are many."),
        )
        self._results_box = QVBoxLayout()
        self._results_box.setSpacing(SPACE.MEDIUM)
        card.add_layout(self._results_box)
        card.add_layout(_row(add_number, add_done))
        return card

    def _milestones_card(self) -> Card:
        add = quiet_button(tr("Add a milestone"), "plus")
        add.clicked.connect(self._on_add_milestone_clicked)
        card = Card(tr("Milestones"), tr("Steps on the way; each one reached is worth a cheer."))
        self._milestones_box = QVBoxLayout()
        self._milestones_box.setSpacing(SPACE.SMALL)
        card.add_layout(self._milestones_box)
        card.add_layout(_row(add))
        return card

    # ------------------------------------------------------------------ showing

    def _show(self, draft: GoalDraft) -> None:
        self._clear_faults()
        self._goal = shown = draft.goal
        self._statement.setPlainText(shown.statement)
        self._why.setPlainText(shown.why)
        self._not_doing.setPlainText(shown.not_doing)
        self._kind.set_value("dated" if shown.deadline else "open")
        self._start.set_day(shown.start)
        self._deadline.set_day(
            shown.deadline or _usual_deadline(self._ws.today(), company(self._ws).year_start)
        )
        self._deadline_row.setVisible(shown.deadline is not None)
        self._people: list[tuple[int | None, str]] = [
            (None, tr("Nobody yet")),
            *((person.id, person.name) for person in people(self._ws)),
        ]
        self._owner.set_options(self._people, shown.owner_id)
        self._parent_goal.set_options(self._parents(shown), shown.parent_id)
        self._state.set_value(shown.state.value)
        self._ambition.set_value(shown.aspirational)
        self._rows = [(row.kpi, row.latest) for row in kpi_rows(self._ws)]
        plans = dict(draft.plans)
        self._empty(self._results)
        for key_result in draft.key_results:
            self._add_result(key_result, plans.get(key_result.id or 0, ()))
        self._empty(self._milestones)
        for milestone in draft.milestones:
            self._add_milestone(milestone)
        self._loaded = self._draft()

    def _parents(self, shown: Goal) -> list[tuple[int | None, str]]:
        """Every goal that this one may lie under."""
        everything = goals(self._ws)
        below = {shown.id}
        for _ in everything:
            below |= {row.id for row in everything if row.parent_id in below and row.id}
        below.discard(None)
        return [
            (None, tr("A goal of its own")),
            *((row.id, row.statement) for row in everything if row.id not in below),
        ]

    def _add_result(
        self, key_result: KeyResult, steps: tuple[PlanValue, ...] = ()
    ) -> KeyResultForm:
        form = KeyResultForm(
            key_result,
            steps,
            self._rows,
            self._people,
            dated=self._kind.value == "dated",
            today=self._ws.today(),
        )
        form.removed.connect(self._on_result_removed)
        form.new_kpi_wanted.connect(self._on_new_kpi_wanted)
        form.plan_wanted.connect(self._on_plan_wanted)
        self._results.append(form)
        self._results_box.addWidget(form)
        return form

    def _add_milestone(self, milestone: Milestone) -> MilestoneForm:
        form = MilestoneForm(milestone, self._result_choices(), self._ws.today())
        form.removed.connect(self._on_milestone_removed)
        self._milestones.append(form)
        self._milestones_box.addWidget(form)
        return form

    def _result_choices(self) -> list[tuple[object, str]]:
        numbers = [form for form in self._results if form.numeric]
        return [
            (None, tr("For the goal")),
            *((form.key_result.id, form.label()) for form in numbers),
        ]

    @staticmethod
    def _empty(forms: list[Form]) -> None:
        for form in forms:
            form.setParent(None)
            form.deleteLater()
        forms.clear()

    # ------------------------------------------------------------------ what stands in the fields

    def _draft(self) -> GoalDraft:
        dated = self._kind.value == "dated"
        shown = replace(
            self._goal,
            statement=self._statement.text(),
            why=self._why.text(),
            not_doing=self._not_doing.text(),
            owner_id=self._owner.value,
            start=self._start.day() or self._goal.start,
            deadline=self._deadline.day() if dated else None,
            state=GoalState(self._state.value),
            parent_id=self._parent_goal.value,
            aspirational=self._ambition.value,
        )
        return GoalDraft(
            shown,
            tuple(form.value() for form in self._results),
            tuple(form.value() for form in self._milestones),
            tuple((form.key_result.id or 0, form.steps) for form in self._results),
        )

    def _valid(self) -> bool:
        if not self._statement.text():
            self._statement_row.set_error(tr("Write the goal in a sentence first."))
            self._statement.setFocus()
            return False
        if not self._start.valid():
            self._start_row.set_error(tr("This is not a date."))
            self._start.setFocus()
            return False
        if self._kind.value == "dated" and not self._deadline.valid():
            self._deadline_row.set_error(tr("This is not a date."))
            self._deadline.setFocus()
            return False
        for result in self._results:
            if fault := result.fault():
                result.show_fault(fault)
                return False
        for milestone in self._milestones:
            if fault := milestone.fault():
                self._say(fault)
                milestone.focus_title()
                return False
        return True

    def _say(self, text: str) -> None:
        self._banner.set_text(text)
        self._banner.setVisible(True)

    def _clear_faults(self) -> None:
        self._banner.setVisible(False)
        for row in (self._statement_row, self._start_row, self._deadline_row):
            row.set_error("")
        for form in self._results:
            form.clear_faults()

    def _new_id(self) -> int:
        self._next_id -= 1
        return self._next_id

    # ------------------------------------------------------------------ slots

    def _on_kind_chosen(self, key: str) -> None:
        self._deadline_row.setVisible(key == "dated")
        for form in self._results:
            form.set_dated(key == "dated")

    def _on_add_number_clicked(self) -> None:
        self._add_result(KeyResult(goal_id=0, id=self._new_id())).focus_first()

    def _on_add_done_clicked(self) -> None:
        fresh = KeyResult(goal_id=0, id=self._new_id())
        form = KeyResultForm(
            fresh,
            (),
            self._rows,
            self._people,
            dated=True,
            today=self._ws.today(),
            numeric=False,
        )
        form.removed.connect(self._on_result_removed)
        self._results.append(form)
        self._results_box.addWidget(form)
        form.focus_first()

    def _on_result_removed(self, form: KeyResultForm) -> None:
        self._results.remove(form)
        form.setParent(None)
        form.deleteLater()
        for milestone in self._milestones:
            milestone.set_key_results(self._result_choices())

    def _on_add_milestone_clicked(self) -> None:
        due = self._deadline.day() or self._ws.today()
        self._add_milestone(Milestone(goal_id=0, title="", due=due)).focus_title()

    def _on_milestone_removed(self, form: MilestoneForm) -> None:
        self._milestones.remove(form)
        form.setParent(None)
        form.deleteLater()

    def _on_new_kpi_wanted(self, form: KeyResultForm) -> None:
        self._waiting = form
        dialog = NewKpiDialog(self, self._ws)
        dialog.kpi_made.connect(self._on_kpi_made)
        dialog.open()

    def _on_kpi_made(self, kpi: Kpi) -> None:
        self._rows.append((kpi, None))
        for form in self._results:
            form.add_kpi(kpi, choose=form is self._waiting)

    def _on_plan_wanted(self, form: KeyResultForm) -> None:
        kpi, deadline, start = form.kpi, self._deadline.day(), self._start.day()
        if kpi is None or deadline is None or start is None:
            return
        self._waiting = form
        dialog = PlanDialog(
            self,
            kpi,
            form.value().comparison,
            start,
            deadline,
            form.steps,
            company(self._ws).year_start,
        )
        dialog.planned.connect(self._on_planned)
        dialog.open()

    def _on_planned(self, steps: tuple[PlanValue, ...]) -> None:
        if self._waiting in self._results and self._waiting is not None:
            self._waiting.set_steps(steps)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.MEDIUM)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _usual_deadline(today: date, year_start: int) -> date:
    """The end of the fiscal year, or of the next one when little of this is left."""
    into = (today.month - year_start) % 12
    first_of_next = add_months(today, 12 - into)
    if (first_of_next - today).days < 90:
        first_of_next = add_months(first_of_next, 12)
    return first_of_next - timedelta(days=1)
