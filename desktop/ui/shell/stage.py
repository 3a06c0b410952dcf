"""What the window shows: the first page, or the work area of the file that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.wording import say
from desktop.ui.context import NoticeAction
from desktop.ui.shell.notice_board import NoticeBoard
from desktop.ui.shell.work_area import Place, WorkArea

if TYPE_CHECKING:
    from desktop.ui.shell.notice import Notice
    from desktop.ui.start.page import StartPage


class Stage:
    """Keeps what is on show in ``window``, and the notice that floats above it."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._notices = NoticeBoard()
        self.work: WorkArea | None = None
        self.start: StartPage | None = None

    @property
    def place(self) -> Place:
        """Where one is now, to come back to."""
        return self.work.place if self.work is not None else ("overview", None)

    @property
    def notice(self) -> Notice | None:
        """The message on show now."""
        return self._notices.notice

    def show_start(self, page: StartPage) -> None:
        """Show the first page in place of what was there."""
        self._put(page)
        self.start = page

    def show_work(self, work: WorkArea, place: Place) -> None:
        """Show a file at a place in place of what was there."""
        self._put(work)
        self.work = work
        work.show_page(*place)

    def show_nothing(self) -> None:
        """Take away all that reads from the file."""
        self._put(QWidget())

    def may_leave(self) -> bool:
        """Whether nothing would be lost if something else were shown."""
        return self.work is None or self.work.may_leave()

    def end_typing(self) -> None:
        """A field that is being edited takes in what is typed, now."""
        focus = self._window.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def notify(self, text: str, kind: str = "info", action: NoticeAction | None = None) -> None:
        """A message above the page, in place of the one before."""
        host = self.work.page_host if self.work is not None else self.start
        if host is not None:
            self._notices.show(host, text, kind, action)

    def show_fault(self, fault: Fault) -> None:
        """The sentence of what the state of things did not allow."""
        self.notify(say(fault.message), "bad")

    def clear_notice(self) -> None:
        self._notices.clear()

    def _put(self, widget: QWidget) -> None:
        self.end_typing()
        if self.work is not None:
            self.work.forget_commands()
        self.work = self.start = None
        self._window.setCentralWidget(widget)  # hides the old and deletes it when it is safe
