"""The verdict on a key result that has values: held period by period, dated, or open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core import reasons
from desktop.core.assessment import Status
from desktop.core.counted import Counted, recent_mean
from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.outlook import Aim, LookAhead, Outlook
from desktop.core.plan import elapsed, holds, plan_at
from desktop.core.progress import at_or_beyond, inside, progress, share
from desktop.core.record import record
from desktop.core.status_rule import (
    MOVED,
    ON_PACE,
    dated_status,
    direction_status,
    held_status,
    likely_status,
)


@record(frozen=True, slots=True)
class Judged:
    """A verdict and the numbers behind it."""

    status: Status
    reason: Message
    progress: float | None
    expected_progress: float | None
    current: float
    expected: float | None
    outlook: Outlook | None = None


@record(frozen=True, slots=True)
class Situation:
    """A key result with at least one full measurement inside its goal."""

    goal: Goal
    key_result: KeyResult
    kpi: Kpi
    counted: Counted
    steps: tuple[PlanValue, ...]
    look_ahead: LookAhead | None = None  # without it pace decides, and nothing is said of it

    @property
    def target(self) -> float:
        return self.key_result.target if self.key_result.target is not None else 0.0

    @property
    def current(self) -> float:
        return self.counted.values[-1]

    @property
    def as_of(self) -> date:
        return self.counted.measurements[-1].period.end

    @property
    def reached(self) -> bool:
        return at_or_beyond(self.current, self.target, self.kpi.better)

    def ahead(self, held: int = 0, aims: Sequence[float] | None = None) -> Outlook | None:
        """Where a dated goal that is not over is heading, when it can be told."""
        if self.look_ahead is None or self.goal.deadline is None or self.counted.finished:
            return None
        exact = None if aims is None else tuple(aims)
        return self.look_ahead(
            Aim(
                self.key_result,
                self.kpi,
                self.counted,
                self.goal.deadline,
                self.target,
                held,
                exact,
            )
        )

    def said(self, reason: Message, outlook: Outlook | None) -> Message:
        """``reason``, with the words that pace had to decide where it had to."""
        asked = self.look_ahead is not None and self.goal.deadline is not None
        if outlook is not None or not asked or self.counted.finished:
            return reason
        return reasons.by_pace(reason)

    def plan(self, day: date) -> float | None:
        return plan_at(
            self.key_result,
            self.goal,
            self.steps,
            day,
            better=self.kpi.better,
            baseline=self.counted.baseline,
            start=self.counted.plan_start,
        )


def judge(situation: Situation) -> Judged:
    """The verdict by what kind of aim it is."""
    if situation.kpi.better is Better.BAND:
        return _band(situation)
    comparison = situation.key_result.comparison
    keeps = holds(situation.key_result, situation.counted.baseline, situation.kpi.better)
    if comparison is Comparison.PER_PERIOD or (keeps and comparison is Comparison.LEVEL):
        return _every_period(situation)
    if keeps:
        return _limit(situation)
    return _way(situation)


def _band(s: Situation) -> Judged:
    values = [each.value for each in s.counted.measurements]
    held = [inside(value, s.kpi.band_low, s.kpi.band_high) for value in values]
    aim = reasons.aim(s.kpi, s.target)
    return _held(s, values[-1], None, held, aim)


def _every_period(s: Situation) -> Judged:
    plans = [s.plan(each.period.end) for each in s.counted.measurements]
    aims = [s.target if plan is None else plan for plan in plans]
    held = [
        at_or_beyond(value, aim, s.kpi.better)
        for value, aim in zip(s.counted.values, aims, strict=True)
    ]
    return _held(s, s.current, aims[-1], held, reasons.aim(s.kpi, aims[-1]))


def _held(
    s: Situation,
    current: float,
    expected: float | None,
    held: list[bool],
    aim: Message,
) -> Judged:
    """Progress is the share of the full periods that held; the plan is that all of them do."""
    outlook = s.ahead(sum(held), _aims_left(s))
    probability = outlook.probability if outlook is not None else None
    reason = reasons.held(s.kpi, current, aim, sum(held), len(held))
    if outlook is not None:
        reason = reasons.held_ahead(reason, outlook.probability)
    return Judged(
        held_status(held, finished=s.counted.finished, probability=probability),
        s.said(reason, outlook),
        share(held),
        1.0,
        current,
        expected,
        outlook,
    )


def _aims_left(s: Situation) -> list[float]:
    """What each of the periods left should be."""
    newest = s.counted.measurements[-1].period
    plans = [s.plan(newest.shift(n + 1).end) for n in range(s.counted.periods_left)]
    return [s.target if plan is None else plan for plan in plans]


def _limit(s: Situation) -> Judged:
    """A total that must not pass its target: progress is the share of periods at whose end it was
    within the plan."""
    over = [
        _over(s, value, s.plan(each.period.end))
        for value, each in zip(s.counted.values, s.counted.measurements, strict=True)
    ]
    expected = s.plan(s.as_of)
    outlook = s.ahead() if s.reached else None  # what has passed its limit does not come back
    reason = reasons.limit(s.kpi, s.current, s.target, expected, s.as_of)
    if outlook is not None:
        reason = reasons.limit_ahead(s.kpi, s.current, s.as_of, s.target, outlook)
    return Judged(
        _limit_status(s, over[-1], expected, outlook.probability if outlook else None),
        s.said(reason, outlook) if s.reached else reason,
        share([each <= ON_PACE.slack for each in over]),
        1.0,
        s.current,
        expected,
        outlook,
    )


def _over(s: Situation, value: float, allowed: float | None) -> float:
    """How far the total is past what is allowed, as a share of the whole."""
    beyond = value - (s.target if allowed is None else allowed)
    return beyond / (abs(s.target) or 1.0) * (1 if s.kpi.better is Better.LOWER else -1)


def _limit_status(
    s: Situation, over: float, expected: float | None, probability: float | None
) -> Status:
    """What is past the plan counts as a way not gone."""
    if not s.reached:
        return Status.OFF_TRACK
    if s.counted.finished:
        return Status.REACHED
    if expected is None or s.goal.deadline is None:
        return Status.ON_TRACK
    planned = abs(expected) / (abs(s.target) or 1.0)
    gone = elapsed(s.counted.plan_start, s.goal.deadline, s.as_of)
    return dated_status(
        progress=planned - over, expected=planned, elapsed=gone, probability=probability
    )


def _way(s: Situation) -> Judged:
    """From baseline to target, by a deadline or open."""
    baseline = s.counted.baseline
    done = None if baseline is None else progress(baseline, s.current, s.target)
    expected = s.plan(s.as_of)
    planned = (
        None if baseline is None or expected is None else progress(baseline, expected, s.target)
    )
    outlook = None if s.reached or done is None else s.ahead()
    status, reason = _way_standing(s, done, expected, planned, outlook)
    return Judged(status, reason, done, planned, s.current, expected, outlook)


def _way_standing(
    s: Situation,
    done: float | None,
    expected: float | None,
    planned: float | None,
    outlook: Outlook | None,
) -> tuple[Status, Message]:
    if s.reached:
        return Status.REACHED, reasons.reached(s.kpi, s.current, s.target)
    if s.counted.finished:
        return Status.OFF_TRACK, reasons.ended(s.kpi, s.current, s.target)
    if done is None or s.counted.baseline is None:
        return Status.TOO_EARLY, msg("There is no baseline to measure from.")
    if s.goal.deadline is None or expected is None or planned is None:
        return _direction(s, s.counted.baseline)
    gone = elapsed(s.counted.plan_start, s.goal.deadline, s.as_of)
    if outlook is not None:
        return likely_status(outlook.probability), _heading(s, outlook, s.goal.deadline)
    status = dated_status(progress=done, expected=planned, elapsed=gone)
    if status is Status.TOO_EARLY:
        return status, reasons.too_early(s.kpi, s.current, s.as_of)
    return status, s.said(_on_the_way(s, expected, s.goal.deadline), None)


def _heading(s: Situation, outlook: Outlook, deadline: date) -> Message:
    if s.key_result.comparison is Comparison.LEVEL:
        return reasons.level_ahead(s.kpi, s.current, s.as_of, s.target, deadline, outlook)
    wanted = (s.target - s.current) / s.counted.periods_left
    return reasons.total_ahead(s.kpi, s.current, s.as_of, s.target, deadline, wanted, outlook)


def _on_the_way(s: Situation, expected: float, deadline: date) -> Message:
    if s.key_result.comparison is Comparison.LEVEL:
        return reasons.level_on_the_way(s.kpi, s.current, expected, s.as_of, s.target, deadline)
    values = [each.value for each in s.counted.measurements]
    return reasons.total_on_the_way(
        s.kpi,
        s.current,
        expected,
        s.as_of,
        wanted=(s.target - s.current) / s.counted.periods_left,
        best=min(values) if s.kpi.better is Better.LOWER else max(values),
    )


def _direction(s: Situation, baseline: float) -> tuple[Status, Message]:
    """Open goals are judged by where they are heading, never by a calendar."""
    if s.key_result.comparison is Comparison.TOTAL:
        rate = recent_mean([each.value for each in s.counted.measurements])
        adds = rate / s.target > 0
        return (
            Status.ON_TRACK if adds else Status.OFF_TRACK,
            reasons.open_total(s.kpi, s.current, s.target, rate, adds=adds),
        )
    if len(s.counted.values) < 2:
        return Status.TOO_EARLY, reasons.too_early(s.kpi, s.current, s.as_of)
    recent = recent_mean(s.counted.values)
    moved = progress(baseline, recent, s.target)
    way = 0 if abs(moved) < MOVED else 1 if moved > 0 else -1
    return direction_status(moved), reasons.open_level(s.kpi, recent, baseline, s.target, way)
