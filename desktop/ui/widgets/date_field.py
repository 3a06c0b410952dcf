"""A field for a date, typed in the reader's format or picked from a calendar."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.qtkit.wording import current, tr
from desktop.ui.theme import icon

_ASIDE = 56  # pixels: the calendar, the edges and the room around the digits


def parse_day(text: str, language: str, today: date) -> date | None:
    """The date typed as year-month-day, or day before month with the year last (or left out).

    Two-digit years belong to this century.  ``None`` when it is not a date.
    """
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if re.search(r"[^\d\s./-]", text) or len(parts) not in (1, 2, 3):
        return None
    try:
        if len(parts) == 1:
            digits = text.strip()
            return date.fromisoformat(digits) if len(digits) == 8 else None
        if len(parts) == 2:
            return date(today.year, parts[1], parts[0])
        if parts[0] > 31:
            return date(*parts)
        if language == "sv" and parts[2] <= 31 and "-" in text:
            return date(2000 + parts[0], parts[1], parts[2])
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        return date(year, parts[1], parts[0])
    except ValueError:
        return None


class DateField(QLineEdit):
    """``DateField(date(2026, 12, 31))``; with ``optional`` it may be left empty.  ``day_changed``
    carries the date or ``None``; Alt+Down opens the calendar."""

    day_changed = Signal(object)

    def __init__(
        self, day: date | None = None, *, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._day = day
        self._optional = optional
        self._popup: QFrame | None = None
        pick = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(tr("Choose a date"))
        pick.triggered.connect(self.open_calendar)
        self.setPlaceholderText(current().day_short(date(2026, 12, 31)))
        self.editingFinished.connect(self._on_editing_finished)
        self.set_day(day)

    def day(self) -> date | None:
        """What is typed now; ``None`` when it is empty or not a date."""
        return parse_day(self.text(), current().language, self._today())

    def valid(self) -> bool:
        """Whether it holds a date, or is empty where that is allowed."""
        return self.day() is not None or (self._optional and not self.text().strip())

    def minimumSizeHint(self) -> QSize:
        """Every date can be read to its end."""
        widest = self.fontMetrics().horizontalAdvance(current().day_short(date(2000, 10, 20)))
        return QSize(widest + _ASIDE, super().minimumSizeHint().height())

    def set_day(self, day: date | None) -> None:
        """Show ``day`` without sending ``day_changed``."""
        self._day = day
        self._mark(False)
        self.setText(current().day_short(day) if day else "")

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(current().locale)
        calendar.setGridVisible(False)
        shown = self.day() or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._on_day_picked)
        calendar.activated.connect(self._on_day_picked)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup = popup
        popup.destroyed.connect(self._on_popup_gone)
        popup.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _today(self) -> date:
        return QDate.currentDate().toPython()  # type: ignore[return-value]

    def _on_popup_gone(self) -> None:
        self._popup = None

    def _on_day_picked(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self.setText(current().day_short(date(picked.year(), picked.month(), picked.day())))
        self._on_editing_finished()
        self.setFocus()

    def _on_editing_finished(self) -> None:
        if not self.valid():
            self._mark(True)
            return
        day = self.day()
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit(day)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)
        fault = tr("This is not a date. Write it like {example}.", example=self.placeholderText())
        self.setToolTip(fault if wrong else "")
        self.setAccessibleDescription(fault if wrong else "")
