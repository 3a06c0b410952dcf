"""The report of a week, month, quarter or fiscal year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn
from desktop.core.goal import Goal, GoalState
from desktop.core.goal_story import verdict_words
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.period import Cadence, Period
from desktop.core.report import Report, ReportFigure
from desktop.core.this_week import next_check_in
from desktop.core.unit import UnitKind
from desktop.services.activities import activities_by_goal
from desktop.services.causes import causes
from desktop.services.check_ins import check_ins
from desktop.services.goal_stories import activity_story, milestone_stories
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.report_figures import FigureReader, change_words, ran_in
from desktop.services.reviews import due, title
from desktop.services.this_week import read_week
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.habit_tables import KPI_EVENTS, REVIEWS
from desktop.store.table import id_of
from desktop.store.tables import GOALS

CADENCES = (Cadence.WEEK, Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR)
_LEAST_AHEAD = 14  # days that what is next looks ahead, at least
_JUDGED = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.REACHED)


def usual_period(ws: Workspace, cadence: Cadence = Cadence.MONTH) -> Period:
    """The one that closed last: reports look back."""
    return Period.containing(cadence, ws.today(), read_company(ws.connection).year_start).shift(-1)


def report(ws: Workspace, period: Period) -> Report:
    """What is known of a period; loads numpy for the forecasts."""
    viewer, reader = GoalViewer(ws), FigureReader(ws, period)
    goals = [goal for goal in GOALS.all(ws.connection) if ran_in(goal, period, ws.today())]
    views = [viewer.view(goal) for goal in goals]
    figures = _figures(reader, views)
    days = [figure.value.period.end for figure in figures if figure.value is not None]
    until = max(ws.today() + timedelta(days=_LEAST_AHEAD), _following(ws, period).end)
    return Report(
        company=read_company(ws.connection),
        today=ws.today(),
        period=period,
        as_of=min(max(days), ws.today()) if days else None,
        figures=figures,
        changed=tuple(_changed(ws, reader, views, period)),
        reached=tuple(_reached(ws, views, period)),
        value=tuple(_value(ws, reader)),
        tried=tuple(_tried(ws, period)),
        learned=tuple(_learned(ws, period)),
        next=tuple(_next(ws, until)),
        until=until,
    )


def _following(ws: Workspace, period: Period) -> Period:
    """The period that is going on, of the same length."""
    year_start = read_company(ws.connection).year_start
    return Period.containing(period.cadence, ws.today(), year_start)


def _figures(reader: FigureReader, views: Sequence[GoalView]) -> tuple[ReportFigure, ...]:
    """The one metric that matters first; each KPI once for each goal that it serves."""
    found = [
        figure
        for view in views
        for result in view.results
        if (figure := reader.figure(view, result)) is not None
    ]
    focus = reader.focus()
    if focus is not None and all(each.kpi.id != focus.kpi.id for each in found):
        found.insert(0, focus)
    return tuple(found)


# ---------------------------------------------------------------------- what changed


def _changed(
    ws: Workspace, reader: FigureReader, views: Sequence[GoalView], period: Period
) -> Iterator[Message]:
    for kpi in reader.kpis:
        signal = reader.signal(kpi)
        if signal is not None:
            yield signal
    names = {kpi.id: kpi.name for kpi in reader.kpis}
    for event in KPI_EVENTS.all(ws.connection):
        if event.day in period and event.kpi_id in names:
            yield msg(
                "{kpi}, {day}: {event}",
                kpi=names[event.kpi_id],
                day=event.day,
                event=event.title,
            )
    for view in views:
        found = _status_change(ws, view, period)
        if found is not None:
            yield found


def _status_change(ws: Workspace, view: GoalView, period: Period) -> Message | None:
    """From what was seen before the period (or first in it) to what was seen last in it, or is
    seen now while it goes on.  Only check-ins know what was seen."""
    known = [
        each
        for each in check_ins(ws, id_of(view.goal))
        if each.day <= period.end and each.status in _JUDGED
    ]
    before = [each for each in known if each.day < period.start] or known[:1]
    if not before:
        return None
    first = before[-1]
    last_day, last = _seen_last(ws, view, known, period)
    if last is None or first.status is None or last is first.status or last_day == first.day:
        return None
    return msg(
        "“{goal}” was “{before}” on {first} and “{after}” on {last}.",
        goal=view.goal.statement,
        before=name(first.status),
        first=first.day,
        after=name(last),
        last=last_day,
    )


def _seen_last(
    ws: Workspace, view: GoalView, known: Sequence[CheckIn], period: Period
) -> tuple[date, Status | None]:
    today = ws.today()
    if today in period and view.assessment.status in _JUDGED:
        return today, view.assessment.status
    return (known[-1].day, known[-1].status) if known else (today, None)


def _reached(ws: Workspace, views: Sequence[GoalView], period: Period) -> Iterator[Message]:
    for view in views:
        for each in milestone_stories(ws, view):
            if each.reached_on is not None and each.reached_on in period:
                yield msg(
                    "{title}, {day} (“{goal}”)",
                    title=each.milestone.title,
                    day=each.reached_on,
                    goal=view.goal.statement,
                )
        deadline = view.goal.deadline
        closed = view.goal.state is GoalState.REACHED
        if closed and deadline is not None and deadline in period:
            yield msg("The goal “{goal}” is reached.", goal=view.goal.statement)


def _value(ws: Workspace, reader: FigureReader) -> Iterator[Message]:
    """Numbers of the user journey that the company has tied to money, both told side by side; how
    much one made of the other is not known, and not said."""
    kpis = {kpi.id: kpi for kpi in reader.kpis}
    for cause in causes(ws):
        lead, money = kpis.get(cause.cause_kpi_id), kpis.get(cause.effect_kpi_id)
        if lead is None or money is None or lead.phase is None:
            continue
        if money.unit.kind is not UnitKind.CURRENCY:
            continue
        first, second = reader.bare(lead), reader.bare(money)
        if first.value is None or second.value is None or first.sofar or second.sofar:
            continue
        yield msg(
            "{lead}, which feeds {money}.",
            lead=change_words(lead, first.value, first.earlier),
            money=change_words(money, second.value, second.earlier),
        )


# ---------------------------------------------------------------------- what was done, what is next


def _tried(ws: Workspace, period: Period) -> Iterator[Message]:
    """What ran in the period: the decision, and what was seen since in careful words."""
    for goal in activities_by_goal(ws):
        for view in goal.views:
            if not _ran(view.activity, period):
                continue
            tried = activity_story(view)
            said = verdict_words(tried.activity)
            if tried.seen:
                yield msg("{tried} {seen}", tried=said, seen=tried.seen[0])
            else:
                yield said


def _ran(activity: Activity, period: Period) -> bool:
    end = activity.end or activity.decided_on
    return activity.start <= period.end and (end is None or end >= period.start)


def _learned(ws: Workspace, period: Period) -> Iterator[Message]:
    for each in REVIEWS.all(ws.connection):
        if each.learned and each.day in period:
            yield msg(
                "{learned} ({what}, {day})",
                learned=each.learned,
                what=title(ws, each),
                day=each.day,
            )


def _next(ws: Workspace, until: date) -> Iterator[Message]:
    coming = sorted(_coming(ws), key=lambda each: each[0])
    for each in due(ws):
        if each.goal is not None:
            yield msg("Look back on “{goal}”", goal=each.goal.statement)
        elif each.period is not None:
            yield msg("Look back on {period}", period=each.period)
    for day, what in coming:
        if ws.today() <= day <= until:
            yield msg("{day}: {what}", day=day, what=what)


def _coming(ws: Workspace) -> Iterator[tuple[date, Message]]:
    week = read_week(ws)
    check_in = next_check_in(week)
    if check_in is not None:
        yield max(check_in, ws.today()), msg("Check-in")
    viewer = GoalViewer(ws, forecasts=False)
    running: dict[int | None, Goal] = {goal.id: goal for goal in week.running}
    for goal in running.values():
        for each in milestone_stories(ws, viewer.view(goal)):
            if each.reached_on is None:
                yield (
                    each.milestone.due,
                    msg("Milestone: {title}", title=each.milestone.title),
                )
        if goal.deadline is not None:
            yield goal.deadline, msg("“{goal}” ends", goal=goal.statement)
    for activity in week.activities:
        if activity.due is None or activity.verdict is not Verdict.OPEN:
            continue
        if activity.goal_id in running:
            yield activity.due, msg("Keep or kill: {activity}", activity=activity.title)
