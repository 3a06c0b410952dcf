"""Every sample that can be imported is known the second time, and then changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.core.company import Company
from desktop.core.faults import Fault
from desktop.core.kpi_library import read_library
from desktop.services.imports import ImportDraft, TableRule, apply, open_file, preview
from desktop.services.workspace import Workspace

ENDINGS = {".xlsx", ".xls", ".csv", ".ods", ".txt", ".tsv"}
LARGEST = 400_000


def rules_of(draft: ImportDraft) -> Iterator[TableRule]:
    """Everything that is offered, as if somebody had ticked it all."""
    for table, suggestions in enumerate(draft.suggestions):
        for suggestion in suggestions[:12]:
            if suggestion.problem is None:
                yield TableRule(table, suggestion.rule)


def test_the_second_time_is_known_and_changes_nothing(shared: Path, tmp_path: Path) -> None:
    library = read_library(Path(__file__).resolve().parents[2] / "resources" / "library")
    files = [
        path
        for path in sorted(shared.rglob("*"))
        if path.suffix.lower() in ENDINGS and path.stat().st_size < LARGEST
    ]
    imported: list[str] = []
    for number, path in enumerate(files):
        with Workspace.create(tmp_path / f"{number}.sikte", Company(name="A")) as ws:
            try:
                draft = open_file(ws, path, library=library)
            except Fault:
                continue
            if draft.recognition.questions or apply(ws, draft, list(rules_of(draft))) is None:
                continue
            again = open_file(ws, path, library=library)
            counts = preview(ws, again, again.chosen()).counts
            assert again.fits, path.name
            assert again.seen is not None, path.name
            assert (counts.new, counts.changed) == (0, 0), path.name
            imported.append(path.name)
    assert len(imported) >= 20
