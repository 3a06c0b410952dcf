"""A key result that is done or not done, in the goal editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.core.goal import KeyResult
from desktop.qtkit.wording import tr
from desktop.ui.goals.result_form import Owners, ResultForm
from desktop.ui.widgets import Caption, DateField, FormRow


class DoneForm(ResultForm):
    """What is to be done, whether it is, and since when."""

    def __init__(
        self, key_result: KeyResult, owners: Owners, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(key_result, owners, parent)
        self.title = QLineEdit(key_result.title)
        self.title.setPlaceholderText(tr("The new web shop is open"))
        self.title.textChanged.connect(self.renamed)
        self.done = QCheckBox(tr("Done"))
        self.done.setChecked(key_result.done_on is not None)
        self.done.toggled.connect(self._on_done_toggled)
        self.done_on = DateField(key_result.done_on or today)
        self.done.setMinimumHeight(self.done_on.sizeHint().height())  # its middle on theirs
        self._title_row = FormRow(tr("What is to be done"), self.title)
        self._day_row = FormRow(tr("Done on"), self.done_on)
        self.fields.addWidget(self._title_row, 0, 0, 1, 2)
        self.fields.addWidget(FormRow(tr("State"), self.done), 0, 2)
        self.fields.addWidget(self._day_row, 0, 3)
        self.below.addWidget(Caption(tr("A result that is either done or not done.")))
        self._on_done_toggled(self.done.isChecked())

    def value(self) -> KeyResult:
        done_on = self.done_on.day() if self.done.isChecked() else None
        return replace(super().value(), title=self.title.text().strip(), done_on=done_on)

    def fault(self) -> QWidget | None:
        if not self.title.text().strip():
            self._title_row.set_error(tr("Write what is to be done."))
            return self.title
        if self.done.isChecked() and not self.done_on.valid():
            self._day_row.set_error(tr("This is not a date."))
            return self.done_on
        return super().fault()

    def clear_faults(self) -> None:
        super().clear_faults()
        self._title_row.set_error("")
        self._day_row.set_error("")

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        self.title.setFocus()

    def _on_done_toggled(self, done: bool) -> None:
        self._day_row.setVisible(done)
