"""The Sheets page."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import GoalState
from desktop.core.sheet_content import Sheet
from desktop.qtkit.wording import say, tr, wording
from desktop.services.company import company
from desktop.services.goals import goals
from desktop.services.sheets import goal_sheet, summary_sheet
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import write_pdf
from desktop.sheets.picture import picture, write_picture
from desktop.sheets.printing import prepare, send
from desktop.ui.context import AppContext
from desktop.ui.dialogs.files import choose_file_to_save
from desktop.ui.page import Page
from desktop.ui.sheets.choices import SUMMARY, SheetChoices
from desktop.ui.sheets.preview import Preview
from desktop.ui.theme import SPACE
from desktop.ui.widgets import EmptyState, PageFrame, primary_button, quiet_button, secondary_button

_CHOICES_WIDTH = 248


class SheetsPage(Page):
    """The chosen sheet as it prints, with print, PDF, picture and clipboard."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._layout: Layout | None = None
        owner = company(context.workspace)
        self._choices = SheetChoices(context.preferences, owner.language, owner.paper)
        self._choices.setFixedWidth(_CHOICES_WIDTH)
        self._choices.changed.connect(self._draw)
        self._choices.fit_chosen.connect(self._on_fit_chosen)
        self._preview = Preview()
        self._scroller = QScrollArea()
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setWidgetResizable(True)
        self._scroller.setWidget(self._preview)
        self._scroller.setAccessibleName(tr("Preview"))
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.WIDE)
        row.addWidget(self._choices)
        row.addWidget(self._scroller, 1)
        self._empty = EmptyState(
            "file-text",
            tr("A goal on one page"),
            tr(
                "Write a goal first. Its sheet can hang on the wall or go to the board or the bank."
            ),
            tr("Write the first goal"),
        )
        self._empty.acted.connect(self._on_goals_wanted)
        self._actions = self._buttons()
        frame = PageFrame(
            tr("Sheets"),
            tr("On one page, for the wall, the board or the bank"),
            self._actions,
            scrolling=False,
        )
        frame.add(self._body, 1)
        frame.add(self._empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        shortcut = QShortcut(QKeySequence.StandardKey.Print, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_print_clicked)
        self.refresh()

    def show_item(self, item_id: int | None) -> None:
        if item_id is not None:
            self._choices.choose(item_id)
            self._draw()

    def selected_item(self) -> int | None:
        return self._choices.value().goal_id or None

    def refresh(self) -> None:
        shown = [
            (row.id or 0, row.statement)
            for row in goals(self.context.workspace)
            if row.state is not GoalState.DROPPED
        ]
        self._choices.set_goals(shown)
        self._body.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        for button in self._actions:
            button.setVisible(bool(shown))
        self._draw()

    def _buttons(self) -> list[QWidget]:
        copy = quiet_button(tr("Copy"), "copy")
        copy.setToolTip(tr("Copy the sheet as a picture"))
        copy.clicked.connect(self._on_copy_clicked)
        image = secondary_button(tr("Save picture …"), "image")
        image.clicked.connect(self._on_picture_clicked)
        pdf = secondary_button(tr("Save PDF …"), "download")
        pdf.clicked.connect(self._on_pdf_clicked)
        printer = primary_button(tr("Print …"), "printer")
        printer.clicked.connect(self._on_print_clicked)
        return [copy, image, pdf, printer]

    def _draw(self) -> None:
        chosen = self._choices.value()
        try:
            sheet = self._content(chosen.goal_id)
        except Fault as fault:
            self.context.notify(say(fault.message), "bad")
            return
        self._layout = lay_out(
            sheet, wording(chosen.language), paper=chosen.paper, colour=chosen.colour
        )
        self._preview.show_layout(self._layout)

    def _content(self, goal_id: int) -> Sheet:
        if goal_id == SUMMARY:
            return summary_sheet(self.context.workspace)
        return goal_sheet(self.context.workspace, goal_id)

    def _file_name(self, ending: str) -> str:
        title = self._layout.title if self._layout else ""
        plain = re.sub(r"[^\w\- ]", "", title).strip()[:60]
        return (plain or "Sikte") + ending

    def _on_fit_chosen(self, fit: bool) -> None:
        self._preview.set_fit(fit)

    def _on_goals_wanted(self) -> None:
        self.context.navigate("goals")

    def _on_copy_clicked(self) -> None:
        if self._layout is not None:
            QGuiApplication.clipboard().setImage(picture(self._layout))
            self.context.notify(tr("The sheet is on the clipboard as a picture."), "good")

    def _on_pdf_clicked(self) -> None:
        path = choose_file_to_save(
            self,
            tr("Save the sheet as PDF"),
            self._file_name(".pdf"),
            tr("PDF files") + " (*.pdf)",
            ".pdf",
            self.context.preferences,
        )
        if path is None or self._layout is None:
            return
        try:
            write_pdf(path, [self._layout], self._choices.value().paper)
        except Fault as fault:
            self.context.notify(say(fault.message), "bad")
            return
        self.context.notify(tr("Saved as {name}.", name=path.name), "good")

    def _on_picture_clicked(self) -> None:
        path = choose_file_to_save(
            self,
            tr("Save the sheet as a picture"),
            self._file_name(".png"),
            tr("Pictures") + " (*.png)",
            ".png",
            self.context.preferences,
        )
        if path is None or self._layout is None:
            return
        try:
            write_picture(path, self._layout)
        except Fault as fault:
            self.context.notify(say(fault.message), "bad")
            return
        self.context.notify(tr("Saved as {name}.", name=path.name), "good")

    def _on_print_clicked(self) -> None:
        if self._layout is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._layout.title)
        prepare(printer, self._choices.value().paper)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        try:
            send(printer, [self._layout])
        except Fault as fault:
            self.context.notify(say(fault.message), "bad")
            return
        self.context.notify(tr("Sent to the printer."), "good")
