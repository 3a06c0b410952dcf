"""Print and save what a view of the goals shows, on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.company import Paper
from desktop.core.sheet_content import Sheet
from desktop.qtkit.wording import tr, wording
from desktop.services.company import company
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import quiet_button

if TYPE_CHECKING:
    from desktop.sheets.elements import Layout
    from desktop.ui.sheets.output import SheetOutput


class PrintButtons(QWidget):
    """``content`` gives the sheet; language, paper and ink are those last chosen for sheets."""

    def __init__(
        self,
        context: AppContext,
        content: Callable[[], Sheet],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._content = context, content
        self.save_button = quiet_button(tr("Save as PDF …"), "download")
        self.save_button.clicked.connect(self._on_save_clicked)
        self.print_button = quiet_button(title, "printer")
        self.print_button.clicked.connect(self._on_print_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)

    def _on_save_clicked(self) -> None:
        language, paper, colour = self._choices()
        self._output().save_pdf([self._page(language, paper, colour=colour)], paper)

    def _on_print_clicked(self) -> None:
        language, paper, colour = self._choices()
        page = self._page(language, paper, colour=colour)
        self._output().print_out([page], paper, colour=colour)

    def _page(self, language: str, paper: Paper, *, colour: bool) -> Layout:
        from desktop.sheets.lay_out import lay_out  # paper comes when it is wanted

        return lay_out(self._content(), wording(language), paper=paper, colour=colour)

    def _output(self) -> SheetOutput:
        from desktop.ui.sheets.output import SheetOutput

        return SheetOutput(self, self._context)

    def _choices(self) -> tuple[str, Paper, bool]:
        """As the Sheets page remembers them."""
        owner, chosen = company(self._context.workspace), self._context.preferences.choice
        return (
            chosen("sheets/language", owner.language),
            Paper(chosen("sheets/paper", owner.paper.value)),
            chosen("sheets/ink", "colour") == "colour",
        )
