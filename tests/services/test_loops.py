"""Growth loops in the file: begun from an example, edited, read at one cadence, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import AddUp, Kpi
from desktop.core.kpi_library import read_library
from desktop.core.loop_examples import read_loops
from desktop.core.period import Cadence, Period
from desktop.services.kpis import delete_kpi, kpis, save_kpi
from desktop.services.loops import (
    MOST_STEPS,
    begin_loop,
    delete_loop,
    lacking,
    loop_steps,
    loops,
    read_loop,
    save_loop,
)
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LIBRARY = read_library(RESOURCES / "library")
EXAMPLES = {each.key: each for each in read_loops(RESOURCES / "growth_loops" / "loops.toml", "en")}
MAY = Period(Cadence.MONTH, date(2026, 5, 1))  # today is 15 July 2026


def numbers(ws: Workspace, name: str, first: Period, values: list[float], **more: object) -> Kpi:
    kpi = save_kpi(ws, Kpi(name=name, key=name, cadence=first.cadence, **more))  # type: ignore[arg-type]
    save_values(ws, kpi.id or 0, {first.shift(n): each for n, each in enumerate(values)})
    return kpi


def ring(ws: Workspace, *steps: Kpi | str) -> GrowthLoop:
    return save_loop(
        ws,
        GrowthLoop(name="Ours"),
        [
            LoopStep(loop_id=0, title=each)
            if isinstance(each, str)
            else LoopStep(loop_id=0, kpi_id=each.id)
            for each in steps
        ],
    )


def test_days_and_months_are_divided_by_the_month(ws: Workspace) -> None:
    """310 visits in May and 300 in June; July is not over."""
    visits = numbers(ws, "visits", Period(Cadence.DAY, date(2026, 5, 1)), [10.0] * 75)
    orders = numbers(ws, "orders", MAY, [31, 15, 99])
    view = read_loop(ws, ring(ws, visits, orders).id or 0)
    assert view.flow.cadence is Cadence.MONTH
    assert view.cadences == (Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR)
    assert view.flow.links[0].ratios == ((MAY, 0.1), (MAY.shift(1), 0.05))
    assert view.flow.links[1].ratios == ((MAY, pytest.approx(300 / 31)),)
    assert view.flow.gains == ((MAY, pytest.approx(300 / 310)),)
    partial = view.flow.steps[0].partial
    assert partial is not None
    assert partial.period == MAY.shift(2)


def test_a_formula_adds_its_parts_up_first(ws: Workspace) -> None:
    web = numbers(ws, "web", Period(Cadence.DAY, date(2026, 6, 1)), [1.0] * 30)
    shop = numbers(ws, "shop", Period(Cadence.DAY, date(2026, 6, 1)), [2.0] * 30)
    both = save_kpi(ws, Kpi(name="Both", cadence=Cadence.DAY, formula="web + shop"))
    view = read_loop(ws, ring(ws, web, both).id or 0)
    assert view.flow.links[0].ratios == ((MAY.shift(1), 3.0),)
    share = save_kpi(ws, Kpi(name="Share", cadence=Cadence.DAY, formula="web / shop"))
    assert read_loop(ws, ring(ws, web, share, shop).id or 0).flow.links[0].lack is not None


def test_weeks_can_be_asked_for_where_all_have_them(ws: Workspace) -> None:
    monday = Period(Cadence.DAY, date(2026, 6, 1))
    visits, orders = (numbers(ws, name, monday, [10.0] * 28) for name in ("visits", "orders"))
    loop_id = ring(ws, visits, orders).id or 0
    assert read_loop(ws, loop_id).flow.cadence is Cadence.MONTH
    assert len(read_loop(ws, loop_id, Cadence.WEEK).flow.gains) == 3
    assert read_loop(ws, loop_id, Cadence.DAY).flow.cadence is Cadence.MONTH


def test_what_is_counted_at_the_end_of_the_month(ws: Workspace) -> None:
    readers = numbers(ws, "readers", MAY, [100, 120], add_up=AddUp.LAST)
    orders = numbers(ws, "orders", MAY, [5, 6])
    view = read_loop(ws, ring(ws, readers, orders).id or 0, Cadence.QUARTER)
    assert view.flow.links[0].newest is None  # May to June is no full quarter
    view = read_loop(ws, view.loop.id or 0)
    assert [ratio for _, ratio in view.flow.links[0].ratios] == [0.05, 0.05]


def test_an_example_takes_the_companys_own_kpis_and_titles_for_the_rest(ws: Workspace) -> None:
    own = save_kpi(ws, Kpi(name="Visits"))
    example = EXAMPLES["reviews"]
    assert [each.id for each in lacking(ws, example, LIBRARY)] == ["orders", "new_reviews"]
    made = begin_loop(ws, example, LIBRARY, add_kpis=False)
    steps = loop_steps(ws, made.id or 0)
    assert [step.kpi_id for step in steps] == [own.id, None, None]
    assert [step.title for step in steps] == ["Visits", "Orders", "New reviews"]
    assert read_loop(ws, made.id or 0).flow.links[0].lack is not None
    assert begin_loop(ws, example, LIBRARY, add_kpis=False).name == "Reviews 2"


def test_an_example_with_its_kpis_is_one_step_to_undo(ws: Workspace) -> None:
    made = begin_loop(ws, EXAMPLES["selling"], LIBRARY, add_kpis=True)
    assert all(step.kpi_id for step in loop_steps(ws, made.id or 0))
    assert len(kpis(ws)) == 4
    ws.undo()
    assert loops(ws) == []
    assert kpis(ws) == []


def test_steps_are_moved_changed_and_removed_in_one_action(ws: Workspace) -> None:
    made = ring(ws, "One", "Two", "Three")
    one, two, three = loop_steps(ws, made.id or 0)
    fresh = LoopStep(loop_id=made.id or 0, title=" Four ")
    save_loop(ws, GrowthLoop(id=made.id, name="Ours anew"), [three, fresh, one])
    assert [step.title for step in loop_steps(ws, made.id or 0)] == ["Three", "Four", "One"]
    ws.undo()
    assert loop_steps(ws, made.id or 0) == [one, two, three]
    assert loops(ws)[0].name == "Ours"


def test_what_cannot_be_is_refused(ws: Workspace) -> None:
    for name, titles in (("", ["One"]), ("Ours", [" "]), ("Ours", ["One"] * (MOST_STEPS + 1))):
        with pytest.raises(NotAllowed):
            save_loop(
                ws, GrowthLoop(name=name), [LoopStep(loop_id=0, title=each) for each in titles]
            )
    with pytest.raises(NotAllowed):
        read_loop(ws, 7)
    assert loops(ws) == []


def test_a_deleted_kpi_leaves_its_name_behind(ws: Workspace) -> None:
    made = ring(ws, save_kpi(ws, Kpi(name="Visits")), "Two")
    delete_kpi(ws, kpis(ws)[0].id or 0)
    assert [step.title for step in loop_steps(ws, made.id or 0)] == ["Visits", "Two"]


def test_a_deleted_loop_comes_back_with_undo(ws: Workspace) -> None:
    made = ring(ws, "One", "Two")
    delete_loop(ws, made.id or 0)
    delete_loop(ws, made.id or 0)
    assert loops(ws) == []
    ws.undo()
    assert len(loop_steps(ws, made.id or 0)) == 2


def test_an_empty_ring_can_be_read(ws: Workspace) -> None:
    view = read_loop(ws, ring(ws).id or 0)
    assert view.flow.steps == view.flow.links == ()
