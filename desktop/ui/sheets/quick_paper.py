"""Prints and saves sheets from where the thing itself is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.sheet_content import Sheet
from desktop.qtkit.wording import wording
from desktop.services.company import company
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out
from desktop.ui.context import AppContext
from desktop.ui.sheets.choices import Looks, last_looks
from desktop.ui.sheets.output import SheetOutput


class QuickPaper:
    """Language, paper and ink are those last chosen for sheets; ``parent`` owns the dialogs."""

    def __init__(self, parent: QWidget, context: AppContext) -> None:
        self._context = context
        self._output = SheetOutput(parent, context)

    def print_out(self, sheets: Sequence[Sheet]) -> None:
        """Through the system's print dialog."""
        looks = self._looks()
        pages = self._pages(sheets, looks)
        self._output.print_out(pages, looks.paper, colour=looks.colour)

    def save_pdf(self, sheets: Sequence[Sheet]) -> None:
        """Asks for the file."""
        looks = self._looks()
        self._output.save_pdf(self._pages(sheets, looks), looks.paper)

    def _looks(self) -> Looks:
        owner = company(self._context.workspace)
        return last_looks(self._context.preferences, owner.language, owner.paper)

    @staticmethod
    def _pages(sheets: Sequence[Sheet], looks: Looks) -> list[Layout]:
        return [
            page
            for sheet in sheets
            for page in lay_out(
                sheet,
                wording(looks.language),
                paper=looks.paper,
                colour=looks.colour,
                upright=looks.upright,
            )
        ]
