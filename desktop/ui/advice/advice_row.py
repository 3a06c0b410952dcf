"""One piece of advice with its action, and one that was dismissed with its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.advice import Advice, AdviceKind, Part, Place
from desktop.qtkit.wording import say, tr
from desktop.services.advice import Dismissed
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Label, quiet_button


def action_words(advice: Advice) -> str:
    """What the button of a piece of advice says."""
    match advice.place:
        case Place(page="goals", part=Part.STATEMENT):
            return tr("Reword it")
        case Place(page="goals", part=Part.OWNER):
            return tr("Choose an owner")
        case Place(page="goals", part=Part.RESULTS) if advice.kind is AdviceKind.NO_KPI:
            return tr("Choose a KPI")
        case Place(page="goals", part=Part.RESULTS):
            return tr("Open goal")
        case Place(page="goals"):
            return tr("Show the goals")
        case Place(page="kpis", part=Part.DEFINITION):
            return tr("Write the definition")
        case Place(page="kpis", part=Part.LIBRARY):
            return tr("Choose a KPI")
        case Place(page="kpis"):
            return tr("Open KPI")
        case Place(page="follow_up/activities"):
            return tr("Show what is tried")
        case _:
            return tr("Import")


class AdviceRow(QWidget):
    """What is so, why it matters, and what can be done; both signals carry the advice."""

    opened = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(
        self, advice: Advice, *, action: str, may_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.advice = advice
        words, why = say(advice.message), say(advice.why)
        self.setAccessibleName(f"{words} {why}")
        self.go = quiet_button(action)
        self.go.clicked.connect(self._on_go_clicked)
        self.dismiss = quiet_button(tr("Dismiss …"))
        self.dismiss.clicked.connect(self._on_dismiss_clicked)
        self.dismiss.setEnabled(may_change)
        self.go.setEnabled(may_change or advice.place.part is not Part.LIBRARY)
        for button in (self.go, self.dismiss):
            button.setAccessibleDescription(words)
        _lay_out(self, words, why, self.go, self.dismiss)

    def _on_go_clicked(self) -> None:
        self.opened.emit(self.advice)

    def _on_dismiss_clicked(self) -> None:
        self.dismiss_wanted.emit(self.advice)


class DismissedRow(QWidget):
    """What was dismissed, when and why; ``bring_back_wanted`` carries the advice."""

    bring_back_wanted = Signal(object)

    def __init__(
        self, dismissed: Dismissed, *, may_bring_back: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.advice = dismissed.advice
        words = say(dismissed.advice.message)
        reason = tr(
            "Dismissed on {day}: {reason}",
            day=dismissed.dismissal.day,
            reason=dismissed.dismissal.reason,
        )
        self.setAccessibleName(f"{words} {reason}")
        self.back = quiet_button(tr("Bring back"))
        self.back.setAccessibleDescription(words)
        self.back.setEnabled(may_bring_back)
        self.back.clicked.connect(self._on_back_clicked)
        _lay_out(self, words, reason, self.back)

    def _on_back_clicked(self) -> None:
        self.bring_back_wanted.emit(self.advice)


def _lay_out(row: QWidget, words: str, below: str, *buttons: QPushButton) -> None:
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(words, wrap=True))
    texts.addWidget(Caption(below))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, SPACE.TIGHT, 0, SPACE.TIGHT)
    line.setSpacing(SPACE.SMALL)
    line.addLayout(texts, 1)
    for button in buttons:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
