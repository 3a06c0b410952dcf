"""The layout of the goal map: no overlap, no line through a node, the same every time."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.goal_map import MapNode, NodeKind, levels
from desktop.core.map_layout import Leaf, MapLayout, Spacing, place_map
from desktop.core.map_walk import Way, neighbour, reading_order

SPACING = Spacing(width=100, column_gap=30, row_gap=10, cousins=16, lane=12)


@st.composite
def forests(draw: st.DrawFn) -> list[Leaf]:
    """Nodes of any height; each may hang on several earlier ones in columns before its own."""
    count = draw(st.integers(1, 25))
    column = [draw(st.integers(0, 4)) for _ in range(count)]
    below: list[list[str]] = [[] for _ in range(count)]
    for number in range(count):
        above = [each for each in range(count) if column[each] < column[number]]
        if above:
            for each in draw(st.lists(st.sampled_from(above), max_size=3, unique=True)):
                below[each].append(str(number))
    heights = [draw(st.floats(5, 90)) for _ in range(count)]
    return [
        Leaf(str(number), tuple(below[number]), column[number], heights[number])
        for number in range(count)
    ]


def place(*leaves: Leaf) -> MapLayout:
    return place_map(leaves, SPACING)


@given(forests())
def test_no_two_nodes_overlap_and_all_are_placed_once(leaves: list[Leaf]) -> None:
    layout = place_map(leaves, SPACING)
    assert sorted(node.key for node in layout.nodes) == sorted(leaf.key for leaf in leaves)
    for one, other in combinations(layout.nodes, 2):
        if one.level == other.level:
            apart = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
            assert apart >= SPACING.row_gap - 1e-6
    for node in layout.nodes:
        assert node.y >= -1e-6
        assert node.y + node.height <= layout.height + 1e-6
        assert node.x + node.width <= layout.width + 1e-6


@given(forests())
def test_no_line_crosses_a_node(leaves: list[Leaf]) -> None:
    layout = place_map(leaves, SPACING)
    for link in layout.links:
        for (x1, y1), (x2, y2) in pairwise(link.points):
            for node in layout.nodes:
                beside = x2 <= node.x + 1e-6 or node.x + node.width <= x1 + 1e-6
                top, bottom = sorted((y1, y2))
                apart = bottom < node.y or node.y + node.height < top
                assert beside or apart, (link, node)


@given(forests())
def test_there_is_a_line_for_all_that_hangs_on_something(leaves: list[Leaf]) -> None:
    layout = place_map(leaves, SPACING)
    lines = {(link.upper, link.lower) for link in layout.links}
    assert lines == {(leaf.key, below) for leaf in leaves for below in leaf.below}
    placed = [link.lower for link in layout.links if not link.joined]
    assert len(placed) == len(set(placed)), "each is placed under one"
    assert place_map(leaves, SPACING) == layout


def test_a_parent_stands_at_the_middle_of_what_hangs_on_it() -> None:
    layout = place(Leaf("a", ("b", "c"), 0, 20), Leaf("b", (), 1, 20), Leaf("c", (), 1, 40))
    found = {node.key: (node.x, node.y) for node in layout.nodes}
    # b is 0-20 and c, ten below it, 30-70: middles 10 and 50, so that a is 20-40
    assert found == {"a": (0, 20), "b": (130, 0), "c": (130, 30)}
    assert (layout.width, layout.height) == (230, 70)


def test_what_hangs_on_two_is_placed_once_and_joined() -> None:
    layout = place(Leaf("a", ("k",), 0, 20), Leaf("b", ("k",), 0, 20), Leaf("k", (), 1, 20))
    assert [(link.upper, link.joined) for link in layout.links] == [("a", False), ("b", True)]


def test_steps_between_neighbours() -> None:
    layout = place(
        Leaf("a", ("b", "c"), 0, 20),
        Leaf("b", (), 1, 20),
        Leaf("c", ("d",), 1, 20),
        Leaf("d", (), 2, 20),
    )
    assert neighbour(layout, "c", Way.LEFT) == "a"
    assert neighbour(layout, "c", Way.RIGHT) == "d"
    assert neighbour(layout, "c", Way.UP) == "b"
    assert neighbour(layout, "c", Way.DOWN) is None
    assert neighbour(layout, "a", Way.LEFT) is None
    assert reading_order(layout) == ["a", "b", "c", "d"]


def node(key: str, kind: NodeKind, *below: str) -> MapNode:
    return MapNode(key=key, kind=kind, item_id=1, title=key, below=below)


def test_key_results_stand_in_one_column_and_parts_after_their_whole() -> None:
    found = levels(
        [
            node("whole", NodeKind.GOAL, "sub", "early"),
            node("sub", NodeKind.GOAL, "late"),
            node("early", NodeKind.KEY_RESULT, "orders"),
            node("late", NodeKind.KEY_RESULT, "rate"),
            node("rate", NodeKind.KPI, "orders", "visits"),
            node("orders", NodeKind.KPI),
            node("visits", NodeKind.KPI),
        ]
    )
    assert found == {
        "whole": 0,
        "sub": 1,
        "early": 2,
        "late": 2,
        "rate": 3,
        "orders": 4,
        "visits": 4,
    }


def test_a_circle_ends() -> None:
    found = levels([node("a", NodeKind.KPI, "b"), node("b", NodeKind.KPI, "a")])
    assert found == {"a": 0, "b": 1}
