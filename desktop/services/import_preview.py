"""What an import would change, KPI by KPI; several files in a row see each other's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.importing.figures.difference import Change, Line, compare
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Rule
from desktop.services.import_draft import Earlier, ImportDraft, KpiPreview, Preview, TableRule
from desktop.services.import_remarks import overlap_remark, unit_remark
from desktop.services.kpi_checks import word_fault
from desktop.services.kpis import kpi
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.import_records import ImportCounts, read_imports

Coming = dict[int, dict[Period, Measurement]]
"""Values of files that would be imported before, by KPI."""


def preview(ws: Workspace, draft: ImportDraft, rules: Sequence[TableRule]) -> Preview:
    """What applying these rules would change, and what could not be taken."""
    return _preview(ws, draft, rules, {})


def preview_all(
    ws: Workspace, drafts: Sequence[tuple[ImportDraft, Sequence[TableRule]]]
) -> tuple[Preview, ...]:
    """What applying several files one after the other would change, file by file."""
    coming: Coming = {}
    found = []
    for draft, rules in drafts:
        one = _preview(ws, draft, rules, coming)
        for part in one.kpis:
            if part.problem is None and part.kpi.id is not None:
                coming.setdefault(part.kpi.id, {}).update(_written(part.lines))
        found.append(one)
    return tuple(found)


def measurements(lines: Iterable[Line], import_id: int | None) -> list[Measurement]:
    """The values that these lines write."""
    return [
        Measurement(line.period, line.new, line.through, import_id, line.cell)
        for line in lines
        if line.change in (Change.NEW, Change.CHANGED)
        and line.period is not None
        and line.new is not None
    ]


def _written(lines: Iterable[Line]) -> dict[Period, Measurement]:
    return {each.period: each for each in measurements(lines, None)}


def _preview(
    ws: Workspace, draft: ImportDraft, rules: Sequence[TableRule], coming: Coming
) -> Preview:
    year_start = read_company(ws.connection).year_start
    parts: list[KpiPreview] = []
    fed: dict[int, set[Period]] = {}
    for table_rule in rules:
        part = _preview_of(ws, draft, table_rule, year_start, coming)
        kpi_id = table_rule.rule.kpi_id
        if kpi_id is not None:
            periods = {line.period for line in part.lines if line.period is not None}
            if periods & fed.get(kpi_id, set()):
                message = msg("Another row of this import feeds {kpi} already.", kpi=part.kpi.name)
                part = replace(part, lines=(), counts=ImportCounts(), problem=message)
            else:
                fed.setdefault(kpi_id, set()).update(periods)
        parts.append(part)
    return Preview(tuple(parts), _earlier(ws, parts))


def _preview_of(
    ws: Workspace, draft: ImportDraft, table_rule: TableRule, year_start: int, coming: Coming
) -> KpiPreview:
    rule = table_rule.rule
    target = _target(ws, rule)
    problem: Message | None = None
    if target.formula:
        problem = msg("{kpi} is worked out from other KPIs.", kpi=target.name)
        return KpiPreview(target, table_rule, (), ImportCounts(), problem)
    if rule.kpi_id is None and (problem := word_fault(ws, target.name)) is not None:
        return KpiPreview(target, table_rule, (), ImportCounts(), problem)
    table = draft.recognition.tables[table_rule.table]
    found = extract(table, draft.workbook, rule, target.cadence, year_start)
    told = draft.own is None  # our own workbooks do not say how much of a period is covered
    lines = compare(found, _stored(ws, rule, coming), ws.today(), told=told)
    changes = Counter(line.change for line in lines)
    counts = ImportCounts(
        changes[Change.NEW],
        changes[Change.CHANGED],
        changes[Change.SAME],
        changes[Change.REJECTED] + found.more_rejected,
    )
    remark = None
    if rule.kpi_id is not None:
        remark = unit_remark(table, rule, target) or overlap_remark(target, counts)
    return KpiPreview(target, table_rule, lines, counts, found.problem, remark)


def _stored(ws: Workspace, rule: Rule, coming: Coming) -> Mapping[Period, Measurement]:
    if rule.kpi_id is None:
        return {}
    stored = {each.period: each for each in series(ws, rule.kpi_id).measurements}
    return {**stored, **coming.get(rule.kpi_id, {})}


def _target(ws: Workspace, rule: Rule) -> Kpi:
    if rule.kpi_id is not None:
        return kpi(ws, rule.kpi_id)
    if rule.new_kpi is None:
        raise ValueError("a rule feeds a KPI or makes one")
    return rule.new_kpi


def _earlier(ws: Workspace, parts: Sequence[KpiPreview]) -> tuple[Earlier, ...]:
    """Where the values came from that the file has as well, the latest import first."""
    same: Counter[int | None] = Counter()
    changed: Counter[int | None] = Counter()
    for line in (line for part in parts for line in part.lines):
        if line.change is Change.SAME:
            same[line.old_import] += 1
        elif line.change is Change.CHANGED:
            changed[line.old_import] += 1
    if not same and not changed:
        return ()
    records = {record.id: record for record in read_imports(ws.connection)}
    sources = sorted({*same, *changed}, key=lambda source: source or 0, reverse=True)
    return tuple(
        Earlier(records.get(source or 0), same[source], changed[source]) for source in sources
    )
