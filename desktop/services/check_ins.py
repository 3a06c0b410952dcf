"""Check-ins: saving and listing them, and the round over the goals that are running."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.check_in import CheckIn, Rhythm, checked, due_on
from desktop.core.faults import NotAllowed
from desktop.core.goal import GoalState
from desktop.core.message import msg
from desktop.core.record import record
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.goals import goal
from desktop.services.settings import CHECK_IN_RHYTHM, read
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import CHECK_INS
from desktop.store.table import id_of
from desktop.store.tables import GOALS

_NEWEST = (
    "id IN (SELECT (SELECT id FROM check_in WHERE goal_id = goal.id ORDER BY day DESC, id DESC "
    "LIMIT 1) FROM goal)"
)


@record(frozen=True, slots=True)
class Stop:
    """A goal of the round on the day ``today``: how it stands, its check-ins (the oldest first),
    and from which day the next one is due."""

    view: GoalView
    history: tuple[CheckIn, ...]
    due_on: date
    today: date

    @property
    def is_due(self) -> bool:
        return self.due_on <= self.today

    @property
    def last(self) -> CheckIn | None:
        return self.history[-1] if self.history else None


def rhythm(ws: Workspace) -> Rhythm:
    """How often the company checks in."""
    known = read(ws, CHECK_IN_RHYTHM)
    return Rhythm(known) if known in {each.value for each in Rhythm} else Rhythm.WEEKLY


def check_ins(ws: Workspace, goal_id: int) -> list[CheckIn]:
    """All on one goal, the oldest first."""
    return CHECK_INS.all(ws.connection, "goal_id = ?", goal_id)


def latest_of_each(ws: Workspace) -> tuple[CheckIn, ...]:
    """The newest check-in on each goal that has one, by day."""
    return tuple(CHECK_INS.all(ws.connection, _NEWEST))


def check_in_round(ws: Workspace) -> tuple[Stop, ...]:
    """The goals that are running, in their order, each with what was said before."""
    viewer = GoalViewer(ws)
    active = GOALS.all(ws.connection, "state = ?", GoalState.ACTIVE.value)
    often = rhythm(ws)
    found = []
    for each in active:
        if each.start > ws.today():
            continue
        history = tuple(check_ins(ws, id_of(each)))
        due = due_on(each, history[-1] if history else None, often)
        found.append(Stop(viewer.view(each), history, due, ws.today()))
    return tuple(found)


def begin_check_in(ws: Workspace, view: GoalView) -> CheckIn:
    """An empty check-in of today that knows what the numbers say now."""
    return CheckIn(
        goal_id=id_of(view.goal),
        day=ws.today(),
        person_id=view.goal.owner_id,
        status=view.assessment.status,
        probability=chance(view),
        seen=tuple(_seen(view)),
    )


def chance(view: GoalView) -> float | None:
    """The probability that the goal's weakest key result is reached; ``None`` where there is no
    forecast of it."""
    weakest = next(
        (each for each in view.results if each.key_result.id == view.assessment.weakest_id), None
    )
    outlook = None if weakest is None else weakest.assessment.outlook
    return None if outlook is None else outlook.probability


def save_check_in(ws: Workspace, check_in: CheckIn) -> CheckIn:
    """The check-in with its ``id``.  Raises :class:`NotAllowed` when it says nothing, is of a day
    to come, or the goal is no longer there."""
    check_in = checked(check_in, ws.today())
    of = goal(ws, check_in.goal_id)
    with ws.action(msg("Check in on “{goal}”", goal=of.statement)):
        return CHECK_INS.save(ws.connection, check_in)


def delete_check_in(ws: Workspace, check_in_id: int) -> None:
    """Raises :class:`NotAllowed` when there is none (any more)."""
    found = CHECK_INS.get(ws.connection, check_in_id)
    if found is None:
        raise NotAllowed(msg("This check-in is no longer there."))
    with ws.action(msg("Delete the check-in of {day}", day=found.day)):
        CHECK_INS.delete(ws.connection, check_in_id)


def _seen(view: GoalView) -> Sequence[tuple[int, date]]:
    newest: dict[int, date] = {}
    for result in view.results:
        if result.kpi is not None and result.assessment.newest is not None:
            newest[id_of(result.kpi)] = result.assessment.newest.end
    return tuple(newest.items())
