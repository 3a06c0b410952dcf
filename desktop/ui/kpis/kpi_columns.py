"""The columns of the KPI table."""

from __future__ import annotations

from desktop.core.assessment import Status
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence
from desktop.qtkit.wording import current, say, tr
from desktop.services.kpi_rows import KpiRow
from desktop.ui.kpis.kpi_groups import GroupBy, group_key, group_name, group_order
from desktop.ui.theme import palette
from desktop.ui.widgets import Column


def kpi_columns(by: GroupBy) -> list[Column[KpiRow]]:
    """Name, group, newest value and its period, freshness, trend, owner, kind, goals."""
    by_phase = by is GroupBy.PHASE

    def group(row: KpiRow) -> str:
        return group_name(group_key(row, by), by)

    def order(row: KpiRow) -> int:
        return group_order(row, by)

    return [
        Column(name="name", title=tr("KPI"), text=_name, tooltip=_definition, stretch=True),
        Column(name="definition", title=tr("Definition"), text=_definition, colour=_soft),
        Column(
            name="group",
            title=tr("Phase") if by_phase else tr("Perspective"),
            text=group,
            sort=order,
            width=104 if by_phase else 132,
        ),
        Column(name="latest", title=tr("Latest"), text=_latest, sort=_value, right=True, width=116),
        Column(name="period", title=tr("Period"), text=_period, sort=_start, width=108),
        Column(name="trend", title=tr("Trend"), sparkline=_recent, width=80),
        Column(
            name="fresh",
            title=tr("Freshness"),
            text=_freshness,
            status=_outdated,
            sort=_fresh_order,
            colour=_soft,
            tooltip=_since_when,
            width=112,
        ),
        Column(name="owner", title=tr("Owner"), text=_owner, width=104),
        Column(name="kind", title=tr("Kind"), text=_kind, width=120),
        Column(
            name="goals", title=tr("Goals"), text=_goals, sort=_goal_count, right=True, width=64
        ),
    ]


def _name(row: KpiRow) -> str:
    return row.kpi.name


def _definition(row: KpiRow) -> str:
    return row.kpi.definition


def _newest(row: KpiRow) -> Measurement | None:
    """The newest full period; a KPI that has only just begun shows what it has."""
    return row.latest or row.partial


def _latest(row: KpiRow) -> str:
    newest = _newest(row)
    return "" if newest is None else current().quantity(row.kpi.quantity(newest.value))


def _value(row: KpiRow) -> float | None:
    newest = _newest(row)
    return None if newest is None else newest.value


def _period(row: KpiRow) -> str:
    newest = _newest(row)
    if newest is None:
        return ""
    if row.latest is None:
        return tr("{period}, so far", period=newest.period)
    if newest.period.cadence is Cadence.DAY:
        return current().day_short(newest.period.start)
    return current().period(newest.period)


def _start(row: KpiRow) -> int | None:
    newest = _newest(row)
    return None if newest is None else newest.period.end.toordinal()


def _recent(row: KpiRow) -> tuple[float, ...]:
    return row.recent


def _freshness(row: KpiRow) -> str:
    return tr("No values yet") if _newest(row) is None else tr("Up to date")


def _outdated(row: KpiRow) -> Status | None:
    return None if row.outdated is None else Status.OUTDATED


def _fresh_order(row: KpiRow) -> int:
    return 0 if _newest(row) is None else 1 if row.outdated is not None else 2


def _soft(_: KpiRow) -> str:
    return palette().ink_soft


def _since_when(row: KpiRow) -> str:
    return "" if row.outdated is None else say(row.outdated)


def _owner(row: KpiRow) -> str:
    return row.owner


def _kind(row: KpiRow) -> str:
    return tr("Leading") if row.kpi.leading else tr("Lagging")


def _goals(row: KpiRow) -> str:
    return str(row.goals) if row.goals else ""


def _goal_count(row: KpiRow) -> int:
    return row.goals
