"""SMART: what each letter has, and the sentence that is composed of them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.period import Cadence
from desktop.core.sitting import Ask
from desktop.core.smart import (
    Letter,
    SmartParts,
    check_letters,
    letter_name,
    letter_questions,
)
from desktop.core.smart_sentence import smart_sentence, trimmed
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

ORDERS = Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders"), cadence=Cadence.MONTH)
WAIT = Kpi(
    name="Delivery time",
    unit=Unit(UnitKind.OWN, "days"),
    better=Better.LOWER,
    decimals=1,
    add_up=AddUp.MEAN,
)
LEVEL = KeyResult(goal_id=1, baseline=320.0, target=500.0)
WHOLE = SmartParts(
    what="More people buy in the web shop",
    why="the shop is to carry itself",
    kpi=ORDERS,
    key_result=LEVEL,
    start=date(2026, 1, 1),
    deadline=date(2026, 12, 31),
    time_chosen=True,
    answers={
        Ask.WORTH: "Yes",
        Ask.RESOURCES: "Anna has Thursdays",
        Ask.TODAY: "Write the first letter",
    },
)


def sentence(parts: SmartParts) -> str:
    made = smart_sentence(parts)
    return "" if made is None else wording("en").say(made)


def test_the_whole_sentence() -> None:
    assert sentence(WHOLE) == (
        "More people buy in the web shop: Orders from 320 to 500 by 31 December 2026"
        " \u2013 the shop is to carry itself"
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (replace(LEVEL, baseline=None), "Orders at least 500"),
        (replace(LEVEL, baseline=510.0), "Orders at least 500"),
        (replace(LEVEL, comparison=Comparison.TOTAL), "Orders at least 500 in all"),
        (replace(LEVEL, comparison=Comparison.PER_PERIOD), "Orders at least 500 a month"),
        (replace(LEVEL, target=None), ""),
    ],
)
def test_each_way_of_comparing(row: KeyResult, words: str) -> None:
    assert sentence(SmartParts(kpi=ORDERS, key_result=row)) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (KeyResult(goal_id=1, baseline=4.5, target=2.0), "Delivery time from 4.5 to 2.0 days"),
        (KeyResult(goal_id=1, target=2.0), "Delivery time at most 2.0 days"),
        (
            KeyResult(goal_id=1, target=2.0, comparison=Comparison.TOTAL),
            "Delivery time at most 2.0 days in all",
        ),
        (
            KeyResult(goal_id=1, target=2.0, comparison=Comparison.PER_PERIOD),
            "Delivery time at most 2.0 days in every period",
        ),
    ],
)
def test_lower_is_better(row: KeyResult, words: str) -> None:
    spoken = sentence(SmartParts(kpi=WAIT, key_result=row)).replace("\u00a0", " ")
    assert spoken == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2.0, 4.0, "Stock between 2 and 4 weeks"),
        (2.0, None, "Stock at least 2 weeks"),
        (None, 4.0, "Stock at most 4 weeks"),
        (None, None, ""),
    ],
)
def test_a_band(low: float | None, high: float | None, words: str) -> None:
    kpi = Kpi(
        name="Stock",
        unit=Unit(UnitKind.OWN, "weeks"),
        better=Better.BAND,
        band_low=low,
        band_high=high,
    )
    parts = SmartParts(kpi=kpi, key_result=KeyResult(goal_id=1))
    assert sentence(parts).replace("\u00a0", " ") == words


def test_what_holds_in_every_period_lasts_until_a_day() -> None:
    parts = SmartParts(
        kpi=ORDERS,
        key_result=replace(LEVEL, comparison=Comparison.PER_PERIOD),
        deadline=date(2026, 12, 31),
    )
    assert sentence(parts) == "Orders at least 500 a month until 31 December 2026"
    spending = replace(ORDERS, name="Costs", better=Better.LOWER)
    assert sentence(parts._replace(kpi=spending)).startswith("Costs at most 500")
    rating = replace(WAIT, name="Rating", better=Better.HIGHER)
    assert "in every period until" in sentence(parts._replace(kpi=rating))


@pytest.mark.parametrize("language", ["sv", "da", "en"])
@pytest.mark.parametrize(
    "filled", list(itertools.product([True, False], repeat=4)), ids=lambda f: str(f)
)
def test_every_combination_is_one_clean_sentence(language: str, filled: tuple[bool, ...]) -> None:
    what, measure, time, why = filled
    parts = SmartParts(
        what="Fler köper i butiken." if what else "",
        kpi=ORDERS if measure else None,
        key_result=LEVEL if measure else None,
        deadline=date(2026, 12, 31) if time else None,
        why="butiken ska bära sig." if why else "",
    )
    made = smart_sentence(parts)
    assert (made is None) == (not (what or measure))
    if made is None:
        return
    said = wording(language).say(made)
    assert "{" not in said
    assert ".." not in said
    assert "  " not in said
    assert not said.endswith((".", ":", "\u2013", " "))
    assert ("2026" in said) == time
    assert ("500" in said) == measure
    assert ("butiken ska bära sig" in said) == why
    assert said.startswith("Fler köper" if what else "Orders")


@given(st.text())
def test_an_answer_in_a_sentence_is_on_one_line_and_ends_nothing(text: str) -> None:
    short = trimmed(text)
    assert short == short.strip()
    assert "\n" not in short
    assert not short.endswith((".", "!", "?", ":", ";", ","))


def test_a_whole_goal_lacks_nothing() -> None:
    checks = check_letters(WHOLE)
    assert [check.letter for check in checks] == list(Letter)
    assert all(check.filled for check in checks)


def test_an_empty_goal_lacks_everything() -> None:
    checks = check_letters(SmartParts())
    assert not any(check.begun for check in checks)
    assert all(check.missing for check in checks)


def missing(parts: SmartParts, letter: Letter) -> list[str]:
    check = next(each for each in check_letters(parts) if each.letter is letter)
    return [each.text for each in check.missing]


def test_what_is_still_missing_is_said_letter_by_letter() -> None:
    assert missing(WHOLE._replace(what="Revenue"), Letter.SPECIFIC) == [
        "Say a little more: what, for whom or where?"
    ]
    row = KeyResult(goal_id=1)
    assert missing(WHOLE._replace(key_result=row), Letter.MEASURABLE) == [
        "Write the number to reach.",
        "Write where the number stands today.",
    ]
    total = replace(row, comparison=Comparison.TOTAL, target=5.0)
    assert missing(WHOLE._replace(key_result=total), Letter.MEASURABLE) == []
    assert missing(WHOLE._replace(kpi=None), Letter.MEASURABLE) == [
        "Choose the number that shows it."
    ]
    assert missing(WHOLE._replace(why=""), Letter.RELEVANT) == ["Say why it matters."]
    assert missing(WHOLE._replace(answers={}), Letter.TIME_BOUND) == [
        "Say what can be done in three months, in four weeks or today."
    ]


def test_an_open_goal_is_bound_by_being_reached() -> None:
    assert missing(WHOLE._replace(deadline=None), Letter.TIME_BOUND) == []


def test_a_band_needs_limits_and_no_target() -> None:
    kpi = Kpi(name="Stock", better=Better.BAND)
    parts = WHOLE._replace(kpi=kpi, key_result=KeyResult(goal_id=1))
    assert len(missing(parts, Letter.MEASURABLE)) == 1
    bounded = parts._replace(kpi=replace(kpi, band_low=2.0))
    assert missing(bounded, Letter.MEASURABLE) == []


def test_every_letter_has_a_name_and_questions() -> None:
    names = [letter_name(letter).text for letter in Letter]
    assert "".join(name[0] for name in names) == "SMART"
    assert all(
        question.text.endswith("?") for letter in Letter for question in letter_questions(letter)
    )
