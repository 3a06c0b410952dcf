"""What a goal sheet says beside the numbers: forecast, first target, noise, belief, activities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.core.activity import Verdict, verdict_day
from desktop.core.advice_target import TypedTarget, check_target
from desktop.core.assessment import Status
from desktop.core.chart_series import ChartSeries
from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.core.sheet_content import ActivityContent, Belief, ResultContent
from desktop.core.sheet_notes import changed_words, forecast_words, noise_words
from desktop.services.activities import activities
from desktop.services.check_ins import check_ins
from desktop.services.company import company, people
from desktop.services.goal_views import ResultView
from desktop.services.series_reading import SeriesReader
from desktop.services.target_log import target_log
from desktop.services.workspace import Workspace
from desktop.store.table import id_of


def explained(
    ws: Workspace, found: ResultContent, view: ResultView, *, said: bool
) -> ResultContent:
    """With the range of its forecast and what was first set."""
    found = replace(found, said=said)
    if view.kpi is None:
        return found
    row = view.key_result
    ahead = forecast_words(row, view.kpi, view.assessment.outlook, said=said)
    changed = changed_words(target_log(ws, id_of(row)), row, view.kpi)
    return replace(found, ahead=ahead, changed=changed)


def notes(
    ws: Workspace, goal: Goal, charted: tuple[ResultView, Kpi] | None, chart: ChartSeries | None
) -> Iterator[Message]:
    """What is noise in the chart, and what the target takes."""
    if charted is None or chart is None:
        return
    noise = noise_words(chart)
    if noise is not None:
        yield noise
    result, kpi = charted
    target = result.key_result.target
    open_yet = goal.state is GoalState.ACTIVE and result.assessment.status is not Status.REACHED
    if target is None or not open_yet:
        return
    typed = TypedTarget(
        kpi=kpi,
        comparison=result.key_result.comparison,
        target=target,
        start=goal.start,
        deadline=goal.deadline,
        year_start=company(ws).year_start,
    )
    check = check_target(typed, SeriesReader(ws).whole(kpi), ws.today())
    if check is not None:
        yield check.sentence


def belief(ws: Workspace, goal_id: int) -> Belief | None:
    """Of the newest check-in that says how sure people are."""
    sure = [each for each in check_ins(ws, goal_id) if each.confidence is not None]
    if not sure or sure[-1].confidence is None:
        return None
    newest = sure[-1]
    who = {person.id: person.name for person in people(ws)}.get(newest.person_id, "")
    return Belief(sure[-1].confidence, newest.day, who, newest.comment)


def tried(ws: Workspace, goal_id: int) -> Iterator[ActivityContent]:
    """What is going on or to come: first what is decided on or ends first."""
    names = {person.id: person.name for person in people(ws)}
    today = ws.today()
    alive = [
        each
        for each in activities(ws, goal_id)
        if each.verdict is not Verdict.KILLED and (each.end is None or each.end >= today)
    ]
    for each in sorted(alive, key=lambda each: verdict_day(each) or date.max):
        until = each.end if each.verdict is Verdict.KEPT else verdict_day(each)
        yield ActivityContent(each.title, names.get(each.owner_id, ""), until)
