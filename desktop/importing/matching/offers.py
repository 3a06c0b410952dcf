"""What the columns of one table could feed, and in which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import msg
from desktop.core.stopping import watched
from desktop.core.unit import Unit, UnitKind
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.matching.accumulated import Accumulated, accumulated
from desktop.importing.matching.counting_rows import counting, of_kinds
from desktop.importing.matching.matching import Match, Matcher
from desktop.importing.matching.meeting_rows import by_series, doubt_of_mean
from desktop.importing.matching.new_kpi import (
    is_in_percent,
    is_wait,
    propose_kpi,
    ready_kpi,
    written_as,
)
from desktop.importing.matching.rates import Division, divisions
from desktop.importing.matching.sampling import is_negative
from desktop.importing.matching.suggestion import Known, Origin, Suggestion
from desktop.importing.matching.surroundings import fitting, several_kinds
from desktop.importing.matching.table_offers import GATHER, TableOffers, of_years
from desktop.importing.tables.recognition import Column, Layout, Role, Table
from desktop.importing.tables.shape import undated
from desktop.importing.values.words import normal


class Offers:
    """The suggestions for the columns of one table that no remembered rule uses."""

    def __init__(self, table: Table, known: Known, rules: Sequence[Rule]) -> None:
        self.table = table
        self.known = known
        self.rules = rules
        book = known.workbook
        self.sheet: Sheet | None = None if book is None else table.sheet_of(book)
        whole = [rule for rule in rules if rule.add_up is not Gather.RATIO]
        used = {name for rule in whole for name in rule.columns}
        self.columns = [
            c for c in table.columns if c.count and c.name not in used and _is_offered(c)
        ]
        self.ready_kpis = fitting(table, self.sheet, known.ready)
        self.matcher = Matcher(known.kpis, self.ready_kpis, known.earlier, table.title)
        self.long_sheet = self.sheet if table.layout is Layout.LONG else None
        self.rates = {} if self.long_sheet is None else divisions(table, self.long_sheet)
        self.so_far: Mapping[str, Accumulated] = accumulated(table, self.sheet)

    def all(self) -> Iterator[Suggestion]:
        if self.table.period is None:
            return
        years = [column for column in self.columns if column.year is not None]
        if years:
            yield of_years(self.table, self.known, years)
            return
        own = self.matcher.own(self.columns)
        ready = self.matcher.best_ready([c for c in self.columns if c.name not in own])
        whole = TableOffers(self.table, self.sheet, self.known, self.rules, self.columns)
        yield from whole.of_counts()
        yield from whole.of_flow()
        for column in watched(self.columns):
            yield from self._of_column(column, own.get(column.name), ready.get(column.name))

    def _of_column(
        self, column: Column, match: Match | None, ready: ReadyKpi | None
    ) -> Iterator[Suggestion]:
        division = self.rates.get(column.name)
        if division is not None:
            yield from self._of_rate(column, division, match, ready)
            return
        if column.add_up is AddUp.SUM and is_wait(column.name):
            column = replace(column, add_up=AddUp.MEAN)
        base = Suggestion(Rule(None, None, column.name, GATHER[column.add_up]), Origin.NEW, False)
        if column.currency_column is not None:
            made = (replace(base, rule=rule) for rule in self._by_currency(column, base.rule))
            yield from self._wary(column, made)
            return
        so_far = self.so_far.get(column.name)
        if so_far is not None:
            # The figures beside it say the same without any reckoning.
            beside = so_far.beside and any(c.name == so_far.beside for c in self.columns)
            rule = replace(base.rule, add_up=Gather.SUM, running=so_far.running)
            base = replace(base, rule=rule, reasons=(so_far.reason,))
            if beside:
                match, ready = None, None
        base = counting(self.table, self.long_sheet, column, base)
        if base.rule.minus:
            ready = None  # what goes both ways is no sales
        if base.rule.filters and match is None:
            ready = next((each for each in self.ready_kpis if each.id == "deal_value"), ready)
        yield from self._wary(column, self._fed(column, base, match, ready))

    def _wary(self, column: Column, made: Iterable[Suggestion]) -> Iterator[Suggestion]:
        sheet = self.long_sheet
        kinds = None if sheet is None else several_kinds(self.table, sheet, column)
        return (each if kinds is None else of_kinds(each, kinds) for each in made)

    def _fed(
        self, column: Column, base: Suggestion, match: Match | None, ready: ReadyKpi | None
    ) -> Iterator[Suggestion]:
        known, table = self.known, self.table
        if ready is not None and known.kpi_of(ready) is not None:
            ready = None
        if match is not None:
            rule = replace(base.rule, kpi_id=match.kpi.id)
            yield _fitted(
                replace(
                    base,
                    rule=rule,
                    origin=Origin.NAME if match.sure else Origin.NEW,
                    chosen=match.sure and self._is_fine_enough(match.kpi),
                    reasons=(match.reason, *base.reasons),
                ),
                column,
                match.kpi,
            )
        elif ready is not None and not ready.formula:
            new = ready_kpi(ready, column, table, known)
            same = normal(column.name) == normal(new.name)
            reason = msg("“{column}” is another name for {kpi}.", column=column.name, kpi=new.name)
            reasons = base.reasons if same else (reason, *base.reasons)
            rule = replace(base.rule, new_kpi=new)
            yield _fitted(
                replace(base, rule=rule, origin=Origin.LIBRARY, reasons=reasons),
                column,
                new,
            )
        else:
            new = propose_kpi(column, table, _name(table, column), known.currency)
            if base.rule.running is not Running.NO:
                new = replace(new, add_up=AddUp.SUM)
            made = _fitted(replace(base, rule=replace(base.rule, new_kpi=new)), column, new)
            doubt = doubt_of_mean(table, self.sheet, column, made.rule)
            made = replace(made, remark=made.remark or doubt)
            for each in by_series(table, self.sheet, column, made.rule):
                yield replace(made, rule=each)

    def _is_fine_enough(self, kpi: Kpi) -> bool:
        """Whether the table's periods can fill the KPI's: a year's figure is no month's."""
        period = self.table.period
        return period is None or period.cadence.cadence.fineness <= kpi.cadence.fineness

    def _of_rate(
        self, column: Column, division: Division, match: Match | None, ready: ReadyKpi | None
    ) -> Iterator[Suggestion]:
        """A column of rates, worked out from the two columns that it divides."""
        rule = Rule(
            None,
            None,
            division.top,
            Gather.RATIO,
            over=division.under,
            factor=division.factor,
        )
        if any(r.column == rule.column and r.over == rule.over for r in self.rules):
            return
        base = Suggestion(
            rule,
            Origin.NEW,
            False,
            title=column.name,
            reasons=(division.reason,),
            remark=division.remark,
        )
        if match is not None:
            yield replace(
                base,
                rule=replace(rule, kpi_id=match.kpi.id),
                origin=Origin.NAME if match.sure else Origin.NEW,
                chosen=match.sure,
                reasons=(match.reason, *base.reasons),
            )
            return
        known, table = self.known, self.table
        if ready is not None and not ready.formula and not known.has(ready):
            new = ready_kpi(ready, column, table, known)
            yield replace(base, rule=replace(rule, new_kpi=new), origin=Origin.LIBRARY)
            return
        new = propose_kpi(column, table, _name(table, column), known.currency)
        top = table.column(division.top)
        if column.unit is None and top is not None:
            unit = propose_kpi(top, table, top.name, known.currency).unit
            if unit.kind is UnitKind.CURRENCY:
                new = replace(new, unit=unit, decimals=2)
        yield replace(base, rule=replace(rule, new_kpi=new))

    def _by_currency(self, column: Column, rule: Rule) -> Iterator[Rule]:
        """One KPI a currency, since different currencies are never added together."""
        currencies = next(c for c in self.table.columns if c.index == column.currency_column)
        for text in currencies.values:
            code = text.strip().upper()
            name = f"{_name(self.table, column)} ({code})"
            kpi = propose_kpi(column, self.table, name, code)
            kpi = replace(kpi, unit=Unit(UnitKind.CURRENCY, code))
            negative = self.sheet is not None and is_negative(self.table, self.sheet, column)
            sign = -1 if negative and kpi.better is Better.LOWER else 1
            yield replace(rule, new_kpi=kpi, sign=sign, filters=((currencies.name, text),))


def _is_offered(column: Column) -> bool:
    return column.role is Role.VALUE or column.total


def _name(table: Table, column: Column) -> str:
    """The column's name, with the table's where several tables of the file look alike."""
    if table.layout is Layout.WIDE or "@" not in table.shape or not table.title:
        return column.name
    measures, title = [c for c in table.columns if c.role is Role.VALUE], undated(table.title)
    return title if len(measures) == 1 else f"{title} – {column.name}"


def _fitted(made: Suggestion, column: Column, kpi: Kpi) -> Suggestion:
    """The suggestion with the sign and the unit of the KPI: sales that a ledger writes as
    negative."""
    sign, factor = written_as(column, kpi)
    if made.rule.add_up is not Gather.RATIO and is_in_percent(column, kpi):
        reason = msg("“{column}” is written in percent, without the sign.", column=column.name)
        factor, made = 0.01, replace(made, reasons=(*made.reasons, reason))
    rule = replace(made.rule, factor=factor)
    is_level = kpi.add_up is AddUp.LAST and rule.running is Running.NO
    if is_level and rule.add_up is Gather.SUM:
        return replace(made, rule=replace(rule, add_up=Gather.LAST))  # followers of a month's days
    if made.rule.add_up is not Gather.SUM or sign == 1:
        return replace(made, rule=rule)
    reason = msg(
        "“{column}” is written as negative in the file; {kpi} counts it as positive.",
        column=column.name,
        kpi=kpi.name,
    )
    return replace(made, rule=replace(rule, sign=sign), reasons=(*made.reasons, reason))
