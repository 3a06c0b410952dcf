"""Several files of known kinds in one list, imported together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.qtkit.tasks import Task
from desktop.qtkit.wording import current, ntr, say, tr
from desktop.services.imports import ImportCounts
from desktop.ui.context import AppContext
from desktop.ui.imports.changes_table import ChangesTable
from desktop.ui.imports.changes_words import button_words, kind_words, overlap_words
from desktop.ui.imports.work import ApplyAll, ImportedAll, KnownFile
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import (
    Banner,
    Caption,
    Column,
    DataTable,
    Hairline,
    Label,
    PageFrame,
    primary_button,
    quiet_button,
    secondary_button,
)


class SeveralFiles(QWidget):
    """``imported`` carries an :class:`ImportedAll`; ``left`` is sent when nothing is imported, and
    ``one_by_one`` when each file is to be looked at on its own."""

    imported = Signal(object)
    left = Signal()
    one_by_one = Signal()

    def __init__(self, context: AppContext, files: Sequence[KnownFile], waiting: int) -> None:
        super().__init__()
        self._context = context
        self._files = files
        self._task: Task | None = None
        self.counts = _together(files)
        self.import_button = primary_button(button_words(self.counts))
        self.import_button.setEnabled(not context.workspace.read_only or not self._changes)
        self.each_button = secondary_button(tr("One by one"))
        self.cancel_button = quiet_button(tr("Cancel"))
        self.files: DataTable[KnownFile] = DataTable(
            "import_files", _columns(), context.preferences, name=tr("Files"), fit_height=True
        )
        self.files.set_rows(files)
        self.files.fit_columns()
        self.changes = ChangesTable(context.preferences, files=True)
        self.changes.set_previews([(each.draft.file_name, each.preview) for each in files])
        self._banners = QVBoxLayout()
        self._lay_out(waiting)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.each_button.clicked.connect(self.one_by_one)
        self.cancel_button.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @property
    def paths(self) -> list[Path]:
        """Where the files are."""
        return [each.path for each in self._files]

    @property
    def _changes(self) -> int:
        return self.counts.new + self.counts.changed

    def _lay_out(self, waiting: int) -> None:
        title = ntr("{n} file of a known kind", "{n} files of known kinds", len(self._files))
        about = tr("They are imported together, in one step that can be undone.")
        if waiting:
            more = ntr("{n} more file follows.", "{n} more files follow.", waiting)
            about = f"{about} {more}"
        frame = PageFrame(title, about, [self.cancel_button], scrolling=False)
        frame.add_layout(self._banners)
        frame.add(self.files)
        overlaps = [words for each in self._files for words in overlap_words(each.preview)]
        if overlaps:
            frame.add(Caption("\n".join(dict.fromkeys(overlaps))))
        frame.add(Label(tr("What would change"), Text.TITLE, strong=True))
        frame.add(self.changes, 1)
        frame.add(Hairline())
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self.each_button)
        foot.addStretch(1)
        foot.addWidget(self.import_button)
        frame.add_layout(foot)
        frame.body.setSpacing(SPACE.MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _on_import_clicked(self) -> None:
        if not self._changes:
            self.left.emit()
            return
        self.import_button.setEnabled(False)
        drafts = [(each.draft, each.draft.chosen()) for each in self._files]
        label = ntr("Importing {n} file", "Importing {n} files", len(drafts))
        work = ApplyAll(self._context.workspace, drafts)
        self._task = self._context.run(label, work, done=self._on_imported, failed=self._on_failed)
        self._task.cancelled.connect(self._on_stopped)
        self._task.crashed.connect(self._on_stopped)

    def _on_imported(self, result: ImportedAll) -> None:
        self._task = None
        self.imported.emit(result)

    def _on_stopped(self) -> None:
        self._task = None
        self.import_button.setEnabled(True)

    def _on_failed(self, fault: Fault) -> None:
        self._banners.addWidget(Banner(say(fault.message), "bad", close_name=tr("Close")))
        self._on_stopped()


def _together(files: Sequence[KnownFile]) -> ImportCounts:
    each = [file.preview.counts for file in files]
    return ImportCounts(
        sum(counts.new for counts in each),
        sum(counts.changed for counts in each),
        sum(counts.same for counts in each),
        sum(counts.rejected for counts in each),
    )


def _columns() -> list[Column[KnownFile]]:
    return [
        Column(
            name="file",
            title=tr("File"),
            text=lambda each: each.draft.file_name,
            caption=lambda each: kind_words(each.draft, each.preview.counts),
            stretch=True,
        ),
        Column(name="kpis", title=tr("Feeds"), text=lambda each: each.kpis, width=200),
        _count("new", tr("New"), lambda counts: counts.new),
        _count("changed", tr("Changed"), lambda counts: counts.changed),
        _count("same", tr("Same"), lambda counts: counts.same),
        _count("rejected", tr("Not taken"), lambda counts: counts.rejected),
    ]


def _count(name: str, title: str, number: Callable[[ImportCounts], int]) -> Column[KnownFile]:
    def text(each: KnownFile) -> str:
        count = number(each.preview.counts)
        return current().number(count) if count else ""

    return Column(name=name, title=title, text=text, right=True, width=88)
