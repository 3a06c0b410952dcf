"""Advice on goals: few of them, each with a number, an owner and values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.core.advice import Advice, AdviceKind, Part, Place, called, facts
from desktop.core.goal import Goal
from desktop.core.message import msg, nmsg

if TYPE_CHECKING:  # the first page needs one of these rules and no situation
    from desktop.core.advice_situation import Situation

_FEW = msg(
    "Few goals get done. Let some wait as drafts, or drop them, so that the rest get the time."
)


def too_many(
    active: Sequence[Goal],
    owners: Mapping[int | None, str],
    *,
    most_active: int,
    most_per_owner: int,
) -> Iterator[Advice]:
    """More active goals than the company, or one owner, can keep in sight."""
    if len(active) > most_active:
        yield Advice(
            kind=AdviceKind.TOO_MANY_GOALS,
            subject="company",
            message=nmsg(
                "There is {n} active goal; more than {most} are hard to keep in sight.",
                "There are {n} active goals; more than {most} are hard to keep in sight.",
                len(active),
                most=most_active,
            ),
            why=_FEW,
            place=Place("goals"),
            facts=facts(len(active), most_active),
        )
    for owner_id, count in Counter(goal.owner_id for goal in active).items():
        if owner_id not in owners or count <= most_per_owner:
            continue
        first = next(goal for goal in reversed(active) if goal.owner_id == owner_id)
        yield Advice(
            kind=AdviceKind.TOO_MANY_FOR_OWNER,
            subject=f"person {owner_id}",
            message=nmsg(
                "{owner} carries {n} active goal; more than {most} are hard to keep in sight.",
                "{owner} carries {n} active goals; more than {most} are hard to keep in sight.",
                count,
                owner=owners[owner_id],
                most=most_per_owner,
            ),
            why=_FEW,
            place=Place("goals", first.id),
            facts=facts(count, most_per_owner),
        )


def many_goals(situation: Situation) -> Iterator[Advice]:
    """:func:`too_many` for the company as it is."""
    return too_many(
        situation.active,
        situation.owners,
        most_active=situation.most_active,
        most_per_owner=situation.most_per_owner,
    )


def unfinished_goals(situation: Situation) -> Iterator[Advice]:
    """Active goals without a KPI, without values, without an owner."""
    for goal in situation.active:
        yield from _without_kpi(situation, goal)
        yield from _without_values(situation, goal)
        yield from _without_owner(goal)


def _without_kpi(situation: Situation, goal: Goal) -> Iterator[Advice]:
    """A goal above others is followed by theirs."""
    family = situation.with_sub_goals(goal)
    if any(True for each in family for _ in situation.numbers(each)):
        return
    results = situation.results(goal)
    yield Advice(
        kind=AdviceKind.NO_KPI,
        subject=f"goal {goal.id}",
        message=msg("No number shows whether “{goal}” is getting there.", goal=called(goal)),
        why=msg(
            "What is only done or not done says little on the way. Choose the KPI in which you "
            "would see it."
        )
        if results
        else msg("Choose the KPI in which you would see it, and how far it shall go."),
        place=Place("goals", goal.id, Part.RESULTS),
        facts=facts(*sorted(result.id or 0 for result in results)),
        goal_ids=_ids(goal),
    )


def _without_values(situation: Situation, goal: Goal) -> Iterator[Advice]:
    silent = {
        kpi.id or 0: kpi
        for _, kpi in situation.numbers(goal)
        if kpi.id not in situation.with_values
    }
    if not silent:
        return
    yield Advice(
        kind=AdviceKind.NO_VALUES,
        subject=f"goal {goal.id}",
        message=msg(
            "“{goal}” is not measured yet: {kpis} has no values.",
            goal=called(goal),
            kpis=", ".join(kpi.name for kpi in silent.values()),
        ),
        why=msg("Decide where the number comes from. Import a file with it, or type the values."),
        place=Place("imports"),
        facts=facts(*sorted(silent)),
        goal_ids=_ids(goal),
        kpi_ids=tuple(silent),
    )


def _without_owner(goal: Goal) -> Iterator[Advice]:
    if goal.owner_id is not None:
        return
    yield Advice(
        kind=AdviceKind.NO_OWNER,
        subject=f"goal {goal.id}",
        message=msg("Nobody owns “{goal}”.", goal=called(goal)),
        why=msg("What everybody owns is followed up by nobody. Let one person or team carry it."),
        place=Place("goals", goal.id, Part.OWNER),
        goal_ids=_ids(goal),
    )


def _ids(goal: Goal) -> tuple[int, ...]:
    return () if goal.id is None else (goal.id,)
