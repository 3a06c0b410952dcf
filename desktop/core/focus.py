"""Lean Analytics: the one metric that matters now (Croll and Yoskovitz, 2013)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.record import record


class Stage(StrEnum):
    """The stages of a business, in order; each has its own question to answer."""

    EMPATHY = "empathy"
    STICKINESS = "stickiness"
    VIRALITY = "virality"
    REVENUE = "revenue"
    SCALE = "scale"


@record(frozen=True, slots=True, kw_only=True)
class Focus:
    """The KPI that matters most from ``since`` on, until a later focus replaces it; ``line`` is
    the line in the sand: the value at which the company goes on to the next stage."""

    id: int | None = None
    kpi_id: int
    stage: Stage
    line: float | None = None
    since: date
    why: str = ""
