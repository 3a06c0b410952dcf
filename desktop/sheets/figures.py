"""Numbers on paper: several values of one unit in one scale, written so that they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.core.wording import Wording

_HOUR = 3600.0
_MOST_DIGITS = 100.0  # of a scaled value; from here on it needs no decimals
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Figures:
    """Values as text, in their order, and the unit that belongs to all of them; it is empty when
    the texts carry it themselves (``2,5 %``, ``1:30:00``).  ``full`` tells that no digit that the
    values show is missing."""

    texts: tuple[str, ...]
    unit: str
    full: bool = False


def figures(
    quantities: Sequence[Quantity], wording: Wording, fits: Callable[[Sequence[str]], bool]
) -> Figures:
    """The values in full where they fit; otherwise in thousands, millions, … all on the same
    scale, and at last as powers of ten."""
    found = Figures((), "")
    for found in _ways(quantities, wording):
        if fits(found.texts):
            break
    return found


def _ways(quantities: Sequence[Quantity], wording: Wording) -> Iterator[Figures]:
    if not quantities:
        yield Figures((), "")
        return
    unit = quantities[0].unit
    if unit.kind in (UnitKind.PERCENT, UnitKind.DURATION):
        yield Figures(tuple(wording.quantity(each) for each in quantities), "", full=True)
    values, word = _plain(quantities, wording)
    if unit.kind is not UnitKind.DURATION:
        yield _in_full(values, quantities, word, wording)
    largest = max(abs(value) for value in values)
    for factor, scale in ((1.0, None), *_SCALES):
        if largest >= factor:
            decimals = 0 if largest / factor >= _MOST_DIGITS else 1
            texts = (
                wording.number(value / factor, decimals, signed=each.signed)
                for value, each in zip(values, quantities, strict=True)
            )
            name = word if scale is None else wording.say(scale(unit, word)).strip()
            yield Figures(tuple(texts), name)
    yield Figures(
        tuple(
            _power(value, wording, signed=each.signed)
            for value, each in zip(values, quantities, strict=True)
        ),
        word,
    )


def _in_full(
    values: Sequence[float], quantities: Sequence[Quantity], word: str, wording: Wording
) -> Figures:
    texts = (
        wording.number(value, each.decimals, signed=each.signed)
        for value, each in zip(values, quantities, strict=True)
    )
    return Figures(tuple(texts), word, full=True)


def _plain(quantities: Sequence[Quantity], wording: Wording) -> tuple[list[float], str]:
    """The values as they are written without their own format: percent, and hours."""
    unit = quantities[0].unit
    values = [each.value for each in quantities]
    if unit.kind is UnitKind.PERCENT:
        return [value * 100 for value in values], "%"
    if unit.kind is UnitKind.DURATION:
        return [value / _HOUR for value in values], wording.say(msg("hours"))
    return values, unit_word(unit, wording)


def unit_word(unit: Unit, wording: Wording) -> str:
    """What stands behind a number of this unit: ``kr``, ``orders``; empty for a plain number."""
    if unit.kind in (UnitKind.CURRENCY, UnitKind.OWN):
        return wording.quantity(Quantity(0.0, unit)).removeprefix(wording.number(0.0)).strip()
    return "%" if unit.kind is UnitKind.PERCENT else ""


def _thousands(unit: Unit, word: str) -> Message:
    if unit.kind is UnitKind.CURRENCY:
        return msg("{currency} thousand", currency=word)
    return msg("thousand {unit}", unit=word)


def _millions(unit: Unit, word: str) -> Message:
    if unit.kind is UnitKind.CURRENCY:
        return msg("{currency} million", currency=word)
    return msg("million {unit}", unit=word)


def _billions(unit: Unit, word: str) -> Message:
    if unit.kind is UnitKind.CURRENCY:
        return msg("{currency} billion", currency=word)
    return msg("billion {unit}", unit=word)


def _trillions(unit: Unit, word: str) -> Message:
    if unit.kind is UnitKind.CURRENCY:
        return msg("{currency} trillion", currency=word)
    return msg("trillion {unit}", unit=word)


_SCALES: tuple[tuple[float, Callable[[Unit, str], Message]], ...] = (
    (1e3, _thousands),
    (1e6, _millions),
    (1e9, _billions),
    (1e12, _trillions),
)


def _power(value: float, wording: Wording, *, signed: bool) -> str:
    """``−1,2·10¹⁸``."""
    mantissa, power = f"{value:.1e}".split("e")
    number = wording.number(float(mantissa), 1, signed=signed)
    return f"{number}·10{str(int(power)).translate(_SUPERSCRIPT)}"
