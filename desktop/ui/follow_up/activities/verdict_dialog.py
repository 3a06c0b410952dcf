"""Keep or kill: what was expected of an activity, what was seen, and what was learned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core.activity import Verdict
from desktop.core.faults import Fault
from desktop.qtkit.wording import say, tr
from desktop.services.activities import ActivityView, decide
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import palette
from desktop.ui.widgets import (
    Caption,
    FormRow,
    Hairline,
    Label,
    primary_button,
    quiet_button,
    secondary_button,
)

_WIDE = 640


class VerdictDialog(Dialog):
    """``decided`` carries the activity's id, ``change_wanted`` too: it is given more time."""

    decided = Signal(int)
    change_wanted = Signal(int)

    def __init__(self, parent: QWidget | None, workspace: Workspace, view: ActivityView) -> None:
        super().__init__(
            parent,
            tr("Keep it or kill it?"),
            tr("“Kill your darlings”: what does not help makes room for what does."),
            cancel=tr("Cancel"),
            width=_WIDE,
        )
        self._workspace = workspace
        self._view = view
        self.conclusion = TextArea(
            view.activity.conclusion, lines=3, placeholder=tr("What do we do because of it?")
        )
        self._row = FormRow(
            tr("What did we learn?"), self.conclusion, tr("Ctrl+1 kills it, Ctrl+2 keeps it.")
        )
        self.add(Label(say(view.sentence), strong=True, wrap=True))
        for words in (view.expected, view.seen):
            if words is not None:
                self.add(Label(say(words), wrap=True))
        if view.caution is not None:
            self.add(Caption(say(view.caution)))
        self.add(Hairline())
        self.add(self._row)
        self._fault = Caption()
        self._fault.set_colour(palette().bad)
        self._fault.hide()
        self.add(self._fault)
        later = quiet_button(tr("Give it more time"))
        later.clicked.connect(self._on_later_clicked)
        self.kill_button = secondary_button(tr("Kill it"), "x")
        self.kill_button.clicked.connect(self.kill)
        self.keep_button = primary_button(tr("Keep it"), "circle-check")
        self.keep_button.clicked.connect(self.keep)
        for button in (later, self.kill_button, self.keep_button):
            self.foot.addWidget(button)
        for keys, slot in (("Ctrl+1", self.kill), ("Ctrl+2", self.keep)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.conclusion.setFocus()

    def keep(self) -> None:
        """It goes on: it is how things are done now."""
        self._decide(Verdict.KEPT)

    def kill(self) -> None:
        """It is over, and so is what it cost."""
        self._decide(Verdict.KILLED)

    def _decide(self, verdict: Verdict) -> None:
        activity_id = self._view.activity.id or 0
        try:
            decide(self._workspace, activity_id, verdict, self.conclusion.text())
        except Fault as fault:
            self._fault.setText(say(fault.message))
            self._fault.show()
            self.conclusion.setFocus()
            return
        self.accept()
        self.decided.emit(activity_id)

    def _on_later_clicked(self) -> None:
        self.reject()
        self.change_wanted.emit(self._view.activity.id or 0)
