"""What both kinds of key result have in the editor: owner, weight, and a way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.goal import KeyResult, PlanValue
from desktop.qtkit.wording import tr
from desktop.ui.goals.fold import Fold
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow, Hairline, NumberField, icon_button

Owners = Sequence[tuple[int | None, str]]
_COLUMNS = (4, 3, 2, 2)


class ResultForm(QWidget):
    """A row of fields over one that folds away; ``removed`` carries this form.

    Subclasses put their own fields into ``fields`` (four columns) and ``below``, and what else
    they have into ``column``.
    """

    removed = Signal(object)
    renamed = Signal()

    def __init__(
        self, key_result: KeyResult, owners: Owners, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key_result = key_result
        self.steps: tuple[PlanValue, ...] = ()
        self.owner = Choice(owners, key_result.owner_id)
        self.weight = NumberField(key_result.weight, decimals=_decimals(key_result.weight))
        self._weight_row = FormRow(
            tr("Weight"), self.weight, tr("How much it counts beside the others.")
        )
        remove = icon_button("trash-2", tr("Remove this key result"))
        remove.clicked.connect(self._on_remove_clicked)
        self.fields = _grid()
        self.below = QHBoxLayout()
        self.below.setSpacing(SPACE.MEDIUM)
        self.more = Fold("")
        more = _grid()
        more.addWidget(FormRow(tr("Owner"), self.owner), 0, 0)
        more.addWidget(self._weight_row, 0, 1)
        self.more.body.addLayout(more)
        self.owner.currentTextChanged.connect(self._show_summary)
        self.weight.textChanged.connect(self._show_summary)
        self._show_summary()
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.SMALL)
        self.column.addLayout(self.fields)
        self.column.addLayout(self.below)
        self.column.addWidget(self.more)
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(self.column, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        layout.addLayout(row)

    def value(self) -> KeyResult:
        """The key result as it stands in the fields."""
        weight = self.weight.value()
        return replace(
            self.key_result,
            owner_id=self.owner.value,
            weight=self.key_result.weight if weight is None else weight,
        )

    def fault(self) -> QWidget | None:
        """The first field that keeps it from being saved, with its sentence shown."""
        wrong = self.weight.fault_text()
        weight = self.weight.value()
        if not wrong and (weight is None or weight <= 0):
            wrong = tr("The weight must be more than zero.")
        if not wrong:
            return None
        self.more.set_open(True)
        self._weight_row.set_error(wrong)
        return self.weight

    def clear_faults(self) -> None:
        self._weight_row.set_error("")

    def _show_summary(self) -> None:
        """What is folded away is said all the same."""
        self.more.set_title(
            tr(
                "Owner: {owner}. Weight: {weight}.",
                owner=self.owner.currentText(),
                weight=self.weight.text(),
            )
        )

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.MEDIUM)
    grid.setVerticalSpacing(SPACE.SMALL)
    for column, stretch in enumerate(_COLUMNS):
        grid.setColumnStretch(column, stretch)
    return grid


def _decimals(weight: float) -> int:
    return 0 if weight == int(weight) else 2
