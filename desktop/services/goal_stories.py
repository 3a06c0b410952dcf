"""What the file knows of a goal's time: for its review, and for what there is to celebrate."""

from __future__ import annotations

from datetime import date

from desktop.core.counted import Counted, count
from desktop.core.goal import Goal, Milestone
from desktop.core.goal_story import ActivityStory, GoalStory, MilestoneStory, ResultStory
from desktop.core.milestone_reach import reached_on
from desktop.services.activities import ActivityView, activities_of
from desktop.services.check_ins import check_ins
from desktop.services.goal_views import GoalView, GoalViewer, ResultView
from desktop.services.series_reading import SeriesReader
from desktop.services.target_log import original_plan
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.plan_values import read_plan
from desktop.store.table import id_of


def goal_story(ws: Workspace, goal: Goal) -> GoalStory:
    """A goal that is in the file, in any state."""
    view = GoalViewer(ws).view(goal)
    goal_id = id_of(goal)
    return GoalStory(
        goal=goal,
        how=view.assessment,
        today=ws.today(),
        results=tuple(_result(ws, each) for each in view.results),
        milestones=milestone_stories(ws, view),
        activities=tuple(map(activity_story, activities_of(ws, goal_id).views)),
        check_ins=tuple(check_ins(ws, goal_id)),
    )


def activity_story(view: ActivityView) -> ActivityStory:
    """What came of an activity, so far as it has begun."""
    seen = (view.seen, view.expected, view.caution) if view.seen is not None else ()
    return ActivityStory(view.activity, tuple(each for each in seen if each is not None))


def milestone_stories(ws: Workspace, view: GoalView) -> tuple[MilestoneStory, ...]:
    """The milestones of a goal with the days on which they were reached."""
    if not view.milestones:
        return ()
    reader = SeriesReader(ws)
    by_id = {result.key_result.id: result for result in view.results}
    return tuple(
        MilestoneStory(each, _reached(ws, reader, view.goal, by_id.get(each.key_result_id), each))
        for each in view.milestones
    )


def missed_milestones(ws: Workspace, view: GoalView) -> list[Milestone]:
    """Those whose day has passed without their being reached."""
    today = ws.today()
    return [
        each.milestone
        for each in milestone_stories(ws, view)
        if each.reached_on is None and each.milestone.due < today
    ]


def _result(ws: Workspace, view: ResultView) -> ResultStory:
    row = view.key_result
    return ResultStory(
        row,
        view.kpi,
        view.assessment,
        original_plan(ws, id_of(row)),
        len(read_plan(ws.connection, id_of(row))),
    )


def _reached(
    ws: Workspace,
    reader: SeriesReader,
    goal: Goal,
    result: ResultView | None,
    milestone: Milestone,
) -> date | None:
    if result is None or milestone.key_result_id is None:
        return milestone.done_on
    if result.kpi is None:
        return milestone.done_on or result.key_result.done_on
    counted: Counted | None = None
    if milestone.done_on is None and milestone.value is not None:
        year_start = read_company(ws.connection).year_start
        series = reader.recent(result.kpi, 1, since=goal.start)
        counted = count(goal, result.key_result, result.kpi, series, ws.today(), year_start)
    return reached_on(milestone, counted, result.kpi.better)
