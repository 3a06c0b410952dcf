"""The strategy map on paper: one page, nothing on top of anything else."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.assessment import Status
from desktop.core.company import Company, Paper
from desktop.core.goal_map import MapNode, NodeKind
from desktop.core.kpi import Perspective
from desktop.core.message import Message
from desktop.core.strategy_map import Arrow, StrategyMap, StrategyNode
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Polygon
from tests.sheets.places import check, one_page, said

TODAY = date(2026, 7, 15)
words = st.sampled_from(["ö", "Order", "Vi ska bli kända för de varmaste sockorna " * 4, "W" * 90])


def node(number: int, band: Perspective | None, title: str = "") -> StrategyNode:
    kind = NodeKind.GOAL if number % 3 == 0 else NodeKind.KPI
    made = MapNode(
        key=f"{kind.value.casefold()} {number}",
        kind=kind,
        item_id=number,
        title=title or f"Number {number}.",
        owner="Marknad",
        status=list(Status)[number % 7],
        detail=Message("Done"),
    )
    return StrategyNode(node=made, perspective=band)


def strategy(nodes: list[StrategyNode], pairs: list[tuple[int, int]]) -> StrategyMap:
    arrows = [
        Arrow(cause_id=number, cause=nodes[a].key, effect=nodes[b].key)
        for number, (a, b) in enumerate(dict.fromkeys(pairs), 1)
        if a != b
    ]
    return StrategyMap(
        company=Company(name="Bageriet"), today=TODAY, nodes=tuple(nodes), arrows=tuple(arrows)
    )


@st.composite
def maps(draw: st.DrawFn) -> StrategyMap:
    bands = st.sampled_from([*Perspective, None])
    count = draw(st.integers(1, 30))
    nodes = [node(number, draw(bands), draw(words)) for number in range(count)]
    ends = st.integers(0, count - 1)
    return strategy(nodes, draw(st.lists(st.tuples(ends, ends), max_size=30)))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps(), st.sampled_from(["sv", "da", "en"]), st.sampled_from(list(Paper)))
def test_any_map_fits_without_overlap(content: StrategyMap, language: str, paper: Paper) -> None:
    check(one_page(content, wording(language), paper=paper))


def test_a_small_map_shows_every_node_and_arrow() -> None:
    nodes = [node(number, list(Perspective)[number % 4]) for number in range(8)]
    layout = one_page(strategy(nodes, [(3, 2), (2, 1), (1, 0), (7, 4)]), wording("en"))
    check(layout)
    text = said(layout)
    assert all(f"Number {number}." in text for number in range(8))
    for band in ("Financial", "Customer", "Internal process", "Learning and"):
        assert band in text
    assert sum(isinstance(element, Polygon) for element in layout.elements) == 4
    assert "Not shown" not in text


def test_what_has_no_room_is_counted_and_arrows_come_first() -> None:
    nodes = [node(number, list(Perspective)[number % 4]) for number in range(200)]
    layout = one_page(strategy(nodes, [(4, 2)]), wording("en"))
    check(layout)
    text = said(layout)
    shown = [number for number in range(200) if f"Number {number}." in text]
    kpis = [number for number in range(200) if number % 3]
    missing = sum(number not in shown for number in kpis)
    assert missing > 0
    assert f"{missing} KPIs" in text


def test_an_empty_map_is_a_page() -> None:
    check(one_page(strategy([], []), wording("sv")))
