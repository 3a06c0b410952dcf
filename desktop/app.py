"""The window's composition root."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.core.resources import resource
from desktop.qtkit.crash import CrashReporter
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.qt_translation import translate_qt
from desktop.qtkit.wording import current, set_language, system_language
from desktop.ui.shell.leave_when_painted import LeaveWhenPainted
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.theme import Theme, apply_theme

_QUIT_WHEN_SHOWN = "--quit-when-shown"
_shown: list[MainWindow] = []  # ends with the process; to take it down before takes its time


def run(argv: Sequence[str]) -> int:
    """Open the window, with the company file that ``argv`` may name; the exit code.

    ``--quit-when-shown`` ends when it has been painted.  ``SIKTE_LANGUAGE`` overrides the
    language (``xx`` stretches every text, for testing).
    """
    names = [name for name in argv if name != _QUIT_WHEN_SHOWN]
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["sikte", "-style", "fusion"])  # the same on every system
    app.setApplicationName("Sikte")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("sikte")
    app.setWindowIcon(QIcon(str(resource("icons", "sikte.svg"))))
    preferences = Preferences()
    language = os.environ.get("SIKTE_LANGUAGE") or preferences.language or system_language()
    set_language(language)
    translate_qt(language, current().locale)
    apply_theme(app, Theme(preferences.theme))
    crashes = CrashReporter(app)
    crashes.install()
    window = MainWindow(preferences)
    crashes.reported.connect(window.show_crash)
    crashes.fault_met.connect(window.show_fault)
    _shown.append(window)
    window.begin(Path(names[0]) if names else None)
    if _QUIT_WHEN_SHOWN in argv:
        LeaveWhenPainted(window)
    window.show()
    QTimer.singleShot(0, _tidy_from_now_on)
    try:
        return app.exec()
    finally:
        crashes.uninstall()


def _tidy_from_now_on() -> None:
    """What start-up made stays for good: the collector need not look at it, nor at the end."""
    gc.freeze()
    gc.enable()
