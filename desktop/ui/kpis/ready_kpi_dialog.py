"""Chooses what a new KPI begins as: one from the library, or an empty one of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.names import name
from desktop.core.resources import resource
from desktop.qtkit.wording import say, tr
from desktop.services.company import company
from desktop.services.kpis import kpis
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import palette
from desktop.ui.widgets import Column, DataTable, secondary_button

_WIDTH, _HEIGHT = 880, 620


def ready_kpis(workspace: Workspace) -> list[ReadyKpi]:
    """The ready KPIs that the company does not have yet."""
    known = {kpi.key for kpi in kpis(workspace, archived=True)}
    return [ready for ready in read_library(resource("library")) if ready.id not in known]


class LibraryDialog(Dialog):
    """``kpi_chosen`` carries a :class:`Kpi` that is not saved yet."""

    kpi_chosen = Signal(object)

    def __init__(
        self, parent: QWidget | None, workspace: Workspace, library: Sequence[ReadyKpi]
    ) -> None:
        super().__init__(
            parent,
            tr("New KPI"),
            tr("Take one from the library and change what you like, or write your own."),
            confirm=tr("Use this one"),
            width=_WIDTH,
        )
        self._library = library
        self._company = company(workspace)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the library"))
        self.search.setAccessibleName(tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.table: DataTable[ReadyKpi] = DataTable(
            "library", self._columns(), name=tr("Ready KPIs")
        )
        own = secondary_button(tr("Write my own"), "pencil")
        own.clicked.connect(self._on_own_clicked)
        self.foot.insertWidget(0, own)
        self.add(self.search)
        self.add(self.table, 1)
        self.resize(_WIDTH, _HEIGHT)
        self.search.textChanged.connect(self._show)
        self.table.row_activated.connect(self._choose)
        self._show()
        self.search.setFocus()

    def _columns(self) -> list[Column[ReadyKpi]]:
        language = self._company.language
        return [
            Column(
                name="name", title=tr("KPI"), text=lambda ready: ready.names[language], width=200
            ),
            Column(
                name="definition",
                title=tr("Definition"),
                text=lambda ready: ready.definitions[language],
                tooltip=lambda ready: ready.definitions[language],
                colour=lambda _: palette().ink_soft,
                stretch=True,
            ),
            Column(
                name="phase",
                title=tr("Phase"),
                text=lambda ready: say(name(ready.phase)) if ready.phase else "",
                width=104,
            ),
            Column(
                name="kind",
                title=tr("Kind"),
                text=lambda ready: tr("Leading") if ready.leading else tr("Lagging"),
                width=116,
            ),
        ]

    def on_confirmed(self) -> None:
        self._choose(self.table.current_row())

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        self.table.set_rows([ready for ready in self._library if _fits(ready, words)])
        if self.table.rows():
            self.table.selectRow(0)
        if self.confirm_button is not None:
            self.confirm_button.setEnabled(bool(self.table.rows()))

    def _choose(self, ready: ReadyKpi | None) -> None:
        if ready is not None:
            self.accept()
            self.kpi_chosen.emit(
                ready.kpi(language=self._company.language, currency=self._company.currency)
            )

    def _on_own_clicked(self) -> None:
        self.accept()
        self.kpi_chosen.emit(Kpi(name=""))


def _fits(ready: ReadyKpi, words: Sequence[str]) -> bool:
    """Whether every word is somewhere in the names, synonyms or definitions, in any language."""
    text = " ".join((*ready.all_names(), *ready.definitions.values())).casefold()
    return all(word in text for word in words)
