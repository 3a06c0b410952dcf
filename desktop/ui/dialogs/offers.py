"""Things that are offered, and done only as each of them is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Label, secondary_button
from desktop.ui.widgets.scroller import Scroller

_HEIGHT = 460
_ROW = 96


@dataclass(frozen=True, slots=True)
class Offer:
    """``item`` is what is accepted; ``title``, ``line`` and ``reason`` are what is said of it."""

    item: object
    title: str
    line: str
    reason: str
    spoken: str  # what the button is about, for those who do not see the row


class OffersDialog(Dialog):
    """``accepted`` carries the item of each offer that is taken; ``do`` is what its button says,
    and ``done`` afterwards."""

    accepted = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        offers: Sequence[Offer],
        *,
        do: str,
        done: str,
    ) -> None:
        super().__init__(parent, title, text, width=640)
        self.cancel_button.setText(tr("Done"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.SMALL)
        self.rows = [OfferRow(offer, do, done) for offer in offers]
        for row in self.rows:
            row.accepted.connect(self.accepted)
            column.addWidget(Hairline())
            column.addWidget(row)
        column.addStretch(1)
        area = Scroller(content)
        area.setMinimumHeight(min(_HEIGHT, _ROW * max(len(self.rows), 1)))
        self.add(area, 1)
        if self.rows:
            self.rows[0].button.setFocus()


class OfferRow(QWidget):
    """One offer with its button."""

    accepted = Signal(object)

    def __init__(self, offer: Offer, do: str, done: str) -> None:
        super().__init__()
        self.offer, self._done = offer, done
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(offer.title, strong=True, wrap=True))
        words.addWidget(Label(offer.line, wrap=True))
        words.addWidget(Caption(offer.reason))
        self.button = secondary_button(do)
        self.button.setAccessibleDescription(offer.spoken)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(self._done)
        self.accepted.emit(self.offer.item)
