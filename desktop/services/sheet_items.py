"""What there are sheets of: goals, KPIs, words; whether there are any, and how one is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.core.faults import NotAllowed
from desktop.core.goal import GoalState
from desktop.core.goal_code import goal_of
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.services.glossary import glossary
from desktop.services.goals import goals
from desktop.services.kpis import kpis
from desktop.services.sheet_periods import find_period, offered_periods
from desktop.services.workspace import Workspace

Item = tuple[int, str | Message]  # its id, and what it is called


@record(frozen=True, slots=True, kw_only=True)
class Items:
    """What there is a sheet for each of: the word for one, all that there are, and how one is
    found by what somebody types (by its id alone where there is nothing else)."""

    key: str
    name: Message
    sign: str  # on the command line: --goal ID
    all: Callable[[Workspace], Sequence[Item]]
    find: Callable[[Workspace, str], int] | None = None
    optional: bool = False  # on the command line the sign may be left out


def has_goals(ws: Workspace) -> bool:
    """Whether there is a goal that was not dropped."""
    return bool(_goals(ws))


def has_kpis(ws: Workspace) -> bool:
    """Whether there is a KPI in use."""
    return bool(_kpis(ws))


def has_words(ws: Workspace) -> bool:
    """Whether the glossary holds anything."""
    return bool(glossary(ws))


def always(_: Workspace) -> bool:
    """For what needs nothing of the company."""
    return True


def _goals(ws: Workspace) -> list[Item]:
    """All but those that were dropped."""
    return [
        (goal.id or 0, goal.statement) for goal in goals(ws) if goal.state is not GoalState.DROPPED
    ]


def _kpis(ws: Workspace) -> list[Item]:
    return [(kpi.id or 0, kpi.name) for kpi in kpis(ws)]


def _find_goal(ws: Workspace, text: str) -> int:
    """By its code on paper or its number."""
    goal_id = int(text) if text.strip().isdecimal() else goal_of(text)
    if not any(goal.id == goal_id for goal in goals(ws)):
        raise NotAllowed(msg("There is no goal “{goal}”.", goal=text))
    return goal_id or 0


def _find_kpi(ws: Workspace, text: str) -> int:
    """By its key, its name or its number."""
    wanted = text.strip().casefold()
    for kpi in kpis(ws, archived=True):
        if wanted in (kpi.key.casefold(), kpi.name.casefold(), str(kpi.id)):
            return kpi.id or 0
    raise NotAllowed(msg("There is no KPI “{kpi}”.", kpi=text))


OF_GOALS = Items(key="goals", name=msg("Goal"), sign="ID", all=_goals, find=_find_goal)
OF_KPIS = Items(key="kpis", name=msg("KPI"), sign="KPI", all=_kpis, find=_find_kpi)
OF_PERIODS = Items(
    key="periods",
    name=msg("Period"),
    sign="[PERIOD]",
    all=offered_periods,
    find=find_period,
    optional=True,
)
