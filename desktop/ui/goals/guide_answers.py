"""What was answered in the guide, in the goal's ordinary editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout

from desktop.core.sitting import Ask, answer_names
from desktop.qtkit.wording import ntr, say, tr
from desktop.ui.goals.fold import Fold
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE
from desktop.ui.widgets import FormRow


class GuideAnswers(Fold):
    """Folded away; ``answers`` gives them as they stand in the fields."""

    def __init__(self) -> None:
        super().__init__("")
        self._kept: dict[Ask, str] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.LARGE)
        grid.setVerticalSpacing(SPACE.MEDIUM)
        self.fields = {ask: TextArea(lines=2) for ask in answer_names()}
        for place, (ask, label) in enumerate(answer_names().items()):
            grid.addWidget(FormRow(say(label), self.fields[ask]), place // 2, place % 2)
            self.fields[ask].textChanged.connect(self._show_count)
        self.body.addLayout(grid)

    def show_answers(self, answers: Mapping[Ask, str]) -> None:
        """Show the answers of a goal; those without a field here are kept as they are."""
        self._kept = {ask: text for ask, text in answers.items() if ask not in self.fields}
        for ask, field in self.fields.items():
            field.setPlainText(answers.get(ask, ""))
        self._show_count()

    def answers(self) -> dict[Ask, str]:
        """By question; an empty one is not there."""
        written = {ask: field.text() for ask, field in self.fields.items()}
        return {ask: text for ask, text in {**self._kept, **written}.items() if text}

    def _show_count(self) -> None:
        count = sum(bool(field.text()) for field in self.fields.values())
        self.set_title(
            ntr("From the guide: {n} answer", "From the guide: {n} answers", count)
            if count
            else tr("Questions of the guide")
        )
