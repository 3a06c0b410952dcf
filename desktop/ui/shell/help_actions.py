"""What the Help menu does, and the report after a fault of ours."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import current, tr
from desktop.ui.context import Notify


class HelpActions(QObject):
    """The dialogs are loaded when they are wanted."""

    def __init__(self, window: QWidget, notify: Notify) -> None:
        super().__init__(window)
        self._window, self._notify = window, notify

    def show_about(self) -> None:
        from desktop.ui.shell.help_dialogs import AboutDialog

        AboutDialog(self._window).open()

    def show_shortcuts(self, shortcuts: list[tuple[str, str]]) -> None:
        from desktop.ui.shell.help_dialogs import ShortcutsDialog

        ShortcutsDialog(self._window, shortcuts).open()

    def show_crash(self, report: str) -> None:
        """The report of a bug; while one is on show, no other."""
        from desktop.ui.shell.help_dialogs import CrashDialog

        if self._window.findChild(CrashDialog) is None:
            CrashDialog(self._window, report).open()

    def copy_details(self, theme: str) -> None:
        """Put the versions on the clipboard."""
        from desktop.ui.shell.help_dialogs import diagnostic

        text = diagnostic(current().language, theme, self._window.devicePixelRatioF())
        QGuiApplication.clipboard().setText(text)
        self._notify(tr("Copied. It says nothing about your company."), "good")
