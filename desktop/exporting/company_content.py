"""Everything that an export holds, as data: read by a service, written by this package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.core.activity import Activity, ActivityState
from desktop.core.assessment import Assessment, GoalAssessment
from desktop.core.cause import Cause
from desktop.core.chart_series import ChartSeries
from desktop.core.check_in import CheckIn
from desktop.core.company import Company, Person
from desktop.core.focus import Focus
from desktop.core.former_plan import FormerPlan
from desktop.core.glossary import Word
from desktop.core.goal import Goal, KeyResult, Milestone, PlanValue
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.idea import Idea
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.review import Review
from desktop.core.sitting import Ask
from desktop.core.wheel import Lane, WheelEvent


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A key result; ``kpi`` and ``chart`` are empty for a milestone result."""

    key_result: KeyResult
    kpi: Kpi | None
    owner: str
    how: Assessment
    plan: tuple[PlanValue, ...] = ()
    chart: ChartSeries | None = None

    @property
    def title(self) -> str:
        """What it is called: its own title, else the KPI's name."""
        return self.key_result.title or ("" if self.kpi is None else self.kpi.name)


@dataclass(frozen=True, slots=True)
class GoalLine:
    goal: Goal
    parent: str
    owner: str
    how: GoalAssessment
    results: tuple[ResultLine, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    short: str = ""  # where the statement is a sentence that was composed of it
    standing: Message | None = None  # in the guide, as long as it is not through
    answers: Mapping[Ask, str] = field(default_factory=dict)  # to questions of the guide
    raised_from: str = ""


@dataclass(frozen=True, slots=True)
class KpiLine:
    """A KPI with its whole history, worked out where it has a formula."""

    kpi: Kpi
    owner: str
    parent: str
    capacity_owner: str
    latest: Measurement | None
    outdated: Message | None
    values: tuple[Measurement, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity as it stood on the day of the export, with what was ``seen`` since its start."""

    activity: Activity
    state: ActivityState
    kpi: Kpi | None
    owner: str
    seen: Message | None = None


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import: ``counts`` are new, changed, same and rejected values."""

    id: int
    at: datetime
    who: str
    file_name: str
    sha256: str
    counts: tuple[int, int, int, int]
    reverted_at: datetime | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One action in the change log."""

    at: datetime
    who: str
    label: Message
    undone: bool


@dataclass(frozen=True, slots=True)
class DismissedLine:
    """Advice that was dismissed; ``message`` is empty where the facts are others by now."""

    day: date
    kind: Message | str
    about: Message | str
    reason: str
    message: Message | None


@dataclass(frozen=True, slots=True)
class CompanyContent:
    company: Company
    company_id: str
    today: date
    as_of: date | None
    people: tuple[Person, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    kpis: tuple[KpiLine, ...] = ()
    words: tuple[Word, ...] = ()
    dismissed: tuple[DismissedLine, ...] = ()
    activities: tuple[ActivityLine, ...] = ()
    ideas: tuple[Idea, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    reviews: tuple[tuple[Message, Review], ...] = ()  # what each is about, and what it says
    imports: tuple[ImportLine, ...] = ()
    steps: tuple[StepLine, ...] = ()
    lanes: tuple[Lane, ...] = ()
    events: tuple[WheelEvent, ...] = ()
    causes: tuple[Cause, ...] = ()
    focuses: tuple[Focus, ...] = ()
    loops: tuple[tuple[GrowthLoop, tuple[LoopStep, ...]], ...] = ()
    kpi_events: tuple[KpiEvent, ...] = ()
    former_plans: tuple[FormerPlan, ...] = ()

    @property
    def values(self) -> int:
        """How many values there are in all."""
        return sum(len(line.values) for line in self.kpis)
