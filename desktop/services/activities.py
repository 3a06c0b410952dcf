"""Activities on goals: listed with what was seen since, saved, decided on and put in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.core.activity import (
    Activity,
    ActivityState,
    Verdict,
    asks_for_verdict,
    checked,
    decided,
    same_time,
    shown_first,
    state_of,
)
from desktop.core.before_after import BeforeAfter, before_after
from desktop.core.before_after_words import caution, expected_words, seen_words
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState
from desktop.core.hypothesis import hypothesis, missing
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.services.goals import goal, goals
from desktop.services.kpi_events import rebasing_days
from desktop.services.kpis import kpi, kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import ACTIVITIES, IDEAS
from desktop.store.tables import KEY_RESULTS, PEOPLE


@record(frozen=True, slots=True)
class ActivityView:
    """An activity as it stands: its ``sentence``, what it ``lacks`` to be a hypothesis, and from
    its start on what was ``seen`` of its KPI beside what was ``expected``, with a ``caution``."""

    activity: Activity
    state: ActivityState
    is_due: bool
    sentence: Message
    kpi: Kpi | None
    owner: str
    lacks: Message | None = None
    numbers: BeforeAfter | None = None
    seen: Message | None = None
    expected: Message | None = None
    caution: Message | None = None


@record(frozen=True, slots=True)
class GoalActivities:
    """The activities on a goal: those that are open in their order, then the others."""

    goal: Goal
    views: tuple[ActivityView, ...]

    @property
    def open(self) -> int:
        """How many nobody has decided on."""
        return sum(view.activity.verdict is Verdict.OPEN for view in self.views)


def activities(ws: Workspace, goal_id: int | None = None) -> list[Activity]:
    """Those on a goal, or all, in the order that they have on their goals."""
    if goal_id is None:
        return ACTIVITIES.all(ws.connection)
    return ACTIVITIES.all(ws.connection, "goal_id = ?", goal_id)


def activity(ws: Workspace, activity_id: int) -> Activity:
    """Raises :class:`NotAllowed` when there is none (any more)."""
    found = ACTIVITIES.get(ws.connection, activity_id)
    if found is None:
        raise NotAllowed(msg("This activity is no longer there."))
    return found


def activities_by_goal(ws: Workspace) -> list[GoalActivities]:
    """The active goals with their activities (or none yet), and what was tried on the others."""
    view = _viewer(ws)
    by_goal: dict[int, list[Activity]] = {}
    for each in activities(ws):
        by_goal.setdefault(each.goal_id, []).append(each)
    found = [
        GoalActivities(each, tuple(map(view, shown_first(by_goal.get(each.id or 0, ())))))
        for each in goals(ws)
        if each.state is GoalState.ACTIVE or each.id in by_goal
    ]
    return sorted(found, key=lambda each: each.goal.state is not GoalState.ACTIVE)


def activities_of(ws: Workspace, goal_id: int) -> GoalActivities:
    """Those on one goal; raises :class:`NotAllowed` when there is no such goal."""
    view = _viewer(ws)
    own = shown_first(activities(ws, goal_id))
    return GoalActivities(goal(ws, goal_id), tuple(map(view, own)))


def activity_view(ws: Workspace, activity_id: int) -> ActivityView:
    """One activity as it stands; raises :class:`NotAllowed` when there is none."""
    return _viewer(ws)(activity(ws, activity_id))


def begin_activity(ws: Workspace, goal_id: int, title: str = "") -> Activity:
    """A new activity that is not saved: from today on, on the KPI that the goal's first key
    result uses, by the goal's owner, judged when the goal ends."""
    of = goal(ws, goal_id)
    used = [each.kpi_id for each in KEY_RESULTS.all(ws.connection, "goal_id = ?", goal_id)]
    deadline = of.deadline if of.deadline is not None and of.deadline > ws.today() else None
    return Activity(
        goal_id=goal_id,
        title=title,
        kpi_id=next((each for each in used if each is not None), None),
        owner_id=of.owner_id,
        start=ws.today(),
        due=deadline,
    )


