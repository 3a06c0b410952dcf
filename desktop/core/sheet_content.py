"""What the printed sheets say, as data: the painter knows nothing of goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.assessment import Status
from desktop.core.chart_series import ChartSeries
from desktop.core.company import Company
from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.unit import Quantity


@dataclass(frozen=True, slots=True)
class BulletContent:
    """A bullet graph after Few: ``bands`` are the upper limits of all background bands but the
    last, all on one scale from ``low`` to ``high``."""

    value: float
    target: float
    plan: float | None
    low: float
    high: float
    bands: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultContent:
    """One key result: what it is, whose, and its numbers with their period.

    ``difference`` is actual less plan and ``good`` whether that is the better side; ``done`` is
    set for a result that is done or not.
    """

    title: str
    owner: str
    status: Status
    reason: Message
    period: Period | None = None
    recent: tuple[float, ...] = ()
    actual: Quantity | None = None
    plan: Quantity | None = None
    target: Quantity | None = None
    difference: Quantity | None = None
    good: bool | None = None
    bullet: BulletContent | None = None
    done: bool | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneContent:
    title: str
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """One goal on one page.  ``months`` is the fiscal year of the strip at the foot."""

    company: Company
    goal_id: int
    statement: str
    why: str
    not_doing: str
    owner: str
    start: date
    deadline: date | None
    status: Status
    message: Message
    score: float | None
    expected_score: float | None
    as_of: date | None
    today: date
    chart: ChartSeries | None
    results: tuple[ResultContent, ...]
    milestones: tuple[MilestoneContent, ...]
    months: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One goal on the summary; of ``results`` the first is the one that decides its status."""

    statement: str
    owner: str
    deadline: date | None
    status: Status
    message: Message
    score: float | None
    expected_score: float | None
    results: tuple[ResultContent, ...]


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """All active goals on one page."""

    company: Company
    as_of: date | None
    today: date
    rows: tuple[SummaryRow, ...]


Sheet = GoalSheet | SummarySheet
