"""Whatever is done, in whatever order, undo and redo restore every data table exactly."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, settings

from tests.services.undo_goals import GoalRules
from tests.services.undo_habit import HabitRules
from tests.services.undo_kpis import KpiRules
from tests.services.undo_strategy import StrategyRules


class UndoMachine(KpiRules, GoalRules, StrategyRules, HabitRules):
    """All that the product can do to a company file."""


TestUndo: Callable[..., None] = UndoMachine.TestCase
TestUndo.settings = settings(  # type: ignore[attr-defined]
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
