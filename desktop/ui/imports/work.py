"""The work of an import, for the background: each with a second workspace of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.kpi_library import read_library
from desktop.core.resources import resource
from desktop.qtkit.tasks import Cancelled, Progress
from desktop.services.imports import (
    ImportDraft,
    ImportedValue,
    ImportRecord,
    Piece,
    Preview,
    Reverted,
    TableRule,
    apply,
    apply_all,
    imported_values,
    imports,
    open_file,
    pieces,
    preview,
    preview_all,
    reanswer,
    revert,
    splittable,
    would_revert,
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
class KnownFile:
    """A file that needs no choosing, and what it would change."""

    path: Path
    draft: ImportDraft
    preview: Preview

    @property
    def kpis(self) -> str:
        """The KPIs that it feeds."""
        return ", ".join(dict.fromkeys(part.kpi.name for part in self.preview.kpis))


@dataclass(frozen=True)
class OpenedFiles:
    """Several files: those that fit what is remembered, and the others, which have to be opened
    one by one."""

    known: Sequence[KnownFile]
    others: Sequence[Path]


@dataclass(frozen=True)
class OpenFiles:
    """Reads several files; what cannot be read is among the others, and says so there."""

    workspace: Workspace
    paths: Sequence[Path]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> OpenedFiles:
        known: list[KnownFile] = []
        with self.workspace.second() as second:
            drafts: dict[Path, ImportDraft] = {}
            for number, path in enumerate(self.paths):
                progress(number / len(self.paths))
                draft = _fitting(second, path, cancelled)
                if draft is not None and draft.sha256 not in {d.sha256 for d in drafts.values()}:
                    drafts[path] = draft
            found = preview_all(second, [(draft, draft.chosen()) for draft in drafts.values()])
            for (path, draft), one in zip(drafts.items(), found, strict=True):
                if not any(part.problem or part.remark for part in one.kpis):
                    known.append(KnownFile(path, draft, one))
        others = [path for path in self.paths if path not in {each.path for each in known}]
        return OpenedFiles(known, others)


def _fitting(workspace: Workspace, path: Path, cancelled: Cancelled) -> ImportDraft | None:
    """The file, if it fits what is remembered so that nothing is to be chosen or asked."""
    try:
        draft = open_file(workspace, path, cancelled=cancelled)
    except FileFault:
        return None
    return draft if draft.fits else None


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


Pieces = dict[str, tuple[Piece, ...]]
"""The texts of each column that a figure could be split by, the largest first; the columns with
the fewest first."""


@dataclass(frozen=True)
class Split:
    """Adds up a figure by the texts of each column that could tell KPIs apart."""

    draft: ImportDraft
    rule: TableRule

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Pieces:
        table = self.draft.recognition.tables[self.rule.table]
        found: Pieces = {}
        for label in splittable(table):
            if cancelled():
                break
            made = pieces(table, self.draft.workbook, self.rule.rule, label)
            named = [piece for piece in made if piece.text]
            if len(named) > 1 and any(piece.rows > 1 for piece in named):
                found[label] = made
        return dict(sorted(found.items(), key=lambda item: len(item[1])))


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


@dataclass(frozen=True)
class ImportedAll:
    """What came of several imports at once, and the change to announce; ``others`` are files that
    have to be looked at after all."""

    records: Sequence[ImportRecord]
    event: ChangeEvent
    others: Sequence[Path] = ()


@dataclass(frozen=True)
class ApplyAll:
    """Imports several files, as one action."""

    workspace: Workspace
    drafts: Sequence[tuple[ImportDraft, Sequence[TableRule]]]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> ImportedAll:
        with self.workspace.second() as second:
            records = apply_all(second, self.drafts)
            return ImportedAll(records, ChangeEvent(second.changed))


@dataclass(frozen=True)
class ImportPlain:
    """Imports files that only add values; files that turn out to do more are left to be seen."""

    workspace: Workspace
    paths: Sequence[Path]

    def __call__(self, progress: Progress, cancelled: Cancelled) -> ImportedAll:
        opened = OpenFiles(self.workspace, self.paths)(progress, cancelled)
        plain = [
            each
            for each in opened.known
            if not each.preview.counts.changed and not each.preview.counts.rejected
        ]
        others = [path for path in self.paths if path not in {each.path for each in plain}]
        drafts = [(each.draft, each.draft.chosen()) for each in plain]
        with self.workspace.second() as second:
            records = apply_all(second, drafts) if drafts else []
            return ImportedAll(records, ChangeEvent(second.changed), others)


@dataclass(frozen=True)
class ShownImport:
    """One import of the history and exactly what it changed."""

    record: ImportRecord
    values: Sequence[ImportedValue]


@dataclass(frozen=True)
class ShowImport:
    """Looks up an import as it is now; ``None`` when an undo has taken it."""

    workspace: Workspace
    import_id: int

    def __call__(self, progress: Progress, cancelled: Cancelled) -> ShownImport | None:
        with self.workspace.second() as second:
            records = (each for each in imports(second) if each.id == self.import_id)
            record = next(records, None)
            if record is None:
                return None
            return ShownImport(record, imported_values(second, self.import_id))


@dataclass(frozen=True)
class WouldRevert:
    """Works out what taking an import back would do."""

    workspace: Workspace
    import_id: int

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Reverted:
        with self.workspace.second() as second:
            return would_revert(second, self.import_id)


@dataclass(frozen=True)
class TakenBack:
    """What came of taking an import back, and the change to announce."""

    result: Reverted
    event: ChangeEvent


@dataclass(frozen=True)
class Revert:
    """Takes an import back, as one action."""

    workspace: Workspace
    import_id: int

    def __call__(self, progress: Progress, cancelled: Cancelled) -> TakenBack:
        with self.workspace.second() as second:
            result = revert(second, self.import_id)
            return TakenBack(result, ChangeEvent(second.changed))
