"""What the columns of one table could feed, and in which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import Message, msg
from desktop.core.stopping import watched
from desktop.core.unit import Unit, UnitKind
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.matching.accumulated import Accumulated, accumulated
from desktop.importing.matching.events import repeated, won_rows
from desktop.importing.matching.flows import direction
from desktop.importing.matching.matching import Match, Matcher
from desktop.importing.matching.new_kpi import (
    is_in_percent,
    is_wait,
    propose_kpi,
    ready_kpi,
    written_as,
)
from desktop.importing.matching.rates import Division, divisions
from desktop.importing.matching.sampling import is_negative, sample_rows
from desktop.importing.matching.splitting import split_by
from desktop.importing.matching.suggestion import Known, Origin, Suggestion
from desktop.importing.matching.surroundings import fitting, several_kinds
from desktop.importing.matching.table_offers import GATHER, TableOffers, has_key, of_years
from desktop.importing.tables.recognition import Column, Layout, Role, Table
from desktop.importing.tables.shape import undated
from desktop.importing.values.words import normal, word_set, words_of

_FEW_SERIES = 12
_WEIGHED = word_set(
    "rate average avg mean snitt genomsnitt genomsnittlig gennemsnit gennemsnitlig per position "
    "frequency frekvens cpc cpm cpa roas aov"
)
"""Words of figures whose rows should weigh by something."""


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
        self.rates: Mapping[str, Division] = {}
        if self.sheet is not None and table.layout is Layout.LONG:
            self.rates = divisions(table, self.sheet)
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
        base = self._once(column, self._turned(column, base))
        if base.rule.minus:
            ready = None  # what goes both ways is no sales
        base = self._of_won_deals(column, base)
        if base.rule.filters and match is None:
            ready = next((each for each in self.ready_kpis if each.id == "deal_value"), ready)
        yield from self._wary(column, self._fed(column, base, match, ready))

    def _wary(self, column: Column, made: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """Amounts of several kinds are offered, but somebody has to say which of them count."""
        kinds = None
        if self.sheet is not None and self.table.layout is Layout.LONG:
            kinds = several_kinds(self.table, self.sheet, column)
        for each in made:
            chosen = [name for name, _ in (*each.rule.filters, *each.rule.minus)]
            if kinds is None or kinds.name in chosen:
                yield each
                continue
            remark = msg(
                "Some kinds of rows in “{label}” come in and others go out: {texts}. Choose which "
                "count.",
                label=kinds.name,
                texts=", ".join(kinds.values),
            )
            origin = Origin.NEW if each.origin is Origin.LIBRARY else each.origin
            yield replace(each, origin=origin, chosen=False, remark=remark)

    def _fed(
        self, column: Column, base: Suggestion, match: Match | None, ready: ReadyKpi | None
    ) -> Iterator[Suggestion]:
        known, table = self.known, self.table
        if match is None and ready is not None:
            kpi = next((k for k in known.kpis if k.key == ready.id and not k.formula), None)
            ready = None if kpi is not None else ready
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
            new = ready_kpi(ready, column, table, language=known.language, currency=known.currency)
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
            made = replace(made, remark=made.remark or self._of_means(column, made.rule))
            for each in self._by_series(made.rule, column):
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
        if ready is not None and not ready.formula and not has_key(known, ready.id):
            new = ready_kpi(ready, column, table, language=known.language, currency=known.currency)
            yield replace(base, rule=replace(rule, new_kpi=new), origin=Origin.LIBRARY)
            return
        new = propose_kpi(column, table, _name(table, column), known.currency)
        top = table.column(division.top)
        if column.unit is None and top is not None:
            unit = propose_kpi(top, table, top.name, known.currency).unit
            if unit.kind is UnitKind.CURRENCY:
                new = replace(new, unit=unit, decimals=2)
        yield replace(base, rule=replace(rule, new_kpi=new))

    def _turned(self, column: Column, base: Suggestion) -> Suggestion:
        """With the sign that another column gives: D and K, in and out, plus and minus."""
        if self.sheet is None or column.add_up is not AddUp.SUM:
            return base
        if self.table.layout is Layout.WIDE:
            return base
        found = direction(self.table, self.sheet, column)
        if found is None:
            return base
        rule = replace(base.rule, minus=found.minus)
        return replace(base, rule=rule, reasons=(*base.reasons, found.reason))

    def _once(self, column: Column, base: Suggestion) -> Suggestion:
        """A figure that all rows of one order repeat, counted once for the order."""
        if self.sheet is None or self.table.layout is Layout.WIDE:
            return base
        identity = None
        if base.rule.add_up is Gather.SUM and base.rule.running is Running.NO:
            identity = repeated(self.table, self.sheet, column)
        if identity is None:
            return base
        reason = msg(
            "“{column}” is the same on all rows of one “{id}”, so it counts once for each.",
            column=column.name,
            id=identity.name,
        )
        rule = replace(base.rule, once=identity.name)
        return replace(base, rule=rule, reasons=(*base.reasons, reason))

    def _of_won_deals(self, column: Column, base: Suggestion) -> Suggestion:
        """Of a list of deals only those that were won, by the day that they were closed."""
        won, day = won_rows(self.table)
        if not won or base.rule.add_up is not Gather.SUM:
            return base
        reason = msg("Only rows with “{text}” are taken.", text=won[0][1])
        rule = replace(base.rule, filters=(*base.rule.filters, *won), date=day)
        return replace(base, rule=rule, reasons=(*base.reasons, reason))

    def _of_means(self, column: Column, rule: Rule) -> Message | None:
        """What is wrong with a mean of rates, where nothing better can be made of them."""
        is_share = column.unit is not None and column.unit.kind is UnitKind.PERCENT
        is_rate = is_share or bool(_WEIGHED.intersection(words_of(column.name)))
        if rule.add_up is not Gather.MEAN or not is_rate or not self._rows_meet(rule):
            return None
        return msg(
            "The mean of the rows of “{column}”: small and large ones count the same, since the "
            "file does not tell how much each weighs.",
            column=column.name,
        )

    def _by_series(self, rule: Rule, column: Column) -> Iterable[Rule]:
        """Several series in one column, told apart by a label: their mean would say nothing, nor
        would the last of their totals so far."""
        if column.add_up is AddUp.SUM and rule.running is Running.NO:
            return (rule,)
        labels = [c for c in self.table.columns if c.role is Role.LABEL and (len(c.values) > 1)]
        few = [c for c in labels if len(c.values) <= _FEW_SERIES]
        if len(labels) != 1 or len(few) != 1 or self.table.first_row is None:
            return (rule,)
        if rule.running is not Running.NO and not self._repeats():
            return (rule,)
        return split_by(rule, few[0].name, few[0].values)

    def _rows_meet(self, rule: Rule) -> bool:
        """Whether several rows make a value of the KPI."""
        axis = self.table.period
        if axis is None or self.table.layout is Layout.WIDE:
            return False
        kpi = rule.new_kpi
        coarser = kpi is not None and kpi.cadence.fineness > axis.cadence.cadence.fineness
        return coarser or self._repeats()

    def _repeats(self) -> bool:
        """Whether several rows are of one period."""
        axis = self.table.period
        if self.sheet is None or axis is None or axis.reading.column is None:
            return False
        cells = self.sheet.columns[axis.reading.column]
        dates = [cells[row] for row in sample_rows(self.table)]
        return len(set(dates)) < 0.6 * len(dates)

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
