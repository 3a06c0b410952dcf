"""Rows of advice one below the other, and below them those that were dismissed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.advice import Advice
from desktop.qtkit.wording import tr
from desktop.services.advice import AdviceGiven, Dismissed
from desktop.ui.advice.advice_row import AdviceRow, DismissedRow, action_words
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline


class AdviceRows(QWidget):
    """``opened``, ``dismiss_wanted`` and ``bring_back_wanted`` carry the advice.

    ``words`` says what the button of each does, where that is not what it does on other pages.
    """

    opened = Signal(object)
    dismiss_wanted = Signal(object)
    bring_back_wanted = Signal(object)

    def __init__(
        self,
        *,
        may_change: bool,
        words: Callable[[Advice], str] = action_words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_change = may_change
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_advice(self, given: AdviceGiven) -> None:
        """Show these and no others; the keyboard stays where it was in the list."""
        place = self._place_of_focus()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows: list[QWidget] = []
        for advice in given.open:
            row = AdviceRow(advice, action=self._words(advice), may_change=self._may_change)
            row.opened.connect(self.opened)
            row.dismiss_wanted.connect(self.dismiss_wanted)
            rows.append(row)
        self._add(rows)
        if given.dismissed:
            self._column.addSpacing(SPACE.MEDIUM)
            self._column.addWidget(Caption(tr("Dismissed, and back when the facts change")))
        self._add([self._dismissed_row(item) for item in given.dismissed])
        self._focus(place)

    def rows(self) -> list[AdviceRow | DismissedRow]:
        """The rows on show, from the top."""
        items = [self._column.itemAt(number) for number in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [each for each in widgets if isinstance(each, AdviceRow | DismissedRow)]

    def _dismissed_row(self, item: Dismissed) -> QWidget:
        row = DismissedRow(item, may_bring_back=self._may_change)
        row.bring_back_wanted.connect(self.bring_back_wanted)
        return row

    def _add(self, rows: list[QWidget]) -> None:
        for number, row in enumerate(rows):
            if number:
                self._column.addWidget(Hairline())
            self._column.addWidget(row)

    def _place_of_focus(self) -> int | None:
        focus = self.window().focusWidget()
        if focus is None:
            return None
        return next((n for n, row in enumerate(self.rows()) if row.isAncestorOf(focus)), None)

    def _focus(self, place: int | None) -> None:
        """After a row has gone, the next one has the keyboard."""
        rows = self.rows()
        if place is None or not rows:
            return
        row = rows[min(place, len(rows) - 1)]
        (row.go if isinstance(row, AdviceRow) else row.back).setFocus()
