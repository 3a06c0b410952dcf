"""The glossary, over the KPIs page: one word, one meaning."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QWidget

from desktop.core.faults import Fault
from desktop.core.glossary import Entry, Word
from desktop.qtkit.wording import ntr, tr
from desktop.services.glossary import glossary, word
from desktop.services.sheets import glossary_sheet
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Dialog
from desktop.ui.kpis.glossary.glossary_text import KPI, as_html, as_table, in_order
from desktop.ui.theme import SPACE, font
from desktop.ui.widgets import Caption, secondary_button

_WIDTH, _HEIGHT = 760, 640


class GlossaryDialog(Dialog):
    """``kpi_wanted`` carries the id of a KPI that is to be shown on its page."""

    kpi_wanted = Signal(int)

    def __init__(self, parent: QWidget | None, context: AppContext) -> None:
        super().__init__(
            parent,
            tr("Glossary"),
            tr("One word, one meaning: what every KPI and every own word stands for."),
            width=_WIDTH,
        )
        self._context = context
        self._entries: list[Entry] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the glossary"))
        self.search.setAccessibleName(tr("Search the glossary"))
        self.search.setClearButtonEnabled(True)
        self._count = Caption(wrap=False)
        self.text = QTextBrowser()
        self.text.setProperty("reading", True)  # scrolled by the keyboard, with a ring
        self.text.setFont(font())
        self.text.document().setDefaultFont(font())
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("Glossary"))
        line = QHBoxLayout()
        line.setSpacing(SPACE.MEDIUM)
        line.addWidget(self.search, 1)
        line.addWidget(self._count)
        self.body.addLayout(line)
        self.add(self.text, 1)
        new = secondary_button(tr("New word"), "plus")
        new.setEnabled(not context.workspace.read_only)
        new.clicked.connect(self._on_new_clicked)
        copy = secondary_button(tr("Copy"), "copy")
        copy.clicked.connect(self.copy)
        printer = secondary_button(tr("Print …"), "printer")
        printer.clicked.connect(self.print_out)
        self.foot.insertWidget(0, new)
        self.foot.insertWidget(1, copy)
        self.foot.insertWidget(2, printer)
        self.resize(_WIDTH, _HEIGHT)
        self.search.textChanged.connect(self._show)
        self.text.anchorClicked.connect(self._on_link_clicked)
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Read the file again."""
        self._entries = in_order(glossary(self._context.workspace))
        self._show()

    @property
    def shown(self) -> list[Entry]:
        """The words that pass the search."""
        words = self.search.text().casefold().split()
        return [entry for entry in self._entries if entry.holds(words)]

    def copy(self) -> None:
        """Put the words on show on the clipboard, for a spreadsheet or a document."""
        QGuiApplication.clipboard().setText(as_table(self.shown))
        self._context.notify(tr("The glossary is copied; paste it anywhere."), "good")

    def print_out(self) -> None:
        """Print the whole glossary, through the system's dialog."""
        from desktop.ui.sheets.quick_paper import QuickPaper  # paper comes when it is wanted

        QuickPaper(self, self._context).print_out([glossary_sheet(self._context.workspace)])

    def _show(self) -> None:
        shown = self.shown
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self.text.setHtml(as_html(shown, read_only=self._context.workspace.read_only))
        bar.setValue(place)
        if shown:
            self._count.setText(ntr("{n} word", "{n} words", len(shown)))
        elif self._entries:
            self._count.setText(tr("No word fits the search."))
        else:
            self._count.setText(tr("No words yet"))

    def _edit(self, known: Word) -> None:
        from desktop.ui.kpis.glossary.word_dialog import WordDialog

        dialog = WordDialog(self, self._context.workspace, known)
        dialog.word_saved.connect(self._on_word_saved)
        dialog.word_deleted.connect(self.refresh)
        dialog.open()

    def _on_new_clicked(self) -> None:
        self._edit(Word(name=self.search.text().strip() if not self.shown else ""))

    def _on_word_saved(self, saved: Word) -> None:
        if not any(entry.word_id == saved.id for entry in self.shown):
            self.search.clear()
        self.refresh()

    def _on_link_clicked(self, link: QUrl) -> None:
        number = int(link.path())
        if link.scheme() == KPI:
            self.accept()
            self.kpi_wanted.emit(number)
            return
        try:
            self._edit(word(self._context.workspace, number))
        except Fault as fault:
            self._context.show_fault(fault)
            self.refresh()
