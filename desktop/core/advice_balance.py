"""Advice on the set of KPIs: some warn in time, some tell what was achieved, in each phase."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.advice import Advice, AdviceKind, Part, Place, called, facts
from desktop.core.advice_situation import Situation
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi, Phase
from desktop.core.message import Message, msg, nmsg
from desktop.core.names import name

_WARN = msg(
    "Lagging KPIs tell what has already happened. Add one that moves earlier, such as visits, "
    "leads or conversion, and you are warned while something can be done."
)


def only_lagging(situation: Situation) -> Iterator[Advice]:
    """No leading KPI behind any active goal; or, where there is one, none behind a goal that has
    several KPIs.  The parts of a KPI and the KPIs of sub-goals count too."""
    used = _kpis(situation, *situation.active)
    if not used:
        return
    if not _leads(situation, used):
        yield Advice(
            kind=AdviceKind.ONLY_LAGGING,
            subject="company",
            message=nmsg(
                "The {n} KPI that your goals use looks back.",
                "All {n} KPIs that your goals use look back.",
                len(used),
            ),
            why=_WARN,
            place=Place("kpis", None, Part.LIBRARY, leading=True),
            facts=facts(*sorted(kpi.id or 0 for kpi in used)),
        )
        return
    for goal in situation.active:
        own = _kpis(situation, goal)
        family = _kpis(situation, *situation.with_sub_goals(goal))
        if len(own) < 2 or goal.id is None or _leads(situation, family):
            continue
        yield Advice(
            kind=AdviceKind.ONLY_LAGGING,
            subject=f"goal {goal.id}",
            message=msg("All KPIs of “{goal}” look back.", goal=called(goal)),
            why=_WARN,
            place=Place("goals", goal.id, Part.RESULTS),
            facts=facts(*sorted(kpi.id or 0 for kpi in own)),
            goal_ids=(goal.id,),
        )


def unbalanced_phases(situation: Situation) -> Iterator[Advice]:
    """A phase of the customer journey without leading or without lagging KPIs; an empty one once
    all the others are followed.  A company that does not use phases hears nothing."""
    by_phase = {phase: [kpi for kpi in situation.followed if kpi.phase is phase] for phase in Phase}
    empty = [phase for phase in Phase if not by_phase[phase]]
    for phase, kpis in by_phase.items():
        message: Message | None = None
        lacks, wanted = "", None
        if not kpis and len(empty) == 1:
            lacks = "both"
            message = msg("No KPI follows the phase “{phase}”.", phase=name(phase))
        elif kpis and not any(kpi.leading for kpi in kpis):
            lacks, wanted = "leading", True
            message = msg("The phase “{phase}” has no leading KPI.", phase=name(phase))
        elif kpis and all(kpi.leading for kpi in kpis):
            lacks, wanted = "lagging", False
            message = msg("The phase “{phase}” has no lagging KPI.", phase=name(phase))
        if message is None:
            continue
        ids = sorted(kpi.id or 0 for kpi in kpis)
        yield Advice(
            kind=AdviceKind.PHASE,
            subject=phase.value,
            message=message,
            why=msg(
                "Three or four KPIs in each phase, some leading and some lagging, show where "
                "customers are lost and whether it gets better."
            ),
            place=Place("kpis", None, Part.LIBRARY, phase=phase, leading=wanted),
            facts=facts(lacks, *ids),
            kpi_ids=tuple(ids),
        )


def _kpis(situation: Situation, *goals: Goal) -> tuple[Kpi, ...]:
    found = {kpi.id: kpi for goal in goals for _, kpi in situation.numbers(goal)}
    return tuple(found.values())


def _leads(situation: Situation, kpis: tuple[Kpi, ...]) -> bool:
    return any(kpi.leading for kpi in situation.feeding(kpis))
