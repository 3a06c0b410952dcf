"""The roll-up of a goal, by hand and by its properties."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.assessment import Assessment, Status
from desktop.core.goal import GoalState
from desktop.core.goal_status import assess_goal
from desktop.core.message import msg
from tests.core.fixtures import goal_of_2026, result

TODAY = date(2026, 6, 1)


def pair(ident, status, progress=None, expected=None, *, weight=1.0, as_of=None):
    return (
        result(id=ident, weight=weight),
        Assessment(
            status,
            msg("So it is."),
            progress=progress,
            expected_progress=expected,
            as_of=as_of,
            name=f"Key result {ident}",
        ),
    )


def test_the_score_is_the_weighted_mean_of_what_is_clamped():
    pairs = [
        pair(1, Status.REACHED, 1.8, 0.5, weight=3),
        pair(2, Status.OFF_TRACK, -0.4, 0.6, weight=2),
        pair(3, Status.ON_TRACK, 0.5, 0.5, weight=1),
    ]
    found = assess_goal(goal_of_2026(), pairs, TODAY)
    assert found.score == pytest.approx((3 * 1 + 2 * 0 + 1 * 0.5) / 6)
    assert found.expected_score == pytest.approx((3 * 0.5 + 2 * 0.6 + 1 * 0.5) / 6)


def test_the_weakest_decides_and_is_named():
    pairs = [
        pair(1, Status.ON_TRACK, 0.5, as_of=date(2026, 4, 30)),
        pair(2, Status.OUTDATED, 0.9, as_of=date(2026, 2, 28)),
        pair(3, Status.AT_RISK, 0.4),
    ]
    found = assess_goal(goal_of_2026(), pairs, TODAY)
    assert (found.status, found.weakest_id) == (Status.AT_RISK, 3)
    assert found.reason.text == "{key_result}: {reason}"
    assert found.reason.values["key_result"] == "Key result 3"
    assert found.as_of == date(2026, 2, 28)


def test_of_equals_the_one_furthest_behind():
    pairs = [
        pair(1, Status.AT_RISK, 0.3, 0.35),
        pair(2, Status.AT_RISK, 0.5, 0.7),
        pair(3, Status.AT_RISK, 0.4, None),
    ]
    assert assess_goal(goal_of_2026(), pairs, TODAY).weakest_id == 2
    unknown = [*pairs, pair(4, Status.AT_RISK)]
    assert assess_goal(goal_of_2026(), unknown, TODAY).weakest_id == 4


def test_one_key_result_needs_no_name():
    found = assess_goal(goal_of_2026(), [pair(1, Status.REACHED, 1.0)], TODAY)
    assert (found.status, found.reason.text) == (Status.REACHED, "So it is.")
    assert found.expected_score is None


def test_no_value_is_no_progress_but_no_value_at_all_is_no_score():
    known, unknown = pair(1, Status.ON_TRACK, 0.8), pair(2, Status.OUTDATED)
    assert assess_goal(goal_of_2026(), [known, unknown], TODAY).score == pytest.approx(0.4)
    assert assess_goal(goal_of_2026(), [unknown], TODAY).score is None


def test_a_key_result_without_a_plan_is_taken_as_it_is():
    pairs = [pair(1, Status.ON_TRACK, 0.2, 0.6), pair(2, Status.TOO_EARLY, 1.0)]
    assert assess_goal(goal_of_2026(), pairs, TODAY).expected_score == pytest.approx(0.8)
    empty = [pair(1, Status.ON_TRACK, 0.2, 0.6), pair(2, Status.TOO_EARLY)]
    assert assess_goal(goal_of_2026(), empty, TODAY).expected_score == pytest.approx(0.3)


def test_weights_of_zero_count_alike():
    pairs = [pair(1, Status.ON_TRACK, 0.2, weight=0), pair(2, Status.ON_TRACK, 0.6, weight=0)]
    assert assess_goal(goal_of_2026(), pairs, TODAY).score == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("goal", "status", "text"),
    [
        (goal_of_2026(state=GoalState.DRAFT), Status.NOT_STARTED, "The goal is a draft."),
        (goal_of_2026(start=date(2026, 7, 1)), Status.NOT_STARTED, "It starts on {day}."),
        (goal_of_2026(state=GoalState.REACHED), Status.REACHED, "Closed as reached."),
        (goal_of_2026(state=GoalState.MISSED), Status.OFF_TRACK, "Closed as missed."),
        (goal_of_2026(state=GoalState.DROPPED), Status.NOT_STARTED, "Dropped."),
    ],
)
def test_states_that_need_no_numbers(goal, status, text):
    found = assess_goal(goal, [pair(1, Status.AT_RISK, 0.2)], TODAY)
    assert (found.status, found.reason.text, found.score) == (status, text, 0.2)


def test_a_goal_without_key_results():
    found = assess_goal(goal_of_2026(), [], TODAY)
    assert (found.status, found.score, found.weakest_id, found.as_of) == (
        Status.NOT_STARTED,
        None,
        None,
        None,
    )
    assert found.reason.text == "It has no key result yet."


PROGRESS = st.floats(-3, 3, allow_nan=False)
MANY = st.lists(
    st.tuples(st.sampled_from(Status), PROGRESS, st.floats(0, 10, allow_nan=False)),
    min_size=1,
    max_size=6,
)


@given(MANY)
def test_the_score_stays_between_the_worst_and_the_best(rows):
    pairs = [pair(n, status, p, weight=w) for n, (status, p, w) in enumerate(rows)]
    found = assess_goal(goal_of_2026(), pairs, TODAY)
    clamped = [min(max(p, 0.0), 1.0) for _, p, _ in rows]
    assert min(clamped) - 1e-9 <= found.score <= max(clamped) + 1e-9
    order = list(Status)
    assert order.index(found.status) == min(order.index(status) for status, _, _ in rows)
