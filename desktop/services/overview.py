"""The overview: what needs attention now, and how every active goal stands."""

from __future__ import annotations

from datetime import date

from desktop.core.company import Company
from desktop.core.goal import GoalState
from desktop.core.need import Need
from desktop.core.record import record
from desktop.services.goal_views import GoalView, GoalViewer, ResultView
from desktop.services.needs import needs
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.tables import GOALS

__all__ = ["GoalView", "Need", "Overview", "ResultView", "goal_view", "overview"]


@record(frozen=True, slots=True)
class Overview:
    """``as_of`` is the last day that any goal's numbers cover; ``None`` before there are any."""

    company: Company
    as_of: date | None
    needs: tuple[Need, ...]
    goals: tuple[GoalView, ...]


def overview(ws: Workspace, *, forecasts: bool = True) -> Overview:
    """The active goals in their order, and what needs attention, the most pressing first.

    Without ``forecasts``, which take a while when first made, goals are judged by pace, and what
    following up asks for and what leading KPIs warn of are left out.
    """
    viewer = GoalViewer(ws, forecasts=forecasts)
    active = GOALS.all(ws.connection, "state = ?", GoalState.ACTIVE.value)
    views = tuple(viewer.view(goal) for goal in active)
    if forecasts:
        views = _warned(ws, views)
    days = [view.assessment.as_of for view in views if view.assessment.as_of is not None]
    return Overview(
        company=read_company(ws.connection),
        as_of=max(days, default=None),
        needs=_this_week(ws, views) if forecasts else needs(ws, views),
        goals=views,
    )


def _this_week(ws: Workspace, views: tuple[GoalView, ...]) -> tuple[Need, ...]:
    from desktop.services.this_week import this_week  # not before the first page is up

    return this_week(ws, views)


def _warned(ws: Workspace, views: tuple[GoalView, ...]) -> tuple[GoalView, ...]:
    from desktop.services.links import with_warnings  # nor this

    return with_warnings(ws, views)


def goal_view(ws: Workspace, goal_id: int) -> GoalView:
    """One goal in any state; raises :class:`NotAllowed` when there is no such goal."""
    from desktop.services.goals import goal  # all that changes goals comes along

    return GoalViewer(ws).view(goal(ws, goal_id))
