"""The milestones of the goal in its editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.goal import Milestone
from desktop.qtkit.wording import tr
from desktop.ui.goals.milestone_form import Belonging, MilestoneForm
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Card, quiet_button


class MilestonesSection(Card):
    """A line a milestone, and a button that adds one."""

    def __init__(self) -> None:
        super().__init__(
            tr("Milestones"), tr("Steps on the way; each one reached is worth a cheer.")
        )
        self.forms: list[MilestoneForm] = []
        self._belongings: Sequence[Belonging] = [Belonging(None, tr("For the goal"))]
        self._today = self._usual_due = date.min
        self._box = QVBoxLayout()
        self._box.setSpacing(SPACE.SMALL)
        self.add_button = quiet_button(tr("Add a milestone"), "plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        self.add_layout(self._box)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_milestones(
        self, milestones: Sequence[Milestone], belongings: Sequence[Belonging], today: date
    ) -> None:
        self._today, self._belongings = today, belongings
        for form in self.forms:
            form.setParent(None)
            form.deleteLater()
        self.forms.clear()
        for milestone in milestones:
            self._add(milestone)

    def milestones(self) -> tuple[Milestone, ...]:
        """As they stand in the fields."""
        return tuple(form.value() for form in self.forms)

    def set_usual_due(self, day: date) -> None:
        """The date that a new milestone begins with."""
        self._usual_due = day

    def set_belongings(self, belongings: Sequence[Belonging]) -> None:
        """The key results have changed."""
        self._belongings = belongings
        for form in self.forms:
            form.set_belongings(belongings, form.key_result.value)

    def fault(self) -> QWidget | None:
        """The first field that keeps a milestone from being saved, with its sentence shown."""
        for form in self.forms:
            if (field := form.fault()) is not None:
                return field
        return None

    def clear_faults(self) -> None:
        for form in self.forms:
            form.clear_faults()

    def _add(self, milestone: Milestone) -> MilestoneForm:
        form = MilestoneForm(milestone, self._belongings, self._today)
        form.removed.connect(self._on_removed)
        self.forms.append(form)
        self._box.addWidget(form)
        return form

    def _on_add_clicked(self) -> None:
        self._add(Milestone(goal_id=0, title="", due=self._usual_due)).title.setFocus()

    def _on_removed(self, form: MilestoneForm) -> None:
        self.forms.remove(form)
        form.setParent(None)
        form.deleteLater()
