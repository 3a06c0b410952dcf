"""Key results read back in words."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.goal import Comparison
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.ui.goals.reading import Aim, reading

ORDERS = Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders"))
COST = Kpi(name="Cost", unit=Unit(UnitKind.CURRENCY, "SEK"), better=Better.LOWER)
RATING = Kpi(name="Rating", unit=Unit(UnitKind.PERCENT), add_up=AddUp.MEAN)
BAND = Kpi(name="Stock", better=Better.BAND, band_low=40.0, band_high=60.0)
NO_BAND = Kpi(name="Stock", better=Better.BAND)
START, END = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (
            Aim(ORDERS, Comparison.TOTAL, None, 4000.0, START, END),
            "In all 4,000 orders from 1 January 2026 to 31 December 2026: 334 a month.",
        ),
        (
            Aim(ORDERS, Comparison.TOTAL, None, 4000.0, START, None),
            "In all 4,000 orders from 1 January 2026.",
        ),
        (
            Aim(COST, Comparison.TOTAL, None, 12000.0, START, END),
            "In all at most 12,000 SEK from 1 January 2026 to 31 December 2026.",
        ),
        (
            Aim(COST, Comparison.TOTAL, None, 12000.0, START, None),
            "In all at most 12,000 SEK from 1 January 2026.",
        ),
        (
            Aim(RATING, Comparison.LEVEL, 0.8, 0.9, START, END),
            "From 80% to 90% by 31 December 2026.",
        ),
        (Aim(RATING, Comparison.LEVEL, 0.8, 0.9, START, None), "From 80% to 90%."),
        (Aim(RATING, Comparison.LEVEL, None, 0.9, START, END), "To 90% by 31 December 2026."),
        (Aim(RATING, Comparison.LEVEL, None, 0.9, START, None), "To 90%."),
        (
            Aim(RATING, Comparison.LEVEL, 0.9, 0.8, START, END),
            "To hold: the baseline of 90% is already at least 80%.",
        ),
        (
            Aim(COST, Comparison.PER_PERIOD, None, 900.0, START, END),
            "Every period: at most 900 SEK.",
        ),
        (Aim(BAND, Comparison.PER_PERIOD, None, None, START, END), "Every period: 40 to 60."),
        (Aim(ORDERS, Comparison.TOTAL, None, None, START, END), ""),
    ],
)
def test_what_it_says(aim, words):
    assert reading(aim).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_band_without_limits_says_where_to_go():
    assert "KPIs page" in reading(Aim(NO_BAND, Comparison.PER_PERIOD, None, None, START, END))
