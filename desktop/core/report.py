"""The report of a period as data: its few numbers, what changed for real, what was learned, what is
next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.core.assessment import Status
from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.unit import Quantity, UnitKind


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A number that matters.

    ``value`` is the KPI's own of the period (of its newest whole one where its periods are longer),
    ``sofar`` whether it lacks a part; ``earlier`` the same a year before.  ``actual`` and ``plan``
    are in the terms of the key result (level, running total, value a period).  ``known`` are
    sentences; ``status`` is there where a forecast or pace of now carries one.
    """

    title: str
    kpi: Kpi
    goal: str = ""  # empty for the one metric that matters
    value: Measurement | None = None
    sofar: bool = False
    earlier: Measurement | None = None
    actual: Quantity | None = None
    plan: Quantity | None = None
    status: Status | None = None
    known: tuple[Message, ...] = ()

    @property
    def against_plan(self) -> Quantity | None:
        """How much more or less than planned, with its sign."""
        if self.actual is None or self.plan is None:
            return None
        points = self.kpi.unit.kind is UnitKind.PERCENT
        gap = self.kpi.quantity(self.actual.value - self.plan.value, signed=True)
        return replace(gap, points=points)


@dataclass(frozen=True, slots=True)
class Report:
    """Of one period.  ``changed`` holds signals, explained events and changes of status only;
    ``value`` what marketing's numbers lead to, where the company has drawn the arrow; ``next``
    begins today and ends on ``until``."""

    company: Company
    today: date
    period: Period
    as_of: date | None
    figures: tuple[ReportFigure, ...] = ()
    changed: tuple[Message, ...] = ()
    reached: tuple[Message, ...] = ()
    value: tuple[Message, ...] = ()
    tried: tuple[Message, ...] = ()
    learned: tuple[Message, ...] = ()
    next: tuple[Message, ...] = ()
    until: date | None = None

    @property
    def is_over(self) -> bool:
        return self.period.end < self.today
