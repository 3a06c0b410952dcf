"""The main window: what is on show, and what the menus do."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.core.faults import Fault
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.qt_translation import translate_qt
from desktop.qtkit.tasks import TaskLane
from desktop.qtkit.wording import current, set_language, tr
from desktop.ui.context import AppContext, Commands
from desktop.ui.shell.file_actions import FileActions
from desktop.ui.shell.help_actions import HelpActions
from desktop.ui.shell.menus import Menus
from desktop.ui.shell.moments import Moments
from desktop.ui.shell.new_files import NewFiles
from desktop.ui.shell.page_list import page_list
from desktop.ui.shell.session import Session
from desktop.ui.shell.stage import Stage
from desktop.ui.shell.undo_redo import UndoRedo
from desktop.ui.shell.work_area import Place, WorkArea
from desktop.ui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from desktop.services.workspace import ChangeEvent, Workspace
    from desktop.ui.shell.drop import DropVeil
    from desktop.ui.shell.notice import Notice
    from desktop.ui.start.page import StartPage

_SMALLEST = (960, 640)
_USUAL = (1280, 800)
_TITLE_BAR = 40  # what the system puts on top


class MainWindow(QMainWindow):
    """One window with at most one company file.  Its content is built anew after a change of
    file, language or theme, and comes back to the same page and item."""

    _menus: Menus  # with the content, from begin() on

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.tasks = TaskLane()
        self.session = Session(preferences, self)
        self._stage = stage = Stage(self)
        self._files = FileActions(self, self.session, self.tasks, preferences, stage)
        self._help = HelpActions(self, stage.notify)
        self._undo = UndoRedo(self.session, self.tasks, stage.notify)
        self._commands = Commands()
        self._leaving = False
        self._waiting: list[Path] = []  # spreadsheets dropped before a file was open
        self.setAcceptDrops(True)
        self.new_files = NewFiles(preferences, self.tasks, stage, self._undo, self)
        self.new_files.look_wanted.connect(self.import_files)
        self.moments: Moments | None = None  # while a file is open
        self.session.opened.connect(self._on_file_opened)
        self.session.closing.connect(self._on_file_closing)
        self.session.closed.connect(stage.clear_notice)
        self._files.forgotten.connect(self._on_recent_changed)
        self.tasks.started.connect(self._show_undo)
        self.tasks.idle.connect(self._show_undo)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.setMinimumSize(*_SMALLEST)
        if not self.restoreGeometry(QByteArray(preferences.geometry)):
            free = self.screen().availableSize()
            self.resize(min(_USUAL[0], free.width()), min(_USUAL[1], free.height() - _TITLE_BAR))

    def begin(self, path: Path | None = None) -> None:
        """Show the company file at ``path``, or the first page when there is none or it cannot be
        opened; call it once, before the window is shown."""
        if path is None or not self.session.open(path):
            self._build(("overview", None))

    @property
    def work_area(self) -> WorkArea | None:
        """What is on show while a file is open."""
        return self._stage.work

    @property
    def start_page(self) -> StartPage | None:
        """What is on show while none is."""
        return self._stage.start

    @property
    def notice(self) -> Notice | None:
        """The message that floats above the page now."""
        return self._stage.notice

    # Files

    def new_company(self) -> None:
        if self._stage.may_leave():
            self._files.new()

    def open_company(self) -> None:
        if self._stage.may_leave():
            self._files.choose()

    def open_file(self, path: Path) -> None:
        """Open a company file in place of the one on show."""
        if self._stage.may_leave():
            self._files.open(path)

    def save_copy(self) -> None:
        self._files.save_copy()

    def export_all(self) -> None:
        """Write everything as a workbook, in the background."""
        if self._stage.may_leave():
            self._files.export_all()

    def close_company(self) -> None:
        if self._stage.may_leave():
            self.session.close()
            self._build(("overview", None))

    def leave(self) -> object:
        return self.close()

    def import_files(self, paths: list[Path]) -> None:
        """Begin the import of spreadsheets; without a company they wait until one is open."""
        work = self._stage.work
        if work is None:
            self._waiting = list(paths)
            self._stage.notify(tr("Open or create a company file, and the import begins there."))
            return
        work.show_page("imports")
        work.page("imports").open_files(paths)

    def choose_import(self) -> None:
        """Choose spreadsheets to import."""
        if self._stage.work is not None:
            self._stage.work.begin("imports")

    def explore_sample(self) -> None:
        """Build the sample company in the background, and open it."""
        from desktop.ui.start.sample import build_sample

        if not self.tasks.busy:
            task = build_sample(self.tasks, current().language, self.open_file)
            task.failed.connect(self._stage.show_fault)

    # Editing and looking

    def undo(self) -> None:
        self._undo.undo()

    def redo(self) -> None:
        self._undo.redo()

    def search(self) -> None:
        """Open the command palette."""
        from desktop.ui.shell.command_palette import CommandPalette
        from desktop.ui.shell.findable import findable

        commands = self._menus.commands()
        workspace, work = self.session.workspace, self._stage.work
        if workspace is not None and work is not None:
            commands = [*work.commands(), *commands, *findable(workspace, work.show_page)]
        CommandPalette(self, commands).show()

    def show_page(self, key: str) -> None:
        if self._stage.work is not None:
            self._stage.work.show_page(key)

    def set_theme(self, theme: str) -> None:
        """Change the colours at once."""
        self.preferences.theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, Theme(theme))
        self._build(self._stage.place)

    def set_language(self, language: str) -> None:
        """Change the language of the window at once."""
        self.preferences.language = language
        set_language(language)
        translate_qt(language, current().locale)
        self._build(self._stage.place)

    # Help and messages

    def show_about(self) -> None:
        self._help.show_about()

    def show_shortcuts(self) -> None:
        work = self._stage.work
        pages = [] if work is None else work.shortcuts()
        self._help.show_shortcuts([*self._menus.shortcuts(), *pages])

    def copy_details(self) -> None:
        self._help.copy_details(self.preferences.theme)

    def show_crash(self, report: str) -> None:
        self._help.show_crash(report)

    def show_fault(self, fault: Fault) -> None:
        self._stage.show_fault(fault)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._stage.may_leave():
            event.ignore()
            return
        self._leaving = True
        self.tasks.close()
        self.session.close()
        self.preferences.geometry = bytes(self.saveGeometry().data())
        self.preferences.save()
        event.accept()

    # Files held over the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._veil.held(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.let_go(event)

    @cached_property
    def _veil(self) -> DropVeil:
        from desktop.ui.shell.drop import DropVeil  # not before something is held

        veil = DropVeil(self)
        veil.company_dropped.connect(self.open_file)
        veil.spreadsheets_dropped.connect(self.import_files)
        return veil

    # What is on show

    def _build(self, place: Place) -> None:
        """Everything in the current language and theme."""
        language, theme = current().language, self.preferences.theme
        workspace = self.session.workspace
        self._stage.clear_notice()
        if workspace is None:
            self._show_start()
        else:
            self._show_work(workspace, place)
        self._menus = Menus(self, self, page_list(), theme, language)
        self._menus.set_recent(self.preferences.recent_files)
        self._menus.set_file_open(workspace is not None)
        self._show_undo()
        self.setWindowTitle("Sikte" if workspace is None else f"{workspace.name} \u2013 Sikte")

    def _show_start(self) -> None:
        from desktop.ui.start.page import StartPage

        page = StartPage(self.preferences.recent_files, self.tasks)
        page.new_wanted.connect(self.new_company)
        page.open_wanted.connect(self.open_company)
        page.sample_wanted.connect(self.explore_sample)
        page.recent_wanted.connect(self.open_file)
        page.language_wanted.connect(self.set_language)
        self._stage.show_start(page)

    def _show_work(self, workspace: Workspace, place: Place) -> None:
        context = AppContext(
            workspace=workspace,
            tasks=self.tasks,
            preferences=self.preferences,
            commands=self._commands,
            notify=self._stage.notify,
            set_language=self.set_language,
            set_theme=self.set_theme,
            watch_folder=self.new_files.choose,
        )
        work = WorkArea(context)
        work.navigation.search_wanted.connect(self.search)
        work.copy_wanted.connect(self.save_copy)
        self._stage.show_work(work, place)
        self.new_files.show_in(work)
        self._stop_moments()
        self.moments = Moments(context, work.page_host)

    def _stop_moments(self) -> None:
        if self.moments is not None:
            self.moments.stop()
            self.moments = None

    def _show_undo(self) -> None:
        self._menus.set_undo(*self._undo.labels())

    def _on_file_opened(self, workspace: Workspace) -> None:
        self._unsubscribe = workspace.subscribe(self._on_changed)
        self._build(("overview", None))
        self.new_files.open(workspace)
        if self._waiting and not workspace.read_only:
            waiting, self._waiting = self._waiting, []
            self.import_files(waiting)

    def _on_file_closing(self) -> None:
        self._unsubscribe()
        self.new_files.close()
        self._stop_moments()
        self.tasks.close()
        if self._leaving:
            self._stage.end_typing()
        elif self._stage.work is not None:
            self._stage.show_nothing()

    def _on_changed(self, event: ChangeEvent) -> None:
        if self._stage.work is not None:
            self._stage.work.refresh()
        if self.session.workspace is not None and "company" in event.tables:
            self.setWindowTitle(f"{self.session.workspace.name} \u2013 Sikte")
        self._show_undo()

    def _on_scheme_changed(self) -> None:
        if self.preferences.theme == Theme.SYSTEM:
            self.set_theme(Theme.SYSTEM)

    def _on_recent_changed(self) -> None:
        self._build(self._stage.place)
