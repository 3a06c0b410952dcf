"""What the Follow up page expects of a view."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.context import AppContext


class View(QWidget):
    """One view of the page.  It is made when it is first shown; :meth:`refresh` is called then,
    and whenever the file has changed and the view is (or becomes) visible.

    To go elsewhere it calls ``context.navigate("goals", goal_id)``, and to another view of this
    page ``context.navigate("follow_up/check_ins", goal_id)``.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context

    def refresh(self) -> None:
        """Read the file again."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        self.setFocus()

    def show_item(self, item_id: int | None) -> None:
        """Do what a row of this week asks for: to one item (the view says which kind of thing it
        takes), or with ``None`` to all that waits."""

    def new_item(self) -> None:
        """Begin a new one."""

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost; may ask the user."""
        return True
