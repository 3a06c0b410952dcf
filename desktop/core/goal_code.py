"""The short code of a goal, which leads from paper back into the app: S-23R."""

from __future__ import annotations

_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31, without those that look alike: 0 O, 1 I L
_START = "S-"
_LEAST = 2


def goal_code(goal_id: int) -> str:
    """The number in base 31, at least two signs of it, and a check sign that is another for every
    single slip and every two signs exchanged (31 is a prime)."""
    digits: list[int] = []
    rest = goal_id
    while rest or len(digits) < _LEAST:
        rest, digit = divmod(rest, len(_SIGNS))
        digits.append(digit)
    return _START + "".join(_SIGNS[digit] for digit in reversed(digits)) + _SIGNS[_check(digits)]


def goal_of(code: str) -> int | None:
    """The goal that a typed code belongs to, with or without its hyphen, in small letters or
    capitals; ``None`` for what is no code, and for one with a slip."""
    typed = code.strip().upper().replace("-", "")
    body = typed.removeprefix("S")
    if body == typed or len(body) <= _LEAST or any(sign not in _SIGNS for sign in body):
        return None
    goal_id = 0
    for sign in body[:-1]:
        goal_id = goal_id * len(_SIGNS) + _SIGNS.index(sign)
    return goal_id if goal_code(goal_id) == _START + body else None


def _check(digits: list[int]) -> int:
    """Each digit weighs otherwise, by its place from the right."""
    return sum(place * digit for place, digit in enumerate(digits, 2)) % len(_SIGNS)
