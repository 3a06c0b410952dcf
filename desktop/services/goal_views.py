"""Goals with how they stand: what the overview, the goal page and the sheets show."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.assessment import Assessment, GoalAssessment
from desktop.core.goal import Goal, KeyResult, Milestone, PlanValue
from desktop.core.goal_status import assess_goal
from desktop.core.key_result_status import assess_key_result
from desktop.core.kpi import Kpi
from desktop.core.need import Need
from desktop.core.record import record
from desktop.services.outlooks import looking_ahead
from desktop.services.recent_values import RECENT, recent_values
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.plan_values import read_plans
from desktop.store.table import id_of
from desktop.store.tables import KEY_RESULTS, MILESTONES, PEOPLE


@record(frozen=True, slots=True)
class ResultView:
    """A key result: ``kpi`` and ``recent`` are empty for a milestone result, ``plan`` (the steps
    in force, typed or the season's) for a straight plan."""

    key_result: KeyResult
    kpi: Kpi | None
    owner: str
    assessment: Assessment
    recent: tuple[float, ...]
    plan: tuple[PlanValue, ...]
    has_values: bool = False  # whether the KPI has any value at all


@record(frozen=True, slots=True)
class GoalView:
    """A goal, its assessment, and the key results and milestones on which it stands; ``warnings``
    is what leading KPIs tell ahead, where that was asked for."""

    goal: Goal
    owner: str
    assessment: GoalAssessment
    results: tuple[ResultView, ...]
    milestones: tuple[Milestone, ...]
    warnings: tuple[Need, ...] = ()


class GoalViewer:
    """Views of goals at one moment: people, KPIs and the clock are read once.

    Without ``forecasts`` goals are judged by pace, which needs no numpy.
    """

    def __init__(self, ws: Workspace, *, forecasts: bool = True) -> None:
        self._connection = ws.connection
        self._today = ws.today()
        self._year_start = read_company(ws.connection).year_start
        self._reader = SeriesReader(ws)
        self._look_ahead = looking_ahead(self._reader, self._today) if forecasts else None
        self._owners = {person.id: person.name for person in PEOPLE.all(ws.connection)}

    def view(self, goal: Goal) -> GoalView:
        goal_id = id_of(goal)
        plans = read_plans(self._connection, goal_id)
        milestones = tuple(MILESTONES.all(self._connection, "goal_id = ?", goal_id))
        results = tuple(
            self._result(goal, key_result, plans.get(id_of(key_result), ()), milestones)
            for key_result in KEY_RESULTS.all(self._connection, "goal_id = ?", goal_id)
        )
        pairs = [(result.key_result, result.assessment) for result in results]
        return GoalView(
            goal=goal,
            owner=self._owners.get(goal.owner_id, ""),
            assessment=assess_goal(goal, pairs, self._today),
            results=results,
            milestones=milestones,
        )

    def _result(
        self,
        goal: Goal,
        key_result: KeyResult,
        plan: Sequence[PlanValue],
        milestones: Sequence[Milestone],
    ) -> ResultView:
        kpi = None if key_result.kpi_id is None else self._reader.kpis[key_result.kpi_id]
        series = None if kpi is None else self._reader.recent(kpi, RECENT, since=goal.start)
        if series is not None and key_result.seasonal:
            from desktop.services.plans import plan_in_force  # few plans follow a season

            plan = plan_in_force(self._reader, goal, key_result, plan, series, self._today)
        return ResultView(
            key_result=key_result,
            kpi=kpi,
            owner=self._owners.get(key_result.owner_id, ""),
            assessment=assess_key_result(
                goal=goal,
                key_result=key_result,
                kpi=kpi,
                series=series,
                plan_values=plan,
                today=self._today,
                year_start=self._year_start,
                milestones=milestones,
                look_ahead=self._look_ahead,
            ),
            recent=() if series is None else recent_values(series, self._today),
            plan=tuple(plan),
            has_values=series is not None and bool(series.measurements),
        )
