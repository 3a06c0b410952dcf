"""All advice that there is, and what was dismissed of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.advice import Advice
from desktop.qtkit.wording import tr
from desktop.services.advice import AdviceGiven, bring_back
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_row import action_words
from desktop.ui.advice.advice_rows import AdviceRows
from desktop.ui.advice.dismiss_dialog import DismissDialog
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Label
from desktop.ui.widgets.scroller import Scroller

_WIDTH, _HEIGHT = 880, 620


class AllAdviceDialog(Dialog):
    """``opened`` carries the advice whose place is to be shown; ``changed`` says that one was
    dismissed or brought back."""

    opened = Signal(object)
    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        workspace: Workspace,
        read: Callable[[], AdviceGiven],
        words: Callable[[Advice], str] = action_words,
    ) -> None:
        super().__init__(parent, tr("Advice"), tr("The most important first."), width=_WIDTH)
        self._workspace = workspace
        self._read = read
        self.rows = AdviceRows(may_change=not workspace.read_only, words=words)
        self.rows.opened.connect(self._on_opened)
        self.rows.dismiss_wanted.connect(self._on_dismiss_wanted)
        self.rows.bring_back_wanted.connect(self._on_bring_back_wanted)
        self._none = Label(tr("There is nothing left to say."), soft=True)
        self.add(self._scroller(), 1)
        self.resize(_WIDTH, _HEIGHT)
        self.refresh()

    def refresh(self) -> None:
        """Read the advice again."""
        given = self._read()
        self.rows.show_advice(given)
        self._none.setVisible(not given.open)

    def _scroller(self) -> Scroller:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addStretch(1)
        return Scroller(content)

    def _on_opened(self, advice: Advice) -> None:
        self.accept()
        self.opened.emit(advice)

    def _on_dismiss_wanted(self, advice: Advice) -> None:
        dialog = DismissDialog(self, self._workspace, advice)
        dialog.dismissed.connect(self._on_changed)
        dialog.open()

    def _on_bring_back_wanted(self, advice: Advice) -> None:
        bring_back(self._workspace, advice)
        self._on_changed()

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()
