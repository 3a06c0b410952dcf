"""All the rules of advice, applied to a company."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.core.advice import Advice
from desktop.core.advice_activities import many_activities
from desktop.core.advice_balance import only_lagging, unbalanced_phases
from desktop.core.advice_baseline import old_baselines
from desktop.core.advice_capacity import past_capacity
from desktop.core.advice_goals import many_goals, unfinished_goals
from desktop.core.advice_kpis import two_meanings, undefined_kpis, vanity_kpis
from desktop.core.advice_situation import Situation
from desktop.core.advice_titles import wordy_titles

Rule = Callable[[Situation], Iterator[Advice]]

RULES: tuple[Rule, ...] = (
    past_capacity,
    unfinished_goals,
    two_meanings,
    old_baselines,
    many_goals,
    many_activities,
    only_lagging,
    unbalanced_phases,
    wordy_titles,
    undefined_kpis,
    vanity_kpis,
)


def all_advice(situation: Situation) -> tuple[Advice, ...]:
    """What there is to say, the most important first."""
    found = [advice for rule in RULES for advice in rule(situation)]
    return tuple(sorted(found, key=lambda advice: advice.kind.rank))
