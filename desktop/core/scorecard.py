"""The balanced scorecard: KPIs and goals by four perspectives, and what each lacks, as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.assessment import Status
from desktop.core.company import Company
from desktop.core.kpi import Kpi, Perspective
from desktop.core.latest_change import LatestChange
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.core.record import record
from desktop.core.unit import Quantity, UnitKind
from desktop.core.wording import Wording


@record(frozen=True, slots=True, kw_only=True)
class ScoredGoal:
    """A goal on the scorecard.  ``status`` is ``None`` for a draft; ``follows`` says that its
    perspective follows from the KPIs of its key results."""

    goal_id: int
    statement: str
    status: Status | None
    owner: str = ""
    follows: bool = False


@record(frozen=True, slots=True, kw_only=True)
class ScoredKpi:
    """A KPI on the scorecard.

    ``latest`` is the newest full period, of months where the KPI is kept by days; ``partial`` a
    first one that is not over.  ``change`` is against ``before``.  ``status`` is the most pressing
    that the active goals' key results on it have, ``goals`` are the statements of those.
    """

    kpi: Kpi
    latest: Measurement | None = None
    partial: Measurement | None = None
    before: Period | None = None
    change: LatestChange | None = None
    outdated: Message | None = None
    status: Status | None = None
    goals: tuple[str, ...] = ()
    owner: str = ""
    recent: tuple[float, ...] = ()

    @property
    def newest(self) -> Measurement | None:
        """What is shown: a KPI that has only just begun shows what it has."""
        return self.latest or self.partial


@record(frozen=True, slots=True, kw_only=True)
class ScorecardPart:
    """One perspective, or with ``None`` what is under none."""

    perspective: Perspective | None
    kpis: tuple[ScoredKpi, ...] = ()
    goals: tuple[ScoredGoal, ...] = ()

    @property
    def lacks(self) -> tuple[Message, ...]:
        """What is missing from a perspective, in plain words; nothing for what is under none."""
        if self.perspective is None:
            return ()
        if not self.kpis:
            return (_NOTHING[self.perspective],)
        found = []
        if not any(scored.kpi.leading for scored in self.kpis):
            found.append(msg("Only lagging KPIs: none warns in time."))
        if not any(not scored.kpi.leading for scored in self.kpis):
            found.append(msg("Only leading KPIs: none shows the result."))
        if not self.goals:
            found.append(msg("No active goal here."))
        return tuple(found)


@record(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """``parts`` are the four perspectives in order and then what is under none; ``as_of`` is the
    last day that any number covers."""

    company: Company
    today: date
    as_of: date | None
    parts: Sequence[ScorecardPart]


_NOTHING = {
    Perspective.FINANCIAL: msg("Nothing shows how the money goes yet."),
    Perspective.CUSTOMER: msg("Nothing shows what customers think of us yet."),
    Perspective.PROCESS: msg("Nothing shows how the work runs yet."),
    Perspective.LEARNING: msg("Nothing shows how we learn yet."),
}


def change_words(scored: ScoredKpi) -> Message | None:
    """The change and since when; a signal is called one."""
    if scored.change is None or scored.before is None:
        return None
    kpi = scored.kpi
    share = kpi.unit.kind is UnitKind.PERCENT  # it changes by percentage points
    change = Quantity(scored.change.change, kpi.unit, kpi.decimals, signed=True, points=share)
    if not scored.change.signal:
        return msg("{change} since {period}: usual variation", change=change, period=scored.before)
    if scored.change.good:
        return msg(
            "{change} since {period}: a real change for the better",
            change=change,
            period=scored.before,
        )
    return msg(
        "{change} since {period}: a real change for the worse", change=change, period=scored.before
    )


def period_words(scored: ScoredKpi, wording: Wording) -> str:
    """What the newest value covers."""
    newest = scored.newest
    if newest is None:
        return wording.say(msg("No values yet"))
    if scored.latest is None:
        return wording.say(msg("{period}, so far", period=newest.period))
    return wording.period(newest.period)
