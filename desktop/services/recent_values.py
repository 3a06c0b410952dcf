"""The recent past of a KPI, as a sparkline shows it."""

from __future__ import annotations

from datetime import date

from desktop.core.series import Series

RECENT = 13  # a year and its start again, at any cadence that people read as a line


def recent_values(series: Series, today: date) -> tuple[float, ...]:
    """The newest values of full periods, for a sparkline."""
    return tuple(measurement.value for measurement in series.full(today)[-RECENT:])
