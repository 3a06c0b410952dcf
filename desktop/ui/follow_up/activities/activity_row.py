"""One activity: its sentence, where it stands, and what was seen since it began."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.core.activity import Activity, ActivityState, Verdict, state_names
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, say, tr
from desktop.services.activities import ActivityView
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Label, icon_button, quiet_button, secondary_button
from desktop.ui.widgets.keyboard_row import KeyboardRow

_STATE = 108  # pixels of the column with the state
_QUIET = (ActivityState.KEPT, ActivityState.KILLED)


class ActivityRow(KeyboardRow):
    """Enter decides where that is asked for, and else opens the editor; ``change_button``,
    ``decide_button`` and ``delete_button`` are ``None`` in a file that cannot be written."""

    def __init__(self, view: ActivityView, currency: str, *, read_only: bool) -> None:
        super().__init__(say(view.sentence))
        self.view = view
        quiet = view.state in _QUIET
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(say(view.sentence), strong=not quiet, wrap=True))
        words.addWidget(Caption(facts(view, currency)))
        if view.activity.conclusion:
            words.addWidget(
                Label(
                    tr("Learned: {conclusion}", conclusion=view.activity.conclusion),
                    Text.SMALL,
                    wrap=True,
                )
            )
        told = (view.expected,) if quiet else (view.seen, view.expected)
        for message in told:
            if message is not None:
                words.addWidget(Label(say(message), Text.SMALL, wrap=True))
        for message in () if quiet else (view.caution, view.lacks):
            if message is not None:
                words.addWidget(Caption(say(message)))
        state = Label(state_text(view), Text.SMALL, strong=True, soft=quiet, wrap=True)
        state.setFixedWidth(_STATE)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.SMALL, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.decide_button = self.change_button = self.delete_button = None
        if read_only:
            return
        open_yet = view.activity.verdict is Verdict.OPEN
        make = secondary_button if view.is_due else quiet_button
        if view.state is not ActivityState.PLANNED:
            self.decide_button = make(tr("Keep or kill") if open_yet else tr("Decide again"))
        self.change_button = icon_button("pencil", tr("Change what we try"))
        self.delete_button = icon_button("trash-2", tr("Delete the activity"))
        for button in (self.decide_button, self.change_button, self.delete_button):
            if button is None:
                continue
            button.setAccessibleDescription(view.activity.title)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def state_text(view: ActivityView) -> str:
    """The state, or that it waits for a verdict."""
    if view.is_due:
        return tr("Keep or kill?")
    return say(state_names()[view.state])


def facts(view: ActivityView, currency: str) -> str:
    """Who, when, and at what cost."""
    activity = view.activity
    found = [view.owner or tr("Nobody does it yet"), _span(activity)]
    if activity.cost is not None:
        cost = Quantity(activity.cost, Unit(UnitKind.CURRENCY, currency))
        found.append(tr("costs {amount}", amount=cost))
    if activity.decided_on is not None:
        found.append(tr("decided on {day}", day=activity.decided_on))
    return " · ".join(found)


def _span(activity: Activity) -> str:
    day = current().day
    if activity.end is None:
        return tr("from {start}", start=day(activity.start))
    return tr("{start} to {end}", start=day(activity.start), end=day(activity.end))
