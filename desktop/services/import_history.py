"""The imports that were made: what each did, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.period import Period
from desktop.services.import_draft import Kept, Reverted
from desktop.services.kpis import kpis
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.import_changes import (
    ImportChange,
    kpis_of_imports,
    overwritten,
    read_import_changes,
    revert_import,
    still_there,
)
from desktop.store.import_records import ImportRecord, read_import, read_imports

__all__ = [
    "ImportedValue",
    "import_of_file",
    "imported_values",
    "imports",
    "kpis_fed",
    "revert",
    "would_revert",
]


@dataclass(frozen=True, slots=True)
class ImportedValue:
    """One value that an import brought: ``old`` became ``new``.

    ``now`` is what stands there today; where it is no longer the import's own value,
    ``overwritten`` is true, and ``by`` the import that did it (``None``: by hand, or removed).
    ``kpi`` is ``None`` where it has been deleted.
    """

    kpi: Kpi | None
    period: Period | date
    old: float | None
    new: float
    now: float | None
    overwritten: bool
    by: ImportRecord | None
    cell: str
    through: date | None


def imports(ws: Workspace) -> list[ImportRecord]:
    """The imports that were made, newest first."""
    return read_imports(ws.connection)


def kpis_fed(ws: Workspace) -> dict[int, tuple[str, ...]]:
    """The names of the KPIs that each import brought values to, by the import's id."""
    names = _names(ws)
    return {
        import_id: tuple(sorted(names[kpi_id].name for kpi_id in fed if kpi_id in names))
        for import_id, fed in kpis_of_imports(ws.connection).items()
    }


def imported_values(ws: Workspace, import_id: int) -> tuple[ImportedValue, ...]:
    """Exactly what an import changed, by KPI and period, and what has become of it."""
    record = _record(ws, import_id)
    names = _names(ws)
    records = {each.id: each for each in imports(ws)}
    year_start = read_company(ws.connection).year_start
    found = [
        _imported(change, names.get(change.kpi_id), records, record.id, year_start)
        for change in read_import_changes(ws.connection, record)
    ]
    return tuple(sorted(found, key=lambda each: each.kpi.name if each.kpi else ""))


def import_of_file(ws: Workspace, sha256: str) -> ImportRecord | None:
    """The latest import of exactly this file that has not been reverted."""
    same = (each for each in imports(ws) if each.sha256 == sha256 and each.reverted_at is None)
    return next(same, None)


def would_revert(ws: Workspace, import_id: int) -> Reverted:
    """What :func:`revert` would do, without doing it."""
    record = _record(ws, import_id)
    return Reverted(still_there(ws.connection, record), _kept(ws, record))


def revert(ws: Workspace, import_id: int) -> Reverted:
    """Take an import back, as an action of its own that can be undone.

    Values that a later import or somebody's hand has overwritten stay, and are named.  What comes
    back is what was there before; where that came from an import that is itself reverted, what
    was there before that one.
    """
    record = _record(ws, import_id)
    if record.reverted_at is not None:
        raise NotAllowed(msg("This import has been reverted already."))
    kept = _kept(ws, record)
    with ws.action(msg("Revert the import of {file}", file=record.file_name)):
        count = revert_import(ws.connection, record)
    return Reverted(count, kept)


def _record(ws: Workspace, import_id: int) -> ImportRecord:
    record = read_import(ws.connection, import_id)
    if record is None:
        raise NotAllowed(msg("This import is no longer there."))
    return record


def _names(ws: Workspace) -> dict[int, Kpi]:
    return {each.id: each for each in kpis(ws, archived=True) if each.id is not None}


def _kept(ws: Workspace, record: ImportRecord) -> tuple[Kept, ...]:
    names = _names(ws)
    files = {each.id: each.file_name for each in imports(ws)}
    found = []
    for kpi_id, start, source in overwritten(ws.connection, record):
        kpi = names.get(kpi_id)
        by, day = files.get(source or 0, ""), date.fromisoformat(start)
        found.append(Kept("", day, by) if kpi is None else Kept(kpi.name, day, by, kpi.cadence))
    return tuple(found)


def _imported(
    change: ImportChange,
    kpi: Kpi | None,
    records: dict[int, ImportRecord],
    own: int,
    year_start: int,
) -> ImportedValue:
    start = date.fromisoformat(change.start)
    return ImportedValue(
        kpi,
        start if kpi is None else Period.containing(kpi.cadence, start, year_start),
        change.old,
        change.new,
        change.now,
        change.now_import != own,
        records.get(change.now_import or 0),
        change.cell,
        None if change.through is None else date.fromisoformat(change.through),
    )
