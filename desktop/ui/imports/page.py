"""The Import page: where files are dropped, the one that is on its way in, and the history."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.tasks import Task
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.imports import ImportDraft, ImportRecord, Reverted, imports, revert
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs import choose_files_to_open, confirm
from desktop.ui.imports.drop_zone import DropZone
from desktop.ui.imports.history_list import HistoryList
from desktop.ui.imports.import_flow import ImportFlow
from desktop.ui.imports.reading_view import ReadingView
from desktop.ui.imports.work import Imported, OpenFile
from desktop.ui.page import Page
from desktop.ui.widgets import Banner, PageFrame

_ENDINGS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.tab"


class ImportsPage(Page):
    """Files are taken one after another; what waits is kept in order."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._waiting: list[Path] = []
        self._task: Task | None = None
        self._reverting: ImportRecord | None = None
        self.flow: ImportFlow | None = None
        self.drop_zone = DropZone()
        self.history = HistoryList(context.preferences)
        self.reading = ReadingView()
        self._banners = QVBoxLayout()
        self._views = QStackedLayout(self)
        self._home = self._build_home()
        self._views.addWidget(self._home)
        self._views.addWidget(self.reading)
        self.drop_zone.files_dropped.connect(self.open_files)
        self.drop_zone.choose_wanted.connect(self.new_item)
        self.history.revert_wanted.connect(self._on_revert_wanted)
        self.reading.cancel_wanted.connect(self._on_cancel_wanted)
        self.setFocusProxy(self.drop_zone.button)
        self.refresh()

    def _build_home(self) -> QWidget:
        frame = PageFrame(
            tr("Import"), tr("Numbers from the spreadsheets you already have, into your KPIs.")
        )
        frame.add_layout(self._banners)
        frame.add(self.drop_zone)
        frame.add(self.history)
        frame.add_stretch()
        return frame

    # ------------------------------------------------------------------ what the window asks

    def open_files(self, paths: list[Path]) -> None:
        """Import these files, after those that wait already."""
        self._waiting += [Path(path) for path in paths]
        if self._task is None and self.flow is None:
            self._clear_banners()
            self._read_next()

    def show_item(self, item_id: int | None) -> None:
        """Select one import of the history."""
        if item_id is not None:
            self.history.select(item_id)

    def new_item(self) -> None:
        """Choose files to import."""
        if self.context.workspace.read_only:
            return
        kinds = tr("Spreadsheets ({endings})", endings=_ENDINGS)
        every = tr("All files ({endings})", endings="*")
        chosen = choose_files_to_open(
            self, tr("Choose spreadsheets"), f"{kinds};;{every}", self.context.preferences
        )
        if chosen:
            self.open_files(chosen)

    def refresh(self) -> None:
        read_only = self.context.workspace.read_only
        self.drop_zone.setEnabled(not read_only)
        self.history.set_imports(imports(self.context.workspace), read_only=read_only)

    # ------------------------------------------------------------------ reading

    def _read_next(self) -> None:
        if not self._waiting:
            self._show_home()
            return
        path = self._waiting.pop(0)
        label = tr("Reading {file}", file=path.name)
        self.reading.begin(label)
        self._views.setCurrentWidget(self.reading)
        self._task = self.context.run(
            label,
            OpenFile(self.context.workspace, path),
            done=self._on_read,
            failed=self._on_failed,
        )
        self._task.progressed.connect(self._on_progressed)
        self._task.cancelled.connect(self._on_cancelled)
        self._task.crashed.connect(self._on_cancelled)

    def _on_progressed(self, fraction: float | None, _: object) -> None:
        self.reading.set_progress(fraction)

    def _on_read(self, draft: ImportDraft) -> None:
        self._task = None
        self.flow = ImportFlow(self.context, draft, len(self._waiting))
        self.flow.imported.connect(self._on_imported)
        self.flow.left.connect(self._on_left)
        self._views.addWidget(self.flow)
        self._views.setCurrentWidget(self.flow)
        self.flow.next_button.setFocus()

    def _on_failed(self, fault: Fault) -> None:
        self._task = None
        self._say(say(fault.message), "bad")
        if self._waiting:  # the next file hides the banner
            self.context.notify(say(fault.message), "bad")
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
        record = result.record
        if record is not None:
            count = record.counts.new + record.counts.changed
            text = ntr(
                "{n} value imported from {file}.",
                "{n} values imported from {file}.",
                count,
                file=record.file_name,
            )
            undo = NoticeAction(tr("Undo"), self.context.workspace.undo)
            self.context.notify(text, "good", undo)
        self._leave_flow()
        if record is not None:
            self.history.select(record.id)

    def _on_left(self) -> None:
        self._leave_flow()

    def _leave_flow(self) -> None:
        if self.flow is not None:
            self._views.removeWidget(self.flow)
            self.flow.deleteLater()
            self.flow = None
        self._read_next()

    def _show_home(self) -> None:
        self.refresh()
        self._views.setCurrentWidget(self._home)
        self.drop_zone.button.setFocus()

    # ------------------------------------------------------------------ history

    def _on_revert_wanted(self, record: ImportRecord) -> None:
        self._reverting = record
        confirm(
            self,
            tr("Revert this import?"),
            tr(
                "What {file} replaced comes back, and what it added goes. Values that were changed "
                "since then stay as they are.",
                file=record.file_name,
            ),
            tr("Revert"),
            self._on_revert_confirmed,
        )

    def _on_revert_confirmed(self) -> None:
        record = self._reverting
        if record is None:
            return
        try:
            result = revert(self.context.workspace, record.id)
        except Fault as fault:
            self._say(say(fault.message), "bad")
            return
        self.refresh()
        self._say(revert_words(record, result), "risk" if result.kept else "good")

    def _clear_banners(self) -> None:
        while (item := self._banners.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _say(self, text: str, kind: str) -> None:
        self._banners.addWidget(Banner(text, kind, close_name=tr("Close")))


def revert_words(record: ImportRecord, result: Reverted) -> str:
    """What a revert did, and what it could not."""
    words = ntr(
        "{file} is reverted: {n} value went back.",
        "{file} is reverted: {n} values went back.",
        result.count,
        file=record.file_name,
    )
    if not result.kept:
        return words
    later = sorted({kept.by for kept in result.kept if kept.by})
    kept = ntr(
        "{n} value stays, since it was changed later.",
        "{n} values stay, since they were changed later.",
        len(result.kept),
    )
    if later:
        kept = ntr(
            "{n} value stays, since {file} brought a later one.",
            "{n} values stay, since {file} brought later ones.",
            len(result.kept),
            file=", ".join(later),
        )
    return f"{words} {kept}"
