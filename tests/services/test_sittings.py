"""A goal in three sittings: what each saves, and where the goal then stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.sitting import Ask, Sitting, Way
from desktop.services.goals import (
    delete_goal,
    goal,
    goals,
    key_results,
    milestones,
    plan_values,
    save_goal,
    save_goal_whole,
    set_state,
)
from desktop.services.history import steps
from desktop.services.kpis import kpi, kpis, save_kpi
from desktop.services.overview import overview
from desktop.services.sittings import (
    SittingDraft,
    answers_of,
    guide_of,
    guides,
    put_off,
    read_draft,
    save_sitting,
)
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY

WISH = SittingDraft(
    goal=Goal(statement="More people come back", start=TODAY, state=GoalState.DRAFT),
    answers={Ask.WORTH: "Two letters only"},
)
SOON = date(2026, 7, 20)


def first(ws: Workspace, next_on: date | None = SOON) -> int:
    """A goal after its first sitting."""
    return save_sitting(ws, WISH, Sitting.GOAL, finished=True, next_on=next_on).id or 0


def test_a_sitting_is_one_step_with_its_name(ws: Workspace) -> None:
    before = len(steps(ws))
    goal_id = first(ws)
    assert len(steps(ws)) == before + 1
    assert steps(ws)[0].label.text == "First sitting of “{goal}”"
    guide = guide_of(ws, goal_id)
    assert (guide.done, guide.next_on, guide.way) == (1, SOON, Way.SMART)
    assert answers_of(ws, goal_id) == {Ask.WORTH: "Two letters only"}
    ws.undo()
    assert goals(ws) == []
    assert guides(ws) == {}


def test_the_second_makes_the_new_kpi_in_the_same_step(ws: Workspace) -> None:
    draft = read_draft(ws, first(ws))
    before = len(steps(ws))
    draft = replace(
        draft,
        key_results=(KeyResult(goal_id=0, kpi_id=-1),),
        new_kpis={-1: Kpi(id=-1, name="Returning customers"), -2: Kpi(id=-2, name="Unused")},
        told={-1: ("Bought before", "The shop"), -2: ("", "")},
    )
    saved = save_sitting(ws, draft, Sitting.SIGNS, finished=True)
    (made,) = kpis(ws)
    assert (made.name, made.definition, made.source) == (
        "Returning customers",
        "Bought before",
        "The shop",
    )
    assert [row.kpi_id for row in key_results(ws, saved.id or 0)] == [made.id]
    assert len(steps(ws)) == before + 1
    ws.undo()
    assert kpis(ws) == []


def test_a_formula_from_the_library_brings_its_parts(ws: Workspace) -> None:
    draft = replace(
        read_draft(ws, first(ws)),
        key_results=(KeyResult(goal_id=0, kpi_id=-1),),
        new_kpis={-1: Kpi(id=-1, key="conversion_rate", name="C", formula="orders / visits")},
    )
    save_sitting(ws, draft, Sitting.SIGNS, finished=True)
    assert {each.key for each in kpis(ws)} == {"orders", "visits", "conversion_rate"}


def test_the_third_makes_the_goal_active_and_ends_the_reminders(ws: Workspace) -> None:
    goal_id = first(ws)
    save_sitting(ws, read_draft(ws, goal_id), Sitting.MEASURE, finished=True, next_on=SOON)
    assert goal(ws, goal_id).state is GoalState.ACTIVE
    assert (guide_of(ws, goal_id).done, guide_of(ws, goal_id).next_on) == (3, None)


def test_one_that_was_broken_off_keeps_its_answers_and_its_place(ws: Workspace) -> None:
    goal_id = first(ws)
    draft = replace(read_draft(ws, goal_id), answers={Ask.SEEN: "Full shelves", Ask.WORTH: " "})
    save_sitting(ws, draft, Sitting.SIGNS, finished=False)
    assert answers_of(ws, goal_id) == {Ask.SEEN: "Full shelves"}
    assert (guide_of(ws, goal_id).done, guide_of(ws, goal_id).next_on) == (1, SOON)


def test_going_back_to_the_first_sitting_does_not_undo_the_others(ws: Workspace) -> None:
    goal_id = first(ws)
    save_sitting(ws, read_draft(ws, goal_id), Sitting.MEASURE, finished=True)
    save_sitting(ws, read_draft(ws, goal_id), Sitting.GOAL, finished=True, next_on=SOON)
    assert (guide_of(ws, goal_id).done, guide_of(ws, goal_id).next_on) == (3, None)


def test_milestones_and_plans_of_the_editor_stay(ws: Workspace) -> None:
    measure = save_kpi(ws, Kpi(name="Orders")).id or 0
    saved = save_goal_whole(
        ws,
        Goal(statement="More orders", start=TODAY, deadline=date(2026, 12, 31)),
        [KeyResult(id=-1, goal_id=0, kpi_id=measure, target=9, comparison=Comparison.TOTAL)],
        [Milestone(goal_id=0, key_result_id=-1, title="Half", due=SOON)],
        {-1: [PlanValue(SOON, 4.0)]},
    )
    goal_id = saved.id or 0
    save_sitting(ws, read_draft(ws, goal_id), Sitting.SIGNS, finished=False)
    (row,) = key_results(ws, goal_id)
    assert [step.value for step in plan_values(ws, row.id or 0)] == [4.0]
    assert [(each.title, each.key_result_id) for each in milestones(ws, goal_id)] == [
        ("Half", row.id)
    ]


def test_a_goal_of_the_editor_stands_where_its_parts_say(ws: Workspace) -> None:
    bare = save_goal(ws, Goal(statement="More", start=TODAY)).id or 0
    assert guide_of(ws, bare).next is Sitting.SIGNS
    measure = save_kpi(ws, Kpi(name="Orders")).id
    rows = [KeyResult(goal_id=0, kpi_id=measure), KeyResult(goal_id=0, title="Opened")]
    aimed = save_goal_whole(ws, Goal(statement="More", start=TODAY), rows, (), {}).id or 0
    assert (guide_of(ws, aimed).next, guide_of(ws, aimed).way) == (Sitting.MEASURE, Way.OKR)
    rows = [replace(rows[0], target=5.0)]
    whole = save_goal_whole(ws, Goal(statement="More", start=TODAY), rows, (), {}).id or 0
    assert (guide_of(ws, whole).next, guide_of(ws, whole).way) == (None, Way.SMART)
    assert guides(ws) == {}


def test_what_is_told_of_a_number_is_the_kpis_own(ws: Workspace) -> None:
    measure = save_kpi(ws, Kpi(name="Orders", definition="Paid", source="Shop")).id or 0
    draft = replace(WISH, key_results=(KeyResult(goal_id=0, kpi_id=measure),))
    saved = save_sitting(ws, draft, Sitting.SIGNS, finished=True)
    draft = read_draft(ws, saved.id or 0)
    assert draft.told == {measure: ("Paid", "Shop")}
    draft = replace(draft, told={measure: ("Paid orders ", "The shop")})
    save_sitting(ws, draft, Sitting.MEASURE, finished=True)
    assert (kpi(ws, measure).definition, kpi(ws, measure).source) == ("Paid orders", "The shop")


def test_the_overview_reminds_when_the_day_has_come(ws: Workspace) -> None:
    goal_id = first(ws, next_on=TODAY)
    (need,) = overview(ws).needs
    assert (need.page, need.target_id) == ("goals", goal_id)
    assert need.message.text.startswith("“{goal}” waits for its second sitting")
    put_off(ws, goal_id, SOON)
    assert overview(ws).needs == ()
    put_off(ws, goal_id, TODAY)
    set_state(ws, goal_id, GoalState.DROPPED)
    assert overview(ws).needs == ()


def test_a_deleted_goal_takes_its_answers_along(ws: Workspace) -> None:
    goal_id = first(ws)
    delete_goal(ws, goal_id)
    assert guides(ws) == {}
    with pytest.raises(NotAllowed):
        read_draft(ws, goal_id)
    ws.undo()
    assert answers_of(ws, goal_id) == {Ask.WORTH: "Two letters only"}


def test_the_editor_can_change_the_answers(ws: Workspace) -> None:
    goal_id = first(ws)
    save_goal_whole(ws, goal(ws, goal_id), (), (), {}, {Ask.TRIES: "A letter"})
    assert answers_of(ws, goal_id) == {Ask.TRIES: "A letter"}
    save_goal_whole(ws, goal(ws, goal_id), (), (), {})
    assert answers_of(ws, goal_id) == {Ask.TRIES: "A letter"}
