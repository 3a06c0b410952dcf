"""Whatever a sheet says, it fits on one page: no overlap, nothing outside the margins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.company import Paper
from desktop.core.message import Message
from desktop.core.sheet_content import ActivityContent, MilestoneContent, Sheet
from desktop.qtkit.wording import wording
from tests.sheets.contents import (
    TODAY,
    full_goal,
    goal_sheets,
    shop_goal,
    shop_summary,
    summary_sheets,
)
from tests.sheets.places import check, one_page, said

languages = st.sampled_from(["sv", "da", "en", "xx"])
slow = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
LONG = "Ett mycket långt mål som säger allt om vad vi vill, och vad vi inte gör, och varför. " * 6


@slow
@given(
    sheet=goal_sheets() | summary_sheets(),
    language=languages,
    paper=st.sampled_from(list(Paper)),
    colour=st.booleans(),
)
def test_everything_fits_on_one_page_without_overlap(
    sheet: Sheet, language: str, paper: Paper, colour: bool
) -> None:
    check(one_page(sheet, wording(language), paper=paper, colour=colour))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_key_results_are_all_shown(count: int, paper: Paper) -> None:
    layout = one_page(shop_goal(count), wording("sv"), paper=paper)
    check(layout)
    assert said(layout).count("Försäljning på nätet") == count
    assert said(layout).count("9 684 000") == count


@pytest.mark.parametrize("paper", list(Paper))
def test_seven_key_results_are_shown_beside_texts_far_too_long(paper: Paper) -> None:
    sheet = shop_goal(7)
    sheet = replace(
        sheet,
        statement=LONG,
        why=LONG,
        not_doing=LONG,
        owner=LONG,
        milestones=tuple(MilestoneContent(LONG, TODAY, None) for _ in range(9)),
        results=tuple(replace(result, title=f"KR {LONG}") for result in sheet.results),
    )
    layout = one_page(sheet, wording("xx"), paper=paper)
    check(layout)
    assert said(layout).count("KR Ett") == 7


def test_key_results_and_milestones_without_room_are_counted() -> None:
    sheet = shop_goal(12)
    past = MilestoneContent("Long ago", TODAY.replace(year=2024), None)
    layout = one_page(replace(sheet, milestones=(*sheet.milestones, past)), wording("en"))
    text = said(layout)
    shown = text.count("Försäljning på nätet")
    assert 7 <= shown < 12
    assert f"{12 - shown} key results" in text
    assert "1 milestone" in text


def test_goals_without_room_are_counted_on_the_summary() -> None:
    layout = one_page(shop_summary(20), wording("en"))
    shown = said(layout).count("Vi säljer kaffe")
    assert 8 <= shown < 20
    assert f"{20 - shown} goals" in said(layout)


def test_nothing_is_counted_when_all_has_room() -> None:
    assert "Not shown" not in said(one_page(shop_goal(2), wording("en")))
    assert "Not shown" not in said(one_page(shop_summary(5), wording("en")))


def test_the_reading_order_is_message_reason_numbers_review() -> None:
    text = said(one_page(shop_goal(), wording("en")))
    order = [
        "Data as of",
        "Vi säljer kaffe",
        "behind plan",
        "Why",
        "Key results",
        "The year",
        "Stop doing",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_the_numbers_have_unit_period_and_verdict() -> None:
    text = said(one_page(shop_goal(1), wording("sv")))
    for part in ("9 684 000", "kr, okt.", "10 000 000", "−316 000", "12 000 000", "3 % "):
        assert part in text


def test_a_message_too_long_for_two_lines_gives_way_to_its_reason() -> None:
    sheet = replace(
        shop_goal(),
        message=Message("Båda nyckelresultaten är i riskzonen. " * 9),
        reason=Message("316 000 kr efter planen."),
    )
    text = said(one_page(sheet, wording("sv")))
    assert "316 000 kr efter planen." in text
    assert "Båda nyckelresultaten" not in text
    short = replace(sheet, message=Message("Båda nyckelresultaten är i riskzonen."))
    assert "Båda nyckelresultaten" in said(one_page(short, wording("sv")))


def test_what_is_not_there_leaves_no_heading() -> None:
    sheet = replace(shop_goal(0), why="", not_doing="", chart=None, score=None, as_of=None)
    layout = one_page(sheet, wording("en"))
    check(layout)
    for heading in ("Why", "What we do not do", "Actual", "Data as of", "of the way"):
        assert heading not in said(layout)


def test_the_grey_sheet_has_no_colour() -> None:
    layout = one_page(shop_goal(), wording("sv"), colour=False)
    for element in layout.elements:
        for colour in (getattr(element, name, "") for name in ("colour", "fill", "outline")):
            assert not colour or len({colour[1:3], colour[3:5], colour[5:7]}) == 1, element


def test_a_sheet_may_be_in_another_language_than_the_window() -> None:
    sheet = shop_goal(1)
    assert "31 oktober 2026" in said(one_page(sheet, wording("sv")))
    assert "31. oktober 2026" in said(one_page(sheet, wording("da")))
    assert "31 October 2026" in said(one_page(sheet, wording("en")))


def test_all_that_a_sheet_can_hold_stands_in_its_order() -> None:
    text = said(one_page(full_goal(1), wording("en")))
    order = [
        "natural limits",
        "Julkalender",
        "Demanding.",
        "Key results",
        "80 % likely",
        "First target",
        "Confidence",
        "6 of 10",
        "What we will try",
        "What we do not do",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "Not shown" not in text


@pytest.mark.parametrize("paper", list(Paper))
def test_the_first_target_is_the_last_to_go(paper: Paper) -> None:
    layout = one_page(full_goal(6), wording("sv"), paper=paper)
    check(layout)
    text = said(layout)
    assert text.count("First target 11") == text.count("9 684 000") >= 5


def test_activities_beyond_five_are_counted() -> None:
    sheet = full_goal(1)
    many = tuple(ActivityContent(f"Try {n}", "", None) for n in range(9))
    text = said(one_page(replace(sheet, activities=many), wording("en")))
    assert [f"Try {n}" in text for n in range(9)] == [True] * 5 + [False] * 4
    assert "4 activities" in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", [1, 4, 6, 9])
def test_the_confidence_is_shown_or_counted(count: int, paper: Paper) -> None:
    layout = one_page(full_goal(count), wording("en"), paper=paper)
    check(layout)
    text = said(layout)
    assert ("6 of 10" in text) is not (": the confidence" in text)
    assert ("Det går trögt" in text) is not ("confidence" in text.split("in the app:")[-1])
