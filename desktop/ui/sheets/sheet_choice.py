"""Which sheet: its kind, and of which goal or KPI."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.wording import say, tr
from desktop.services.sheet_items import Items
from desktop.services.sheet_kinds import SheetKind
from desktop.services.workspace import Workspace
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow


class SheetChoice(QWidget):
    """``changed`` is sent when the user has chosen another.  What there is one sheet each of has a
    choice of its own, which kinds that are about the same share."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, SheetKind] = {}
        self._kind: Choice[str] = Choice()
        self._kind.chosen.connect(self._on_kind_chosen)
        self._items: dict[str, tuple[FormRow, Choice[int]]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.MEDIUM)
        self._column.addWidget(FormRow(tr("Sheet"), self._kind))

    def show_kinds(self, workspace: Workspace, kinds: Sequence[SheetKind]) -> None:
        """List these kinds and what there is of each; what was chosen stays chosen."""
        before = self._kind.value if self._kind.count() else None
        self._kinds = {kind.key: kind for kind in kinds}
        self._kind.set_options(
            [(kind.key, say(kind.title)) for kind in kinds if kind.title is not None], before
        )
        for items in {kind.items.key: kind.items for kind in kinds if kind.items}.values():
            _, choice = self._row_of(items)
            chosen = choice.value if choice.count() else None
            named = [
                (item_id, text if isinstance(text, str) else say(text))
                for item_id, text in items.all(workspace)
            ]
            choice.set_options(named, chosen)
        self._dress()

    def choose(self, key: str, item_id: int | None = None) -> None:
        """Choose a kind and an item of it."""
        self._kind.set_value(key)
        items = self.kind.items
        if items is not None and item_id is not None:
            self._row_of(items)[1].set_value(item_id)
        self._dress()

    @property
    def kind(self) -> SheetKind:
        """The kind that is chosen."""
        return self._kinds[self._kind.value]

    @property
    def item_id(self) -> int:
        """The goal or KPI that is chosen; 0 for a kind that is about all of them."""
        items = self.kind.items
        return 0 if items is None else self._row_of(items)[1].value

    def take_focus(self) -> None:
        """Put the keyboard on the kind."""
        self._kind.setFocus()

    def _row_of(self, items: Items) -> tuple[FormRow, Choice[int]]:
        if items.key not in self._items:
            choice: Choice[int] = Choice()
            choice.chosen.connect(self._on_item_chosen)
            row = FormRow(say(items.name), choice)
            self._column.addWidget(row)
            self.setTabOrder(self._kind, choice)
            self._items[items.key] = (row, choice)
        return self._items[items.key]

    def _dress(self) -> None:
        items = self.kind.items
        for key, (row, _) in self._items.items():
            row.setVisible(items is not None and items.key == key)

    def _on_kind_chosen(self, _: object) -> None:
        self._dress()
        self.changed.emit()

    def _on_item_chosen(self, _: object) -> None:
        self.changed.emit()
