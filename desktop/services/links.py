"""Links between leading and lagging KPIs: kept, tested on history, proposed, and warned by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.core.cause import Cause
from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Kpi
from desktop.core.link_history import LinkHistory, common_cadence, lag_at, link_history
from desktop.core.link_warning import JudgedLink, warning
from desktop.core.natural_limits import HISTORY
from desktop.core.need import Need
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.strategy_map import between, kpi_key, leads_to
from desktop.core.this_week import KpiNews, kpi_news
from desktop.services.causes import causes, delete_cause, save_cause
from desktop.services.goal_views import GoalView
from desktop.services.kpi_events import rebasing_days
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS, KEY_RESULTS


@record(frozen=True, slots=True)
class Link:
    """An arrow of the strategy map between two KPIs.  ``lag`` is what is expected, in periods of
    the cadence of ``history``; ``None`` while nobody has said one."""

    cause: Cause
    leading: Kpi
    lagging: Kpi
    lag: int | None
    history: LinkHistory

    @property
    def id(self) -> int:
        return self.cause.id or 0


@record(frozen=True, slots=True)
class LinkOffer:
    """A leading KPI of the same goal that is not linked; ``lag`` is what its history shows, or a
    period where it shows nothing."""

    leading: Kpi
    lagging: Kpi
    goal: str
    lag: int
    history: LinkHistory


@record(frozen=True, slots=True)
class KpiLinks:
    """What leads a KPI, what it leads, and leading KPIs that could be linked to it."""

    kpi: Kpi
    led_by: tuple[Link, ...]
    leads: tuple[Link, ...]
    offers: tuple[LinkOffer, ...]


def links_of(ws: Workspace, kpi_id: int) -> KpiLinks:
    """The links of a KPI with their test; raises :class:`KeyError` when it is gone."""
    reader = SeriesReader(ws)
    kpi = reader.kpis[kpi_id]
    drawn = [each for each in causes(ws) if _between_kpis(each)]
    return KpiLinks(
        kpi,
        tuple(_link(ws, reader, each) for each in drawn if each.effect_kpi_id == kpi_id),
        tuple(_link(ws, reader, each) for each in drawn if each.cause_kpi_id == kpi_id),
        tuple(_offers(ws, reader, kpi)),
    )


def links_by_cause(ws: Workspace, cause_ids: Iterable[int]) -> dict[int, Link]:
    """The links among some arrows, by their id; arrows to and from goals are left out."""
    wanted, reader = set(cause_ids), SeriesReader(ws)
    return {
        each.id or 0: _link(ws, reader, each)
        for each in causes(ws)
        if each.id in wanted and _between_kpis(each)
    }


def leading_ids(ws: Workspace) -> dict[int, list[int]]:
    """By the id of a lagging KPI: the ids of those that lead it, in the order drawn."""
    found: dict[int, list[int]] = {}
    for each in causes(ws):
        if each.cause_kpi_id is not None and each.effect_kpi_id is not None:
            found.setdefault(each.effect_kpi_id, []).append(each.cause_kpi_id)
    return found


def try_link(ws: Workspace, leading_id: int, lagging_id: int, lag: int | None) -> LinkHistory:
    """What the history would say of a link that is not saved yet."""
    reader = SeriesReader(ws)
    one, other = reader.kpis[leading_id], reader.kpis[lagging_id]
    return link_history(reader.whole(one), reader.whole(other), lag, ws.today())


def add_link(ws: Workspace, leading_id: int, lagging_id: int, lag: int, note: str = "") -> Cause:
    """Link two KPIs with an expected ``lag``, in periods of the coarser of their cadences.

    Raises :class:`NotAllowed` as :func:`save_cause` does.  Where the strategy map has the arrow
    already without a lag, it gets this one.
    """
    ends = (leading_id, lagging_id)
    known = next(
        (
            each
            for each in causes(ws)
            if (each.cause_kpi_id, each.effect_kpi_id) == ends and each.lag is None
        ),
        None,
    )
    cause = known or between(kpi_key(leading_id), kpi_key(lagging_id))
    reader = SeriesReader(ws)
    cadence = _common(reader.kpis.get(leading_id), reader.kpis.get(lagging_id))
    return save_cause(
        ws, replace(cause, lag=lag, lag_cadence=cadence, note=note.strip() or cause.note)
    )


def set_lag(ws: Workspace, link: Link, lag: int) -> Cause:
    """Expect the lagging KPI to follow so many periods later."""
    return save_cause(ws, replace(link.cause, lag=lag, lag_cadence=link.history.cadence))


def set_note(ws: Workspace, link: Link, note: str) -> Cause:
    """Say why the link is believed in."""
    return save_cause(ws, replace(link.cause, note=note))


def delete_link(ws: Workspace, link_id: int) -> None:
    """Remove the link, and its arrow from the strategy map."""
    delete_cause(ws, link_id)


def with_warnings(ws: Workspace, views: Sequence[GoalView]) -> tuple[GoalView, ...]:
    """The goals, each with what the leading KPIs of its key results warn of."""
    found = _Warnings(ws)
    return tuple(
        replace(view, warnings=tuple(found.of(view.goal, _kpi_ids(view)))) for view in views
    )


def goal_warnings(ws: Workspace, goal_id: int) -> tuple[Need, ...]:
    """What the leading KPIs of one goal warn of; nothing when it is gone."""
    goal = GOALS.get(ws.connection, goal_id)
    if goal is None:
        return ()
    rows = KEY_RESULTS.all(ws.connection, "goal_id = ? AND kpi_id IS NOT NULL", goal_id)
    return tuple(_Warnings(ws).of(goal, [row.kpi_id or 0 for row in rows]))


def _kpi_ids(view: GoalView) -> list[int]:
    return [result.kpi.id or 0 for result in view.results if result.kpi is not None]


class _Warnings:
    """The links with a lag; a signal is looked for once, and only a link with one is tested."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        drawn = causes(ws)
        self._causes = [each for each in drawn if _between_kpis(each) and each.lag is not None]
        self._reader = SeriesReader(ws) if self._causes else None
        self._news: dict[int, KpiNews | None] = {}

    def of(self, goal: Goal, kpi_ids: Iterable[int]) -> Iterator[Need]:
        """What warns a goal with these KPIs, in the order in which the links were drawn."""
        if goal.state is not GoalState.ACTIVE or self._reader is None:
            return
        ids = set(kpi_ids)
        for cause in self._causes:
            if cause.effect_kpi_id in ids:
                found = self._warning(goal, cause, self._reader)
                if found is not None:
                    yield found

    def _warning(self, goal: Goal, cause: Cause, reader: SeriesReader) -> Need | None:
        ws, today = self._ws, self._ws.today()
        leading_id = cause.cause_kpi_id or 0
        if leading_id not in self._news:
            leading = reader.kpis[leading_id]
            series = reader.recent(leading, HISTORY[leading.cadence]).without_weekdays()
            self._news[leading_id] = kpi_news(series, rebasing_days(ws, leading_id), None, today)
        news = self._news[leading_id]
        if news is None:
            return None
        link = _link(ws, reader, cause)
        lag = link.lag or 0
        cadence, lagging = link.history.cadence, reader.whole(link.lagging)
        at = Period.containing(cadence, news.measurement.period.counts_on, lagging.year_start)
        whole = [each.period for each in lagging.at(cadence) if not each.partial(today)]
        judged = JudgedLink(
            link.leading,
            link.lagging,
            lag,
            link.history.test,
            at.shift(lag),
            whole[-1] if whole else None,
        )
        return warning(goal, judged, news, today)


