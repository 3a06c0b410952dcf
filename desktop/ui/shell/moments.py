"""Watches for what is reached and for goals that end, and shows it once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.context import AppContext

if TYPE_CHECKING:
    from desktop.core.goal import GoalState
    from desktop.core.moment import Moment
    from desktop.services.workspace import ChangeEvent
    from desktop.ui.shell.moment_card import MomentCard

_TABLES = frozenset({"goal", "key_result", "milestone", "measurement"})
_AFTER_START = 1_000  # milliseconds; the first page is up by then
_AFTER_CHANGE = 150  # and the page has said what it did
_MOST_KEYS = 500  # remembered of a file


class Moments(QObject):
    """What was reached before the file was first opened on this computer is no news; what is told
    is remembered here, so that it is told once, and nothing is written into the file for it."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._states: dict[int, GoalState] | None = None
        self.card: MomentCard | None = None
        self._over = False  # the last page may still save what was typed while it closes
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(_AFTER_START)
        context.watch(host, self._on_changed)

    def stop(self) -> None:
        """The file is closing: no more looking."""
        self._over = True
        self._timer.stop()
        if self.card is not None:
            self.card.dismiss()

    def look(self) -> None:
        """See what is new since the last look, and show it."""
        from desktop.services.moments import ended, goal_states, reached  # not at start

        ws, before = self._context.workspace, self._states
        self._states = goal_states(ws)
        self._withdraw(self._states)
        known = self._known()
        found = reached(ws)
        fresh = [] if known is None else [each for each in found if each.key not in known]
        told = {each.key: None for each in found}
        if known is None or fresh:
            self._remember([*(known or ()), *(key for key in told if key not in (known or ()))])
        over = ended(ws, before or {})
        news = self._news(fresh, over)
        if news:
            self._show(news)

    def _withdraw(self, states: dict[int, GoalState]) -> None:
        """A goal that is open again, perhaps by undo, is not to be looked back on."""
        from desktop.core.reviews_due import CLOSED

        shown = None if self.card is None else self.card.moments[0]
        if self.card is None or shown is None or not shown.review:
            return
        if states.get(shown.goal_id) not in CLOSED:
            self.card.dismiss()

    def _news(self, fresh: list[Moment], over: tuple[Moment, ...]) -> list[Moment]:
        """Goals before milestones.  A goal that was closed is to be looked back on, and one that
        was told as reached before is not told so again."""
        from dataclasses import replace

        from desktop.core.moment import MomentKind

        closed = {each.key for each in over}
        goals = [each for each in fresh if each.kind is MomentKind.GOAL]
        shown = {each.key for each in goals}
        return [
            *(replace(each, review=each.review or each.key in closed) for each in goals),
            *(replace(each, kind=MomentKind.ENDED) for each in over if each.key not in shown),
            *(each for each in fresh if each.kind is MomentKind.MILESTONE),
        ]

    def _show(self, moments: list[Moment]) -> None:
        from desktop.ui.shell.moment_card import MomentCard

        if self.card is not None:
            self.card.dismiss()
        self.card = MomentCard(self._host, moments)
        self.card.dismissed.connect(self._on_dismissed)
        self.card.review_wanted.connect(self._on_review_wanted)

    def _on_time(self) -> None:
        """What is written in the background is waited for."""
        if self._context.tasks.busy:
            self._timer.start(_AFTER_CHANGE)
        else:
            self.look()

    def _on_changed(self, event: ChangeEvent) -> None:
        if event.tables & _TABLES and not self._over:
            self._timer.start(_AFTER_CHANGE)

    def _on_dismissed(self) -> None:
        self.card = None

    def _on_review_wanted(self, goal_id: int) -> None:
        self._context.navigate("follow_up/reviews", goal_id)

    def _known(self) -> list[str] | None:
        """The keys of what was told of this file; ``None`` when it was never open here."""
        try:
            found = json.loads(self._context.preferences.choice(self._place) or "null")
        except ValueError:
            return None
        return None if found is None else [str(each) for each in found]

    def _remember(self, keys: list[str]) -> None:
        self._context.preferences.remember_choice(self._place, json.dumps(keys[-_MOST_KEYS:]))

    @property
    def _place(self) -> str:
        """By the file's path, as a hash: a path is no key for settings."""
        from hashlib import sha256

        path = str(self._context.workspace.path)
        return f"moments/{sha256(path.encode()).hexdigest()[:16]}"
