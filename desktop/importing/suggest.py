"""Which columns feed which KPIs: what was remembered, then names and synonyms, then new KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.core.kpi import AddUp, Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import Message, msg
from desktop.core.unit import Unit, UnitKind
from desktop.importing.mapping import Gather, Rule
from desktop.importing.mapping import Mapping as TableMapping
from desktop.importing.new_kpi import propose_kpi, ready_kpi, thousands_factor
from desktop.importing.recognition import Column, Layout, Role, Table
from desktop.importing.words import BALANCE, normal, words_of

_GATHER = {AddUp.SUM: Gather.SUM, AddUp.MEAN: Gather.MEAN, AddUp.LAST: Gather.LAST}


class Origin(StrEnum):
    """Where a suggestion comes from, best first."""

    REMEMBERED = "remembered"
    NAME = "name"
    LIBRARY = "library"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule that could be used.  ``chosen`` ones are on from the start; ``problem`` says what
    has changed in the file so that a remembered rule no longer fits."""

    rule: Rule
    origin: Origin
    chosen: bool
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What suggestions are made from: the company's KPIs, the library, language and currency."""

    kpis: Sequence[Kpi]
    ready: Sequence[ReadyKpi] = ()
    language: str = "en"
    currency: str = "SEK"


def suggest(
    table: Table, known: Known, remembered: TableMapping | None = None
) -> tuple[Suggestion, ...]:
    """Suggestions for one table, remembered ones first.

    With nothing remembered, columns that carry the name of a KPI are chosen; when there are none,
    those that the library knows by name.
    """
    found = [] if remembered is None else _remembered(table, known, remembered)
    used = {name for s in found for name in s.rule.columns}
    offered = list(_offers(table, known, used))
    if not found and not any(s.origin is Origin.NAME for s in offered):
        offered = [replace(s, chosen=s.origin is Origin.LIBRARY) for s in offered]
    if found or table.aside:
        offered = [replace(s, chosen=False) for s in offered]
    return (*found, *offered)


def split_by(table: Table, rule: Rule, label: str) -> tuple[Rule, ...]:
    """One rule, and one new KPI, for each value of a label column: channels, products."""
    column = table.column(label)
    if column is None or rule.new_kpi is None:
        return ()
    return tuple(
        replace(
            rule,
            filters=(*rule.filters, (label, value)),
            new_kpi=replace(rule.new_kpi, key="", name=f"{rule.new_kpi.name} – {value}"),
        )
        for value in column.values
    )


def _remembered(table: Table, known: Known, mapping: TableMapping) -> list[Suggestion]:
    """The remembered rules, with columns found again under a slightly different name."""
    ids = {kpi.id for kpi in known.kpis}
    found = []
    for rule in mapping.rules:
        if rule.kpi_id not in ids:
            continue  # the KPI has been deleted since
        renamed = _found_again(table, rule)
        missing = [name for name in renamed.columns if table.column(name) is None]
        missing += [name for name, _ in renamed.filters if table.column(name) is None]
        problem = msg("The file has no column “{column}”.", column=missing[0]) if missing else None
        found.append(Suggestion(renamed, Origin.REMEMBERED, not missing, problem))
    return found


def _found_again(table: Table, rule: Rule) -> Rule:
    names = {normal(column.name): column.name for column in table.columns}

    def again(name: str) -> str:
        return name if table.column(name) else names.get(normal(name), name)

    return replace(
        rule,
        column=again(rule.column),
        more=tuple(map(again, rule.more)),
        filters=tuple((again(name), text) for name, text in rule.filters),
    )


def _offers(table: Table, known: Known, used: set[str]) -> Iterable[Suggestion]:
    if table.period is None:
        return
    columns = [c for c in table.columns if c.count and c.name not in used and _is_offered(c)]
    years = [column for column in columns if column.year is not None]
    if years:
        yield _of_years(table, known, years)
        return
    library = () if _is_account(columns) else known.ready
    by_name = {normal(kpi.name): kpi for kpi in known.kpis if not kpi.formula and not kpi.archived}
    ready = _best_ready(columns, library)
    for column in columns:
        yield from _for_column(table, known, column, by_name, ready.get(column.name))


def _is_offered(column: Column) -> bool:
    return column.role is Role.VALUE or column.total


