"""The measurements of one KPI in order, and their adding up to longer periods."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import TO_THURSDAY, Cadence, Period

_DAY = timedelta(days=1)


class Series:
    """A KPI's measurements in ascending order, at the KPI's own cadence.

    ``year_start`` is the fiscal year's first month, 1-12.
    """

    def __init__(self, kpi: Kpi, measurements: Iterable[Measurement], year_start: int = 1) -> None:
        self.kpi = kpi
        self.year_start = year_start
        self.measurements: tuple[Measurement, ...] = tuple(
            sorted(measurements, key=attrgetter("period.start"))
        )
        self._added_up: dict[Cadence, Sequence[Measurement]] = {kpi.cadence: self.measurements}

    def at(self, cadence: Cadence) -> list[Measurement]:
        """One measurement a period of ``cadence``, added up as the KPI says.

        An ISO week counts in the month, quarter or year of its Thursday, as the ISO year does.
        A mean is the plain mean of the periods inside. The newest period ends ``through`` its
        last covered day. A period is ``incomplete`` when the series begins inside it, or when
        one of its weeks, months or quarters is missing and the value depends on it; days
        without a value are taken to be days without business. A finer cadence gives an empty
        list: a month's value cannot be divided among its days.
        """
        if cadence not in self._added_up:
            self._added_up[cadence] = self._at(cadence)
        return list(self._added_up[cadence])

    def without_weekdays(self) -> Series:
        """Days as weeks, for what is to tell news from noise: a weekend is no news.  Any other
        series as it is."""
        if self.kpi.cadence is not Cadence.DAY:
            return self
        weekly = replace(self.kpi, cadence=Cadence.WEEK)
        return Series(weekly, self.at(Cadence.WEEK), self.year_start)

    def full(self, today: date) -> list[Measurement]:
        """The measurements of whole periods that are over."""
        return [each for each in self.measurements if not each.partial(today)]

    def latest_full(self, today: date) -> Measurement | None:
        """The newest measurement of a whole period that is over."""
        return next((m for m in reversed(self.measurements) if not m.partial(today)), None)

    def latest_partial(self, today: date) -> Measurement | None:
        """The newest measurement when its period is unfinished; it is never judged."""
        newest = self.measurements[-1] if self.measurements else None
        return newest if newest is not None and newest.partial(today) else None

    def _at(self, cadence: Cadence) -> list[Measurement]:
        if cadence.fineness < self.kpi.cadence.fineness or not self.measurements:
            return []
        groups = self._groups(cadence)
        last = len(groups) - 1
        return [
            self._added(period, parts, first=index == 0, newest=index == last)
            for index, (period, parts) in enumerate(groups)
        ]

    def _groups(self, cadence: Cadence) -> list[tuple[Period, list[Measurement]]]:
        """The measurements by longer period. The loop is tight: ten years are 3,650 days."""
        weekly = self.kpi.cadence is Cadence.WEEK
        groups: list[tuple[Period, list[Measurement]]] = []
        end = date.min
        for each in self.measurements:
            day = each.period.counts_on if weekly else each.period.start
            if day > end or not groups:
                period = Period.containing(cadence, day, self.year_start)
                end = period.end
                groups.append((period, []))
            groups[-1][1].append(each)
        return groups

    def _added(
        self, period: Period, parts: list[Measurement], *, first: bool, newest: bool
    ) -> Measurement:
        last_part = parts[-1]
        begin, finish = self._ends(period)
        covered = last_part.through or last_part.period.end
        stops_short = last_part.period.start < finish.start or covered < last_part.period.end
        through = min(covered, period.end) if newest and stops_short else None
        return Measurement(
            period,
            _combined(self.kpi.add_up, [part.value for part in parts]),
            through if through != period.end else None,
            incomplete=self._lacks(parts, begin, finish, first=first, newest=newest),
        )

    def _ends(self, period: Period) -> tuple[Period, Period]:
        """The first and the last of the shorter periods that ``period`` is made of."""
        aside = TO_THURSDAY if self.kpi.cadence is Cadence.WEEK else timedelta(0)
        return (
            Period.containing(self.kpi.cadence, period.start + aside, self.year_start),
            Period.containing(self.kpi.cadence, period.end - aside, self.year_start),
        )

    def _lacks(
        self, parts: list[Measurement], begin: Period, finish: Period, *, first: bool, newest: bool
    ) -> bool:
        """Whether the value depends on a shorter period that has none or is only partly covered.

        The end of the newest period is not missing but still to come; ``through`` says so.
        """
        last_part = parts[-1]
        if self.kpi.add_up is AddUp.LAST:
            return not newest and (
                last_part.incomplete
                or (self.kpi.cadence is not Cadence.DAY and last_part.period.start < finish.start)
            )
        if any(part.incomplete for part in parts) or any(part.through for part in parts[:-1]):
            return True
        if not newest and last_part.through is not None:
            return True
        if first and parts[0].period.start > begin.start:
            return True
        if self.kpi.cadence is Cadence.DAY:
            return False
        until = last_part.period if newest else finish
        return begin.until(until) + 1 > len(parts)


def _combined(add_up: AddUp, values: list[float]) -> float:
    if add_up is AddUp.SUM:
        return math.fsum(values)
    if add_up is AddUp.MEAN:
        return math.fsum(values) / len(values)
    return values[-1]


def missing_periods(measurements: Sequence[Measurement], first: Period) -> list[Period]:
    """The periods from ``first`` to the newest measurement that have none."""
    if not measurements:
        return []
    known = {each.period for each in measurements}
    count = first.until(measurements[-1].period)
    return [period for n in range(count) if (period := first.shift(n)) not in known]
