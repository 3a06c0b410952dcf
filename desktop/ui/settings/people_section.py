"""The people and teams that own goals and KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from desktop.core.company import Person
from desktop.qtkit.wording import tr
from desktop.services.company import delete_person, people, save_person
from desktop.ui.context import AppContext
from desktop.ui.dialogs import confirm
from desktop.ui.settings.person_dialog import PersonDialog
from desktop.ui.settings.section import Section
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Column, DataTable, quiet_button, secondary_button


class PeopleSection(Section):
    """A table, and what can be done with its rows."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            tr("People"), tr("Everybody who owns a goal, a key result or a KPI; teams as well.")
        )
        self._context = context
        self.table: DataTable[Person] = DataTable(
            "people",
            (
                Column(name="name", title=tr("Name"), text=_name, stretch=True),
                Column(name="role", title=tr("Role"), text=_role, width=200),
                Column(name="kind", title=tr("Kind"), text=_kind, width=110),
            ),
            context.preferences,
            name=tr("People"),
            fit_height=True,
        )
        self.table.row_activated.connect(self._on_row_activated)
        self.table.row_selected.connect(self._show_actions)
        self._nobody = Caption(tr("Nobody yet. Add the people who will own goals."))
        self.add_button = secondary_button(tr("Add"), "plus")
        self.change_button = quiet_button(tr("Change"), "pencil")
        self.remove_button = quiet_button(tr("Remove"), "trash-2")
        self.add_button.clicked.connect(self.add_person)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.SMALL)
        for button in (self.add_button, self.change_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(self._nobody)
        self.add(self.table)
        self.body.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Read the people again."""
        known = people(self._context.workspace)
        self.table.set_rows(known)
        self.table.setVisible(bool(known))
        self._nobody.setVisible(not known)
        self._show_actions()

    def add_person(self) -> None:
        """Ask for a new person."""
        dialog = PersonDialog(self)
        dialog.entered.connect(self._on_person_entered)
        dialog.open()

    def _show_actions(self) -> None:
        may_change = not self._context.workspace.read_only
        chosen = self.table.current_row() is not None
        self.add_button.setEnabled(may_change)
        self.change_button.setEnabled(may_change and chosen)
        self.remove_button.setEnabled(may_change and chosen)

    def _on_row_activated(self, person: Person) -> None:
        if not self._context.workspace.read_only:
            dialog = PersonDialog(self, person)
            dialog.entered.connect(self._on_person_entered)
            dialog.open()

    def _on_person_entered(self, person: Person) -> None:
        saved = save_person(self._context.workspace, person)
        self.table.select_where(lambda row: row.id == saved.id)

    def _on_change_clicked(self) -> None:
        person = self.table.current_row()
        if person is not None:
            self._on_row_activated(person)

    def _on_remove_clicked(self) -> None:
        person = self.table.current_row()
        if person is not None:
            confirm(
                self,
                tr("Remove {name}?", name=person.name),
                tr("What {name} owns stays, without an owner.", name=person.name),
                tr("Remove"),
                self._on_remove_confirmed,
            )

    def _on_remove_confirmed(self) -> None:
        person = self.table.current_row()
        if person is not None and person.id is not None:
            delete_person(self._context.workspace, person.id)


def _name(person: Person) -> str:
    return person.name


def _role(person: Person) -> str:
    return person.role


def _kind(person: Person) -> str:
    return tr("Team") if person.team else tr("Person")
