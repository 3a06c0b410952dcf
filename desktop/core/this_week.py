"""This week: what following up asks of the owner now, and when it asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop.core.activity import Activity, asks_for_verdict, verdict_day
from desktop.core.check_in import CheckIn, Rhythm, due_on
from desktop.core.goal import Goal, GoalState
from desktop.core.idea import Answer, Idea
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, Value, msg, nmsg
from desktop.core.natural_limits import natural_limits
from desktop.core.need import Action, Need
from desktop.core.record import record
from desktop.core.review import Review
from desktop.core.reviews_due import CLOSED, periods_due
from desktop.core.series import Series

PERIOD_DAYS = 30  # after the end of a quarter or year it is fresh enough to look back on
GOAL_DAYS = 90  # and so long after its end a goal


@record(frozen=True, slots=True)
class Week:
    """What the rules look at: all goals, the last check-in on each, and what is kept beside."""

    today: date
    goals: tuple[Goal, ...] = ()
    last: tuple[CheckIn, ...] = ()
    rhythm: Rhythm = Rhythm.WEEKLY
    activities: tuple[Activity, ...] = ()
    ideas: tuple[Idea, ...] = ()
    reviews: tuple[Review, ...] = ()
    year_start: int = 1

    @property
    def running(self) -> list[Goal]:
        """The active goals that have begun."""
        active = (goal for goal in self.goals if goal.state is GoalState.ACTIVE)
        return [goal for goal in active if goal.start <= self.today]

    def last_on(self, goal: Goal) -> CheckIn | None:
        """The last check-in on a goal."""
        return next((each for each in self.last if each.goal_id == goal.id), None)


def check_ins_due(week: Week) -> list[Goal]:
    """The goals to be checked in on now."""
    return [goal for goal in week.running if _due_on(week, goal) <= week.today]


def next_check_in(week: Week) -> date | None:
    """The day of the next check-in; ``None`` without a goal to check in on."""
    return min((_due_on(week, goal) for goal in week.running), default=None)


def _due_on(week: Week, goal: Goal) -> date:
    return due_on(goal, week.last_on(goal), week.rhythm)


def check_in_needs(week: Week) -> Iterator[Need]:
    """One row for the whole round, since it is one sitting."""
    due = check_ins_due(week)
    if not due:
        return
    days = [last.day for goal in due if (last := week.last_on(goal)) is not None]
    if len(due) == 1:
        (goal,) = due
        yield Need(_one_due(goal.statement, days[0] if days else None), Action.CHECK_IN)
    elif not days:
        yield Need(
            nmsg(
                "{n} goal waits for its first check-in.",
                "{n} goals wait for their first check-in.",
                len(due),
            ),
            Action.CHECK_IN,
        )
    else:
        yield Need(
            nmsg(
                "{n} goal waits for a check-in; the last was on {day}.",
                "{n} goals wait for a check-in; the last was on {day}.",
                len(due),
                day=max(days),
            ),
            Action.CHECK_IN,
        )


def _one_due(goal: str, day: date | None) -> Message:
    if day is None:
        return msg("“{goal}” waits for its first check-in.", goal=goal)
    return msg("“{goal}” waits for a check-in; the last was on {day}.", goal=goal, day=day)


def verdict_needs(week: Week) -> Iterator[Need]:
    """The activities of running goals whose day to keep or kill them has come."""
    running = {goal.id: goal for goal in week.running}
    for activity in week.activities:
        goal = running.get(activity.goal_id)
        day = verdict_day(activity)
        if goal is not None and day is not None and asks_for_verdict(activity, week.today):
            yield Need(
                msg(
                    "“{activity}”, tried for “{goal}”, was to show by {day}. Keep it or kill it?",
                    activity=activity.title,
                    goal=goal.statement,
                    day=day,
                ),
                Action.DECIDE,
                activity.id,
            )


def review_needs(week: Week) -> Iterator[Need]:
    """Goals that have ended, and the quarter or year that has, while nobody has looked back on
    them.

    When an open goal was closed is not known, so it counts as lately while its last check-in is
    recent.
    """
    reviewed = {review.goal_id for review in week.reviews}
    for goal in week.goals:
        if goal.id in reviewed or goal.state not in CLOSED or not _lately(week, goal):
            continue
        yield Need(
            msg("“{goal}” is over. What is there to learn from it?", goal=goal.statement),
            Action.REVIEW,
            goal.id,
        )
    for period in periods_due(week.running, week.reviews, week.today, week.year_start):
        if week.today - period.end <= timedelta(days=PERIOD_DAYS):
            yield Need(
                msg("{period} is over. What is there to learn from it?", period=period),
                Action.REVIEW,
            )


def _lately(week: Week, goal: Goal) -> bool:
    last = week.last_on(goal)
    ended = goal.deadline if goal.deadline is not None else last.day if last is not None else None
    return ended is not None and week.today - ended <= timedelta(days=GOAL_DAYS)


def idea_needs(week: Week) -> Iterator[Need]:
    """One row for the ideas that wait, since they are answered one after the other."""
    waiting = [idea for idea in week.ideas if idea.answer is Answer.WAITING]
    if len(waiting) == 1:
        (idea,) = waiting
        yield Need(
            msg("The idea “{idea}” waits for an answer.", idea=idea.title), Action.ANSWER, idea.id
        )
    elif waiting:
        yield Need(
            nmsg(
                "{n} idea waits for an answer; the oldest since {day}.",
                "{n} ideas wait for an answer; the oldest since {day}.",
                len(waiting),
                day=min(idea.day for idea in waiting),
            ),
            Action.ANSWER,
        )


@record(frozen=True, slots=True)
class KpiNews:
    """A value of a KPI that is more than noise: with its period, ``side`` 1 above and -1 below
    what is usual, and whether it stands alone or completes a run."""

    kpi: Kpi
    measurement: Measurement
    side: int
    alone: bool


def kpi_news(
    series: Series, changes: Iterable[date], since: date | None, today: date
) -> KpiNews | None:
    """The newest signal among the whole periods that end after ``since`` (the last day that was
    seen at a check-in), or without a check-in at the newest one; ``None`` in noise, and from too
    few values to know what noise is.

    ``changes`` are the days of explained lasting changes, from which limits are made anew.
    """
    full = {each.period: each for each in series.full(today)}
    limits, standouts = natural_limits(series, series.kpi.cadence, changes, today)
    if not limits or limits[-1].trial or not standouts:
        return None
    found = standouts[-1]
    fresh = found.period == max(full) if since is None else found.period.end > since
    if not fresh:
        return None
    return KpiNews(series.kpi, full[found.period], found.side, found.rules[0] == 1)


def signal_need(goal: Goal, news: KpiNews) -> Need:
    """A signal in the words of the goal that it concerns; why it came is for people to say."""
    if news.alone and news.side > 0:
        text = msg(
            "“{goal}”: {kpi} stands out above its usual variation with {value} ({period}).",
            **_facts(goal, news),
        )
    elif news.alone:
        text = msg(
            "“{goal}”: {kpi} stands out below its usual variation with {value} ({period}).",
            **_facts(goal, news),
        )
    elif news.side > 0:
        text = msg(
            "“{goal}”: {kpi} has moved up from its usual level, to {value} ({period}).",
            **_facts(goal, news),
        )
    else:
        text = msg(
            "“{goal}”: {kpi} has moved down from its usual level, to {value} ({period}).",
            **_facts(goal, news),
        )
    return Need(text, Action.CHECK_IN, goal.id)


def _facts(goal: Goal, news: KpiNews) -> dict[str, Value]:
    return {
        "goal": goal.statement,
        "kpi": news.kpi.name,
        "value": news.kpi.quantity(news.measurement.value),
        "period": news.measurement.period,
    }


def all_done(well: int, running: int, next_day: date | None) -> Message:
    """What is true when nothing is left: ``well`` of the ``running`` goals are on track or
    reached, and when the next check-in is."""
    if next_day is None:
        return msg("No goal is running, so there is nothing to follow up.")
    return nmsg(
        "{well} of {n} goal is on track or reached. The next check-in is on {day}.",
        "{well} of {n} goals are on track or reached. The next check-in is on {day}.",
        running,
        well=well,
        day=next_day,
    )
