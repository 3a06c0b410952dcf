"""The content of the printed sheets, from the company file."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.goal import Goal
from desktop.core.kpi import Better, Kpi
from desktop.core.sheet_build import result_content, strip_months
from desktop.core.sheet_chart import chart_window, within
from desktop.core.sheet_content import (
    BoardSheet,
    GoalSheet,
    MilestoneContent,
    ResultContent,
    SummaryRow,
    SummarySheet,
)
from desktop.core.sheet_glossary import GlossarySheet
from desktop.core.sheet_message import goal_message, says, summary_message
from desktop.services.chart_context import in_context
from desktop.services.company import company
from desktop.services.glossary import glossary
from desktop.services.overview import GoalView, ResultView, goal_view, overview
from desktop.services.series_reading import SeriesReader
from desktop.services.sheet_goal_words import belief, explained, notes, tried
from desktop.services.workspace import Workspace

__all__ = ["board_sheet", "glossary_sheet", "goal_sheet", "summary_sheet"]


def goal_sheet(ws: Workspace, goal_id: int) -> GoalSheet:
    """One goal with its chart; raises :class:`NotAllowed` when there is no such goal."""
    view = goal_view(ws, goal_id)
    owner = company(ws)
    goal, how = view.goal, view.assessment
    charted = _charted(view)
    chart = None if charted is None else _chart(ws, view.goal, *charted)
    return GoalSheet(
        company=owner,
        goal_id=goal_id,
        statement=goal.statement,
        why=goal.why,
        not_doing=goal.not_doing,
        owner=view.owner,
        start=goal.start,
        deadline=goal.deadline,
        status=how.status,
        message=goal_message(goal, how, [result.assessment.status for result in view.results]),
        reason=how.reason,
        score=how.score,
        expected_score=how.expected_score,
        as_of=how.as_of,
        today=ws.today(),
        chart=chart,
        results=tuple(
            explained(ws, _result(result), result, said=says(how.reason, result.assessment.reason))
            for result in view.results
        ),
        milestones=tuple(
            MilestoneContent(item.title, item.due, item.done_on) for item in view.milestones
        ),
        months=strip_months(goal, ws.today(), owner.year_start),
        aspirational=goal.aspirational,
        lower_is_better=charted is not None and charted[1].better is Better.LOWER,
        notes=tuple(notes(ws, goal, charted, chart)),
        belief=belief(ws, goal_id),
        activities=tuple(tried(ws, goal_id)),
    )


def summary_sheet(ws: Workspace) -> SummarySheet:
    """All active goals, in their order."""
    shown = overview(ws)
    return SummarySheet(
        company=shown.company,
        message=summary_message([view.assessment.status for view in shown.goals]),
        as_of=shown.as_of,
        today=ws.today(),
        rows=tuple(_row(view) for view in shown.goals),
    )


def board_sheet(ws: Workspace) -> BoardSheet:
    """All active goals as objectives, in their order, without their key results."""
    shown = overview(ws)
    return BoardSheet(
        company=shown.company,
        message=summary_message([view.assessment.status for view in shown.goals]),
        as_of=shown.as_of,
        today=ws.today(),
        rows=tuple(replace(_row(view), results=()) for view in shown.goals),
    )


def glossary_sheet(ws: Workspace) -> GlossarySheet:
    """Every KPI and every own word."""
    return GlossarySheet(company(ws), ws.today(), glossary(ws))


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
        goal_id=view.goal.id or 0,
    )


def _result(view: ResultView) -> ResultContent:
    return result_content(view.key_result, view.kpi, view.owner, view.assessment, view.recent)


def _charted(view: GoalView) -> tuple[ResultView, Kpi] | None:
    """The key result that decides, or else the first with a KPI."""
    weakest = view.assessment.weakest_id
    numbers = [(result, result.kpi) for result in view.results if result.kpi is not None]
    return next(
        (pair for pair in numbers if pair[0].key_result.id == weakest),
        numbers[0] if numbers else None,
    )


def _chart(ws: Workspace, goal: Goal, result: ResultView, kpi: Kpi) -> ChartSeries:
    """To the deadline, with what explains it."""
    series = SeriesReader(ws).whole(kpi)
    window = chart_window(series, goal, ws.today())
    chart = chart_series(
        series,
        cadence=window.cadence,
        goal=goal,
        key_result=result.key_result,
        plan_values=result.plan,
        today=ws.today(),
    )
    chart = in_context(ws, chart, series, goal, result.key_result)
    return within(chart, window.first, window.last)
