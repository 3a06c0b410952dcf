"""Reviews are begun from the data, kept as one action each, and come back when they are needed."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.check_in import CheckIn
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone
from desktop.core.kpi import AddUp, Kpi
from desktop.core.moment import MomentKind
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.qtkit.wording import wording
from desktop.services.advice_past import Past
from desktop.services.check_ins import save_check_in
from desktop.services.goals import delete_goal, save_goal_whole, save_milestone, set_state
from desktop.services.history import steps
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.moments import ended, goal_states, reached
from desktop.services.overview import overview
from desktop.services.raising import raise_goal
from desktop.services.reviews import (
    basis,
    begin,
    delete_review,
    due,
    earlier_reviews,
    matching,
    review,
    review_of_goal,
    reviews,
    save_review,
    title,
)
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY

JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))


@pytest.fixture
def readers(ws: Workspace) -> Kpi:
    """180 to 230 in half a year."""
    kpi = save_kpi(ws, Kpi(name="Readers", add_up=AddUp.LAST))
    save_values(ws, kpi.id or 0, {JANUARY.shift(n): 180.0 + 10 * n for n in range(6)})
    return kpi


@pytest.fixture
def goal_id(ws: Workspace, readers: Kpi) -> int:
    goal = Goal(statement="More readers", start=date(2026, 1, 1), deadline=date(2026, 6, 30))
    row = KeyResult(
        id=-1,
        goal_id=0,
        kpi_id=readers.id,
        baseline=100.0,
        target=200.0,
        comparison=Comparison.LEVEL,
    )
    half = Milestone(goal_id=0, key_result_id=-1, title="Half", due=date(2026, 4, 30), value=205.0)
    return save_goal_whole(ws, goal, [row], [half], {}).id or 0


def test_a_review_is_one_action_and_can_be_undone(ws: Workspace, goal_id: int) -> None:
    before = len(steps(ws))
    saved = save_review(ws, Review(goal_id=goal_id, day=TODAY, why=" The summer "))
    assert len(steps(ws)) == before + 1
    assert (saved.why, review(ws, saved.id or 0)) == ("The summer", saved)
    delete_review(ws, saved.id or 0)
    assert reviews(ws) == []
    ws.undo()
    assert review_of_goal(ws, goal_id) == saved
    delete_goal(ws, goal_id)
    assert reviews(ws) == []


@pytest.mark.parametrize(
    "wrong",
    [
        Review(goal_id=1, day=TODAY, why="  "),
        Review(goal_id=1, day=date(2026, 7, 16), why="Tomorrow"),
        Review(goal_id=99, day=TODAY, why="Of nothing"),
        Review(day=TODAY, why="Of nothing"),
    ],
)
def test_what_is_no_review(ws: Workspace, goal_id: int, wrong: Review) -> None:
    with pytest.raises(NotAllowed):
        save_review(ws, wrong)
    with pytest.raises(NotAllowed):
        review(ws, 99)


def test_a_goal_past_its_deadline_is_due_until_it_is_reviewed(ws: Workspace, goal_id: int) -> None:
    quarter, goal = due(ws)
    assert quarter.period == Period(Cadence.QUARTER, date(2026, 4, 1))
    assert goal.goal is not None
    assert goal.goal.id == goal_id
    for each in (quarter, goal):
        save_review(ws, _answered(begin(ws, each)))
    assert due(ws) == ()


def _answered(of: Review) -> Review:
    return Review(
        goal_id=of.goal_id,
        period_start=of.period_start,
        period_end=of.period_end,
        day=of.day,
        learned="Write shorter letters",
    )


def test_the_data_tells_what_was_meant_and_what_happened(ws: Workspace, goal_id: int) -> None:
    say = wording("en").say
    told = basis(ws, Review(goal_id=goal_id, day=TODAY))
    assert "Readers: from 100 to 200 (The latest value)" in map(say, told.meant)
    happened = [say(each) for each in told.happened]
    # 180, 190, 200, 210 in April
    assert "Milestone reached on 30 April 2026, in time: Half" in happened
    assert "Readers: 230 as of 30 June 2026, 130% of the way." in happened


def test_a_period_is_told_by_its_report(ws: Workspace, goal_id: int) -> None:
    say = wording("en").say
    of = begin(ws, due(ws)[0])
    told = basis(ws, of)
    assert [say(each) for each in told.meant] == ["The goal: More readers"]
    assert "Half, 30 April 2026 (“More readers”)" in map(say, told.happened)
    assert say(title(ws, of)) == "Q2 2026"


def test_what_was_learned_comes_back_with_the_next_target(
    ws: Workspace, goal_id: int, readers: Kpi
) -> None:
    assert Past(ws).lesson(readers) is None
    save_review(ws, Review(goal_id=goal_id, day=date(2026, 7, 1), learned="Write shorter"))
    save_review(ws, Review(goal_id=goal_id, day=date(2026, 7, 3), why="No sentence"))
    lesson = Past(ws).lesson(readers)
    assert lesson is not None
    assert (lesson.learned, lesson.day, lesson.goal) == (
        "Write shorter",
        date(2026, 7, 1),
        "More readers",
    )
    assert lesson.ended is not None
    assert wording("en").say(lesson.ended) == "came to 230, the target was 200"
    assert Past(ws).lesson(save_kpi(ws, Kpi(name="Other"))) is None


def test_a_raised_goal_carries_the_review_along(ws: Workspace, goal_id: int) -> None:
    save_review(ws, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    raised = raise_goal(ws, goal_id)
    ((earlier, known),) = earlier_reviews(ws, raised.id or 0)
    assert (earlier.id, known.learned) == (goal_id, "Write shorter")


def test_the_search_finds_every_word_wherever_it_stands() -> None:
    found = [("More readers", Review(goal_id=1, day=TODAY, learned="Write shorter letters"))]
    assert matching(found, "letters more") == found
    assert matching(found, "letters less") == []
    assert matching(found, " ") == found


def test_a_missed_milestone_is_asked_about_until_somebody_has_looked(
    ws: Workspace, goal_id: int
) -> None:
    save_milestone(ws, Milestone(goal_id=goal_id, title="Party", due=date(2026, 7, 1)))
    asked = [need for need in overview(ws).needs if "Why was it missed" in need.message.text]
    assert [(need.action, need.target_id) for need in asked] == [(Action.CHECK_IN, goal_id)]
    assert asked[0].message.values["title"] == "Party"  # Half was passed by its value
    save_check_in(ws, CheckIn(goal_id=goal_id, day=TODAY, comment="Nobody had the time"))
    assert not any("missed" in need.message.text for need in overview(ws).needs)


class TestMoments:
    def test_a_goal_that_its_numbers_reach_and_a_milestone_lately(
        self, ws: Workspace, goal_id: int
    ) -> None:
        found = {each.kind: each for each in reached(ws)}
        assert set(found) == {MomentKind.GOAL}  # April is longer ago than two months
        assert found[MomentKind.GOAL].day == date(2026, 6, 30)
        save_milestone(
            ws,
            Milestone(goal_id=goal_id, title="Party", due=TODAY, done_on=date(2026, 7, 14)),
        )
        (party,) = (each for each in reached(ws) if each.kind is MomentKind.MILESTONE)
        assert (party.title, party.day) == ("Party", date(2026, 7, 14))

    @pytest.mark.parametrize(
        ("state", "kind"),
        [
            (GoalState.REACHED, MomentKind.GOAL),
            (GoalState.MISSED, MomentKind.ENDED),
            (GoalState.DROPPED, MomentKind.ENDED),
        ],
    )
    def test_a_goal_that_ends_is_offered_a_review(
        self, ws: Workspace, goal_id: int, state: GoalState, kind: MomentKind
    ) -> None:
        before = goal_states(ws)
        assert ended(ws, before) == ()
        set_state(ws, goal_id, state)
        (moment,) = ended(ws, before)
        assert (moment.kind, moment.goal_id, moment.review) == (kind, goal_id, True)
        assert ended(ws, goal_states(ws)) == ()
        save_review(ws, Review(goal_id=goal_id, day=TODAY, why="Yes"))
        assert ended(ws, before) == ()
