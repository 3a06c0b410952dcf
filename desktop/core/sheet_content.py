"""What the printed sheets say, as data: the painter knows nothing of goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.core.assessment import Status
from desktop.core.chart_series import ChartSeries
from desktop.core.company import Company
from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.unit import Quantity


class Sheet(Protocol):
    """What every sheet has; how it is laid out follows from its type."""

    @property
    def company(self) -> Company: ...

    @property
    def today(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Band:
    """A background band of a bullet graph: it ends at ``limit``; ``shade`` is 0 for the poorest
    (darkest) to 2 for the best."""

    limit: float
    shade: int


@dataclass(frozen=True, slots=True)
class BulletContent:
    """A bullet graph after Few, on one scale from ``low`` to ``high`` that holds zero.

    ``bands`` go from ``low`` up and the last ends at ``high``.  ``target`` is ``None`` for a KPI
    that is to stay inside a band.
    """

    value: float
    low: float
    high: float
    bands: tuple[Band, ...]
    target: float | None = None
    plan: float | None = None


@dataclass(frozen=True, slots=True)
class ResultContent:
    """One key result: what it is, whose, and its numbers with their period.

    ``difference`` is actual less plan, ``share`` the same as a part of the plan, and ``good``
    whether that is the better side (``None`` when both are equal).  ``done`` is set for a result
    that is done or not, and has no numbers.  ``said`` tells that the sheet's message holds the
    reason already.
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
    share: float | None = None
    good: bool | None = None
    bullet: BulletContent | None = None
    done: bool | None = None
    done_on: date | None = None
    said: bool = False
    ahead: Message | None = None
    changed: Message | None = None


@dataclass(frozen=True, slots=True)
class Belief:
    """What people believe of the goal: the newest check-in's confidence, 0 to 10, and its words."""

    confidence: int
    day: date
    who: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ActivityContent:
    """Something that is tried; ``until`` is when it ends or is decided on."""

    title: str
    who: str
    until: date | None


@dataclass(frozen=True, slots=True)
class MilestoneContent:
    title: str
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """One goal on one page.  ``message`` says what the numbers mean, ``reason`` only why it stands
    so, for where there is less room; ``months`` is the fiscal
    year of the strip at the foot.  ``notes`` stand below the chart; ``belief`` stands apart from
    the numbers; ``activities`` are those going on or to come, the most urgent first."""

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
    reason: Message
    score: float | None
    expected_score: float | None
    as_of: date | None
    today: date
    chart: ChartSeries | None
    results: tuple[ResultContent, ...]
    milestones: tuple[MilestoneContent, ...]
    months: tuple[Period, ...]
    aspirational: bool = False
    lower_is_better: bool = False  # of the chart's KPI
    notes: tuple[Message, ...] = ()
    belief: Belief | None = None
    activities: tuple[ActivityContent, ...] = ()


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
    goal_id: int = 0  # 0 for one that can not be looked up


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """All active goals on one page; ``message`` says how they stand together."""

    company: Company
    message: Message
    as_of: date | None
    today: date
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class BoardSheet:
    """The objectives in broad strokes, on one page for the board: rows without key results."""

    company: Company
    message: Message
    as_of: date | None
    today: date
    rows: tuple[SummaryRow, ...]
