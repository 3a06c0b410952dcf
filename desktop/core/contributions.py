"""What moved a formula between two periods: how much of its change each of its parts made."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping

from desktop.core.expression import read_expression
from desktop.core.record import record

Values = Mapping[str, float]


@record(frozen=True, slots=True)
class _Moved:
    """A piece of the formula: its value before and after, and the weight of each name in it, such
    that the changes of the names times their weights make its own change."""

    before: float
    after: float
    weights: dict[str, float]


def weights(formula: str, before: Values, after: Values) -> dict[str, float] | None:
    """What each part's change is worth: ``weight * (after - before)`` is the part's contribution,
    in the unit of the whole, and the contributions add up to the change of the whole.

    Every operation shares its change among its operands by the Shapley value, the mean over
    every order in which they could have changed (Shapley 1953; for changes of products and
    ratios Sun 1998, "Accounting for changes in energy consumption and energy intensity: a complete
    decomposition model").  An operand hands its share on to its own parts in the same way. For a
    sum that is each part's own change; for a product of two, its change at the mean of the other.
    Nothing is left over, zeros and negative values are as good as others, and factors may stand
    in any order.  ``None`` when the formula has no value in one of the periods.

    Raises :class:`~desktop.core.expression.FormulaFault` when it cannot be read.
    """
    try:
        moved = _moved(read_expression(formula).tree, before, after)
    except (ZeroDivisionError, KeyError):
        return None
    known = (moved.before, moved.after, *moved.weights.values())
    return moved.weights if all(math.isfinite(value) for value in known) else None


def _moved(node: ast.expr, before: Values, after: Values) -> _Moved:
    match node:
        case ast.Name(id=name):
            return _Moved(before[name], after[name], {name: 1.0})
        case ast.Constant(value=int() | float() as number):
            return _Moved(float(number), float(number), {})
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _moved(operand, before, after)
            return _Moved(-inner.before, -inner.after, _scaled(inner.weights, -1.0))
        case ast.UnaryOp(operand=operand):
            return _moved(operand, before, after)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as sign, right=right):
            side = 1.0 if isinstance(sign, ast.Add) else -1.0
            first, second = _moved(left, before, after), _moved(right, before, after)
            return _Moved(
                first.before + side * second.before,
                first.after + side * second.after,
                _joined(first.weights, _scaled(second.weights, side)),
            )
        case _:
            return _product([_factor(each, before, after) for each in _factors(node)])


def _factors(node: ast.expr, *, under: bool = False) -> list[tuple[ast.expr, bool]]:
    """What a product is made of, each with whether it stands under the line."""
    match node:
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=right):
            turned = under != isinstance(sign, ast.Div)
            return _factors(left, under=under) + _factors(right, under=turned)
        case _:
            return [(node, under)]


def _factor(factor: tuple[ast.expr, bool], before: Values, after: Values) -> _Moved:
    node, under = factor
    inner = _moved(node, before, after)
    if not under:
        return inner
    turned = _scaled(inner.weights, -1.0 / inner.before / inner.after)
    return _Moved(1.0 / inner.before, 1.0 / inner.after, turned)


def _product(factors: list[_Moved]) -> _Moved:
    joined: dict[str, float] = {}
    for place, factor in enumerate(factors):
        others = factors[:place] + factors[place + 1 :]
        joined = _joined(joined, _scaled(factor.weights, _mean_of_others(others)))
    return _Moved(
        math.prod(factor.before for factor in factors),
        math.prod(factor.after for factor in factors),
        joined,
    )


def _mean_of_others(others: list[_Moved]) -> float:
    """The product of the other factors, mean over every order in which they could change.

    With k of n - 1 others changed, there are as many orders for each choice of them, and each k
    comes equally often; ``sums[k]`` adds up the products of all choices of k.
    """
    sums = [1.0]
    for factor in others:
        kept = [each * factor.before for each in sums] + [0.0]
        changed = [0.0] + [each * factor.after for each in sums]
        sums = [one + two for one, two in zip(kept, changed, strict=True)]
    count = len(others)
    return math.fsum(each / math.comb(count, k) for k, each in enumerate(sums)) / (count + 1)


def _scaled(weights: Mapping[str, float], by: float) -> dict[str, float]:
    return {name: weight * by for name, weight in weights.items()}


def _joined(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    return dict(first) | {name: first.get(name, 0.0) + weight for name, weight in second.items()}
