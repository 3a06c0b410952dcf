"""What a KPI is, in a reader's words: its formula with names, its unit, how it is better."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.unit import Unit, UnitKind

_KEY = re.compile(r"(?<![\w.])[^\W\d]\w*")
_SIGNS = (("*", " × "), ("/", " ÷ "), ("-", " − "), ("·", " × "), ("×", " × "), ("÷", " ÷ "))


def formula_in_words(formula: str, names: Mapping[str, str]) -> str:
    """``orders/visits`` gives ``Orders ÷ Visits``; a key without a name stays as it is."""
    spaced = formula
    for sign, written in _SIGNS:
        spaced = spaced.replace(sign, written)
    spaced = " ".join(spaced.replace("+", " + ").split())
    return _KEY.sub(lambda key: names.get(key.group(), key.group()), spaced)


def unit_in_words(unit: Unit) -> Message | str:
    """``Percent``, ``SEK``, ``orders``."""
    if unit.kind in (UnitKind.CURRENCY, UnitKind.OWN) and unit.symbol:
        return unit.symbol
    return name(unit.kind)


def better_in_words(kpi: Kpi) -> Message:
    """What is better, with the limits of a band."""
    low, high = kpi.band_low, kpi.band_high
    if kpi.better is not Better.BAND:
        return name(kpi.better)
    if low is None and high is not None:
        return msg("At most {high}", high=kpi.quantity(high))
    if low is not None and high is None:
        return msg("At least {low}", low=kpi.quantity(low))
    return msg("From {low} to {high}", low=kpi.quantity(low or 0), high=kpi.quantity(high or 0))


def add_up_in_words(kpi: Kpi) -> Message:
    """How the values of shorter periods make that of a longer one."""
    return msg("The parts first, then the formula") if kpi.formula else name(kpi.add_up)
