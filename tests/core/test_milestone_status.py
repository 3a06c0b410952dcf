"""Milestone results: done, due, soon, late."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.goal import GoalState, Milestone
from desktop.core.key_result_status import assess_key_result
from tests.core.fixtures import goal_of_2026, open_goal, result


def assess(today, *, goal=None, done_on=None, milestones=()):
    return assess_key_result(
        goal=goal or goal_of_2026(),
        key_result=result(kpi_id=None, title="New shop open", done_on=done_on),
        kpi=None,
        series=None,
        today=today,
        milestones=milestones,
    )


@pytest.mark.parametrize(
    ("today", "status", "text", "count"),
    [
        (date(2026, 6, 1), Status.TOO_EARLY, "Not done; it is due on {day}.", 1),
        (date(2026, 12, 16), Status.TOO_EARLY, "Not done; it is due on {day}.", 1),
        (date(2026, 12, 17), Status.AT_RISK, "Not done; it is due in {n} day.", 14),
        (date(2026, 12, 31), Status.AT_RISK, "Not done; it is due today.", 1),
        (date(2027, 1, 1), Status.OFF_TRACK, "Not done; it was due on {day}.", 1),
    ],
)
def test_by_its_day(today, status, text, count):
    found = assess(today)
    assert (found.status, found.reason.text, found.reason.count) == (status, text, count)
    assert (found.progress, found.expected_progress) == (0.0, float(today > date(2026, 12, 31)))
    assert found.name == "New shop open"


def test_done():
    found = assess(date(2027, 5, 1), done_on=date(2026, 9, 9))
    assert (found.status, found.progress) == (Status.REACHED, 1.0)
    assert found.reason.values == {"day": date(2026, 9, 9)}
    assert found.as_of == date(2027, 5, 1)  # what people say is as fresh as the day


def test_an_open_one_has_no_day_but_may_have_a_milestone():
    assert assess(date(2026, 6, 1), goal=open_goal()).reason.text == "Not done yet."
    milestones = [
        Milestone(goal_id=1, key_result_id=1, title="Lease", due=date(2026, 3, 1)),
        Milestone(goal_id=1, key_result_id=1, title="Open", due=date(2026, 5, 1)),
        Milestone(goal_id=1, title="Another's", due=date(2026, 9, 1)),
    ]
    late = assess(date(2026, 6, 1), goal=open_goal(), milestones=milestones)
    assert (late.status, late.reason.values) == (Status.OFF_TRACK, {"day": date(2026, 5, 1)})


def test_a_draft_has_not_started():
    assert assess(date(2026, 6, 1), goal=goal_of_2026(state=GoalState.DRAFT)).status is (
        Status.NOT_STARTED
    )
