"""What a table as a whole could feed: how many there were, what went in and out, its years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.kpi import AddUp
from desktop.core.message import msg
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.matching.events import Counted, counted, is_order_sum, repeated
from desktop.importing.matching.flows import opposite
from desktop.importing.matching.new_kpi import propose_kpi, propose_ratio, ready_kpi
from desktop.importing.matching.suggestion import Known, Origin, Suggestion
from desktop.importing.matching.surroundings import is_account
from desktop.importing.tables.recognition import Column, Layout, Table
from desktop.importing.values.words import normal

GATHER = {AddUp.SUM: Gather.SUM, AddUp.MEAN: Gather.MEAN, AddUp.LAST: Gather.LAST}


@dataclass(frozen=True, slots=True)
class TableOffers:
    """Suggestions that are about no single column; ``rules`` are those that are remembered,
    ``columns`` those that none of them uses."""

    table: Table
    sheet: Sheet | None
    known: Known
    rules: Sequence[Rule]
    columns: Sequence[Column]

    def of_counts(self) -> Iterator[Suggestion]:
        """How many orders, deals or cases there were, and what one of them was worth."""
        if self.sheet is None or is_account(self.table):
            return
        found = counted(self.table, self.sheet, self.known.file_name)
        if found is None or any(r.add_up is found.rule.add_up for r in self.rules):
            return
        column = self.table.column(found.rule.column)
        ready = next((each for each in self.known.ready if each.id == found.ready), None)
        if ready is None or column is None:
            return
        base = Suggestion(found.rule, Origin.LIBRARY, False, reasons=(found.reason,))
        kpi = self.known.kpi_of(ready)
        if kpi is not None:
            rule = replace(found.rule, kpi_id=kpi.id)
            yield replace(base, rule=rule, origin=Origin.NAME, chosen=True)
        else:
            new = ready_kpi(ready, column, self.table, self.known)
            yield replace(base, rule=replace(found.rule, new_kpi=new))
        yield from self._of_value_each(found)

    def _of_value_each(self, found: Counted) -> Iterator[Suggestion]:
        """What an order is worth: the amounts divided by the number of orders."""
        ready = next((e for e in self.known.ready if e.id == "average_order_value"), None)
        if found.ready != "orders" or ready is None or self.known.has(ready):
            return
        amounts = [c for c in self.columns if c.currency_column is None and is_order_sum(c)]
        column = next(iter(amounts), None)
        if column is None:
            return
        rule = Rule(
            None,
            propose_ratio(ready, column, self.table, self.known),
            column.name,
            Gather.RATIO,
            over=found.rule.column,
            over_by=found.rule.add_up,
        )
        if self.sheet is not None and (identity := repeated(self.table, self.sheet, column)):
            rule = replace(rule, once=identity.name)
        reason = msg(
            "“{column}” divided by the number of different “{id}”.",
            column=column.name,
            id=found.rule.column,
        )
        title = f"{column.name} / {found.rule.column}"
        yield Suggestion(rule, Origin.NEW, False, title=title, reasons=(reason,))

    def of_flow(self) -> Iterator[Suggestion]:
        """What came in less what went out, where they stand in two columns."""
        if self.sheet is None or self.table.layout is Layout.WIDE:
            return
        flow = opposite(self.table, self.sheet)
        if flow is None or any(flow.other.name in rule.columns for rule in self.rules):
            return
        one, other = flow.column, flow.other
        sign = "+" if flow.added else "−"
        title = f"{one.name} {sign} {other.name}"
        new = propose_kpi(one, self.table, title, self.known.currency)
        rule = Rule(None, new, one.name)
        rule = (
            replace(rule, more=(other.name,)) if flow.added else replace(rule, less=(other.name,))
        )
        kpi = next((k for k in self.known.kpis if normal(k.name) == normal(title)), None)
        if kpi is not None:
            rule = replace(rule, kpi_id=kpi.id, new_kpi=None)
        origin = Origin.NEW if kpi is None else Origin.NAME
        yield Suggestion(
            rule,
            origin,
            kpi is not None,
            title=title,
            reasons=(flow.reason,),
            remark=flow.remark,
        )


def of_years(table: Table, known: Known, years: Sequence[Column]) -> Suggestion:
    """One KPI of all the columns that are the years of a table by month or day."""
    first, *others = years
    name = table.title or table.sheet or first.name
    kpi = propose_kpi(first, table, name, known.currency)
    rule = Rule(None, kpi, first.name, GATHER[first.add_up], more=tuple(c.name for c in others))
    return Suggestion(rule, Origin.NEW, False)
