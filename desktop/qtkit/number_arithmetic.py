"""The arithmetic of typed numbers: + - * / and brackets over exact decimals of known kinds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from desktop.core.faults import Fault
from desktop.core.message import msg


class EntryFault(Fault):
    """A typed number that can not be read; the field or cell shows its sentence."""


class Kind(Enum):
    PLAIN = auto()
    PERCENT = auto()  # the value is a fraction
    TIME = auto()  # the value is seconds


@dataclass(frozen=True, slots=True)
class Amount:
    """A result on the way; ``divided`` and ``percent_seen`` say how it came about."""

    value: Decimal
    kind: Kind = Kind.PLAIN
    divided: bool = False
    percent_seen: bool = False


class Sign(Enum):
    """The tokens that are not numbers."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class Scale:
    """A word or sign behind a number: ``%``, ``min``, ``mn``."""

    factor: Decimal
    kind: Kind


Token = Decimal | Amount | Sign | Scale


class Arithmetic:
    """A recursive descent over the tokens of one entry."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def result(self) -> Amount:
        amount = self._sum()
        if self._next() is not None:
            raise self._unfinished()
        return amount

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *signs: Sign) -> Sign | None:
        token = self._next()
        if isinstance(token, Sign) and token in signs:
            self._at += 1
            return token
        return None

    def _sum(self) -> Amount:
        left = self._product()
        while sign := self._take(Sign.PLUS, Sign.MINUS):
            right = self._product()
            left = _added(left, right if sign is Sign.PLUS else _negative(right))
        return left

    def _product(self) -> Amount:
        left = self._signed()
        while sign := self._take(Sign.TIMES, Sign.OVER):
            right = self._signed()
            left = _multiplied(left, right) if sign is Sign.TIMES else _divided(left, right)
        return left

    def _signed(self) -> Amount:
        if self._take(Sign.MINUS):
            return _negative(self._signed())
        if self._take(Sign.PLUS):
            return self._signed()
        if self._take(Sign.OPEN):
            inner = self._sum()
            if not self._take(Sign.CLOSE):
                raise EntryFault(msg("A bracket is not closed."))
            return self._scaled(inner)
        return self._number()

    def _number(self) -> Amount:
        """A number with its unit; ``1 h 30 min`` is one number."""
        total = self._one_number()
        while total.kind is Kind.TIME and isinstance(self._next(), Decimal):
            total = _added(total, self._one_number())
        return total

    def _one_number(self) -> Amount:
        token = self._next()
        self._at += 1
        if isinstance(token, Amount):
            return token
        if not isinstance(token, Decimal):
            raise self._unfinished()
        return self._scaled(Amount(token))

    def _scaled(self, amount: Amount) -> Amount:
        token = self._next()
        if not isinstance(token, Scale):
            return amount
        self._at += 1
        if amount.kind is not Kind.PLAIN:
            raise self._unfinished()
        seen = token.kind is Kind.PERCENT
        return Amount(amount.value * token.factor, token.kind, amount.divided, seen)

    def _unfinished(self) -> EntryFault:
        return EntryFault(msg("This is not a number, nor a sum that can be worked out."))


def _negative(amount: Amount) -> Amount:
    return Amount(-amount.value, amount.kind, amount.divided, amount.percent_seen)


def _history(left: Amount, right: Amount) -> tuple[bool, bool]:
    return left.divided or right.divided, left.percent_seen or right.percent_seen


def _added(left: Amount, right: Amount) -> Amount:
    if left.kind is not right.kind:
        raise EntryFault(
            msg("A plain number can not be added to a percentage or a time; write out both.")
        )
    return Amount(left.value + right.value, left.kind, *_history(left, right))


def _multiplied(left: Amount, right: Amount) -> Amount:
    kinds = {left.kind, right.kind}
    if Kind.TIME in kinds:
        if left.kind is right.kind:
            raise EntryFault(msg("A time can not be multiplied by a time."))
        kind = Kind.TIME
    else:
        kind = Kind.PERCENT if kinds == {Kind.PERCENT} else Kind.PLAIN
    return Amount(left.value * right.value, kind, *_history(left, right))


def _divided(left: Amount, right: Amount) -> Amount:
    if not right.value:
        raise EntryFault(msg("A number can not be divided by zero."))
    if right.kind is Kind.TIME and left.kind is not Kind.TIME:
        raise EntryFault(msg("A number can not be divided by a time."))
    kind = Kind.PLAIN if right.kind is left.kind else left.kind
    _, seen = _history(left, right)
    return Amount(left.value / right.value, kind, divided=True, percent_seen=seen)
