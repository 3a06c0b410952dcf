"""Which rows of a column count: with a sign of their own, once for each order, of won deals."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.kpi import AddUp
from desktop.core.message import msg
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Gather, Running
from desktop.importing.matching.events import repeated, won_rows
from desktop.importing.matching.flows import direction
from desktop.importing.matching.suggestion import Origin, Suggestion
from desktop.importing.tables.recognition import Column, Table


def counting(table: Table, sheet: Sheet | None, column: Column, made: Suggestion) -> Suggestion:
    """The suggestion with what the other columns say of its rows; ``sheet`` is that of a long
    table, and ``None`` for a wide one."""
    if sheet is not None:
        made = _once(table, sheet, column, _turned(table, sheet, column, made))
    return _of_won_deals(table, made)


def _turned(table: Table, sheet: Sheet, column: Column, base: Suggestion) -> Suggestion:
    """With the sign that another column gives: D and K, in and out, plus and minus."""
    found = direction(table, sheet, column) if column.add_up is AddUp.SUM else None
    if found is None:
        return base
    rule = replace(base.rule, minus=found.minus)
    return replace(base, rule=rule, reasons=(*base.reasons, found.reason))


def _once(table: Table, sheet: Sheet, column: Column, base: Suggestion) -> Suggestion:
    """A figure that all rows of one order repeat, counted once for the order."""
    identity = None
    if base.rule.add_up is Gather.SUM and base.rule.running is Running.NO:
        identity = repeated(table, sheet, column)
    if identity is None:
        return base
    reason = msg(
        "“{column}” is the same on all rows of one “{id}”, so it counts once for each.",
        column=column.name,
        id=identity.name,
    )
    rule = replace(base.rule, once=identity.name)
    return replace(base, rule=rule, reasons=(*base.reasons, reason))


def _of_won_deals(table: Table, base: Suggestion) -> Suggestion:
    """Of a list of deals only those that were won, by the day that they were closed."""
    won, day = won_rows(table)
    if not won or base.rule.add_up is not Gather.SUM:
        return base
    reason = msg("Only rows with “{text}” are taken.", text=won[0][1])
    rule = replace(base.rule, filters=(*base.rule.filters, *won), date=day)
    return replace(base, rule=rule, reasons=(*base.reasons, reason))


def of_kinds(made: Suggestion, kinds: Column) -> Suggestion:
    """Amounts of several kinds are offered, but somebody has to say which of them count."""
    if kinds.name in [name for name, _ in (*made.rule.filters, *made.rule.minus)]:
        return made
    remark = msg(
        "Some kinds of rows in “{label}” come in and others go out: {texts}. Choose which count.",
        label=kinds.name,
        texts=", ".join(kinds.values),
    )
    origin = Origin.NEW if made.origin is Origin.LIBRARY else made.origin
    return replace(made, origin=origin, chosen=False, remark=remark)
