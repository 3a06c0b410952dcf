"""The kinds of sheets that there are: for the Sheets page, the command line, and print buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.core.faults import NotAllowed
from desktop.core.goal import GoalState
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.core.sheet_content import Sheet
from desktop.services.goal_map import goal_map
from desktop.services.goals import goals
from desktop.services.report import report
from desktop.services.scorecard import scorecard
from desktop.services.sheet_card import card_sheet
from desktop.services.sheet_items import (
    OF_GOALS,
    OF_KPIS,
    OF_PERIODS,
    Items,
    always,
    has_goals,
    has_kpis,
    has_words,
)
from desktop.services.sheet_periods import numbered_period
from desktop.services.sheet_review import goal_review_sheet
from desktop.services.sheet_sitting import blank_sittings, goal_sittings
from desktop.services.sheet_team import team_sheet
from desktop.services.sheet_weekly import has_weeks, weekly_sheet
from desktop.services.sheets import board_sheet, glossary_sheet, goal_sheet, summary_sheet
from desktop.services.strategy_map import strategy_map
from desktop.services.wheel_year import has_wheel, wheel_year
from desktop.services.workspace import Workspace


@record(frozen=True, slots=True, kw_only=True)
class SheetKind:
    """One kind of sheet.

    ``read`` gives what is to be printed, in order; its second argument is the item, and 0 for a
    kind without ``items``.  ``option`` is its name on the command line (``--board``), and
    ``about`` the help to it; ``ready`` whether there is anything to print.  A kind without a
    ``title`` is not on the Sheets page, one without an ``option`` not on the command line.
    """

    key: str
    title: Message | None
    option: str
    about: Message
    read: Callable[[Workspace, int], Sequence[Sheet]]
    ready: Callable[[Workspace], bool]
    items: Items | None = None


def sheet_kinds() -> tuple[SheetKind, ...]:
    """All kinds, in the order in which they are listed."""
    return _KINDS


def sheet_kind(key: str) -> SheetKind:
    """One kind by its key."""
    return next(kind for kind in _KINDS if kind.key == key)


def ready_kinds(ws: Workspace) -> list[SheetKind]:
    """The kinds of the Sheets page for which there is something to print."""
    return [kind for kind in _KINDS if kind.title is not None and kind.ready(ws)]


# ---------------------------------------------------------------------- what they read


def _summary(ws: Workspace, _: int) -> list[Sheet]:
    return [summary_sheet(ws)]


def _board(ws: Workspace, _: int) -> list[Sheet]:
    return [board_sheet(ws)]


def _team(ws: Workspace, _: int) -> list[Sheet]:
    return [team_sheet(ws)]


def _weekly(ws: Workspace, _: int) -> list[Sheet]:
    return [weekly_sheet(ws)]


def _map(ws: Workspace, _: int) -> list[Sheet]:
    return [goal_map(ws)]


def _strategy(ws: Workspace, _: int) -> list[Sheet]:
    return [strategy_map(ws)]


def _scorecard(ws: Workspace, _: int) -> list[Sheet]:
    return [scorecard(ws)]


def _wheel(ws: Workspace, _: int) -> list[Sheet]:
    return [wheel_year(ws)]


def _goal(ws: Workspace, goal_id: int) -> list[Sheet]:
    return [goal_sheet(ws, goal_id)]


def _all(ws: Workspace, _: int) -> list[Sheet]:
    active = [goal.id or 0 for goal in goals(ws) if goal.state is GoalState.ACTIVE]
    if not active:
        raise NotAllowed(msg("There is no active goal yet."))
    return [goal_sheet(ws, goal_id) for goal_id in active]


def _pack(ws: Workspace, _: int) -> list[Sheet]:
    active = [goal.id or 0 for goal in goals(ws) if goal.state is GoalState.ACTIVE]
    return [summary_sheet(ws), *(goal_sheet(ws, goal_id) for goal_id in active)]


def _sittings(ws: Workspace, goal_id: int) -> Sequence[Sheet]:
    return goal_sittings(ws, goal_id)


def _forms(ws: Workspace, _: int) -> Sequence[Sheet]:
    return blank_sittings(ws)


def _card(ws: Workspace, kpi_id: int) -> list[Sheet]:
    return [card_sheet(ws, kpi_id)]


def _glossary(ws: Workspace, _: int) -> list[Sheet]:
    return [glossary_sheet(ws)]


def _report(ws: Workspace, number: int) -> list[Sheet]:
    return [report(ws, numbered_period(number))]


def _review(ws: Workspace, goal_id: int) -> list[Sheet]:
    return [goal_review_sheet(ws, goal_id)]


def _everything(ws: Workspace, _: int) -> list[Sheet]:
    once = [sheet_kind(key) for key in _ON_THE_WALL]
    sheets = [sheet for kind in once if kind.ready(ws) for sheet in kind.read(ws, 0)]
    active = [goal.id or 0 for goal in goals(ws) if goal.state is GoalState.ACTIVE]
    sheets += [goal_sheet(ws, goal_id) for goal_id in active]
    sheets += [card_sheet(ws, kpi_id) for kpi_id, _ in OF_KPIS.all(ws)]
    return sheets + ([glossary_sheet(ws)] if has_words(ws) else [])


_ON_THE_WALL = ("summary", "board", "team", "weekly", "map", "strategy", "scorecard", "wheel")
_KINDS = (
    SheetKind(
        key="summary",
        title=msg("Summary of all goals"),
        option="summary",
        about=msg("All goals on one page."),
        read=_summary,
        ready=has_goals,
    ),
    SheetKind(
        key="board",
        title=msg("The board's page"),
        option="board",
        about=msg("The board's page: objectives on one page."),
        read=_board,
        ready=has_goals,
    ),
    SheetKind(
        key="team",
        title=msg("The team's page"),
        option="team",
        about=msg("The team's page: key results by owner, and what drives them."),
        read=_team,
        ready=has_goals,
    ),
    SheetKind(
        key="weekly",
        title=msg("Weekly scorecard"),
        option="weekly",
        about=msg("The weekly scorecard: measures over thirteen weeks, and which hit their goal."),
        read=_weekly,
        ready=has_weeks,
    ),
    SheetKind(
        key="map",
        title=msg("Goal map"),
        option="map",
        about=msg("The goal map: how goals, key results and KPIs hang together."),
        read=_map,
        ready=has_goals,
    ),
    SheetKind(
        key="strategy",
        title=msg("Strategy map"),
        option="strategy",
        about=msg("The strategy map: goals and KPIs by perspective, and what leads to what."),
        read=_strategy,
        ready=has_goals,
    ),
    SheetKind(
        key="scorecard",
        title=msg("Balanced scorecard"),
        option="scorecard",
        about=msg("The balanced scorecard: KPIs and goals by four perspectives."),
        read=_scorecard,
        ready=has_kpis,
    ),
    SheetKind(
        key="wheel",
        title=msg("Annual wheel"),
        option="wheel",
        about=msg("The annual wheel: this fiscal year's events, goals and check-ins."),
        read=_wheel,
        ready=has_wheel,
    ),
    SheetKind(
        key="goal",
        title=msg("Goal sheet"),
        option="goal",
        about=msg("The sheet of one goal."),
        read=_goal,
        ready=has_goals,
        items=OF_GOALS,
    ),
    SheetKind(
        key="pack",
        title=msg("All active goals"),
        option="",
        about=msg("The summary, and a sheet for each active goal."),
        read=_pack,
        ready=has_goals,
    ),
    SheetKind(
        key="everything",
        title=msg("All sheets"),
        option="everything",
        about=msg("All sheets: overviews, active goals, KPI cards and the glossary."),
        read=_everything,
        ready=has_goals,
    ),
    SheetKind(
        key="all",
        title=None,
        option="all",
        about=msg("A sheet for each goal."),
        read=_all,
        ready=has_goals,
    ),
    SheetKind(
        key="sitting",
        title=msg("The sittings of a goal"),
        option="sitting",
        about=msg("The three sittings of one goal, as far as it has come."),
        read=_sittings,
        ready=has_goals,
        items=OF_GOALS,
    ),
    SheetKind(
        key="report",
        title=msg("Report of a period"),
        option="report",
        about=msg("The report of a period: 2026-10, 2026-W40, 2026-Q3, 2026; else last month."),
        read=_report,
        ready=has_goals,
        items=OF_PERIODS,
    ),
    SheetKind(
        key="review",
        title=msg("After Action Review"),
        option="review",
        about=msg("The review of one goal, filled in as far as it has come."),
        read=_review,
        ready=has_goals,
        items=OF_GOALS,
    ),
    SheetKind(
        key="forms",
        title=msg("Workshop forms"),
        option="forms",
        about=msg("Blank forms for the three sittings."),
        read=_forms,
        ready=always,
    ),
    SheetKind(
        key="card",
        title=msg("KPI card"),
        option="card",
        about=msg("The card of one KPI, by its name, key or number."),
        read=_card,
        ready=has_kpis,
        items=OF_KPIS,
    ),
    SheetKind(
        key="glossary",
        title=msg("Glossary"),
        option="glossary",
        about=msg("Every word with its meaning, on as many pages as it takes."),
        read=_glossary,
        ready=has_words,
    ),
)
