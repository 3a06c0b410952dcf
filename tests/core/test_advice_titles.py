"""Titles that are long or in jargon, and those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.advice_titles import title_notes
from desktop.core.advice_words import AdviceWords, is_flattering, jargon_in, read_words
from desktop.core.goal import GoalState
from tests.core.advice_fixtures import WORDS, goal, plain, said

WORDS_FILE = Path(__file__).resolve().parents[2] / "resources" / "advice" / "words.toml"


def titled(statement: str, **more):
    return {"goals": (goal(statement=statement, **more),)}


def test_seventy_characters_are_short_and_seventy_one_are_long() -> None:
    assert said(AdviceKind.LONG_TITLE, **titled("å" * 70)) == []
    (advice,) = said(AdviceKind.LONG_TITLE, **titled("More orders " * 5 + "in the shop"))
    assert plain(advice) == (
        "“More orders More orders More orders More orders …” is 71 characters long."
    )
    assert advice.place == Place("goals", 1, Part.STATEMENT)


def test_drafts_are_read_too_and_goals_that_are_over_are_left_alone() -> None:
    assert len(said(AdviceKind.LONG_TITLE, **titled("å" * 71, state=GoalState.DRAFT))) == 1
    assert said(AdviceKind.LONG_TITLE, **titled("å" * 71, state=GoalState.REACHED)) == []


def test_the_whole_sentence_of_the_guide_is_as_long_as_was_asked_for() -> None:
    assert said(AdviceKind.LONG_TITLE, **titled("å" * 71), sentences=frozenset({1})) == []
    assert said(AdviceKind.JARGON, **titled("Optimise it"), sentences=frozenset({1})) != []


def test_beside_the_field_a_short_and_plain_title_says_nothing() -> None:
    assert title_notes("", WORDS) == ()
    assert title_notes("å" * 70, WORDS) == ()


def test_beside_the_field_both_are_told() -> None:
    long, jargon = title_notes("Optimise " + "å" * 62, WORDS)
    assert long.values["n"] == 71
    assert long.values["most"] == 70
    assert jargon.values == {"word": "Optimise", "plain": "improve"}


def test_another_title_are_other_facts() -> None:
    (one,) = said(AdviceKind.LONG_TITLE, **titled("å" * 71))
    (other,) = said(AdviceKind.LONG_TITLE, **titled("å" * 72))
    assert one.facts != other.facts


def test_jargon_is_told_with_plain_words() -> None:
    (advice,) = said(AdviceKind.JARGON, **titled("We optimise the shop for SQL"))
    assert plain(advice) == "“optimise” in “We optimise the shop for SQL” is jargon."
    assert advice.why.values == {"plain": "improve"}
    (again,) = said(AdviceKind.JARGON, **titled("Optimise all of the shop"))
    assert again.facts == advice.facts


@pytest.mark.parametrize(
    "statement",
    [
        "Customers come back",
        "An optimist in the shop",  # not the word, if near it
        "The reoptimised shop",  # in the midst of a word
        "Learn sql",  # an abbreviation only in capitals
    ],
)
def test_plain_words_are_left_alone(statement: str) -> None:
    words = AdviceWords((("optimise*", "improve"), ("SQL", "buyers")))
    assert jargon_in(statement, words) is None


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    found = jargon_in(text, WORDS)
    assert found is None or found[0] in text
    assert is_flattering(text, WORDS) in (True, False)


@pytest.mark.parametrize(
    ("language", "statement", "word"),
    [
        ("sv", "Vi ska optimera webbutiken", "optimera"),
        ("sv", "Proaktiva säljare", "Proaktiva"),
        ("da", "Vi skal facilitere salget", "facilitere"),
        ("da", "Skalerbare synergier", "Skalerbare"),
        ("en", "Leveraging synergies", "Leveraging"),
    ],
)
def test_the_words_of_each_language(language: str, statement: str, word: str) -> None:
    found = jargon_in(statement, read_words(WORDS_FILE, language))
    assert found is not None
    assert found[0] == word
    assert found[1] not in ("", word)


@pytest.mark.parametrize("language", ["sv", "da", "en"])
@pytest.mark.parametrize(
    "statement",
    [
        "Paketet kommer medan fötterna fortfarande är kalla",
        "Fler beställningar i webbutiken",
        "500 leads från landningssidan",
        "Flere kunder handler igen",
        "Flere besøg på bloggen",
        "More visitors sign up for the newsletter",
        "Smart clothes for cold feet",
        "Optimists buy our utility lamps",
    ],
)
def test_what_people_say_is_no_jargon_in_any_language(language: str, statement: str) -> None:
    assert jargon_in(statement, read_words(WORDS_FILE, language)) is None


def test_an_unknown_language_has_no_jargon() -> None:
    words = read_words(WORDS_FILE, "fi")
    assert words.jargon == ()
    assert is_flattering("Followers on Instagram", words)


@pytest.mark.parametrize("name", ["Följare på Instagram", "Sidevisninger", "Page views"])
def test_flattering_names(name: str) -> None:
    assert is_flattering(name, read_words(WORDS_FILE, "sv"))


@pytest.mark.parametrize("name", ["Visningar av bostäder", "Besök", "Orders", "Leads"])
def test_names_that_do_not_flatter(name: str) -> None:
    assert not is_flattering(name, read_words(WORDS_FILE, "sv"))
