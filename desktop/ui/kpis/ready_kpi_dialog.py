"""Chooses what a new KPI begins as: one from the library, or an empty one of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.kpi import Kpi, Perspective, Phase
from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.names import name
from desktop.core.resources import resource
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import say, tr
from desktop.services.company import company
from desktop.services.ready_kpis import missing_of, taken
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.kpis.ready_kpi_details import LibraryDetails
from desktop.ui.kpis.ready_kpi_filter import LibraryFilter
from desktop.ui.kpis.starter_set import StarterSet
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Column, DataTable, secondary_button

_SIZE = QSize(1120, 736)
_LEAST = 880  # pixels wide
_SIZE_CHOICE = "library/size"
_PHASES = [*Phase, None]


@cache
def whole_library() -> tuple[ReadyKpi, ...]:
    """The ready KPIs, read when first asked for."""
    return read_library(resource("library"))


def ready_kpis(workspace: Workspace) -> list[ReadyKpi]:
    """The ready KPIs that the company does not have yet."""
    return missing_of(workspace, whole_library(), whole_library())


class LibraryDialog(Dialog):
    """``kpi_chosen`` carries a :class:`Kpi` that is not saved yet; ``set_chosen``, with
    ``offer_set``, the :class:`ReadyKpi`\\ s of the set to begin with that the company lacks."""

    kpi_chosen = Signal(object)
    set_chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        workspace: Workspace,
        library: Sequence[ReadyKpi],
        preferences: Preferences | None = None,
        *,
        offer_set: bool = False,
    ) -> None:
        super().__init__(
            parent,
            tr("New KPI"),
            tr("Take one from the library and change what you like, or write your own."),
            confirm=tr("Use this one"),
            width=_LEAST,
        )
        self._company = company(workspace)
        self._preferences = preferences
        self._library = sorted(library, key=self._place)
        self._taken = frozenset(taken(workspace, library))
        self.filter = LibraryFilter()
        self.search = self.filter.search
        self.table: DataTable[ReadyKpi] = DataTable(
            "library", self._columns(), preferences, name=tr("Ready KPIs")
        )
        by_id = {ready.id: ready for ready in library}
        self.details = LibraryDetails(self._company, by_id, self._taken)
        self.starters = self._starter_set() if offer_set else None
        self._lay_out()
        self.filter.filter_changed.connect(self._show)
        self.search.move_pressed.connect(self._on_move_pressed)
        self.table.row_activated.connect(self._choose)
        self.table.row_selected.connect(self._on_row_selected)
        self._show()
        self.search.setFocus()

    def _lay_out(self) -> None:
        own = secondary_button(tr("Write my own"), "pencil")
        own.clicked.connect(self._on_own_clicked)
        self.foot.insertWidget(0, own)
        self.add(self.filter)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.MEDIUM)
        beside.addWidget(self.table, 8)
        beside.addWidget(self.details, 5)
        self.body.addLayout(beside, 1)
        self.resize(self._remembered_size())
        self._order_tabs(own)

    def _order_tabs(self, own: QWidget) -> None:
        """As they lie; Qt takes them as they were made."""
        found = self.filter
        choices = (found.phase, found.kind, found.perspective, found.function)
        order = [self.search, *choices, self.table, self.details, own, self.cancel_button]
        if self.confirm_button is not None:
            order.append(self.confirm_button)
        if self.starters is not None:
            order.insert(0, self.starters.button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _starter_set(self) -> StarterSet | None:
        starters = [ready for ready in self._library if ready.starter]
        missing = [ready for ready in starters if ready.id not in self._taken]
        if not missing:
            return None
        made = StarterSet(starters, missing, self._company.language)
        made.wanted.connect(self._on_set_wanted)
        self.add(made)
        return made

    def _columns(self) -> list[Column[ReadyKpi]]:
        language = self._company.language
        return [
            Column(
                name="name",
                title=tr("KPI"),
                text=lambda ready: ready.names[language],
                tooltip=lambda ready: ready.definitions[language],
                colour=lambda ready: palette().ink_soft if ready.id in self._taken else "",
                stretch=True,
            ),
            Column(
                name="phase",
                title=tr("Phase"),
                text=lambda ready: say(name(ready.phase)) if ready.phase else "",
                sort=lambda ready: _PHASES.index(ready.phase),
                width=112,
            ),
            Column(
                name="kind",
                title=tr("Kind"),
                text=lambda ready: tr("Leading") if ready.leading else tr("Lagging"),
                width=96,
            ),
            Column(
                name="note",
                title=tr("Note"),
                text=self._note,
                colour=lambda _: palette().ink_soft,
                width=120,
            ),
        ]

    def done(self, result: int) -> None:
        if self._preferences is not None:
            size = f"{self.width()}x{self.height()}"
            self._preferences.remember_choice(_SIZE_CHOICE, size)
        super().done(result)

    def on_confirmed(self) -> None:
        self._choose(self.table.current_row())

    def _place(self, ready: ReadyKpi) -> tuple[bool, int, str]:
        """The set to begin with first, in its order; the others by name."""
        return not ready.starter, ready.starter, ready.names[self._company.language].casefold()

    def _note(self, ready: ReadyKpi) -> str:
        if ready.id in self._taken:
            return tr("In the company")
        return tr("Starter set") if ready.starter else ""

    def show_kind(self, phase: Phase | None, leading: bool | None) -> None:
        """Show only the ready KPIs of one phase, or of one kind, to begin with."""
        self.filter.phase.set_value(phase)
        self.filter.kind.set_value(leading)
        self._show()

    def show_perspective(self, perspective: Perspective) -> None:
        """Show only the ready KPIs of one perspective, to begin with."""
        self.filter.perspective.set_value(perspective)
        self._show()

    def _show(self) -> None:
        self.table.set_rows(self.filter.passed(self._library))
        if self.table.rows():
            self.table.selectRow(0)
            self.table.scrollToTop()
        self._on_row_selected(self.table.current_row())

    def _on_move_pressed(self, key: int) -> None:
        none = Qt.KeyboardModifier.NoModifier
        self.table.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, none))

    def _on_row_selected(self, ready: ReadyKpi | None) -> None:
        self.details.show_kpi(ready)
        if self.confirm_button is not None:
            self.confirm_button.setEnabled(ready is not None and ready.id not in self._taken)

    def _choose(self, ready: ReadyKpi | None) -> None:
        if ready is not None and ready.id not in self._taken:
            self.accept()
            self.kpi_chosen.emit(
                ready.kpi(language=self._company.language, currency=self._company.currency)
            )

    def _on_own_clicked(self) -> None:
        self.accept()
        self.kpi_chosen.emit(Kpi(name=""))

    def _on_set_wanted(self, missing: Sequence[ReadyKpi]) -> None:
        self.accept()
        self.set_chosen.emit(missing)

    def _remembered_size(self) -> QSize:
        """As it was last time, but not larger than the screen."""
        text = "" if self._preferences is None else self._preferences.choice(_SIZE_CHOICE)
        width, _, height = text.partition("x")
        size = QSize(int(width), int(height)) if width.isdigit() and height.isdigit() else _SIZE
        return size.boundedTo(self.screen().availableSize())
