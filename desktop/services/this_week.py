"""What needs the owner now, as one list: the numbers, and what following up asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn
from desktop.core.kpi import Kpi
from desktop.core.link_warning import in_this_week
from desktop.core.message import Message
from desktop.core.natural_limits import HISTORY
from desktop.core.need import Need, changed
from desktop.core.this_week import (
    Week,
    all_done,
    check_in_needs,
    idea_needs,
    kpi_news,
    next_check_in,
    review_needs,
    signal_need,
    verdict_needs,
)
from desktop.services import needs as numbers
from desktop.services.check_ins import latest_of_each, rhythm
from desktop.services.goal_views import GoalView
from desktop.services.kpi_events import rebasing_days
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.habit_tables import ACTIVITIES, IDEAS, REVIEWS
from desktop.store.tables import GOALS

_WELL = (Status.ON_TRACK, Status.REACHED)


def this_week(ws: Workspace, views: Sequence[GoalView]) -> tuple[Need, ...]:
    """The most pressing first; ``views`` are the active goals."""
    week = read_week(ws)
    moved = tuple(changed(numbers.standings(ws, views)))
    told = {need.target_id for need in moved}
    return tuple(
        need
        for found in (
            numbers.copies(ws),
            moved,
            _signals(ws, [view for view in views if view.goal.id not in told], week),
            (in_this_week(view.goal, warned) for view in views for warned in view.warnings),
            numbers.outdated(ws, views),
            numbers.overdue(ws, views),
            verdict_needs(week),
            check_in_needs(week),
            numbers.sittings(ws),
            review_needs(week),
            numbers.unfinished(views),
            idea_needs(week),
            numbers.too_many(ws, views),
        )
        for need in found
    )


def done_words(ws: Workspace, views: Sequence[GoalView]) -> Message:
    """What to say when nothing is left to do."""
    week = read_week(ws)
    running = {goal.id for goal in week.running}
    shown = [view for view in views if view.goal.id in running]
    well = sum(view.assessment.status in _WELL for view in shown)
    return all_done(well, len(shown), next_check_in(week))


def read_week(ws: Workspace) -> Week:
    """What the rules look at."""
    return Week(
        today=ws.today(),
        goals=tuple(GOALS.all(ws.connection)),
        last=latest_of_each(ws),
        rhythm=rhythm(ws),
        activities=tuple(ACTIVITIES.all(ws.connection)),
        ideas=tuple(IDEAS.all(ws.connection)),
        reviews=tuple(REVIEWS.all(ws.connection)),
        year_start=read_company(ws.connection).year_start,
    )


def _signals(ws: Workspace, views: Sequence[GoalView], week: Week) -> Iterator[Need]:
    """At most one row a goal: the first of its KPIs that has something to tell."""
    reader = SeriesReader(ws)
    for view in views:
        last = week.last_on(view.goal)
        for result in view.results:
            if result.kpi is None or result.assessment.status is Status.OUTDATED:
                continue
            news = kpi_news(
                reader.recent(result.kpi, HISTORY[result.kpi.cadence]).without_weekdays(),
                rebasing_days(ws, result.kpi.id or 0),
                _since(last, result.kpi),
                ws.today(),
            )
            if news is not None:
                yield signal_need(view.goal, news)
                break


def _since(last: CheckIn | None, kpi: Kpi) -> date | None:
    """The last day of the KPI that was seen at the last check-in."""
    if last is None:
        return None
    return dict(last.seen).get(kpi.id or 0, last.day)
