"""The printed card of a KPI, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.chart_series import ChartSeries
from desktop.core.company import Company
from desktop.core.kpi_card import CardSection
from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.unit import Quantity


@dataclass(frozen=True, slots=True)
class CardSheet:
    """One KPI on one page: its newest full value with its period, its chart, what is known of it
    (``sections``), and what it has taught (``conclusions``, each with its label; empty ones are
    lines to write on).  ``outdated`` tells how long it has been silent."""

    company: Company
    today: date
    kpi_id: int
    name: str
    value: Quantity | None
    period: Period | None
    outdated: Message | None
    chart: ChartSeries | None
    sections: tuple[CardSection, ...]
    conclusions: tuple[tuple[Message, str], ...]
    lower_is_better: bool = False

    @property
    def as_of(self) -> date | None:
        """The end of the newest full period."""
        return None if self.period is None else self.period.end
