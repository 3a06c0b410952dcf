"""Whether a KPI counts something, so that its numbers can be divided by another's."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from desktop.core.expression import FormulaFault, read_expression
from desktop.core.kpi import AddUp, Kpi
from desktop.core.unit import UnitKind


def counts(kpi: Kpi, by_key: Mapping[str, Kpi]) -> bool:
    """Whether the KPI is a number or an amount of something, and no share, ratio or average.

    What is counted at the end of each period (``last``) counts too.  A formula KPI counts when its
    formula only adds, subtracts, or multiplies by numbers, over KPIs that count.
    """
    return _counts(kpi, by_key, frozenset())


def _counts(kpi: Kpi, by_key: Mapping[str, Kpi], above: frozenset[str]) -> bool:
    if kpi.unit.kind is UnitKind.PERCENT or kpi.key in above:
        return False
    if not kpi.formula:
        return kpi.add_up is not AddUp.MEAN
    try:
        expression = read_expression(kpi.formula)
    except FormulaFault:
        return False
    parts = [by_key.get(key) for key in expression.names]
    return _adds(expression.tree) and all(
        part is not None and _counts(part, by_key, above | {kpi.key}) for part in parts
    )


def _adds(node: ast.expr) -> bool:
    """Whether twice of everything gives twice as much, and sums give sums."""
    match node:
        case ast.Name():
            return True
        case ast.UnaryOp(operand=operand):
            return _adds(operand)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            return _adds(left) and _adds(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return (_adds(left) and _plain(right)) or (_plain(left) and _adds(right))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _adds(left) and _plain(right)
        case _:
            return False


def _plain(node: ast.expr) -> bool:
    """Whether it is a number, without any KPI in it."""
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))


def same_kind(one: Kpi, other: Kpi) -> bool:
    """Whether a number of the one can be divided by one of the other: things by things, whatever
    they are, and money or time by the same."""
    kinds = [
        UnitKind.NUMBER if kpi.unit.kind is UnitKind.OWN else kpi.unit.kind for kpi in (one, other)
    ]
    if kinds[0] is not kinds[1]:
        return False
    return kinds[0] is not UnitKind.CURRENCY or one.unit.symbol == other.unit.symbol
