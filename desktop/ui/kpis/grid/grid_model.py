"""The table model of the grid: shows values, takes typed and pasted text, saves what is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity, UnitKind
from desktop.qtkit.number_entry import entry_text
from desktop.qtkit.wording import current, say, tr
from desktop.ui.kpis.grid.clipboard import cell_text
from desktop.ui.kpis.grid.content import GridContent, GridRow
from desktop.ui.kpis.grid.drafts import Cell, Draft, draft_of, pasted, to_save

Index = QModelIndex | QPersistentModelIndex
Save = Callable[[list[tuple[int, Period, float | None]]], None]
_ROOT = QModelIndex()

DRAFT_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the Draft of a cell that is not saved
PARTIAL_ROLE = DRAFT_ROLE + 1  # whether the value is of a period that is not over
LOCKED_ROLE = DRAFT_ROLE + 2  # whether the cell can not be typed in


def shown(row: GridRow, period: Period) -> str:
    """A value without its unit, which stands at the head of the row."""
    found, kpi = row.values.get(period), row.kpi
    if found is None:
        return ""
    match kpi.unit.kind:
        case UnitKind.PERCENT:
            return current().number(found.value * 100, kpi.decimals)
        case UnitKind.DURATION:
            return current().quantity(Quantity(found.value, kpi.unit))
        case _:
            return current().number(found.value, kpi.decimals)


class GridModel(QAbstractTableModel):
    """``save`` writes changes as one undo step.  What holds a fault is kept as drafts and nothing
    of it is saved until all of it is right, or discarded."""

    drafts_changed = Signal()

    def __init__(
        self, save: Save, *, read_only: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._read_only = read_only
        self._content = GridContent(Cadence.MONTH, (), ())
        self.drafts: dict[Cell, Draft] = {}

    @property
    def content(self) -> GridContent:
        return self._content

    def set_content(self, content: GridContent) -> None:
        """Show other rows, periods or values; drafts of the same cells stay."""
        same = content.periods == self._content.periods and [
            row.kpi.id for row in content.rows
        ] == [row.kpi.id for row in self._content.rows]
        if same:
            self._content = content
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._content = content
        self.drafts = {}
        self.endResetModel()
        self.drafts_changed.emit()

    def faults(self) -> list[tuple[Cell, Message]]:
        """The cells that can not be saved, and why."""
        return [(cell, draft.fault) for cell, draft in sorted(self.drafts.items()) if draft.fault]

    def row(self, index: Index) -> GridRow:
        return self._content.rows[index.row()]

    def period(self, index: Index) -> Period:
        return self._content.periods[index.column()]

    def paste(self, block: Sequence[Sequence[str]], selected: Sequence[Cell]) -> Message | None:
        """Take a pasted block; a sentence when it does not fit at all."""
        cells = pasted(self._content, block, selected, current())
        if isinstance(cells, Message):
            return cells
        self._take(cells)
        return None

    def delete(self, selected: Sequence[Cell]) -> None:
        """Empty cells."""
        rows = self._content.rows
        self._take({cell: Draft("") for cell in selected if not rows[cell[0]].worked_out})

    def discard(self) -> None:
        """Forget what was not saved."""
        self.drafts = {}
        self._redraw()

    def copied(self, selected: Sequence[Cell]) -> list[list[str]]:
        """The block around the selected cells; cells in it that are not selected stay blank."""
        if not selected:
            return []
        rows = range(min(r for r, _ in selected), max(r for r, _ in selected) + 1)
        columns = range(min(c for _, c in selected), max(c for _, c in selected) + 1)
        chosen = set(selected)
        return [
            [self._copied(row, column) if (row, column) in chosen else "" for column in columns]
            for row in rows
        ]

    def _copied(self, row: int, column: int) -> str:
        kpi = self._content.rows[row].kpi
        found = self._content.rows[row].values.get(self._content.periods[column])
        value = None if found is None else found.value
        return cell_text(value, kpi.unit, kpi.decimals, current())

    def _take(self, cells: dict[Cell, Draft]) -> None:
        """Save cells without faults at once; otherwise keep all of them, with what waits already
        when they touch it."""
        if not cells:
            return
        waits = any(draft.fault for draft in cells.values()) or bool(cells.keys() & self.drafts)
        if not waits:
            self._write(cells)
            return
        self.drafts.update(cells)
        if not self.faults():
            waiting, self.drafts = self.drafts, {}
            self._write(waiting)
        self._redraw()

    def _write(self, cells: dict[Cell, Draft]) -> None:
        changes = to_save(self._content, cells)
        if changes:
            self._save(changes)

    def _redraw(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.drafts_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._content.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._content.periods)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self._read_only and not self.row(index).worked_out:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        cell = (index.row(), index.column())
        text = str(value)
        if text != self._edit_text(index):
            self._take({cell: draft_of(self.row(index), text, current())})
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        draft = self.drafts.get((index.row(), index.column()))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return draft.text if draft else self._shown(index)
            case Qt.ItemDataRole.EditRole:
                return self._edit_text(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return say(draft.fault) if draft and draft.fault else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, draft)
            case _ if role == DRAFT_ROLE:
                return draft
            case _ if role == PARTIAL_ROLE:
                return self._is_partial(index)
            case _ if role == LOCKED_ROLE:
                return self.row(index).worked_out
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return current().period(self._content.periods[section])
        return self._content.rows[section].kpi.name

    def _edit_text(self, index: Index) -> str:
        draft = self.drafts.get((index.row(), index.column()))
        if draft:
            return draft.text
        kpi, found = self.row(index).kpi, self.row(index).values.get(self.period(index))
        return entry_text(found.value if found else None, kpi.unit, kpi.decimals, current())

    def _shown(self, index: Index) -> str:
        return shown(self.row(index), self.period(index))

    def _is_partial(self, index: Index) -> bool:
        found = self.row(index).values.get(self.period(index))
        return found is not None and found.through is not None

    def _spoken(self, index: Index, draft: Draft | None) -> str:
        kpi, period = self.row(index).kpi.name, current().period(self.period(index))
        if draft and draft.fault:
            return f"{kpi}, {period}: {draft.text}. {say(draft.fault)}"
        return f"{kpi}, {period}: {self._shown(index) or tr('empty')}"
