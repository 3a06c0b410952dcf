"""Measurements: one value a KPI and period."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop.core.period import Period


class Measurement(NamedTuple):
    """The value of a KPI in a period.

    ``through`` is the last day that the value covers when that is before the period's end
    (an export made mid-month); ``None`` when the source covers the whole period.  ``incomplete``
    says that a value added up from shorter periods lacks one of them.
    """

    period: Period
    value: float
    through: date | None = None
    import_id: int | None = None  # None: typed
    cell: str = ""  # where in the import: "Sheet1!C14"
    incomplete: bool = False

    def partial(self, today: date) -> bool:
        """Whether the period is not over, or the value does not cover the whole of it."""
        end = self.period.end
        return self.incomplete or end >= today or (self.through is not None and self.through < end)
