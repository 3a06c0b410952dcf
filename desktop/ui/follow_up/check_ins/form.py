"""What is said at a check-in: how sure, why, and what to do differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.check_in import MOST_CONFIDENCE, MOST_PULSE, PULSE, CheckIn
from desktop.core.company import Person
from desktop.qtkit.wording import tr
from desktop.ui.follow_up.check_ins.scale import Scale
from desktop.ui.goals.fold import Fold
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Choice, FormRow, Label

_WAYS = ("stop", "start", "keep", "more", "less")


class CheckInForm(QWidget):
    """``changed`` is sent when the confidence is chosen; the pulse is there where it is asked."""

    changed = Signal()

    def __init__(self, people: Sequence[Person], *, pulse: bool) -> None:
        super().__init__()
        self._check_in: CheckIn | None = None
        self.confidence = Scale(
            0, MOST_CONFIDENCE, tr("no belief"), tr("certain"), name=tr("Confidence")
        )
        self.confidence.chosen.connect(self.changed)
        self.comment = TextArea(lines=3, placeholder=tr("What makes you say so?"))
        ways = {
            "stop": tr("What should we stop?"),
            "start": tr("What should we start?"),
            "keep": tr("What should we go on with?"),
            "more": tr("What should we do more of?"),
            "less": tr("What should we do less of?"),
        }
        self.ways = {way: TextArea(lines=1) for way in _WAYS}
        self.fold = Fold(tr("Stop, start, go on, more, less"))
        for way, words in ways.items():
            self.fold.body.addWidget(FormRow(words, self.ways[way]))
        everybody = [(person.id, person.name) for person in people]
        self.person = Choice([(None, tr("Nobody in particular")), *everybody])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addWidget(_asked(tr("How sure are you that we get there?"), self.confidence))
        self.before = Caption("")  # what was said last time
        column.addWidget(self.before)
        self.note = Label("", Text.SMALL, wrap=True)  # what there is to ask about the confidence
        column.addWidget(self.note)
        column.addWidget(FormRow(tr("Comment"), self.comment))
        self.pulse = {name: _pulse_scale(name) for name in PULSE} if pulse else {}
        for name, scale in self.pulse.items():
            column.addWidget(_asked(_PULSE[name](), scale))
        column.addWidget(self.fold)
        if people:
            column.addWidget(FormRow(tr("Who says so"), self.person))
        column.addStretch(1)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Begin with what it says, the keyboard on the confidence."""
        self._check_in = check_in
        self.confidence.set_value(check_in.confidence)
        self.comment.setPlainText(check_in.comment)
        for way, field in self.ways.items():
            field.setPlainText(getattr(check_in, way))
        self.fold.set_open(any(field.text() for field in self.ways.values()))
        for name, scale in self.pulse.items():
            scale.set_value(getattr(check_in, name))
        self.person.set_value(check_in.person_id)
        self.confidence.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def check_in(self) -> CheckIn | None:
        """What is in the fields now; ``None`` before anything was shown."""
        if self._check_in is None:
            return None
        said: dict[str, Any] = {way: field.text() for way, field in self.ways.items()}
        said |= {name: scale.value for name, scale in self.pulse.items()}
        return replace(
            self._check_in,
            confidence=self.confidence.value,
            comment=self.comment.text(),
            person_id=self.person.value,
            **said,
        )


def _asked(question: str, scale: Scale) -> QWidget:
    """A question above its scale."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.TIGHT)
    words = Caption(question)
    column.addWidget(words)
    column.addWidget(scale)
    return made


def _pulse_scale(name: str) -> Scale:
    return Scale(1, MOST_PULSE, tr("not at all"), tr("fully"), name=_PULSE[name]())


def _autonomy() -> str:
    return tr("I decide enough myself about how I work towards this goal.")


def _competence() -> str:
    return tr("I am able to do what it takes.")


def _relatedness() -> str:
    return tr("We carry it together; I am not alone with it.")


_PULSE = {"autonomy": _autonomy, "competence": _competence, "relatedness": _relatedness}
