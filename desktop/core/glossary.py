"""The company's words: what each means, the same to everyone."""

from __future__ import annotations

from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the company's own that is not a KPI: "customer", "lead", "active"."""

    id: int | None = None
    name: str
    definition: str = ""
