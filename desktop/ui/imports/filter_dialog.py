"""Which rows of a table count for a KPI: those that hold certain texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import Choice, FormRow

Filters = tuple[tuple[str, str], ...]


class FilterDialog(Dialog):
    """``columns`` are names of columns with their texts, none where there are too many to list.
    ``filters_chosen`` carries pairs of a column's name and the text that its rows must hold."""

    filters_chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        columns: Mapping[str, Sequence[str]],
        filters: Filters,
    ) -> None:
        super().__init__(
            parent,
            tr("Which rows count"),
            tr("Only rows that fit every choice below are added up."),
            confirm=tr("Use"),
        )
        known = dict(filters)
        self.fields: dict[str, Choice[str] | QLineEdit] = {}
        for name, texts in columns.items():
            chosen = known.get(name, "")
            if texts:
                options = [("", tr("All")), *((text, text) for text in texts)]
                self.fields[name] = Choice(options, chosen)
            else:
                field = QLineEdit(chosen)
                field.setPlaceholderText(tr("All"))
                self.fields[name] = field
            self.add(FormRow(name, self.fields[name]))

    def on_confirmed(self) -> None:
        chosen = [
            (name, field.text().strip() if isinstance(field, QLineEdit) else field.value)
            for name, field in self.fields.items()
        ]
        self.accept()
        self.filters_chosen.emit(tuple((name, text) for name, text in chosen if text))
