"""Which numbers show it: the company's own KPIs, ready ones, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import read_library
from desktop.core.okr import MOST
from desktop.core.ready_kpi_search import folded, search
from desktop.core.resources import resource
from desktop.core.sitting_questions import Topic
from desktop.qtkit.wording import current, tr
from desktop.ui.dialogs.kpi_sketch import KpiSketchDialog
from desktop.ui.guide.question import Question, asked, example_line
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Column, DataTable, secondary_button


class KpiRow(NamedTuple):
    """A KPI that can be chosen, with its latest value in words."""

    kpi: Kpi
    value: str
    chosen: bool


class SearchField(QLineEdit):
    """A search; Down goes to what was found."""

    def __init__(self, found: QWidget) -> None:
        super().__init__()
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._found.setFocus()
            return
        super().keyPressEvent(event)


class KpiQuestion(Question):
    """A search over a table; Enter takes what is found first, and once more goes on."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.NUMBERS, sketch))
        self._library = read_library(resource("library"))
        self.table: DataTable[KpiRow] = DataTable("guide", _columns(), name=tr("KPIs"))
        self.table.row_activated.connect(self._on_row_activated)
        self.search = SearchField(self.table)
        self.search.setPlaceholderText(tr("Search by name: visits, leads, revenue …"))
        self.search.setAccessibleName(tr("Search for a KPI"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        own = secondary_button(tr("Write my own"), "pencil")
        own.clicked.connect(self._on_own_clicked)
        row = QHBoxLayout()
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self.search, 1)
        row.addWidget(own)
        self._chosen = example_line("")
        self._chosen.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(row)
        self.add(self._chosen)
        self.add(self.table, 1)
        self._show()

    def focus_first(self) -> None:
        self.search.setFocus()

    def fault(self) -> str:
        count = len(self.sketch.chosen())
        if not count:
            return tr("Choose the number that shows it.")
        if self.sketch.is_okr and count > MOST:
            return tr("More than five numbers are hard to keep in sight. Take some away.")
        return ""

    def enter(self) -> bool:
        """Takes the KPI under the cursor, or the first one found; then the search is empty."""
        if self.table.hasFocus():
            self._on_row_activated(self.table.current_row())
            return True
        if self.search.hasFocus() and self.search.text().strip() and self.table.rows():
            self._on_row_activated(self._first())
            self.search.clear()
            return True
        return False

    def _first(self) -> KpiRow:
        """The first that is not chosen already."""
        rows = self.table.rows()
        return next((row for row in rows if not row.chosen), rows[0])

    def escape(self) -> bool:
        if self.table.hasFocus() or self.search.text():
            self.search.clear()
            self.search.setFocus()
            return True
        return False

    def _show(self) -> None:
        self.table.set_rows(self._rows(self.search.text()))
        names = [kpi.name for n in self.sketch.chosen() if (kpi := self.sketch.kpi(n)) is not None]
        self._chosen.setText(
            tr("Chosen: {names}", names=", ".join(names)) if names else tr("None is chosen yet.")
        )

    def _rows(self, text: str) -> list[KpiRow]:
        """What is chosen first, then the company's own KPIs, then ready ones; those in which the
        text is, by the words of any language."""
        home, words = self.sketch, folded(text).split()
        ready = search(self._library, text)
        found = {each.id for each in ready}
        chosen = set(home.chosen())
        own = []
        for kpi, latest in home.own_kpis():
            known = folded(f"{kpi.name} {kpi.definition}")
            if kpi.key in found or all(word in known for word in words):
                value = tr("No values yet")
                if latest is not None:
                    value = current().quantity(kpi.quantity(latest.value))
                own.append(KpiRow(kpi, value, kpi.id in chosen))
        made = [kpi for number, kpi in home.draft.new_kpis.items() if number in chosen]
        own += [KpiRow(kpi, tr("New"), True) for kpi in made]
        taken = {kpi.key for kpi, _ in home.own_kpis(archived=True)} | {kpi.key for kpi in made}
        ready_rows = [
            KpiRow(
                each.kpi(language=home.language, currency=home.currency), tr("Ready to use"), False
            )
            for each in ready
            if each.id not in taken
        ]
        own.sort(key=lambda row: _distance(row.kpi, words))
        return sorted(own + ready_rows, key=lambda row: not row.chosen)

    def _on_row_activated(self, row: KpiRow | None) -> None:
        if row is None:
            return
        if row.chosen:
            self.sketch.drop(row.kpi.id or 0)
        else:
            self.sketch.choose(row.kpi)
        self._show()
        self.changed.emit()

    def _on_own_clicked(self) -> None:
        dialog = KpiSketchDialog(
            self,
            Kpi(name=self.search.text().strip()),
            tr("A number that the company follows year after year."),
            tr("Use it"),
            currency=self.sketch.currency,
        )
        dialog.kpi_sketched.connect(self._on_sketched)
        dialog.open()

    def _on_sketched(self, kpi: Kpi) -> None:
        self.sketch.choose(kpi)
        self.search.clear()
        self._show()
        self.changed.emit()


def _distance(kpi: Kpi, words: Sequence[str]) -> int:
    """How far from its name the words are found: a KPI is meant before one that mentions it."""
    name = folded(kpi.name)
    if name.startswith(" ".join(words)):
        return 0
    return 1 if all(word in name for word in words) else 2


def _columns() -> Sequence[Column[KpiRow]]:
    return [
        Column(
            name="name",
            title=tr("KPI"),
            text=lambda row: f"✓ {row.kpi.name}" if row.chosen else row.kpi.name,
            caption=lambda row: row.kpi.definition,
            tooltip=lambda row: row.kpi.definition,
            stretch=True,
        ),
        Column(
            name="kind",
            title=tr("Kind"),
            text=lambda row: tr("Leading") if row.kpi.leading else tr("Lagging"),
            colour=lambda _: palette().ink_soft,
            width=96,
        ),
        Column(name="value", title=tr("Latest"), text=lambda row: row.value, right=True, width=160),
    ]
