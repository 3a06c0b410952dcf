"""How one key result stands, from its plan, its KPI's measurements and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.core.assessment import Assessment, Status
from desktop.core.counted import Counted, count
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.judging import Judged, Situation, judge
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.milestone_status import assess_milestone_result
from desktop.core.outlook import LookAhead
from desktop.core.series import Series
from desktop.core.staleness import expected_by, outdated


def assess_key_result(
    *,
    goal: Goal,
    key_result: KeyResult,
    kpi: Kpi | None,
    series: Series | None,
    plan_values: Sequence[PlanValue] = (),
    today: date,
    year_start: int = 1,
    milestones: Sequence[Milestone] = (),
    look_ahead: LookAhead | None = None,
) -> Assessment:
    """The key result against its plan at the date of its newest full measurement.

    ``kpi`` and ``series`` are ``None`` for a milestone result, whose day is that of its own
    ``milestones`` or the goal's deadline. With ``look_ahead`` the probability that the target is
    met decides between on track, at risk and off track; pace does where history is too short for
    one, which the reason then says.
    """
    named = replace(key_result, title=key_result.title or (kpi.name if kpi else ""))
    idle = _not_started(goal, key_result, kpi, today)
    if kpi is None or series is None:
        if idle is not None:
            return Assessment(Status.NOT_STARTED, idle, name=named.title)
        return assess_milestone_result(goal, named, milestones, today)
    counted = count(goal, key_result, kpi, series, today, year_start)
    if idle is not None:
        return _without_verdict(named, counted, Status.NOT_STARTED, idle)
    newest = counted.newest
    if newest is None:
        if not series.measurements:
            empty = msg("There are no values yet. Import a file or type them.")
            return _without_verdict(named, counted, Status.NOT_STARTED, empty)
        status, reason = _before_the_first(kpi, counted, today)
        return _without_verdict(named, counted, status, reason)
    judged = judge(Situation(goal, key_result, kpi, counted, tuple(plan_values), look_ahead))
    silence = _silence(key_result, kpi, counted, judged, today)
    return Assessment(
        status=judged.status if silence is None else Status.OUTDATED,
        reason=judged.reason if silence is None else silence,
        progress=judged.progress,
        expected_progress=judged.expected_progress,
        current=judged.current,
        expected=judged.expected,
        as_of=newest.period.end,
        newest=newest.period,
        partial=counted.partial,
        name=named.title,
        outlook=judged.outlook if silence is None else None,
    )


def _not_started(goal: Goal, key_result: KeyResult, kpi: Kpi | None, today: date) -> Message | None:
    if goal.state is GoalState.DRAFT:
        return msg("The goal is a draft.")
    if today < goal.start:
        return msg("It starts on {day}.", day=goal.start)
    if kpi is None:
        return None
    if kpi.better is Better.BAND:
        no_aim = kpi.band_low is None and kpi.band_high is None
    else:
        no_aim = key_result.target is None
    return msg("No target is set yet.") if no_aim else None


def _before_the_first(kpi: Kpi, counted: Counted, today: date) -> tuple[Status, Message]:
    """There is no full measurement inside the goal yet."""
    silence = outdated(kpi, counted.before.period if counted.before else None, today)
    if silence is not None:
        return Status.OUTDATED, silence.message
    if today > expected_by(counted.first):
        return Status.OUTDATED, msg(
            "There are no values; {period} should have been here.", period=counted.first
        )
    return Status.TOO_EARLY, msg("{period} is the first full period.", period=counted.first)


def _silence(
    key_result: KeyResult, kpi: Kpi, counted: Counted, judged: Judged, today: date
) -> Message | None:
    """Why the verdict cannot be trusted: a value is late, or a total lacks a period.

    A verdict that new values cannot change stands: the goal's last period is measured, or a
    total has reached its target.
    """
    if counted.missing:
        return msg("{period} has no value, so the total is not known.", period=counted.missing[0])
    total_reached = key_result.comparison is Comparison.TOTAL and judged.status is Status.REACHED
    if counted.finished or total_reached or counted.newest is None:
        return None
    silence = outdated(kpi, counted.newest.period, today)
    return silence.message if silence is not None else None


def _without_verdict(
    key_result: KeyResult, counted: Counted, status: Status, reason: Message
) -> Assessment:
    """The level of today is told all the same, and when it was measured."""
    known = counted.newest or counted.before
    is_level = key_result.comparison is not Comparison.TOTAL
    return Assessment(
        status,
        reason,
        current=known.value if known is not None and is_level else None,
        as_of=known.period.end if known is not None else None,
        newest=known.period if known is not None else None,
        partial=counted.partial,
        name=key_result.title,
    )
