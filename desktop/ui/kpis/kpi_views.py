"""The same KPIs seen several ways: a table, by perspective, the one that matters, growth loops."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import SegmentedControl

TABLE, SCORECARD, FOCUS, LOOPS = "table", "scorecard", "focus", "loops"
_CHOICE = "kpis/view"


class _Pane(Protocol):
    def refresh(self) -> None: ...
    def take_focus(self) -> None: ...


class KpiWay(NamedTuple):
    """One way to see the KPIs: its key, its name, and what makes it when it is first chosen."""

    key: str
    title: str
    make: Callable[[AppContext], QWidget]


def ways() -> list[KpiWay]:
    """The ways beside the table, in order."""
    return [
        KpiWay(SCORECARD, tr("Scorecard"), _scorecard),
        KpiWay(FOCUS, tr("The one that matters"), _focus),
        KpiWay(LOOPS, tr("Growth loops"), _loops),
    ]


def _scorecard(context: AppContext) -> QWidget:
    from desktop.ui.kpis.scorecard.scorecard_pane import ScorecardPane

    return ScorecardPane(context)


def _focus(context: AppContext) -> QWidget:
    from desktop.ui.kpis.focus.focus_pane import FocusPane

    return FocusPane(context)


def _loops(context: AppContext) -> QWidget:
    from desktop.ui.kpis.loops.loops_pane import LoopsPane

    return LoopsPane(context)


class KpiViews(QWidget):
    """The choice is remembered; a view is made and read in :meth:`refresh`.  The table is its
    owner's.  ``changed`` carries the view that was chosen."""

    changed = Signal(str)

    def __init__(self, context: AppContext, table: QWidget) -> None:
        super().__init__()
        self._context = context
        self._ways = {way.key: way for way in ways()}
        options = [(TABLE, tr("Table")), *((way.key, way.title) for way in self._ways.values())]
        chosen = context.preferences.choice(_CHOICE, TABLE)
        self.control = SegmentedControl(options, chosen, name=tr("View of the KPIs"))
        self.control.chosen.connect(self._on_chosen)
        self._panes: dict[str, QWidget] = {TABLE: table}
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self.control)
        layout.addWidget(self._stack, 1)

    @property
    def view(self) -> str:
        """The key of the view on show."""
        return self.control.value or TABLE

    @property
    def pane(self) -> QWidget:
        """The view on show, once it has been refreshed."""
        return self._panes.get(self.view, self)

    def show_view(self, view: str) -> None:
        """Go to a view, without remembering it; :meth:`refresh` shows it."""
        self.control.set_value(view)

    def refresh(self) -> None:
        """Read the file again for the view on show."""
        if self.view not in self._panes:
            self._panes[self.view] = self._ways[self.view].make(self._context)
            self._stack.addWidget(self._panes[self.view])
        pane = self._panes[self.view]
        if self.view != TABLE:
            cast(_Pane, pane).refresh()
        self._stack.setCurrentWidget(pane)

    def take_focus(self) -> None:
        """Put the keyboard into the view on show; the table is its owner's."""
        if self.view != TABLE:
            cast(_Pane, self.pane).take_focus()

    def _on_chosen(self, view: str) -> None:
        self._context.preferences.remember_choice(_CHOICE, view)
        self.changed.emit(view)
