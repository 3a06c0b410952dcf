"""Dates as people write them in each language."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.period import Cadence, Period
from desktop.qtkit.wording import wording

DAY = date(2026, 10, 31)


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("sv", "31 oktober 2026", "31 okt."),
        ("da", "31. oktober 2026", "31. okt."),
        ("en", "31 October 2026", "31 Oct"),
    ],
)
def test_a_day_in_words(language: str, long: str, short: str) -> None:
    assert wording(language).day(DAY) == long
    assert wording(language).period_short(Period(Cadence.DAY, DAY)) == short
