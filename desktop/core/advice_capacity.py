"""Advice on targets that bring more than the next function can take care of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.core.advice import Advice, AdviceKind, Part, Place, called, facts
from desktop.core.advice_situation import Situation
from desktop.core.advice_target import TypedTarget
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, Value, msg
from desktop.core.period import Period
from desktop.core.progress import at_or_beyond
from desktop.core.reasons import per_period


def past_capacity(situation: Situation) -> Iterator[Advice]:
    """Targets that ask for more a period than the KPI's capacity, when it is somebody else's."""
    for goal in situation.written:
        for result, kpi in situation.numbers(goal):
            if result.target is None:
                continue
            typed = TypedTarget(
                kpi=kpi,
                comparison=result.comparison,
                target=result.target,
                start=goal.start,
                deadline=goal.deadline,
                year_start=situation.year_start,
                owner_id=aimed_by(result, goal, kpi),
            )
            asked = _beyond(typed)
            if asked is not None:
                yield _advice(situation, goal, result, kpi, asked, typed.owner_id)


def aimed_by(result: KeyResult, goal: Goal, kpi: Kpi) -> int | None:
    """The owner of the target: the key result's, else the goal's, else the KPI's."""
    return result.owner_id or goal.owner_id or kpi.owner_id


def capacity_note(typed: TypedTarget, owners: Mapping[int | None, str]) -> Message | None:
    """What is said beside a target while it is typed, when it asks for more a period than another
    owner can take; both are named."""
    asked = _beyond(typed)
    if asked is None:
        return None
    values = _values(typed.kpi, asked, typed.owner_id, owners)
    if "owner" in values and "other" in values:
        return msg("{owner} aims at {asked}, but {other} can take {capacity}.", **values)
    if "other" in values:
        return msg("This asks for {asked}, but {other} can take {capacity}.", **values)
    if "owner" in values:
        return msg("{owner} aims at {asked}, but the capacity is {capacity}.", **values)
    return msg("This asks for {asked}, but the capacity is {capacity}.", **values)


def _beyond(typed: TypedTarget) -> float | None:
    """What the target brings in one period of the KPI, when that is past somebody else's
    capacity."""
    kpi = typed.kpi
    if kpi.capacity is None or kpi.better is not Better.HIGHER:
        return None
    if typed.owner_id is not None and typed.owner_id == kpi.capacity_owner_id:
        return None
    asked = typed.target
    if typed.comparison is Comparison.TOTAL:
        if typed.deadline is None:
            return None
        first = Period.containing(kpi.cadence, typed.start, typed.year_start)
        last = Period.containing(kpi.cadence, typed.deadline, typed.year_start)
        asked = typed.target / max(first.until(last) + 1, 1)  # dates being typed may be turned
    return None if at_or_beyond(kpi.capacity, asked, Better.HIGHER) else asked


def _advice(
    situation: Situation,
    goal: Goal,
    result: KeyResult,
    kpi: Kpi,
    asked: float,
    owner_id: int | None,
) -> Advice:
    values = _values(kpi, asked, owner_id, situation.owners)
    values |= {"goal": called(goal), "kpi": kpi.name}
    return Advice(
        kind=AdviceKind.CAPACITY,
        subject=f"key result {result.id}",
        message=_sentence(values),
        why=msg(
            "What cannot be taken care of disappoints the customer and wastes the effort. Agree "
            "on a target that both can keep, or make room for more."
        ),
        place=Place("goals", goal.id, Part.RESULTS, result.id),
        facts=facts(asked, kpi.capacity, owner_id, kpi.capacity_owner_id),
        goal_ids=() if goal.id is None else (goal.id,),
        kpi_ids=() if kpi.id is None else (kpi.id,),
    )


def _values(
    kpi: Kpi, asked: float, owner_id: int | None, owners: Mapping[int | None, str]
) -> dict[str, Value]:
    """Both amounts, and those of the two owners that are known."""
    values: dict[str, Value] = {
        "asked": _amount(kpi, asked),
        "capacity": _amount(kpi, kpi.capacity or 0.0),
    }
    if owner := owners.get(owner_id):
        values["owner"] = owner
    if other := owners.get(kpi.capacity_owner_id):
        values["other"] = other
    return values


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
