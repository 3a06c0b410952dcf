"""The work of an import, for the background: each with a second workspace of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.kpi_library import read_library
from desktop.core.resources import resource
from desktop.qtkit.tasks import Cancelled, Progress
from desktop.services.imports import (
    ImportDraft,
    ImportRecord,
    Preview,
    TableRule,
    apply,
    open_file,
    preview,
    reanswer,
)
from desktop.services.workspace import ChangeEvent, Workspace


@dataclass(frozen=True)
class OpenFile:
    """Reads a file and suggests what feeds which KPI."""

    workspace: Workspace
    path: Path

    def __call__(self, progress: Progress, cancelled: Cancelled) -> ImportDraft:
        library = read_library(resource("library"))
        with self.workspace.second() as second:
            return open_file(
                second, self.path, cancelled=cancelled, library=library, progress=progress
            )


@dataclass(frozen=True)
class Answer:
    """Looks at a file again, with another answer to its questions."""

    workspace: Workspace
    draft: ImportDraft
    answers: Mapping[str, str]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> ImportDraft:
        library = read_library(resource("library"))
        with self.workspace.second() as second:
            return reanswer(second, self.draft, self.answers, library=library)


@dataclass(frozen=True)
class Compare:
    """Works out what an import would change."""

    workspace: Workspace
    draft: ImportDraft
    rules: Sequence[TableRule]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Preview:
        with self.workspace.second() as second:
            return preview(second, self.draft, self.rules)


@dataclass(frozen=True)
class Imported:
    """What came of an import, and the change to announce."""

    record: ImportRecord | None
    event: ChangeEvent


@dataclass(frozen=True)
class Apply:
    """Imports, as one action."""

    workspace: Workspace
    draft: ImportDraft
    rules: Sequence[TableRule]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Imported:
        with self.workspace.second() as second:
            record = apply(second, self.draft, self.rules)
            return Imported(record, ChangeEvent(second.changed))
