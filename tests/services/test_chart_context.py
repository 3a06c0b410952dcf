"""What stands on the chart of a goal beside its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core.activity import Activity, Verdict
from desktop.core.chart_series import Effort, Occasion
from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.services.charts import goal_chart, kpi_chart
from desktop.services.goals import key_results, save_goal_whole, save_key_result
from desktop.services.kpi_events import delete_kpi_event, kpi_events, save_kpi_event
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import ACTIVITIES


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(
        tmp_path / "a.sikte", Company(name="AB"), today=lambda: date(2026, 4, 10)
    )
    with made as workspace:
        yield workspace


@pytest.fixture
def kpi_id(ws: Workspace) -> int:
    found = save_kpi(ws, Kpi(name="Orders")).id or 0
    first = Period(Cadence.MONTH, date(2025, 1, 1))
    values = [10.0, 12, 11, 13, 12, 11, 13, 12, 11, 12, 13, 11, 12, 13, 12]
    save_values(ws, found, {first.shift(n): value for n, value in enumerate(values)})
    return found


@pytest.fixture
def goal_id(ws: Workspace, kpi_id: int) -> int:
    goal = Goal(statement="More", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    row = KeyResult(goal_id=0, kpi_id=kpi_id, target=180.0, comparison=Comparison.TOTAL)
    return save_goal_whole(ws, goal, [row], (), {}).id or 0


def test_a_goal_is_forecast_to_its_deadline_and_a_kpi_a_year(
    ws: Workspace, kpi_id: int, goal_id: int
) -> None:
    chart = goal_chart(ws, goal_id)
    assert chart is not None
    assert [chart.expected[0].period.start, chart.expected[-1].period.start] == [
        date(2026, 4, 1),
        date(2026, 12, 1),
    ]
    assert len(chart.limits) == 15
    alone = save_kpi(ws, Kpi(name="Visits")).id or 0
    save_values(ws, alone, {point.period: point.value for point in kpi_chart(ws, kpi_id).actual})
    assert kpi_chart(ws, alone).expected[-1].period.start == date(2027, 4, 1)


def test_events_and_activities_stand_on_it(ws: Workspace, kpi_id: int, goal_id: int) -> None:
    event = save_kpi_event(
        ws, KpiEvent(kpi_id=kpi_id, day=date(2025, 9, 1), title=" New  shop ", rebase=True)
    )
    with ws.action(msg("Try")):
        for row in (
            Activity(goal_id=goal_id, kpi_id=kpi_id, title="Fair", start=date(2026, 2, 1)),
            Activity(
                goal_id=goal_id,
                title="Letters",
                start=date(2026, 1, 1),
                verdict=Verdict.KILLED,
                decided_on=date(2026, 3, 1),
            ),
        ):
            ACTIVITIES.save(ws.connection, row)
    chart = goal_chart(ws, goal_id)
    assert chart is not None
    assert chart.occasions == (Occasion(date(2025, 9, 1), "New shop", True),)
    assert set(chart.efforts) == {
        Effort("Fair", date(2026, 2, 1)),
        Effort("Letters", date(2026, 1, 1), date(2026, 3, 1), True),
    }
    assert [effort.title for effort in kpi_chart(ws, kpi_id).efforts] == ["Fair", "Letters"]
    centres = [limits.centre for limits in chart.limits]  # of eight and of seven months
    assert centres == pytest.approx([94 / 8] * 8 + [84 / 7] * 7)
    delete_kpi_event(ws, event.id or 0)
    assert kpi_events(ws, kpi_id) == []
    ws.undo()
    assert kpi_events(ws, kpi_id) == [event]


def test_an_event_needs_words(ws: Workspace, kpi_id: int) -> None:
    with pytest.raises(NotAllowed):
        save_kpi_event(ws, KpiEvent(kpi_id=kpi_id, day=date(2025, 9, 1), title="  "))


def test_a_changed_target_keeps_the_first_plan_in_sight(ws: Workspace, goal_id: int) -> None:
    before = goal_chart(ws, goal_id)
    (row,) = key_results(ws, goal_id)
    save_key_result(ws, replace(row, target=150.0))
    chart = goal_chart(ws, goal_id)
    assert before is not None
    assert chart is not None
    assert chart.original == before.plan
    assert chart.plan != before.plan
