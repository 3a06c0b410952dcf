"""One import of the history: exactly what it changed, and what has become of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.period import Period
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, ntr, tr
from desktop.services.imports import ImportedValue, ImportRecord
from desktop.ui.theme import palette
from desktop.ui.widgets import Caption, Column, DataTable, PageFrame, secondary_button

_AMOUNT = 124
_OLD = 2  # the column with what stood there before


class ImportDetail(QWidget):
    """``revert_wanted`` and ``left`` are sent by the buttons."""

    revert_wanted = Signal(object)  # ImportRecord
    left = Signal()

    def __init__(
        self,
        record: ImportRecord,
        values: Sequence[ImportedValue],
        preferences: Preferences,
        *,
        read_only: bool,
    ) -> None:
        super().__init__()
        self._record = record
        self.back_button = secondary_button(tr("Back"), "arrow-left")
        self.revert_button = secondary_button(tr("Revert this import"), "undo-2")
        self.revert_button.setEnabled(record.reverted_at is None and not read_only)
        self.table: DataTable[ImportedValue] = DataTable(
            "import_detail", _columns(), preferences, name=tr("What it changed"), multiple=True
        )
        self.table.set_rows(values)
        self.table.fit_columns()
        self.table.setColumnHidden(_OLD, all(each.old is None for each in values))
        frame = PageFrame(
            record.file_name,
            _about(record),
            [self.revert_button, self.back_button],
            scrolling=False,
        )
        frame.add(Caption(_count_words(values)))
        frame.add(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.back_button.clicked.connect(self.left)
        self.revert_button.clicked.connect(self._on_revert_clicked)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @property
    def record_id(self) -> int:
        return self._record.id

    def _on_revert_clicked(self) -> None:
        self.revert_wanted.emit(self._record)


def _about(record: ImportRecord) -> str:
    when = current().moment(record.at.astimezone())
    words = tr("Imported {when} by {who}", when=when, who=record.who)
    if record.reverted_at is not None:
        day = current().day(record.reverted_at.astimezone().date())
        words = f"{words} · {tr('Reverted {day}', day=day)}"
    return words


def _count_words(values: Sequence[ImportedValue]) -> str:
    new = sum(each.old is None for each in values)
    changed = len(values) - new
    words = []
    if new:
        words.append(ntr("{n} new value", "{n} new values", new))
    if changed:
        words.append(ntr("{n} changed", "{n} changed", changed))
    later = sum(each.overwritten for each in values)
    if later:
        words.append(ntr("{n} overwritten since", "{n} overwritten since", later))
    return " · ".join(words)


def _columns() -> list[Column[ImportedValue]]:
    return [
        Column(name="kpi", title=tr("KPI"), text=_kpi, width=190),
        Column(name="period", title=tr("Period"), text=_period, sort=_start, width=136),
        Column(name="old", title=tr("Before"), text=_old, sort=_by_old, right=True, width=_AMOUNT),
        Column(name="new", title=tr("After"), text=_new, sort=_by_new, right=True, width=_AMOUNT),
        Column(name="cell", title=tr("Cell"), text=lambda each: each.cell, width=110),
        Column(
            name="since",
            title=tr("Since then"),
            text=_since,
            tooltip=_since,
            colour=lambda _: palette().ink_soft,
            stretch=True,
        ),
    ]


def _kpi(each: ImportedValue) -> str:
    return each.kpi.name if each.kpi is not None else tr("A KPI that was deleted")


def _period(each: ImportedValue) -> str:
    period = each.period
    return current().period(period) if isinstance(period, Period) else current().day(period)


def _start(each: ImportedValue) -> int:
    period = each.period
    return (period.start if isinstance(period, Period) else period).toordinal()


def _old(each: ImportedValue) -> str:
    return _amount(each, each.old)


def _new(each: ImportedValue) -> str:
    return _amount(each, each.new)


def _by_old(each: ImportedValue) -> float | None:
    return each.old


def _by_new(each: ImportedValue) -> float:
    return each.new


def _since(each: ImportedValue) -> str:
    """What stands there today, where that is something else."""
    if not each.overwritten:
        return ""
    if each.now is None:
        return tr("Removed")
    now = _amount(each, each.now)
    if each.by is None:
        return tr("Now {amount}, entered by hand", amount=now)
    return tr("Now {amount}, from {file}", amount=now, file=each.by.file_name)


def _amount(each: ImportedValue, value: float | None) -> str:
    if value is None:
        return ""
    if each.kpi is None:
        return current().number(value, 2)
    return current().quantity(each.kpi.quantity(value))
