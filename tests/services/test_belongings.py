"""Whatever refers to a goal, key result, KPI or person goes, or lets go, when that is deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.core.activity import Activity, Verdict
from desktop.core.cause import Cause
from desktop.core.check_in import CheckIn
from desktop.core.company import Person
from desktop.core.focus import Focus, Stage
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Goal, KeyResult, Milestone, PlanValue
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.idea import Answer, Idea
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.core.sitting import Ask, Guide
from desktop.core.wheel import EventKind, WheelEvent
from desktop.services.check import check
from desktop.services.company import delete_person
from desktop.services.goals import delete_goal, delete_key_result
from desktop.services.kpis import delete_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.store.former_plans import add_former_plan
from desktop.store.guides import write_answers, write_guide
from desktop.store.habit_tables import (
    ACTIVITIES,
    CHECK_INS,
    IDEAS,
    KPI_EVENTS,
    LANES,
    REVIEWS,
    WHEEL_EVENTS,
)
from desktop.store.plan_values import write_plan
from desktop.store.schema import DATA_TABLES
from desktop.store.strategy_tables import CAUSES, FOCUSES, LOOP_STEPS, LOOPS
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS, MILESTONES, PEOPLE
from tests.services.conftest import TODAY

START = date(2026, 1, 1)
KEPT = 1  # the row that refers to nothing of what is deleted
GONE = 2  # and the one that everything refers to
OTHER = 3
# Whoever is used so cannot be deleted at all: tests of KPIs tell.
REFUSED = {("kpi", "parent_id"), ("key_result", "kpi_id")}


@pytest.fixture
def full(ws: Workspace) -> Workspace:
    """A row in each table that refers to the second goal, key result, KPI or person."""
    with ws.action(msg("Fill")):
        link = ws.connection
        for name in ("Kept", "Gone"):
            PEOPLE.save(link, Person(name=name))
            KPIS.save(link, Kpi(name=name, key=name.casefold()))
            GOALS.save(link, Goal(statement=name, start=START))
            KEY_RESULTS.save(link, KeyResult(goal_id=KEPT, kpi_id=KEPT, target=5.0))
        save_values(ws, GONE, {Period(Cadence.MONTH, START): 1.0})
        KPIS.save(link, Kpi(name="Owned", key="owned", owner_id=GONE, capacity_owner_id=GONE))
        GOALS.save(link, Goal(statement="Under", start=START, parent_id=GONE, owner_id=GONE))
        KEY_RESULTS.save(link, KeyResult(goal_id=GONE, kpi_id=KEPT, owner_id=GONE))
        MILESTONES.save(link, Milestone(goal_id=GONE, key_result_id=GONE, title="Half", due=TODAY))
        write_plan(link, GONE, [PlanValue(TODAY, 3.0)])
        add_former_plan(link, FormerPlan(key_result_id=GONE, until=TODAY, target=4.0, start=START))
        write_guide(link, Guide(goal_id=GONE))
        write_guide(link, Guide(goal_id=KEPT, raised_from_id=GONE))
        write_answers(link, GONE, {next(iter(Ask)): "Because"})
        CAUSES.save(link, Cause(cause_goal_id=GONE, effect_goal_id=KEPT))
        CAUSES.save(link, Cause(cause_goal_id=OTHER, effect_goal_id=GONE))
        CAUSES.save(link, Cause(cause_kpi_id=GONE, effect_kpi_id=KEPT))
        CAUSES.save(link, Cause(cause_kpi_id=OTHER, effect_kpi_id=GONE))
        FOCUSES.save(link, Focus(kpi_id=GONE, stage=Stage.SCALE, since=START))
        loop = LOOPS.save(link, GrowthLoop(name="Letter"))
        LOOP_STEPS.save(link, LoopStep(loop_id=id_of(loop), kpi_id=GONE))
        CHECK_INS.save(link, CheckIn(goal_id=GONE, day=TODAY, confidence=5, seen=((GONE, TODAY),)))
        CHECK_INS.save(link, CheckIn(goal_id=KEPT, day=TODAY, confidence=5, person_id=GONE))
        tried = Activity(goal_id=GONE, title="Fairs", start=START, verdict=Verdict.OPEN)
        made = ACTIVITIES.save(link, tried)
        kept = Activity(goal_id=KEPT, kpi_id=GONE, owner_id=GONE, title="Ads", start=START)
        ACTIVITIES.save(link, kept)
        IDEAS.save(link, Idea(title="A", day=TODAY, goal_id=GONE))
        adopted = Idea(title="B", day=TODAY, answer=Answer.ADOPTED, activity_id=made.id)
        IDEAS.save(link, adopted)
        REVIEWS.save(link, Review(goal_id=GONE, day=TODAY, learned="Ask first"))
        KPI_EVENTS.save(link, KpiEvent(kpi_id=GONE, day=TODAY, title="New prices"))
        lane = id_of(LANES.all(link)[0])
        fair = WheelEvent(
            lane_id=lane, title="Fair", kind=EventKind.OTHER, start=START, end=TODAY, owner_id=GONE
        )
        WHEEL_EVENTS.save(link, fair)
    return ws


def referring(ws: Workspace, parent: str) -> dict[tuple[str, str], int]:
    """How many rows refer to the one that is to go, by each column that can."""
    columns = [
        (table, column)
        for table in DATA_TABLES
        for _, _, to, column, *_ in ws.connection.execute(f"PRAGMA foreign_key_list('{table}')")
        if to == parent and (table, column) not in REFUSED
    ]
    return {
        (table, column): ws.connection.execute(
            f'SELECT count(*) FROM "{table}" WHERE {column} = ?', (GONE,)
        ).fetchone()[0]
        for table, column in columns
    }


@pytest.mark.parametrize(
    ("parent", "delete"),
    [
        ("goal", delete_goal),
        ("key_result", delete_key_result),
        ("kpi", delete_kpi),
        ("person", delete_person),
    ],
)
def test_nothing_is_left_that_refers_to_what_is_gone(
    full: Workspace, path: Path, parent: str, delete: Callable[[Workspace, int], None]
) -> None:
    before = referring(full, parent)
    assert 0 not in before.values()  # each column that can refer to it does
    delete(full, GONE)
    assert set(referring(full, parent).values()) == {0}
    assert check(path) == []
    full.undo()
    assert referring(full, parent) == before


def test_what_has_something_of_its_own_stays(full: Workspace) -> None:
    delete_goal(full, GONE)
    delete_kpi(full, GONE)
    delete_person(full, GONE)
    link = full.connection
    assert [(each.title, each.goal_id, each.activity_id) for each in IDEAS.all(link)] == [
        ("A", None, None),
        ("B", None, None),
    ]
    (left,) = ACTIVITIES.all(link)
    assert (left.title, left.kpi_id, left.owner_id) == ("Ads", None, None)
    (step,) = LOOP_STEPS.all(link)
    assert (step.title, step.kpi_id) == ("Gone", None)
    assert [each.goal_id for each in CHECK_INS.all(link)] == [KEPT]
    assert [each.title for each in WHEEL_EVENTS.all(link)] == ["Fair"]
