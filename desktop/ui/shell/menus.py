"""The menu bar; every entry that does something is also a command of the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.core.message import Message
from desktop.qtkit.wording import LANGUAGES, say, tr
from desktop.ui.context import Command
from desktop.ui.shell.page_list import PageEntry

Slot = Callable[[], object]


class Doer(Protocol):
    """What the menus call; the window is one."""

    def new_company(self) -> None: ...
    def open_company(self) -> None: ...
    def open_file(self, path: Path) -> None: ...
    def choose_import(self) -> None: ...
    def export_all(self) -> None: ...
    def save_copy(self) -> None: ...
    def close_company(self) -> None: ...
    def leave(self) -> object: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def search(self) -> None: ...
    def set_theme(self, theme: str) -> None: ...
    def set_language(self, language: str) -> None: ...
    def show_page(self, key: str) -> None: ...
    def show_about(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def copy_details(self) -> None: ...


class Menus(QObject):
    """Builds the menu bar of ``window`` in the current language."""

    def __init__(
        self, window: QMainWindow, doer: Doer, pages: Sequence[PageEntry], theme: str, language: str
    ) -> None:
        super().__init__(window)
        self._window, self._doer = window, doer
        self._with_file: list[QAction] = []
        self._commands: list[tuple[QAction, str, str]] = []  # with icon and group
        self._words: dict[QAction, str] = {}  # of those whose text changes
        window.menuBar().clear()
        self._file_menu()
        self._edit_menu()
        self._view_menu(pages, theme, language)
        self._help_menu()

    def commands(self) -> list[Command]:
        """The entries that can be chosen now, for the palette."""
        return [
            Command(
                title=_plain(action.text()),
                run=action.trigger,
                shortcut=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                icon=icon,
                group=group,
            )
            for action, icon, group in self._commands
            if action.isEnabled()
        ]

    def shortcuts(self) -> list[tuple[str, str]]:
        """Every entry with a shortcut: its words and its keys."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (_plain(self._words.get(action, action.text())), action.shortcut().toString(native))
            for action, _, _ in self._commands
            if not action.shortcut().isEmpty()
        ]

    def set_file_open(self, is_open: bool) -> None:
        """Whether what needs a file can be done."""
        for action in self._with_file:
            action.setEnabled(is_open)

    def set_undo(self, undo: Message | None, redo: Message | None) -> None:
        """Name what would be undone and done again."""
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.setText(tr("Undo: {action}", action=say(undo)) if undo else tr("Undo"))
        self._redo.setText(tr("Redo: {action}", action=say(redo)) if redo else tr("Redo"))

    def set_recent(self, paths: Sequence[Path]) -> None:
        """The files of ``File > Recent``."""
        self._recent.clear()
        self._recent.setEnabled(bool(paths))
        for path in paths:
            action = self._recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent_triggered)

    def _add(
        self, menu: QMenu, text: str, keys: str, slot: Slot, icon: str, *, needs_file: bool = False
    ) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        if needs_file:
            self._with_file.append(action)
        self._commands.append((action, icon, menu.title().replace("&", "")))
        return action

    def _file_menu(self) -> None:
        menu, do = self._window.menuBar().addMenu(tr("&File")), self._doer
        self._add(menu, tr("New company …"), "Ctrl+N", do.new_company, "file-plus")
        self._add(menu, tr("Open …"), "Ctrl+O", do.open_company, "folder-open")
        self._recent = menu.addMenu(tr("Recent files"))
        self._recent.setToolTipsVisible(True)
        menu.addSeparator()
        spreadsheet = tr("Import a spreadsheet …")
        self._add(menu, spreadsheet, "Ctrl+I", do.choose_import, "import", needs_file=True)
        everything = tr("Export everything …")
        self._add(menu, everything, "", do.export_all, "file-spreadsheet", needs_file=True)
        copy = tr("Save a copy …")
        self._add(menu, copy, "Ctrl+Shift+S", do.save_copy, "copy", needs_file=True)
        self._add(menu, tr("Close"), "Ctrl+W", do.close_company, "x", needs_file=True)
        menu.addSeparator()
        quit_action = self._add(menu, tr("Quit"), "Ctrl+Q", do.leave, "log-out")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _edit_menu(self) -> None:
        menu, do = self._window.menuBar().addMenu(tr("&Edit")), self._doer
        self._undo = self._add(menu, tr("Undo"), "Ctrl+Z", do.undo, "undo-2")
        self._redo = self._add(menu, tr("Redo"), "Ctrl+Shift+Z", do.redo, "redo-2")
        self._words = {self._undo: tr("Undo"), self._redo: tr("Redo")}
        menu.addSeparator()
        self._add(menu, tr("Search …"), "Ctrl+K", do.search, "search")

    def _view_menu(self, pages: Sequence[PageEntry], theme: str, language: str) -> None:
        menu = self._window.menuBar().addMenu(tr("&View"))
        for entry in pages:
            show = self._on_page_triggered
            action = self._add(menu, entry.title, entry.shortcut, show, entry.icon, needs_file=True)
            action.setData(entry.key)
        menu.addSeparator()
        themes = (
            ("system", tr("As the system")),
            ("light", tr("Light")),
            ("dark", tr("Dark")),
        )
        self._choices(menu, tr("Appearance"), themes, theme, "sun", self._on_theme_triggered)
        languages = tuple(LANGUAGES.items())
        self._choices(
            menu, tr("Language"), languages, language, "languages", self._on_language_triggered
        )

    def _choices(
        self,
        menu: QMenu,
        title: str,
        options: Sequence[tuple[str, str]],
        value: str,
        icon: str,
        slot: Slot,
    ) -> None:
        sub = menu.addMenu(title)
        group = QActionGroup(sub)
        for key, text in options:
            action = sub.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == value)
            action.setData(key)
            action.triggered.connect(slot)
            group.addAction(action)
            self._commands.append((action, icon, title))

    def _help_menu(self) -> None:
        menu, do = self._window.menuBar().addMenu(tr("&Help")), self._doer
        self._add(menu, tr("Keyboard shortcuts"), "F1", do.show_shortcuts, "keyboard")
        self._add(menu, tr("Copy details for support"), "", do.copy_details, "copy")
        menu.addSeparator()
        about = self._add(menu, tr("About Sikte"), "", do.show_about, "info")
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _data(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""

    def _on_recent_triggered(self) -> None:
        self._doer.open_file(Path(self._data()))

    def _on_page_triggered(self) -> None:
        self._doer.show_page(self._data())

    def _on_theme_triggered(self) -> None:
        self._doer.set_theme(self._data())

    def _on_language_triggered(self) -> None:
        self._doer.set_language(self._data())


def _plain(text: str) -> str:
    """The words of a menu entry without its marks."""
    return text.replace("&", "").removesuffix("…").rstrip()
