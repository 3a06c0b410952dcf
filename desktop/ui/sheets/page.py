"""The Sheets page."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.wording import tr, wording
from desktop.services.company import company
from desktop.services.sheet_items import always
from desktop.services.sheet_kinds import ready_kinds
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out, stands_upright
from desktop.sheets.several_files import apart
from desktop.ui.context import GUIDED, NEW, AppContext, Command
from desktop.ui.page import Page
from desktop.ui.sheets.choices import SheetChoices
from desktop.ui.sheets.drag_out import DragOut
from desktop.ui.sheets.output import SheetOutput
from desktop.ui.sheets.preview import Preview
from desktop.ui.theme import SPACE
from desktop.ui.widgets import EmptyState, PageFrame, primary_button, quiet_button, secondary_button

_CHOICES_WIDTH = 248
_PRINT, _AT_ONCE, _SAVE, _COPY = "Ctrl+P", "Ctrl+Shift+P", "Ctrl+S", "Ctrl+Shift+C"


class SheetsPage(Page):
    """The chosen sheet as it prints, with print, PDF, picture and clipboard."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._pages: tuple[Layout, ...] = ()
        self._output = SheetOutput(self, context)
        owner = company(context.workspace)
        self._choices = SheetChoices(context.preferences, owner.language, owner.paper)
        self._choices.setFixedWidth(_CHOICES_WIDTH)
        self._choices.changed.connect(self._draw)
        self._choices.fit_chosen.connect(self._on_fit_chosen)
        self._preview = Preview()
        self._preview.set_fit(self._choices.fit)
        self._preview.dragged.connect(self._on_dragged)
        self._drag_out = DragOut(self)
        self._body = self._beside_each_other()
        self._empty = EmptyState(
            "file-text",
            tr("A goal on one page"),
            tr(
                "Write a goal first. Its sheet can hang on the wall or go to the board or the bank."
            ),
            *self._ways_to_the_first(),
        )
        self._forms_button = quiet_button(tr("Blank forms for a workshop"), "file-text")
        self._forms_button.clicked.connect(self._on_forms_wanted)
        self._forms_wanted = False
        self._empty.acted.connect(self._on_guide_wanted)
        self._empty.acted_otherwise.connect(self._on_editor_wanted)
        self._actions = self._buttons()
        frame = PageFrame(
            tr("Sheets"),
            tr("On one page, for the wall, the board or the bank"),
            self._actions,
            scrolling=False,
        )
        frame.add(self._body, 1)
        frame.add(self._empty, 1)
        frame.add(self._forms_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self._register()
        self.refresh()
        self.take_focus()  # otherwise the first button has the keyboard when the page is shown

    # ------------------------------------------------------------------ what the window asks

    def show_item(self, item_id: int | None) -> None:
        """Show a goal's sheet."""
        if item_id is not None:
            self._choices.sheet.choose("goal", item_id)
            self._draw()

    def take_focus(self) -> None:
        if self._empty.isHidden():
            self._choices.take_focus()
        else:
            self._empty.take_focus()

    def selected_item(self) -> int | None:
        sheet = self._choices.sheet
        return sheet.item_id if sheet.kind.key == "goal" else None

    def refresh(self) -> None:
        kinds = ready_kinds(self.context.workspace)
        self._choices.sheet.show_kinds(self.context.workspace, kinds)
        begun = self._forms_wanted or any(kind.ready is not always for kind in kinds)
        self._body.setVisible(begun)
        self._empty.setVisible(not begun)
        self._forms_button.setVisible(not begun)
        for button in self._actions:
            button.setVisible(begun)
        self._draw()

    # ------------------------------------------------------------------ building

    def _beside_each_other(self) -> QWidget:
        """The choices at the left, the page at the right."""
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setWidget(self._preview)
        scroller.setAccessibleName(tr("Preview"))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.WIDE)
        row.addWidget(self._choices)
        row.addWidget(scroller, 1)
        return body

    def _buttons(self) -> list[QWidget]:
        copy = quiet_button(tr("Copy"), "copy")
        copy.setToolTip(tr("Copy the sheet as a picture"))
        copy.clicked.connect(self.copy)
        self._each_button = quiet_button(tr("A PDF each …"), "copy")
        self._each_button.setToolTip(tr("Save each sheet as a PDF of its own"))
        self._each_button.clicked.connect(self.save_each)
        image = secondary_button(tr("Save picture …"), "image")
        image.clicked.connect(self.save_picture)
        pdf = secondary_button(tr("Save PDF …"), "download")
        pdf.clicked.connect(self.save_pdf)
        printer = primary_button(tr("Print …"), "printer")
        printer.setToolTip(tr("Print; {keys} does it at once, without asking", keys=_AT_ONCE))
        printer.clicked.connect(self.print_out)
        self._single = (copy, image)  # for one page at a time
        return [copy, self._each_button, image, pdf, printer]

    def _register(self) -> None:
        """Shortcuts, and the same in the command palette."""
        group = tr("Sheets")
        self.context.commands.register(
            self,
            [
                Command(tr("Print the sheet …"), self.print_out, _PRINT, "printer", group),
                Command(
                    tr("Print the sheet at once"), self.print_at_once, _AT_ONCE, "printer", group
                ),
                Command(tr("Save each sheet as a PDF …"), self.save_each, "", "download", group),
                Command(tr("Save the sheet as PDF …"), self.save_pdf, _SAVE, "download", group),
                Command(tr("Save the sheet as a picture …"), self.save_picture, "", "image", group),
                Command(tr("Copy the sheet as a picture"), self.copy, _COPY, "copy", group),
            ],
        )
        for keys, slot in (
            (_PRINT, self.print_out),
            (_AT_ONCE, self.print_at_once),
            (_SAVE, self.save_pdf),
            (_COPY, self.copy),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------------ the sheet

    def _draw(self) -> None:
        looks, sheet = self._choices.looks(), self._choices.sheet
        try:
            contents = sheet.kind.read(self.context.workspace, sheet.item_id)
        except Fault as fault:
            self.context.show_fault(fault)
            return
        self._pages = tuple(
            page
            for content in contents
            for page in lay_out(
                content,
                wording(looks.language),
                paper=looks.paper,
                colour=looks.colour,
                upright=looks.upright,
            )
        )
        self._choices.offer_upright(allowed=any(map(stands_upright, contents)))
        self._preview.show_pages(self._pages)
        for button in self._single:
            button.setEnabled(len(self._pages) == 1)
        self._each_button.setVisible(len(apart(self._pages)) > 1 and not self._body.isHidden())

    def print_out(self) -> None:
        """Print what is on show, through the system's dialog."""
        if self._pages:
            looks = self._choices.looks()
            self._output.print_out(self._pages, looks.paper, colour=looks.colour)

    def print_at_once(self) -> None:
        """Print what is on show, on the computer's own choice of printer."""
        if self._pages:
            looks = self._choices.looks()
            self._output.print_at_once(self._pages, looks.paper, colour=looks.colour)

    def save_pdf(self) -> None:
        """Save what is on show as one PDF."""
        if self._pages:
            self._output.save_pdf(self._pages, self._choices.looks().paper)

    def save_each(self) -> None:
        """Save each sheet on show as a PDF of its own."""
        if self._pages:
            self._output.save_each(self._pages, self._choices.looks().paper)

    def save_picture(self) -> None:
        """Save the one sheet on show as a picture."""
        if len(self._pages) == 1:
            self._output.save_picture(self._pages[0])

    def copy(self) -> None:
        """Put the one sheet on show on the clipboard."""
        if len(self._pages) == 1:
            self._output.copy(self._pages[0], self._choices.looks().paper)

    def _on_fit_chosen(self, fit: bool) -> None:
        self._preview.set_fit(fit)

    def _ways_to_the_first(self) -> tuple[str, ...]:
        """Question by question, or at once for those who know how."""
        if self.context.workspace.read_only:
            return ()
        return tr("Write it with the guide"), tr("Open the editor")

    def _on_dragged(self, number: int) -> None:
        """The whole sheet that the page belongs to."""
        ends = accumulate(len(pages) for pages in apart(self._pages))
        sheets = zip(ends, apart(self._pages), strict=True)
        pages = next(pages for end, pages in sheets if number < end)
        try:
            self._drag_out.start(pages, self._choices.looks().paper)
        except Fault as fault:
            self.context.show_fault(fault)

    def _on_forms_wanted(self) -> None:
        """Before there is anything else to print."""
        self._forms_wanted = True
        self._choices.sheet.choose("forms")
        self.refresh()
        self._choices.take_focus()

    def _on_guide_wanted(self) -> None:
        self.context.navigate("goals", GUIDED)

    def _on_editor_wanted(self) -> None:
        self.context.navigate("goals", NEW)
