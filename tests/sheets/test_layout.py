"""Whatever a sheet says, it fits on one page without overlap."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.company import Paper
from desktop.core.sheet_content import Sheet
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Area, Box, Dot, Layout, Shape, Side, Stroke, TextLine
from desktop.sheets.lay_out import lay_out
from desktop.sheets.paper import MARGIN
from desktop.sheets.type import line_height, shortened, width, wrapped
from tests.sheets.contents import goal_sheets, shop_goal, summary_sheets

_EDGE = MARGIN - 2.01  # the head and the foot reach two millimetres into the margin
languages = st.sampled_from(["sv", "da", "en"])
slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def extent(line: TextLine) -> Box:
    """What the letters cover: their width, and the height from ascender to descender."""
    wide, height = width(line.text, line.face), line_height(line.face)
    spare = line.box.width - wide
    x = line.box.x + {Side.LEFT: 0.0, Side.RIGHT: spare, Side.CENTRE: spare / 2}[line.side]
    return Box(x, line.box.y + height * 0.16, wide, height * 0.72)


def places(layout: Layout) -> list[tuple[float, float]]:
    """The corners of everything that is drawn."""
    found: list[tuple[float, float]] = []
    for element in layout.elements:
        match element:
            case TextLine():
                box = extent(element)
                found += [(box.x, box.y), (box.right, box.bottom)]
            case Area() | Shape():
                found += [(element.box.x, element.box.y), (element.box.right, element.box.bottom)]
            case Stroke():
                found += element.points
            case Dot():
                found.append((element.x, element.y))
    return found


def check(layout: Layout) -> None:
    for x, y in places(layout):
        assert _EDGE <= x <= layout.width - _EDGE, (x, y)
        assert _EDGE <= y <= layout.height - _EDGE, (x, y)
    for (name, box), (other_name, other) in combinations(layout.blocks, 2):
        assert not box.overlaps(other), (name, other_name)
    for line in layout.texts():
        assert line.face.size >= 7
        assert width(line.text, line.face) <= line.box.width + 0.05, line
    lines = [(line.text, extent(line)) for line in layout.texts()]
    for (text, box), (other_text, other) in combinations(lines, 2):
        assert not box.overlaps(other, 0.05), (text, other_text)


@slow
@given(
    sheet=goal_sheets() | summary_sheets(), language=languages, paper=st.sampled_from(list(Paper))
)
def test_everything_fits_on_one_page_without_overlap(
    sheet: Sheet, language: str, paper: Paper
) -> None:
    check(lay_out(sheet, wording(language), paper=paper))


@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_key_results_are_all_shown(count: int) -> None:
    layout = lay_out(shop_goal(count), wording("sv"))
    check(layout)
    titles = [line for line in layout.texts() if line.text == "Försäljning på nätet"]
    assert len(titles) == count


def test_key_results_that_do_not_fit_are_counted() -> None:
    layout = lay_out(shop_goal(9), wording("en"))
    assert any("2 more key results" in line.text for line in layout.texts())


def test_the_grey_sheet_has_no_colour() -> None:
    layout = lay_out(shop_goal(), wording("sv"), colour=False)
    for element in layout.elements:
        for colour in (getattr(element, name, "") for name in ("colour", "fill", "outline")):
            assert not colour or len({colour[1:3], colour[3:5], colour[5:7]}) == 1, element


@given(text=st.text(max_size=200), room=st.floats(5, 120), most=st.integers(1, 4))
@settings(deadline=None)
def test_wrapped_lines_fit_and_lose_nothing_unsaid(text: str, room: float, most: int) -> None:
    face = lay_out(shop_goal(), wording("en")).texts()[0].face
    lines = wrapped(text, face, room, most)
    assert len(lines) <= most
    assert all(width(line, face) <= room + width("…", face) for line in lines)
    joined = "".join(lines)
    if not joined.endswith("…"):
        assert joined.replace(" ", "") == "".join(text.split())


def test_a_shortened_text_says_so() -> None:
    face = lay_out(shop_goal(), wording("en")).texts()[0].face
    assert shortened("kort", face, 50) == "kort"
    assert shortened("en mycket lång rad som inte får plats", face, 20).endswith("…")
