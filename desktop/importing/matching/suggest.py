"""Which columns feed which KPIs: what was remembered, then names and synonyms, then new KPIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.message import msg
from desktop.importing.figures.mapping import Mapping
from desktop.importing.matching.offers import Offers
from desktop.importing.matching.splitting import piece_name, unfed
from desktop.importing.matching.suggestion import Known, Origin, Suggestion
from desktop.importing.tables.recognition import Table
from desktop.importing.values.words import normal

__all__ = ["Known", "Origin", "Suggestion", "suggest"]


def suggest(
    table: Table, known: Known, remembered: Mapping | None = None
) -> tuple[Suggestion, ...]:
    """Suggestions for one table, remembered ones first.

    With nothing remembered, columns that carry the name of a KPI are chosen; when there are none,
    those that the library knows by name.
    """
    found = [] if remembered is None else list(_remembered(table, known, remembered))
    offered = list(Offers(table, known, [s.rule for s in found]).all())
    if found or table.aside:
        offered = [replace(s, chosen=False) for s in offered]
    elif not any(s.origin is Origin.NAME for s in offered):
        offered = [replace(s, chosen=s.origin is Origin.LIBRARY) for s in offered]
    return (*found, *offered)


def _remembered(table: Table, known: Known, mapping: Mapping) -> Iterator[Suggestion]:
    """The remembered rules, with columns found again under a slightly different name; and what
    is new beside them in a column of which each text feeds a KPI."""
    names = {normal(column.name): column.name for column in table.columns}
    names.update({normal(each.name): each.name for each in table.dates})
    there = set(names.values())
    by_id = {kpi.id: kpi for kpi in known.kpis}
    rules = []
    for rule in mapping.rules:
        if rule.kpi_id not in by_id:
            continue  # the KPI has been deleted since
        renamed = rule.renamed(
            lambda name: name if name in there else names.get(normal(name), name)
        )
        missing = [name for name in renamed.needed if name not in there]
        problem = msg("The file has no column “{column}”.", column=missing[0]) if missing else None
        yield Suggestion(renamed, Origin.REMEMBERED, not missing, problem)
        rules.append(renamed)
    for rule, old, text in unfed(table, rules):
        sibling = by_id[rule.kpi_id]
        name = sibling.name.replace(old, text) if old in sibling.name else ""
        new = replace(sibling, id=None, key="", name=name or piece_name(rule.column, text))
        column = rule.filters[-1][0]
        fresh = replace(
            rule, kpi_id=None, new_kpi=new, filters=(*rule.filters[:-1], (column, text))
        )
        remark = msg(
            "“{text}” is new in “{column}” and feeds no KPI yet.", text=text, column=column
        )
        yield Suggestion(fresh, Origin.NEW, False, remark=remark)
