"""Growth loops: steps in a ring, of which each feeds the next and the last the first."""

from __future__ import annotations

from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class GrowthLoop:
    """A loop by its name; its steps are kept beside it."""

    id: int | None = None
    name: str


@record(frozen=True, slots=True, kw_only=True)
class LoopStep:
    """A step of a loop; without a KPI it has a title of its own."""

    id: int | None = None
    loop_id: int
    kpi_id: int | None = None
    title: str = ""
    position: int = 0
