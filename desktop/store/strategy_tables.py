"""The tables of the strategy: cause and effect, the focus, growth loops."""

from __future__ import annotations

from desktop.core.cause import Cause
from desktop.core.focus import Focus, Stage
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.period import Cadence
from desktop.store.table import Table, day, member

CAUSES = Table("cause", Cause, {"lag_cadence": member(Cadence)})

FOCUSES = Table("focus", Focus, {"stage": member(Stage), "since": day}, order="since, id")

LOOPS = Table("growth_loop", GrowthLoop, {}, order="name COLLATE NOCASE, id")

LOOP_STEPS = Table("loop_step", LoopStep, {}, order="loop_id, position, id")
