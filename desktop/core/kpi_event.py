"""What happened to a KPI, as the owner knows it: an explanation that stands on its chart."""

from __future__ import annotations

from datetime import date

from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class KpiEvent:
    """An event on a day.  With ``rebase`` it is an explained lasting change: the natural limits
    are worked out anew from the period of that day on."""

    id: int | None = None
    kpi_id: int
    day: date
    title: str
    rebase: bool = False
