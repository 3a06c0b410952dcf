"""Name and definition of a KPI."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.core.kpi import Kpi
from desktop.qtkit.wording import tr
from desktop.ui.kpis.editor.section import Section
from desktop.ui.widgets import FormRow

_LINES = 76  # pixels: three lines


class NamingSection(Section):
    """What people call it, and exactly what is counted."""

    def __init__(self) -> None:
        super().__init__(
            tr("What it is"),
            tr("One word, one meaning: otherwise numbers cannot be compared."),
        )
        self.name = QLineEdit()
        self._name_row = FormRow(tr("Name"), self.name)
        self.definition = QPlainTextEdit()
        self.definition.setFixedHeight(_LINES)
        self.definition.setTabChangesFocus(True)
        self.key = QLineEdit()
        self._key_row = FormRow(
            tr("Short name"), self.key, tr("Formulas use it. Leave it empty to have one made.")
        )
        self.add(self._name_row, self._key_row, stretches=(3, 2))
        self.add(
            FormRow(
                tr("Definition"),
                self.definition,
                tr("Exactly what is counted, and what is not. It is printed with the number."),
            )
        )
        self.name.textEdited.connect(self._on_name_edited)

    def fill(self, kpi: Kpi) -> None:
        self.name.setText(kpi.name)
        self.definition.setPlainText(kpi.definition)
        self.key.setText(kpi.key)

    def read(self, kpi: Kpi) -> Kpi:
        return replace(
            kpi,
            name=" ".join(self.name.text().split()),
            definition=self.definition.toPlainText().strip(),
            key=self.key.text().strip(),
        )

    def wrong(self) -> FormRow | None:
        if self.name.text().strip():
            return None
        self._name_row.set_error(tr("Write what the KPI is called."))
        return self._name_row

    def _on_name_edited(self) -> None:
        self._name_row.set_error("")
