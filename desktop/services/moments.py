"""What has been reached, to be celebrated once, and the goals that have ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from desktop.core.assessment import Status
from desktop.core.goal import Goal, GoalState
from desktop.core.goal_story import MilestoneStory
from desktop.core.moment import Moment, MomentKind
from desktop.core.reviews_due import CLOSED
from desktop.core.unit import Quantity
from desktop.services.goal_stories import milestone_stories
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.reviews import review_of_goal
from desktop.services.workspace import Workspace
from desktop.store.table import id_of
from desktop.store.tables import GOALS

_LATELY = timedelta(days=62)  # what was reached longer ago is no news; a month's value is late


def goal_states(ws: Workspace) -> dict[int, GoalState]:
    """The state of every goal."""
    return {id_of(goal): goal.state for goal in GOALS.all(ws.connection)}


def reached(ws: Workspace) -> tuple[Moment, ...]:
    """The goals that are reached, closed as such or by their numbers, and the milestones that were
    reached lately."""
    viewer = GoalViewer(ws, forecasts=False)
    found: list[Moment] = []
    for goal in GOALS.all(ws.connection):
        if goal.state not in (GoalState.ACTIVE, GoalState.REACHED):
            continue
        view = viewer.view(goal)
        if view.assessment.status is Status.REACHED:
            found.append(_goal(ws, view))
        if goal.state is GoalState.ACTIVE:
            found += _milestones(ws, view)
    return tuple(found)


def ended(ws: Workspace, before: Mapping[int, GoalState]) -> tuple[Moment, ...]:
    """The goals that were open ``before`` and are closed now, without a review: it is offered."""
    return tuple(
        Moment(
            kind=MomentKind.GOAL if goal.state is GoalState.REACHED else MomentKind.ENDED,
            key=f"goal:{goal.id}",
            goal_id=id_of(goal),
            title=goal.statement,
            review=True,
        )
        for goal in GOALS.all(ws.connection)
        if _has_closed(goal, before) and review_of_goal(ws, id_of(goal)) is None
    )


def _has_closed(goal: Goal, before: Mapping[int, GoalState]) -> bool:
    earlier = before.get(id_of(goal))
    return earlier is not None and earlier not in CLOSED and goal.state in CLOSED


def _goal(ws: Workspace, view: GoalView) -> Moment:
    goal_id = id_of(view.goal)
    value, kpi = _value(view)
    return Moment(
        kind=MomentKind.GOAL,
        key=f"goal:{goal_id}",
        goal_id=goal_id,
        title=view.goal.statement,
        kpi=kpi,
        value=value,
        day=view.assessment.as_of,
        review=view.goal.state is GoalState.REACHED and review_of_goal(ws, goal_id) is None,
    )


def _value(view: GoalView) -> tuple[Quantity | None, str]:
    """The first number that the goal stands on."""
    for result in view.results:
        if result.kpi is not None and result.assessment.current is not None:
            return result.kpi.quantity(result.assessment.current), result.kpi.name
    return None, ""


def _milestones(ws: Workspace, view: GoalView) -> Iterator[Moment]:
    kpis = {result.key_result.id: result.kpi for result in view.results}
    for each in milestone_stories(ws, view):
        if _is_news(ws, each):
            milestone = each.milestone
            kpi = kpis.get(milestone.key_result_id)
            value = None if kpi is None or milestone.value is None else milestone.value
            yield Moment(
                kind=MomentKind.MILESTONE,
                key=f"milestone:{milestone.id}",
                goal_id=id_of(view.goal),
                title=milestone.title,
                kpi="" if kpi is None else kpi.name,
                value=None if kpi is None or value is None else kpi.quantity(value),
                day=each.reached_on,
            )


def _is_news(ws: Workspace, story: MilestoneStory) -> bool:
    return story.reached_on is not None and ws.today() - story.reached_on <= _LATELY