def _between_kpis(cause: Cause) -> bool:
    return cause.cause_kpi_id is not None and cause.effect_kpi_id is not None


def _common(one: Kpi | None, other: Kpi | None) -> Cadence | None:
    known = [each.cadence for each in (one, other) if each is not None]
    return max(known, key=lambda each: each.fineness, default=None)


def _link(ws: Workspace, reader: SeriesReader, cause: Cause) -> Link:
    leading = reader.kpis[cause.cause_kpi_id or 0]
    lagging = reader.kpis[cause.effect_kpi_id or 0]
    one, other = reader.whole(leading), reader.whole(lagging)
    lag = lag_at(cause, common_cadence(one, other))
    return Link(cause, leading, lagging, lag, link_history(one, other, lag, ws.today()))


def _offers(ws: Workspace, reader: SeriesReader, kpi: Kpi) -> Iterator[LinkOffer]:
    """The leading KPIs of the goals that this lagging one shows, not linked to it and closing no
    circle."""
    if kpi.leading:
        return
    drawn = causes(ws)
    seen = {each.cause_kpi_id for each in drawn if each.effect_kpi_id == kpi.id}
    open_states = (GoalState.ACTIVE, GoalState.DRAFT)
    of_goal: dict[int, list[int]] = {}
    for row in KEY_RESULTS.all(ws.connection, "kpi_id IS NOT NULL"):
        of_goal.setdefault(row.goal_id, []).append(row.kpi_id or 0)
    for goal in GOALS.all(ws.connection):
        ids = of_goal.get(goal.id or 0, [])
        if goal.state not in open_states or kpi.id not in ids:
            continue
        for other in (reader.kpis[each] for each in dict.fromkeys(ids)):
            if not other.leading or other.id in seen:
                continue
            if leads_to(drawn, kpi_key(kpi.id), kpi_key(other.id)):
                continue
            seen.add(other.id)
            history = link_history(reader.whole(other), reader.whole(kpi), None, ws.today())
            found = history.test.better_lag
            lag = 1 if found is None else found.lag
            yield LinkOffer(other, kpi, goal.statement, lag, history)
