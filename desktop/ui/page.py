"""What the window expects of a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.ui.context import AppContext


class Page(QWidget):
    """A page of the window.  The window makes it when it is first shown, calls :meth:`refresh`
    when the file has changed and the page is (or becomes) visible, and makes it anew after a
    change of language or theme; then :meth:`selected_item` says what to show again."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.host)
        self.context = context

    def show_item(self, item_id: int | None) -> None:
        """Show one goal, KPI or import of the page; ``None`` shows the page as it is."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins.  (A focus proxy would do that too, but it is one more
        stop for Tab, which then skips or repeats what lies around it.)"""
        self.setFocus()

    def show_part(self, part: str, item_id: int | None = None) -> None:
        """Show one part of a page that has several, and there one item."""

    def selected_item(self) -> int | None:
        """The item on show, to come back to."""
        return None

    def new_item(self) -> None:
        """Begin a new goal, KPI or import; the command palette calls it."""

    def open_files(self, paths: list[Path]) -> None:
        """Begin the import of spreadsheets; the import page does."""

    def refresh(self) -> None:
        """Read the file again."""

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost; may ask the user."""
        return True
