"""Goals, key results, milestones and plans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Kpi
from desktop.services.goals import (
    delete_goal,
    delete_key_result,
    delete_milestone,
    goal,
    goals,
    key_results,
    milestones,
    plan_values,
    save_goal,
    save_goal_whole,
    save_key_result,
    save_milestone,
    save_plan,
    set_state,
)
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace

START = date(2026, 1, 1)


@pytest.fixture
def kpi_id(ws: Workspace) -> int:
    return save_kpi(ws, Kpi(name="Orders")).id or 0


@pytest.fixture
def goal_id(ws: Workspace) -> int:
    return save_goal(ws, Goal(statement="More orders", start=START)).id or 0


def step(month: int, value: float) -> PlanValue:
    return PlanValue(date(2026, month, 28), value)


class TestGoals:
    def test_they_stand_in_the_order_in_which_they_came(self, ws: Workspace) -> None:
        first = save_goal(ws, Goal(statement=" First ", start=START))
        second = save_goal(ws, Goal(statement="Second", start=START, position=7))
        third = save_goal(ws, Goal(statement="Third", start=START))
        below = save_goal(ws, Goal(statement="Below", start=START, parent_id=first.id))
        assert [row.statement for row in goals(ws)] == ["First", "Below", "Second", "Third"]
        assert (first.position, second.position, third.position, below.position) == (0, 7, 8, 0)

    @pytest.mark.parametrize(
        "wrong",
        [
            Goal(statement="  ", start=START),
            Goal(statement="A", start=START, deadline=date(2025, 12, 31)),
        ],
    )
    def test_what_a_goal_must_be(self, ws: Workspace, wrong: Goal) -> None:
        with pytest.raises(NotAllowed):
            save_goal(ws, wrong)
        assert goals(ws) == []

    def test_goals_do_not_lie_under_themselves(self, ws: Workspace, goal_id: int) -> None:
        part = save_goal(ws, Goal(statement="Part", start=START, parent_id=goal_id))
        for parent_id in (goal_id, part.id):
            with pytest.raises(NotAllowed):
                save_goal(ws, replace(goal(ws, goal_id), parent_id=parent_id))

    @pytest.mark.parametrize("state", GoalState)
    def test_states(self, ws: Workspace, goal_id: int, state: GoalState) -> None:
        set_state(
            ws, goal_id, GoalState.DRAFT if state is not GoalState.DRAFT else GoalState.MISSED
        )
        set_state(ws, goal_id, state)
        assert goal(ws, goal_id).state is state
        assert ws.undo_label is not None
        assert ws.undo_label.values == {"goal": "More orders"}

    def test_deleting_takes_everything_of_it_and_undo_brings_it_back(
        self, ws: Workspace, goal_id: int, kpi_id: int
    ) -> None:
        result = save_key_result(ws, KeyResult(goal_id=goal_id, kpi_id=kpi_id, target=10))
        save_plan(ws, result.id or 0, [step(1, 5.0)])
        save_milestone(
            ws,
            Milestone(goal_id=goal_id, key_result_id=result.id, title="Half", due=START),
        )
        top = save_goal(ws, Goal(statement="Top", start=START))
        save_goal(ws, replace(goal(ws, goal_id), parent_id=top.id))
        part = save_goal(ws, Goal(statement="Part", start=START, parent_id=goal_id))
        delete_goal(ws, goal_id)
        assert {row.statement: row.parent_id for row in goals(ws)} == {"Top": None, "Part": top.id}
        assert key_results(ws, goal_id) == []
        assert milestones(ws, goal_id) == []
        assert plan_values(ws, result.id or 0) == []
        ws.undo()
        assert goal(ws, part.id or 0).parent_id == goal_id
        assert key_results(ws, goal_id) == [result]
        assert [row.title for row in milestones(ws, goal_id)] == ["Half"]
        assert plan_values(ws, result.id or 0) == [step(1, 5.0)]

    def test_what_is_gone(self, ws: Workspace, goal_id: int) -> None:
        delete_goal(ws, goal_id)
        gone: list[Callable[[], object]] = [
            lambda: goal(ws, goal_id),
            lambda: delete_goal(ws, goal_id),
            lambda: set_state(ws, goal_id, GoalState.REACHED),
            lambda: save_key_result(ws, KeyResult(goal_id=goal_id, title="A")),
            lambda: save_plan(ws, 99, []),
        ]
        for call in gone:
            with pytest.raises(NotAllowed):
                call()
        delete_key_result(ws, 99)
        delete_milestone(ws, 99)


class TestKeyResults:
    def test_they_stand_in_order(self, ws: Workspace, goal_id: int, kpi_id: int) -> None:
        first = save_key_result(ws, KeyResult(goal_id=goal_id, kpi_id=kpi_id))
        second = save_key_result(ws, KeyResult(goal_id=goal_id, title=" Opened "))
        assert key_results(ws, goal_id) == [first, second]
        assert (second.position, second.title) == (1, "Opened")

    @pytest.mark.parametrize(
        "wrong",
        [
            KeyResult(goal_id=1),
            KeyResult(goal_id=1, title=" "),
            KeyResult(goal_id=1, kpi_id=99),
            KeyResult(goal_id=1, title="A", weight=0),
            KeyResult(goal_id=1, title="A", weight=float("nan")),
            KeyResult(goal_id=1, title="A", target=float("inf")),
            KeyResult(goal_id=1, title="A", baseline=float("nan")),
        ],
    )
    def test_what_a_key_result_must_be(self, ws: Workspace, goal_id: int, wrong: KeyResult) -> None:
        with pytest.raises(NotAllowed):
            save_key_result(ws, replace(wrong, goal_id=goal_id))

    def test_the_first_target_is_kept_beside_a_changed_one(
        self, ws: Workspace, goal_id: int, kpi_id: int
    ) -> None:
        result = save_key_result(ws, KeyResult(goal_id=goal_id, kpi_id=kpi_id, target=100))
        assert result.original_target is None
        changed = save_key_result(ws, replace(result, target=80))
        assert changed.original_target == 100
        again = save_key_result(ws, replace(changed, target=70, weight=2))
        assert again.original_target == 100
        same = save_key_result(ws, replace(again, weight=3))
        assert same.original_target == 100
        back = save_key_result(ws, replace(same, target=100))
        assert back.original_target is None

    def test_a_draft_and_another_kpi_have_no_first_target(
        self, ws: Workspace, goal_id: int, kpi_id: int
    ) -> None:
        set_state(ws, goal_id, GoalState.DRAFT)
        result = save_key_result(ws, KeyResult(goal_id=goal_id, kpi_id=kpi_id, target=100))
        assert save_key_result(ws, replace(result, target=80)).original_target is None
        set_state(ws, goal_id, GoalState.ACTIVE)
        other = save_kpi(ws, Kpi(name="Visits"))
        moved = save_key_result(ws, replace(result, kpi_id=other.id, target=7))
        assert moved.original_target is None

    def test_deleting_leaves_its_milestones_with_the_goal(
        self, ws: Workspace, goal_id: int, kpi_id: int
    ) -> None:
        result = save_key_result(ws, KeyResult(goal_id=goal_id, kpi_id=kpi_id))
        save_plan(ws, result.id or 0, [step(1, 5.0)])
        half = save_milestone(
            ws, Milestone(goal_id=goal_id, key_result_id=result.id, title="Half", due=START)
        )
        delete_key_result(ws, result.id or 0)
        assert key_results(ws, goal_id) == []
        assert milestones(ws, goal_id) == [replace(half, key_result_id=None)]
        ws.undo()
        assert milestones(ws, goal_id) == [half]
        assert plan_values(ws, result.id or 0) == [step(1, 5.0)]


class TestMilestonesAndPlans:
    def test_milestones_by_due_date(self, ws: Workspace, goal_id: int) -> None:
        late = save_milestone(
            ws, Milestone(goal_id=goal_id, title=" Late ", due=date(2026, 9, 1), value=5.0)
        )
        early = save_milestone(ws, Milestone(goal_id=goal_id, title="Early", due=START))
        assert milestones(ws, goal_id) == [early, late]
        assert late.title == "Late"
        done = save_milestone(ws, replace(early, done_on=START))
        assert milestones(ws, goal_id) == [done, late]
        delete_milestone(ws, done.id or 0)
        assert milestones(ws, goal_id) == [late]

    @pytest.mark.parametrize(
        "wrong",
        [
            Milestone(goal_id=1, title=" ", due=START),
            Milestone(goal_id=1, title="A", due=START, value=float("nan")),
        ],
    )
    def test_what_a_milestone_must_be(self, ws: Workspace, goal_id: int, wrong: Milestone) -> None:
        with pytest.raises(NotAllowed):
            save_milestone(ws, replace(wrong, goal_id=goal_id))

    def test_a_plan_is_one_step(self, ws: Workspace, goal_id: int) -> None:
        result = save_key_result(ws, KeyResult(goal_id=goal_id, title="Opened"))
        save_plan(ws, result.id or 0, [step(2, 2.0), step(1, 1.0)])
        save_plan(ws, result.id or 0, [step(1, 1.5)])
        assert plan_values(ws, result.id or 0) == [step(1, 1.5)]
        ws.undo()
        assert plan_values(ws, result.id or 0) == [step(1, 1.0), step(2, 2.0)]

    @pytest.mark.parametrize(
        "wrong", [[step(1, float("inf"))], [step(1, 1.0), step(1, 2.0)]], ids=["inf", "twice"]
    )
    def test_what_a_plan_must_be(self, ws: Workspace, goal_id: int, wrong: list[PlanValue]) -> None:
        result = save_key_result(ws, KeyResult(goal_id=goal_id, title="Opened"))
        with pytest.raises(NotAllowed):
            save_plan(ws, result.id or 0, wrong)
        assert plan_values(ws, result.id or 0) == []


class TestWhole:
    """What the goal editor saves."""

    def test_a_new_goal_with_all_its_parts_is_one_step(self, ws: Workspace, kpi_id: int) -> None:
        saved = save_goal_whole(
            ws,
            Goal(statement="More", start=START),
            [
                KeyResult(id=-5, goal_id=0, kpi_id=kpi_id, target=10, comparison=Comparison.TOTAL),
                KeyResult(goal_id=0, title="Opened"),
            ],
            [
                Milestone(goal_id=0, key_result_id=-5, title="Half", due=START),
                Milestone(goal_id=0, title="Launch", due=START),
            ],
            {-5: [step(1, 4.0)]},
        )
        numbers, opened = key_results(ws, saved.id or 0)
        assert (numbers.kpi_id, numbers.target, numbers.position) == (kpi_id, 10, 0)
        assert (opened.title, opened.position) == ("Opened", 1)
        assert plan_values(ws, numbers.id or 0) == [step(1, 4.0)]
        assert [row.key_result_id for row in milestones(ws, saved.id or 0)] == [numbers.id, None]
        ws.undo()
        assert goals(ws) == []
        ws.redo()
        assert key_results(ws, saved.id or 0) == [numbers, opened]

    def test_what_is_not_in_the_lists_goes(self, ws: Workspace, kpi_id: int) -> None:
        saved = save_goal_whole(
            ws,
            Goal(statement="More", start=START),
            [
                KeyResult(id=-1, goal_id=0, kpi_id=kpi_id, target=10),
                KeyResult(id=-2, goal_id=0, title="Opened"),
            ],
            [
                Milestone(goal_id=0, key_result_id=-1, title="Half", due=START),
                Milestone(goal_id=0, key_result_id=-2, title="Door", due=START),
            ],
            {-1: [step(1, 4.0)]},
        )
        goal_id = saved.id or 0
        numbers, opened = key_results(ws, goal_id)
        half, door = milestones(ws, goal_id)
        again = save_goal_whole(
            ws,
            replace(saved, statement="Most"),
            [opened, replace(numbers, target=20)],
            [half],
            {opened.id or 0: [step(3, 1.0)]},
        )
        assert goal(ws, goal_id) == again
        first, second = key_results(ws, goal_id)
        assert (first.id, first.position) == (opened.id, 0)
        assert (second.id, second.position, second.original_target) == (numbers.id, 1, 10)
        assert milestones(ws, goal_id) == [half]
        assert plan_values(ws, numbers.id or 0) == []
        assert plan_values(ws, opened.id or 0) == [step(3, 1.0)]
        ws.undo()
        assert key_results(ws, goal_id) == [numbers, opened]
        assert milestones(ws, goal_id) == [half, door]

    def test_a_milestone_outlives_the_key_result_that_it_hung_on(
        self, ws: Workspace, kpi_id: int
    ) -> None:
        saved = save_goal_whole(
            ws,
            Goal(statement="More", start=START),
            [KeyResult(id=-1, goal_id=0, kpi_id=kpi_id)],
            [Milestone(goal_id=0, key_result_id=-1, title="Half", due=START)],
            {},
        )
        (half,) = milestones(ws, saved.id or 0)
        save_goal_whole(ws, saved, [], [half], {})
        assert key_results(ws, saved.id or 0) == []
        assert milestones(ws, saved.id or 0) == [replace(half, key_result_id=None)]

    def test_what_is_wrong_anywhere_saves_nothing(self, ws: Workspace, kpi_id: int) -> None:
        with pytest.raises(NotAllowed):
            save_goal_whole(
                ws,
                Goal(statement="More", start=START),
                [KeyResult(goal_id=0, kpi_id=kpi_id)],
                [Milestone(goal_id=0, title="", due=START)],
                {},
            )
        assert goals(ws) == []
        assert key_results(ws, 1) == []
