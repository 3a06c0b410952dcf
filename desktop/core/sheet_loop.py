"""What the sheet of a growth loop says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.loop_flow import LoopFlow


@dataclass(frozen=True, slots=True)
class LoopSheet:
    """A loop by its name, with what flows through it."""

    company: Company
    today: date
    name: str
    flow: LoopFlow

    @property
    def as_of(self) -> date | None:
        """The last day of the newest full period that a step has a value for."""
        days = [step.latest.period.end for step in self.flow.steps if step.latest is not None]
        return max(days, default=None)
