"""One milestone in the goal editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desktop.core.goal import Milestone
from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, DateField, NumberField, icon_button


class MilestoneForm(QWidget):
    """A line with title, date and, when it belongs to a key result, the value to have reached.

    ``removed`` carries this form.
    """

    removed = Signal(object)

    def __init__(
        self,
        milestone: Milestone,
        key_results: Sequence[tuple[object, str]],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.milestone = milestone
        self._today = today
        self._title = QLineEdit(milestone.title)
        self._title.setPlaceholderText(tr("Something to be proud of on the way"))
        self._title.setAccessibleName(tr("Milestone"))
        self._due = DateField(milestone.due)
        self._due.setAccessibleName(tr("Date"))
        self._due.setFixedWidth(150)
        self._key_result = Choice(key_results, milestone.key_result_id)
        self._key_result.setAccessibleName(tr("Key result"))
        self._key_result.setMinimumWidth(160)
        self._key_result.chosen.connect(self._on_key_result_chosen)
        self._value = NumberField(milestone.value)
        self._value.setAccessibleName(tr("Value to have reached"))
        self._value.setPlaceholderText(tr("Value"))
        self._value.setFixedWidth(120)
        self._done = QCheckBox(tr("Done"))
        self._done.setChecked(milestone.done_on is not None)
        remove = icon_button("trash-2", tr("Remove this milestone"))
        remove.clicked.connect(self._on_remove_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(self._title, 1)
        for widget in (self._due, self._key_result, self._value, self._done, remove):
            row.addWidget(widget)
        self._on_key_result_chosen(milestone.key_result_id)

    def value(self) -> Milestone:
        """The milestone as it stands in the fields."""
        owner = self._key_result.value
        done = self.milestone.done_on or self._today
        return replace(
            self.milestone,
            title=self._title.text().strip(),
            due=self._due.day() or self.milestone.due,
            key_result_id=owner if isinstance(owner, int) else None,
            value=self._value.value() if isinstance(owner, int) else None,
            done_on=done if self._done.isChecked() else None,
        )

    def fault(self) -> str:
        """What keeps this milestone from being saved; empty when nothing does."""
        if not self._title.text().strip():
            return tr("Write what the milestone is, or remove it.")
        if not self._due.valid():
            return tr("The date of “{title}” is not a date.", title=self._title.text().strip())
        return self._value.fault_text()

    def set_key_results(self, key_results: Sequence[tuple[object, str]]) -> None:
        """The key results that it can belong to, as they are called now."""
        self._key_result.set_options(key_results, self._key_result.value)
        self._on_key_result_chosen(self._key_result.value)

    def focus_title(self) -> None:
        self._title.setFocus()

    def _on_key_result_chosen(self, key: object) -> None:
        self._value.setVisible(isinstance(key, int))

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)
