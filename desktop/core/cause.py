"""Cause and effect: what the company believes moves what."""

from __future__ import annotations

from desktop.core.period import Cadence
from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class Cause:
    """An arrow of the strategy map, from a goal or a KPI to a goal or a KPI: of each pair one id
    is set.  With a ``lag`` (periods of ``lag_cadence``) between two KPIs it can be tested against
    their history; the leading one warns that much ahead."""

    id: int | None = None
    cause_goal_id: int | None = None
    cause_kpi_id: int | None = None
    effect_goal_id: int | None = None
    effect_kpi_id: int | None = None
    lag: int | None = None
    lag_cadence: Cadence | None = None
    note: str = ""  # why we believe it
