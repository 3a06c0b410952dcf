"""The Import page: where files are dropped, the one that is on its way in, and the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.tasks import Task, Work
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.imports import (
    ImportDraft,
    ImportRecord,
    imports,
    kpis_fed,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs import choose_files_to_open
from desktop.ui.dialogs.files import spreadsheet_kinds
from desktop.ui.imports.changes_words import imported_words
from desktop.ui.imports.drop_zone import DropZone
from desktop.ui.imports.history_list import HistoryList
from desktop.ui.imports.import_detail import ImportDetail
from desktop.ui.imports.import_flow import ImportFlow
from desktop.ui.imports.reading_view import ReadingView
from desktop.ui.imports.reverting import Reverting
from desktop.ui.imports.several_files import SeveralFiles
from desktop.ui.imports.watch_row import WatchRow
from desktop.ui.imports.work import (
    Imported,
    ImportedAll,
    KnownFile,
    OpenedFiles,
    OpenFile,
    OpenFiles,
    ShowImport,
    ShownImport,
)
from desktop.ui.page import Page
from desktop.ui.widgets import Banner, PageFrame


class ImportsPage(Page):
    """Files are taken one after another; what waits is kept in order."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._waiting: list[Path] = []
        self._together = False  # whether known ones of those that wait are to come in one list
        self._task: Task | None = None
        self._wanted = False  # whether an import of the history is to be on show
        self._reverting = Reverting(context, self)
        self._reverting.reverted.connect(self.refresh)
        self.flow: ImportFlow | None = None
        self.several: SeveralFiles | None = None
        self.detail: ImportDetail | None = None
        self.drop_zone = DropZone()
        self.watch = WatchRow(context)
        self.history = HistoryList(context.preferences)
        self.reading = ReadingView()
        self._banners = QVBoxLayout()
        self._views = QStackedLayout(self)
        self._home = self._build_home()
        self._views.addWidget(self._home)
        self._views.addWidget(self.reading)
        self.drop_zone.files_dropped.connect(self.open_files)
        self.drop_zone.choose_wanted.connect(self.new_item)
        self.history.revert_wanted.connect(self._reverting.ask)
        self.history.shown.connect(self._on_import_shown)
        self.reading.cancel_wanted.connect(self._on_cancel_wanted)
        self.refresh()

    def _build_home(self) -> QWidget:
        frame = PageFrame(
            tr("Import"), tr("Numbers from the spreadsheets you already have, into your KPIs.")
        )
        frame.add_layout(self._banners)
        frame.add(self.drop_zone)
        frame.add(self.watch)
        frame.add(self.history)
        frame.add_stretch()
        return frame

    # ------------------------------------------------------------------ what the window asks

    def open_files(self, paths: list[Path]) -> None:
        """Import these files, after those that wait already."""
        self._waiting += [Path(path) for path in paths]
        self._together = len(paths) > 1 or self._together
        if self._task is None and self.flow is None and self.several is None:
            self._clear_banners()
            self._close_detail()
            self._read_next()

    def show_item(self, item_id: int | None) -> None:
        """Select one import of the history."""
        if item_id is not None:
            self.history.select(item_id)

    def take_focus(self) -> None:
        self.drop_zone.button.setFocus()

    def new_item(self) -> None:
        """Choose files to import."""
        if self.context.workspace.read_only:
            return
        kinds = spreadsheet_kinds()
        every = tr("All files ({endings})", endings="*")
        chosen = choose_files_to_open(
            self, tr("Choose spreadsheets"), f"{kinds};;{every}", self.context.preferences
        )
        if chosen:
            self.open_files(chosen)

    def refresh(self) -> None:
        read_only = self.context.workspace.read_only
        self.drop_zone.setEnabled(not read_only)
        self.watch.refresh()
        workspace = self.context.workspace
        self.history.set_imports(imports(workspace), kpis_fed(workspace), read_only=read_only)
        if self.detail is not None:
            self._look_up(self.detail.record_id)

    # ------------------------------------------------------------------ reading

    def _read_several(self) -> None:
        """Read all that wait: known ones come together in one list."""
        paths, self._waiting, self._together = self._waiting, [], False
        label = ntr("Reading {n} file", "Reading {n} files", len(paths))
        work = OpenFiles(self.context.workspace, paths)
        self._read(label, work, self._on_several_read)

    def _read_next(self) -> None:
        if not self._waiting:
            self._show_home()
            return
        if self._together and len(self._waiting) > 1:
            self._read_several()
            return
        path = self._waiting.pop(0)
        work = OpenFile(self.context.workspace, path)
        self._read(tr("Reading {file}", file=path.name), work, self._on_read)

    def _read(self, label: str, work: Work, done: Callable[[Any], None]) -> None:
        self.reading.begin(label)
        self._views.setCurrentWidget(self.reading)
        self._task = self.context.run(label, work, done=done, failed=self._on_failed)
        self._task.progressed.connect(self._on_progressed)
        self._task.cancelled.connect(self._on_cancelled)
        self._task.crashed.connect(self._on_cancelled)

    def _on_progressed(self, fraction: float | None, _: object) -> None:
        self.reading.set_progress(fraction)

    def _on_several_read(self, opened: OpenedFiles) -> None:
        self._task = None
        self._waiting = [*opened.others, *self._waiting]
        if len(opened.known) > 1:
            self._show_several(opened.known)
        elif opened.known:
            self._show_flow(opened.known[0].draft)
        else:
            self._read_next()

    def _show_several(self, known: Sequence[KnownFile]) -> None:
        self.several = SeveralFiles(self.context, known, len(self._waiting))
        self.several.imported.connect(self._on_all_imported)
        self.several.left.connect(self._on_left)
        self.several.one_by_one.connect(self._on_one_by_one)
        self._views.addWidget(self.several)
        self._views.setCurrentWidget(self.several)
        self.several.import_button.setFocus()

    def _on_read(self, draft: ImportDraft) -> None:
        self._task = None
        self._show_flow(draft)

    def _show_flow(self, draft: ImportDraft) -> None:
        self.flow = ImportFlow(self.context, draft, len(self._waiting))
        self.flow.imported.connect(self._on_imported)
        self.flow.left.connect(self._on_left)
        self._views.addWidget(self.flow)
        self._views.setCurrentWidget(self.flow)
        self.flow.take_focus()

    def _on_failed(self, fault: Fault) -> None:
        self._task = None
        self._say(say(fault.message), "bad")
        if self._waiting:  # the next file hides the banner
            self.context.show_fault(fault)
        self._read_next()

    def _on_cancel_wanted(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_cancelled(self) -> None:
        self._task = None
        self._read_next()

    # ------------------------------------------------------------------ after the last step

    def _on_imported(self, result: Imported) -> None:
        self.context.workspace.announce(result.event)
        self._tell(() if result.record is None else (result.record,))
        self._leave_flow()
        if result.record is not None:
            self.history.select(result.record.id)

    def _on_all_imported(self, result: ImportedAll) -> None:
        self.context.workspace.announce(result.event)
        self._tell(result.records)
        self._leave_flow()

    def _tell(self, records: Sequence[ImportRecord]) -> None:
        """Say what was imported, with a way back."""
        if records:
            undo = NoticeAction(tr("Undo"), self.context.workspace.undo)
            self.context.notify(imported_words(records), "good", undo)

    def _on_one_by_one(self) -> None:
        if self.several is not None:
            self._waiting = [*self.several.paths, *self._waiting]
        self._leave_flow()

    def _on_left(self) -> None:
        self._leave_flow()

    def _leave_flow(self) -> None:
        for view in (self.flow, self.several):
            if view is not None:
                self._views.removeWidget(view)
                view.deleteLater()
        self.flow = self.several = None
        self._read_next()

    def _show_home(self) -> None:
        self.refresh()
        self._views.setCurrentWidget(self._home)
        self.take_focus()

    # ------------------------------------------------------------------ history

    def _on_import_shown(self, record: ImportRecord) -> None:
        self._look_up(record.id)

    def _look_up(self, import_id: int) -> None:
        self._wanted = True
        work = ShowImport(self.context.workspace, import_id)
        self.context.run(tr("Looking at what it changed"), work, done=self._on_looked_up)

    def _on_looked_up(self, found: ShownImport | None) -> None:
        """Show one import of the history, as it is now; nothing when an undo has taken it."""
        if not self._wanted:
            return  # it has been left meanwhile, or files have come
        self._close_detail()
        if found is None:
            self._views.setCurrentWidget(self._home)
            return
        self._wanted = True
        read_only = self.context.workspace.read_only
        self.detail = ImportDetail(
            found.record, found.values, self.context.preferences, read_only=read_only
        )
        self.detail.left.connect(self._on_detail_left)
        self.detail.revert_wanted.connect(self._reverting.ask)
        self._views.addWidget(self.detail)
        self._views.setCurrentWidget(self.detail)
        self.detail.table.setFocus()

    def _close_detail(self) -> None:
        self._wanted = False
        if self.detail is not None:
            self._views.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _on_detail_left(self) -> None:
        self._close_detail()
        self._views.setCurrentWidget(self._home)
        self.history.table.setFocus()

    def _clear_banners(self) -> None:
        while (item := self._banners.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _say(self, text: str, kind: str) -> None:
        self._banners.addWidget(Banner(text, kind, close_name=tr("Close")))
