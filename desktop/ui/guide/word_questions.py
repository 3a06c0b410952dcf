"""The questions that are answered in words."""

from __future__ import annotations

from desktop.core.sitting import Ask
from desktop.core.sitting_questions import (
    Part,
    Topic,
    ask_label,
    letter_rows,
    letter_title,
    part_label,
)
from desktop.core.smart import Letter
from desktop.qtkit.wording import say, tr
from desktop.ui.advice.title_note import TitleNote
from desktop.ui.guide.answer_area import AnswerArea
from desktop.ui.guide.example_ladder import ladder, objectives, pairs
from desktop.ui.guide.question import Question, asked
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import Text
from desktop.ui.widgets import Caption, FormRow, Hairline

Field = tuple[AnswerArea, Ask | None]


class WordQuestion(Question):
    """One or a few texts; those with an :class:`Ask` are kept as answers."""

    def __init__(self, sketch: Sketch, title: str, text: str = "") -> None:
        super().__init__(sketch, title, text)
        self.fields: list[Field] = []

    def ask(
        self,
        ask: Ask | None,
        value: str,
        *,
        label: str = "",
        lines: int = 2,
        size: int = Text.BODY,
    ) -> AnswerArea:
        """Add a text, with the label of its ``ask``; without an ``ask`` the subclass keeps it."""
        known = None if ask is None else ask_label(ask)
        label = label if known is None else say(known)
        field = AnswerArea(value, lines=lines, size=size, strong=size > Text.BODY)
        field.entered.connect(self._on_entered)
        field.textChanged.connect(self._on_text_changed)
        field.setAccessibleName(label or self.accessibleName())
        self.fields.append((field, ask))
        self.add(FormRow(label, field) if label else field)
        return field

    def focus_first(self) -> None:
        if self.fields:
            self.fields[0][0].setFocus()

    def keep(self) -> None:
        """Write the texts into the sketch."""
        for field, ask in self.fields:
            if ask is not None:
                self.sketch.put_answer(ask, field.text())

    def _on_text_changed(self) -> None:
        self.keep()
        self.changed.emit()

    def _on_entered(self) -> None:
        """On to the next text, and after the last to the next question."""
        texts = [field for field, _ in self.fields]
        here = next((place for place, field in enumerate(texts) if field.hasFocus()), -1)
        if here + 1 < len(texts) and here >= 0:
            texts[here + 1].setFocus()
        else:
            self.next_wanted.emit()


class WhatQuestion(WordQuestion):
    """What we want to reach, in plain words."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.WHAT, sketch))
        self._note = TitleNote(sketch.workspace)
        self._field = self.ask(None, sketch.what, size=Text.TITLE)
        self.add(self._note)
        self._note.judge(self._field.text())
        self.add(
            objectives(sketch.examples.okr) if sketch.is_okr else ladder(sketch.examples.smart)
        )
        self.end()

    def keep(self) -> None:
        self.sketch.put_what(" ".join(self._field.text().split()))
        self._note.judge(self._field.text())

    def fault(self) -> str:
        return "" if self._field.text() else tr("Write the goal in a sentence first.")


class WhyQuestion(WordQuestion):
    """Why it matters; SMART asks whether it is worth it and whether this is the moment."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.WHY, sketch))
        self._why = self.ask(None, sketch.goal.why, label=say(part_label(Part.WHY)))
        if not sketch.is_okr:
            self.ask(Ask.WORTH, sketch.answer(Ask.WORTH))
            add_examples(self, Letter.RELEVANT)
        self.end()

    def keep(self) -> None:
        super().keep()
        self.sketch.put(why=self._why.text())


class SeenQuestion(WordQuestion):
    """How people would notice, before any number is chosen."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.SEEN, sketch))
        self.ask(Ask.SEEN, sketch.answer(Ask.SEEN), lines=3)
        if not sketch.is_okr:
            add_examples(self, Letter.MEASURABLE)
        self.end()


class ResourcesQuestion(WordQuestion):
    """What it takes, and whether it is there."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.RESOURCES, sketch))
        self.ask(Ask.RESOURCES, sketch.answer(Ask.RESOURCES), lines=3)
        if not sketch.is_okr:
            add_examples(self, Letter.ATTAINABLE)
        self.end()


class TriesQuestion(WordQuestion):
    """What we will try; SMART comes nearer and nearer, down to today."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.TRIES, sketch))
        tries = self.ask(Ask.TRIES, sketch.answer(Ask.TRIES), lines=4)
        tries.many = True
        hint = tr("Enter begins a new line, Ctrl+Enter goes on.")
        tries.setAccessibleDescription(hint)
        self.add(Caption(hint))
        if not sketch.is_okr:
            for ask in (Ask.THREE_MONTHS, Ask.FOUR_WEEKS, Ask.TODAY):
                self.ask(ask, sketch.answer(ask), lines=1)
        self.end()


def add_examples(question: WordQuestion, letter: Letter) -> None:
    """The rung of each example that answers this letter."""
    question.add(Hairline())
    question.add(Caption(say(letter_title())))
    question.add(pairs(letter_rows(question.sketch.examples.smart, letter)))
