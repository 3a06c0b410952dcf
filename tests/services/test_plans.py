"""Seasonal plans from the company file, on the goal, its chart and in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.charts import goal_chart
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.overview import goal_view
from desktop.services.plans import has_season, seasonal_plan
from desktop.services.workspace import Workspace

FACTORS = [0.5, 0.75, 1.25, 1.5]


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(
        tmp_path / "a.sikte", Company(name="AB"), today=lambda: date(2026, 4, 10)
    )
    with made as workspace:
        yield workspace


@pytest.fixture
def kpi_id(ws: Workspace) -> int:
    found = save_kpi(ws, Kpi(name="Sales", cadence=Cadence.QUARTER)).id or 0
    first = Period(Cadence.QUARTER, date(2024, 1, 1))
    values = {first.shift(n): 100 * factor for n, factor in enumerate(FACTORS * 2)}
    save_values(ws, found, {**values, first.shift(8): 101.0})
    return found


def saved(ws: Workspace, kpi_id: int, steps: tuple[PlanValue, ...] = ()) -> int:
    goal = Goal(statement="Sell", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    row = KeyResult(
        id=-1,
        goal_id=0,
        kpi_id=kpi_id,
        target=800.0,
        comparison=Comparison.TOTAL,
        seasonal=True,
    )
    return save_goal_whole(ws, goal, [row], (), {-1: steps}).id or 0


def test_a_seasonal_goal_is_held_against_its_season(ws: Workspace, kpi_id: int) -> None:
    (result,) = goal_view(ws, saved(ws, kpi_id)).results
    assert result.assessment.expected == pytest.approx(100)  # a straight plan would say 197
    assert [step.value for step in result.plan] == pytest.approx([100, 250, 500, 800])


def test_its_chart_shows_what_each_period_should_add(ws: Workspace, kpi_id: int) -> None:
    chart = goal_chart(ws, saved(ws, kpi_id))
    assert chart is not None
    assert [point.value for point in chart.plan] == pytest.approx([100, 150, 250, 300])


def test_typed_steps_go_before_the_season(ws: Workspace, kpi_id: int) -> None:
    steps = (PlanValue(date(2026, 3, 31), 90.0),)
    (result,) = goal_view(ws, saved(ws, kpi_id, steps)).results
    assert result.plan == steps


def test_the_editor_can_ask_before_anything_is_saved(ws: Workspace, kpi_id: int) -> None:
    goal = Goal(statement="Sell", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    row = KeyResult(goal_id=0, kpi_id=kpi_id, target=400.0, comparison=Comparison.TOTAL)
    assert [step.value for step in seasonal_plan(ws, goal, row, kpi_id)] == pytest.approx(
        [50, 125, 250, 400]
    )
    assert has_season(ws, kpi_id, date(2026, 1, 1))
    assert not has_season(ws, kpi_id, date(2025, 1, 1))
