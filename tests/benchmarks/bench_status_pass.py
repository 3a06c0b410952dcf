"""How 200 goals stand, each over a KPI with ten years of days, against one second.

The forecasts are part of it, and numpy is loaded, as it is in the window after the first paint.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

import numpy as np

from desktop.core.company import Company
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.overview import overview
from desktop.services.workspace import Workspace
from desktop.store.measurements import put
from tests.benchmarks.result import HEAD, Result

GOALS, DAYS = 200, 3650
TODAY = date(2026, 8, 20)
SECONDS = 1.0
RUNS = 5


def company(path: Path) -> Workspace:
    chance = random.Random(1)
    ws = Workspace.create(path, Company(name="AB"), today=lambda: TODAY)
    newest = Period(Cadence.DAY, date(2026, 8, 19))
    periods = [newest.shift(n - DAYS + 1) for n in range(DAYS)]
    for number in range(GOALS):
        level = number % 4 == 3
        kpi = save_kpi(
            ws,
            Kpi(
                name=f"Kpi {number}",
                cadence=Cadence.DAY,
                add_up=AddUp.LAST if level else AddUp.SUM,
            ),
        )
        values = 100 + 20 * np.sin(np.arange(DAYS) / 365 * 2 * np.pi) + np.arange(DAYS) / 100
        with ws.action(msg("Values")):
            rows = [
                Measurement(period, float(value) + chance.gauss(0, 10))
                for period, value in zip(periods, values, strict=True)
            ]
            put(ws.connection, kpi.id or 0, rows)
        save_goal_whole(
            ws,
            Goal(statement=f"Goal {number}", start=date(2026, 1, 1), deadline=date(2026, 12, 31)),
            [
                KeyResult(
                    goal_id=0,
                    kpi_id=kpi.id,
                    baseline=100.0 if level else None,
                    target=160.0 if level else 51_000.0,
                    comparison=Comparison.LEVEL if level else Comparison.TOTAL,
                )
            ],
            [],
            {},
        )
    return ws


def run() -> Result:
    with tempfile.TemporaryDirectory() as folder, company(Path(folder) / "a.sikte") as ws:
        times = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            seen = overview(ws)
            times.append(time.perf_counter() - begun)
        assert all(view.results[0].assessment.outlook is not None for view in seen.goals)
    return Result("Status of 200 goals against one second", median(times), SECONDS, 1.0)


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    result = run()
    print(result, flush=True)
    sys.exit(not result.holds)
