"""Arrows that the goals suggest; each is drawn only when it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.strategy_proposals import Proposal
from desktop.qtkit.wording import say, tr
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Label, secondary_button

_HEIGHT = 460


class ProposalsDialog(Dialog):
    """``accepted_arrow`` carries the :class:`Cause` that is to be drawn."""

    accepted_arrow = Signal(object)

    def __init__(self, parent: QWidget | None, proposals: Sequence[Proposal]) -> None:
        super().__init__(
            parent,
            tr("Suggested arrows"),
            tr(
                "What you have said of goals and KPIs suggests these. Draw the ones that you "
                "believe in; the others are not drawn."
            ),
            width=640,
        )
        self.cancel_button.setText(tr("Done"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.SMALL)
        self.rows = [_Row(proposal) for proposal in proposals]
        for row in self.rows:
            row.accepted.connect(self.accepted_arrow)
            column.addWidget(Hairline())
            column.addWidget(row)
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(content)
        scroller.setMinimumHeight(min(_HEIGHT, 96 * max(len(self.rows), 1)))
        self.add(scroller, 1)
        if self.rows:
            self.rows[0].button.setFocus()


class _Row(QWidget):
    accepted = Signal(object)

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self.proposal = proposal
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(proposal.cause_title, strong=True, wrap=True))
        arrow = tr("leads to {effect}", effect=proposal.effect_title)
        words.addWidget(Label(f"→ {arrow}", wrap=True))
        words.addWidget(Caption(say(proposal.reason)))
        self.button = secondary_button(tr("Draw this arrow"))
        self.button.setAccessibleDescription(f"{proposal.cause_title} {arrow}")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(tr("Drawn"))
        self.accepted.emit(self.proposal.cause)
