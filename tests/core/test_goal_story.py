"""What a goal meant and what became of it, and the smaller rules around a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Assessment, GoalAssessment, Status
from desktop.core.check_in import CheckIn
from desktop.core.counted import Counted
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone
from desktop.core.goal_story import (
    ActivityStory,
    GoalStory,
    MilestoneStory,
    ResultStory,
    ended_with,
    happened,
    meant,
)
from desktop.core.kpi import Better, Kpi
from desktop.core.lesson import Lesson, lesson_words
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.milestone_reach import reached_on
from desktop.core.period import Cadence, Period
from desktop.core.pulse import pulse_summary
from desktop.core.review import Review
from desktop.core.reviews_due import reviews_due
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

TODAY = date(2026, 7, 15)
KPI = Kpi(id=1, name="Buns", unit=Unit(UnitKind.OWN, "buns"))
GOAL = Goal(
    id=1,
    statement="Bake more",
    why="Bread is good",
    start=date(2026, 1, 1),
    deadline=date(2026, 6, 30),
    state=GoalState.MISSED,
)
ROW = KeyResult(
    id=7, goal_id=1, kpi_id=1, baseline=100.0, target=200.0, comparison=Comparison.LEVEL
)
HOW = Assessment(
    Status.OFF_TRACK,
    msg("-"),
    progress=0.5,
    current=150.0,
    as_of=date(2026, 6, 30),
    name="Buns",
)
CLOSED = GoalAssessment(Status.OFF_TRACK, msg("Closed as missed."))


def said(messages: tuple[Message, ...]) -> list[str]:
    return [wording("en").say(each).replace("\N{NO-BREAK SPACE}", " ") for each in messages]


def story(**fields: object) -> GoalStory:
    return replace(
        GoalStory(GOAL, CLOSED, TODAY, (ResultStory(ROW, KPI, HOW),)),
        **fields,  # type: ignore[arg-type]
    )


def test_what_was_meant_with_the_first_target_and_the_first_deadline() -> None:
    first = FormerPlan(
        key_result_id=7,
        until=date(2026, 3, 1),
        target=250.0,
        start=GOAL.start,
        deadline=date(2026, 5, 31),
    )
    told = said(meant(story(results=(ResultStory(ROW, KPI, HOW, first, 3),))))
    assert told == [
        "The goal: Bake more",
        "Why: Bread is good",
        "From 1 January 2026 to 30 June 2026.",
        "Buns: from 100 buns to 200 buns (The latest value)",
        "Buns: the first target was 250 buns, until 1 March 2026.",
        "It was first to end on 31 May 2026.",
        "Buns: the plan had 3 steps.",
    ]


def test_an_open_goal_a_band_and_a_thing_to_do() -> None:
    band = ResultStory(ROW, replace(KPI, better=Better.BAND), HOW)
    thing = ResultStory(
        KeyResult(id=8, goal_id=1, title="Oven"), None, replace(HOW, name="Oven", current=None)
    )
    seasonal = ResultStory(replace(ROW, baseline=None, seasonal=True), KPI, HOW)
    untold = ResultStory(replace(ROW, target=None), KPI, HOW)
    goal = replace(GOAL, why="", deadline=None)
    milestone = MilestoneStory(Milestone(goal_id=1, title="Half", due=date(2026, 3, 1)), None)
    told = said(
        meant(story(goal=goal, results=(band, thing, seasonal, untold), milestones=(milestone,)))
    )
    assert told == [
        "The goal: Bake more",
        "From 1 January 2026 until it is reached.",
        "Buns: to stay inside its band",
        "Oven: to be done",
        "Buns: 200 buns (The latest value)",
        "Buns: the plan followed the season.",
        "Buns: no target was set",
        "Milestone: Half, by 1 March 2026",
    ]


def test_what_happened() -> None:
    milestones = tuple(
        MilestoneStory(Milestone(goal_id=1, title=title, due=date(2026, 3, 1)), day)
        for title, day in (
            ("In time", date(2026, 2, 1)),
            ("Late", date(2026, 4, 1)),
            ("Never", None),
        )
    )
    tried = ActivityStory(
        Activity(
            goal_id=1,
            title="A stall",
            start=GOAL.start,
            verdict=Verdict.KILLED,
            conclusion="It rained.",
        ),
        (msg("Nothing was seen."),),
    )
    check_ins = (
        CheckIn(goal_id=1, day=date(2026, 2, 2), confidence=8, probability=0.8),
        CheckIn(goal_id=1, day=date(2026, 4, 6), comment="Well"),
        CheckIn(goal_id=1, day=date(2026, 6, 1), confidence=3, probability=0.0),
    )
    told = said(happened(story(milestones=milestones, activities=(tried,), check_ins=check_ins)))
    assert told == [
        "Closed as missed.",
        "Buns: 150 buns as of 30 June 2026, 50% of the way.",
        "On 2 February 2026 the forecast gave it 80%, on 1 June 2026 1%.",
        "Milestone reached on 1 February 2026, in time: In time",
        "Milestone reached on 1 April 2026, due on 1 March 2026: Late",
        "Milestone missed, due on 1 March 2026: Never",
        "Tried and killed: A stall. It rained.",
        "Nothing was seen.",
        "Confidence went from 8 to 3 of 10 over 2 check-ins.",
    ]


def test_nothing_is_said_of_what_is_not_known() -> None:
    silent = replace(HOW, current=None, progress=None, as_of=None)
    told = said(happened(story(results=(ResultStory(ROW, KPI, silent),))))
    assert told == ["Closed as missed.", "Buns: there are no values to judge by."]
    assert ended_with([ResultStory(ROW, KPI, silent)]) is None


def test_a_lesson_in_one_sentence() -> None:
    ended = ended_with([ResultStory(ROW, KPI, HOW)])
    lesson = Lesson("Start in spring", date(2026, 7, 1), "Bake more", ended)
    (told,) = said((lesson_words(lesson),))
    assert told == (
        "Last time we learned: “Start in spring” (“Bake more” came to 150 buns, the target was "
        "200 buns; reviewed on 1 July 2026)"
    )
    (told,) = said((lesson_words(replace(lesson, ended=None)),))
    assert told == (
        "Last time we learned: “Start in spring” (“Bake more”, reviewed on 1 July 2026)"
    )


class TestPulse:
    def test_a_mean_comes_with_the_number_of_answers(self) -> None:
        said_before = [
            CheckIn(
                goal_id=1, day=date(2026, 2, n), autonomy=value, competence=2 if n == 1 else None
            )
            for n, value in enumerate((2, 3, 5), start=1)
        ]
        assert said(pulse_summary(said_before)) == [
            "Autonomy: 3.3 of 5 on average (3 answers, 2 to 5).",
            "Competence: 1 answer, too few for a mean.",
        ]

    def test_without_answers_nothing_is_said(self) -> None:
        assert pulse_summary([CheckIn(goal_id=1, day=TODAY, confidence=3)]) == ()


class TestMilestone:
    MONTH = Period(Cadence.MONTH, date(2026, 1, 1))

    def counted(self, *values: float, missing: bool = False) -> Counted:
        measurements = tuple(Measurement(self.MONTH.shift(n), v) for n, v in enumerate(values))
        gap = (self.MONTH,) if missing else ()
        return Counted(
            self.MONTH, None, measurements, values, None, self.MONTH.start, None, None, gap
        )

    @pytest.mark.parametrize(
        ("values", "better", "day"),
        [
            ((10.0, 20.0, 30.0), Better.HIGHER, date(2026, 2, 28)),
            ((10.0, 25.0, 5.0), Better.HIGHER, date(2026, 2, 28)),  # it was there once
            ((10.0, 19.0), Better.HIGHER, None),
            ((30.0, 20.0), Better.LOWER, date(2026, 2, 28)),
            ((10.0, 20.0), Better.BAND, None),
        ],
    )
    def test_the_first_value_that_passes_it(
        self, values: tuple[float, ...], better: Better, day: date | None
    ) -> None:
        milestone = Milestone(goal_id=1, title="Half", due=TODAY, value=20.0)
        assert reached_on(milestone, self.counted(*values), better) == day

    def test_a_mark_goes_first_and_a_total_with_a_gap_is_not_known(self) -> None:
        milestone = Milestone(goal_id=1, title="Half", due=TODAY, value=20.0)
        marked = replace(milestone, done_on=date(2026, 5, 5))
        assert reached_on(marked, self.counted(50.0), Better.HIGHER) == date(2026, 5, 5)
        assert reached_on(milestone, self.counted(50.0, missing=True), Better.HIGHER) is None
        assert reached_on(replace(milestone, value=None), None, Better.HIGHER) is None


class TestDue:
    RUNNING = Goal(id=2, statement="Runs", start=date(2026, 1, 1))

    def test_goals_that_are_over_and_the_quarter(self) -> None:
        late = replace(GOAL, id=3, state=GoalState.ACTIVE, deadline=date(2026, 7, 1))
        draft = replace(GOAL, id=4, state=GoalState.DRAFT)
        due = reviews_due([self.RUNNING, GOAL, late, draft], [], TODAY, 1)
        assert [each.period for each in due][:1] == [Period(Cadence.QUARTER, date(2026, 4, 1))]
        assert [each.goal for each in due[1:]] == [late, GOAL]

    def test_what_was_reviewed_is_not_due(self) -> None:
        made = [
            Review(goal_id=1, day=TODAY),
            Review(period_start=date(2026, 4, 1), period_end=date(2026, 6, 30), day=TODAY),
        ]
        assert reviews_due([self.RUNNING, GOAL], made, TODAY, 1) == ()

    def test_the_fiscal_year_stands_for_its_last_quarter(self) -> None:
        (due,) = reviews_due([self.RUNNING], [], TODAY, 7)
        assert due.period == Period(Cadence.YEAR, date(2025, 7, 1))

    def test_a_year_is_not_asked_about_for_ever(self) -> None:
        old = replace(self.RUNNING, start=date(2024, 1, 1))
        in_march = reviews_due([old], [], date(2027, 3, 1), 1)
        in_june = reviews_due([old], [], date(2027, 6, 1), 1)
        assert [each.period for each in in_march] == [Period(Cadence.YEAR, date(2026, 1, 1))]
        assert [each.period for each in in_june] == [Period(Cadence.QUARTER, date(2027, 1, 1))]

    def test_without_a_goal_in_it_a_period_is_nothing_to_look_back_on(self) -> None:
        young = replace(self.RUNNING, start=date(2026, 7, 1))
        assert reviews_due([young], [], TODAY, 1) == ()
