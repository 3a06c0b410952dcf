"""The weekly scorecard, as data: a few measures over a quarter of weeks, and what they hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.progress import at_or_beyond
from desktop.core.unit import Quantity

WEEKS = 13  # a quarter
FEWEST, MOST = 5, 15  # measures: fewer tell little of a company, more are not talked through


@dataclass(frozen=True, slots=True)
class WeekAim:
    """What a week is held against: ``low`` and ``high`` are both ends of a band, or the one that
    must be reached."""

    low: float | None = None
    high: float | None = None

    def hit(self, value: float) -> bool:
        """Whether a week's value is good enough."""
        above = self.low is None or at_or_beyond(value, self.low, Better.HIGHER)
        return above and (self.high is None or at_or_beyond(value, self.high, Better.LOWER))


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One week of one measure; ``hit`` is ``None`` where there is no goal for the week, or not the
    whole week is measured."""

    value: Quantity | None = None
    hit: bool | None = None


@dataclass(frozen=True, slots=True)
class WeeklyRow:
    """A measure, who answers for it, the goal that it serves, and its weeks.  ``low`` and ``high``
    are what the newest week that has a goal is held against."""

    name: str
    owner: str
    serves: str
    low: Quantity | None
    high: Quantity | None
    cells: tuple[WeekCell, ...]

    @property
    def hits(self) -> int:
        return sum(cell.hit is True for cell in self.cells)

    @property
    def judged(self) -> int:
        return sum(cell.hit is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class WeeklySheet:
    """``rows`` are at most :data:`MOST`; ``more`` counts measures beyond them, and ``longer`` the
    KPIs that have no weeks."""

    company: Company
    message: Message
    as_of: date | None
    today: date
    weeks: tuple[Period, ...]
    rows: tuple[WeeklyRow, ...]
    more: int = 0
    longer: int = 0


def last_weeks(today: date) -> tuple[Period, ...]:
    """The weeks that are over, the newest last."""
    this = Period.containing(Cadence.WEEK, today)
    return tuple(this.shift(index - WEEKS) for index in range(WEEKS))


def week_aim(kpi: Kpi, planned: float | None) -> WeekAim | None:
    """What a week is held against: the KPI's band, or what is planned for that week."""
    if kpi.better is Better.BAND:
        band = WeekAim(kpi.band_low, kpi.band_high)
        return None if band == WeekAim() else band
    if planned is None:
        return None
    return WeekAim(high=planned) if kpi.better is Better.LOWER else WeekAim(low=planned)


def weekly_row(
    kpi: Kpi,
    owner: str,
    serves: str,
    values: Sequence[tuple[float, bool] | None],
    aims: Sequence[WeekAim | None],
) -> WeeklyRow:
    """A measure from its values, each with whether the whole week is measured, and what each week
    is held against."""
    newest = next((aim for aim in reversed(aims) if aim is not None), WeekAim())
    return WeeklyRow(
        name=kpi.name,
        owner=owner,
        serves=serves,
        low=None if newest.low is None else kpi.quantity(newest.low),
        high=None if newest.high is None else kpi.quantity(newest.high),
        cells=tuple(_cell(kpi, value, aim) for value, aim in zip(values, aims, strict=True)),
    )


def _cell(kpi: Kpi, measured: tuple[float, bool] | None, aim: WeekAim | None) -> WeekCell:
    if measured is None:
        return WeekCell()
    value, whole = measured
    return WeekCell(kpi.quantity(value), aim.hit(value) if whole and aim is not None else None)


def weekly_message(weeks: Sequence[Period], rows: Sequence[WeeklyRow]) -> Message:
    """How the newest week went that has verdicts; or what a scorecard needs."""
    for index in reversed(range(len(weeks))):
        verdicts = [hit for row in rows if (hit := row.cells[index].hit) is not None]
        if verdicts:
            return nmsg(
                "In {week}, {hits} of {n} measure with a goal hit it.",
                "In {week}, {hits} of {n} measures with a goal hit it.",
                len(verdicts),
                week=weeks[index],
                hits=sum(verdicts),
            )
    if rows:
        return msg("No week has a goal yet. Give a goal a key result on one of these measures.")
    return msg("No KPI has a value by day or week yet.")
