"""One fiscal year of the annual wheel, with what goals and following up bring along."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.check_in import due_on, next_due
from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.wheel_days import occurrences
from desktop.core.wheel_season import SeasonRing, season_ring
from desktop.core.wheel_year import Mark, MarkKind, WheelYear
from desktop.services.check_ins import latest_of_each, rhythm
from desktop.services.company import company, people
from desktop.services.goals import goals
from desktop.services.kpis import kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.wheel import events, lanes
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import CHECK_INS, REVIEWS
from desktop.store.table import id_of
from desktop.store.tables import MILESTONES


def this_year(ws: Workspace) -> Period:
    """The fiscal year that today lies in."""
    return Period.containing(Cadence.YEAR, ws.today(), company(ws).year_start)


def has_wheel(ws: Workspace) -> bool:
    """Whether there is anything of the company's own on the wheel: events, or goals."""
    return bool(events(ws)) or any(goal.state is not GoalState.DROPPED for goal in goals(ws))


def wheel_year(ws: Workspace, year: Period | None = None, kpi_id: int | None = None) -> WheelYear:
    """A fiscal year, this one unless told, with the season of a KPI if one is chosen (and still
    there)."""
    year = year or this_year(ws)
    return WheelYear(
        company=company(ws),
        today=ws.today(),
        year=year,
        lanes=tuple(lanes(ws)),
        occurrences=tuple(occurrences(events(ws), year.start, year.end)),
        marks=tuple(sorted(_marks(ws, year), key=lambda mark: mark.day)),
        season=_season(ws, year, kpi_id),
        owners={id_of(person): person.name for person in people(ws)},
    )


def seasonal_kpis(ws: Workspace) -> list[Kpi]:
    """The KPIs in use that could have a season: those with more than one value a year."""
    return [kpi for kpi in kpis(ws) if kpi.cadence is not Cadence.YEAR]


def _season(ws: Workspace, year: Period, kpi_id: int | None) -> SeasonRing | None:
    reader = SeriesReader(ws)
    kpi = reader.kpis.get(kpi_id or 0)
    return None if kpi is None else season_ring(reader.whole(kpi), year, ws.today())


def _marks(ws: Workspace, year: Period) -> Iterator[Mark]:
    for goal in goals(ws):
        if goal.state is not GoalState.DROPPED:
            yield from (mark for mark in _of_goal(ws, goal) if mark.day in year)
    yield from _ends(ws, year)
    yield from _check_ins(ws, year)


def _of_goal(ws: Workspace, goal: Goal) -> Iterator[Mark]:
    """Its milestones, and the day on which it ends."""
    goal_id = id_of(goal)
    for each in MILESTONES.all(ws.connection, "goal_id = ?", goal_id):
        done = each.done_on is not None
        yield Mark(MarkKind.MILESTONE, each.due, each.title, done=done, goal_id=goal_id)
    if goal.deadline is not None:
        reached = goal.state is GoalState.REACHED
        yield Mark(MarkKind.DEADLINE, goal.deadline, goal.statement, done=reached, goal_id=goal_id)


def _ends(ws: Workspace, year: Period) -> Iterator[Mark]:
    """A review is due when a quarter of the fiscal year is over, until it has been made."""
    made = {(each.period_start, each.period_end) for each in REVIEWS.all(ws.connection)}
    for number in range(4):
        quarter = Period(Cadence.QUARTER, year.start).shift(number)
        done = (quarter.start, quarter.end) in made
        title = (
            msg("Quarterly review, {quarter}", quarter=quarter)
            if done
            else msg("{quarter} ends: look back at it", quarter=quarter)
        )
        yield Mark(MarkKind.PERIOD_END, quarter.end, title, done=done)


def _check_ins(ws: Workspace, year: Period) -> Iterator[Mark]:
    """The days on which goals were checked in on, and from today on those of the rounds to come,
    as long as goals are running."""
    done = {each.day for each in CHECK_INS.all(ws.connection) if each.day in year}
    for day in sorted(done):
        yield Mark(MarkKind.CHECK_IN, day, msg("Check-in on the goals"), done=True)
    running = [goal for goal in goals(ws) if goal.state is GoalState.ACTIVE]
    if not running:
        return
    often, latest = rhythm(ws), {each.goal_id: each for each in latest_of_each(ws)}
    due = min(due_on(goal, latest.get(id_of(goal)), often) for goal in running)
    day = max(due, ws.today())
    last = max(goal.deadline or year.end for goal in running)
    while day <= min(last, year.end):
        if day in year:
            yield Mark(MarkKind.CHECK_IN, day, msg("Check-in on the goals"))
        day = next_due(day, often)
