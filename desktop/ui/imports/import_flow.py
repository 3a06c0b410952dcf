"""One file on its way in: three steps, of which a known file needs only the last."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.tasks import Task
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.imports import ImportDraft, Preview, TableRule
from desktop.services.kpis import kpis
from desktop.ui.context import AppContext
from desktop.ui.imports.changes_step import ChangesStep
from desktop.ui.imports.changes_words import button_words
from desktop.ui.imports.columns_step import ColumnsStep
from desktop.ui.imports.file_step import FileStep
from desktop.ui.imports.open_questions import all_answered, can_pick
from desktop.ui.imports.table_words import file_words
from desktop.ui.imports.work import Answer, Apply, Compare, Imported, Pieces, Split
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Banner,
    Caption,
    Hairline,
    PageFrame,
    Stepper,
    primary_button,
    quiet_button,
    secondary_button,
)

FILE, COLUMNS, CHANGES = range(3)


class ImportFlow(QWidget):
    """``imported`` carries an :class:`Imported`; ``left`` is sent when the file is given up or
    has nothing to bring."""

    imported = Signal(object)
    left = Signal()

    def __init__(self, context: AppContext, draft: ImportDraft, waiting: int) -> None:
        super().__init__()
        self._context = context
        self._draft = draft
        self._picked = _first_picked(draft)
        self._rules: list[TableRule] = list(draft.chosen())
        self.step: QWidget = QWidget()
        self._columns: ColumnsStep | None = None
        self._task: Task | None = None
        self.stepper = Stepper([tr("File"), tr("Columns"), tr("Changes")])
        self.back_button = secondary_button(tr("Back"), "arrow-left")
        self.next_button = primary_button(tr("Next"))
        self.cancel_button = quiet_button(tr("Cancel"))
        self._hint = Caption()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out(waiting)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.cancel_button.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.go_back)
        if draft.known:
            self.stepper.hide()
            self._compare()
        else:
            self._show_file()

    def _lay_out(self, waiting: int) -> None:
        frame = PageFrame(
            self._draft.file_name, self._about(waiting), [self.cancel_button], scrolling=False
        )
        frame.add(self.stepper)
        self._banners = QVBoxLayout()
        frame.add_layout(self._banners)
        self._place = QVBoxLayout()
        frame.add_layout(self._place, 1)
        frame.add(Hairline())
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self.back_button)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.next_button)
        frame.add_layout(foot)
        frame.body.setSpacing(SPACE.MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _about(self, waiting: int) -> str:
        words = file_words(self._draft)
        if waiting:
            more = ntr("{n} more file waits", "{n} more files wait", waiting)
            return f"{words} · {more}"
        return words

    # ------------------------------------------------------------------ the steps

    def _show_file(self) -> None:
        step = FileStep(self._draft, self._picked)
        step.answered.connect(self._on_answered)
        step.picked_changed.connect(self._on_picked_changed)
        self._columns = None
        self._show(FILE, step)
        if self._nothing_to_import:
            self.stepper.hide()
            self.cancel_button.hide()
            self.next_button.setText(tr("Close"))
        self._allow_next()

    def _show_columns(self) -> None:
        if self._columns is None:
            known = kpis(self._context.workspace)
            self._columns = ColumnsStep(self._draft, self._picked, known)
            self._columns.changed.connect(self._allow_next)
            self._columns.split_wanted.connect(self._on_split_wanted)
        self._show(COLUMNS, self._columns)
        self._allow_next()
        self._columns.take_focus()

    def _compare(self) -> None:
        work = Compare(self._context.workspace, self._draft, tuple(self._rules))
        self._run(tr("Comparing with what is there"), work, self._on_compared)

    def _on_compared(self, preview: Preview) -> None:
        self._task = None
        step = ChangesStep(self._draft, preview, self._context.preferences)
        self._show(CHANGES, step)
        self.next_button.setText(button_words(step.counts))
        self.next_button.setEnabled(not self._context.workspace.read_only or not step.changes)
        self._hint.setText("")
        self.next_button.setFocus()

    def take_focus(self) -> None:
        """To what is to be done next: the question that is open, else the button."""
        open_ones = self.step.questions if isinstance(self.step, FileStep) else []
        if self.next_button.isEnabled() or not open_ones:
            self.next_button.setFocus()
        else:
            open_ones[0].take_focus()

    def _show(self, number: int, step: QWidget) -> None:
        for place in (self._place, self._banners):
            while (item := place.takeAt(0)) is not None:
                widget = item.widget()
                if widget is None:
                    continue
                widget.hide()
                if widget is not self._columns:
                    widget.deleteLater()
        self.step = step
        self._place.addWidget(step)
        step.show()
        self.stepper.set_current(number)
        self.back_button.setVisible(number > FILE)
        self.next_button.setText(tr("Next"))

    def _allow_next(self) -> None:
        if self.stepper.current == FILE:
            ready = bool(self._picked) and all_answered(self._draft, self._picked)
            hint = "" if ready else self._file_hint()
            ready = ready or self._nothing_to_import  # then the button closes
        else:
            ready = self._columns is not None and self._columns.any_chosen
            hint = "" if ready else tr("Choose a KPI for at least one column.")
        self.next_button.setEnabled(ready)
        self._hint.setText(hint)

    @property
    def _nothing_to_import(self) -> bool:
        """Whether no table of the file has dates, or could get them by an answer."""
        return not any(can_pick(self._draft, t) for t in self._draft.recognition.tables)

    def _file_hint(self) -> str:
        """Why one cannot go on from the first step."""
        tables = self._draft.recognition.tables
        if not tables:
            return ""
        if self._nothing_to_import:
            if len(tables) == 1:
                return ""  # what is said of the table is enough
            return tr("No table has dates, so its numbers belong to no period.")
        if not self._picked:
            return tr("Tick at least one table.")
        return tr("Answer the question first.")

    # ------------------------------------------------------------------ what is clicked

    def _on_picked_changed(self) -> None:
        if isinstance(self.step, FileStep):
            self._picked = self.step.pick.picked
        self._allow_next()

    def _on_answered(self, question: str, answer: str) -> None:
        answers = {**self._draft.answers, question: answer}
        work = Answer(self._context.workspace, self._draft, answers)
        self._run(tr("Looking at the file again"), work, self._on_looked_again)

    def _on_looked_again(self, draft: ImportDraft) -> None:
        self._task = None
        same = len(draft.recognition.tables) == len(self._draft.recognition.tables)
        self._draft = draft
        self._picked = self._picked if same else _first_picked(draft)
        self._rules = list(draft.chosen())
        self._show_file()
        self.take_focus()

    def _on_split_wanted(self, rule: TableRule) -> None:
        self._run(tr("Looking at the texts"), Split(self._draft, rule), self._on_pieces)

    def _on_pieces(self, pieces: Pieces) -> None:
        self._task = None
        self._allow_next()
        if self._columns is not None and pieces:
            self._columns.offer_split(pieces)

    def _on_next_clicked(self) -> None:
        match self.stepper.current:
            case 0 if self._nothing_to_import:
                self.left.emit()
            case 0 if self._draft.known:
                self._rules = [r for r in self._draft.chosen() if r.table in self._picked]
                self._compare()
            case 0:
                self._show_columns()
            case 1 if self._columns is not None:
                self._rules = self._columns.rules()
                self._compare()
            case _:
                self._import()

    def _on_back_clicked(self) -> None:
        self.stepper.show()
        if self.stepper.current == CHANGES:
            self._show_columns()
        else:
            self._show_file()
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from wherever it means nothing else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        button = focused if isinstance(focused, QPushButton) else self.next_button
        button.click()

    def go_back(self) -> None:
        """One step back; from the first one, or the only one of a known file, it is given up."""
        if self.stepper.current > FILE and not self.stepper.isHidden():
            self._on_back_clicked()
        else:
            self.left.emit()

    def _import(self) -> None:
        if not isinstance(self.step, ChangesStep) or not self.step.changes:
            self.left.emit()
            return
        work = Apply(self._context.workspace, self._draft, tuple(self._rules))
        label = tr("Importing {file}", file=self._draft.file_name)
        self._run(label, work, self._on_imported)

    def _on_imported(self, result: Imported) -> None:
        self._task = None
        self.imported.emit(result)

    # ------------------------------------------------------------------ background

    def _run(self, label: str, work: Any, done: Any) -> None:
        self.next_button.setEnabled(False)
        self._task = self._context.run(label, work, done=done, failed=self._on_failed)
        self._task.cancelled.connect(self._on_stopped)
        self._task.crashed.connect(self._on_stopped)

    def _on_stopped(self) -> None:
        """Cancelled, or ended by a fault of ours: everything is as it was, and can be retried."""
        self._task = None
        if self.stepper.current == CHANGES:
            self.next_button.setEnabled(True)
        else:
            self._allow_next()

    def _on_failed(self, fault: Fault) -> None:
        self._banners.addWidget(Banner(say(fault.message), "bad", close_name=tr("Close")))
        self._on_stopped()


def _first_picked(draft: ImportDraft) -> list[int]:
    """The tables to begin with: those known from before, else the first that has dates."""
    if draft.remembered:
        return sorted(draft.remembered)
    tables = draft.recognition.tables
    dated = [index for index, table in enumerate(tables) if can_pick(draft, table)]
    chosen = sorted({rule.table for rule in draft.chosen()})
    return chosen or dated[:1]
