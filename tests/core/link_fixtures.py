"""Two histories, the one following the other, for the tests of links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series


def following(count: int, lag: int, sign: float = 1.0) -> tuple[list[float], list[float]]:
    """The second follows the first ``lag`` places later, with a little noise of its own."""
    chance = Random(7)
    new = [chance.gauss(0, 10) for _ in range(count + lag)]
    second = [200 + sign * new[n] + chance.gauss(0, 3) for n in range(count)]
    return [100 + value for value in new[lag:]], second


def unlinked(count: int) -> tuple[list[float], list[float]]:
    """Two that have nothing to do with each other."""
    chance = Random(3)
    first = [100 + chance.gauss(0, 10) for _ in range(count)]
    return first, [200 + chance.gauss(0, 10) for _ in range(count)]


def series_of(kpi: Kpi, first: Period, values: Sequence[float]) -> Series:
    """One value a period from ``first`` on."""
    return Series(kpi, [Measurement(first.shift(n), value) for n, value in enumerate(values)])


def month(year: int, number: int) -> Period:
    return Period(Cadence.MONTH, date(year, number, 1))
