"""The grid with its controls: the cadence, earlier and later periods, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.measurements import save_grid
from desktop.ui.context import AppContext
from desktop.ui.kpis.grid.content import cadences_in_use, current_period, read_content
from desktop.ui.kpis.grid.grid_model import GridModel
from desktop.ui.kpis.grid.grid_view import GridView
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Label, quiet_button, secondary_button
from desktop.ui.widgets.cadence_switch import CadenceSwitch


class TypingGrid(QWidget):
    """``closed`` is sent by the button that leads back."""

    closed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest: Period | None = None
        self._offered: list[Cadence] = []
        self._cadences = CadenceSwitch()
        self._cadences.chosen.connect(self._on_cadence_chosen)
        self.grid = GridModel(self._save, read_only=context.workspace.read_only, parent=self)
        self.view = GridView(self.grid)
        self.view.paste_refused.connect(self._on_paste_refused)
        self.view.cell_entered.connect(self._on_cell_entered)
        self.view.width_changed.connect(self._on_width_changed)
        self.grid.drafts_changed.connect(self._on_drafts_changed)
        self._earlier = secondary_button(tr("Earlier"), "chevron-left")
        self._later = secondary_button(tr("Later"), "chevron-right")
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later.clicked.connect(self._on_later_clicked)
        self._range = Label("", soft=True)
        self._message = Label("", Text.SMALL, wrap=True)
        self._discard = quiet_button(tr("Discard what is not saved"), "x")
        self._discard.clicked.connect(self.grid.discard)
        self._discard.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(SPACE.SMALL)
        bar.addWidget(self._earlier)
        bar.addWidget(self._later)
        bar.addSpacing(SPACE.SMALL)
        bar.addWidget(self._range)
        bar.addStretch(1)
        bar.addWidget(self._cadences)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.MEDIUM)
        foot.addWidget(self._message, 1)
        foot.addWidget(self._discard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addLayout(bar)
        layout.addWidget(self.view, 100)
        layout.addLayout(foot)
        layout.addWidget(
            Caption(
                tr(
                    "Type a number or a sum such as 1200+350. Enter goes down, Tab to the right, "
                    "Delete empties. Copy and paste work with Excel; blank cells change nothing."
                )
            )
        )
        layout.addStretch(1)

    def refresh(self) -> None:
        """Read the KPIs and values again; the place stays."""
        ws = self._context.workspace
        used = cadences_in_use(ws)
        self._offered = used
        if self._newest is None or self._newest.cadence not in used:
            if not used:
                return
            preferred = Cadence.MONTH if Cadence.MONTH in used else used[0]
            self._newest = current_period(ws, preferred, ws.today())
        self._show()

    def show_cell(self, kpi_id: int) -> None:
        """Show the row of a KPI, at its cadence, with its newest period current."""
        ws = self._context.workspace
        for cadence in self._offered:
            content = read_content(ws, current_period(ws, cadence, ws.today()))
            ids = [row.kpi.id for row in content.rows]
            if kpi_id in ids:
                self._newest = content.periods[-1]
                self._show()
                self._enter(kpi_id, content.periods[-1])
                return

    def _show(self) -> None:
        newest = self._newest
        if newest is None:
            return
        ws = self._context.workspace
        content = read_content(ws, newest)
        content = content.newest(self.view.fitting(content))
        here = self._here()
        self.grid.set_content(content)
        self.view.fit_height()
        if here is not None:
            self._enter(*here)
        now = current_period(ws, newest.cadence, ws.today())
        self._later.setEnabled(newest.start < now.start)
        first, last = content.periods[0], content.periods[-1]
        self._range.setText(tr("{first} to {last}", first=first, last=last))
        self._cadences.offer(self._offered, newest.cadence)
        if content.rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.grid.index(0, len(content.periods) - 1))

    def _here(self) -> tuple[int, Period] | None:
        """The KPI and the period of the current cell."""
        index = self.view.currentIndex()
        if not index.isValid() or not self.grid.rowCount():
            return None
        return self.grid.row(index).kpi.id or 0, self.grid.period(index)

    def _enter(self, kpi_id: int, period: Period) -> None:
        """Make the cell of a KPI and period the current one, as near as there is one."""
        content = self.grid.content
        ids = [row.kpi.id for row in content.rows]
        if kpi_id in ids and content.periods:
            nearest = min(max(period, content.periods[0]), content.periods[-1])
            column = content.periods.index(nearest) if nearest in content.periods else 0
            index = self.grid.index(ids.index(kpi_id), column)
            if index != self.view.currentIndex():
                self.view.setCurrentIndex(index)

    def _save(self, changes: list[tuple[int, Period, float | None]]) -> None:
        try:
            save_grid(self._context.workspace, changes)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._show()

    def _page(self, direction: int) -> None:
        newest = self._newest
        if newest is None:
            return
        ws = self._context.workspace
        moved = newest.shift(direction * max(self.grid.columnCount() - 1, 1))
        now = current_period(ws, newest.cadence, ws.today())
        self._newest = min(moved, now)
        self._show()

    def _on_width_changed(self) -> None:
        if not self.grid.drafts:
            self._show()

    def _on_earlier_clicked(self) -> None:
        self._page(-1)

    def _on_later_clicked(self) -> None:
        self._page(1)

    def _on_cadence_chosen(self, key: str) -> None:
        ws = self._context.workspace
        self._newest = current_period(ws, Cadence(key), ws.today())
        self._show()

    def _on_paste_refused(self, message: Message) -> None:
        self._say(say(message), wrong=True)

    def _on_cell_entered(self, index: QModelIndex) -> None:
        faults = self.grid.faults()
        if not faults and index.isValid():
            self._say(self._about(index))

    def _about(self, index: QModelIndex) -> str:
        """What the current cell holds, in full."""
        row, period = self.grid.row(index), self.grid.period(index)
        where = f"{row.kpi.name}, {current().period(period)}"
        found = row.values.get(period)
        if row.worked_out:
            return tr("{cell}: worked out as {formula}", cell=where, formula=row.kpi.formula)
        if found is None:
            return where
        value = row.kpi.quantity(found.value)
        if found.through is not None:
            return tr("{cell}: {value} up to {day}", cell=where, value=value, day=found.through)
        return f"{where}: {current().quantity(value)}"

    def _on_drafts_changed(self) -> None:
        faults = self.grid.faults()
        self._discard.setVisible(bool(self.grid.drafts))
        if not faults:
            self._on_cell_entered(self.view.currentIndex())
            return
        count = ntr(
            "{n} cell can not be read; nothing of it is saved until it is corrected.",
            "{n} cells can not be read; nothing of it is saved until they are corrected.",
            len(faults),
        )
        self._say(f"{count} {say(faults[0][1])}", wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._message.setText(text)
        colour = palette().bad if wrong else palette().ink_soft
        self._message.setStyleSheet(f"color: {colour}")
