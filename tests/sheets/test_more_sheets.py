"""Team sheet, KPI card, glossary and sittings: whatever they say, nothing overlaps or is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.company import Paper
from desktop.core.sheet_content import Sheet
from desktop.core.sitting import Sitting, Way
from desktop.core.sitting_questions import Topic, question_words, topics
from desktop.qtkit.wording import wording
from desktop.sheets.lay_out import lay_out
from tests.sheets.more_contents import (
    blank,
    card_sheets,
    glossary_sheets,
    sitting_sheets,
    team_of,
    team_sheets,
    words_of,
)
from tests.sheets.places import check, one_page, said

slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
languages = st.sampled_from(["sv", "da", "en", "xx"])
papers = st.sampled_from(list(Paper))


@slow
@given(team_sheets(), languages, papers)
def test_any_team_sheet_fits(sheet: Sheet, language: str, paper: Paper) -> None:
    check(one_page(sheet, wording(language), paper=paper))


@slow
@given(card_sheets(), languages, papers)
def test_any_card_fits(sheet: Sheet, language: str, paper: Paper) -> None:
    check(one_page(sheet, wording(language), paper=paper))


@slow
@given(sitting_sheets(), languages, papers)
def test_any_sitting_fits(sheet: Sheet, language: str, paper: Paper) -> None:
    check(one_page(sheet, wording(language), paper=paper))


@slow
@given(glossary_sheets(), languages, papers)
def test_any_glossary_fits_its_pages(sheet: Sheet, language: str, paper: Paper) -> None:
    for layout in lay_out(sheet, wording(language), paper=paper):
        check(layout)


def test_a_glossary_runs_on_with_page_numbers() -> None:
    names = [f"Ord {n}" for n in range(1, 61)]
    pages = lay_out(words_of(names, "Vad det betyder hos oss. " * 20), wording("en"))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        check(page)
        assert f"Page {number} of {len(pages)}" in said(page)
    everything = "\n".join(said(page) for page in pages).splitlines()
    shown = [line for line in everything if line in names]
    assert shown == names, "each once, 2 before 10"


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("sv", ["Apa", "Zon", "Åtgärd", "Ärende", "Öppning"]),
        ("da", ["Apa", "Zon", "Æble", "Øl", "Åbning"]),
    ],
)
def test_words_stand_as_the_reader_orders_letters(language: str, order: list[str]) -> None:
    (page,) = lay_out(words_of(order[::-1]), wording(language))
    lines = said(page).splitlines()
    assert [line for line in lines if line in order] == order
    heads = [line for line in lines if len(line) == 1]
    assert heads == [name[0] for name in order]


def test_a_meaning_longer_than_a_column_is_counted() -> None:
    (page,) = lay_out(words_of(["Lead"], "Den som har frågat. " * 400), wording("en"))
    check(page)
    assert "the end of 1 meaning" in said(page)


def test_an_empty_glossary_has_a_page() -> None:
    (page,) = lay_out(words_of([]), wording("en"))
    check(page)
    assert "No words yet" in said(page)


@pytest.mark.parametrize("count", [1, 6, 12])
def test_key_results_of_the_team_are_shown_or_counted(count: int) -> None:
    layout = one_page(team_of(count), wording("en"))
    check(layout)
    text = said(layout)
    shown = text.count("Försäljning på nätet")
    assert shown == count or f"{count - shown} key result" in text
    if count <= 6:
        assert shown == count
        assert text.count("Driven by: Besök 2 503, oktober 2026") == count


@pytest.mark.parametrize("sitting", list(Sitting))
@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_a_blank_form_asks_what_the_guide_asks(sitting: Sitting, language: str) -> None:
    words = wording(language)
    layout = one_page(blank(sitting), words)
    check(layout)
    text = " ".join(said(layout).split())
    for topic in topics(sitting):
        if topic is not Topic.SOURCE:
            assert words.say(question_words(topic, Way.SMART).title) in text
    lines = [block for name, block in layout.blocks if name.startswith("question")]
    assert max(box.bottom for box in lines) > 0.8 * layout.height, "the page is used"


def test_a_form_in_grey_has_no_colour() -> None:
    (layout,) = lay_out(replace(blank(Sitting.GOAL), statement=""), wording("sv"), colour=False)
    for element in layout.elements:
        for colour in (getattr(element, name, "") for name in ("colour", "fill", "outline")):
            assert not colour or len({colour[1:3], colour[3:5], colour[5:7]}) == 1, element
