"""Imports: opening a file, preview, applying as one action, the history, reverting."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.core.faults import FileFault, NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.importing.difference import Change, Line, compare
from desktop.importing.extract import extract
from desktop.importing.mapping import Gather, Rule
from desktop.importing.mapping import Mapping as TableMapping
from desktop.importing.read import read
from desktop.importing.recognise import recognise
from desktop.importing.recognition import (
    Column,
    Layout,
    PeriodAxis,
    Question,
    Recognition,
    Role,
    Table,
)
from desktop.importing.shape import likeness
from desktop.importing.suggest import Known, Origin, Suggestion, split_by, suggest
from desktop.services.import_draft import (
    ImportDraft,
    Kept,
    KpiPreview,
    Preview,
    Reverted,
    TableRule,
)
from desktop.services.import_remarks import unit_remark
from desktop.services.kpis import kpi, kpis, save_kpi
from desktop.services.measurements import save_measurements, series
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.import_records import (
    ImportCounts,
    ImportRecord,
    StoredMapping,
    add_import,
    overwritten,
    read_import,
    read_imports,
    read_mappings,
    remember_mapping,
    revert_import,
)

__all__ = [
    "Change",
    "Column",
    "Gather",
    "ImportCounts",
    "ImportDraft",
    "ImportRecord",
    "Kept",
    "KpiPreview",
    "Layout",
    "Line",
    "Origin",
    "PeriodAxis",
    "Preview",
    "Question",
    "Recognition",
    "Reverted",
    "Role",
    "Rule",
    "Suggestion",
    "Table",
    "TableRule",
    "apply",
    "imports",
    "open_file",
    "preview",
    "reanswer",
    "revert",
    "split_by",
]

_LIKE_ENOUGH = 0.6  # of the names, for a mapping to be offered to a changed file


def open_file(
    ws: Workspace,
    path: Path,
    answers: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    library: Sequence[ReadyKpi] = (),
    progress: Callable[[float], object] | None = None,
    encoding: str | None = None,
) -> ImportDraft:
    """Read and recognise a file and suggest what feeds which KPI; nothing is stored.

    ``answers`` settle questions by their id.  Raises :class:`FileFault` for what cannot be read
    and passes on what ``read`` raises when it is cancelled.
    """
    path = Path(path)
    workbook = read(path, cancelled=cancelled, progress=progress, encoding=encoding)
    digest, size = _fingerprint(path)
    draft = ImportDraft(path.name, digest, size, workbook, Recognition(()), {}, (), frozenset())
    return reanswer(ws, draft, answers or {}, library=library)


def reanswer(
    ws: Workspace,
    draft: ImportDraft,
    answers: Mapping[str, str],
    *,
    library: Sequence[ReadyKpi] = (),
) -> ImportDraft:
    """The same file with these answers; those remembered for its shape fill in the rest."""
    today = ws.today()
    stored = read_mappings(ws.connection)
    found = recognise(draft.workbook, answers=answers, today=today)
    mappings = [_mapping_for(table, stored) for table in found.tables]
    remembered = {
        question: answer
        for mapping in mappings
        if mapping is not None
        for question, answer in mapping.answers.items()
    }
    open_ones = {question.id for question in found.questions}
    filled = {**{q: a for q, a in remembered.items() if q in open_ones}, **answers}
    if filled != dict(answers):
        found = recognise(draft.workbook, answers=filled, today=today)
        mappings = [_mapping_for(table, stored) for table in found.tables]
    known = _known(ws, library)
    return replace(
        draft,
        recognition=found,
        answers=filled,
        suggestions=tuple(
            suggest(table, known, mapping)
            for table, mapping in zip(found.tables, mappings, strict=True)
        ),
        remembered=frozenset(i for i, mapping in enumerate(mappings) if mapping is not None),
    )


def preview(ws: Workspace, draft: ImportDraft, rules: Sequence[TableRule]) -> Preview:
    """What applying these rules would change, and what could not be taken."""
    year_start = read_company(ws.connection).year_start
    parts: list[KpiPreview] = []
    fed: dict[int, set[Period]] = {}
    for table_rule in rules:
        part = _preview_of(ws, draft, table_rule, year_start)
        kpi_id = table_rule.rule.kpi_id
        if kpi_id is not None:
            periods = {line.period for line in part.lines if line.period is not None}
            if periods & fed.get(kpi_id, set()):
                message = msg("Another row of this import feeds {kpi} already.", kpi=part.kpi.name)
                part = replace(part, lines=(), counts=ImportCounts(), problem=message)
            else:
                fed.setdefault(kpi_id, set()).update(periods)
        parts.append(part)
    return Preview(tuple(parts))


def apply(ws: Workspace, draft: ImportDraft, rules: Sequence[TableRule]) -> ImportRecord | None:
    """Do it, as one action, and remember the rules; ``None`` when there is nothing to change."""
    found = preview(ws, draft, rules)
    counts = found.counts
    if not counts.new + counts.changed:
        return None
    with ws.action(msg("Import {file}", file=draft.file_name)):
        parts = [part for part in found.kpis if part.problem is None]
        saved = [_with_kpi(ws, part) for part in parts]
        mapping_id = _remember(ws, draft, saved)
        import_id = add_import(
            ws.connection,
            step_id=ws.step_id,
            file_name=draft.file_name,
            sha256=draft.sha256,
            size=draft.size,
            mapping_id=mapping_id,
            counts=counts,
        )
        for part in saved:
            if part.kpi.id is not None:
                save_measurements(ws, part.kpi.id, _measurements(part.lines, import_id))
    return read_import(ws.connection, import_id)


def imports(ws: Workspace) -> list[ImportRecord]:
    """The imports that were made, newest first."""
    return read_imports(ws.connection)


def revert(ws: Workspace, import_id: int) -> Reverted:
    """Take an import back, as an action of its own that can be undone.

    Values that a later import or somebody's hand has overwritten stay, and are named.
    """
    record = read_import(ws.connection, import_id)
    if record is None:
        raise NotAllowed(msg("This import is no longer there."))
    if record.reverted_at is not None:
        raise NotAllowed(msg("This import has been reverted already."))
    files = {each.id: each.file_name for each in read_imports(ws.connection)}
    names = {each.id: each.name for each in [*kpis(ws), *kpis(ws, archived=True)]}
    kept = tuple(
        Kept(names.get(kpi_id, ""), date.fromisoformat(start), files.get(by or 0, ""))
        for kpi_id, start, by in overwritten(ws.connection, record)
    )
    with ws.action(msg("Revert the import of {file}", file=record.file_name)):
        count = revert_import(ws.connection, record)
    return Reverted(count, kept)


# Steps of the above.


def _fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 and size of the file."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return digest, file.tell()
    except OSError as error:
        raise FileFault(msg("{name} can no longer be read.", name=path.name)) from error


def _known(ws: Workspace, library: Sequence[ReadyKpi]) -> Known:
    company = read_company(ws.connection)
    return Known(kpis(ws), library, company.language, company.currency)


def _mapping_for(table: Table, stored: Sequence[StoredMapping]) -> TableMapping | None:
    """The mapping of this shape, or of the one most like it."""
    best = max(stored, key=lambda each: likeness(each.shape, table.shape), default=None)
    if best is None or likeness(best.shape, table.shape) < _LIKE_ENOUGH:
        return None
    try:
        return TableMapping.from_json(table.shape, best.rules)
    except (ValueError, KeyError, TypeError):
        return None


def _preview_of(
    ws: Workspace, draft: ImportDraft, table_rule: TableRule, year_start: int
) -> KpiPreview:
    rule = table_rule.rule
    target = _target(ws, rule)
    problem: Message | None = None
    if target.formula:
        problem = msg("{kpi} is worked out from other KPIs.", kpi=target.name)
        return KpiPreview(target, table_rule, (), ImportCounts(), problem)
    table = draft.recognition.tables[table_rule.table]
    found = extract(table, draft.workbook, rule, target.cadence, year_start)
    stored: dict[Period, Measurement] = {}
    if rule.kpi_id is not None:
        stored = {each.period: each for each in series(ws, rule.kpi_id).measurements}
    lines = compare(found, stored, ws.today())
    changes = Counter(line.change for line in lines)
    counts = ImportCounts(
        changes[Change.NEW],
        changes[Change.CHANGED],
        changes[Change.SAME],
        changes[Change.REJECTED] + found.more_rejected,
    )
    remark = None if rule.kpi_id is None else unit_remark(table, rule, target)
    return KpiPreview(target, table_rule, lines, counts, found.problem, remark)


def _target(ws: Workspace, rule: Rule) -> Kpi:
    if rule.kpi_id is not None:
        return kpi(ws, rule.kpi_id)
    if rule.new_kpi is None:
        raise ValueError("a rule feeds a KPI or makes one")
    return rule.new_kpi


def _with_kpi(ws: Workspace, part: KpiPreview) -> KpiPreview:
    """The part with its KPI stored; a new one is made unless it would bring nothing."""
    rule = part.rule.rule
    if rule.kpi_id is not None or not part.counts.new:
        return part
    taken = {each.key for each in [*kpis(ws), *kpis(ws, archived=True)]}
    new = replace(part.kpi, key="") if part.kpi.key in taken else part.kpi
    saved = save_kpi(ws, new)
    rule = replace(rule, kpi_id=saved.id, new_kpi=None)
    return replace(part, kpi=saved, rule=TableRule(part.rule.table, rule))


def _remember(ws: Workspace, draft: ImportDraft, parts: Sequence[KpiPreview]) -> int | None:
    """Keep the rules of each table for files of its shape; the id of the first table's."""
    lasting = {q.id for q in draft.recognition.answered if q.lasting}
    answers = {q: a for q, a in draft.answers.items() if q in lasting}
    ids: list[int] = []
    for index, table in enumerate(draft.recognition.tables):
        rules = tuple(
            part.rule.rule
            for part in parts
            if part.rule.table == index and part.rule.rule.kpi_id is not None
        )
        if rules:
            text = TableMapping(table.shape, rules, answers).to_json()
            name = table.title or table.sheet or draft.file_name
            ids.append(remember_mapping(ws.connection, table.shape, name, text))
    return ids[0] if ids else None


def _measurements(lines: Sequence[Line], import_id: int) -> list[Measurement]:
    return [
        Measurement(line.period, line.new, line.through, import_id, line.cell)
        for line in lines
        if line.change in (Change.NEW, Change.CHANGED)
        and line.period is not None
        and line.new is not None
    ]
