"""Raising a goal that has been reached: the next one goes on from where it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.core.assessment import Status
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.goal_frame import usual_deadline
from desktop.core.message import Message, msg
from desktop.core.sitting import Ask, Guide, short_goal
from desktop.services.company import company
from desktop.services.goal_views import GoalView, ResultView
from desktop.services.goals import save_goal_whole
from desktop.services.overview import goal_view
from desktop.services.sittings import guide_of, guides
from desktop.services.workspace import Workspace
from desktop.store.guides import read_answers, write_guide
from desktop.store.table import id_of
from desktop.store.tables import GOALS

# what was answered for the dates and numbers of the goal that is over
_OF_ITS_TIME = (Ask.WHAT, Ask.SENTENCE, Ask.THREE_MONTHS, Ask.FOUR_WEEKS, Ask.TODAY)


def raisable(ws: Workspace, views: Iterable[GoalView]) -> set[int]:
    """The ids of those goals that are reached and that no other goal goes on from yet; one that
    was dropped does not count."""
    dropped = {goal.id for goal in GOALS.all(ws.connection, "state = ?", GoalState.DROPPED.value)}
    raised = {guide.raised_from_id for key, guide in guides(ws).items() if key not in dropped}
    return {view.goal.id or 0 for view in views if _is_reached(view)} - raised


def can_be_raised(ws: Workspace, view: GoalView) -> bool:
    """:func:`raisable` of one goal."""
    return view.goal.id in raisable(ws, [view])


def _is_reached(view: GoalView) -> bool:
    """Whether the goal was closed as reached, or its numbers say that it is."""
    if view.goal.state is GoalState.REACHED:
        return True
    return view.goal.state is GoalState.ACTIVE and view.assessment.status is Status.REACHED


def raise_goal(ws: Workspace, goal_id: int) -> Goal:
    """A draft of the next goal, in one action; the reached one is closed as reached.

    It has the same words, people and KPIs, begins where the reached goal ended, and knows it.  Its
    targets are left to be set in the third sitting.  Raises :class:`NotAllowed` for a goal that is
    not reached, or that has been raised.
    """
    view = goal_view(ws, goal_id)
    if not _is_reached(view):
        raise NotAllowed(msg("Only a goal that has been reached can be raised."))
    if not can_be_raised(ws, view):
        raise NotAllowed(msg("The goal has been raised: another one goes on from it."))
    reached = view.goal
    today = ws.today()
    answers = read_answers(ws.connection, goal_id)
    fresh = replace(
        reached,
        id=None,
        statement=short_goal(reached.statement, answers),
        start=today,
        deadline=None
        if reached.deadline is None
        else usual_deadline(today, company(ws).year_start),
        state=GoalState.DRAFT,
        position=0,
    )
    rows = [_next(result) for result in view.results if result.kpi is not None]
    with ws.action(msg("Raise the goal “{goal}”", goal=reached.statement)):
        if reached.state is not GoalState.REACHED:
            GOALS.save(ws.connection, replace(reached, state=GoalState.REACHED))
        kept = {ask: text for ask, text in answers.items() if ask not in _OF_ITS_TIME}
        saved = save_goal_whole(ws, fresh, rows, (), {}, kept)
        way = guide_of(ws, goal_id).way
        write_guide(
            ws.connection,
            Guide(goal_id=id_of(saved), way=way, done=2, raised_from_id=goal_id),
        )
    return saved


def raised_from_words(ws: Workspace, earlier: Goal) -> Message:
    """The goal that another goes on from, with where its numbers ended."""
    view = goal_view(ws, earlier.id or 0)
    ended: Message | str = ""
    for result in view.results:
        value = result.assessment.current
        if result.kpi is None or value is None:
            continue
        one = msg("{kpi} {value}", kpi=result.kpi.name, value=result.kpi.quantity(value))
        ended = msg("{a}, {b}", a=ended, b=one) if ended else one
    if not ended:
        return msg("Raised from “{goal}”.", goal=earlier.statement)
    return msg("Raised from “{goal}”, which came to {ended}.", goal=earlier.statement, ended=ended)


def _next(result: ResultView) -> KeyResult:
    """The same number from where it is now; a total is counted anew."""
    row = result.key_result
    counted = row.comparison is Comparison.TOTAL
    return replace(
        row,
        id=None,
        baseline=None if counted else result.assessment.current,
        target=None,
        original_target=None,
        done_on=None,
    )
