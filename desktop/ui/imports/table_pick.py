"""The tables of a file, each with what it holds, to choose which are imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.qtkit.wording import ntr, tr
from desktop.ui.imports.open_questions import can_pick
from desktop.ui.imports.table_words import period_words, table_name
from desktop.ui.theme import SPACE, Text, font
from desktop.ui.widgets import Caption, Hairline, Label, quiet_button

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft


class TablePick(QWidget):
    """``table_shown`` carries the index of the table to look at; ``picked`` the indexes of those
    that are ticked."""

    table_shown = Signal(int)
    picked_changed = Signal()

    def __init__(self, draft: ImportDraft, picked: list[int]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tables in the file"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.entries: list[TableEntry] = []
        for index in range(len(draft.recognition.tables)):
            entry = TableEntry(draft, index, picked=index in picked)
            entry.box.toggled.connect(self.picked_changed)
            entry.wanted.connect(self.look_at)
            self.entries.append(entry)
            layout.addWidget(Hairline())
            layout.addWidget(entry)

    @property
    def picked(self) -> list[int]:
        """The indexes of the tables that are ticked."""
        return [entry.index for entry in self.entries if entry.box.isChecked()]

    def look_at(self, index: int) -> None:
        """Mark the table that is on show, and ask for it."""
        for entry in self.entries:
            entry.set_shown(entry.index == index)
        self.table_shown.emit(index)


class TableEntry(QWidget):
    """One table; ``wanted`` carries its index when it is to be looked at."""

    wanted = Signal(int)

    def __init__(self, draft: ImportDraft, index: int, *, picked: bool) -> None:
        super().__init__()
        table = draft.recognition.tables[index]
        name = table_name(table, index)
        self.index = index
        self.box = QCheckBox()
        self.box.setAccessibleName(tr("Import {table}", table=name))
        self.box.setChecked(picked)
        self.box.setEnabled(can_pick(draft, table))
        self.name = Label(name, wrap=True)
        self.look_button = quiet_button(tr("Show"))
        self.look_button.setAccessibleName(tr("Look at {table}", table=name))
        self.look_button.clicked.connect(self._on_look_clicked)
        sheet = table.sheet if table.title and len(draft.workbook.sheets) > 1 else ""
        rows = ntr("{n} row", "{n} rows", len(table.data_rows()))
        facts = [sheet, period_words(table, asked=can_pick(draft, table)), rows]
        words = QVBoxLayout()
        words.setSpacing(0)
        level = (self.look_button.sizeHint().height() - self.name.fontMetrics().height()) // 2
        words.setContentsMargins(0, level, 0, 0)  # the name stands level with the button's word
        words.addWidget(self.name)
        words.addWidget(Caption(" · ".join(fact for fact in facts if fact)))
        ticking = QVBoxLayout()
        ticking.setContentsMargins(0, level, 0, 0)
        ticking.addWidget(self.box)
        ticking.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE.TIGHT, 0, SPACE.SMALL)
        layout.setSpacing(SPACE.SMALL)
        layout.addLayout(ticking)
        layout.addLayout(words, 1)
        layout.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignTop)
        self.box.setFixedHeight(self.name.fontMetrics().height())

    def set_shown(self, shown: bool) -> None:
        """Whether this is the table that is on show."""
        self.name.setFont(font(Text.BODY, strong=shown))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self.index)

    def _on_look_clicked(self) -> None:
        self.wanted.emit(self.index)
