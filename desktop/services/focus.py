"""The one metric that matters now: chosen, read against its line, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.faults import NotAllowed
from desktop.core.focus import Focus, Stage
from desktop.core.focus_line import LineStanding, can_have_line, line_cadence, standing
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.goal_frame import usual_deadline
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.line_reach import Reaching, reaching
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.core.stage_guide import stage_guide
from desktop.core.staleness import outdated
from desktop.core.unit import UnitKind
from desktop.services.company import company
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import kpi, kpis
from desktop.services.ready_kpis import save_ready_kpi, taken
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.strategy_tables import FOCUSES
from desktop.store.tables import GOALS, KEY_RESULTS

_OPEN = (GoalState.DRAFT, GoalState.ACTIVE)
_NEWEST = 21  # periods that hold a full one; of days, a full week


@dataclass(frozen=True, slots=True)
class FocusView:
    """A focus with its KPI as it stands.

    ``values`` are the full periods at ``cadence``; ``latest`` is the newest of them and
    ``partial`` a later one that is not over.  ``goals`` are the drafts and active goals that use
    the KPI.
    """

    focus: Focus
    kpi: Kpi
    cadence: Cadence
    values: tuple[Measurement, ...]
    partial: Measurement | None
    outdated: Message | None
    where: LineStanding | None
    chart: ChartSeries
    goals: tuple[Goal, ...]

    @property
    def latest(self) -> Measurement | None:
        return self.values[-1] if self.values else None


@dataclass(frozen=True, slots=True)
class PastFocus:
    """What mattered most before, up to the day before ``until`` took over."""

    focus: Focus
    kpi: Kpi
    until: Focus


@dataclass(frozen=True, slots=True)
class Offers:
    """KPIs for a stage: the company's own that fit it, its other ones, and ready ones to add."""

    fitting: tuple[Kpi, ...]
    others: tuple[Kpi, ...]
    ready: tuple[ReadyKpi, ...]


def current_focus(ws: Workspace) -> Focus | None:
    """The newest one."""
    found = FOCUSES.all(ws.connection)
    return found[-1] if found else None


def past_focuses(ws: Workspace) -> list[PastFocus]:
    """The earlier ones, the newest first."""
    found = FOCUSES.all(ws.connection)
    known = {each.id: each for each in kpis(ws, archived=True)}
    pairs = list(pairwise(found))
    return [PastFocus(each, known[each.kpi_id], after) for each, after in reversed(pairs)]


def read_focus(ws: Workspace, focus: Focus) -> FocusView:
    """The KPI at the cadence of its line.  Raises :class:`NotAllowed` when it is gone."""
    found, today = kpi(ws, focus.kpi_id), ws.today()
    cadence = line_cadence(found)
    series = SeriesReader(ws).whole(found)
    measured = series.at(cadence)
    full = tuple(each for each in measured if not each.partial(today))
    newest = measured[-1] if measured else None
    latest_own = series.latest_full(today)
    silence = outdated(found, None if latest_own is None else latest_own.period, today)
    chart = chart_series(series, cadence=cadence, today=today)
    return FocusView(
        focus=focus,
        kpi=found,
        cadence=cadence,
        values=full,
        partial=newest if newest is not None and newest.partial(today) else None,
        outdated=None if silence is None else silence.message,
        where=_where(found, full, focus.line),
        chart=replace(chart, target=focus.line, target_name=msg("The line")),
        goals=tuple(_open_goals(ws, focus.kpi_id)),
    )


def newest_value(ws: Workspace, focus: Focus) -> tuple[Kpi, Measurement | None]:
    """The KPI and its newest full period at the cadence of its line; what that costs does not
    grow with the years before.  Raises :class:`NotAllowed` when the KPI is gone."""
    found, today = kpi(ws, focus.kpi_id), ws.today()
    recent = SeriesReader(ws).recent(found, _NEWEST).at(line_cadence(found))
    return found, next((each for each in reversed(recent) if not each.partial(today)), None)


def line_standing(ws: Workspace, kpi_id: int, line: float) -> LineStanding | None:
    """How a KPI stands to a line that is only being thought of; ``None`` without full periods."""
    found, today = kpi(ws, kpi_id), ws.today()
    measured = SeriesReader(ws).whole(found).at(line_cadence(found))
    return _where(found, [each for each in measured if not each.partial(today)], line)


