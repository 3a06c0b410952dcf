"""The content of the team's sheet, from the company file."""

from __future__ import annotations

from desktop.core.sheet_build import result_content
from desktop.core.sheet_team import TeamPart, TeamRow, TeamSheet, driver_words, team_message
from desktop.services.company import company
from desktop.services.teams import TeamResult, teams
from desktop.services.workspace import Workspace


def team_sheet(ws: Workspace) -> TeamSheet:
    """The key results of active goals by who answers for them, each with what drives it."""
    parts = tuple(
        TeamPart(team.owner, tuple(_row(each) for each in team.results)) for team in teams(ws)
    )
    days = [
        row.result.period.end
        for part in parts
        for row in part.rows
        if row.result.period is not None
    ]
    return TeamSheet(
        company=company(ws),
        message=team_message(has_results=bool(parts)),
        as_of=max(days, default=None),
        today=ws.today(),
        teams=parts,
    )


def _row(each: TeamResult) -> TeamRow:
    view = each.result
    content = result_content(view.key_result, view.kpi, view.owner, view.assessment, view.recent)
    drivers = tuple(driver_words(row.kpi, row.latest) for row in each.drivers)
    return TeamRow(content, each.goal.statement, drivers)
