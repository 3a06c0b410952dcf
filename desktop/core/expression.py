"""Arithmetic typed by people, read without running it: numbers, names, + - * / and parentheses."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache

from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.core.record import record

Values = Mapping[str, float]
Evaluate = Callable[[Values], float]

_LONGEST = 400  # characters; keeps the depth of what is read far below Python's own limits
_TYPED_SIGNS = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-"})
_TWO_SIDED: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaFault(Fault):
    """A formula that cannot be worked out, with the reason."""


@record(frozen=True, slots=True)
class Expression:
    """A formula that has been read: the names in it, in order, how to work it out, and its tree,
    which holds numbers, names, signs and the four operations only."""

    names: tuple[str, ...]
    evaluate: Evaluate
    tree: ast.expr


@lru_cache(maxsize=256)
def read_expression(text: str) -> Expression:
    """Raises :class:`FormulaFault` for anything but arithmetic."""
    if not text.strip():
        raise FormulaFault(msg("The formula is empty."))
    if len(text) > _LONGEST:
        raise FormulaFault(msg("The formula is longer than {n} characters.", n=_LONGEST))
    try:
        tree = ast.parse(text.strip().translate(_TYPED_SIGNS), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaFault(
            msg("The formula cannot be read. Write it like this: orders / visits")
        ) from None
    names: dict[str, None] = {}
    evaluate = _reader(tree.body, names)
    return Expression(tuple(names), evaluate, tree.body)


def _reader(node: ast.expr, names: dict[str, None]) -> Evaluate:
    match node:
        case ast.Constant(value=bool()):
            pass
        case ast.Constant(value=int() | float() as number):
            return _constant(number)
        case ast.Name(id=key):
            names[key] = None
            return operator.itemgetter(key)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _reader(operand, names)
            return lambda values: -inner(values)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _reader(operand, names)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _TWO_SIDED:
            return _both(_TWO_SIDED[type(sign)], _reader(left, names), _reader(right, names))
        case ast.Tuple():
            raise FormulaFault(
                msg("Write decimals with a point in a formula, and no comma: 0.25 * sales")
            )
        case _:
            pass
    raise FormulaFault(
        msg(
            "{part} cannot stand in a formula: only names of KPIs, numbers, + − × ÷ and "
            "parentheses can.",
            part=ast.unparse(node),
        )
    )


def _constant(number: float) -> Evaluate:
    try:
        value = float(number)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise FormulaFault(msg("A number in the formula is too large."))
    return lambda _: value


def _both(sign: Callable[[float, float], float], left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda values: sign(left(values), right(values))
