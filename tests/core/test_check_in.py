"""When check-ins are due, what may be saved, and when belief and forecast lie apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.check_in import CheckIn, Rhythm, checked, due_on, gap_question, next_due
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal

WEDNESDAY = date(2026, 11, 25)
SAID = CheckIn(goal_id=1, day=WEDNESDAY, confidence=7)


@pytest.mark.parametrize(
    ("day", "rhythm", "expected"),
    [
        (date(2026, 11, 23), Rhythm.WEEKLY, date(2026, 11, 30)),  # a Monday
        (date(2026, 11, 29), Rhythm.WEEKLY, date(2026, 11, 30)),  # the Sunday of that week
        (date(2026, 11, 25), Rhythm.TWO_WEEKS, date(2026, 12, 7)),
        (date(2026, 11, 30), Rhythm.MONTHLY, date(2026, 12, 1)),
        (date(2026, 12, 31), Rhythm.MONTHLY, date(2027, 1, 1)),
        (date(2027, 1, 31), Rhythm.MONTHLY, date(2027, 2, 1)),
    ],
)
def test_the_next_round_begins_with_a_week_or_a_month(
    day: date, rhythm: Rhythm, expected: date
) -> None:
    assert next_due(day, rhythm) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(Rhythm))
def test_a_round_is_always_ahead_and_never_longer_than_its_rhythm(
    day: date, rhythm: Rhythm
) -> None:
    longest = {Rhythm.WEEKLY: 7, Rhythm.TWO_WEEKS: 14, Rhythm.MONTHLY: 31}[rhythm]
    assert timedelta(0) < next_due(day, rhythm) - day <= timedelta(longest)


def test_a_goal_that_has_just_begun_is_given_a_week() -> None:
    goal = Goal(statement="More", start=WEDNESDAY)
    assert due_on(goal, None, Rhythm.WEEKLY) == date(2026, 11, 30)
    earlier = replace(SAID, day=date(2026, 11, 2))  # while it was a draft
    assert due_on(goal, earlier, Rhythm.WEEKLY) == date(2026, 11, 30)


def test_texts_are_saved_without_blanks_around_them() -> None:
    kept = checked(replace(SAID, comment="  good \n", stop=" fairs "), WEDNESDAY)
    assert (kept.comment, kept.stop) == ("good", "fairs")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SAID, confidence=None),
        replace(SAID, confidence=None, comment="   "),
        replace(SAID, confidence=11),
        replace(SAID, confidence=-1),
        replace(SAID, autonomy=0),
        replace(SAID, relatedness=6),
        replace(SAID, day=WEDNESDAY + timedelta(days=1)),
    ],
)
def test_what_may_not_be_saved(wrong: CheckIn) -> None:
    with pytest.raises(NotAllowed):
        checked(wrong, WEDNESDAY)


@pytest.mark.parametrize(
    "little",
    [
        replace(SAID, confidence=0),
        replace(SAID, confidence=None, less="meetings"),
        replace(SAID, confidence=None, competence=1),
    ],
)
def test_a_little_is_enough(little: CheckIn) -> None:
    assert checked(little, WEDNESDAY) == little


@pytest.mark.parametrize(
    ("confidence", "probability", "begins"),
    [
        (8, 0.2, "You say"),
        (2, 0.85, "The forecast"),
        (6, 0.2, "You say"),  # exactly as far apart as is worth a question
        (10, 0.61, None),
        (5, 0.5, None),
        (None, 0.9, None),
        (9, None, None),
    ],
)
def test_a_gap_between_belief_and_forecast_is_a_question(
    confidence: int | None, probability: float | None, begins: str | None
) -> None:
    question = gap_question(confidence, probability)
    assert (question is None) == (begins is None)
    if question is not None and begins is not None:
        assert question.text.startswith(begins)
        assert question.text.endswith("?")
