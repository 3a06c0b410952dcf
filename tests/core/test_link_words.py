"""A link in words, as an owner reads it."""

from __future__ import annotations

import pytest

from desktop.core.kpi import Kpi
from desktop.core.lead_lag import LagStrength, LeadLag, Sure
from desktop.core.link_words import (
    arrow_words,
    better_words,
    history_words,
    lag_phrase,
    lag_words,
    strength_words,
)
from desktop.core.period import Cadence
from desktop.qtkit.wording import say

VISITS, ORDERS = Kpi(name="visits"), Kpi(name="orders")
SURE = LeadLag(Sure.HARDLY_CHANCE, 41, 2, (LagStrength(2, 0.62, 0.001),))
PERHAPS = LeadLag(Sure.COULD_BE_CHANCE, 41, 2, (LagStrength(2, -0.42, 0.2),))
NOTHING = LeadLag(Sure.NOTHING, 41, 2, (LagStrength(2, 0.1, 0.9),))
TOO_LITTLE = LeadLag(Sure.TOO_LITTLE, 9, 2)
FLAT = LeadLag(Sure.FLAT, 40, 2)


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (
            SURE,
            "A high value in visits tends to go with a high value in orders, 2 months later. "
            "The link is strong (0.62), and with 41 months of history hardly chance.",
        ),
        (
            PERHAPS,
            "A high value in visits tends to go with a low value in orders, 2 months later. "
            "The link is fair (\u22120.42), but with 41 months of history it could be chance.",
        ),
        (
            NOTHING,
            "Nothing to see at a lag of 2 months: 41 months of history show no trace of visits in "
            "orders.",
        ),
        (TOO_LITTLE, "Too little history: both have values in 9 months, and it takes 26 months."),
        (FLAT, "One of the two hardly varies on its own, so their history cannot tell."),
    ],
)
def test_what_the_history_says(test: LeadLag, said: str) -> None:
    assert say(history_words(VISITS, ORDERS, test, Cadence.MONTH)) == said


@pytest.mark.parametrize(
    ("lag", "test", "said"),
    [
        (2, SURE, "2 months later · strong (0.62), hardly chance"),
        (2, PERHAPS, "2 months later · fair (\u22120.42), could be chance"),
        (2, NOTHING, "2 months later · nothing to see"),
        (2, TOO_LITTLE, "2 months later · too little history"),
        (2, FLAT, "2 months later · too little history"),
        (None, SURE, "No lag given yet"),
    ],
)
def test_beside_an_arrow(lag: int | None, test: LeadLag, said: str) -> None:
    assert say(arrow_words(lag, test, Cadence.MONTH)) == said


def test_lags_of_every_cadence() -> None:
    said = [[say(lag_words(lag, each)) for lag in (0, 1, 3)] for each in Cadence]
    assert said == [
        ["the same day", "1 day later", "3 days later"],
        ["the same week", "1 week later", "3 weeks later"],
        ["the same month", "1 month later", "3 months later"],
        ["the same quarter", "1 quarter later", "3 quarters later"],
        ["the same year", "1 year later", "3 years later"],
    ]
    phrases = [say(lag_phrase(1, each)) for each in Cadence]
    assert phrases[:2] == ["a lag of 1 day", "a lag of 1 week"]
    assert phrases[3:] == ["a lag of 1 quarter", "a lag of 1 year"]


def test_another_lag_and_weak_links() -> None:
    found = LagStrength(0, 0.7, 0.01)
    said = "The history shows the link at no lag: strong (0.70), hardly chance."
    assert say(better_words(found, Cadence.WEEK)) == said
    assert say(strength_words(LagStrength(1, 0.2, 0.01))) == "weak (0.20)"
