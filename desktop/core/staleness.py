"""When a KPI has been silent for longer than its cadence allows."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.record import record

# How long after its end a period's value may take: a web shop's day is known in days, a month
# when the books are closed, a year when the accounts are.
GRACE_DAYS = {
    Cadence.DAY: 3,
    Cadence.WEEK: 10,
    Cadence.MONTH: 25,
    Cadence.QUARTER: 45,
    Cadence.YEAR: 120,
}
_IN_DAYS = 62  # a longer silence is told in months
_IN_MONTHS = 731  # and a still longer one in years


@record(frozen=True, slots=True)
class Outdated:
    """A silence: the newest whole period with a value, how many days ago it ended, and the day
    by which the next one should have been here."""

    newest: Period
    days: int
    expected_by: date

    @property
    def message(self) -> Message:
        """One sentence: how long there has been nothing new."""
        return msg(
            "The newest value is from {period}, {ago} old.",
            period=self.newest,
            ago=_length(self.days),
        )


def expected_by(period: Period) -> date:
    """The day by which the value of ``period`` should be here."""
    return period.end + timedelta(days=GRACE_DAYS[period.cadence])


def outdated(kpi: Kpi, newest: Period | None, today: date) -> Outdated | None:
    """The silence after ``newest``, the KPI's latest whole period with a value; ``None`` while
    the next one may still come, for an archived KPI and for one that never had a value."""
    if newest is None or kpi.archived:
        return None
    due = expected_by(newest.shift(1))
    return Outdated(newest, (today - newest.end).days, due) if today > due else None


def _length(days: int) -> Message:
    if days <= _IN_DAYS:
        return nmsg("{n} day", "{n} days", days)
    if days <= _IN_MONTHS:
        return nmsg("{n} month", "{n} months", round(days / 30.44))
    return nmsg("{n} year", "{n} years", round(days / 365.25))
