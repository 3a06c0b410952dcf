"""Switching KPI with ten years of daily values against a bare pyqtgraph redraw of the points.

Our side is all of it: the panel's figures, axes, labels and the drawing of actual values and last
year's.  The bare side sets the same two lines in an empty PlotWidget.  Both end when painted.
``--file`` adds, for the record, the way from the company file to the painted chart.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from math import cos, tau
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.services.charts import kpi_chart
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_measurements
from desktop.services.workspace import Workspace
from desktop.ui.charts.chart_panel import ChartPanel
from desktop.ui.theme import Theme, apply_theme
from tests.benchmarks.result import HEAD, Result

DAYS = 3650
LAST = Period(Cadence.DAY, date(2026, 6, 30))
SIZE = (1000, 420)
RUNS = 41

Show = Callable[[ChartSeries], None]


def daily_values(seed: int) -> list[tuple[Period, float]]:
    """Ten years of days with a trend, a season, a week and noise."""
    chance = random.Random(seed)
    periods = [LAST.shift(day - DAYS + 1) for day in range(DAYS)]
    return [
        (period, 400 + 0.08 * day + 150 * cos(day / 365 * tau) + chance.gauss(0, 60))
        for day, period in enumerate(periods)
    ]


def chart(seed: int) -> ChartSeries:
    values = daily_values(seed)
    actual = tuple(Point(period, value) for period, value in values)
    last_year = tuple(
        Point(now[0], then[1]) for now, then in zip(values[364:], values, strict=False)
    )
    kpi = Kpi(name=f"Visits {seed}")
    return ChartSeries(kpi.name, kpi.unit, 0, Cadence.DAY, actual, last_year, sums=True)


class Bare:
    """A PlotWidget and nothing else."""

    def __init__(self, charts: list[ChartSeries]) -> None:
        self._widget = pg.PlotWidget()
        self._widget.resize(*SIZE)
        self._lines = [self._widget.plot(), self._widget.plot()]
        self._data = {
            chart.title: [_arrays(chart.last_year), _arrays(chart.actual)] for chart in charts
        }
        self._widget.show()

    def show(self, chart: ChartSeries) -> None:
        for line, (x, y) in zip(self._lines, self._data[chart.title], strict=True):
            line.setData(x, y)
        self._widget.viewport().repaint()


class Ours:
    """The panel as the KPIs page has it."""

    def __init__(self, first: ChartSeries) -> None:
        self._panel = ChartPanel()
        self._panel.resize(*SIZE)
        self._panel.show_series(first, list(Cadence))
        self._panel.show()
        while self._panel.plot is None:
            QApplication.processEvents()

    def show(self, chart: ChartSeries) -> None:
        self._panel.show_series(chart, list(Cadence))
        self._panel.repaint()
        if self._panel.plot is not None:
            self._panel.plot.viewport().repaint()


def _arrays(points: tuple[Point, ...]) -> tuple[np.ndarray, np.ndarray]:
    days = np.array([point.period.start.toordinal() for point in points], float)
    return days, np.array([point.value for point in points])


def seconds(shows: Sequence[Show], charts: list[ChartSeries]) -> list[float]:
    """The median time of each to go to the other chart and have it painted, taken in turns."""
    times: list[list[float]] = [[] for _ in shows]
    for number in range(RUNS + 4):
        wanted = charts[number % 2]
        for show, taken in zip(shows, times, strict=True):
            QApplication.processEvents()
            begun = time.perf_counter()
            show(wanted)
            if number >= 4:  # the first ones fill the caches of both
                taken.append(time.perf_counter() - begun)
    return [median(taken) for taken in times]


def from_file(ours: Ours) -> float:
    """The median time from the company file to the painted chart, two KPIs in turn."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "bench.sikte", Company(name="Bench")) as workspace,
    ):
        ids = []
        for seed in (1, 2):
            kpi = save_kpi(workspace, Kpi(name=f"Visits {seed}", cadence=Cadence.DAY))
            rows = [Measurement(period, value) for period, value in daily_values(seed)]
            save_measurements(workspace, kpi.id or 0, rows)
            ids.append(kpi.id or 0)
        times = []
        for number in range(12):
            begun = time.perf_counter()
            ours.show(kpi_chart(workspace, ids[number % 2]))
            times.append(time.perf_counter() - begun)
    return median(times[2:])


def run(*, with_file: bool = False) -> Result:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme.LIGHT)
    charts = [chart(1), chart(2)]
    bare, ours = Bare(charts), Ours(charts[0])
    result = Result(
        "Switch KPI, ten years of days", *seconds((ours.show, bare.show), charts), limit=2.0
    )
    if with_file:
        print(f"From the file to the painted chart: {from_file(ours) * 1000:.1f} ms")
    return result


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    outcome = run(with_file="--file" in sys.argv)
    print(outcome, flush=True)
    sys.exit(not outcome.holds)
