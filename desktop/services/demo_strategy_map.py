"""The sample company's strategy map: what it believes leads to what."""

from __future__ import annotations

from desktop.core.kpi import Kpi, Perspective
from desktop.core.strategy_map import between, goal_key, kpi_key
from desktop.services.causes import save_cause
from desktop.services.demo_numbers import RETURN_WEEKS
from desktop.services.demo_words import DemoWords
from desktop.services.goals import goals
from desktop.services.links import add_link
from desktop.services.perspectives import set_goal_perspective, set_kpi_perspective
from desktop.services.workspace import Workspace

# by their names in :class:`DemoWords`: cause, effect, and why
_GOALS = (
    ("write", "convert", "arrow_write"),
    ("deliver", "return", "arrow_deliver"),
    ("convert", "grow", ""),
    ("return", "grow", "arrow_return"),
)
_KPIS = (
    ("visits", "orders", ""),
    ("conversion", "orders", ""),
    ("orders", "sales", ""),
)


def add_strategy_map(ws: Workspace, words: DemoWords, kpis: dict[str, Kpi]) -> None:
    """Put goals and KPIs under perspectives and draw the arrows; nothing stands under learning
    yet, so that the scorecard has something to say."""
    by_statement = {goal.statement: goal.id or 0 for goal in goals(ws)}
    ids = {name: by_statement[words(name)] for pair in _GOALS for name in pair[:2]}
    set_goal_perspective(ws, ids["write"], Perspective.PROCESS)  # it is work of our own
    set_kpi_perspective(ws, kpis["visits"].id or 0, Perspective.CUSTOMER)
    for cause, effect, why in _GOALS:
        note = words(why) if why else ""
        save_cause(ws, between(goal_key(ids[cause]), goal_key(ids[effect]), note))
    add_link(
        ws,
        kpis["delivery"].id or 0,
        kpis["returning"].id or 0,
        RETURN_WEEKS,
        words("arrow_deliver"),
    )
    for cause, effect, why in _KPIS:
        note = words(why) if why else ""
        save_cause(ws, between(kpi_key(kpis[cause].id), kpi_key(kpis[effect].id), note))
