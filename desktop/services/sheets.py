"""The content of the printed sheets, from the company file."""

from __future__ import annotations

from datetime import date

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.company import Company
from desktop.core.period import Cadence, Period
from desktop.core.sheet_build import result_content, strip_months
from desktop.core.sheet_content import (
    GoalSheet,
    MilestoneContent,
    ResultContent,
    SummaryRow,
    SummarySheet,
)
from desktop.services.company import company
from desktop.services.overview import GoalView, ResultView, goal_view, overview
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

__all__ = ["goal_sheet", "summary_sheet"]

_SHOWN = {
    Cadence.DAY: 60,
    Cadence.WEEK: 26,
    Cadence.MONTH: 25,
    Cadence.QUARTER: 13,
    Cadence.YEAR: 13,
}


def goal_sheet(ws: Workspace, goal_id: int) -> GoalSheet:
    """One goal with its chart; raises :class:`NotAllowed` when there is no such goal."""
    view = goal_view(ws, goal_id)
    owner = company(ws)
    how = view.assessment
    return GoalSheet(
        company=owner,
        goal_id=goal_id,
        statement=view.goal.statement,
        why=view.goal.why,
        not_doing=view.goal.not_doing,
        owner=view.owner,
        start=view.goal.start,
        deadline=view.goal.deadline,
        status=how.status,
        message=how.reason,
        score=how.score,
        expected_score=how.expected_score,
        as_of=how.as_of,
        today=ws.today(),
        chart=_chart(ws, view, owner),
        results=tuple(_result(result) for result in view.results),
        milestones=tuple(
            MilestoneContent(item.title, item.due, item.done_on) for item in view.milestones
        ),
        months=strip_months(view.goal, ws.today(), owner.year_start),
    )


def summary_sheet(ws: Workspace) -> SummarySheet:
    """All active goals, in their order."""
    shown = overview(ws)
    return SummarySheet(
        company=shown.company,
        as_of=shown.as_of,
        today=ws.today(),
        rows=tuple(_row(view) for view in shown.goals),
    )


def _row(view: GoalView) -> SummaryRow:
    how = view.assessment
    deciding_first = sorted(view.results, key=lambda r: r.key_result.id != how.weakest_id)
    return SummaryRow(
        statement=view.goal.statement,
        owner=view.owner,
        deadline=view.goal.deadline,
        status=how.status,
        message=how.reason,
        score=how.score,
        expected_score=how.expected_score,
        results=tuple(_result(result) for result in deciding_first),
    )


def _result(view: ResultView) -> ResultContent:
    return result_content(view.key_result, view.kpi, view.owner, view.assessment, view.recent)


def _chart(ws: Workspace, view: GoalView, owner: Company) -> ChartSeries | None:
    """The key result that decides, or else the first with a KPI; at least 13 periods."""
    numbers = [result for result in view.results if result.kpi is not None]
    if not numbers:
        return None
    weakest = view.assessment.weakest_id
    chosen = next((r for r in numbers if r.key_result.id == weakest), numbers[0])
    kpi = chosen.kpi
    assert kpi is not None  # noqa: S101 - chosen above
    first, last = _span(view, kpi.cadence, ws.today(), owner.year_start)
    return chart_series(
        SeriesReader(ws).whole(kpi),
        cadence=kpi.cadence,
        first=first,
        last=last,
        goal=view.goal,
        key_result=chosen.key_result,
        plan_values=chosen.plan,
        today=ws.today(),
    )


def _span(view: GoalView, cadence: Cadence, today: date, year_start: int) -> tuple[date, date]:
    """From the goal's start, or further back for enough of a history, to the deadline."""
    now = Period.containing(cadence, today, year_start)
    first = min(view.goal.start, now.shift(1 - _SHOWN[cadence]).start)
    farthest = now.shift(2 * _SHOWN[cadence]).end
    last = min(max(today, view.goal.deadline or today), farthest)
    return first, last