def _is_account(columns: Sequence[Column]) -> bool:
    """An account's movements beside its balance: the amounts go both ways and are no sales."""
    return any(BALANCE.intersection(words_of(column.name)) for column in columns)


def _for_column(
    table: Table,
    known: Known,
    column: Column,
    by_name: Mapping[str, Kpi],
    ready: ReadyKpi | None,
) -> Iterable[Suggestion]:
    rule = Rule(None, None, column.name, _GATHER[column.add_up])
    if column.currency_column is not None:
        yield from _by_currency(table, known, column, rule)
        return
    kpi = by_name.get(normal(column.name))
    if kpi is None and ready is not None:
        kpi = next((k for k in known.kpis if k.key == ready.id and not k.formula), None)
    if kpi is not None:
        fits = table.period is None or (
            table.period.cadence.cadence.fineness <= kpi.cadence.fineness
        )
        yield Suggestion(_fitted(replace(rule, kpi_id=kpi.id), column, kpi), Origin.NAME, fits)
    elif ready is not None and not ready.formula:
        new = ready_kpi(ready, column, table, language=known.language, currency=known.currency)
        yield Suggestion(_fitted(replace(rule, new_kpi=new), column, new), Origin.LIBRARY, False)
    else:
        new = propose_kpi(column, table, _name(table, column), known.currency)
        for each in _by_series(table, replace(rule, new_kpi=new), column):
            yield Suggestion(each, Origin.NEW, False)


def _name(table: Table, column: Column) -> str:
    """The column's name, with the table's where several tables of the file look alike."""
    if table.layout is Layout.WIDE or "@" not in table.shape or not table.title:
        return column.name
    measures = [c for c in table.columns if c.role is Role.VALUE]
    return table.title if len(measures) == 1 else f"{table.title} – {column.name}"


def _fitted(rule: Rule, column: Column, kpi: Kpi) -> Rule:
    """The rule with the sign and the unit of the KPI: sales that a ledger writes as negative."""
    negative = column.sum is not None and column.sum < 0 and rule.add_up is Gather.SUM
    negative = negative and column.better is None  # account lines have the sign of their kind
    is_income = kpi.key in ("sales", "net_sales", "revenue")
    return replace(
        rule,
        sign=-1 if negative and is_income else 1,
        factor=thousands_factor(column, kpi),
    )


def _by_currency(table: Table, known: Known, column: Column, rule: Rule) -> Iterable[Suggestion]:
    """One KPI a currency, since different currencies are never added together."""
    currencies = next(c for c in table.columns if c.index == column.currency_column)
    for text in currencies.values:
        code = text.strip().upper()
        kpi = propose_kpi(column, table, f"{_name(table, column)} ({code})", code)
        kpi = replace(kpi, unit=Unit(UnitKind.CURRENCY, code))
        each = replace(rule, new_kpi=kpi, filters=((currencies.name, text),))
        yield Suggestion(each, Origin.NEW, False)


def _by_series(table: Table, rule: Rule, column: Column) -> Iterable[Rule]:
    """Several series in one column, told apart by a label: their mean would say nothing."""
    if column.add_up is AddUp.SUM:
        return (rule,)
    labels = [c for c in table.columns if c.role is Role.LABEL and 1 < len(c.values) <= 12]
    if len(labels) != 1 or table.first_row is None or table.last_row is None:
        return (rule,)
    return split_by(table, rule, labels[0].name)


def _of_years(table: Table, known: Known, years: Sequence[Column]) -> Suggestion:
    """One KPI of all the columns that are the years of a table by month or day."""
    first, *others = years
    name = table.title or table.sheet or first.name
    kpi = propose_kpi(first, table, name, known.currency)
    rule = Rule(None, kpi, first.name, _GATHER[first.add_up], more=tuple(c.name for c in others))
    return Suggestion(rule, Origin.NEW, False)


def _best_ready(columns: Sequence[Column], library: Sequence[ReadyKpi]) -> dict[str, ReadyKpi]:
    """For each ready KPI the one column that carries its best name, if any does."""
    by_key = {ready.id: ready for ready in library}
    found = {c.name: by_key[c.ready] for c in columns if c.ready in by_key}
    open_ones = [column for column in columns if column.better is None]
    names = {normal(column.name): column.name for column in reversed(open_ones)}
    for ready in library:
        for name in ready.all_names():
            column = names.get(normal(name))
            if column is not None and column not in found:
                found[column] = ready
                break
    return found
