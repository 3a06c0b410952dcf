"""Draws and edits the cells of the grid."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.kpis.grid.drafts import Draft
from desktop.ui.kpis.grid.grid_model import DRAFT_ROLE, LOCKED_ROLE, PARTIAL_ROLE
from desktop.ui.theme import Text, font, palette

_PAD = 8


class GridCells(QStyledItemDelegate):
    """Numbers to the right; the current cell framed, a wrong one marked with colour and a sign."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = palette()
        rect: QRect = option.rect
        draft: Draft | None = index.data(DRAFT_ROLE)
        wrong = draft is not None and draft.fault is not None
        painter.save()
        if wrong:
            painter.fillRect(rect, QColor(tokens.bad_ground))
        elif draft is not None:
            painter.fillRect(rect, QColor(tokens.risk_ground))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selected))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        soft = index.data(LOCKED_ROLE) or index.data(PARTIAL_ROLE)
        colour = tokens.bad if wrong else tokens.ink_soft if soft else tokens.ink
        painter.setPen(QColor(colour))
        painter.setFont(font(Text.BODY, italic=bool(soft)))
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        text = ("\u26a0\u00a0" if wrong else "") + (index.data() or "")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(font())
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 5px; min-height: 0; }")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        left = min(rect.left(), rect.right() - 120)  # room for a sum that is being typed
        editor.setGeometry(QRect(left, rect.top(), rect.right() - left + 1, rect.height()))
