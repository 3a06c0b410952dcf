"""What the fixed choices are called on screen and on paper."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.assessment import Status
from desktop.core.company import Paper
from desktop.core.focus import Stage
from desktop.core.goal import Comparison, GoalState
from desktop.core.kpi import AddUp, Better, Function, Perspective, Phase
from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.core.unit import UnitKind

# By class first: members of two enums with the same text are equal.
_NAMES: dict[type[StrEnum], dict[StrEnum, Message]] = {
    Status: {
        Status.OFF_TRACK: msg("Off track"),
        Status.AT_RISK: msg("At risk"),
        Status.OUTDATED: msg("Outdated"),
        Status.TOO_EARLY: msg("Too early to tell"),
        Status.NOT_STARTED: msg("Not started"),
        Status.ON_TRACK: msg("On track"),
        Status.REACHED: msg("Reached"),
    },
    GoalState: {
        GoalState.DRAFT: msg("Draft"),
        GoalState.ACTIVE: msg("Active"),
        GoalState.REACHED: msg("Reached"),
        GoalState.MISSED: msg("Missed"),
        GoalState.DROPPED: msg("Dropped"),
    },
    Comparison: {
        Comparison.LEVEL: msg("The latest value"),
        Comparison.TOTAL: msg("The total since the start"),
        Comparison.PER_PERIOD: msg("Every period"),
    },
    Better: {
        Better.HIGHER: msg("Higher is better"),
        Better.LOWER: msg("Lower is better"),
        Better.BAND: msg("Inside a band"),
    },
    AddUp: {
        AddUp.SUM: msg("Sum"),
        AddUp.MEAN: msg("Mean"),
        AddUp.LAST: msg("Last value"),
    },
    Cadence: {
        Cadence.DAY: msg("Day"),
        Cadence.WEEK: msg("Week"),
        Cadence.MONTH: msg("Month"),
        Cadence.QUARTER: msg("Quarter"),
        Cadence.YEAR: msg("Year"),
    },
    Phase: {
        Phase.AWARENESS: msg("Awareness"),
        Phase.ENGAGEMENT: msg("Engagement"),
        Phase.CONVERSION: msg("Conversion"),
    },
    Perspective: {
        Perspective.FINANCIAL: msg("Financial"),
        Perspective.CUSTOMER: msg("Customer"),
        Perspective.PROCESS: msg("Internal process"),
        Perspective.LEARNING: msg("Learning and growth"),
    },
    Function: {
        Function.MARKETING: msg("Marketing"),
        Function.SALES: msg("Sales"),
        Function.SUPPORT: msg("Customer service"),
        Function.FINANCE: msg("Finance"),
        Function.OPERATIONS: msg("Operations"),
        Function.PEOPLE: msg("Staff"),
    },
    Stage: {
        Stage.EMPATHY: msg("Empathy"),
        Stage.STICKINESS: msg("Stickiness"),
        Stage.VIRALITY: msg("Virality"),
        Stage.REVENUE: msg("Revenue"),
        Stage.SCALE: msg("Scale"),
    },
    UnitKind: {
        UnitKind.NUMBER: msg("Number"),
        UnitKind.PERCENT: msg("Percent"),
        UnitKind.CURRENCY: msg("Currency"),
        UnitKind.DURATION: msg("Duration"),
        UnitKind.OWN: msg("Own unit"),
    },
    Paper: {
        Paper.A4: msg("A4"),
        Paper.LETTER: msg("Letter"),
    },
}


def name(member: StrEnum) -> Message:
    """The name of a choice, with a capital as on a button or in a list."""
    return _NAMES[type(member)][member]
