"""The same KPIs seen several ways: a table, by perspective, the one that matters, growth loops."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.switched_views import SwitchedViews, Way

TABLE, SCORECARD, FOCUS, LOOPS = "table", "scorecard", "focus", "loops"
_HERE = "desktop.ui.kpis"


def kpi_views(context: AppContext, table: QWidget) -> SwitchedViews:
    """The table is its owner's; the others are made when they are first shown."""
    return SwitchedViews(
        context,
        table,
        (TABLE, tr("Table")),
        [
            Way(SCORECARD, tr("Scorecard"), f"{_HERE}.scorecard.scorecard_pane", "ScorecardPane"),
            Way(FOCUS, tr("The one that matters"), f"{_HERE}.focus.focus_pane", "FocusPane"),
            Way(LOOPS, tr("Growth loops"), f"{_HERE}.loops.loops_pane", "LoopsPane"),
        ],
        choice="kpis/view",
        name=tr("View of the KPIs"),
    )
