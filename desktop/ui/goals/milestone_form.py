"""One milestone in the goal editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.goal import Milestone
from desktop.core.unit import Unit
from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Choice, DateField, NumberField, icon_button


@dataclass(frozen=True, slots=True)
class Belonging:
    """What a milestone can belong to: the goal (no id), or one of its numeric key results."""

    id: int | None
    label: str
    unit: Unit = Unit()
    decimals: int = 0


class MilestoneForm(QWidget):
    """A line with title, date and, when it belongs to a key result, the value to have reached.

    ``removed`` carries this form.
    """

    removed = Signal(object)

    def __init__(
        self,
        milestone: Milestone,
        belongings: Sequence[Belonging],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.milestone = milestone
        self._today = today
        self.title = QLineEdit(milestone.title)
        self.title.setPlaceholderText(tr("Something to be proud of on the way"))
        self.title.setAccessibleName(tr("Milestone"))
        self.due = DateField(milestone.due)
        self.due.setAccessibleName(tr("Date"))
        self.due.setFixedWidth(150)
        self.key_result: Choice[int | None] = Choice()
        self.key_result.setAccessibleName(tr("Key result"))
        self.key_result.setMinimumWidth(160)
        self.key_result.chosen.connect(self._dress)
        self.reached = NumberField(milestone.value)
        self.reached.setAccessibleName(tr("Value to have reached"))
        self.reached.setPlaceholderText(tr("Value"))
        self.reached.setFixedWidth(120)
        place = self.reached.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # milestones below each other stay in line
        self.reached.setSizePolicy(place)
        self.done = QCheckBox(tr("Done"))
        self.done.setChecked(milestone.done_on is not None)
        remove = icon_button("trash-2", tr("Remove this milestone"))
        remove.clicked.connect(self._on_remove_clicked)
        self._fault = Caption()
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(self.title, 1)
        for widget in (self.due, self.key_result, self.reached, self.done, remove):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.TIGHT)
        layout.addLayout(row)
        layout.addWidget(self._fault, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear_faults()
        self.set_belongings(belongings, milestone.key_result_id)

    def value(self) -> Milestone:
        """The milestone as it stands in the fields."""
        owner = self.key_result.value
        done_on = self.milestone.done_on or self._today
        return replace(
            self.milestone,
            title=self.title.text().strip(),
            due=self.due.day() or self.milestone.due,
            key_result_id=owner,
            value=None if owner is None else self.reached.value(),
            done_on=done_on if self.done.isChecked() else None,
        )

    def fault(self) -> QWidget | None:
        """The first field that keeps it from being saved, with its sentence shown."""
        if not self.title.text().strip():
            return self._wrong(self.title, tr("Write what the milestone is, or remove it."))
        if not self.due.valid():
            return self._wrong(self.due, tr("This is not a date."))
        if self.key_result.value is not None and (text := self.reached.fault_text()):
            return self._wrong(self.reached, text)
        return None

    def clear_faults(self) -> None:
        self._fault.setVisible(False)

    def set_belongings(self, belongings: Sequence[Belonging], chosen: int | None) -> None:
        """What it can belong to, as that is called now."""
        self._belongings = {each.id: each for each in belongings}
        self.key_result.set_options([(each.id, each.label) for each in belongings], chosen)
        self._dress()

    def _wrong(self, field: QWidget, text: str) -> QWidget:
        self._fault.setText(text)
        self._fault.set_colour(palette().bad)
        self._fault.setVisible(True)
        return field

    def _dress(self) -> None:
        chosen = self._belongings[self.key_result.value]
        self.reached.setVisible(chosen.id is not None)
        self.reached.set_unit(chosen.unit, chosen.decimals)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)
