"""About, keyboard shortcuts, and the crash report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QTextBrowser, QWidget

from desktop import __version__
from desktop.core.resources import resource
from desktop.qtkit.crash import versions
from desktop.qtkit.wording import tr
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Label, secondary_button


class TextView(QPlainTextEdit):
    """A longer text to read and copy."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(240)
        self.setTabChangesFocus(True)


class AboutDialog(Dialog):
    """The version, the licence, and those of what Sikte is built on."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            tr("About Sikte"),
            tr("The goals and KPIs of a small company, in one file of its own."),
            width=640,
        )
        self.add(Label(tr("Version {version}", version=__version__), strong=True))
        self.add(Caption(tr("Free software under the MIT licence. It is built on:")))
        licences = resource("THIRD-PARTY-LICENCES.md").read_text("utf-8")
        text = QTextBrowser()
        text.setOpenExternalLinks(True)
        text.setMarkdown(licences)
        text.setAccessibleName(tr("Licences"))
        text.setMinimumHeight(320)
        self.add(text, 1)


class ShortcutsDialog(Dialog):
    """Every shortcut of the menus, and those of tables and fields."""

    def __init__(self, parent: QWidget | None, shortcuts: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"), width=560)
        rows = [
            *shortcuts,
            (tr("Next field or control"), "Tab"),
            (tr("Open the selected row"), "Enter"),
            (tr("Copy the selected rows of a table"), "Ctrl+C"),
            (tr("Open the calendar of a date"), "Alt+↓"),
        ]
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        grid.setVerticalSpacing(SPACE.SMALL)
        grid.setColumnStretch(0, 1)
        for number, (words, keys) in enumerate(rows):
            grid.addWidget(Label(words, wrap=True), number, 0)
            grid.addWidget(Label(keys, soft=True), number, 1, Qt.AlignmentFlag.AlignRight)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setMinimumHeight(520)
        scroller.setAccessibleName(tr("Keyboard shortcuts"))
        scroller.setWidget(content)
        self.add(scroller, 1)


class CrashDialog(Dialog):
    """Says that something went wrong, and shows the report for copying."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(
            parent,
            tr("Something went wrong"),
            tr(
                "This is a fault in Sikte. What was saved is safe. The report below says where "
                "it happened; it holds nothing of your company."
            ),
            width=640,
        )
        self._report = report
        self._copy = secondary_button(tr("Copy the report"), "copy")
        self._copy.clicked.connect(self._on_copy_clicked)
        self.foot.insertWidget(0, self._copy)
        self.add(TextView(report, tr("Report")), 1)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def diagnostic(language: str, theme: str, pixel_ratio: float) -> str:
    """What support needs to know about the program, and nothing about the company."""
    return f"{versions()}\n{language}, {theme}, {pixel_ratio:g}x"
