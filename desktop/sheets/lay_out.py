"""From a sheet's content to a laid-out page."""

from __future__ import annotations

from typing import cast

from desktop.core.company import Paper
from desktop.core.goal_map import GoalMap
from desktop.core.sheet_content import BoardSheet, GoalSheet, Sheet, SummarySheet
from desktop.core.wording import Wording
from desktop.sheets.board_layout import lay_out_board
from desktop.sheets.elements import Layout
from desktop.sheets.goal_layout import lay_out_goal
from desktop.sheets.ink import COLOUR, GREY
from desktop.sheets.map_page import lay_out_map
from desktop.sheets.paper import page
from desktop.sheets.summary_layout import lay_out_summary


def lay_out(
    sheet: Sheet, wording: Wording, *, paper: Paper = Paper.A4, colour: bool = True
) -> Layout:
    """One page in the reader's wording, in colour or black-and-white."""
    ink = COLOUR if colour else GREY
    if isinstance(sheet, GoalSheet):
        return lay_out_goal(sheet, page(paper), ink, wording)
    if isinstance(sheet, GoalMap):
        return lay_out_map(sheet, page(paper), ink, wording)
    if isinstance(sheet, BoardSheet):
        return lay_out_board(sheet, page(paper), ink, wording)
    return lay_out_summary(cast(SummarySheet, sheet), page(paper), ink, wording)
