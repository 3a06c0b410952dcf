"""Growth loops: kept as rings of steps, and read as what flows through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.faults import NotAllowed
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.loop_examples import ExampleLoop
from desktop.core.loop_flow import FlowStep, LoopFlow, loop_flow
from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.core.sheet_loop import LoopSheet
from desktop.services.company import company
from desktop.services.kpis import kpi
from desktop.services.ready_kpis import save_ready_kpis, taken
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.strategy_tables import LOOP_STEPS, LOOPS
from desktop.store.table import id_of

MOST_STEPS = 9  # more do not fit into a ring that can be read


@dataclass(frozen=True, slots=True)
class LoopView:
    """A loop with what flows through it; ``cadences`` are those that it can be looked at in."""

    loop: GrowthLoop
    flow: LoopFlow
    cadences: tuple[Cadence, ...]


def loops(ws: Workspace) -> list[GrowthLoop]:
    """By name."""
    return LOOPS.all(ws.connection)


def loop(ws: Workspace, loop_id: int) -> GrowthLoop:
    """Raises :class:`NotAllowed` when it is no longer there."""
    found = LOOPS.get(ws.connection, loop_id)
    if found is None:
        raise NotAllowed(msg("This growth loop is no longer there."))
    return found


def loop_steps(ws: Workspace, loop_id: int) -> list[LoopStep]:
    """In the order of the ring."""
    return LOOP_STEPS.all(ws.connection, "loop_id = ?", loop_id)


def read_loop(ws: Workspace, loop_id: int, cadence: Cadence | None = None) -> LoopView:
    """The loop at a cadence that all its KPIs have values for, by default the coarsest of theirs
    but months at least: days and weeks are too restless to divide."""
    found, reader = loop(ws, loop_id), SeriesReader(ws)
    steps = loop_steps(ws, loop_id)
    known = [reader.kpis[step.kpi_id] for step in steps if step.kpi_id is not None]
    coarsest = max((each.cadence.fineness for each in known), default=0)
    offered = tuple(
        each for each in Cadence if each is not Cadence.DAY and each.fineness >= coarsest
    )
    usual = next(each for each in offered if each.fineness >= Cadence.MONTH.fineness)
    chosen = cadence if cadence in offered else usual
    flowing = [_flowing(step, reader, ws, chosen) for step in steps]
    by_key = {each.key: each for each in reader.kpis.values()}
    return LoopView(found, loop_flow(flowing, by_key, chosen), offered)


def loop_sheet(ws: Workspace, loop_id: int, cadence: Cadence | None = None) -> LoopSheet:
    """The loop for paper.  Raises :class:`NotAllowed` when it is no longer there."""
    view = read_loop(ws, loop_id, cadence)
    return LoopSheet(company(ws), ws.today(), view.loop.name, view.flow)


def save_loop(ws: Workspace, loop: GrowthLoop, steps: Sequence[LoopStep]) -> GrowthLoop:
    """The loop with its ring, as one action; steps that are not in ``steps`` are removed, and the
    order is theirs.  Raises :class:`NotAllowed` for a loop or a step without a name."""
    loop = replace(loop, name=" ".join(loop.name.split()))
    if not loop.name:
        raise NotAllowed(msg("A growth loop needs a name."))
    if len(steps) > MOST_STEPS:
        raise NotAllowed(msg("A growth loop has {n} steps at most.", n=MOST_STEPS))
    for step in steps:
        if step.kpi_id is not None:
            kpi(ws, step.kpi_id)
        elif not step.title.strip():
            raise NotAllowed(msg("A step needs a KPI or a title."))
    with ws.action(_label(loop)):
        saved = LOOPS.save(ws.connection, loop)
        loop_id = id_of(saved)
        kept = {step.id for step in steps}
        for old in loop_steps(ws, loop_id):
            if old.id not in kept:
                LOOP_STEPS.delete(ws.connection, id_of(old))
        for place, step in enumerate(steps):
            title = step.title.strip()
            LOOP_STEPS.save(
                ws.connection, replace(step, loop_id=loop_id, title=title, position=place)
            )
    return saved


def delete_loop(ws: Workspace, loop_id: int) -> None:
    """Remove it with its steps; the KPIs stay.  Nothing when it is gone already."""
    found = LOOPS.get(ws.connection, loop_id)
    if found is None:
        return
    with ws.action(msg("Delete the growth loop “{name}”", name=found.name)):
        for step in loop_steps(ws, loop_id):
            LOOP_STEPS.delete(ws.connection, id_of(step))
        LOOPS.delete(ws.connection, loop_id)


def lacking(
    ws: Workspace, example: ExampleLoop, library: Sequence[ReadyKpi]
) -> tuple[ReadyKpi, ...]:
    """The ready KPIs of an example that the company does not have."""
    own, by_id = taken(ws, library), {ready.id: ready for ready in library}
    wanted = dict.fromkeys(step.kpi for step in example.steps if step.kpi)
    return tuple(by_id[each] for each in wanted if each not in own)


def begin_loop(
    ws: Workspace,
    example: ExampleLoop,
    library: Sequence[ReadyKpi],
    *,
    add_kpis: bool,
) -> GrowthLoop:
    """A loop after an example, as one action.  Steps have the company's KPIs where it has them or,
    with ``add_kpis``, takes them from the library, and their titles otherwise."""
    with ws.action(msg("Add the growth loop “{name}”", name=example.name)):
        if add_kpis:
            save_ready_kpis(ws, lacking(ws, example, library), library)
        own = taken(ws, library)
        steps = []
        for step in example.steps:
            found = own.get(step.kpi)
            kpi_id = None if found is None else found.id
            steps.append(LoopStep(loop_id=0, kpi_id=kpi_id, title=step.title))
        return save_loop(ws, GrowthLoop(name=_free_name(ws, example.name)), steps)


def _free_name(ws: Workspace, name: str) -> str:
    """The name, with a number when a loop has it already."""
    used = {each.name.casefold() for each in loops(ws)}
    number, free = 1, name
    while free.casefold() in used:
        number += 1
        free = f"{name} {number}"
    return free


def _label(loop: GrowthLoop) -> Message:
    if loop.id is None:
        return msg("Add the growth loop “{name}”", name=loop.name)
    return msg("Change the growth loop “{name}”", name=loop.name)


def _flowing(step: LoopStep, reader: SeriesReader, ws: Workspace, cadence: Cadence) -> FlowStep:
    found: Kpi | None = None if step.kpi_id is None else reader.kpis[step.kpi_id]
    if found is None:
        return FlowStep(step, None)
    today = ws.today()
    measured = reader.whole(found).at(cadence)
    newest = measured[-1] if measured else None
    return FlowStep(
        step,
        found,
        tuple(each for each in measured if not each.partial(today)),
        newest if newest is not None and newest.partial(today) else None,
    )
