"""Makes a new company file: name, language, currency, fiscal year, place."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.company import Company
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import tr
from desktop.ui.company_choices import (
    currency_options,
    language_options,
    month_options,
    usual_currency,
)
from desktop.ui.dialogs import Dialog, choose_folder
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow, secondary_button

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(company: str) -> str:
    """A file name for the company that every system takes."""
    plain = _NOT_IN_NAMES.sub(" ", company)
    return (" ".join(plain.split()).strip(". ") or "Sikte") + ".sikte"


class NewCompanyDialog(Dialog):
    """``created`` carries the path and the :class:`Company`."""

    created = Signal(object, object)

    def __init__(self, parent: QWidget | None, preferences: Preferences, language: str) -> None:
        super().__init__(
            parent,
            tr("New company"),
            tr("Everything is kept in one file on your own computer. All of this can be changed."),
            confirm=tr("Create"),
            width=560,
        )
        self._preferences = preferences
        self._folder = preferences.last_folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.name = QLineEdit()
        self.name.textEdited.connect(self._on_name_edited)
        self._name_row = FormRow(tr("Company name"), self.name)
        self.language = Choice(language_options(), language)
        self.language.chosen.connect(self._on_language_chosen)
        self.currency = Choice(currency_options(), usual_currency(language))
        self.year_start = Choice(month_options(), 1)
        self.place = QLineEdit(str(self._folder))
        self.place.setReadOnly(True)
        self._place_row = FormRow(tr("Folder"), self.place)
        change = secondary_button(tr("Change …"))
        change.setAccessibleName(tr("Change the folder"))
        change.clicked.connect(self._on_change_clicked)

        self.add(self._name_row)
        self.add(FormRow(tr("Language on paper"), self.language))
        self.add_beside(
            FormRow(tr("Currency"), self.currency),
            FormRow(tr("The fiscal year starts in"), self.year_start),
        )
        where = QHBoxLayout()
        where.setSpacing(SPACE.SMALL)
        where.addWidget(self._place_row, 1)
        row = FormRow(" ", change)
        change.setAccessibleName(tr("Change the folder"))
        where.addWidget(row)
        self.body.addLayout(where)
        self._show_place()
        self.name.setFocus()

    @property
    def path(self) -> Path:
        """Where the file will be."""
        return self._folder / file_name(self.name.text())

    def set_folder(self, folder: Path) -> None:
        self._folder = folder
        self._show_place()

    def on_confirmed(self) -> None:
        if not self.name.text().strip():
            self._name_row.set_error(tr("Write the company's name."))
            self.name.setFocus()
            return
        if self.path.exists():
            self._place_row.set_error(
                tr("There is already a file called {file} here.", file=self.path.name)
            )
            return
        company = Company(
            name=" ".join(self.name.text().split()),
            language=self.language.value,
            currency=self.currency.value,
            year_start=self.year_start.value,
        )
        path = self.path
        self.accept()
        self.created.emit(path, company)

    def _show_place(self) -> None:
        self.place.setText(str(self._folder))
        named = bool(self.name.text().strip())
        words = tr("The file is called {file}", file=self.path.name)
        self._place_row.set_hint(words if named else "")

    def _on_name_edited(self, text: str) -> None:
        self._name_row.set_error("")
        self._show_place()

    def _on_language_chosen(self, language: str) -> None:
        self.currency.set_value(usual_currency(language))

    def _on_change_clicked(self) -> None:
        folder = choose_folder(self, tr("Where to keep the file"), self._preferences)
        if folder is not None:
            self.set_folder(folder)
