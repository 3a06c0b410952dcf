"""What needs somebody's attention now, each in a sentence with where to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.assessment import Status
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.services.goal_views import GoalView
from desktop.services.settings import MOST_ACTIVE_GOALS, MOST_GOALS_PER_OWNER, read
from desktop.services.workspace import Workspace
from desktop.store.tables import due_sittings


@record(frozen=True, slots=True)
class Need:
    """``page`` and ``target_id`` say where it is seen to."""

    message: Message
    page: str
    target_id: int | None = None


def needs(ws: Workspace, views: Sequence[GoalView]) -> tuple[Need, ...]:
    """The most pressing first."""
    return tuple(
        need
        for found in (
            _copies(ws),
            _of_status(views, Status.OFF_TRACK),
            _of_status(views, Status.AT_RISK),
            _outdated(views),
            _overdue(ws, views),
            _sittings(ws),
            _unfinished(views),
            _too_many(ws, views),
        )
        for need in found
    )


def _copies(ws: Workspace) -> Iterator[Need]:
    if ws.copy_fault is not None:
        yield Need(
            msg("There is no copy of today. {reason}", reason=ws.copy_fault.message), "settings"
        )


def _of_status(views: Sequence[GoalView], status: Status) -> Iterator[Need]:
    for view in views:
        if view.assessment.status is status:
            yield Need(
                msg(
                    "“{goal}”: {reason}",
                    goal=view.goal.statement,
                    reason=view.assessment.reason,
                ),
                "goals",
                view.goal.id,
            )


def _outdated(views: Sequence[GoalView]) -> Iterator[Need]:
    seen: set[int | None] = set()
    for view in views:
        for result in view.results:
            kpi = result.kpi
            if kpi is None or result.assessment.status is not Status.OUTDATED or kpi.id in seen:
                continue
            seen.add(kpi.id)
            yield Need(
                msg("{kpi}: {reason}", kpi=kpi.name, reason=result.assessment.reason),
                "kpis",
                kpi.id,
            )


def _overdue(ws: Workspace, views: Sequence[GoalView]) -> Iterator[Need]:
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
                "goals",
                goal.id,
            )
        for milestone in view.milestones:
            if milestone.done_on is None and milestone.due < today:
                yield Need(
                    msg(
                        "The milestone “{title}” was due on {day}.",
                        title=milestone.title,
                        day=milestone.due,
                    ),
                    "goals",
                    goal.id,
                )


def _sittings(ws: Workspace) -> Iterator[Need]:
    """Goals that people wanted to go on with today; drafts too."""
    for goal_id, statement, done in due_sittings(ws.connection, ws.today()):
        waits = (
            msg("“{goal}” waits for its first sitting: what and why.", goal=statement),
            msg("“{goal}” waits for its second sitting: how would we see it?", goal=statement),
            msg("“{goal}” waits for its third sitting: how far, what do we try?", goal=statement),
        )
        yield Need(waits[done], "goals", goal_id)


def _unfinished(views: Sequence[GoalView]) -> Iterator[Need]:
    empty: set[int | None] = set()
    for view in views:
        for result in view.results:
            kpi = result.kpi
            if kpi is None or result.has_values or kpi.id in empty:
                continue
            empty.add(kpi.id)
            yield Need(
                msg("{kpi} has no values yet. Import a file or type them.", kpi=kpi.name), "imports"
            )
        if not view.results:
            yield Need(
                msg("“{goal}” has no key result yet.", goal=view.goal.statement),
                "goals",
                view.goal.id,
            )


def _too_many(ws: Workspace, views: Sequence[GoalView]) -> Iterator[Need]:
    """Few and ambitious beats many and timid; said here too, unless somebody has dismissed it."""
    most, each = read(ws, MOST_ACTIVE_GOALS), read(ws, MOST_GOALS_PER_OWNER)
    if len(views) <= min(most, each):
        return
    from desktop.core.advice_goals import too_many  # seldom needed, and not at start
    from desktop.store.dismissed_advice import read_dismissals

    dismissals = read_dismissals(ws.connection)
    owners = {view.goal.owner_id: view.owner for view in views if view.owner}
    active = [view.goal for view in views]
    for advice in too_many(active, owners, most_active=most, most_per_owner=each):
        if not any(dismissal.holds(advice) for dismissal in dismissals):
            yield Need(advice.message, "goals")
