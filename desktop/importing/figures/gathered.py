"""The cells that each period got from a table, and the one value that they make."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from desktop.core.period import TO_THURSDAY, Cadence, Period
from desktop.importing.cells import Sheet
from desktop.importing.figures.extraction import Extracted
from desktop.importing.figures.mapping import Gather
from desktop.importing.tables.recognition import PeriodAxis
from desktop.importing.values.number_columns import added
from desktop.importing.values.stamps import Grain, Stamp

_containing = lru_cache(maxsize=16384)(Period.containing)


def _no_numbers() -> array[float]:
    return array("d")


@dataclass(slots=True, eq=False)
class Slot:
    """The cells of one period so far: numbers or, for counting, texts, with their rows."""

    first: tuple[int, int]
    last: tuple[int, int] = (-1, -1)
    numbers: array[float] = field(default_factory=_no_numbers)
    texts: set[str] = field(default_factory=set)


class Gathered:
    """What each of the KPI's periods has got so far."""

    def __init__(self, sheet: Sheet, axis: PeriodAxis, cadence: Cadence, year_start: int) -> None:
        self.sheet = sheet
        self.axis = axis
        self.cadence = cadence
        self.year_start = year_start
        self.slots: dict[Period, Slot] = {}
        self.latest = date.min  # the last day of the last period that the table has
        self._periods: dict[Stamp, Period] = {}
        self._finest = axis.cadence.cadence

    def slot(self, stamp: Stamp, row: int, column: int) -> Slot:
        """The slot of a period of the file, to which the cell at these indexes belongs."""
        period = self._periods.get(stamp) or self._period(stamp)
        slot = self.slots.get(period)
        if slot is None:
            slot = self.slots[period] = Slot((row, column))
        return slot

    def _period(self, stamp: Stamp) -> Period:
        """The KPI's period of a stamp; a week counts where its Thursday does."""
        day = stamp.start
        if self.axis.cadence is Grain.WEEK:
            day = replace(stamp, grain=Grain.WEEK).first_day + TO_THURSDAY
        period = _containing(self.cadence, day, self.year_start)
        self._periods[stamp] = period
        whole = _containing(self._finest, stamp.start, self.year_start).end
        self.latest = max(self.latest, min(stamp.end or whole, whole))
        return period

    def values(self, add_up: Gather) -> dict[Period, Extracted]:
        """The value of each period in their order, without those that no number can hold."""
        found = {}
        for period in sorted(self.slots, key=lambda period: period.start):
            slot = self.slots[period]
            value = _value(slot, add_up)
            if value is not None:
                found[period] = self._extracted(period, slot, value)
        return found

    def _extracted(self, period: Period, slot: Slot, value: float) -> Extracted:
        until, since = self.axis.covers_to or self.latest, self.axis.covers_from
        return Extracted(
            value,
            until if until in period and until < period.end else None,
            since if since is not None and since in period and since > period.start else None,
            self.sheet.reference(*sorted({slot.first, slot.last})),
        )


def _value(slot: Slot, add_up: Gather) -> float | None:
    """What the cells of a period make, ``None`` when it is beyond what a number can hold."""
    match add_up:
        case Gather.SUM | Gather.COUNT | Gather.RATIO:
            return added(slot.numbers)
        case Gather.DISTINCT:
            return float(len(slot.texts))
        case Gather.MEAN:
            total = added(slot.numbers)
            return None if total is None else total / len(slot.numbers)
        case Gather.LAST:
            return added(slot.numbers[-1:])
