"""Adds or changes a person or a team."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.core.company import Person
from desktop.qtkit.wording import tr
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import FormRow


class PersonDialog(Dialog):
    """``entered`` carries the :class:`Person`."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None, person: Person | None = None) -> None:
        super().__init__(
            parent,
            tr("Add a person or team") if person is None else tr("Change a person or team"),
            confirm=tr("Add") if person is None else tr("Save"),
        )
        known = person or Person(name="")
        self._id = known.id
        self.name = QLineEdit(known.name)
        self.role = QLineEdit(known.role)
        self.team = QCheckBox(tr("This is a team"))
        self.team.setChecked(known.team)
        self._name_row = FormRow(tr("Name"), self.name)
        self.add(self._name_row)
        self.add(FormRow(tr("Role"), self.role, tr("For example sales, marketing or board")))
        self.add(self.team)
        self.name.setFocus()

    def on_confirmed(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._name_row.set_error(tr("Write a name."))
            self.name.setFocus()
            return
        person = Person(
            id=self._id, name=name, role=self.role.text().strip(), team=self.team.isChecked()
        )
        self.accept()
        self.entered.emit(person)
