"""A list of budgets to take a plan from: KPIs that hold one, or the columns of a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.core.budget_plan import Budget
from desktop.qtkit.wording import current, tr
from desktop.ui.dialogs.dialog import Dialog


class BudgetDialog(Dialog):
    """The budgets with their periods; ``chosen`` carries one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, title: str, budgets: Sequence[Budget]) -> None:
        super().__init__(parent, title, confirm=tr("Take this"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(240)
        for budget in budgets:
            item = QListWidgetItem(f"{budget.name}\n{_span(budget)}")
            item.setData(Qt.ItemDataRole.UserRole, budget)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._on_activated)
        self.add(self.list, 1)

    def on_confirmed(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.accept()

    def _on_activated(self, _: QListWidgetItem) -> None:
        self.on_confirmed()


def _span(budget: Budget) -> str:
    (first, _), (last, _) = budget.values[0], budget.values[-1]
    wording = current()
    return tr("{first} to {last}", first=wording.period(first), last=wording.period(last))
