"""The first step: which tables of the file, and what the file leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.qtkit.wording import say, tr
from desktop.ui.imports.open_questions import can_pick, questions_for
from desktop.ui.imports.question_box import QuestionBox
from desktop.ui.imports.rows_preview import RowsPreview
from desktop.ui.imports.table_pick import TablePick
from desktop.ui.imports.table_words import column_counts, period_words, table_name
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Banner, Caption, EmptyState, Heading
from desktop.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft

_SIDE = 320


class FileStep(QWidget):
    """``answered`` carries the id of a question and its answer; the file is then looked at anew.
    ``picked_changed`` is sent when a table is ticked or left out."""

    answered = Signal(str, str)
    picked_changed = Signal()

    def __init__(self, draft: ImportDraft, picked: list[int]) -> None:
        super().__init__()
        self._draft = draft
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.MEDIUM)
        self._add_warnings()
        self.questions: list[QuestionBox] = []
        self.pick = TablePick(draft, picked)
        if draft.recognition.tables:
            self._lay_out(picked)
        else:
            self._layout.addWidget(_no_table(), 1)

    def show_table(self, index: int) -> None:
        """Look at one table."""
        _empty(self._look)
        table = self._draft.recognition.tables[index]
        self._look.addWidget(Heading(table_name(table, index)))
        period = period_words(table, asked=can_pick(self._draft, table))
        facts = [period, column_counts(table)]
        self._look.addWidget(Caption(" · ".join(fact for fact in facts if fact)))
        if table.reasons:
            self._look.addWidget(Caption(" ".join(map(say, table.reasons))))
        self._look.addWidget(RowsPreview(self._draft, table), 1)

    def _add_warnings(self) -> None:
        warnings = self._draft.recognition.warnings
        words = list(dict.fromkeys(map(say, warnings)))
        if words:
            self._layout.addWidget(Banner(" ".join(words), "info"))

    def _lay_out(self, picked: list[int]) -> None:
        self._asked = QVBoxLayout()
        self._asked.setSpacing(SPACE.MEDIUM)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        side.setSpacing(SPACE.LARGE)
        side.addLayout(self._asked)
        side.addWidget(self.pick)
        side.addStretch(1)
        self._side = _scroller(side)
        self._look = QVBoxLayout()
        self._look.setSpacing(SPACE.TIGHT)
        row = QHBoxLayout()
        row.setSpacing(SPACE.LARGE)
        row.addWidget(self._side)
        row.addLayout(self._look, 1)
        self._layout.addLayout(row, 1)
        several = len(self._draft.recognition.tables) > 1
        self.pick.setVisible(several)
        self.pick.table_shown.connect(self.show_table)
        self.pick.picked_changed.connect(self._on_picked_changed)
        self._ask(picked)
        self.pick.look_at(picked[0] if picked else 0)

    def _ask(self, picked: list[int]) -> None:
        """Show the questions about the tables that are picked."""
        _empty(self._asked)
        self.questions = []
        for question in questions_for(self._draft, picked):
            box = QuestionBox(question, self._draft.answers.get(question.id, ""))
            box.answered.connect(self.answered)
            self._asked.addWidget(box)
            self.questions.append(box)
        several = len(self._draft.recognition.tables) > 1
        self._side.setVisible(several or bool(self.questions))

    def _on_picked_changed(self) -> None:
        self._ask(self.pick.picked)
        self.picked_changed.emit()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _no_table() -> EmptyState:
    return EmptyState(
        "table-2",
        tr("No table was found in this file"),
        tr(
            "A table has a row of headings and numbers below or beside them. Export the report "
            "with its figures, by day, week or month, and drop that file."
        ),
    )


def _scroller(content: QVBoxLayout) -> Scroller:
    holder = QWidget()
    holder.setLayout(content)
    scroller = Scroller(holder)
    scroller.setFixedWidth(_SIDE)
    return scroller
