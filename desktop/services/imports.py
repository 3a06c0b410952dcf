"""Imports: opening a file, applying one or several as one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import msg, nmsg
from desktop.core.period import Period
from desktop.core.stopping import stoppable
from desktop.importing.cells import Value
from desktop.importing.figures.difference import Change, Line
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.matching.new_kpi import refitted
from desktop.importing.matching.noted import Noted
from desktop.importing.matching.splitting import MANY, Piece, pieces, split_by, splittable
from desktop.importing.matching.suggest import Known, Origin, Suggestion
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import (
    Column,
    Layout,
    PeriodAxis,
    Question,
    Recognition,
    Role,
    Table,
)
from desktop.services.accounts import account_charts
from desktop.services.fingerprint import fingerprint_beside
from desktop.services.import_draft import (
    Earlier,
    ImportDraft,
    Kept,
    KpiPreview,
    Preview,
    Reverted,
    TableRule,
)
from desktop.services.import_history import (
    ImportedValue,
    import_of_file,
    imported_values,
    imports,
    kpis_fed,
    revert,
    would_revert,
)
from desktop.services.import_memory import (
    earlier_columns,
    latest_import,
    recalled,
    remember,
    remembered_answers,
    understand,
)
from desktop.services.import_preview import measurements, preview, preview_all
from desktop.services.import_remarks import origin, replaced
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_measurements
from desktop.services.own_files import foreign_warnings, own_draft
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.import_records import ImportCounts, ImportRecord, add_import, read_import

__all__ = [
    "MANY",
    "Change",
    "Column",
    "Earlier",
    "Gather",
    "ImportCounts",
    "ImportDraft",
    "ImportRecord",
    "ImportedValue",
    "Kept",
    "KpiPreview",
    "Layout",
    "Line",
    "Noted",
    "Origin",
    "PeriodAxis",
    "Piece",
    "Preview",
    "Question",
    "Recognition",
    "Reverted",
    "Role",
    "Rule",
    "Running",
    "Suggestion",
    "Table",
    "TableRule",
    "Value",
    "apply",
    "apply_all",
    "imported_values",
    "imports",
    "kpis_fed",
    "open_file",
    "origin",
    "pieces",
    "preview",
    "preview_all",
    "reanswer",
    "refitted",
    "replaced",
    "revert",
    "split_by",
    "splittable",
    "would_revert",
]


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
    and :class:`Stopped` soon after ``cancelled()`` is true.
    """
    path = Path(path)
    with stoppable(cancelled), fingerprint_beside(path) as fingerprint:
        workbook = read(path, cancelled=cancelled, progress=progress, encoding=encoding)
        digest, size = fingerprint()
        draft = ImportDraft(path.name, digest, size, workbook, Recognition(()), {}, (), frozenset())
        draft = replace(draft, seen=import_of_file(ws, digest))
        return reanswer(ws, draft, answers or {}, library=library)


def reanswer(
    ws: Workspace,
    draft: ImportDraft,
    answers: Mapping[str, str],
    *,
    library: Sequence[ReadyKpi] = (),
) -> ImportDraft:
    """The same file with these answers; those remembered for its kind fill in the rest."""
    ours = own_draft(ws, draft)
    if ours is not None:
        return ours
    today, charts = ws.today(), account_charts(ws)
    found = recognise(draft.workbook, answers=answers, today=today, charts=charts)
    memories = recalled(ws, found, draft.file_name)
    open_ones = {question.id for question in found.questions}
    before = {q: a for q, a in remembered_answers(memories).items() if q in open_ones}
    filled = {**before, **answers}
    if filled != dict(answers):
        found = recognise(draft.workbook, answers=filled, today=today, charts=charts)
        memories = recalled(ws, found, draft.file_name)
    company = read_company(ws.connection)
    known = Known(
        kpis(ws),
        library,
        company.language,
        company.currency,
        draft.workbook,
        earlier_columns(ws),
    )
    seen = understand(ws, found, memories, filled, known)
    return replace(
        draft,
        recognition=replace(
            found,
            questions=(*found.questions, *seen.questions),
            answered=(*found.answered, *seen.answered),
            warnings=(*foreign_warnings(ws, draft.workbook), *found.warnings),
        ),
        answers=filled,
        suggestions=seen.suggestions,
        remembered=seen.remembered,
        sure=seen.sure,
        noted=seen.noted,
        latest=latest_import(ws, memories),
    )


def apply(ws: Workspace, draft: ImportDraft, rules: Sequence[TableRule]) -> ImportRecord | None:
    """Do it, as one action, and remember the rules; ``None`` when there is nothing to change."""
    found = preview(ws, draft, rules)
    counts = found.counts
    if not counts.new + counts.changed:
        return None
    with ws.action(msg("Import {file}", file=draft.file_name)):
        parts = [part for part in found.kpis if part.problem is None]
        saved = _with_kpis(ws, parts)
        import_id = add_import(
            ws.connection,
            step_id=ws.step_id,
            file_name=draft.file_name,
            sha256=draft.sha256,
            size=draft.size,
            mapping_id=_remember(ws, draft, saved),
            counts=counts,
        )
        for part in saved:
            if part.kpi.id is not None:
                save_measurements(ws, part.kpi.id, measurements(part.lines, import_id))
    return read_import(ws.connection, import_id)


def apply_all(
    ws: Workspace, drafts: Sequence[tuple[ImportDraft, Sequence[TableRule]]]
) -> list[ImportRecord]:
    """Import several files in their order, as one action; a record for each that brought
    anything."""
    label = nmsg("Import {n} file", "Import {n} files", len(drafts))
    with ws.action(label):
        made = [apply(ws, draft, rules) for draft, rules in drafts]
    return [record for record in made if record is not None]


def _with_kpis(ws: Workspace, parts: Sequence[KpiPreview]) -> list[KpiPreview]:
    """The parts with their KPIs stored.  Where two tables of the file propose the same new KPI
    for different periods, as two years of accounts do, it is one."""
    saved: list[KpiPreview] = []
    made: dict[object, tuple[Kpi, set[Period | None]]] = {}
    for part in parts:
        # Not its decimals and where it comes from, which may differ from one month's sheet to
        # the next.
        wanted = part.kpi.name, part.kpi.unit, part.kpi.cadence, part.kpi.add_up
        periods = {line.period for line in part.lines if line.period}
        same, taken = made.get(wanted, (None, set()))
        if part.rule.rule.kpi_id is None and same is not None and not periods & taken:
            rule = replace(part.rule.rule, kpi_id=same.id, new_kpi=None)
            part = replace(part, kpi=same, rule=TableRule(part.rule.table, rule))
        else:
            part = _with_kpi(ws, part)
        saved.append(part)
        if part.kpi.id is not None:
            made[wanted] = (part.kpi, taken | periods)
    return saved


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


def _remember(ws: Workspace, draft: ImportDraft, parts: Iterable[KpiPreview]) -> int | None:
    """Keep the rules of each table for files of its kind; the id of the first table's.  Our own
    workbooks say themselves what they are."""
    if draft.own is not None:
        return None
    rules: dict[int, list[Rule]] = {}
    for part in parts:
        if part.rule.rule.kpi_id is not None:
            rules.setdefault(part.rule.table, []).append(part.rule.rule)
    return remember(ws, draft.recognition, draft.answers, rules, draft.file_name)
