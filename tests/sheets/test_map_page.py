"""The goal map and the board's page: one page each, nothing on top of anything else."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.core.assessment import Status
from desktop.core.company import Company, Paper
from desktop.core.goal_map import GoalMap, MapNode, NodeKind
from desktop.core.message import Message
from desktop.core.sheet_content import BoardSheet
from desktop.qtkit.wording import wording
from desktop.sheets.pdf import write_pdf
from tests.sheets.contents import TODAY, shop_summary
from tests.sheets.places import check, one_page, said

EN = wording("en")
slow = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
words = st.sampled_from(
    ["ö", "Order", "Vi ska bli kända i hela Norden för de varmaste sockorna " * 4, "W" * 120]
)


@st.composite
def maps(draw: st.DrawFn) -> GoalMap:
    goals, results, kpis = draw(st.tuples(*[st.integers(1, 14)] * 3))
    keys = {
        NodeKind.GOAL: [f"g{number}" for number in range(goals)],
        NodeKind.KEY_RESULT: [f"r{number}" for number in range(results)],
        NodeKind.KPI: [f"k{number}" for number in range(kpis)],
    }
    below: dict[str, list[str]] = {}
    for kind, above in (
        (NodeKind.KEY_RESULT, keys[NodeKind.GOAL]),
        (NodeKind.KPI, keys[NodeKind.KEY_RESULT]),
        (NodeKind.KPI, keys[NodeKind.KPI][:1]),
    ):
        for key in keys[kind]:
            parent = draw(st.sampled_from(above))
            if parent != key:
                below.setdefault(parent, []).append(key)
    nodes = [
        MapNode(
            key=key,
            kind=kind,
            item_id=1,
            title=draw(words),
            owner=draw(st.sampled_from(["", "Marknad"])),
            status=draw(st.none() | st.sampled_from(list(Status))),
            detail=draw(st.none() | words.map(Message)),
            below=tuple(below.get(key, ())),
        )
        for kind, of_kind in keys.items()
        for key in of_kind
    ]
    return GoalMap(company=Company(name="Bageriet"), today=TODAY, nodes=tuple(nodes), unused=3)


def chain(goals: int) -> GoalMap:
    """Goals with a key result and its KPI each."""
    nodes = []
    for number in range(1, goals + 1):
        goal, result, kpi = f"g{number}", f"r{number}", f"k{number}"
        goal_words, kpi_words = f"Objective {number}", f"Number {number}"
        nodes += [
            MapNode(key=goal, kind=NodeKind.GOAL, item_id=1, title=goal_words, below=(result,)),
            MapNode(key=result, kind=NodeKind.KEY_RESULT, item_id=1, title=kpi_words, below=(kpi,)),
            MapNode(key=kpi, kind=NodeKind.KPI, item_id=1, title=kpi_words),
        ]
    return GoalMap(company=Company(name="Bageriet"), today=TODAY, nodes=tuple(nodes))


@slow
@given(maps(), st.sampled_from(["sv", "da", "en", "xx"]), st.sampled_from(list(Paper)))
def test_any_map_fits_without_overlap(content: GoalMap, language: str, paper: Paper) -> None:
    check(one_page(content, wording(language), paper=paper))


def test_a_small_map_shows_everything() -> None:
    text = said(one_page(chain(6), wording("en")))
    assert all(f"Objective {number}" in text for number in range(1, 7))
    assert text.count("Number 6") == 2
    assert "Not shown" not in text


def test_goals_without_room_are_counted() -> None:
    text = said(one_page(chain(60), wording("en")))
    shown = sum(f"Objective {number}\n" in text for number in range(1, 61))
    assert 10 < shown < 60
    assert f"Not shown here, but in the app: {60 - shown} goals, 60 key results, 60 KPIs" in text


def test_forty_goals_in_three_levels_are_all_on_the_page() -> None:
    below = {number: range(3 * number + 1, min(3 * number + 4, 40)) for number in range(40)}
    nodes = [
        MapNode(
            key=f"g{number}",
            kind=NodeKind.GOAL,
            item_id=number,
            title=f"Objective {number}: people all over the North find us and come to stay",
            owner="Marketing",
            status=Status.OFF_TRACK,
            detail=Message("until 30 June 2027"),
            below=tuple(f"g{each}" for each in below[number]),
        )
        for number in range(40)
    ]
    layout = one_page(GoalMap(company=Company(name="B"), today=TODAY, nodes=tuple(nodes)), EN)
    check(layout)
    text = said(layout)
    assert all(f"Objective {number}: people" in text for number in range(40))
    assert text.count("Off track") == 40  # each with its shape and its whole word
    assert "Not shown" not in text


def test_a_company_without_goals_has_a_page() -> None:
    check(one_page(replace(chain(1), nodes=()), wording("sv")))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_map_is_one_page_whose_text_copies(tmp_path: Path, paper: Paper) -> None:
    path = tmp_path / "map.pdf"
    write_pdf(path, [one_page(chain(8), wording("en"), paper=paper)], paper)
    assert len(PdfReader(path).pages) == 1
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    for number in range(1, 9):
        assert f"Objective {number}" in text
        assert f"Number {number}" in text


@pytest.mark.parametrize("count", [0, 1, 5, 30])
def test_the_board_s_page(count: int) -> None:
    summary = shop_summary(count)
    rows = tuple(replace(row, results=()) for row in summary.rows)
    sheet = BoardSheet(summary.company, summary.message, summary.as_of, TODAY, rows)
    layout = one_page(sheet, wording("sv"))
    check(layout)
    text = said(layout)
    shown = text.count("Vi säljer kaffe för tolv miljoner kronor år 2026")
    assert shown == count or (count == 30 and f"{30 - shown} mål" in text)
    assert "0,8" in text or not count
