"""Ideas in the file: noted, answered, adopted in one action, and the reply in any language."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.company import Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState
from desktop.core.idea import Answer, Idea
from desktop.core.need import Action
from desktop.qtkit.wording import wording
from desktop.services.activities import activities, delete_activity
from desktop.services.company import save_person
from desktop.services.goals import delete_goal, save_goal
from desktop.services.ideas import (
    adopt_idea,
    answer_idea,
    delete_idea,
    goals_to_serve,
    idea,
    ideas,
    known_names,
    note_idea,
    reply_text,
    save_idea,
)
from desktop.services.overview import overview
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY


@pytest.fixture
def goal(ws: Workspace) -> int:
    return save_goal(ws, Goal(statement="Grow", start=date(2026, 1, 1))).id or 0


def noted(ws: Workspace, title: str) -> int:
    return note_idea(ws, title, "Robin").id or 0


def test_waiting_ones_first_then_the_newest_answer(ws: Workspace, goal: int) -> None:
    first, second, third = (noted(ws, title) for title in ("One", "Two", "Three"))
    answer_idea(ws, first, Answer.PARKED, "Later", goal)
    answer_idea(ws, second, Answer.DECLINED, "No")
    assert [each.idea.id for each in ideas(ws)] == [third, second, first]
    assert [each.goal for each in ideas(ws)] == ["", "", "Grow"]


def test_who_may_have_had_it(ws: Workspace) -> None:
    save_person(ws, Person(name="Kim"))
    noted(ws, "One")
    assert known_names(ws) == ["Kim", "Robin"]


def test_it_is_held_against_what_is_worked_on(ws: Workspace, goal: int) -> None:
    draft = save_goal(ws, Goal(statement="Draft", start=TODAY, state=GoalState.DRAFT))
    save_goal(ws, Goal(statement="Old", start=TODAY, state=GoalState.MISSED))
    assert goals_to_serve(ws) == [(goal, "Grow"), (draft.id, "Draft")]


def test_adopting_is_one_action(ws: Workspace, goal: int) -> None:
    wanted = noted(ws, "Posters")
    made = adopt_idea(ws, wanted, "It may work", goal)
    assert (made.title, made.goal_id, made.start) == ("Posters", goal, TODAY)
    found = idea(ws, wanted)
    assert (found.answer, found.activity_id, found.answered_on) == (
        Answer.ADOPTED,
        made.id,
        TODAY,
    )
    with pytest.raises(NotAllowed):
        adopt_idea(ws, wanted, "", goal)
    ws.undo()
    assert activities(ws) == []
    assert idea(ws, wanted).answer is Answer.WAITING
    ws.redo()
    assert idea(ws, wanted).activity_id == made.id
    delete_activity(ws, made.id or 0)
    left = idea(ws, wanted)
    assert (left.answer, left.activity_id) == (Answer.ADOPTED, None)
    delete_goal(ws, goal)
    assert idea(ws, wanted).goal_id is None


def test_what_is_refused_changes_nothing(ws: Workspace, goal: int) -> None:
    wanted = noted(ws, "Posters")
    for action in (
        lambda: note_idea(ws, "  "),
        lambda: answer_idea(ws, wanted, Answer.DECLINED, " "),
        lambda: answer_idea(ws, wanted, Answer.ADOPTED, "Good", goal),
        lambda: adopt_idea(ws, wanted, "Good", None),
        lambda: adopt_idea(ws, wanted, "Good", 99),
        lambda: save_idea(ws, Idea(id=99, title="Gone", day=TODAY)),
        lambda: delete_idea(ws, 99),
    ):
        with pytest.raises(NotAllowed):
            action()
    assert [each.idea for each in ideas(ws)] == [idea(ws, wanted)]
    assert idea(ws, wanted).answer is Answer.WAITING


def test_the_week_asks_for_answers(ws: Workspace, goal: int) -> None:
    wanted = noted(ws, "Posters")

    def asked() -> list[int | None]:
        return [need.target_id for need in overview(ws).needs if need.action is Action.ANSWER]

    assert asked() == [wanted]
    answer_idea(ws, wanted, Answer.PARKED, "After the summer", goal)
    assert asked() == []
    answer_idea(ws, wanted, Answer.WAITING, "After the summer", goal)
    assert asked() == [wanted]


def test_the_reply_is_signed_by_the_company(ws: Workspace, goal: int) -> None:
    wanted = noted(ws, "Posters")
    with pytest.raises(ValueError, match="waits"):
        reply_text(ws, wanted, wording("en"))
    answer_idea(ws, wanted, Answer.PARKED, "After the summer.", goal)
    text = reply_text(ws, wanted, wording("en"))
    assert text.startswith("Hello Robin,\n\nThank you for your idea: “Posters”.\n\n")
    assert "“Grow”" in text
    assert text.endswith("After the summer.\n\nDo send us the next one too.\nÄrlig AB")
