"""The library is searched in any language, however the words are spelt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.ready_kpi_search import folded, search

LIBRARY = read_library(Path(__file__).resolve().parents[2] / "resources" / "library")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Försäljning", "sales"),  # Swedish, whatever the window speaks
        ("Omsætning", "sales"),
        ("Revenue", "sales"),
        ("Umsatz", "sales"),
        ("forsaljning", "sales"),  # without the signs
        ("omsaetning", "sales"),
        ("OMSATNING", "sales"),
        ("sygefravaer", "sick_leave"),
        ("aabningsrate", "email_open_rate"),
        ("ctr", "click_rate"),
        ("snittkvitto", "average_receipt"),
        ("conversion rate", "conversion_rate"),  # a whole name before names that begin with it
        ("churn", "churn_rate"),
        ("no-show", "no_shows"),
        ("rate bounce", "bounce_rate"),  # in any order
        ("first fix", "first_time_fix"),
        ("ordrevaerdi gennemsnitlig", "average_order_value"),
        ("soliditet", "equity_ratio"),
    ],
)
def test_the_best_comes_first(text: str, first: str) -> None:
    assert search(LIBRARY, text)[0].id == first


def test_words_within_words_and_in_definitions_come_last() -> None:
    found = [ready.id for ready in search(LIBRARY, "planday")]
    assert {"scheduled_hours", "worked_hours", "sick_hours"} <= set(found)
    ids = [ready.id for ready in search(LIBRARY, "kvitto")]
    assert ids.index("receipts") < ids.index("average_receipt")


def test_every_word_must_be_there() -> None:
    assert search(LIBRARY, "conversion xyzzy") == []
    assert search(LIBRARY, "zzz") == []


def test_without_a_word_all_are_there_in_their_order() -> None:
    assert search(LIBRARY, "") == list(LIBRARY)
    assert search(LIBRARY, "  – ") == list(LIBRARY)


def test_spellings_that_are_alike() -> None:
    assert folded("Försäljning, exkl. moms") == "forsaljning exkl moms"
    assert folded("Åbningsrate") == folded("aabningsrate") == "abningsrate"
    assert folded("Omsætning") == folded("Omsaetning") == "omsatning"
    assert folded("Køb") == folded("koeb") == "kob"


@given(st.sampled_from(LIBRARY), st.data())
def test_a_kpi_is_found_by_any_of_its_names(ready: ReadyKpi, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(ready.all_names()))
    typed = data.draw(st.sampled_from((name, name.upper(), folded(name))))
    assert search(LIBRARY, typed)[0] == ready
