"""The sample company's one metric that matters, what mattered before, and its growth loop."""

from __future__ import annotations

from desktop.core.focus import Focus, Stage
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import Kpi
from desktop.core.period import add_months
from desktop.services.demo_words import DemoWords
from desktop.services.focus import save_focus
from desktop.services.loops import save_loop
from desktop.services.workspace import Workspace

# name in :class:`DemoWords`, stage, line in the sand, and since how many months
_FOCUSES = (
    ("returning", Stage.STICKINESS, 0.28, 14),
    ("conversion", Stage.REVENUE, 0.03, 3),
)
_LETTER = ("readers", "visits", "orders")


def add_focus(ws: Workspace, words: DemoWords, kpis: dict[str, Kpi]) -> None:
    """Choose what matters and draw the loop of the newsletter."""
    month = ws.today().replace(day=1)
    for name, stage, line, months in _FOCUSES:
        save_focus(
            ws,
            Focus(
                kpi_id=kpis[name].id or 0,
                stage=stage,
                line=line,
                since=add_months(month, -months),
                why=words(f"focus_{name}"),
            ),
        )
    steps = [LoopStep(loop_id=0, kpi_id=kpis[name].id) for name in _LETTER]
    save_loop(ws, GrowthLoop(name=words("letter_loop")), steps)
