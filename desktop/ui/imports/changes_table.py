"""What an import would change, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import current, say, tr
from desktop.services.imports import Line, Preview
from desktop.ui.imports.filter_chips import FilterChips
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Column, DataTable

_AMOUNT = 124
_WIDEST = 240
_OLD = 3  # the column with what stands there now
ALL, NEW, CHANGED, SAME, REJECTED = "all", "new", "changed", "same", "rejected"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line of the preview with the KPI that it is about, and the file that it comes from."""

    kpi: Kpi
    line: Line
    file: str = ""

    @property
    def change(self) -> str:
        return self.line.change.value


def change_word(change: str) -> str:
    """What happens to a value, in a word."""
    return {
        NEW: tr("New value"),
        CHANGED: tr("Changed value"),
        SAME: tr("Same value"),
        REJECTED: tr("Left out"),
    }[change]


def change_colour(change: str) -> str:
    """The ink of that word."""
    tokens = palette()
    return {NEW: tokens.good, CHANGED: tokens.risk, REJECTED: tokens.bad}.get(
        change, tokens.ink_soft
    )


class ChangesTable(QWidget):
    """Chips with counts above a table; ``set_preview(preview)``, or ``set_previews`` of files."""

    def __init__(
        self, preferences: Preferences, *, files: bool = False, parent: QWidget | None = None
    ) -> None:
        """``files`` gives each line the name of its file."""
        super().__init__(parent)
        self._rows: Sequence[ChangeRow] = ()
        self.chips = FilterChips(tr("Show"))
        self.table: DataTable[ChangeRow] = DataTable(
            "import_changes" if not files else "import_changes_of_files",
            _columns(files=files),
            preferences,
            name=tr("What would change"),
            multiple=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self.chips)
        layout.addWidget(self.table, 1)
        self.chips.chosen.connect(self._show)

    def set_preview(self, preview: Preview) -> None:
        """Show all of it first, what would be changed before what stays."""
        self.set_previews([("", preview)])

    def set_previews(self, previews: Sequence[tuple[str, Preview]]) -> None:
        """The same for several files, each with its name."""
        order = [CHANGED, NEW, REJECTED, SAME]
        rows = [
            ChangeRow(part.kpi, line, file)
            for file, preview in previews
            for part in preview.kpis
            for line in part.lines
        ]
        self._rows = sorted(rows, key=lambda row: order.index(row.change))
        counts = Counter(row.change for row in rows)
        # of very many only the first are listed
        counts[REJECTED] = sum(preview.counts.rejected for _, preview in previews)
        chips = [(ALL, tr("All"), len(rows), "")]
        chips += [
            (change, change_word(change), counts[change], change_colour(change))
            for change in (NEW, CHANGED, SAME, REJECTED)
        ]
        self.chips.set_counts(chips)
        self._show(ALL)
        self.table.fit_columns(_WIDEST)
        self.table.setColumnHidden(_OLD, all(row.line.old is None for row in rows))

    def _show(self, key: str) -> None:
        self.table.set_rows([row for row in self._rows if key in (ALL, row.change)])


def _columns(*, files: bool) -> list[Column[ChangeRow]]:
    place = Column[ChangeRow](name="cell", title=tr("Cell"), text=lambda r: r.line.cell, width=130)
    if files:
        place = Column(name="file", title=tr("File"), text=lambda row: row.file, width=180)
    return [
        Column(name="change", title=tr("What"), text=_change, colour=_ink, width=108),
        Column(name="kpi", title=tr("KPI"), text=lambda row: row.kpi.name, width=180),
        Column(name="period", title=tr("Period"), text=_period, sort=_start, width=136),
        Column(name="old", title=tr("Now"), text=_old, sort=_old_value, right=True, width=_AMOUNT),
        Column(
            name="new", title=tr("After"), text=_new, sort=_new_value, right=True, width=_AMOUNT
        ),
        place,
        Column(name="why", title=tr("Remark"), text=_why, tooltip=_why, colour=_soft, stretch=True),
    ]


def _change(row: ChangeRow) -> str:
    return change_word(row.change)


def _ink(row: ChangeRow) -> str:
    return change_colour(row.change)


def _period(row: ChangeRow) -> str:
    return "" if row.line.period is None else current().period(row.line.period)


def _start(row: ChangeRow) -> int | None:
    return None if row.line.period is None else row.line.period.start.toordinal()


def _old(row: ChangeRow) -> str:
    return _amount(row.kpi, row.line.old)


def _new(row: ChangeRow) -> str:
    return _amount(row.kpi, row.line.new)


def _old_value(row: ChangeRow) -> float | None:
    return row.line.old


def _new_value(row: ChangeRow) -> float | None:
    return row.line.new


def _amount(kpi: Kpi, value: float | None) -> str:
    return "" if value is None else current().quantity(kpi.quantity(value))


def _why(row: ChangeRow) -> str:
    if row.line.message is not None:
        why = say(row.line.message)
        return tr("{what}: {why}", what=row.line.column, why=why) if row.line.column else why
    if row.line.through is not None:
        return tr("So far, through {day}", day=row.line.through)
    return ""


def _soft(_: ChangeRow) -> str:
    return palette().ink_soft
