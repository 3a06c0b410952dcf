"""What the rules of advice look at: the company's goals and KPIs at one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date

from desktop.core.activity import Activity
from desktop.core.advice_words import AdviceWords
from desktop.core.formula import FormulaFault, keys_of
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.record import record

_WRITTEN = (GoalState.ACTIVE, GoalState.DRAFT)


@record(frozen=True, slots=True, kw_only=True)
class Situation:
    """``with_values`` are the ids of the KPIs that have any value; ``values`` has the whole
    periods of those whose level a key result compares, in order.  ``sentences`` are the ids of the
    goals whose titles are the whole sentences that the guide composed."""

    today: date
    goals: tuple[Goal, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    activities: tuple[Activity, ...] = ()
    owners: Mapping[int | None, str] = field(default_factory=dict)
    with_values: frozenset[int] = frozenset()
    sentences: frozenset[int] = frozenset()
    values: Mapping[int, tuple[Measurement, ...]] = field(default_factory=dict)
    words: AdviceWords = AdviceWords()
    most_active: int = 5
    most_per_owner: int = 3
    year_start: int = 1

    @property
    def active(self) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals if goal.state is GoalState.ACTIVE)

    @property
    def written(self) -> tuple[Goal, ...]:
        """The goals that are worked on: active ones and drafts."""
        return tuple(goal for goal in self.goals if goal.state in _WRITTEN)

    @property
    def followed(self) -> tuple[Kpi, ...]:
        """The KPIs that are not archived."""
        return tuple(kpi for kpi in self.kpis if not kpi.archived)

    def results(self, goal: Goal) -> tuple[KeyResult, ...]:
        return tuple(result for result in self.key_results if result.goal_id == goal.id)

    def numbers(self, goal: Goal) -> Iterator[tuple[KeyResult, Kpi]]:
        """The goal's key results that are numbers, each with its KPI."""
        by_id = {kpi.id: kpi for kpi in self.kpis}
        for result in self.results(goal):
            if result.kpi_id in by_id:
                yield result, by_id[result.kpi_id]

    def with_sub_goals(self, goal: Goal) -> tuple[Goal, ...]:
        """The goal and the active ones below it, at any depth."""
        found, ids = [goal], {goal.id}
        waiting = [other for other in self.active if other.id != goal.id]
        while new := [other for other in waiting if other.parent_id in ids]:
            found += new
            ids |= {other.id for other in new}
            waiting = [other for other in waiting if other not in new]
        return tuple(found)

    def feeding(self, kpis: tuple[Kpi, ...]) -> tuple[Kpi, ...]:
        """The KPIs, and all that they are made of: parts of formulas and of the breakdown."""
        found = {kpi.id: kpi for kpi in kpis}
        waiting = list(kpis)
        while waiting:
            whole = waiting.pop()
            keys = _keys(whole)
            for part in self.followed:
                if part.id not in found and (part.key in keys or part.parent_id == whole.id):
                    found[part.id] = part
                    waiting.append(part)
        return tuple(found.values())


def _keys(kpi: Kpi) -> tuple[str, ...]:
    try:
        return keys_of(kpi.formula) if kpi.formula else ()
    except FormulaFault:  # of a file that another program wrote; it is told where it stands
        return ()
