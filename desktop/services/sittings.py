"""The guide to a goal: where each goal stands in its three sittings, and saving one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import read_library
from desktop.core.message import Message, msg
from desktop.core.resources import resource
from desktop.core.sitting import Ask, Guide, Sitting, Way, short_goal
from desktop.core.smart import SmartParts
from desktop.services.goals import goal, key_results, milestones, plan_values, save_goal_whole
from desktop.services.kpis import kpi, save_kpi
from desktop.services.plans import has_season
from desktop.services.ready_kpis import save_ready_kpi
from desktop.services.workspace import Workspace
from desktop.store.guides import read_answers, read_guide, read_guides, write_guide
from desktop.store.table import id_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingDraft:
    """A goal as the guide holds it.

    A key result that is not in the file yet has no ``id`` or a negative one.  ``new_kpis`` are
    those to be made, by a negative id to which key results refer; ``told`` is what was said of a
    KPI's numbers: its definition and its source, by KPI id (negative too).
    """

    goal: Goal
    key_results: tuple[KeyResult, ...] = ()
    way: Way = Way.SMART
    answers: Mapping[Ask, str] = field(default_factory=dict)
    new_kpis: Mapping[int, Kpi] = field(default_factory=dict)
    told: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def guides(ws: Workspace) -> dict[int, Guide]:
    """What the guide knows, by goal."""
    return read_guides(ws.connection)


def guide_of(ws: Workspace, goal_id: int) -> Guide:
    """Where a goal stands; one from the ordinary editor stands where its parts say."""
    found = read_guide(ws.connection, goal_id)
    if found is not None:
        return found
    rows = key_results(ws, goal_id)
    way = Way.OKR if len(rows) > 1 else Way.SMART
    measured = bool(rows) and all(row.kpi_id is None or row.target is not None for row in rows)
    return Guide(goal_id=goal_id, way=way, done=3 if measured else 2 if rows else 1)


def answers_of(ws: Workspace, goal_id: int) -> dict[Ask, str]:
    """What was answered in the guide, by question."""
    return read_answers(ws.connection, goal_id)


def read_draft(ws: Workspace, goal_id: int) -> SittingDraft:
    """The goal as it stands in the file.  Raises :class:`NotAllowed` when it is not there."""
    found = goal(ws, goal_id)
    answers = read_answers(ws.connection, goal_id)
    rows = tuple(key_results(ws, goal_id))
    told = {}
    for row in rows:
        if row.kpi_id is not None:
            measure = kpi(ws, row.kpi_id)
            told[row.kpi_id] = (measure.definition, measure.source)
    return SittingDraft(
        goal=found,
        key_results=rows,
        way=guide_of(ws, goal_id).way,
        answers=answers,
        told=told,
    )


def time_is_chosen(ws: Workspace, draft: SittingDraft) -> bool:
    """Whether how long the goal runs has been decided, and does not only stand as it was made."""
    goal_id = draft.goal.id
    if goal_id is None:
        return False
    if draft.goal.deadline is not None or draft.goal.state is not GoalState.DRAFT:
        return True
    return bool(draft.answers.get(Ask.OPEN)) or guide_of(ws, goal_id).time_settled


def without_time(ws: Workspace) -> set[int]:
    """The goals in the guide of which it is not decided yet how long they run."""
    return {
        goal_id
        for goal_id, guide in guides(ws).items()
        if not guide.time_settled and not time_is_chosen(ws, read_draft(ws, goal_id))
    }


def smart_parts(
    draft: SittingDraft, kpi_of: Callable[[int | None], Kpi | None], *, time_chosen: bool
) -> SmartParts:
    """What the goal has of the five letters; its number is the first."""
    row = next((row for row in draft.key_results if row.kpi_id is not None), None)
    return SmartParts(
        what=short_goal(draft.goal.statement, draft.answers),
        why=draft.goal.why,
        kpi=None if row is None else kpi_of(row.kpi_id),
        key_result=row,
        start=draft.goal.start,
        deadline=draft.goal.deadline,
        time_chosen=time_chosen,
        answers=draft.answers,
    )


def save_sitting(
    ws: Workspace,
    draft: SittingDraft,
    sitting: Sitting,
    *,
    finished: bool,
    next_on: date | None = None,
) -> Goal:
    """Save what a sitting came to, as one action; the goal with its ``id``.

    A sitting that is ``finished`` counts, and ``next_on`` is the day for the next; the third makes
    a draft active.  One that was broken off keeps its answers and the goal where it stood.
    """
    before = None if draft.goal.id is None else guide_of(ws, draft.goal.id)
    written = draft.goal
    begins = finished and sitting is Sitting.MEASURE and written.state is GoalState.DRAFT
    if begins:
        written = replace(written, state=GoalState.ACTIVE)
    with ws.action(_label(draft.goal, sitting)):
        made = _make_kpis(ws, draft)
        rows = [_pointed(row, made) for row in draft.key_results]
        if begins:
            rows = [_planned(ws, written, row) for row in rows]
        plans = {row.id: plan_values(ws, row.id) for row in rows if (row.id or 0) > 0 and row.id}
        steps = [] if written.id is None else milestones(ws, written.id)
        saved = save_goal_whole(ws, written, rows, steps, plans, draft.answers)
        goal_id = id_of(saved)
        write_guide(
            ws.connection, _moved_on(goal_id, before, draft.way, sitting, finished, next_on)
        )
        _tell(ws, {made.get(kpi_id, kpi_id): words for kpi_id, words in draft.told.items()})
    return saved


def _planned(ws: Workspace, goal: Goal, row: KeyResult) -> KeyResult:
    """A dated number whose own years show a season is planned by it."""
    if row.kpi_id is None or goal.deadline is None:
        return row
    return replace(row, seasonal=has_season(ws, row.kpi_id, goal.start))


def _moved_on(
    goal_id: int,
    before: Guide | None,
    way: Way,
    sitting: Sitting,
    finished: bool,
    next_on: date | None,
) -> Guide:
    guide = before or Guide(goal_id=goal_id)
    guide = replace(guide, goal_id=goal_id, way=way)
    if not finished:
        return guide
    done = max(guide.done, int(sitting))
    return replace(guide, done=done, next_on=next_on if done < len(Sitting) else None)


def _make_kpis(ws: Workspace, draft: SittingDraft) -> dict[int, int]:
    """Make the new KPIs that are used; their ids in the file by those in the draft."""
    used = {row.kpi_id for row in draft.key_results}
    wanted = {number: new for number, new in draft.new_kpis.items() if number in used}
    if not wanted:
        return {}
    library = read_library(resource("library"))
    return {
        number: id_of(save_ready_kpi(ws, replace(new, id=None), library))
        for number, new in wanted.items()
    }


def _pointed(row: KeyResult, made: Mapping[int, int]) -> KeyResult:
    if row.kpi_id is None or row.kpi_id not in made:
        return row
    return replace(row, kpi_id=made[row.kpi_id])


def _tell(ws: Workspace, told: Mapping[int, tuple[str, str]]) -> None:
    """Definition and source belong to the KPI, so that they stand with its number everywhere."""
    for kpi_id, (definition, source) in told.items():
        if kpi_id < 0:
            continue  # made for nothing
        known = kpi(ws, kpi_id)
        now = replace(known, definition=definition.strip(), source=source.strip())
        if now != known:
            save_kpi(ws, now)


def _label(goal: Goal, sitting: Sitting) -> Message:
    return {
        Sitting.GOAL: msg("First sitting of “{goal}”", goal=goal.statement),
        Sitting.SIGNS: msg("Second sitting of “{goal}”", goal=goal.statement),
        Sitting.MEASURE: msg("Third sitting of “{goal}”", goal=goal.statement),
    }[sitting]


def put_off(ws: Workspace, goal_id: int, day: date | None) -> None:
    """Agree on another day for the next sitting, or with ``None`` on none."""
    found = goal(ws, goal_id)
    guide = guide_of(ws, goal_id)
    with ws.action(msg("Choose a day for “{goal}”", goal=found.statement)):
        write_guide(ws.connection, replace(guide, next_on=day))


def raised_in_turn(ws: Workspace, goal_id: int) -> Sequence[Goal]:
    """The goals from which this one was raised, the latest first."""
    known = guides(ws)
    found: list[Goal] = []
    seen = {goal_id}
    current = known.get(goal_id)
    while current is not None and current.raised_from_id not in {None, *seen}:
        earlier = current.raised_from_id or 0
        seen.add(earlier)
        found.append(goal(ws, earlier))
        current = known.get(earlier)
    return found
