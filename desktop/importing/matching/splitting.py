"""One KPI for each text of a column: channels, products, customers, and all the rest together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.kpi import Kpi
from desktop.importing.cells import Workbook
from desktop.importing.figures.chosen_rows import kept_rows
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.tables.long_columns import value_text
from desktop.importing.tables.recognition import Layout, Role, Table
from desktop.importing.values.marks import is_missing
from desktop.importing.values.words import normal

MANY = 30  # more KPIs than this are never made without a choice


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a column, with how many rows hold it and what they add up to (for what is not
    summed, how many they are)."""

    text: str
    rows: int
    amount: float


def splittable(table: Table) -> tuple[str, ...]:
    """The columns whose texts could be a KPI each."""
    if table.layout is Layout.WIDE:
        return ()
    return tuple(c.name for c in table.columns if c.role is Role.LABEL and c.count)


def pieces(table: Table, workbook: Workbook, rule: Rule, label: str) -> tuple[Piece, ...]:
    """The texts of a column, the largest first; rows without one are under an empty text."""
    column, measure = table.column(label), table.column(rule.column)
    if column is None or table.layout is Layout.WIDE:
        return ()
    sheet = table.sheet_of(workbook)
    rows = kept_rows(table, sheet, rule)
    cells = sheet.columns[column.index]
    written = [value_text(cells[row]).strip() for row in rows]
    texts = list(map(str.casefold, written))
    counts = Counter(texts)
    amounts = {text: float(count) for text, count in counts.items()}
    if measure is not None and rule.add_up in (Gather.SUM, Gather.RATIO):
        amounts = dict.fromkeys(counts, 0.0)
        figures = sheet.columns[measure.index]
        numbers = measure.numbers([figures[row] for row in rows])
        for text, number in zip(texts, numbers, strict=True):
            amounts[text] += number or 0.0
    names = dict(zip(reversed(texts), reversed(written), strict=True))  # as first written
    found = [Piece(names[text], count, amounts[text]) for text, count in counts.items()]
    return tuple(sorted(found, key=lambda p: (not p.text, -abs(p.amount), -p.rows, p.text)))


def split_by(
    rule: Rule, label: str, texts: Sequence[str], *, rest: str = "", kpis: Sequence[Kpi] = ()
) -> tuple[Rule, ...]:
    """One rule for each of the texts; with ``rest``, the name for all others, one more for them.

    A text whose KPI the company has already feeds that one.
    """
    if rule.new_kpi is None:
        return ()
    measure = rule.new_kpi
    known = {normal(kpi.name): kpi for kpi in kpis if not kpi.formula}

    def fed(part: Rule, text: str) -> Rule:
        new = replace(measure, key="", name=piece_name(measure.name, text))
        kpi = known.get(normal(new.name))
        if kpi is not None:
            return replace(part, kpi_id=kpi.id, new_kpi=None)
        return replace(part, new_kpi=new)

    found = [fed(replace(rule, filters=(*rule.filters, (label, text))), text) for text in texts]
    if rest:
        without = (*rule.without, *((label, text) for text in texts))
        found.append(fed(replace(rule, without=without), rest))
    return tuple(found)


def piece_name(measure: str, text: str) -> str:
    """What the KPI of one text is called: ``Sales – Organic``."""
    return f"{measure} – {text}"


def unfed(table: Table, rules: Sequence[Rule]) -> list[tuple[Rule, str, str]]:
    """Texts that none of the remembered rules takes, although others of their column have rules:
    one of those rules, its text, and the new one."""
    groups: dict[tuple[Rule, str], list[Rule]] = {}
    for rule in rules:
        for name, _ in (rule.filters or rule.without)[-1:]:
            base = replace(rule, kpi_id=None, new_kpi=None, filters=rule.filters[:-1], without=())
            groups.setdefault((base, name), []).append(rule)
    found = []
    for (_, name), members in groups.items():
        column = table.column(name)
        split = [rule for rule in members if not rule.without]
        if column is None or len(split) < 2 or len(split) < len(members):
            continue  # a single filter is no split, and a rule for the rest takes what is new
        known = {rule.filters[-1][1].strip().casefold() for rule in split}
        found += [
            (split[0], split[0].filters[-1][1], text)
            for text in column.values
            if text.strip().casefold() not in known and not is_missing(text)
        ]
    return found
