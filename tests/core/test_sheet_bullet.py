"""Bullet graphs: their scale, and bands that agree with the status."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.assessment import Assessment, Status
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message
from desktop.core.sheet_bullet import bullet
from desktop.core.sheet_content import BulletContent
from desktop.core.status_rule import dated_status
from tests.core.fixtures import assess, goal_of_2026, monthly, open_goal, result

JULY = date(2026, 7, 10)
OF_SHADE = {0: Status.OFF_TRACK, 1: Status.AT_RISK, 2: Status.ON_TRACK}


def shade_at(content: BulletContent, value: float) -> int:
    return next(band.shade for band in content.bands if value <= band.limit)


def assessment(**more) -> Assessment:
    return Assessment(Status.ON_TRACK, Message("So."), **more)


@given(
    baseline=st.floats(-1e4, 1e4),
    way=st.floats(-1e4, 1e4).filter(lambda way: abs(way) > 1),
    expected=st.floats(0.05, 0.95),
    done=st.floats(0.05, 0.95),
)
def test_the_shade_under_the_value_is_its_status(
    baseline: float, way: float, expected: float, done: float
) -> None:
    """Compared away from the thresholds, where rounding decides."""
    statuses = {
        dated_status(progress=done + nudge, expected=expected, elapsed=0.5)
        for nudge in (-1e-3, 0.0, 1e-3)
    }
    value, target = baseline + done * way, baseline + way
    key_result = result(baseline=baseline, target=target)
    found = assessment(
        current=value,
        expected=baseline + expected * way,
        progress=done,
        expected_progress=expected,
    )
    better = Better.HIGHER if way > 0 else Better.LOWER
    content = bullet(key_result, Kpi(name="K", better=better), found)
    assert content is not None
    if len(statuses) == 1:
        assert {OF_SHADE[shade_at(content, value)]} == statuses


@given(
    value=st.floats(-1e6, 1e6),
    target=st.floats(-1e6, 1e6),
    plan=st.none() | st.floats(-1e6, 1e6),
)
def test_the_scale_holds_zero_and_all_that_is_shown(
    value: float, target: float, plan: float | None
) -> None:
    key_result = result(target=target, comparison=Comparison.PER_PERIOD)
    found = assessment(current=value, expected=plan, progress=0.5, expected_progress=1.0)
    content = bullet(key_result, Kpi(name="K"), found)
    assert content is not None
    shown = [0.0, value, target, *([] if plan is None else [plan])]
    assert content.low <= min(shown)
    assert content.high >= max(shown)
    limits = [band.limit for band in content.bands]
    assert 1 <= len(limits) <= 3
    assert limits == sorted(limits)
    assert limits[-1] == content.high


def test_a_way_to_a_deadline_has_three_bands() -> None:
    series = monthly([100.0] * 6)
    found = assess(series, today=JULY, target=1200.0, comparison=Comparison.TOTAL)
    content = bullet(result(target=1200.0, comparison=Comparison.TOTAL), series.kpi, found)
    assert content is not None
    assert [band.shade for band in content.bands] == [0, 1, 2]
    assert content.bands[1].limit < 600  # half the year's plan is on track, and a little less
    assert (content.value, content.target) == (600.0, 1200.0)


def test_where_lower_is_better_the_good_band_is_at_the_left() -> None:
    kpi = Kpi(id=1, name="Returns", better=Better.LOWER)
    series = monthly([20, 18, 16, 15, 14, 13], kpi=kpi)
    found = assess(series, today=JULY, baseline=20.0, target=5.0)
    content = bullet(result(baseline=20.0, target=5.0), kpi, found)
    assert content is not None
    assert [band.shade for band in content.bands] == [2, 1, 0]
    assert content.high > 20  # the baseline is on the scale


def test_what_is_held_has_two_sides() -> None:
    series = monthly([55, 52, 58])
    key_result = result(target=53.0, comparison=Comparison.PER_PERIOD)
    found = assess(series, today=date(2026, 4, 9), target=53.0, comparison=Comparison.PER_PERIOD)
    content = bullet(key_result, series.kpi, found)
    assert content is not None
    below, beyond = content.bands
    assert (below.limit, below.shade, beyond.shade) == (53.0, 0, 2)


def test_an_open_goal_has_the_target_as_its_line() -> None:
    series = monthly([100, 110, 120])
    found = assess(series, today=date(2026, 4, 9), goal=open_goal(), baseline=90.0, target=200.0)
    content = bullet(result(baseline=90.0, target=200.0), series.kpi, found)
    assert content is not None
    assert content.plan is None
    assert content.bands[0].limit == 200.0


@pytest.mark.parametrize(
    ("low", "high", "shades"),
    [(40.0, 60.0, [0, 2, 0]), (None, 60.0, [2, 0]), (40.0, None, [0, 2])],
)
def test_a_band_is_light_inside(low: float | None, high: float | None, shades: list[int]) -> None:
    kpi = Kpi(name="Stock", better=Better.BAND, band_low=low, band_high=high)
    content = bullet(KeyResult(goal_id=1, kpi_id=1), kpi, assessment(current=70.0, progress=1.0))
    assert content is not None
    assert [band.shade for band in content.bands] == shades
    assert content.target is None


def test_no_value_or_no_target_is_no_graph() -> None:
    kpi = Kpi(name="K")
    assert bullet(result(target=5.0), kpi, assessment()) is None
    assert bullet(result(), kpi, assessment(current=3.0)) is None


def test_a_baseline_that_was_not_typed_follows_from_the_progress() -> None:
    series = monthly([100, 100, 110, 120, 130], month=1)
    goal = goal_of_2026(start=date(2026, 3, 1))  # the baseline is February's 100
    found = assess(series, today=date(2026, 6, 9), goal=goal, target=200.0)
    typed = assess(series, today=date(2026, 6, 9), goal=goal, baseline=100.0, target=200.0)
    content = bullet(result(target=200.0), series.kpi, found)
    same = bullet(result(baseline=100.0, target=200.0), series.kpi, typed)
    assert content is not None
    assert same is not None
    assert [b.limit for b in content.bands] == pytest.approx([b.limit for b in same.bands])
