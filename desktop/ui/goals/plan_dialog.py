"""The plan of a key result as typed steps: a day and the value that is expected by its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.core.goal import Comparison, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Period
from desktop.qtkit.number_entry import EntryFault, entry_text, parse_entry
from desktop.qtkit.wording import current, say, tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets import Caption, quiet_button


class _Grid(QTableWidget):
    """Values by period; a column copied in a spreadsheet is pasted from the current cell down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentItem():
            self.currentItem().setText("")
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        first = max(self.currentRow(), 0)
        for offset, line in enumerate(text.rstrip("\n").split("\n")):
            item = self.item(first + offset, 0)
            if item is not None:
                item.setText(line.split("\t")[-1].strip())


class PlanDialog(Dialog):
    """``planned`` carries the steps; none of them is a straight plan."""

    planned = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        kpi: Kpi,
        comparison: Comparison,
        start: date,
        deadline: date,
        steps: Sequence[PlanValue],
        year_start: int,
    ) -> None:
        super().__init__(
            parent,
            tr("Plan for {kpi}", kpi=kpi.name),
            self._explanation(comparison),
            confirm=tr("Use this plan"),
        )
        self._kpi = kpi
        self._days = _days(kpi, start, deadline, steps, year_start)
        known = {step.day: step.value for step in steps}
        self._grid = _Grid(len(self._days), 1)
        self._grid.setHorizontalHeaderLabels([tr("Planned")])
        self._grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._grid.setVerticalHeaderLabels([title for _, title in self._days])
        self._grid.setAccessibleName(tr("Planned values"))
        for row, (day, _) in enumerate(self._days):
            text = entry_text(known.get(day), kpi.unit, kpi.decimals, current())
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.setItem(row, 0, cell)
        self._grid.setMinimumHeight(320)
        self._fault = Caption()
        self._fault.setVisible(False)
        self.add(self._grid, 1)
        self.add(self._fault)
        straight = quiet_button(tr("Straight line instead"))
        straight.clicked.connect(self._on_straight_clicked)
        self.foot.insertWidget(0, straight)

    def on_confirmed(self) -> None:
        steps = []
        for row, (day, title) in enumerate(self._days):
            cell = self._grid.item(row, 0)
            text = cell.text().strip() if cell else ""
            if not text:
                continue
            try:
                value = parse_entry(text, self._kpi.unit, current())
            except EntryFault as fault:
                self._fault.setText(f"{title}: {say(fault.message)}")
                self._fault.setVisible(True)
                self._grid.setCurrentCell(row, 0)
                return
            if value is not None:
                steps.append(PlanValue(day, value))
        self.planned.emit(tuple(steps))
        self.accept()

    @staticmethod
    def _explanation(comparison: Comparison) -> str:
        match comparison:
            case Comparison.LEVEL:
                return tr("The level expected at the end of each period. Leave the rest empty.")
            case Comparison.TOTAL:
                return tr(
                    "The total expected from the start to the end of each period. "
                    "Leave the rest empty."
                )
            case Comparison.PER_PERIOD:
                return tr("The value expected in each period. Leave the rest empty.")

    def _on_straight_clicked(self) -> None:
        self.planned.emit(())
        self.accept()


def _days(
    kpi: Kpi, start: date, deadline: date, steps: Sequence[PlanValue], year_start: int
) -> list[tuple[date, str]]:
    """The ends of the KPI's periods between start and deadline, and the days of known steps."""
    wording = current()
    titles: dict[date, str] = {}
    period = Period.containing(kpi.cadence, start, year_start)
    while period.start <= deadline and len(titles) < 400:
        titles[min(period.end, deadline)] = wording.period(period)
        period = period.shift(1)
    for step in steps:
        titles.setdefault(step.day, wording.day(step.day))
    return sorted(titles.items())
