"""This week: what needs the owner now, and what it means that nothing does."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.services.needs import Need
from desktop.services.overview import overview
from desktop.ui.context import AppContext
from desktop.ui.follow_up.view import View
from desktop.ui.overview.need_list import NeedList
from desktop.ui.widgets import Caption


class WeekView(View):
    """One list, the most pressing first."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._content = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._content)
        self._layout.addStretch(1)

    def refresh(self) -> None:
        old = self._content
        needs = overview(self.context.workspace).needs
        if needs:
            shown = NeedList(needs)
            shown.opened.connect(self._on_opened)
            self._content = shown
        else:
            self._content = Caption(tr("Nothing. Every goal has fresh numbers and is on its way."))
        self._layout.replaceWidget(old, self._content)
        old.deleteLater()

    def _on_opened(self, need: Need) -> None:
        self.context.navigate(need.page, need.target_id)
