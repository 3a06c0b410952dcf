"""The three sittings: where a goal stands, the day for the next, the goal in short."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.sitting import Ask, Guide, Sitting, next_day, short_goal, standing
from desktop.qtkit.wording import wording


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 24), date(2026, 11, 26)),  # Tuesday to Thursday
        (date(2026, 11, 26), date(2026, 11, 30)),  # Thursday to Monday
        (date(2026, 11, 27), date(2026, 11, 30)),  # Friday to Monday
    ],
)
def test_a_sitting_rests_and_is_on_a_working_day(today: date, day: date) -> None:
    assert next_day(today) == day


def test_where_a_goal_stands() -> None:
    say = wording("en").say
    guide = Guide(goal_id=1, done=1)
    assert guide.next is Sitting.SIGNS
    words = standing(guide)
    assert words is not None
    assert say(words) == "Step 2 of 3: How we would see it"
    dated = standing(Guide(goal_id=1, done=2, next_on=date(2026, 11, 26)))
    assert dated is not None
    assert say(dated) == "Step 3 of 3 on 26 November 2026"
    assert standing(Guide(goal_id=1, done=3)) is None
    assert Guide(goal_id=1, done=3).next is None


def test_the_goal_in_short() -> None:
    answers = {Ask.WHAT: "More orders", Ask.SENTENCE: "More orders: from 3 to 5"}
    assert short_goal("More orders: from 3 to 5", answers) == "More orders"
    assert short_goal("Written anew in the editor", answers) == "Written anew in the editor"
    assert short_goal("More orders", {}) == "More orders"
    assert short_goal("", {}) == ""