def when_reached(view: FocusView) -> Reaching | None:
    """When the line may be reached; ``None`` with too little history or no line.  Loads numpy."""
    if view.focus.line is None or view.latest is None:
        return None
    known = {each.period: each.value for each in view.values}
    first = view.values[0].period
    count = first.until(view.latest.period) + 1
    values = [known.get(first.shift(n), float("nan")) for n in range(count)]
    return reaching(values, view.latest.period, view.focus.line, view.kpi.better)


def offers(ws: Workspace, stage: Stage, library: Sequence[ReadyKpi]) -> Offers:
    """What could be the one metric at this stage, the most usual first."""
    wanted = stage_guide(stage).kpis
    by_id = {ready.id: ready for ready in library}
    own = taken(ws, library)
    fitting = [own[each] for each in wanted if each in own and not own[each].archived]
    ids = {each.id for each in fitting}
    return Offers(
        fitting=tuple(fitting),
        others=tuple(each for each in kpis(ws) if each.id not in ids),
        ready=tuple(by_id[each] for each in wanted if each not in own),
    )


def save_focus(ws: Workspace, focus: Focus) -> Focus:
    """The focus with its ``id``.  Raises :class:`NotAllowed` for a day that is still to come, and
    for a line that a KPI inside a band cannot cross."""
    found = kpi(ws, focus.kpi_id)
    if focus.since > ws.today():
        raise NotAllowed(msg("What matters now cannot begin on a later day than today."))
    if focus.line is not None and not can_have_line(found):
        raise NotAllowed(
            msg("{kpi} is to stay inside a band, so it has no line to cross.", kpi=found.name)
        )
    label = (
        msg("Choose {kpi} as the one metric that matters", kpi=found.name)
        if focus.id is None
        else msg("Change the one metric that matters")
    )
    with ws.action(label):
        return FOCUSES.save(ws.connection, replace(focus, why=focus.why.strip()))


def save_focus_on_ready(
    ws: Workspace, focus: Focus, ready: ReadyKpi, library: Sequence[ReadyKpi]
) -> Focus:
    """The focus on a KPI of the library, which is added with its parts.  One action."""
    home = company(ws)
    made = ready.kpi(language=home.language, currency=home.currency)
    with ws.action(msg("Choose {kpi} as the one metric that matters", kpi=made.name)):
        saved = save_ready_kpi(ws, made, library)
        return save_focus(ws, replace(focus, kpi_id=saved.id or 0))


def delete_focus(ws: Workspace, focus_id: int) -> None:
    """Remove it; the one before it, if any, matters again.  Nothing when it is gone already."""
    if FOCUSES.get(ws.connection, focus_id) is not None:
        with ws.action(msg("Remove the one metric that matters")):
            FOCUSES.delete(ws.connection, focus_id)


def begin_goal(ws: Workspace, view: FocusView, statement: str) -> Goal:
    """A draft of a goal on the focus, with the line as its target, to go on with in the editor.

    The line of a KPI of days that adds up is for a week, which a key result cannot say: its
    target is then left open.
    """
    today = ws.today()
    same = view.cadence is view.kpi.cadence or not view.kpi.sums
    draft = Goal(
        statement=statement,
        why=view.focus.why,
        start=today,
        deadline=usual_deadline(today, company(ws).year_start),
        state=GoalState.DRAFT,
        owner_id=view.kpi.owner_id,
    )
    row = KeyResult(
        goal_id=0,
        kpi_id=view.kpi.id,
        target=view.focus.line if same else None,
        baseline=_as_shown(view.kpi, view.latest.value) if same and view.latest else None,
        comparison=Comparison.LEVEL,
    )
    return save_goal_whole(ws, draft, [row], (), {})


def _as_shown(kpi: Kpi, value: float) -> float:
    """With the digits that people see of it."""
    return round(value, kpi.decimals + (2 if kpi.unit.kind is UnitKind.PERCENT else 0))


def _where(kpi: Kpi, full: Sequence[Measurement], line: float | None) -> LineStanding | None:
    if line is None or not can_have_line(kpi):
        return None
    return standing([each.value for each in full], line, kpi.better)


def _open_goals(ws: Workspace, kpi_id: int) -> list[Goal]:
    rows = KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi_id)
    used = {row.goal_id for row in rows}
    return [goal for goal in GOALS.all(ws.connection) if goal.id in used and goal.state in _OPEN]
