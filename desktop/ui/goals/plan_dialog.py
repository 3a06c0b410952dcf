"""The plan of a key result as typed steps: a day and the value that is expected by its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.plan import plan_at
from desktop.qtkit.number_entry import EntryFault, entry_text, parse_entry
from desktop.qtkit.wording import current, say, tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import palette
from desktop.ui.widgets import Caption, quiet_button
from desktop.ui.widgets.table_head import TableHead

_DAYS = {Cadence.DAY: 1, Cadence.WEEK: 7}
_MOST_ROWS = 60
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


PERIOD, PLANNED, STRAIGHT = range(3)  # the columns


class _Grid(QTableWidget):
    """Values by period; a column copied in a spreadsheet is pasted from the current row down."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows, 3)
        self.setHorizontalHeader(TableHead(self))
        titles = (tr("Period"), tr("Your plan"), tr("Straight line"))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_LEFT if column == PERIOD else _RIGHT)
            self.setHorizontalHeaderItem(column, head)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().hide()
        self.setAccessibleName(tr("Planned values"))
        self.setMinimumHeight(360)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._write(self.currentRow(), "")
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        first = max(self.currentRow(), 0)
        for offset, line in enumerate(text.rstrip("\n").split("\n")):
            self._write(first + offset, line.split("\t")[-1].strip())

    def _write(self, row: int, text: str) -> None:
        cell = self.item(row, PLANNED)
        if cell is not None:
            cell.setText(text)


class PlanDialog(Dialog):
    """``planned`` carries the steps; none of them is a straight plan."""

    planned = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        kpi: Kpi,
        key_result: KeyResult,
        steps: Sequence[PlanValue],
        start: date,
        deadline: date,
        year_start: int,
    ) -> None:
        super().__init__(
            parent,
            tr("Plan for {kpi}", kpi=kpi.name),
            self._explanation(key_result.comparison),
            confirm=tr("Use this plan"),
        )
        self._kpi = kpi
        self._days = _days(kpi, start, deadline, steps, year_start)
        known = {step.day: step.value for step in steps}
        goal = Goal(statement="", start=start, deadline=deadline)
        begin = Period.containing(kpi.cadence, start, year_start).start
        first = begin if key_result.comparison is Comparison.TOTAL else start
        self.grid = _Grid(len(self._days))
        for row, (day, title) in enumerate(self._days):
            straight = plan_at(key_result, goal, (), day, better=kpi.better, start=first)
            self.grid.setItem(row, PERIOD, _read_only(title, _LEFT))
            self.grid.setItem(row, PLANNED, self._cell(known.get(day)))
            words = "" if straight is None else current().quantity(kpi.quantity(straight))
            self.grid.setItem(row, STRAIGHT, _read_only(words, _RIGHT))
        self.grid.setCurrentCell(0, PLANNED)
        self._fault = Caption()
        self._fault.set_colour(palette().bad)
        self._fault.setVisible(False)
        self.add(self.grid, 1)
        self.add(self._fault)
        straight_button = quiet_button(tr("Straight line instead"))
        straight_button.clicked.connect(self._on_straight_clicked)
        self.foot.insertWidget(0, straight_button)

    def _cell(self, value: float | None) -> QTableWidgetItem:
        """A value to type."""
        cell = QTableWidgetItem(entry_text(value, self._kpi.unit, self._kpi.decimals, current()))
        cell.setTextAlignment(_RIGHT)
        return cell

    def on_confirmed(self) -> None:
        steps = []
        for row, (day, title) in enumerate(self._days):
            cell = self.grid.item(row, PLANNED)
            text = cell.text().strip() if cell else ""
            if not text:
                continue
            try:
                value = parse_entry(text, self._kpi.unit, current())
            except EntryFault as fault:
                self._fault.setText(f"{title}: {say(fault.message)}")
                self._fault.setVisible(True)
                self.grid.setCurrentCell(row, PLANNED)
                return
            if value is not None:
                steps.append(PlanValue(day, value))
        self.planned.emit(tuple(steps))
        self.accept()

    @staticmethod
    def _explanation(comparison: Comparison) -> str:
        match comparison:
            case Comparison.LEVEL:
                return tr(
                    "The value expected at the end of each period. What is left empty lies on the "
                    "line between."
                )
            case Comparison.TOTAL:
                return tr(
                    "The total expected from the start to the end of each period. What is left "
                    "empty lies on the line between."
                )
            case Comparison.PER_PERIOD:
                return tr(
                    "The value expected in each period. What is left empty is as the next one "
                    "that is not."
                )

    def _on_straight_clicked(self) -> None:
        self.planned.emit(())
        self.accept()


def _read_only(text: str, side: Qt.AlignmentFlag) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setTextAlignment(side)
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
    cell.setForeground(QColor(palette().ink_soft))
    return cell


def _days(
    kpi: Kpi, start: date, deadline: date, steps: Sequence[PlanValue], year_start: int
) -> list[tuple[date, str]]:
    """The ends of the periods between start and deadline, and the days of known steps.

    A plan by the day or by many weeks is more than anybody types: it goes by the month.
    """
    wording = current()
    cadence = kpi.cadence
    if (deadline - start).days / _DAYS.get(cadence, 31) > _MOST_ROWS:
        cadence = Cadence.MONTH
    titles: dict[date, str] = {}
    period = Period.containing(cadence, start, year_start)
    while period.start <= deadline:
        titles[min(period.end, deadline)] = wording.period(period)
        period = period.shift(1)
    for step in steps:
        titles.setdefault(step.day, wording.day(step.day))
    return sorted(titles.items())
