"""The goals and KPIs of the file, for the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.core.goal_code import goal_code
from desktop.qtkit.wording import tr
from desktop.ui.context import Command, Navigate

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace


def findable(workspace: Workspace, navigate: Navigate) -> list[Command]:
    """One command for each goal and KPI, which shows it; a goal is found by its code too."""
    from desktop.services.goals import goals
    from desktop.services.kpis import kpis

    return [
        *(
            Command(
                goal.statement,
                partial(navigate, "goals", goal.id),
                "",
                "target",
                tr("Goal"),
                goal_code(goal.id or 0),
            )
            for goal in goals(workspace)
        ),
        *(
            Command(kpi.name, partial(navigate, "kpis", kpi.id), "", "chart-line", tr("KPI"))
            for kpi in kpis(workspace)
        ),
    ]
