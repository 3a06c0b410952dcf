"""The year as a list: everything on the wheel by month, with the same editing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.message import Message
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_year import Entry, WheelYear, entries
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, Column, DataTable, Label
from desktop.ui.year.keys import adds, removes, wanted_move
from desktop.ui.year.words import days, weeks

ALL, GOALS = -1, 0  # no lane has these ids


class YearTable(DataTable[Entry]):
    """The table, with the keys of the wheel; signals as those of :class:`WheelView`."""

    add_wanted = Signal()
    remove_wanted = Signal(object)
    moved = Signal(object, int, int)
    lengthened = Signal(object, int)

    may_change = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, move = self.current_row(), wanted_move(event)
        here = None if row is None else row.occurrence
        if move is not None:
            if here is not None and self.may_change:
                if move.end_only:
                    self.lengthened.emit(here, move.days)
                else:
                    self.moved.emit(here, move.days, here.event.lane_id)
        elif adds(event) and self.may_change:
            self.add_wanted.emit()
        elif removes(event):
            if here is not None and self.may_change:
                self.remove_wanted.emit(here)
        else:
            super().keyPressEvent(event)


class YearList(QWidget):
    """``filtered`` tells that another lane was chosen."""

    filtered = Signal()

    def __init__(self, preferences: Preferences, *, may_change: bool) -> None:
        super().__init__()
        self._year: WheelYear | None = None
        self.lane: Choice[int] = Choice()
        self.lane.setAccessibleName(tr("Lane"))
        self.lane.chosen.connect(self._on_lane_chosen)
        self.table = YearTable("year", _columns(), preferences, name=tr("The year as a list"))
        self.table.may_change = may_change
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(Label(tr("Show"), soft=True))
        head.addWidget(self.lane)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    @property
    def current(self) -> Occurrence | None:
        """The event of the selected row."""
        row = self.table.current_row()
        return None if row is None else row.occurrence

    def show_year(self, year: WheelYear) -> None:
        """Show another year, or the same one changed; the same event stays selected."""
        before = self.current
        self._year = year
        titles = [(each.id or 0, current().value(each.title)) for each in year.lanes]
        options = [(ALL, tr("Everything")), (GOALS, tr("Goals and following up")), *titles]
        self.lane.set_options(options, self.lane.value if self.lane.count() else ALL)
        self._fill()
        if before is not None:
            self.stand_on_event(before.event.id)

    def stand_on_event(self, event_id: int | None) -> bool:
        """Select an event; whether it is shown."""
        return self.table.select_where(
            lambda row: row.occurrence is not None and row.occurrence.event.id == event_id
        )

    def _fill(self) -> None:
        rows = [] if self._year is None else entries(self._year)
        wanted = self.lane.value
        self.table.set_rows([row for row in rows if wanted == ALL or _lane_id(row) == wanted])

    def _on_lane_chosen(self, _: int) -> None:
        self._fill()
        self.filtered.emit()


def _lane_id(row: Entry) -> int:
    return GOALS if row.lane is None else row.lane.id or 0


def _lane(row: Entry) -> str:
    return tr("Goals") if row.lane is None else _value(row.lane.title)


def _value(title: Message | str) -> str:
    return current().value(title)


def _title(row: Entry) -> str:
    words = _value(row.title)
    yearly = row.occurrence is not None and row.occurrence.event.yearly
    return tr("{event} (every year)", event=words) if yearly else words


def _columns() -> list[Column[Entry]]:
    def by_day(row: Entry) -> tuple[int, int]:
        return row.start.toordinal(), row.end.toordinal()

    return [
        Column(
            name="month",
            title=tr("Month"),
            text=lambda row: current().period(row.month),
            sort=by_day,
            width=124,
        ),
        Column(
            name="week",
            title=tr("Week"),
            text=lambda row: weeks(row.start, row.end),
            sort=by_day,
            width=84,
        ),
        Column(
            name="days",
            title=tr("Days"),
            text=lambda row: days(row.start, row.end),
            sort=by_day,
            width=140,
        ),
        Column(name="title", title=tr("What takes place"), text=_title, stretch=True),
        Column(name="lane", title=tr("Lane"), text=_lane, width=130),
        Column(name="kind", title=tr("Kind"), text=lambda row: say(row.kind), width=144),
        Column(name="owner", title=tr("Owner"), text=lambda row: row.owner, width=96),
    ]
