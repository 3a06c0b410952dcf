"""The goal read back: what each letter has, what is missing, and the sentence it becomes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from desktop.core.okr import check_okr
from desktop.core.sitting import Ask
from desktop.core.sitting_questions import Part, Topic, part_label
from desktop.core.smart import check_letters, letter_name
from desktop.core.smart_sentence import smart_sentence
from desktop.qtkit.wording import say, tr
from desktop.ui.advice.title_note import TitleNote
from desktop.ui.guide.answer_area import AnswerArea
from desktop.ui.guide.letter_marks import LetterMark
from desktop.ui.guide.question import Question, asked
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import FormRow, Label, quiet_button


class CheckQuestion(Question):
    """The statement can be kept short or become the whole sentence, and be edited either way."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.CHECK, sketch))
        self._short = sketch.what
        sentence = None if sketch.is_okr else smart_sentence(sketch.smart_parts())
        self._sentence = "" if sentence is None else say(sentence)
        self.field = AnswerArea(sketch.goal.statement, lines=2, size=Text.TITLE, strong=True)
        self.field.entered.connect(self.next_wanted)
        self.field.textChanged.connect(self._on_text_changed)
        self.add(FormRow(say(part_label(Part.STATEMENT)), self.field))
        self._note = TitleNote(sketch.workspace)
        self.add(self._note)
        self._note.judge("" if sketch.answer(Ask.SENTENCE) else self.field.text())
        if not sketch.is_okr:
            self._add_choices()
        self._add_checks()
        self.end()

    def focus_first(self) -> None:
        self.field.setFocus()

    def fault(self) -> str:
        return "" if self.field.text() else tr("Write the goal in a sentence first.")

    def _add_choices(self) -> None:
        self.whole_button = quiet_button(tr("Use the whole sentence"))
        self.whole_button.clicked.connect(self._on_whole_clicked)
        self.short_button = quiet_button(tr("Keep it short"))
        self.short_button.clicked.connect(self._on_short_clicked)
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self.whole_button)
        row.addWidget(self.short_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_checks(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.MEDIUM)
        grid.setVerticalSpacing(SPACE.SMALL)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        if self.sketch.is_okr:
            missing = check_okr(self.sketch.goal, self.sketch.okr_rows())
            for number, sentence in enumerate(missing):
                grid.addWidget(Label(say(sentence), wrap=True), number, 2)
            if not missing:
                grid.addWidget(Label(tr("Nothing is missing.")), 0, 2)
        else:
            for number, check in enumerate(check_letters(self.sketch.smart_parts())):
                lacks = " ".join(say(sentence) for sentence in check.missing)
                grid.addWidget(LetterMark(check), number, 0, top)
                grid.addWidget(Label(say(letter_name(check.letter))), number, 1, top)
                grid.addWidget(
                    Label(lacks or tr("Clear."), soft=not lacks, wrap=True), number, 2, top
                )
        self.body.addLayout(grid)

    def _on_whole_clicked(self) -> None:
        self.field.setPlainText(self._sentence)
        self.field.setFocus()

    def _on_short_clicked(self) -> None:
        self.field.setPlainText(self._short)
        self.field.setFocus()

    def _on_text_changed(self) -> None:
        text = " ".join(self.field.text().split())
        whole = bool(text) and text == self._sentence and text != self._short
        self._note.judge("" if whole else text)  # it is long, but that is what was asked for
        self.sketch.put(statement=text)
        self.sketch.put_answer(Ask.SENTENCE, text if whole else "")
        self.sketch.put_answer(Ask.WHAT, self._short if whole else "")
        self.changed.emit()
