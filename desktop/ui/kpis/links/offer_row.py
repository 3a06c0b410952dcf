"""A leading KPI of the same goal that could be linked, with what the history says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.link_words import history_words
from desktop.qtkit.wording import say, tr
from desktop.services.links import LinkOffer
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Label, quiet_button


class OfferRow(QWidget):
    """``accepted`` carries the offer."""

    accepted = Signal(object)

    def __init__(self, offer: LinkOffer, *, may_change: bool) -> None:
        super().__init__()
        self.offer = offer
        name = offer.leading.name
        self.setAccessibleName(name)
        self.link_button = quiet_button(tr("Link them"), "plus")
        self.link_button.setAccessibleName(tr("Link them: {title}", title=name))
        self.link_button.setEnabled(may_change)
        self.link_button.clicked.connect(self._on_clicked)
        history = offer.history
        said = history_words(offer.leading, offer.lagging, history.test, history.cadence)
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(name, strong=True, wrap=True))
        words.addWidget(Caption(tr("Leading key result of “{goal}”.", goal=offer.goal)))
        words.addWidget(Label(say(said), wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(words, 1)
        row.addWidget(self.link_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        layout.addLayout(row)

    def _on_clicked(self) -> None:
        self.accepted.emit(self.offer)
