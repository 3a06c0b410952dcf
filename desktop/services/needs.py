"""What can be told of the goals and numbers alone: the part of this week that starts with the page.

``services/this_week.py`` puts it together with what following up asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.assessment import Status
from desktop.core.goal import Milestone
from desktop.core.message import msg
from desktop.core.need import Action, Need, Standing, changed
from desktop.services.goal_views import GoalView
from desktop.services.settings import MOST_ACTIVE_GOALS, MOST_GOALS_PER_OWNER, read
from desktop.services.workspace import Workspace
from desktop.store.tables import due_sittings, imported_kpis, seen_statuses


def needs(ws: Workspace, views: Sequence[GoalView]) -> tuple[Need, ...]:
    """The most pressing first; what following up asks for is left out, and so are goals that were
    checked in on: whether they have changed is told by their forecasts."""
    fresh = [standing for standing in standings(ws, views) if standing.known is None]
    return tuple(
        need
        for found in (
            copies(ws),
            changed(fresh),
            outdated(ws, views),
            overdue(ws, views),
            sittings(ws),
            unfinished(views),
            too_many(ws, views),
        )
        for need in found
    )


def standings(ws: Workspace, views: Sequence[GoalView]) -> list[Standing]:
    """How the goals stand beside what was seen at their last check-ins."""
    seen = seen_statuses(ws.connection)
    return [
        Standing(
            view.goal,
            view.assessment.status,
            view.assessment.reason,
            *seen.get(view.goal.id or 0, (None, None)),
        )
        for view in views
    ]


def copies(ws: Workspace) -> Iterator[Need]:
    """Why there is no copy of today, if there is none."""
    if ws.copy_fault is not None:
        yield Need(
            msg("There is no copy of today. {reason}", reason=ws.copy_fault.message),
            Action.SETTINGS,
        )


def outdated(ws: Workspace, views: Sequence[GoalView]) -> Iterator[Need]:
    """The KPIs that have been silent too long; what came from a file comes from a file again."""
    imported = imported_kpis(ws.connection)
    seen: set[int | None] = set()
    for view in views:
        for result in view.results:
            kpi = result.kpi
            if kpi is None or result.assessment.status is not Status.OUTDATED or kpi.id in seen:
                continue
            seen.add(kpi.id)
            yield Need(
                msg("{kpi}: {reason}", kpi=kpi.name, reason=result.assessment.reason),
                Action.IMPORT if kpi.id in imported or kpi.formula else Action.TYPE_VALUES,
                None if kpi.id in imported or kpi.formula else kpi.id,
            )


def overdue(ws: Workspace, views: Sequence[GoalView]) -> Iterator[Need]:
    """Goals whose deadline has passed, and milestones that were missed."""
    today = ws.today()
    for view in views:
        goal = view.goal
        if goal.deadline is not None and goal.deadline < today:
            yield Need(
                msg(
                    "“{goal}” ended on {day}. Was it reached?",
                    goal=goal.statement,
                    day=goal.deadline,
                ),
                Action.OPEN_GOAL,
                goal.id,
            )
        for milestone in _missed(ws, view):
            yield Need(
                msg(
                    "The milestone “{title}” was due on {day}. Why was it missed?",
                    title=milestone.title,
                    day=milestone.due,
                ),
                Action.CHECK_IN,
                goal.id,
            )


def _missed(ws: Workspace, view: GoalView) -> Sequence[Milestone]:
    """The milestones that nobody has looked at since their day."""
    if all(each.done_on is not None or each.due >= ws.today() for each in view.milestones):
        return ()
    from desktop.services.goal_stories import missed_milestones  # seldom needed

    _, looked = seen_statuses(ws.connection).get(view.goal.id or 0, (None, None))
    return [each for each in missed_milestones(ws, view) if looked is None or looked <= each.due]


def sittings(ws: Workspace) -> Iterator[Need]:
    """Goals that people wanted to go on with today; drafts too."""
    for goal_id, statement, done in due_sittings(ws.connection, ws.today()):
        waits = (
            msg("“{goal}” waits for its first sitting: what and why.", goal=statement),
            msg("“{goal}” waits for its second sitting: how would we see it?", goal=statement),
            msg("“{goal}” waits for its third sitting: how far, what do we try?", goal=statement),
        )
        yield Need(waits[done], Action.SIT, goal_id)


def unfinished(views: Sequence[GoalView]) -> Iterator[Need]:
    """KPIs without any value, and goals without a key result."""
    empty: set[int | None] = set()
    for view in views:
        for result in view.results:
            kpi = result.kpi
            if kpi is None or result.has_values or kpi.id in empty:
                continue
            empty.add(kpi.id)
            yield Need(
                msg("{kpi} has no values yet. Import a file or type them.", kpi=kpi.name),
                Action.IMPORT,
            )
        if not view.results:
            yield Need(
                msg("“{goal}” has no key result yet.", goal=view.goal.statement),
                Action.OPEN_GOAL,
                view.goal.id,
            )


def too_many(ws: Workspace, views: Sequence[GoalView]) -> Iterator[Need]:
    """Few and ambitious beats many and timid; said here too, unless somebody has dismissed it."""
    most, each = read(ws, MOST_ACTIVE_GOALS), read(ws, MOST_GOALS_PER_OWNER)
    if len(views) <= min(most, each):
        return
    from desktop.core.advice_goals import too_many as rule  # seldom needed, and not at start
    from desktop.store.dismissed_advice import read_dismissals

    dismissals = read_dismissals(ws.connection)
    owners = {view.goal.owner_id: view.owner for view in views if view.owner}
    active = [view.goal for view in views]
    for advice in rule(active, owners, most_active=most, most_per_owner=each):
        if not any(dismissal.holds(advice) for dismissal in dismissals):
            yield Need(advice.message, Action.OPEN_GOALS)
