"""What this week asks for, and when it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn, Rhythm
from desktop.core.goal import Goal, GoalState
from desktop.core.idea import Answer, Idea
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.need import Action, Standing, changed
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.core.series import Series
from desktop.core.this_week import (
    Week,
    all_done,
    check_in_needs,
    check_ins_due,
    idea_needs,
    kpi_news,
    next_check_in,
    review_needs,
    verdict_needs,
)

TODAY = date(2026, 11, 25)  # a Wednesday
GOAL = Goal(id=1, statement="More", start=date(2026, 1, 1))
OTHER = Goal(id=2, statement="Better", start=date(2026, 1, 1))
WHY = msg("Because.")


def said(goal_id: int, day: date) -> CheckIn:
    return CheckIn(goal_id=goal_id, day=day, confidence=5)


class TestChanged:
    @pytest.mark.parametrize(
        ("known", "now", "news"),
        [
            (None, Status.OFF_TRACK, True),
            (None, Status.AT_RISK, True),
            (None, Status.ON_TRACK, False),
            (None, Status.OUTDATED, False),
            (Status.ON_TRACK, Status.AT_RISK, True),
            (Status.AT_RISK, Status.ON_TRACK, True),
            (Status.ON_TRACK, Status.REACHED, True),
            (Status.AT_RISK, Status.AT_RISK, False),  # it was seen
            (Status.ON_TRACK, Status.OUTDATED, False),  # silence is told elsewhere
            (Status.OUTDATED, Status.ON_TRACK, False),  # and its end is no change
            (Status.OUTDATED, Status.OFF_TRACK, True),
            (Status.TOO_EARLY, Status.ON_TRACK, False),
        ],
    )
    def test_what_is_a_change(self, known: Status | None, now: Status, news: bool) -> None:
        day = None if known is None else date(2026, 11, 16)
        found = list(changed([Standing(GOAL, now, WHY, known, day)]))
        assert [need.target_id for need in found] == ([1] if news else [])

    def test_the_worst_comes_first(self) -> None:
        found = changed(
            [Standing(GOAL, Status.AT_RISK, WHY), Standing(OTHER, Status.OFF_TRACK, WHY)]
        )
        assert [need.target_id for need in found] == [2, 1]


class TestCheckIns:
    def test_one_row_for_the_whole_round(self) -> None:
        week = Week(TODAY, (GOAL, OTHER))
        (need,) = check_in_needs(week)
        assert (need.action, need.target_id, need.message.count) == (Action.CHECK_IN, None, 2)

    def test_it_is_silent_in_the_week_of_the_check_in(self) -> None:
        monday = date(2026, 11, 23)
        week = Week(TODAY, (GOAL,), (said(1, monday),))
        assert list(check_in_needs(week)) == []
        assert next_check_in(week) == date(2026, 11, 30)
        assert check_ins_due(Week(date(2026, 11, 30), (GOAL,), (said(1, monday),))) == [GOAL]

    def test_a_slower_rhythm_waits_longer(self) -> None:
        last = (said(1, date(2026, 11, 9)),)
        assert check_ins_due(Week(TODAY, (GOAL,), last)) == [GOAL]
        assert check_ins_due(Week(TODAY, (GOAL,), last, Rhythm.TWO_WEEKS)) == [GOAL]
        assert check_ins_due(Week(TODAY, (GOAL,), last, Rhythm.MONTHLY)) == []

    @pytest.mark.parametrize("state", [state for state in GoalState if state != GoalState.ACTIVE])
    def test_only_goals_that_run_are_asked_about(self, state: GoalState) -> None:
        closed = Goal(id=1, statement="Done", start=date(2026, 1, 1), state=state)
        ahead = Goal(id=2, statement="Soon", start=TODAY + timedelta(days=1))
        week = Week(TODAY, (closed, ahead))
        assert list(check_in_needs(week)) == []
        assert next_check_in(week) is None


class TestActivities:
    def test_on_its_day_it_is_kept_or_killed(self) -> None:
        activity = Activity(id=5, goal_id=1, title="Fair", start=date(2026, 9, 1), due=TODAY)
        (need,) = verdict_needs(Week(TODAY, (GOAL,), activities=(activity,)))
        assert (need.action, need.target_id) == (Action.DECIDE, 5)

    @pytest.mark.parametrize(
        ("due", "verdict", "state"),
        [
            (TODAY + timedelta(days=1), Verdict.OPEN, GoalState.ACTIVE),
            (None, Verdict.OPEN, GoalState.ACTIVE),
            (TODAY, Verdict.KEPT, GoalState.ACTIVE),
            (TODAY, Verdict.KILLED, GoalState.ACTIVE),
            (TODAY, Verdict.OPEN, GoalState.MISSED),
        ],
    )
    def test_it_is_silent(self, due: date | None, verdict: Verdict, state: GoalState) -> None:
        goal = Goal(id=1, statement="More", start=date(2026, 1, 1), state=state)
        activity = Activity(
            goal_id=1, title="Fair", start=date(2026, 9, 1), due=due, verdict=verdict
        )
        assert list(verdict_needs(Week(TODAY, (goal,), activities=(activity,)))) == []


class TestReviews:
    ENDED = Goal(
        id=3,
        statement="Over",
        start=date(2026, 1, 1),
        deadline=date(2026, 10, 31),
        state=GoalState.MISSED,
    )

    def test_a_goal_that_has_ended_and_a_quarter_that_has(self) -> None:
        october = date(2026, 10, 5)
        week = Week(october, (GOAL,))
        (need,) = review_needs(week)
        assert need.message.values["period"] == Period(Cadence.QUARTER, date(2026, 7, 1))
        (need,) = review_needs(Week(TODAY, (self.ENDED,)))
        assert (need.action, need.target_id) == (Action.REVIEW, 3)

    def test_it_is_silent_after_a_review_and_after_a_while(self) -> None:
        looked_back = Review(goal_id=3, day=TODAY)
        assert list(review_needs(Week(TODAY, (self.ENDED,), reviews=(looked_back,)))) == []
        assert list(review_needs(Week(date(2027, 2, 20), (self.ENDED,)))) == []
        assert list(review_needs(Week(TODAY, (GOAL,)))) == []  # October began long ago
        quarter = Review(
            period_start=date(2026, 7, 1), period_end=date(2026, 9, 30), day=date(2026, 10, 2)
        )
        october = date(2026, 10, 5)
        assert list(review_needs(Week(october, (GOAL,), reviews=(quarter,)))) == []
        young = Goal(id=1, statement="New", start=date(2026, 10, 1))
        assert list(review_needs(Week(october, (young,)))) == []

    def test_the_quarter_is_the_fiscal_years(self) -> None:
        (need,) = review_needs(Week(date(2026, 11, 5), (GOAL,), year_start=5))
        assert need.message.values["period"].start == date(2026, 8, 1)

    def test_an_open_goal_counts_as_lately_while_its_check_in_does(self) -> None:
        reached = Goal(id=4, statement="Open", start=date(2025, 1, 1), state=GoalState.REACHED)
        assert list(review_needs(Week(TODAY, (reached,)))) == []
        assert list(review_needs(Week(TODAY, (reached,), (said(4, date(2026, 11, 2)),))))


def test_ideas_wait_in_one_row() -> None:
    waiting = Idea(id=7, title="Fair", day=date(2026, 11, 1))
    parked = Idea(id=8, title="Radio", day=date(2026, 10, 1), answer=Answer.PARKED)
    (need,) = idea_needs(Week(TODAY, ideas=(waiting, parked)))
    assert (need.action, need.target_id) == (Action.ANSWER, 7)
    (need,) = idea_needs(Week(TODAY, ideas=(waiting, waiting)))
    assert (need.target_id, need.message.values["day"]) == (None, date(2026, 11, 1))
    assert list(idea_needs(Week(TODAY, ideas=(parked,)))) == []


LATE = date(2030, 1, 1)


class TestKpiNews:
    """Values around 10 with a moving range of 1: the limits are near 10 ± 2.66."""

    KPI = Kpi(id=1, name="Orders")
    FIRST = Period(Cadence.MONTH, date(2025, 1, 1))

    def months(self, values: Sequence[float]) -> Series:
        rows = [Measurement(self.FIRST.shift(n), value) for n, value in enumerate(values)]
        return Series(self.KPI, rows)

    def test_noise_is_no_news(self) -> None:
        assert kpi_news(self.months([9.5, 10.5] * 10), [], None, LATE) is None

    def test_a_value_outside_is_told_until_it_was_seen(self) -> None:
        months = self.months([9.5, 10.5] * 10 + [20.0])
        found = kpi_news(months, [], None, LATE)
        assert found is not None
        assert (found.measurement.value, found.side, found.alone) == (20.0, 1, True)
        newest = months.measurements[-1].period
        assert kpi_news(months, [], newest.shift(-1).end, LATE) is not None
        assert kpi_news(months, [], newest.end, LATE) is None

    def test_without_a_check_in_only_the_newest_value_is_news(self) -> None:
        months = self.months([9.5, 10.5] * 8 + [20.0, 10.5, 9.5])
        assert kpi_news(months, [], None, LATE) is None

    def test_too_few_values_tell_nothing(self) -> None:
        assert kpi_news(self.months([10.0] * 6 + [40.0]), [], None, LATE) is None
        assert kpi_news(self.months([]), [], None, LATE) is None

    def test_an_explained_change_is_no_news(self) -> None:
        months = self.months([9.5, 10.5] * 8 + [19.5, 20.5] * 7)
        assert kpi_news(months, [months.measurements[16].period.start], None, LATE) is None


def test_all_done_says_what_is_true() -> None:
    message = all_done(4, 5, date(2026, 11, 30))
    assert (message.values["well"], message.count) == (4, 5)
    assert all_done(0, 0, None).text.startswith("No goal is running")
