"""A field for one number with its unit, in the reader's own format."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.number_entry import EntryFault, entry_text, parse_entry
from desktop.qtkit.wording import current, say
from desktop.ui.theme import Text, font
from desktop.ui.widgets.text import Label

_PLAIN = Unit()


class NumberField(QLineEdit):
    """``NumberField(1250.0, Unit(UnitKind.CURRENCY, "SEK"))``: right-aligned, the unit inside the
    field, sums such as ``12*450`` worked out on leaving.  ``value_changed`` carries the value (or
    ``None``) once it is entered; ``value()`` reads what is typed now."""

    value_changed = Signal(object)

    def __init__(
        self,
        value: float | None = None,
        unit: Unit = _PLAIN,
        decimals: int = 0,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._sent = value
        self._unit = unit
        self._decimals = decimals
        self._suffix = Label("", Text.SMALL, soft=True, parent=self)
        self._suffix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(font())
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)
        self.set_unit(unit, decimals)

    def value(self) -> float | None:
        """What is typed, in the unit's stored form (percent as a fraction); ``None`` when empty
        or not a number, which :meth:`fault_text` tells apart."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show ``value`` without sending ``value_changed``."""
        self._value = self._sent = value
        self._mark("")
        self.setText(entry_text(value, self._unit, self._decimals, current()))

    def set_unit(self, unit: Unit, decimals: int = 0) -> None:
        """Change the unit; the stored value stays."""
        self._unit, self._decimals = unit, decimals
        word = "%" if unit.kind is UnitKind.PERCENT else unit.symbol
        self._suffix.setText(word)
        self._suffix.adjustSize()
        self._suffix.setVisible(bool(word))
        self.setTextMargins(0, 0, self._suffix.width() + 6 if word else 0, 0)
        self.set_value(self._value)
        self._place_suffix()

    def fault_text(self) -> str:
        """What is wrong with what is typed; empty when nothing is."""
        try:
            parse_entry(self.text(), self._unit, current())
        except EntryFault as fault:
            return say(fault.message)
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_suffix()

    def _place_suffix(self) -> None:
        suffix = self._suffix
        suffix.move(self.width() - suffix.width() - 9, (self.height() - suffix.height()) // 2)

    def _on_text_edited(self, text: str) -> None:
        try:
            self._value = parse_entry(text, self._unit, current())
        except EntryFault:
            self._value = None

    def _on_editing_finished(self) -> None:
        fault = self.fault_text()
        self._mark(fault)
        if fault:
            return
        value = parse_entry(self.text(), self._unit, current())
        if value != self._sent:
            self.set_value(value)
            self.value_changed.emit(value)
        else:
            self.set_value(value)

    def _mark(self, fault: str) -> None:
        if bool(self.property("wrong")) != bool(fault):
            self.setProperty("wrong", bool(fault))
            self.style().polish(self)
        self.setToolTip(fault)
        self.setAccessibleDescription(fault)
