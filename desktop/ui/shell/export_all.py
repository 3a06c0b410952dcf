"""Everything in the company file as a workbook, written in the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.message import msg
from desktop.qtkit.tasks import Cancelled, Progress, Task, TaskLane
from desktop.qtkit.wording import LanguageWording, tr, wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.qtkit.preferences import Preferences
    from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class ExportAll:
    """Writes the workbook with a second workspace of its own."""

    workspace: Workspace
    path: Path
    words: LanguageWording

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Path:
        from desktop.services.export import export

        with self.workspace.second() as second:
            return export(second, self.path, self.words, progress=progress, cancelled=cancelled)


def choose_and_export(
    parent: QWidget, workspace: Workspace, tasks: TaskLane, preferences: Preferences
) -> Task | None:
    """Ask where to, in the company's language, and begin; ``None`` when nowhere."""
    from desktop.services.company import company
    from desktop.services.export import ENDING, file_name
    from desktop.ui.dialogs import choose_file_to_save

    owner = company(workspace)
    words = wording(owner.language)
    path = choose_file_to_save(
        parent,
        tr("Export everything"),
        file_name(owner.name, msg("everything"), words),
        tr("Excel workbooks") + f" (*{ENDING})",
        ENDING,
        preferences,
    )
    if path is None:
        return None
    label = tr("Writing {file}", file=path.name)
    return tasks.start(label, ExportAll(workspace, path, words))
