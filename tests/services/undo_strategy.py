"""What is done to the strategy map, the one metric that matters and growth loops."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from desktop.core.focus import Focus, Stage
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import Perspective
from desktop.core.strategy_map import between, goal_key, kpi_key
from desktop.services import (
    causes,
    focus,
    links,
    loops,
    perspectives,
)
from tests.services.undo_model import START, UndoModel, maybe, names, pick, places


class StrategyRules(UndoModel):
    """Arrows, perspectives, the focus and growth loops."""

    def key(self, place: int) -> str | None:
        """A goal or a KPI, as the strategy map calls them."""
        goal, kpi = self.goal(place), self.kpi(place)
        if goal is not None and (place % 2 or kpi is None):
            return goal_key(goal.id)
        return None if kpi is None else kpi_key(kpi.id)

    @rule(cause=places, effect=places, note=names)
    def draw_arrow(self, cause: int, effect: int, note: str) -> None:
        start, end = self.key(cause), self.key(effect)
        if start is not None and end is not None:
            with self.edit():
                causes.save_cause(self.ws, between(start, end, note))

    @rule(leading=places, lagging=places, lag=st.integers(0, 12), note=names)
    def link_kpis(self, leading: int, lagging: int, lag: int, note: str) -> None:
        one, other = self.kpi(leading), self.kpi(lagging)
        if one is not None and other is not None:
            with self.edit():
                links.add_link(self.ws, one.id or 0, other.id or 0, lag, note)

    @rule(place=places, which=places, lag=st.integers(0, 12))
    def change_lag(self, place: int, which: int, lag: int) -> None:
        kpi = self.kpi(place)
        found = None if kpi is None else links.links_of(self.ws, kpi.id or 0)
        link = None if found is None else pick((*found.led_by, *found.leads), which)
        if link is not None:
            with self.edit():
                links.set_lag(self.ws, link, lag)

    @rule(place=places, note=names, delete=st.booleans())
    def change_arrow(self, place: int, note: str, delete: bool) -> None:
        arrow = pick(causes.causes(self.ws), place)
        if arrow is not None:
            with self.edit():
                if delete:
                    causes.delete_cause(self.ws, arrow.id or 0)
                else:
                    causes.save_cause(self.ws, replace(arrow, note=note))

    @rule(place=places, perspective=st.none() | st.sampled_from(Perspective))
    def put_under(self, place: int, perspective: Perspective | None) -> None:
        goal, kpi = self.goal(place), self.kpi(place)
        if goal is not None and place % 2:
            with self.edit():
                perspectives.set_goal_perspective(self.ws, goal.id or 0, perspective)
        elif kpi is not None:
            with self.edit():
                perspectives.set_kpi_perspective(self.ws, kpi.id or 0, perspective)

    @rule(place=places, stage=st.sampled_from(Stage), line=maybe, new=st.booleans(), why=names)
    def choose_focus(
        self, place: int, stage: Stage, line: float | None, new: bool, why: str
    ) -> None:
        kpi, found = self.kpi(place), focus.current_focus(self.ws)
        if kpi is not None:
            chosen = Focus(
                id=None if new or found is None else found.id,
                kpi_id=kpi.id or 0,
                stage=stage,
                line=line,
                since=START,
                why=why,
            )
            with self.edit():
                focus.save_focus(self.ws, chosen)

    @rule(name=names)
    def begin_goal_on_focus(self, name: str) -> None:
        found = focus.current_focus(self.ws)
        if found is not None:
            with self.edit():
                focus.begin_goal(self.ws, focus.read_focus(self.ws, found), name)

    @rule(delete=st.booleans())
    def delete_focus(self, delete: bool) -> None:
        found = focus.current_focus(self.ws)
        with self.edit():
            focus.delete_focus(self.ws, found.id or 0 if found and delete else 0)

    @rule(place=places, name=names, titles=st.lists(names, max_size=3), turn=st.booleans())
    def draw_loop(self, place: int, name: str, titles: list[str], turn: bool) -> None:
        """A new loop, or one there is with more steps or in another order."""
        found, kpi = pick(loops.loops(self.ws), place), self.kpi(place)
        steps = [] if found is None else loops.loop_steps(self.ws, found.id or 0)[:4]
        fresh = [LoopStep(loop_id=0, title=title) for title in titles]
        fresh += [] if kpi is None else [LoopStep(loop_id=0, kpi_id=kpi.id)]
        drawn = GrowthLoop(id=None if found is None else found.id, name=name)
        with self.edit():
            loops.save_loop(self.ws, drawn, [*fresh, *(steps[::-1] if turn else steps)])

    @rule(place=places)
    def delete_loop(self, place: int) -> None:
        found = pick(loops.loops(self.ws), place)
        with self.edit():
            loops.delete_loop(self.ws, 0 if found is None else found.id or 0)
