"""When a milestone was reached: the day that was marked, or the first value that passed it."""

from __future__ import annotations

from datetime import date

from desktop.core.counted import Counted
from desktop.core.goal import Milestone
from desktop.core.kpi import Better


def reached_on(milestone: Milestone, counted: Counted | None, better: Better) -> date | None:
    """The day that people marked; otherwise the end of the first whole period by which the value
    was there (in the terms of the comparison); ``None`` while it is not.

    A value to get down to counts as passed from above only: ``better`` is the KPI's. A milestone
    of a KPI inside a band has no value to pass.
    """
    if milestone.done_on is not None:
        return milestone.done_on
    value = milestone.value
    if value is None or counted is None or better is Better.BAND:
        return None
    if counted.missing:
        return None  # the total is not known
    for measurement, there in zip(counted.measurements, counted.values, strict=True):
        if there <= value if better is Better.LOWER else there >= value:
            return measurement.period.end
    return None
