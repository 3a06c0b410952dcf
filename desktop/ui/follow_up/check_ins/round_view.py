"""The round: one goal after the other, with its numbers beside what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.check_in import CheckIn, gap_question
from desktop.core.faults import Fault
from desktop.qtkit.wording import say, tr
from desktop.services.check_ins import Stop, begin_check_in, check_ins, save_check_in
from desktop.services.company import people
from desktop.services.goal_stories import missed_milestones
from desktop.services.settings import CHECK_IN_PULSE, read
from desktop.ui.context import AppContext
from desktop.ui.follow_up.check_ins.form import CheckInForm
from desktop.ui.follow_up.check_ins.history import last_words
from desktop.ui.follow_up.check_ins.numbers_beside import NumbersBeside
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Banner, Caption, Hairline, Label, primary_button, quiet_button
from desktop.ui.widgets.scroller import Scroller

_SAVE, _SAVE_TOO, _SKIP, _BACK = "Ctrl+Return", "Ctrl+Enter", "Ctrl+Right", "Ctrl+Left"


class RoundView(QWidget):
    """``ended`` is sent after the last goal, or when the user has had enough; what was said is in
    ``said``, by goal."""

    ended = Signal()

    def __init__(self, context: AppContext, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._context = context
        self.stops = tuple(stops)
        self.said: dict[int, CheckIn] = {}
        self._at = 0
        ws = context.workspace
        self.form = CheckInForm(people(ws), pulse=read(ws, CHECK_IN_PULSE))
        self.form.changed.connect(self._on_form_changed)
        self._place = Caption("")
        self._statement = Label("", Text.TITLE, strong=True, wrap=True)
        self._fault = Banner("", "bad")
        self._numbers = QWidget()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(SPACE.PAGE)
        self._columns.addWidget(self._numbers, 1)
        self._columns.addWidget(self.form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self._place)
        layout.addWidget(self._statement)
        layout.addWidget(self._fault)
        layout.addWidget(Hairline())
        layout.addWidget(self._scroller(), 1)
        layout.addLayout(self._foot())
        for keys, slot in (
            (_SAVE, self.save_and_go_on),
            (_SAVE_TOO, self.save_and_go_on),
            (_SKIP, self.skip),
            (_BACK, self.back),
            ("Esc", self.end),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show()

    @property
    def stop(self) -> Stop:
        """The goal on show."""
        return self.stops[self._at]

    def take_focus(self) -> None:
        self.form.confidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_and_go_on(self) -> None:
        """Save what is said of this goal, if anything new is, and show the next one."""
        check_in = self.form.check_in
        if check_in is None or (check_in.is_empty and check_in.id is None):
            self._tell(tr("Choose a number or write a word. Ctrl+→ skips this goal."))
        elif self._saved(check_in):
            self.skip()

    def skip(self) -> None:
        """Show the next goal; nothing is saved of what is not said."""
        if not self.keep():
            return
        if self._at + 1 == len(self.stops):
            self.ended.emit()
            return
        self._at += 1
        self._show()

    def back(self) -> None:
        """Show the goal before."""
        if self._at and self.keep():
            self._at -= 1
            self._show()

    def end(self) -> None:
        """Leave the round here."""
        if self.keep():
            self.ended.emit()

    def keep(self) -> bool:
        """Save what is being said, so that nothing is lost; whether it could be."""
        check_in = self.form.check_in
        if check_in is None or check_in == self._begun or check_in.is_empty:
            return True
        return self._saved(check_in)

    def forget_undone(self) -> None:
        """The file has changed: what was undone counts as not said yet."""
        for goal_id, check_in in tuple(self.said.items()):
            known = check_ins(self._context.workspace, goal_id)
            if check_in.id in {each.id for each in known}:
                continue
            del self.said[goal_id]
            if goal_id == self.stop.view.goal.id:
                self._show()

    def _saved(self, check_in: CheckIn) -> bool:
        goal_id = check_in.goal_id
        if check_in == self.said.get(goal_id):
            return True
        try:
            saved = save_check_in(self._context.workspace, check_in)
        except Fault as fault:
            self._tell(say(fault.message))
            return False
        self.said[goal_id] = self._begun = saved
        self.form.show_check_in(saved)
        return True

    def _show(self) -> None:
        stop = self.stop
        view = stop.view
        today = self._context.workspace.today()
        fresh = begin_check_in(self._context.workspace, view)
        earlier = self.said.get(fresh.goal_id)
        if earlier is None and stop.last is not None and stop.last.day == today:
            earlier = replace(  # said today already: it is gone on with
                stop.last, status=fresh.status, probability=fresh.probability, seen=fresh.seen
            )
        self._begun = earlier or fresh
        self._place.setText(tr("Goal {n} of {all}", n=self._at + 1, all=len(self.stops)))
        self._statement.setText(view.goal.statement)
        self._tell("")
        before = tuple(each for each in stop.history if each.day < today)
        missed = missed_milestones(self._context.workspace, view)
        numbers = NumbersBeside(stop, before, missed)
        self._columns.replaceWidget(self._numbers, numbers)
        self._numbers.setParent(None)
        self._numbers.deleteLater()
        self._numbers = numbers
        last_time = last_words(before[-1]) if before else ""
        self.form.before.setText(last_time)
        self.form.before.setVisible(bool(last_time))
        self.form.show_check_in(self._begun)
        self._back.setEnabled(self._at > 0)
        last = self._at + 1 == len(self.stops)
        self._next.setText(tr("Save and finish") if last else tr("Save and go on"))
        self._scroll.verticalScrollBar().setValue(0)
        self._on_form_changed()

    def _tell(self, text: str) -> None:
        self._fault.set_text(text)
        self._fault.setVisible(bool(text))

    def _on_form_changed(self) -> None:
        """A gap between what is believed and what is forecast is a question, not a verdict."""
        question = gap_question(self.form.confidence.value, self._begun.probability)
        self.form.note.setText("" if question is None else say(question))
        self.form.note.setVisible(question is not None)

    def _scroller(self) -> Scroller:
        content = QWidget()
        content.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        self._scroll = Scroller(content)
        return self._scroll

    def _foot(self) -> QHBoxLayout:
        self._back = quiet_button(tr("Goal before"), "arrow-left")
        self._back.setToolTip("Ctrl+←")
        self._back.clicked.connect(self.back)
        skip = quiet_button(tr("Skip"))
        skip.setToolTip("Ctrl+→")
        skip.clicked.connect(self.skip)
        stop = quiet_button(tr("End the round"))
        stop.setToolTip("Esc")
        stop.clicked.connect(self.end)
        self._next = primary_button(tr("Save and go on"))
        self._next.setToolTip("Ctrl+Enter")
        self._next.clicked.connect(self.save_and_go_on)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self._back)
        foot.addWidget(stop)
        foot.addWidget(Caption(tr("Ctrl+Enter saves and goes on, Ctrl+→ skips."), wrap=True), 1)
        foot.addWidget(skip)
        foot.addWidget(self._next)
        return foot
