"""A KPI before and since an activity: counts, means, signals, and words without a cause."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.activity import Activity, Verdict
from desktop.core.before_after import BeforeAfter, before_after
from desktop.core.before_after_words import caution, expected_words, seen_words
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

KPI = Kpi(id=1, name="Orders", unit=Unit(UnitKind.OWN, "orders"))
FIRST = Period(Cadence.MONTH, date(2025, 1, 1))
NOISE = (100.0, 104.0, 98.0, 102.0, 96.0, 103.0, 99.0, 101.0, 97.0, 104.0, 100.0, 96.0)


def looked_at(
    values: Sequence[float],
    start: date,
    *,
    changes: Sequence[date] = (),
    decided_on: date | None = None,
) -> BeforeAfter:
    """The values are those of months from January 2025 on; today is the day after the last."""
    series = Series(KPI, [Measurement(FIRST.shift(n), value) for n, value in enumerate(values)])
    verdict = Verdict.OPEN if decided_on is None else Verdict.KILLED
    activity = Activity(
        goal_id=1, kpi_id=1, title="Posters", start=start, verdict=verdict, decided_on=decided_on
    )
    return before_after(activity, series, changes, FIRST.shift(len(values)).start)


def said(seen: BeforeAfter) -> str:
    return wording("en").say(seen_words(seen, KPI)).replace("\u00a0", " ")


def test_the_month_in_which_it_began_is_in_neither() -> None:
    seen = looked_at((*NOISE, 90.0, 101.0, 99.0, 103.0), date(2026, 1, 15))
    assert (seen.before, seen.after) == (12, 3)
    assert seen.mean_before == pytest.approx(100.0)
    assert seen.mean_after == pytest.approx(101.0)
    assert said(seen) == (
        "Since the start Orders has been 101 orders on average (3 months), and 100 orders before "
        "(12 months). That is within what it varies anyway."
    )


def test_on_the_first_of_a_month_that_month_counts() -> None:
    seen = looked_at((*NOISE, 101.0), date(2026, 1, 1))
    assert (seen.before, seen.after) == (12, 1)
    assert seen.too_early
    assert said(seen).endswith("That is too early to tell anything by.")


def test_a_signal_is_told_without_a_cause_and_however_early() -> None:
    seen = looked_at((*NOISE, 150.0), date(2026, 1, 1))
    assert (seen.after, seen.side, seen.too_early) == (1, 1, False)
    words = said(seen)
    assert "It stands out upwards (January 2026), which is more than it usually varies" in words
    assert words.endswith("something changed, whether it was this or something else.")
    down = looked_at((*NOISE, 50.0), date(2026, 1, 1))
    assert down.side == -1
    assert "It stands out downwards" in said(down)


def test_before_any_whole_period_nothing_is_told() -> None:
    seen = looked_at(NOISE, date(2025, 12, 2))
    assert (seen.before, seen.after, seen.change) == (11, 0, None)
    assert said(seen) == "Too early: Orders has no whole month since the start."
    assert caution(seen, 2) is None


def test_a_few_values_tell_nothing_of_noise() -> None:
    seen = looked_at((100.0, 104.0, 98.0, 130.0, 131.0), date(2025, 3, 1))
    assert not seen.known
    assert said(seen).endswith("There are too few values to know what it varies anyway.")
    nothing_before = looked_at((100.0, 104.0, 98.0), date(2025, 1, 1))
    assert nothing_before.mean_before is None
    assert "nothing is known of the time before" in said(nothing_before)


def test_after_the_verdict_nothing_counts() -> None:
    seen = looked_at((*NOISE, 101.0, 99.0, 500.0), date(2026, 1, 1), decided_on=date(2026, 3, 5))
    assert (seen.after, seen.mean_after) == (2, 100.0)


def test_before_begins_at_the_last_explained_change() -> None:
    values = (*(value - 50 for value in NOISE[:6]), *NOISE[6:], 100.0, 100.0, 100.0)
    seen = looked_at(values, date(2026, 1, 1), changes=[date(2025, 7, 1)])
    assert seen.before == 6
    assert seen.mean_before == pytest.approx(math.fsum(NOISE[6:]) / 6)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40), st.integers(0, 45))
def test_no_period_is_counted_twice(values: list[float], months: int) -> None:
    seen = looked_at(values, FIRST.shift(months).start)
    assert seen.after == max(len(values) - months, 0)
    assert seen.before == min(months, len(values), 12)
    assert seen.change is None or math.isfinite(seen.change)


def test_what_is_to_be_known_to_read_it_right() -> None:
    seen = BeforeAfter(12, 3, 100.0, 101.0, known=True, trial=True, moves=True)
    busy, season = caution(seen, 2), caution(seen, 0)
    few = caution(BeforeAfter(6, 3, 1.0, 1.0, known=True, trial=True), 0)
    assert busy is not None
    assert season is not None
    assert few is not None
    assert wording("en").say(busy) == "2 other activities were tried on it at the same time."
    assert season.text.startswith("It has a season")
    assert few.text.endswith("from few values so far.")
    assert caution(BeforeAfter(12, 3, 1.0, 1.0, known=True), 0) is None


def test_a_season_is_noticed() -> None:
    shape = (40, 50, 60, 80, 100, 120, 140, 130, 110, 90, 60, 45)
    values = [float(shape[n % 12] + n % 3) for n in range(36)]
    assert looked_at(values, date(2027, 7, 1)).moves
    assert not looked_at((*NOISE, 100.0), date(2026, 1, 1)).moves


def test_what_was_expected_stands_beside_what_was_seen() -> None:
    activity = Activity(goal_id=1, kpi_id=1, title="Posters", start=date(2026, 1, 1), effect=40.0)
    seen = BeforeAfter(12, 3, 100.0, 88.0)
    words = expected_words(activity, seen, KPI)
    assert words is not None
    assert wording("en").say(words).replace("\u00a0", " ") == (
        "Expected: +40 orders. Seen from before to since: −12 orders."
    )
    assert expected_words(activity, BeforeAfter(12, 0, 100.0, None), KPI) is None
    assert expected_words(replace(activity, effect=None), seen, KPI) is None
