"""The same things seen several ways, with a choice above: a list, a map, a scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import SegmentedControl


class Pane(Protocol):
    """What a view has beside being a widget."""

    def refresh(self) -> None:
        """Read the file again."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""


class Way(NamedTuple):
    """One way to see the things; ``module`` holds the class that is the view."""

    key: str
    title: str
    module: str
    class_name: str


class SwitchedViews(QWidget):
    """The first view is its owner's, who reads it; the other ``ways`` are made and read in
    :meth:`refresh`.  The choice is remembered under ``choice``.  ``changed`` carries the view that
    was chosen, ``made`` a view that has just been made."""

    changed = Signal(str)
    made = Signal(QWidget)

    def __init__(
        self,
        context: AppContext,
        own: QWidget,
        own_name: tuple[str, str],
        ways: Sequence[Way],
        *,
        choice: str,
        name: str,
    ) -> None:
        super().__init__()
        self._context, self._choice = context, choice
        self._own, title = own_name
        self._ways = {way.key: way for way in ways}
        options = [(self._own, title), *((way.key, way.title) for way in ways)]
        self.control = SegmentedControl(
            options, context.preferences.choice(choice, self._own), name=name
        )
        self.control.chosen.connect(self._on_chosen)
        self._panes: dict[str, QWidget] = {self._own: own}
        self._stack = QStackedWidget()
        self._stack.addWidget(own)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self.control)
        layout.addWidget(self._stack, 1)

    @property
    def view(self) -> str:
        """The key of the view on show."""
        return self.control.value or self._own

    @property
    def pane(self) -> QWidget:
        """The view on show, once it has been refreshed."""
        return self._panes.get(self.view, self)

    def show_view(self, view: str) -> None:
        """Go to a view, without remembering it; :meth:`refresh` shows it."""
        self.control.set_value(view)

    def refresh(self) -> None:
        """Read the file again for the view on show; the first is its owner's to read."""
        if self.view not in self._panes:
            way = self._ways[self.view]
            pane: QWidget = getattr(import_module(way.module), way.class_name)(self._context)
            self._panes[self.view] = pane
            self._stack.addWidget(pane)
            self.made.emit(pane)
        if self.view != self._own:
            cast(Pane, self.pane).refresh()
        self._stack.setCurrentWidget(self.pane)

    def take_focus(self) -> None:
        """Put the keyboard into the view on show; the first is its owner's."""
        if self.view != self._own and self.view in self._panes:
            cast(Pane, self.pane).take_focus()

    def _on_chosen(self, view: str) -> None:
        self._context.preferences.remember_choice(self._choice, view)
        self.changed.emit(view)
