"""Qt's own words (dialog buttons, calendars) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_installed: list[QTranslator] = []


def translate_qt(language: str, locale: QLocale) -> None:
    """Make Qt speak ``language`` from now on, and write numbers and dates as ``locale`` does."""
    QLocale.setDefault(locale)
    app = QCoreApplication.instance()
    if app is None:
        return
    while _installed:
        app.removeTranslator(_installed.pop())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
        _installed.append(translator)
