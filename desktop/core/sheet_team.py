"""The team's sheet, as data: key results by who answers for them, and what drives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.sheet_content import ResultContent


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A key result, the goal that it belongs to, and each of its drivers in a few words."""

    result: ResultContent
    goal: str
    drivers: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class TeamPart:
    """``owner`` is empty for what nobody answers for."""

    owner: str
    rows: tuple[TeamRow, ...]


@dataclass(frozen=True, slots=True)
class TeamSheet:
    """All key results of active goals on one page; ``message`` says what they are, or that there
    are none."""

    company: Company
    message: Message
    as_of: date | None
    today: date
    teams: tuple[TeamPart, ...]


def team_message(*, has_results: bool) -> Message:
    """What stands above the key results."""
    if has_results:
        return msg("Key results by who answers for them, and the KPIs that drive them.")
    return msg("No active goal has a key result yet. Open a goal and add one.")


def driver_words(kpi: Kpi, latest: Measurement | None) -> Message:
    """A driver with its newest value and period."""
    name = msg("{kpi} (leading)", kpi=kpi.name) if kpi.leading else msg("{kpi}", kpi=kpi.name)
    if latest is None:
        return msg("{kpi}: no values yet", kpi=name)
    return msg(
        "{kpi} {value}, {period}",
        kpi=name,
        value=kpi.quantity(latest.value),
        period=latest.period,
    )


def driven_by(drivers: Sequence[str]) -> Message:
    """The drivers, each in words, in one line."""
    return msg("Driven by: {kpis}", kpis=" · ".join(drivers))
