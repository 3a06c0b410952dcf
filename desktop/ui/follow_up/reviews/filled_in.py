"""A question of a review with its field: filled in from the data, marked so, and free to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.message import Message
from desktop.qtkit.wording import say, tr
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, FormRow, quiet_button


def from_data(told: Sequence[Message], day: str) -> str:
    """The sentences as lines, below a line that says where they come from and of which day they
    are; nothing when there are none.  The mark is part of the text, so that it stays with it in
    the file, in a copy and on paper."""
    if not told:
        return ""
    lines = [tr("From the data, {day}:", day=day), *(f"– {say(each)}" for each in told)]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")  # as the field gives it back


class FilledIn(QWidget):
    """The field begins with what the data says, unless something was written before."""

    def __init__(self, question: str, *, lines: int) -> None:
        super().__init__()
        self._given = ""
        self.area = TextArea(lines=lines)
        self.area.textChanged.connect(self._on_changed)
        self._mark = Caption("")
        self._again = quiet_button(tr("Fill in anew"), "history")
        self._again.setToolTip(tr("In place of what is written"))
        self._again.clicked.connect(self._on_again_clicked)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self._mark, 1)
        foot.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.TIGHT)
        column.addWidget(FormRow(question, self.area))
        column.addLayout(foot)

    def show_text(self, text: str, given: str) -> None:
        """``given`` is what the data says now; it stands in where nothing is written yet."""
        self._given = given
        self.area.setPlainText(text or given)
        self._on_changed()

    def text(self) -> str:
        return self.area.text()

    def _on_changed(self) -> None:
        as_given = self.area.text() == self._given.strip()
        self._mark.setText(
            tr("Filled in from the data; change it and add to it as you like.")
            if as_given
            else tr("In your own words.")
        )
        self._mark.setVisible(bool(self._given) or not as_given)
        self._again.setVisible(bool(self._given) and not as_given)

    def _on_again_clicked(self) -> None:
        """Undo of the field takes it back."""
        self.area.selectAll()
        self.area.insertPlainText(self._given)
        self.area.setFocus()
