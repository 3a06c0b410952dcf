"""What was imported before, and taking an import back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Card, Column, DataTable, secondary_button

if TYPE_CHECKING:
    from desktop.services.imports import ImportRecord


_MANY = 8  # from here on one searches
_SEARCH = 320


class HistoryList(Card):
    """``revert_wanted`` and ``shown`` carry the record of the import that is to be taken back or
    looked at."""

    revert_wanted = Signal(object)
    shown = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        self.show_button = secondary_button(tr("Show what it changed"), "history")
        self.revert_button = secondary_button(tr("Revert this import"), "undo-2")
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(SPACE.SMALL)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.revert_button)
        super().__init__(
            tr("Imported before"),
            tr("Any import can be reverted; values that were changed later stay."),
            self._buttons,
            parent=parent,
        )
        self._none = Caption(tr("Nothing yet. What you import is listed here, with who and when."))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search file or KPI"))
        self.search.setAccessibleName(tr("Search file or KPI"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH)
        self._nothing = Caption(tr("No import has these words in its file name or KPIs."))
        self.table: DataTable[ImportRecord] = DataTable(
            "imports",
            _columns(self._kpis_of),
            preferences,
            name=tr("Imported before"),
            fit_height=True,
        )
        self._records: Sequence[ImportRecord] = ()
        self._kpis: Mapping[int, Sequence[str]] = {}
        self._read_only = False
        for widget in (self._none, self.search, self._nothing, self.table):
            self.add(widget)
        self.search.textChanged.connect(self._show)
        self.table.row_selected.connect(self._on_row_selected)
        self.table.row_activated.connect(self.shown)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.revert_button.clicked.connect(self._on_revert_clicked)

    def set_imports(
        self,
        records: Sequence[ImportRecord],
        kpis: Mapping[int, Sequence[str]],
        *,
        read_only: bool,
    ) -> None:
        """Show the imports, newest first; ``kpis`` are the names that each fed, by its id."""
        self._records, self._kpis, self._read_only = records, kpis, read_only
        self._none.setVisible(not records)
        self._buttons.setVisible(bool(records))
        self.search.setVisible(len(records) > _MANY)
        self._show()

    def select(self, import_id: int) -> None:
        """Select one import."""
        self.table.select_where(lambda record: record.id == import_id)

    def _show(self) -> None:
        """The imports that have what is searched for in their names."""
        words = self.search.text().casefold().split() if len(self._records) > _MANY else []
        found = [
            record
            for record in self._records
            if all(
                word in f"{record.file_name} {self._kpis_of(record)}".casefold() for word in words
            )
        ]
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self._nothing.setVisible(bool(self._records) and not found)
        self._on_row_selected(self.table.current_row())

    def _kpis_of(self, record: ImportRecord) -> str:
        return ", ".join(self._kpis.get(record.id, ()))

    def _on_row_selected(self, record: ImportRecord | None) -> None:
        self.show_button.setEnabled(record is not None)
        can = record is not None and record.reverted_at is None and not self._read_only
        self.revert_button.setEnabled(can)

    def _on_show_clicked(self) -> None:
        record = self.table.current_row()
        if record is not None:
            self.shown.emit(record)

    def _on_revert_clicked(self) -> None:
        record = self.table.current_row()
        if record is not None:
            self.revert_wanted.emit(record)


def _columns(kpis: Callable[[ImportRecord], str]) -> list[Column[ImportRecord]]:
    return [
        Column(
            name="file", title=tr("File"), text=lambda r: r.file_name, caption=kpis, stretch=True
        ),
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
