"""The guide in the window: the conversation, the goal at its side, and the way through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.core.faults import Fault
from desktop.core.sitting import Sitting, next_day
from desktop.qtkit.wording import tr
from desktop.services.sittings import guide_of, put_off, save_sitting
from desktop.ui.context import AppContext
from desktop.ui.guide.end_view import EndView
from desktop.ui.guide.guide_frame import GuideFrame
from desktop.ui.guide.preview import Preview
from desktop.ui.guide.question import Question
from desktop.ui.guide.questions import questions_of
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import palette


class GuideView(GuideFrame):
    """``begin`` or ``load`` a goal.  ``closed`` carries the goal's id (or ``None`` when there is
    none), ``editor_wanted`` its id for the ordinary editor (or ``None`` for a new goal there).
    """

    closed = Signal(object)
    editor_wanted = Signal(object)
    sitting_saved = Signal(int, int)  # the goal, and how many sittings are over

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sketch: Sketch | None = None
        self.sitting = Sitting.GOAL
        self._place = 0
        self._questions: list[Callable[[Sketch], Question]] = []
        self.question: Question | None = None
        for button, slot in (
            (self.back_button, self.leave),
            (self.editor_button, self._on_editor_clicked),
            (self.print_button, self.print_out),
            (self.previous_button, self._on_previous_clicked),
            (self.next_button, self.go_on),
            (self.later_button, self._on_later_clicked),
        ):
            button.clicked.connect(slot)
        self.steps.chosen.connect(self._on_step_chosen)
        for keys, slot in (
            (Qt.Key.Key_Return, self._on_enter),
            (Qt.Key.Key_Enter, self._on_enter),
            (Qt.Key.Key_Escape, self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------------ what the page asks

    def begin(self, parent_id: int | None = None) -> None:
        """A new goal from its first question."""
        self._open(Sketch(self._context.workspace, None, parent_id), Sitting.GOAL)

    def load(self, goal_id: int, sitting: Sitting | None = None) -> None:
        """A goal of the file, at the sitting that comes next.  Raises :class:`NotAllowed` when it
        is not there."""
        workspace = self._context.workspace
        sketch = Sketch(workspace, goal_id, None)
        self._open(sketch, sitting or guide_of(workspace, goal_id).next or Sitting.GOAL)

    def reload(self) -> None:
        """Read the goal again and show the same question.  Raises :class:`NotAllowed`."""
        goal_id, place = self.goal_id, self._place
        if goal_id is not None:
            self.load(goal_id, self.sitting)
            self._show(min(place, len(self._questions)))

    def focus_first(self) -> None:
        """Put the cursor where one answers."""
        if self.question is not None:
            self.question.focus_first()

    @property
    def goal_id(self) -> int | None:
        return None if self.sketch is None else self.sketch.goal.id

    def changed(self) -> bool:
        """Whether something is not in the file yet."""
        return self.sketch is not None and self.sketch.changed()

    def keep(self) -> bool:
        """Save what has been answered so far, so that leaving loses nothing; false when it could
        not be saved.  A goal without a word has nothing to keep."""
        sketch = self.sketch
        if sketch is None or not sketch.changed() or not sketch.goal.statement:
            return True
        return self._save(finished=False)

    # ------------------------------------------------------------------ what is on show

    def _open(self, sketch: Sketch, sitting: Sitting) -> None:
        self.sketch = sketch
        self.put_preview(Preview(sketch))
        self._sit(sitting)

    def _sit(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.steps.set_value(str(int(sitting)))
        self._show(0)

    def _show(self, place: int) -> None:
        """The question at ``place`` of the sitting; after the last comes its end."""
        sketch = self.sketch
        if sketch is None:
            return
        self._questions = questions_of(self.sitting, sketch)
        self._place = place
        at_end = place >= len(self._questions)
        question = EndView(sketch, self.sitting) if at_end else self._questions[place](sketch)
        if isinstance(question, EndView):
            question.finished.connect(self._on_finished)
            question.continued.connect(self._on_continued)
        question.changed.connect(self._on_changed)
        question.next_wanted.connect(self.go_on)
        self.put_question(question, place, len(self._questions))
        self.question = question
        self.print_button.setToolTip(
            tr("This sitting on paper, with what has been answered")
            if sketch.goal.statement
            else tr("Blank forms for the three sittings")
        )
        self.later_button.setVisible(place == 0 and self._is_due(sketch))
        for step in Sitting:
            self.steps.set_enabled(str(int(step)), bool(sketch.what) or step is self.sitting)
        self._on_changed()
        question.focus_first()

    def _is_due(self, sketch: Sketch) -> bool:
        """Whether this is the day that was agreed on for the goal."""
        goal_id = sketch.goal.id
        day = None if goal_id is None else guide_of(self._context.workspace, goal_id).next_on
        return day is not None and day <= sketch.today

    # ------------------------------------------------------------------ the way through

    def go_on(self) -> None:
        """To the next question, unless something keeps one from going on."""
        question = self.question
        if question is None or isinstance(question, EndView):
            return
        fault = question.fault()
        question.say_fault(fault, palette().bad)
        if fault:
            question.focus_first()
            return
        question.take()
        self._show(self._place + 1)

    def print_out(self) -> None:
        """Print the sitting with what has been answered, which is saved first; before the goal has
        a word, blank forms of all three."""
        from desktop.services.sheet_sitting import blank_sittings, sitting_sheet
        from desktop.ui.sheets.quick_paper import QuickPaper  # paper comes when it is wanted

        if not self.keep():
            return
        self.reload()  # what is answered from now on belongs to the goal that was saved
        workspace, goal_id = self._context.workspace, self.goal_id
        if goal_id is None:
            QuickPaper(self, self._context).print_out(blank_sittings(workspace))
            return
        sheet = sitting_sheet(workspace, goal_id, self.sitting)
        QuickPaper(self, self._context).print_out([sheet])

    def leave(self) -> None:
        """Close the guide; what has been answered is kept."""
        if self.keep():
            self.closed.emit(self.goal_id)

    def _save(self, *, finished: bool, next_on: date | None = None) -> bool:
        sketch = self.sketch
        if sketch is None:
            return False
        workspace = self._context.workspace
        try:
            saved = save_sitting(
                workspace, sketch.draft, self.sitting, finished=finished, next_on=next_on
            )
        except Fault as fault:
            self._context.show_fault(fault)
            return False
        goal_id = saved.id or 0
        self.sketch = Sketch(workspace, goal_id, None)
        if finished:
            self.sitting_saved.emit(goal_id, int(self.sitting))
        return True

    def _on_finished(self, next_on: date | None) -> None:
        if self._save(finished=True, next_on=next_on):
            self.closed.emit(self.goal_id)

    def _on_continued(self) -> None:
        if self._save(finished=True) and self.sketch is not None:
            self._open(self.sketch, Sitting(self.sitting + 1))

    def _on_step_chosen(self, key: str) -> None:
        self._sit(Sitting(int(key)))

    def _on_editor_clicked(self) -> None:
        if self.keep():
            self.editor_wanted.emit(self.goal_id)

    def _on_later_clicked(self) -> None:
        sketch = self.sketch
        if sketch is None or not self.keep() or self.goal_id is None:
            return
        day = next_day(sketch.today)
        put_off(self._context.workspace, self.goal_id, day)
        self._context.notify(tr("You are reminded on {day}.", day=day))
        self.closed.emit(self.goal_id)

    def _on_previous_clicked(self) -> None:
        if self._place > 0:
            self._show(self._place - 1)

    def _on_enter(self) -> None:
        held = QApplication.focusWidget()
        steps = self.steps.isAncestorOf(held) if held is not None else False
        if isinstance(held, QAbstractButton) and not (held.isCheckable() and not steps):
            held.click()
        elif self.question is not None and not self.question.enter():
            self.go_on()

    def _on_escape(self) -> None:
        if self.question is not None and self.question.escape():
            return
        if self._place > 0:
            self._show(self._place - 1)
        else:
            self.leave()

    def _on_changed(self) -> None:
        if self.preview is not None and self.sketch is not None:
            self.preview.show_sketch(self.sketch)
