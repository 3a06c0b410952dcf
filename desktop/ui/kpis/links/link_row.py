"""One link of a KPI: the other KPI, the lag, what the history says, and why it is believed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.core.lead_lag import Sure
from desktop.core.link_words import better_words, history_words
from desktop.qtkit.wording import say, tr
from desktop.services.links import Link
from desktop.ui.kpis.links.lag_choice import LagChoice
from desktop.ui.kpis.links.link_picture import LinkPicture
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Hairline, Label, icon_button, quiet_button

_LEFT = Qt.AlignmentFlag.AlignLeft


class LinkRow(QWidget):
    """``lag_wanted`` carries the link and its new lag, ``note_written`` the link and the note,
    ``delete_wanted`` the link, ``other_wanted`` the id of the KPI at the other end."""

    lag_wanted = Signal(object, int)
    note_written = Signal(object, str)
    delete_wanted = Signal(object)
    other_wanted = Signal(int)

    def __init__(
        self, link: Link, *, led: bool, may_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.led = led  # by the other one; otherwise it leads the other
        self.link = link
        name = self._other().name
        self._title = Label(name, strong=True, wrap=True)
        self.lag = LagChoice(may_lack=True)
        self.lag.chosen.connect(self._on_lag_chosen)
        go = icon_button("arrow-right", tr("Go to “{title}”", title=name))
        go.clicked.connect(self._on_go_clicked)
        self.delete_button = icon_button("trash-2", tr("Delete the link: {title}", title=name))
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self._said = Label("", wrap=True)
        self._better = Label("", soft=True, wrap=True)
        self.use_button = quiet_button(tr("Use the lag that the history shows"))
        self.use_button.clicked.connect(self._on_use_clicked)
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Why do we believe it?"))
        self.note.setAccessibleName(tr("Why: {title}", title=name))
        self.note.editingFinished.connect(self._on_note_finished)
        self.note.setReadOnly(not may_change)
        for widget in (self.lag, self.delete_button, self.use_button):
            widget.setEnabled(may_change)
        self.picture = LinkPicture()
        self._lay_out(go)
        self.show_link(link)

    def _lay_out(self, go: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(self._title, 1)
        for widget in (self.lag, go, self.delete_button):
            head.addWidget(widget)
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addLayout(head)
        words.addWidget(self._said)
        words.addWidget(self._better)
        words.addWidget(self.use_button, 0, _LEFT)
        words.addWidget(self.note)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.LARGE)
        row.addLayout(words, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        layout.addLayout(row)

    def show_link(self, link: Link) -> None:
        """The same link as it is now; a note that is being written stays."""
        self.link = link
        history, name = link.history, self._other().name
        self.setAccessibleName(name)
        self._title.setText(name)
        self.lag.offer(history.cadence, link.lag)
        self._said.setText(
            say(history_words(link.leading, link.lagging, history.test, history.cadence))
        )
        better = history.test.better_lag if link.lag is not None else None
        if link.lag is None and history.test.sure is Sure.HARDLY_CHANCE:
            better = history.test.best
        self._better.setText("" if better is None else say(better_words(better, history.cadence)))
        self._better.setVisible(better is not None and link.lag is not None)
        self.use_button.setVisible(better is not None)
        told = history.test.told
        shown = link.lag if link.lag is not None else told.lag if told is not None else 0
        self.picture.show_history(link.leading, link.lagging, history, shown)
        if not self.note.hasFocus():
            self.note.setText(link.cause.note)
            self.note.setCursorPosition(0)

    def _other(self) -> Kpi:
        return self.link.leading if self.led else self.link.lagging

    def _on_lag_chosen(self, lag: int | None) -> None:
        if lag is not None and lag != self.link.lag:
            self.lag_wanted.emit(self.link, lag)

    def _on_use_clicked(self) -> None:
        best = self.link.history.test.best
        if best is not None:
            self.lag.setFocus()  # the button goes
            self.lag_wanted.emit(self.link, best.lag)

    def _on_note_finished(self) -> None:
        note = self.note.text().strip()
        if note != self.link.cause.note:
            self.note_written.emit(self.link, note)

    def _on_delete_clicked(self) -> None:
        self.delete_wanted.emit(self.link)

    def _on_go_clicked(self) -> None:
        self.other_wanted.emit(self._other().id or 0)
