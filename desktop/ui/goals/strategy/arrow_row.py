"""One arrow beside the map: where it leads, why we believe it, and away with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.strategy_map import Arrow
from desktop.qtkit.wording import tr
from desktop.ui.widgets import Caption, Label, icon_button


class ArrowRow(QWidget):
    """``note_written`` carries the arrow's id and the new note, ``delete_wanted`` the id, and
    ``other_wanted`` the key of the node at the other end."""

    note_written = Signal(int, str)
    delete_wanted = Signal(int)
    other_wanted = Signal(str)

    def __init__(
        self,
        arrow: Arrow,
        other: str,
        title: str,
        *,
        may_change: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.arrow = arrow
        self.other = other
        self._title = Label(title, wrap=True)
        go = icon_button("arrow-right", tr("Go to “{title}”", title=title))
        go.clicked.connect(self._on_go_clicked)
        self.delete_button = icon_button("trash-2", tr("Delete the arrow: {title}", title=title))
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.delete_button.setEnabled(may_change)
        self.note = QLineEdit(arrow.note)
        self.note.setCursorPosition(0)  # its beginning is in sight
        self.note.setPlaceholderText(tr("Why do we believe it?"))
        self.note.setAccessibleName(tr("Why: {title}", title=title))
        self.note.setReadOnly(not may_change)
        self.note.editingFinished.connect(self._on_note_finished)
        self.link = Caption()
        self.link.hide()
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        head.addWidget(go)
        head.addWidget(self.delete_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.link)
        layout.addWidget(self.note)

    def show_arrow(self, arrow: Arrow, title: str) -> None:
        """The same arrow as it is now; a note that is being written stays."""
        self.arrow = arrow
        self._title.setText(title)
        if not self.note.hasFocus():
            self.note.setText(arrow.note)
            self.note.setCursorPosition(0)

    def tell_link(self, words: str) -> None:
        """The lag between two KPIs and what their history says of it; empty for other arrows."""
        self.link.setText(words)
        self.link.setVisible(bool(words))

    def _on_note_finished(self) -> None:
        note = self.note.text().strip()
        if note != self.arrow.note:
            self.note_written.emit(self.arrow.cause_id, note)

    def _on_delete_clicked(self) -> None:
        self.delete_wanted.emit(self.arrow.cause_id)

    def _on_go_clicked(self) -> None:
        self.other_wanted.emit(self.other)
