"""The fields of the goal itself: what, why, how long, who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Perspective
from desktop.core.names import name
from desktop.qtkit.wording import say, tr
from desktop.ui.advice.title_note import TitleNote
from desktop.ui.goals.fold import Fold
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Choice, DateField, FormRow, SegmentedControl

_DATE = 124  # room for a date and the calendar's button
Options = Sequence[tuple[int | None, str]]


class GoalFields(QWidget):
    """Shows a goal and gives it back as it stands in the fields; ``frame_changed`` says that its
    start, its deadline, its being open or its owner has changed."""

    frame_changed = Signal()

    def __init__(self, title_note: TitleNote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_note = title_note
        self._goal = Goal(statement="", start=date.min)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        self._build_words(layout)
        self._build_frame(layout)
        self._build_more(layout)

    def _build_words(self, layout: QVBoxLayout) -> None:
        self.statement = TextArea(
            lines=2,
            size=Text.TITLE,
            strong=True,
            placeholder=tr("In plain words: what do we want to reach?"),
        )
        self._statement_row = FormRow(tr("The goal"), self.statement)
        self._why = TextArea(placeholder=tr("Why does it matter, and to whom?"))
        self._not_doing = TextArea(placeholder=tr("What do we leave, so that it gets room?"))
        pair = QHBoxLayout()
        pair.setSpacing(SPACE.LARGE)
        pair.addWidget(FormRow(tr("Why"), self._why), 1)
        pair.addWidget(FormRow(tr("What we do not do"), self._not_doing), 1)
        self.statement.textChanged.connect(self._on_statement_changed)
        layout.addWidget(self._statement_row)
        layout.addWidget(self.title_note)
        layout.addLayout(pair)

    def _build_frame(self, layout: QVBoxLayout) -> None:
        self.kind = SegmentedControl(
            [("dated", tr("Until a date")), ("open", tr("Until it is reached"))],
            name=tr("How long"),
        )
        self.kind.chosen.connect(self._on_kind_chosen)
        self.start, self.deadline = DateField(), DateField()
        for field in (self.start, self.deadline):
            field.setMinimumWidth(_DATE)
        self.start.day_changed.connect(self._on_day_changed)
        self.deadline.day_changed.connect(self._on_day_changed)
        self.owner: Choice[int | None] = Choice()
        self.owner.chosen.connect(self._on_owner_chosen)
        self._start_row = FormRow(tr("Start"), self.start)
        self._deadline_row = FormRow(tr("Deadline"), self.deadline)
        grid = _grid()
        grid.setHorizontalSpacing(SPACE.MEDIUM)
        rows = (FormRow(tr("How long"), self.kind), self._start_row, self._deadline_row)
        for column, row in enumerate((*rows, FormRow(tr("Owner"), self.owner))):
            grid.addWidget(row, 0, column)
        layout.addLayout(grid)

    def _build_more(self, layout: QVBoxLayout) -> None:
        self.state = Choice([(state, say(name(state))) for state in GoalState])
        self.ambition = Choice(
            [
                (False, tr("Committed: we count on reaching it")),
                (True, tr("Aspirational: it stretches us")),
            ]
        )
        self.parent_goal: Choice[int | None] = Choice()
        self.perspective: Choice[Perspective | None] = Choice(
            [
                (None, tr("As its KPIs")),
                *((perspective, say(name(perspective))) for perspective in Perspective),
            ]
        )
        self.more = Fold("")
        for choice in (self.state, self.ambition, self.parent_goal):
            choice.currentTextChanged.connect(self._show_summary)
        grid = _grid()
        grid.addWidget(FormRow(tr("State"), self.state), 0, 0)
        grid.addWidget(FormRow(tr("Ambition"), self.ambition), 0, 1)
        grid.addWidget(FormRow(tr("Part of"), self.parent_goal), 0, 2)
        grid.addWidget(FormRow(tr("Perspective"), self.perspective), 0, 3)
        self.more.body.addLayout(grid)
        layout.addWidget(self.more)

    def show_goal(
        self, goal: Goal, usual_deadline: date, owners: Options, parents: Options, today: date
    ) -> None:
        """Show a goal; ``usual_deadline`` waits for an open one to become dated."""
        self.clear_faults()
        self._goal = goal
        self.statement.setPlainText(goal.statement)
        self.title_note.set_known("" if goal.id is None else goal.statement)
        self._why.setPlainText(goal.why)
        self._not_doing.setPlainText(goal.not_doing)
        self.kind.set_value("dated" if goal.deadline else "open")
        self.start.set_day(goal.start)
        self.deadline.set_day(goal.deadline or usual_deadline)
        self._deadline_row.setVisible(goal.deadline is not None)
        self.owner.set_options(owners, goal.owner_id)
        self.state.set_value(goal.state)
        self.ambition.set_value(goal.aspirational)
        self.parent_goal.set_options(parents, goal.parent_id)
        self.perspective.set_value(goal.perspective)
        ended = goal.deadline is not None and goal.deadline < today
        self.more.set_open(ended or goal.state is GoalState.DRAFT)
        self._show_summary()

    def goal(self) -> Goal:
        """The goal as it stands in the fields; a date that is none keeps the one before."""
        return replace(
            self._goal,
            statement=self.statement.text(),
            why=self._why.text(),
            not_doing=self._not_doing.text(),
            owner_id=self.owner.value,
            start=self.start.day() or self._goal.start,
            deadline=(self.deadline.day() or self._goal.deadline) if self.dated else None,
            state=self.state.value,
            parent_id=self.parent_goal.value,
            aspirational=self.ambition.value,
            perspective=self.perspective.value,
        )

    @property
    def dated(self) -> bool:
        return self.kind.value == "dated"

    def fault(self) -> QWidget | None:
        """The first field that keeps the goal from being saved, with its sentence shown."""
        if not self.statement.text():
            return _wrong(self._statement_row, tr("Write the goal in a sentence first."))
        if not self.start.valid():
            return _wrong(self._start_row, tr("This is not a date."))
        if not self.dated:
            return None
        start, deadline = self.start.day(), self.deadline.day()
        if deadline is None:
            return _wrong(self._deadline_row, tr("This is not a date."))
        if start is not None and deadline < start:
            return _wrong(self._deadline_row, tr("The deadline is before the start."))
        return None

    def clear_faults(self) -> None:
        for row in (self._statement_row, self._start_row, self._deadline_row):
            row.set_error("")

    def _show_summary(self) -> None:
        """What is folded away is said all the same."""
        ambition = tr("Aspirational") if self.ambition.value else tr("Committed")
        texts = [self.state.currentText(), ambition, self.parent_goal.currentText()]
        self.more.set_title(" · ".join(text for text in texts if text))

    def _on_statement_changed(self) -> None:
        self.title_note.judge(self.statement.text())

    def _on_kind_chosen(self, key: str) -> None:
        self._deadline_row.setVisible(key == "dated")
        self.frame_changed.emit()

    def _on_owner_chosen(self) -> None:
        self.frame_changed.emit()

    def _on_day_changed(self, _: object) -> None:
        self.frame_changed.emit()


def _wrong(row: FormRow, text: str) -> QWidget:
    row.set_error(text)
    return row.field


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.LARGE)
    grid.setVerticalSpacing(SPACE.MEDIUM)
    for column in range(4):
        grid.setColumnStretch(column, 1)
    return grid
