"""The strategy map's layout: bands in order, effects over causes, nothing on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.band_rows import Slot
from desktop.core.map_walk import Way
from desktop.core.row_order import crossings, order_rows
from desktop.core.strategy_layout import (
    StrategyLayout,
    StrategyLeaf,
    StrategySpacing,
    place_strategy,
)
from desktop.core.strategy_walk import reading_order, step

SPACING = StrategySpacing(
    width=100, column_gap=20, row_gap=30, band_gap=10, head=20, lane=12, per_row=4
)
BANDS = [0, 1, 2, 3]


def placed(bands: dict[str, int], *edges: tuple[str, str]) -> StrategyLayout:
    leaves = [StrategyLeaf(key, band, 50.0) for key, band in bands.items()]
    return place_strategy(leaves, edges, BANDS, SPACING)


def at(layout: StrategyLayout, key: str) -> tuple[float, float]:
    (node,) = (node for node in layout.nodes if node.key == key)
    return node.x, node.y


@st.composite
def maps(draw: st.DrawFn) -> StrategyLayout:
    count = draw(st.integers(0, 25))
    leaves = [
        StrategyLeaf(
            f"n{number}", draw(st.sampled_from(BANDS)), draw(st.sampled_from([40.0, 60.0]))
        )
        for number in range(count)
    ]
    keys = [leaf.key for leaf in leaves] or ["none"]
    edges = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=40))
    return place_strategy(leaves, edges, BANDS, SPACING)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_nothing_lies_on_anything_else(layout: StrategyLayout) -> None:
    for one, other in combinations(layout.nodes, 2):
        beside = one.x + one.width <= other.x + 1e-6 or other.x + other.width <= one.x + 1e-6
        above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or above
    for node in layout.nodes:
        assert node.x >= -1e-6
        assert node.x + node.width <= layout.width + 1e-6
        for arrow in layout.arrows:  # straight through a row, and never through a node
            for (x1, y1), (x2, y2) in pairwise(arrow.points):
                through = x1 == x2 and min(y1, y2) < node.middle < max(y1, y2)
                assert not (through and node.x < x1 < node.x + node.width)


@settings(max_examples=40, deadline=None)
@given(maps())
def test_nodes_stand_in_their_band_and_every_node_is_reached(layout: StrategyLayout) -> None:
    assert [band.number for band in layout.bands] == BANDS
    for node in layout.nodes:
        inside = [
            b for b in layout.bands if b.y <= node.y and node.y + node.height <= b.y + b.height
        ]
        assert len(inside) == 1
    order = reading_order(layout)
    seen, waiting = set(), order[:1]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            steps = (step(layout, key, way) for way in Way)
            waiting += [each for each in steps if each is not None]
    assert seen == set(order)


def test_an_effect_stands_over_its_cause_also_within_a_band() -> None:
    layout = placed({"cause": 1, "effect": 1, "money": 0}, ("cause", "effect"), ("effect", "money"))
    assert at(layout, "money")[1] < at(layout, "effect")[1] < at(layout, "cause")[1]


def test_a_circle_in_the_file_is_drawn_all_the_same() -> None:
    layout = placed({"a": 1, "b": 1}, ("a", "b"), ("b", "a"))
    assert len(layout.arrows) == 2
    assert at(layout, "a")[1] != at(layout, "b")[1]


def test_arrows_to_what_is_not_there_are_left_out() -> None:
    assert placed({"a": 1}, ("a", "gone"), ("a", "a")).arrows == ()


def test_a_full_row_is_broken_into_rows_of_about_the_same_length() -> None:
    layout = placed({str(number): 2 for number in range(6)})
    rows = [node.level for node in layout.nodes]
    assert (rows.count(0), rows.count(1)) == (3, 3)


def test_crossings_are_counted_and_undone() -> None:
    a, b, c, d = (Slot(key) for key in "abcd")
    lines = [(c, b), (d, a)]
    assert crossings([[a, b], [c, d]], {a: [d], b: [c]}) == 1
    upper, lower = order_rows([[a, b], [c, d]], lines)
    under = {a: [d], b: [c]}
    assert crossings([upper, lower], under) == 0


def test_up_goes_to_the_effect_first() -> None:
    layout = placed({"x": 0, "y": 0, "effect": 0, "cause": 1}, ("cause", "effect"))
    assert step(layout, "cause", Way.UP) == "effect"
    assert step(layout, "effect", Way.DOWN) == "cause"
    assert step(layout, "cause", Way.DOWN) is None
    assert step(layout, "cause", Way.LEFT) is None
