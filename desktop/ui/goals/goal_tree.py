"""The goals as a tree, each with how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from desktop.core.goal import GoalState
from desktop.core.names import name
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, say, tr
from desktop.services.overview import GoalView
from desktop.ui.widgets import status_word
from desktop.ui.widgets.cell_delegate import CellDelegate
from desktop.ui.widgets.rows_model import CAPTION_ROLE, CELL_ROLE

_ROW = 54
_ID = int(Qt.ItemDataRole.UserRole) + 40


class GoalTree(QTreeView):
    """``goal_opened`` carries the id of the goal that Enter or a double click asks for."""

    goal_opened = Signal(int)
    goal_selected = Signal(object)  # the id, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(tr("Goals"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setIndentation(24)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(self._on_activated)

    def set_goals(self, views: Sequence[GoalView]) -> None:
        """Show the goals; the selected one stays selected."""
        chosen = self.selected_goal()
        self._model.clear()
        self._model.setHorizontalHeaderLabels(
            [tr("Goal"), tr("Status"), tr("Progress"), tr("Expected by now"), tr("Until")]
        )
        items: dict[int | None, QStandardItem] = {None: self._model.invisibleRootItem()}
        waiting = list(views)
        while waiting:
            ready = [view for view in waiting if view.goal.parent_id in items]
            if not ready:  # their parents are not on show
                items.update({view.goal.parent_id: items[None] for view in waiting})
                continue
            for view in ready:
                row = _cells(view)
                items[view.goal.parent_id].appendRow(row)
                items[view.goal.id] = row[0]
            waiting = [view for view in waiting if view.goal.id not in items]
        self._dress()
        self.expandAll()
        if chosen is not None:
            self.select_goal(chosen)

    def selected_goal(self) -> int | None:
        """The id of the selected goal."""
        return self._id(self.currentIndex())

    def select_goal(self, goal_id: int) -> bool:
        """Select a goal by its id; false when it is not on show."""
        for item in self._model.findItems(
            "*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive
        ):
            if item.data(_ID) == goal_id:
                self.setCurrentIndex(item.index())
                return True
        return False

    def currentChanged(
        self,
        index: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(index, previous)
        self.goal_selected.emit(self._id(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 190), (2, 110), (3, 150), (4, 150)):
            heads.resizeSection(column, width)

    def _on_activated(self, index: QModelIndex) -> None:
        goal_id = self._id(index)
        if goal_id is not None:
            self.goal_opened.emit(goal_id)

    @staticmethod
    def _id(index: QModelIndex | QPersistentModelIndex) -> int | None:
        found = index.sibling(index.row(), 0).data(_ID) if index.isValid() else None
        return int(found) if found is not None else None


def _cells(view: GoalView) -> list[QStandardItem]:
    goal, how = view.goal, view.assessment
    first = QStandardItem(goal.statement)
    first.setData(goal.id, _ID)
    first.setData(view.owner or tr("No owner yet"), CAPTION_ROLE)
    first.setToolTip(goal.statement)
    status = QStandardItem()
    if goal.state is GoalState.ACTIVE:
        status.setText(status_word(how.status))
        status.setData(how.status, CELL_ROLE)
        status.setToolTip(say(how.reason))
    else:
        status.setText(say(name(goal.state)))
    until = current().day(goal.deadline) if goal.deadline else tr("Until it is reached")
    shares = [_share(how.score), _share(how.expected_score)]
    row = [first, status, *shares, QStandardItem(until)]
    for item in row:
        side = Qt.AlignmentFlag.AlignRight if item in shares else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(QSize(0, _ROW))
    return row


def _share(value: float | None) -> QStandardItem:
    text = "" if value is None else current().quantity(Quantity(value, Unit(UnitKind.PERCENT)))
    return QStandardItem(text)
