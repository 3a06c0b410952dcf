"""What was imported before, and taking an import back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import palette
from desktop.ui.widgets import Caption, Card, Column, DataTable, secondary_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.imports import ImportRecord


class HistoryList(Card):
    """``revert_wanted`` carries the record of the import that is to be taken back."""

    revert_wanted = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        self.revert_button = secondary_button(tr("Revert this import"), "undo-2")
        super().__init__(
            tr("Imported before"),
            tr("Reverting puts back what an import replaced; values changed since stay."),
            self.revert_button,
            parent=parent,
        )
        self._none = Caption(tr("Nothing yet. What you import is listed here, with who and when."))
        self.table: DataTable[ImportRecord] = DataTable(
            "imports", _columns(), preferences, name=tr("Imported before"), fit_height=True
        )
        self._read_only = False
        self.add(self._none)
        self.add(self.table)
        self.table.row_selected.connect(self._on_row_selected)
        self.revert_button.clicked.connect(self._on_revert_clicked)

    def set_imports(self, records: Sequence[ImportRecord], *, read_only: bool) -> None:
        """Show the imports, newest first."""
        self._read_only = read_only
        self._none.setVisible(not records)
        self.table.setVisible(bool(records))
        self.revert_button.setVisible(bool(records))
        self.table.set_rows(records)
        self._on_row_selected(self.table.current_row())

    def select(self, import_id: int) -> None:
        """Select one import."""
        self.table.select_where(lambda record: record.id == import_id)

    def _on_row_selected(self, record: ImportRecord | None) -> None:
        can = record is not None and record.reverted_at is None and not self._read_only
        self.revert_button.setEnabled(can)

    def _on_revert_clicked(self) -> None:
        record = self.table.current_row()
        if record is not None:
            self.revert_wanted.emit(record)


def _columns() -> list[Column[ImportRecord]]:
    return [
        Column(name="file", title=tr("File"), text=lambda r: r.file_name, stretch=True),
        Column(name="at", title=tr("When"), text=_when, sort=lambda r: r.at.isoformat(), width=150),
        Column(name="who", title=tr("Who"), text=lambda r: r.who, width=110),
        Column(
            name="new",
            title=tr("New"),
            text=_new,
            sort=lambda r: r.counts.new,
            right=True,
            width=72,
        ),
        Column(
            name="changed",
            title=tr("Changed"),
            text=_changed,
            sort=lambda r: r.counts.changed,
            right=True,
            width=88,
        ),
        Column(
            name="rejected",
            title=tr("Not taken"),
            text=_rejected,
            sort=lambda r: r.counts.rejected,
            right=True,
            width=88,
        ),
        Column(name="state", title=tr("State"), text=_state, colour=_ink, width=170),
    ]


def _when(record: ImportRecord) -> str:
    return current().moment(record.at.astimezone())


def _new(record: ImportRecord) -> str:
    return _count(record.counts.new)


def _changed(record: ImportRecord) -> str:
    return _count(record.counts.changed)


def _rejected(record: ImportRecord) -> str:
    return _count(record.counts.rejected)


def _count(number: int) -> str:
    return current().number(number) if number else ""


def _state(record: ImportRecord) -> str:
    if record.reverted_at is None:
        return tr("Imported")
    day = current().day_short(record.reverted_at.astimezone().date())
    return tr("Reverted {day}", day=day)


def _ink(record: ImportRecord) -> str:
    return palette().ink_soft if record.reverted_at is not None else ""
