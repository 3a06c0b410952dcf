"""An idea in more words than its title, and who said it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.idea import Idea
from desktop.qtkit.wording import say, tr
from desktop.services.ideas import known_names, save_idea
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.follow_up.ideas.quick_entry import completer
from desktop.ui.goals.text_area import TextArea
from desktop.ui.widgets import DateField, FormRow


class IdeaDialog(Dialog):
    """Saving is one step that can be undone."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, idea: Idea) -> None:
        super().__init__(parent, tr("The idea"), confirm=tr("Save"), width=560)
        self._workspace = workspace
        self._idea = idea
        self.title = QLineEdit(idea.title)
        self.details = TextArea(idea.details, lines=4)
        self.who = QLineEdit(idea.who)
        self.who.setCompleter(completer(known_names(workspace)))
        self.day = DateField(idea.day)
        self._row = FormRow(tr("In a few words"), self.title)
        self._day_row = FormRow(tr("When"), self.day)
        self.add(self._row)
        self.add(FormRow(tr("More about it"), self.details))
        self.add_beside(FormRow(tr("Who said it"), self.who), self._day_row)
        self.title.setFocus()

    def on_confirmed(self) -> None:
        day = self.day.day()
        if day is None:
            self._day_row.set_error(tr("Write the day as year-month-day."))
            self.day.setFocus()
            return
        changed = replace(
            self._idea,
            title=self.title.text(),
            details=self.details.text(),
            who=self.who.text(),
            day=day,
        )
        try:
            save_idea(self._workspace, changed)
        except Fault as fault:
            self._row.set_error(say(fault.message))
            self.title.setFocus()
            return
        self.accept()
