"""The values that a value axis names, and how they are written: round numbers, one scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop.core.message import msg
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.core.wording import Wording

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_ROUND_TIMES = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200)
_ROOM = 42  # pixels between two labels
_MOST_DECIMALS = 12
_AIR = 0.07  # of the range, above and below the values


@dataclass(frozen=True, slots=True)
class ValueScale:
    """A value axis: it shows ``lowest`` to ``highest``, with a line at each of ``ticks``."""

    lowest: float
    highest: float
    ticks: tuple[float, ...]
    step: float


def value_scale(lowest: float, highest: float, height: float, unit: Unit) -> ValueScale:
    """A scale that holds both values with some air, and its round numbers, on ``height`` pixels.

    A limit of exactly zero gets no air: bars stand on it.
    """
    if highest - lowest < 1e-9 * max(abs(highest), abs(lowest), 1e-9):
        room = abs(highest) / 2 or (0.5 if unit.kind is UnitKind.PERCENT else 1.0)
        lowest, highest = lowest - (room if lowest else 0), highest + room
    air = (highest - lowest) * _AIR
    bottom = lowest - air if lowest else 0.0
    top = highest + air if highest else 0.0
    wanted = (top - bottom) / max(2.0, height / _ROOM)
    step = _round_time(wanted) if unit.kind is UnitKind.DURATION else _round_number(wanted)
    first, last = math.ceil(bottom / step - 1e-9), math.floor(top / step + 1e-9)
    return ValueScale(bottom, top, tuple(index * step for index in range(first, last + 1)), step)


def _round_number(wanted: float) -> float:
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(power * factor for factor in _ROUND if power * factor >= wanted * (1 - 1e-9))


def _round_time(wanted: float) -> float:
    whole_days = math.ceil(wanted / 86_400) * 86_400.0
    return float(next((time for time in _ROUND_TIMES if time >= wanted), whole_days))


@dataclass(frozen=True, slots=True)
class ValueText:
    """How the ticks are written: a ``caption`` with unit and scale, and bare numbers."""

    caption: str
    labels: tuple[str, ...]


def value_text(scale: ValueScale, unit: Unit, wording: Wording) -> ValueText:
    """The words of a scale: ``Thousand kr`` over 200, 400, 600."""
    word = unit_word(unit, wording)
    if unit.kind is UnitKind.DURATION:
        labels = tuple(wording.quantity(Quantity(tick, unit)) for tick in scale.ticks)
        return ValueText(wording.say(msg("Time")), labels)
    divisor = _divisor(max(abs(scale.lowest), abs(scale.highest)), unit)
    decimals = _decimals(scale.step / divisor)
    labels = tuple(wording.number(tick / divisor, decimals) for tick in scale.ticks)
    return ValueText(_caption(divisor, word, wording), labels)


def unit_word(unit: Unit, wording: Wording) -> str:
    """A unit as it stands beside a number: ``kr``, ``%``, ``orders``; empty for plain numbers."""
    match unit.kind:
        case UnitKind.PERCENT:
            return "%"
        case UnitKind.CURRENCY:
            return wording.quantity(Quantity(0, unit)).lstrip("0\u00a0 ")
        case UnitKind.OWN:
            return unit.symbol
        case _:
            return ""


def _divisor(largest: float, unit: Unit) -> float:
    if unit.kind is UnitKind.PERCENT:
        return 0.01
    for divisor, least in ((1e9, 2e9), (1e6, 2e6), (1e3, 1e5)):
        if largest >= least:
            return divisor
    return 1.0


def _decimals(step: float) -> int:
    for decimals in range(_MOST_DECIMALS):
        if abs(round(step, decimals) - step) < step * 1e-6:
            return decimals
    return _MOST_DECIMALS


def _caption(divisor: float, word: str, wording: Wording) -> str:
    match divisor, bool(word):
        case 1e9, True:
            return wording.say(msg("Billion {unit}", unit=word))
        case 1e9, False:
            return wording.say(msg("Billion"))
        case 1e6, True:
            return wording.say(msg("Million {unit}", unit=word))
        case 1e6, False:
            return wording.say(msg("Million"))
        case 1e3, True:
            return wording.say(msg("Thousand {unit}", unit=word))
        case 1e3, False:
            return wording.say(msg("Thousand"))
    return word
