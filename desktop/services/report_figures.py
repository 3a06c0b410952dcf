"""The few numbers of a report: the key results of the goals that ran, and the one metric that
matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.core.assessment import Assessment
from desktop.core.chart_series import Limits, Standout
from desktop.core.goal import Goal, GoalState
from desktop.core.key_result_status import assess_key_result
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, Value, msg
from desktop.core.natural_limits import HISTORY, natural_limits
from desktop.core.period import Period
from desktop.core.report import ReportFigure
from desktop.core.series import Series
from desktop.services.focus import current_focus
from desktop.services.goal_views import GoalView, ResultView
from desktop.services.kpi_events import rebasing_days
from desktop.services.recent_values import RECENT
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

_ENDED = (GoalState.REACHED, GoalState.MISSED)


class FigureReader:
    """Reads numbers as they stood when ``period`` ended (or as they stand, while it goes on)."""

    def __init__(self, ws: Workspace, period: Period) -> None:
        self._ws, self._period = ws, period
        self._reader = SeriesReader(ws)
        self._known: dict[Kpi, Series] = {}
        self._judged: dict[Kpi, tuple[tuple[Limits, ...], tuple[Standout, ...]]] = {}
        self._then = min(ws.today(), period.end + timedelta(days=1))

    @property
    def kpis(self) -> list[Kpi]:
        """The KPIs in use, by name."""
        used = [kpi for kpi in self._reader.kpis.values() if not kpi.archived]
        return sorted(used, key=lambda kpi: kpi.name.casefold())

    def figure(self, view: GoalView, result: ResultView) -> ReportFigure | None:
        """One key result; ``None`` for a milestone result."""
        kpi = result.kpi
        if kpi is None:
            return None
        how = result.assessment if self._goes_on else self._assessed(view, result, kpi)
        told = self._is_lately and view.goal.state is GoalState.ACTIVE
        bare = self.bare(kpi)
        return replace(
            bare,
            title=how.name,
            goal=view.goal.statement,
            actual=None if how.current is None else kpi.quantity(how.current),
            plan=None if how.expected is None else kpi.quantity(how.expected),
            status=result.assessment.status if told else None,
            known=(*((result.assessment.reason,) if told else ()), *bare.known),
        )

    def focus(self) -> ReportFigure | None:
        """The one metric that matters; ``None`` where none is chosen."""
        focus = current_focus(self._ws)
        kpi = None if focus is None else self._reader.kpis.get(focus.kpi_id)
        return None if kpi is None else self.bare(kpi)

    def bare(self, kpi: Kpi) -> ReportFigure:
        """A KPI's value in the period, a year before, and whether it is more than noise."""
        value = self.value(kpi)
        earlier = None
        if value is not None:
            before = value.period.a_year_earlier()
            at = self._series(kpi).at(value.period.cadence)
            earlier = next((m for m in at if m.period == before and not m.incomplete), None)
        variation = () if value is None else (self.variation(kpi),)
        return ReportFigure(
            title=kpi.name,
            kpi=kpi,
            value=value,
            sofar=value is not None and value.partial(self._then),
            # a part of a period is not held against a whole one
            earlier=None if value is None or value.partial(self._then) else earlier,
            known=variation,
        )

    def value(self, kpi: Kpi) -> Measurement | None:
        """Of the report's own period where the KPI's are as short, otherwise the newest whole
        one that ended by then."""
        series = self._series(kpi)
        if kpi.cadence.fineness <= self._period.cadence.fineness:
            at = series.at(self._period.cadence)
            return next((each for each in at if each.period == self._period), None)
        return series.latest_full(self._then)

    def signal(self, kpi: Kpi) -> Message | None:
        """What stood out in the period, in words; ``None`` in noise, and from too few values."""
        found = self._standout(kpi)
        if found is None:
            return None
        values = {each.period: each.value for each in self._own(kpi).measurements}
        facts: dict[str, Value] = {
            "kpi": kpi.name,
            "value": kpi.quantity(values[found.period]),
            "period": found.period,
        }
        if found.rules[0] == 1 and found.side > 0:
            return msg("{kpi} stands out above its usual variation: {value} ({period}).", **facts)
        if found.rules[0] == 1:
            return msg("{kpi} stands out below its usual variation: {value} ({period}).", **facts)
        if found.side > 0:
            return msg("{kpi} has moved up from its usual level: {value} ({period}).", **facts)
        return msg("{kpi} has moved down from its usual level: {value} ({period}).", **facts)

    def variation(self, kpi: Kpi) -> Message:
        """Whether the period's values are news or noise."""
        limits, _ = self._limits(kpi)
        if not limits or limits[-1].trial:
            return msg("Too few values yet to tell news from noise.")
        found = self._standout(kpi)
        if found is None:
            return msg("Within its usual variation.")
        if found.rules[0] == 1:
            above = msg("Stands out above its usual variation.")
            return above if found.side > 0 else msg("Stands out below its usual variation.")
        up = msg("Has moved up from its usual level.")
        return up if found.side > 0 else msg("Has moved down from its usual level.")

    def _standout(self, kpi: Kpi) -> Standout | None:
        limits, standouts = self._limits(kpi)
        if not limits or limits[-1].trial:
            return None
        inside = [each for each in standouts if each.period.end in self._period]
        return inside[-1] if inside else None

    def _limits(self, kpi: Kpi) -> tuple[tuple[Limits, ...], tuple[Standout, ...]]:
        if kpi not in self._judged:
            own, changes = self._own(kpi), rebasing_days(self._ws, kpi.id or 0)
            self._judged[kpi] = natural_limits(own, own.kpi.cadence, changes, self._then)
        return self._judged[kpi]

    def _own(self, kpi: Kpi) -> Series:
        """At the KPI's own cadence, but days as weeks: a weekend is no news."""
        return self._series(kpi).without_weekdays()

    def _series(self, kpi: Kpi) -> Series:
        """What limits, season and the year before rest on.  What came after the period is not
        judged, since its time was not over then."""
        if kpi not in self._known:
            count = HISTORY[kpi.cadence]
            first = Period.containing(kpi.cadence, self._period.start).shift(-count)
            self._known[kpi] = self._reader.recent(kpi, count, since=first.start)
        return self._known[kpi]

    @property
    def _goes_on(self) -> bool:
        """Whether the period is not over."""
        return self._then == self._ws.today()

    @property
    def _is_lately(self) -> bool:
        """Whether it goes on or closed last: only then is what is known today, with its day, told
        in its report."""
        return self._period.shift(1).end >= self._ws.today()

    def _assessed(self, view: GoalView, result: ResultView, kpi: Kpi) -> Assessment:
        """The key result as it stood at the end of the period, against the plan of now."""
        series = self._reader.recent(kpi, RECENT, since=view.goal.start)
        return assess_key_result(
            goal=view.goal,
            key_result=result.key_result,
            kpi=kpi,
            series=series,
            plan_values=result.plan,
            today=self._then,
            year_start=series.year_start,
            milestones=view.milestones,
        )


def ran_in(goal: Goal, period: Period, today: date) -> bool:
    """Whether a goal belongs in the report of a period."""
    if goal.start > min(period.end, today):
        return False
    if goal.state is GoalState.ACTIVE:
        return goal.deadline is None or goal.deadline >= period.start
    if goal.state not in _ENDED or goal.deadline is None:
        return False
    return goal.deadline >= period.start


def change_words(kpi: Kpi, value: Measurement, earlier: Measurement | None) -> Message:
    """A value, and its change on a year before where there is one."""
    if earlier is None:
        return msg("{kpi}: {value}", kpi=kpi.name, value=kpi.quantity(value.value))
    return msg(
        "{kpi}: {value} (a year before {earlier})",
        kpi=kpi.name,
        value=kpi.quantity(value.value),
        earlier=kpi.quantity(earlier.value),
    )
