"""Which goals and periods are over and not looked back on yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from desktop.core.goal import Goal, GoalState
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.review import Review

FRESH_DAYS = 92  # after its end a period is asked about; by then the next quarter has closed
CLOSED = (GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED)


@record(frozen=True, slots=True)
class ReviewDue:
    """A review that has not been made, of a goal or of a period."""

    goal: Goal | None = None
    period: Period | None = None


def reviews_due(
    goals: Sequence[Goal], reviews: Iterable[Review], today: date, year_start: int
) -> tuple[ReviewDue, ...]:
    """The period that closed last first (a fiscal year before its last quarter), then the goals
    that were closed or are past their deadline, the latest first."""
    known = tuple(reviews)
    reviewed = {each.goal_id for each in known}
    over = [goal for goal in goals if is_over(goal, today) and goal.id not in reviewed]
    over.sort(key=lambda goal: goal.deadline or goal.start, reverse=True)
    return (
        *(ReviewDue(period=each) for each in periods_due(goals, known, today, year_start)),
        *(ReviewDue(goal=goal) for goal in over),
    )


def is_over(goal: Goal, today: date) -> bool:
    """Whether people closed it, or its deadline is past."""
    if goal.state in CLOSED:
        return True
    late = goal.deadline is not None and goal.deadline < today
    return late and goal.state is GoalState.ACTIVE


def periods_due(
    goals: Iterable[Goal], reviews: Iterable[Review], today: date, year_start: int
) -> Iterator[Period]:
    """The fiscal year and the quarter that closed last, where a goal ran in them and nobody has
    looked back lately; the last quarter of a year is looked back on with its year."""
    spans = {(each.period_start, each.period_end) for each in reviews}
    ran = [goal for goal in goals if goal.state is not GoalState.DRAFT]
    year = Period.containing(Cadence.YEAR, today, year_start).shift(-1)
    quarter = Period.containing(Cadence.QUARTER, today, year_start).shift(-1)
    wanted = (year,) if quarter.end == year.end else (quarter, year)
    for period in wanted:
        if (period.start, period.end) in spans or (today - period.end).days > FRESH_DAYS:
            continue
        if any(_ran_in(goal, period) for goal in ran):
            yield period


def _ran_in(goal: Goal, period: Period) -> bool:
    """A goal that began on the last day has nothing to look back on."""
    ended = goal.deadline is not None and goal.deadline < period.start
    return goal.start < period.end and not ended
