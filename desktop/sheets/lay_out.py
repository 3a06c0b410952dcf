"""From a sheet's content to its laid-out pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.core.company import Paper
from desktop.core.goal_map import GoalMap
from desktop.core.report import Report
from desktop.core.scorecard import Scorecard
from desktop.core.sheet_card import CardSheet
from desktop.core.sheet_content import BoardSheet, GoalSheet, Sheet, SummarySheet
from desktop.core.sheet_glossary import GlossarySheet
from desktop.core.sheet_loop import LoopSheet
from desktop.core.sheet_review import ReviewSheet
from desktop.core.sheet_sitting import SittingSheet
from desktop.core.sheet_team import TeamSheet
from desktop.core.sheet_weekly import WeeklySheet
from desktop.core.strategy_map import StrategyMap
from desktop.core.wheel_year import WheelYear
from desktop.core.wording import Wording
from desktop.sheets.board_layout import lay_out_board
from desktop.sheets.card_layout import lay_out_card
from desktop.sheets.elements import Layout
from desktop.sheets.glossary_layout import lay_out_glossary
from desktop.sheets.goal_layout import lay_out_goal
from desktop.sheets.ink import COLOUR, GREY, Ink
from desktop.sheets.loop_page import lay_out_loop
from desktop.sheets.map_page import lay_out_map
from desktop.sheets.paper import Page, PrintPaper, page
from desktop.sheets.report_layout import lay_out_report
from desktop.sheets.review_layout import lay_out_review
from desktop.sheets.scorecard_page import lay_out_scorecard
from desktop.sheets.sitting_layout import lay_out_sitting
from desktop.sheets.strategy_page import lay_out_strategy
from desktop.sheets.summary_layout import lay_out_summary
from desktop.sheets.team_layout import lay_out_team
from desktop.sheets.weekly_layout import lay_out_weekly
from desktop.sheets.wheel_page import lay_out_wheel

_ON_ONE_PAGE: Mapping[type, Callable[[Any, Page, Ink, Wording], Layout]] = {
    GoalSheet: lay_out_goal,
    SummarySheet: lay_out_summary,
    BoardSheet: lay_out_board,
    TeamSheet: lay_out_team,
    GoalMap: lay_out_map,
    StrategyMap: lay_out_strategy,
    Scorecard: lay_out_scorecard,
    LoopSheet: lay_out_loop,
    WheelYear: lay_out_wheel,
    CardSheet: lay_out_card,
    SittingSheet: lay_out_sitting,
    Report: lay_out_report,
    ReviewSheet: lay_out_review,
    WeeklySheet: lay_out_weekly,
}
_ON_ANY_PAGES: Mapping[type, Callable[[Any, Page, Ink, Wording], list[Layout]]] = {
    GlossarySheet: lay_out_glossary,
}
_UPRIGHT = frozenset({SummarySheet, BoardSheet, TeamSheet, GlossarySheet})


def lay_out(
    sheet: Sheet,
    wording: Wording,
    *,
    paper: Paper | PrintPaper = Paper.A4,
    colour: bool = True,
    upright: bool = False,
) -> list[Layout]:
    """The pages in the reader's wording, in colour or black-and-white: one, but for what may run
    on.  A sheet that is made for the long side lies on it, also when ``upright`` is asked for."""
    ink = COLOUR if colour else GREY
    kind = type(sheet)
    form = page(paper, upright=upright and kind in _UPRIGHT)
    if kind in _ON_ANY_PAGES:
        layouts = _ON_ANY_PAGES[kind](sheet, form, ink, wording)
    else:
        layouts = [_ON_ONE_PAGE[kind](sheet, form, ink, wording)]
    for number, layout in enumerate(layouts):
        layout.company, layout.language = sheet.company.name, wording.language
        layout.continues = number > 0
    return layouts


def stands_upright(sheet: Sheet) -> bool:
    """Whether the sheet has a layout for upright pages."""
    return type(sheet) in _UPRIGHT
