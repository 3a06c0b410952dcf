"""Advice on baselines that are older than the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.advice import Advice, AdviceKind, Part, Place, called, facts
from desktop.core.advice_situation import Situation
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.core.unit import UnitKind

LOOKED_AT = 24  # periods before the newest: further back, the same value is mere chance
_GAP = 31  # days from a goal's start to the first value that are nothing to speak of


def old_baselines(situation: Situation) -> Iterator[Advice]:
    """Baselines of levels that are the value of an older period although a newer one before the
    goal's start is known; and those from long before the first value of all.

    The value a year before the newest is a comparison that somebody may have meant, and one in
    the midst of what came later is as good a beginning.
    """
    for goal in situation.active:
        for result, kpi in situation.numbers(goal):
            values = situation.values.get(kpi.id or 0, ())
            if (
                result.comparison is not Comparison.LEVEL
                or kpi.better is Better.BAND
                or result.baseline is None
                or not values
            ):
                continue
            before = [each for each in values if each.period.end < goal.start]
            if before:
                yield from _outrun(goal, result, kpi, result.baseline, before)
            else:
                yield from _unseen(situation, goal, result, kpi, result.baseline, values[0])


def _outrun(
    goal: Goal, result: KeyResult, kpi: Kpi, baseline: float, before: Sequence[Measurement]
) -> Iterator[Advice]:
    newest = before[-1]
    recent = before[-1 - LOOKED_AT :]
    source = next((each for each in reversed(recent) if _shown_alike(kpi, each, baseline)), None)
    if source is None or source is newest or source.period == newest.period.a_year_earlier():
        return
    since = [each.value for each in before if each.period > source.period]
    if min(since) <= source.value <= max(since):  # no worse a beginning than what came later
        return
    yield _advice(
        goal,
        result,
        msg(
            "{kpi} in “{goal}” begins at {baseline}, the value of {period}. The last value before "
            "the start is {value} ({newest}).",
            kpi=kpi.name,
            goal=called(goal),
            baseline=kpi.quantity(baseline),
            period=source.period,
            newest=newest.period,
            value=kpi.quantity(newest.value),
        ),
        facts(baseline, newest.period.start, newest.value),
    )


def _unseen(
    situation: Situation,
    goal: Goal,
    result: KeyResult,
    kpi: Kpi,
    baseline: float,
    first: Measurement,
) -> Iterator[Advice]:
    begin = Period.containing(kpi.cadence, goal.start, situation.year_start)
    if begin.until(first.period) < 2 or (first.period.start - goal.start).days <= _GAP:
        return
    yield _advice(
        goal,
        result,
        msg(
            "{kpi} in “{goal}” begins at {baseline} on {start}, but its first value is "
            "from {period}.",
            kpi=kpi.name,
            goal=called(goal),
            baseline=kpi.quantity(baseline),
            start=goal.start,
            period=first.period,
        ),
        facts(baseline, goal.start, first.period.start),
    )


def _advice(goal: Goal, result: KeyResult, message: Message, known: str) -> Advice:
    return Advice(
        kind=AdviceKind.OLD_BASELINE,
        subject=f"key result {result.id}",
        message=message,
        why=msg(
            "Progress is counted from the baseline. Begin where the numbers were when the goal "
            "began, or import the older ones."
        ),
        place=Place("goals", goal.id, Part.RESULTS, result.id),
        facts=known,
        goal_ids=() if goal.id is None else (goal.id,),
    )


def _shown_alike(kpi: Kpi, each: Measurement, baseline: float) -> bool:
    """Whether both are the same number as people see it, and would type it."""
    decimals = kpi.decimals + (2 if kpi.unit.kind is UnitKind.PERCENT else 0)
    return round(each.value, decimals) == round(baseline, decimals)
