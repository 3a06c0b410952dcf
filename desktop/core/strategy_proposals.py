"""First arrows for the strategy map, from what the company has said already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.core.breakdown import Family
from desktop.core.cause import Cause
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.core.strategy_map import (
    between,
    cause_key,
    effect_key,
    goal_key,
    kpi_key,
    leads_to,
)


@record(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An arrow that could be drawn: the titles of its ends, and what suggests it."""

    cause: Cause
    cause_title: str
    effect_title: str
    reason: Message


def propose(
    goals: Sequence[Goal],
    key_results: Iterable[KeyResult],
    kpis: Sequence[Kpi],
    drawn: Sequence[Cause],
) -> tuple[Proposal, ...]:
    """The arrows that are not drawn and would close no circle: from a goal to the one that it is
    part of, from a leading KPI to the lagging ones of the same goal, from the parts of a KPI to
    the whole."""
    shown = {goal.id: goal for goal in goals}
    by_id = {kpi.id: kpi for kpi in kpis}
    of_goal: dict[int | None, list[Kpi]] = {}
    for result in key_results:
        if result.goal_id in shown and result.kpi_id in by_id:
            of_goal.setdefault(result.goal_id, []).append(by_id[result.kpi_id])
    found: list[Proposal] = []
    taken = list(drawn)
    for proposal in (
        *_from_goals(goals),
        *(each for goal in goals for each in _from_results(goal, of_goal.get(goal.id, ()))),
        *_from_parts(kpis),
    ):
        start, end = cause_key(proposal.cause), effect_key(proposal.cause)
        same = any((cause_key(each), effect_key(each)) == (start, end) for each in taken)
        if not same and not leads_to(taken, end, start):
            found.append(proposal)
            taken.append(proposal.cause)
    return tuple(found)


def _from_goals(goals: Sequence[Goal]) -> Iterator[Proposal]:
    by_id = {goal.id: goal for goal in goals}
    for goal in goals:
        if goal.parent_id is not None and goal.parent_id in by_id:
            whole = by_id[goal.parent_id]
            yield Proposal(
                cause=between(goal_key(goal.id), goal_key(whole.id)),
                cause_title=goal.statement,
                effect_title=whole.statement,
                reason=msg("It is part of that goal."),
            )


def _from_results(goal: Goal, kpis: Iterable[Kpi]) -> Iterator[Proposal]:
    distinct = list({kpi.id: kpi for kpi in kpis}.values())
    for leading in (kpi for kpi in distinct if kpi.leading):
        for lagging in (kpi for kpi in distinct if not kpi.leading):
            yield Proposal(
                cause=between(kpi_key(leading.id), kpi_key(lagging.id)),
                cause_title=leading.name,
                effect_title=lagging.name,
                reason=msg("Leading and lagging key result of “{goal}”.", goal=goal.statement),
            )


def _from_parts(kpis: Sequence[Kpi]) -> Iterator[Proposal]:
    family = Family.of(kpis)
    for whole in kpis:
        for part in family.parts_of(whole):
            yield Proposal(
                cause=between(kpi_key(part.id), kpi_key(whole.id)),
                cause_title=part.name,
                effect_title=whole.name,
                reason=msg("It is a part of that KPI."),
            )
