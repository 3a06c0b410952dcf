"""The questions that are answered in words."""

from __future__ import annotations

from desktop.core.sitting import Ask
from desktop.core.smart import Letter
from desktop.qtkit.wording import tr
from desktop.ui.guide.answer_area import AnswerArea
from desktop.ui.guide.example_ladder import ladder, objectives, pairs
from desktop.ui.guide.question import Question
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import Text
from desktop.ui.widgets import Caption, FormRow, Hairline

_EXAMPLES = 3  # as many as are read
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
        """Add a text; without an ``ask`` the subclass keeps it."""
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
        if sketch.is_okr:
            title = tr("Which objective would inspire us?")
            text = tr("One sentence that people like to get up for. The numbers come later.")
        else:
            title = tr("What exactly do we want to reach?")
            text = tr("Say it as you would to a colleague: what, for whom, where.")
        super().__init__(sketch, title, text)
        self._field = self.ask(None, sketch.what, size=Text.TITLE)
        self.add(
            objectives(sketch.examples.okr) if sketch.is_okr else ladder(sketch.examples.smart)
        )
        self.end()

    def keep(self) -> None:
        self.sketch.put_what(" ".join(self._field.text().split()))

    def fault(self) -> str:
        return "" if self._field.text() else tr("Write the goal in a sentence first.")


class WhyQuestion(WordQuestion):
    """Why it matters; SMART asks whether it is worth it and whether this is the moment."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(
            sketch,
            tr("Why does it matter?"),
            tr("What gets better, and for whom, when it is reached?"),
        )
        self._why = self.ask(None, sketch.goal.why, label=tr("We want it because"))
        if not sketch.is_okr:
            self.ask(
                Ask.WORTH,
                sketch.answer(Ask.WORTH),
                label=tr("Is it worth the money and the time, and why now?"),
            )
            add_examples(self, Letter.RELEVANT)
        self.end()

    def keep(self) -> None:
        super().keep()
        self.sketch.put(why=self._why.text())


class SeenQuestion(WordQuestion):
    """How people would notice, before any number is chosen."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(
            sketch,
            tr("If it goes well, what do we see?"),
            tr("In words first: what would be different on an ordinary day?"),
        )
        self.ask(Ask.SEEN, sketch.answer(Ask.SEEN), lines=3)
        if not sketch.is_okr:
            add_examples(self, Letter.MEASURABLE)
        self.end()


class ResourcesQuestion(WordQuestion):
    """What it takes, and whether it is there."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(
            sketch,
            tr("What does it take, and do we have it?"),
            tr("People, money, skills, tools. A goal that nobody has room for is a wish."),
        )
        self.ask(Ask.RESOURCES, sketch.answer(Ask.RESOURCES), lines=3)
        if not sketch.is_okr:
            add_examples(self, Letter.ATTAINABLE)
        self.end()


class TriesQuestion(WordQuestion):
    """What we will try; SMART comes nearer and nearer, down to today."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(
            sketch,
            tr("What will we try?"),
            tr("One idea a line. Some will work and some will not; the number tells."),
        )
        tries = self.ask(Ask.TRIES, sketch.answer(Ask.TRIES), lines=4)
        tries.many = True
        hint = tr("Enter begins a new line, Ctrl+Enter goes on.")
        tries.setAccessibleDescription(hint)
        self.add(Caption(hint))
        if not sketch.is_okr:
            for ask, label in (
                (Ask.THREE_MONTHS, tr("What can be done in three months?")),
                (Ask.FOUR_WEEKS, tr("What can be done in four weeks?")),
                (Ask.TODAY, tr("What can be done today?")),
            ):
                self.ask(ask, sketch.answer(ask), label=label, lines=1)
        self.end()


def add_examples(question: WordQuestion, letter: Letter) -> None:
    """The rung of each example that answers this letter."""
    rows = [
        (example.name, dict(example.rungs)[letter])
        for example in question.sketch.examples.smart[:_EXAMPLES]
    ]
    question.add(Hairline())
    question.add(Caption(tr("For example")))
    question.add(pairs(rows))
