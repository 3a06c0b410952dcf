"""Print and save what is on show, as the sheet that it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.sheet_content import Sheet
from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import quiet_button

if TYPE_CHECKING:
    from desktop.ui.sheets.quick_paper import QuickPaper


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
        try:
            sheet = self._content()
        except Fault as fault:  # it was deleted elsewhere
            self._context.show_fault(fault)
        else:
            self._paper().save_pdf([sheet])

    def _on_print_clicked(self) -> None:
        try:
            sheet = self._content()
        except Fault as fault:
            self._context.show_fault(fault)
        else:
            self._paper().print_out([sheet])

    def _paper(self) -> QuickPaper:
        from desktop.ui.sheets.quick_paper import QuickPaper  # paper comes when it is wanted

        return QuickPaper(self, self._context)
