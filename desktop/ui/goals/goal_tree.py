"""The goals as a tree, each with how it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent, QStandardItem
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.core.goal import Goal, GoalState
from desktop.core.names import name
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, say, tr
from desktop.services.overview import GoalView
from desktop.ui.widgets import status_word
from desktop.ui.widgets.cell_delegate import CellDelegate
from desktop.ui.widgets.rows_model import CAPTION_ROLE, CELL_ROLE
from desktop.ui.widgets.table_tree import TableTree

Index = QModelIndex | QPersistentModelIndex

_EDGE = 10  # of a row, above and below: a drop there is between rows, as Qt draws it
_ID = int(Qt.ItemDataRole.UserRole) + 40


class GoalTree(TableTree):
    """``goal_opened`` carries the id of the goal that Enter or a double click asks for,
    ``goal_selected`` that of the selected one or ``None``, and ``move_wanted`` an id, the id that
    it is to lie under and the sibling that it is to stand before (or ``None`` for last)."""

    row_height = 54
    widths = (180, 100, 140, 170)
    numbers = (2, 3)

    goal_opened = Signal(int)
    goal_selected = Signal(object)
    move_wanted = Signal(int, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Goals"), CellDelegate(), parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.activated.connect(self._on_activated)

    def set_goals(
        self,
        views: Sequence[GoalView],
        standings: Mapping[int, str] | None = None,
        without_time: Collection[int] = (),
    ) -> None:
        """Show the goals; the selected one stays selected, and something always is.

        ``standings`` are words for the line below a goal, by its id.  Of those ``without_time``
        it is not decided how long they run.
        """
        chosen = self.selected_goal()
        titles = [tr("Goal"), tr("Status"), tr("Progress"), tr("Planned by now"), tr("Until")]
        top = self.begin(titles)
        below: dict[int | None, list[GoalView]] = {}
        for view in views:
            below.setdefault(view.goal.parent_id, []).append(view)
        self._grow(top, None, below, standings or {}, without_time)
        self.setRootIsDecorated(any(view.goal.parent_id is not None for view in views))
        self.expandAll()
        if chosen is None or not self.select_goal(chosen):
            self.setCurrentIndex(self.items.index(0, 0))

    def selected_goal(self) -> int | None:
        """The id of the selected goal."""
        return self._id(self.currentIndex())

    def select_goal(self, goal_id: int) -> bool:
        """Select a goal by its id; false when it is not on show."""
        for item in self.items.findItems(
            "*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive
        ):
            if item.data(_ID) == goal_id:
                self.setCurrentIndex(item.index())
                return True
        return False

    def move_selected(self, by: int) -> None:
        """Ask for the selected goal to move up (-1) or down (1) among its siblings."""
        index = self.currentIndex().siblingAtColumn(0)
        goal_id = self._id(index)
        place = index.row() + by
        if goal_id is None or not 0 <= place < self.items.rowCount(index.parent()):
            return
        after = place + 1 if by > 0 else place
        before = self._id(index.siblingAtRow(after))
        self.move_wanted.emit(goal_id, self._id(index.parent()), before)

    def currentChanged(self, index: Index, previous: Index) -> None:
        super().currentChanged(index, previous)
        self.goal_selected.emit(self._id(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is selected stays in sight when there is less room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_selected(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The file is changed, and the tree is then read from it; nothing moves by itself."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        goal_id = self.selected_goal()
        place = event.position().toPoint()
        index = self.indexAt(place).siblingAtColumn(0)
        if goal_id is None or self._id(index) == goal_id:
            return
        row = self.visualRect(index)
        parent, this = self._id(index.parent()), self._id(index)
        if not index.isValid():
            self.move_wanted.emit(goal_id, None, None)
        elif place.y() - row.top() < _EDGE:
            self.move_wanted.emit(goal_id, parent, this)
        elif row.bottom() - place.y() < _EDGE:
            following = self._id(index.siblingAtRow(index.row() + 1))
            self.move_wanted.emit(goal_id, parent, following)
        else:
            self.move_wanted.emit(goal_id, this, None)

    def _grow(
        self,
        item: QStandardItem,
        goal_id: int | None,
        below: Mapping[int | None, Sequence[GoalView]],
        standings: Mapping[int, str],
        without_time: Collection[int],
    ) -> None:
        """Put the goals under the one with the id below its item, and theirs below them."""
        for view in below.get(goal_id, ()):
            key = view.goal.id or 0
            until = "" if key in without_time else _until(view.goal)
            row = self.add_row(item, _cells(view, standings.get(key, ""), until))
            self._grow(row, view.goal.id, below, standings, without_time)

    def _on_activated(self, index: QModelIndex) -> None:
        goal_id = self._id(index)
        if goal_id is not None:
            self.goal_opened.emit(goal_id)

    @staticmethod
    def _id(index: Index) -> int | None:
        found = index.sibling(index.row(), 0).data(_ID) if index.isValid() else None
        return int(found) if found is not None else None


def _until(goal: Goal) -> str:
    return current().day(goal.deadline) if goal.deadline else tr("Until it is reached")


def _cells(view: GoalView, standing: str, until: str) -> list[QStandardItem]:
    goal, how = view.goal, view.assessment
    first = QStandardItem(goal.statement)
    first.setData(goal.id, _ID)
    below = [view.owner or tr("No owner yet"), standing]
    caption = " · ".join(text for text in below if text)
    first.setData(caption, CAPTION_ROLE)
    first.setToolTip(f"{goal.statement}\n{caption}")
    status = QStandardItem()
    if goal.state is GoalState.ACTIVE:
        status.setText(status_word(how.status))
        status.setData(how.status, CELL_ROLE)
        status.setToolTip(say(how.reason))
    else:
        status.setText(say(name(goal.state)))
    return [first, status, _share(how.score), _share(how.expected_score), QStandardItem(until)]


def _share(value: float | None) -> QStandardItem:
    text = "" if value is None else current().quantity(Quantity(value, Unit(UnitKind.PERCENT)))
    return QStandardItem(text)
