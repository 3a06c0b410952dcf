"""Formula KPIs: worked out from other KPIs, whose values are added up first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.core.expression import FormulaFault, read_expression
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.series import Series

__all__ = ["FormulaFault", "check", "circle", "evaluate", "formula_series", "keys_of"]


def keys_of(formula: str) -> tuple[str, ...]:
    """The keys of the KPIs in the formula, in order, each once.  Raises FormulaFault."""
    return read_expression(formula).names


def evaluate(formula: str, values: Mapping[str, float | None]) -> float | None:
    """The formula's value; ``None`` when a part has none, or when it divides by zero.

    Raises :class:`FormulaFault` when the formula cannot be read.
    """
    expression = read_expression(formula)
    known: dict[str, float] = {}
    for key in expression.names:
        value = values.get(key)
        if value is None:
            return None
        known[key] = value
    try:
        result = expression.evaluate(known)
    except ZeroDivisionError:
        return None
    return result if math.isfinite(result) else None


def check(formula: str, *, key: str, formulas: Mapping[str, str]) -> Message | None:
    """What is wrong with the formula of the KPI called ``key``; ``None`` when nothing is.

    ``formulas`` has the key of every KPI of the company, with its formula or an empty text.
    """
    try:
        keys = keys_of(formula)
    except FormulaFault as fault:
        return fault.message
    if not keys:
        return msg("The formula names no KPI.")
    for part in keys:
        if part != key and part not in formulas:
            return msg("There is no KPI called {key}.", key=part)
    round_trip = circle(key, {**formulas, key: formula})
    if round_trip:
        return msg("The formula comes back to itself: {keys}.", keys=" → ".join((*round_trip, key)))
    return None


def circle(key: str, formulas: Mapping[str, str]) -> tuple[str, ...]:
    """The keys on the way from ``key`` back to itself, beginning with it; empty without one."""
    seen: set[str] = set()
    ways: list[tuple[str, ...]] = [(key,)]
    while ways:
        way = ways.pop()
        for part in _parts(formulas.get(way[-1], "")):
            if part == key:
                return way
            if part not in seen:
                seen.add(part)
                ways.append((*way, part))
    return ()


def _parts(formula: str) -> tuple[str, ...]:
    try:
        return keys_of(formula) if formula else ()
    except FormulaFault:
        return ()


def formula_series(kpi: Kpi, parts: Mapping[str, Series], year_start: int = 1) -> Series:
    """The series of a formula KPI from the series of the KPIs that it names, by key.

    At every cadence the parts are added up first, so that a year's conversion is all orders by
    all visits.  A period in which a part has no value has none.
    """
    return _FormulaSeries(kpi, parts, year_start)


class _FormulaSeries(Series):
    def __init__(self, kpi: Kpi, parts: Mapping[str, Series], year_start: int) -> None:
        self._parts = {key: parts[key] for key in keys_of(kpi.formula) if key in parts}
        self._wanted = keys_of(kpi.formula)
        super().__init__(kpi, self._computed(kpi, kpi.cadence), year_start)

    def _at(self, cadence: Cadence) -> list[Measurement]:
        if cadence.fineness < self.kpi.cadence.fineness:
            return []
        return self._computed(self.kpi, cadence)

    def _computed(self, kpi: Kpi, cadence: Cadence) -> list[Measurement]:
        if not self._wanted or len(self._parts) < len(self._wanted):
            return []
        by_period = {
            key: {each.period: each for each in series.at(cadence)}
            for key, series in self._parts.items()
        }
        measured = []
        for period in _common(list(by_period.values())):
            sources = {key: values[period] for key, values in by_period.items()}
            value = evaluate(kpi.formula, {key: each.value for key, each in sources.items()})
            if value is not None:
                measured.append(_joined(period, value, list(sources.values())))
        return measured


def _common(sources: Sequence[Mapping[Period, Measurement]]) -> Iterable[Period]:
    """The periods that every source has a value for, in the order of the first."""
    first, *others = sources
    return (period for period in first if all(period in other for other in others))


def _joined(period: Period, value: float, sources: Sequence[Measurement]) -> Measurement:
    through: list[date] = [each.through for each in sources if each.through is not None]
    return Measurement(
        period,
        value,
        min(through, default=None),
        incomplete=any(each.incomplete for each in sources),
    )
