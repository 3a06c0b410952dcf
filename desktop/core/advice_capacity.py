"""Advice on targets that bring more than the next function can take care of."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.advice import Advice, AdviceKind, Part, Place, called, facts
from desktop.core.advice_situation import Situation
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, Value, msg
from desktop.core.period import Period
from desktop.core.progress import at_or_beyond
from desktop.core.reasons import per_period


def past_capacity(situation: Situation) -> Iterator[Advice]:
    """Targets that ask for more a period than the KPI's capacity, when it is somebody else's.

    The target's owner is the key result's, else the goal's, else the KPI's.
    """
    for goal in situation.written:
        for result, kpi in situation.numbers(goal):
            asked = _asked(situation, goal, result, kpi)
            owner_id = result.owner_id or goal.owner_id or kpi.owner_id
            own = owner_id is not None and owner_id == kpi.capacity_owner_id
            if asked is None or kpi.capacity is None or own:
                continue
            if at_or_beyond(kpi.capacity, asked, Better.HIGHER):
                continue
            yield _advice(situation, goal, result, kpi, asked, kpi.capacity, owner_id)


def _asked(situation: Situation, goal: Goal, result: KeyResult, kpi: Kpi) -> float | None:
    """What the target brings in one period of the KPI; ``None`` when it does not say so."""
    if result.target is None or kpi.better is not Better.HIGHER:
        return None
    if result.comparison is not Comparison.TOTAL:
        return result.target
    if goal.deadline is None:
        return None
    first = Period.containing(kpi.cadence, goal.start, situation.year_start)
    last = Period.containing(kpi.cadence, goal.deadline, situation.year_start)
    return result.target / (first.until(last) + 1)


def _advice(
    situation: Situation,
    goal: Goal,
    result: KeyResult,
    kpi: Kpi,
    asked: float,
    capacity: float,
    owner_id: int | None,
) -> Advice:
    values: dict[str, Value] = {
        "goal": called(goal),
        "kpi": kpi.name,
        "asked": _amount(kpi, asked),
        "capacity": _amount(kpi, capacity),
    }
    owner = situation.owners.get(owner_id, "")
    other = situation.owners.get(kpi.capacity_owner_id, "")
    if owner:
        values["owner"] = owner
    if other:
        values["other"] = other
    return Advice(
        kind=AdviceKind.CAPACITY,
        subject=f"key result {result.id}",
        message=_sentence(values),
        why=msg(
            "What cannot be taken care of disappoints the customer and wastes the effort. Agree "
            "on a target that both can keep, or make room for more."
        ),
        place=Place("goals", goal.id, Part.RESULTS, result.id),
        facts=facts(asked, capacity, owner_id, kpi.capacity_owner_id),
        goal_ids=() if goal.id is None else (goal.id,),
        kpi_ids=() if kpi.id is None else (kpi.id,),
    )


def _sentence(values: dict[str, Value]) -> Message:
    if "owner" in values and "other" in values:
        return msg(
            "{kpi}: for “{goal}” {owner} aims at {asked}, but {other} can take {capacity}.",
            **values,
        )
    if "other" in values:
        return msg(
            "{kpi}: “{goal}” aims at {asked}, but {other} can take {capacity}.",
            **values,
        )
    if "owner" in values:
        return msg(
            "{kpi}: for “{goal}” {owner} aims at {asked}, but the capacity is {capacity}.",
            **values,
        )
    return msg("{kpi}: “{goal}” aims at {asked}, but the capacity is {capacity}.", **values)


def _amount(kpi: Kpi, value: float) -> Value:
    """What comes in each period has its rate; a level has none."""
    return per_period(kpi.quantity(value), kpi.cadence) if kpi.sums else kpi.quantity(value)