def kpis_to_move(ws: Workspace, goal_id: int) -> list[Kpi]:
    """The KPIs that an activity on the goal may be meant to move: first those of its key results,
    then the others that are followed."""
    used = {each.kpi_id for each in KEY_RESULTS.all(ws.connection, "goal_id = ?", goal_id)}
    return sorted(kpis(ws), key=lambda each: each.id not in used)


def save_activity(ws: Workspace, changed: Activity) -> Activity:
    """The activity with its ``id``, a new one last on its goal.  Raises :class:`NotAllowed` for
    what :func:`desktop.core.activity.checked` refuses, and when its goal or KPI is gone."""
    changed = checked(changed)
    of = goal(ws, changed.goal_id)
    if changed.kpi_id is not None:
        kpi(ws, changed.kpi_id)
    before = None if changed.id is None else activity(ws, changed.id)
    if before is None or before.goal_id != changed.goal_id:
        positions = [each.position for each in activities(ws, changed.goal_id)]
        changed = replace(changed, position=max(positions, default=-1) + 1)
    label = (
        msg("Try “{activity}” for “{goal}”", activity=changed.title, goal=of.statement)
        if before is None
        else msg("Change the activity “{activity}”", activity=changed.title)
    )
    with ws.action(label):
        return ACTIVITIES.save(ws.connection, changed)


def decide(ws: Workspace, activity_id: int, verdict: Verdict, conclusion: str) -> Activity:
    """Keep it, kill it, or open it again.  Raises :class:`NotAllowed` for a verdict without a
    conclusion."""
    found = decided(activity(ws, activity_id), verdict, conclusion, ws.today())
    labels = {
        Verdict.OPEN: msg("Go on trying “{activity}”", activity=found.title),
        Verdict.KEPT: msg("Keep “{activity}”", activity=found.title),
        Verdict.KILLED: msg("Kill “{activity}”", activity=found.title),
    }
    with ws.action(labels[verdict]):
        return ACTIVITIES.save(ws.connection, found)


def delete_activity(ws: Workspace, activity_id: int) -> None:
    """An idea that became it stays adopted.  Raises :class:`NotAllowed` when there is none."""
    found = activity(ws, activity_id)
    with ws.action(msg("Delete the activity “{activity}”", activity=found.title)):
        for idea in IDEAS.all(ws.connection, "activity_id = ?", activity_id):
            IDEAS.save(ws.connection, replace(idea, activity_id=None))
        ACTIVITIES.delete(ws.connection, activity_id)


def move_activity(ws: Workspace, activity_id: int, to: int) -> None:
    """Put it at place ``to`` (from 0) among those on its goal.  No action when it is there."""
    moved = activity(ws, activity_id)
    row = activities(ws, moved.goal_id)
    ordered = [each for each in row if each.id != activity_id]
    ordered.insert(min(max(to, 0), len(ordered)), moved)
    if [each.id for each in ordered] == [each.id for each in row]:
        return
    with ws.action(msg("Move the activity “{activity}”", activity=moved.title)):
        for place, each in enumerate(ordered):
            if each.position != place:
                ACTIVITIES.save(ws.connection, replace(each, position=place))


def _viewer(ws: Workspace) -> Callable[[Activity], ActivityView]:
    """Views at one moment: KPIs, people and the other activities are read once."""
    reader, today = SeriesReader(ws), ws.today()
    people = {person.id: person.name for person in PEOPLE.all(ws.connection)}
    everything = activities(ws)

    def view(each: Activity) -> ActivityView:
        of = None if each.kpi_id is None else reader.kpis.get(each.kpi_id)
        made = ActivityView(
            each,
            state_of(each, today),
            asks_for_verdict(each, today),
            hypothesis(each, of),
            of,
            people.get(each.owner_id, ""),
            lacks=missing(each) if each.verdict is Verdict.OPEN else None,
        )
        if of is None or each.start > today:
            return made
        changes = rebasing_days(ws, of.id or 0)
        numbers = before_after(each, reader.whole(of), changes, today)
        return replace(
            made,
            numbers=numbers,
            seen=seen_words(numbers, of),
            expected=expected_words(each, numbers, of),
            caution=caution(numbers, len(same_time(each, everything))),
        )

    return view
