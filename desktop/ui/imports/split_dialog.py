"""One KPI for each text of a column, and one for all the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desktop.qtkit.wording import current, ntr, tr
from desktop.services.imports import MANY
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import Choice, FormRow

if TYPE_CHECKING:
    from desktop.services.imports import Piece

_LARGEST = (3, 5, 10, 20)
_SHOWN = 400
OWN = -1  # ticked by hand


class SplitDialog(Dialog):
    """``pieces`` are the texts of each column that could be split by.  ``split_chosen`` carries
    the column, its texts that get a KPI each, and whether the others get one together.

    Up to 30 KPIs are proposed; where there are more texts, somebody has to choose.
    """

    split_chosen = Signal(str, object, bool)

    def __init__(
        self, parent: QWidget | None, measure: str, pieces: Mapping[str, Sequence[Piece]]
    ) -> None:
        super().__init__(
            parent,
            tr("One KPI each"),
            tr("“{measure}” becomes a KPI for each text of a column.", measure=measure),
            confirm=tr("Use"),
        )
        self._pieces = pieces
        self.label: Choice[str] = Choice([(name, name) for name in pieces], next(iter(pieces)))
        self.largest: Choice[int] = Choice()
        self.texts = QListWidget()
        self.texts.setAlternatingRowColors(False)
        self.texts.setMinimumHeight(220)
        self.rest = QCheckBox(tr("One more KPI for all the others together"))
        self.add(FormRow(tr("Column"), self.label))
        self.add(FormRow(tr("How many"), self.largest))
        self._texts_row = FormRow(tr("Texts, the largest first"), self.texts)
        self.add(self._texts_row, 1)
        self.add(self.rest)
        self.label.chosen.connect(self._on_label_chosen)
        self.largest.chosen.connect(self._on_largest_chosen)
        self.texts.itemChanged.connect(self._on_ticked)
        self._on_label_chosen(self.label.value)

    @property
    def chosen(self) -> list[str]:
        """The texts that are ticked."""
        items = (self.texts.item(row) for row in range(self.texts.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def on_confirmed(self) -> None:
        texts = self.chosen
        if not texts:
            self._texts_row.set_error(tr("Tick at least one."))
            self.texts.setFocus()
            return
        self.accept()
        self.split_chosen.emit(self.label.value, texts, self.rest.isChecked())

    def _on_label_chosen(self, label: str) -> None:
        named = [piece for piece in self._pieces[label] if piece.text]
        options = [(n, tr("The {n} largest", n=n)) for n in _LARGEST if n < len(named)]
        if len(named) <= MANY:
            options.append((len(named), ntr("{n}", "All {n}", len(named))))
        options.append((OWN, tr("Those ticked below")))
        self.largest.set_options(options, len(named) if len(named) <= MANY else OWN)
        self.texts.blockSignals(True)
        self.texts.clear()
        for piece in named[:_SHOWN]:
            amount = current().number(piece.amount, 0)
            item = QListWidgetItem(tr("{text}: {amount}", text=piece.text, amount=amount))
            item.setData(Qt.ItemDataRole.UserRole, piece.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.texts.addItem(item)
        self.texts.blockSignals(False)
        many = ntr("{n} text", "{n} texts", len(named))
        self._texts_row.set_hint(many if len(named) <= MANY else tr("{many}: choose.", many=many))
        self._on_largest_chosen(self.largest.value)

    def _on_largest_chosen(self, count: int) -> None:
        if count != OWN:
            self.texts.blockSignals(True)
            for row in range(self.texts.count()):
                ticked = Qt.CheckState.Checked if row < count else Qt.CheckState.Unchecked
                self.texts.item(row).setCheckState(ticked)
            self.texts.blockSignals(False)
        self._show_rest()
        self.rest.setChecked(self.rest.isEnabled())

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self.largest.set_value(OWN)
        self._texts_row.set_error("")
        self._show_rest()

    def _show_rest(self) -> None:
        """All the others are only there when not everything is ticked."""
        whole = len(self.chosen) == len(self._pieces[self.label.value])
        self.rest.setEnabled(not whole)
        if whole:
            self.rest.setChecked(False)
