"""What the window shows while a company file is open: navigation, banners, a page, the status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.qtkit.wording import say, tr
from desktop.ui.context import AppContext, Command
from desktop.ui.page import Page
from desktop.ui.shell.navigation import Navigation
from desktop.ui.shell.page_list import PageEntry, page_list
from desktop.ui.shell.status_line import StatusLine

Place = tuple[str, int | None]  # a page's key and the item on show there


class WorkArea(QWidget):
    """Built anew for every file, language and theme; ``place`` says where one was."""

    copy_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: dict[str, PageEntry] = {entry.key: entry for entry in page_list()}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = ""
        context.navigate = self.show_page

        self.navigation = Navigation(tuple(self._entries.values()))
        self.navigation.page_chosen.connect(self.show_page)
        self.status_line = StatusLine(context.tasks)
        self._stack = context.host = QStackedWidget(self)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._banners)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(column, 1)
        self._add_banners()
        self._show_names()

    @property
    def place(self) -> Place:
        """Where one is now."""
        page = self._pages.get(self._current)
        return self._current, page.selected_item() if page is not None else None

    @property
    def page_host(self) -> QWidget:
        """Where the pages are; notices float above it."""
        return self._stack

    def page(self, key: str) -> Page:
        """The page, made now if it was not shown before."""
        if key not in self._pages:
            page = self._entries[key].make(self._context)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def show_page(self, page: str, item_id: int | None = None) -> None:
        """Show a page, or with ``page/part`` one part of it, and there one item; the page on show
        may ask to stay."""
        page, _, part = page.partition("/")
        leaving = self._pages.get(self._current)
        if leaving is not None and page != self._current and not leaving.may_leave():
            self.navigation.set_current(self._current)
            return
        shown = self.page(page)
        if page in self._stale:
            self._stale.discard(page)
            shown.refresh()
        if part:
            shown.show_part(part, item_id)
        elif item_id is not None:
            shown.show_item(item_id)
        self._current = page
        self._stack.setCurrentWidget(shown)
        self.navigation.set_current(page)
        focus = self.focusWidget()
        if focus is None or not shown.isAncestorOf(focus):
            shown.take_focus()

    def begin(self, page: str) -> None:
        """Show a page and begin something new there, unless the page on show asks to stay."""
        self._do(page, self.page(page).new_item)

    def may_leave(self) -> bool:
        """Whether the page on show has nothing that would be lost."""
        page = self._pages.get(self._current)
        return page is None or page.may_leave()

    def refresh(self) -> None:
        """The file has changed: the page on show reads it now, the others when they are shown."""
        self._stale = set(self._pages) - {self._current}
        if self._current in self._pages:
            self._pages[self._current].refresh()
        self._show_names()

    def commands(self) -> list[Command]:
        """What the pages can do; doing it shows the page.  A page that was not made yet offers to
        begin something new."""
        offered = []
        for key, entry in self._entries.items():
            known = self._context.commands.of(self._pages[key]) if key in self._pages else []
            offered += [replace(one, run=partial(self._do, key, one.run)) for one in known]
            if entry.begin and not known and not self._context.workspace.read_only:
                begin = partial(self.begin, key)
                offered.append(Command(entry.begin, begin, icon="plus", group=entry.title))
        return offered

    def shortcuts(self) -> list[tuple[str, str]]:
        """What can be done by a shortcut on the pages that were shown: its words and its keys."""
        found = [
            (f"{one.group}: {one.title}", one.shortcut)
            for page in self._pages.values()
            for one in self._context.commands.of(page)
        ]
        return [(words, keys) for words, keys in found if keys]

    def show_banner(self, banner: QWidget) -> None:
        """A line above the page, whichever page is on show."""
        self._banners.addWidget(banner)

    def forget_commands(self) -> None:
        """Take the commands of the pages out of the palette, before the pages go."""
        for page in self._pages.values():
            self._context.commands.forget(page)

    def _add_banners(self) -> None:
        workspace = self._context.workspace
        if not workspace.read_only and workspace.copy_fault is None:
            return
        from desktop.ui.widgets import Banner

        if workspace.read_only:
            words = tr("This file is open read-only. Save a copy to make changes.")
            banner = Banner(words, action=tr("Save a copy"))
            banner.acted.connect(self.copy_wanted)
            self._banners.addWidget(banner)
        if workspace.copy_fault is not None:
            words = say(workspace.copy_fault.message)
            self._banners.addWidget(Banner(words, "risk", close_name=tr("Close")))

    def _do(self, page: str, run: Callable[[], object]) -> None:
        self.show_page(page)
        if self._current == page:
            run()

    def _show_names(self) -> None:
        workspace = self._context.workspace
        self.navigation.set_company(workspace.name)
        place = _shortened(workspace.path)
        if workspace.read_only:
            place = tr("{file}, read-only", file=place)
        self.status_line.set_place(place)


def _shortened(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
