"""Whether one history leads another: on noise made for it, and by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop.core.lead_lag import LagStrength, LeadLag, Sure, lead_lag
from desktop.core.period import Cadence
from desktop.core.prewhitening import innovations
from tests.core.link_fixtures import following

Array = NDArray[np.float64]
Random = np.random.Generator
RUNS = 80


def autoregressive(random: Random, count: int, share: float) -> Array:
    noise = random.standard_normal(count + 50)
    values = np.zeros(count + 50)
    for n in range(1, count + 50):
        values[n] = share * values[n - 1] + noise[n]
    return values[50:]


def season(count: int, length: int) -> Array:
    """A wave, and a peak at the end of the year."""
    place = np.arange(count)
    wave = 0.4 * np.sin(2 * np.pi * place / length)
    return np.asarray(np.exp(wave + 0.5 * (place % length == length - 1)))


def noise(random: Random, count: int, _: int) -> Array:
    return 100 + 10 * random.standard_normal(count)


def trending(random: Random, count: int, _: int) -> Array:
    return 100 + 2 * np.arange(count) + 10 * random.standard_normal(count)


def seasonal(random: Random, count: int, length: int) -> Array:
    return 100 * season(count, length) * np.exp(0.1 * random.standard_normal(count))


def growing_season(random: Random, count: int, length: int) -> Array:
    level = 100 + 2 * np.arange(count)
    return level * season(count, length) * np.exp(0.1 * random.standard_normal(count))


def sluggish(random: Random, count: int, _: int) -> Array:
    return 100 + 5 * autoregressive(random, count, 0.7)


def wandering(random: Random, count: int, _: int) -> Array:
    return 200 + np.cumsum(random.standard_normal(count) * 4)


@pytest.mark.parametrize(
    ("cadence", "length", "count"),
    [(Cadence.MONTH, 12, 36), (Cadence.QUARTER, 4, 20), (Cadence.WEEK, 52, 110)],
)
@pytest.mark.parametrize(
    "make",
    [noise, trending, seasonal, growing_season, sluggish, wandering],
    ids=lambda f: f.__name__,
)
def test_what_is_not_linked_is_seldom_called_so(
    make: Callable[[Random, int, int], Array], cadence: Cadence, length: int, count: int
) -> None:
    """One in twenty is called linked by chance, at any of the lags together; of 80 pairs more
    than 11 would come up in one of a thousand such runs at that rate."""
    random = np.random.default_rng(count)
    found = sum(
        lead_lag(make(random, count, length), make(random, count, length), cadence).sure
        is Sure.HARDLY_CHANCE
        for _ in range(RUNS)
    )
    assert found <= 11


def test_without_prewhitening_they_would_seem_linked() -> None:
    """The trap: two that grow go together almost perfectly."""
    random = np.random.default_rng(5)
    one, other = trending(random, 48, 12), trending(random, 48, 12)
    assert np.corrcoef(one, other)[0, 1] > 0.85
    assert lead_lag(one, other, Cadence.MONTH, expected=0).sure is Sure.NOTHING


@pytest.mark.parametrize("lag", [0, 1, 3, 6])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_true_link_is_found_at_its_lag(lag: int, sign: int) -> None:
    random = np.random.default_rng(lag)
    new = autoregressive(random, 60 + lag, 0.5)
    leading = (100 + 3 * new[lag:]) * season(60, 12)
    follows = 3 * sign * new[:60] + 1.5 * random.standard_normal(60)
    lagging = (200 + 0.5 * np.arange(60) + follows) * season(60, 12)
    result = lead_lag(leading, lagging, Cadence.MONTH, expected=lag)
    assert result.sure is Sure.HARDLY_CHANCE
    assert result.best is not None
    assert result.best.lag == lag
    assert math.copysign(1, result.best.strength) == sign
    assert result.better_lag is None


def test_another_lag_than_the_expected_one_is_pointed_out() -> None:
    random = np.random.default_rng(2)
    new = random.standard_normal(62)
    leading, lagging = 100 + new[2:], 100 + new[:60] + 0.3 * random.standard_normal(60)
    result = lead_lag(leading, lagging, Cadence.MONTH, expected=1)
    assert result.sure is Sure.NOTHING
    assert result.better_lag is not None
    assert (result.better_lag.lag, result.better_lag.sure) == (2, Sure.HARDLY_CHANCE)
    taken = lead_lag(leading, lagging, Cadence.MONTH, expected=2)
    assert taken.told == result.better_lag  # choosing it makes it no surer


def test_strengths_are_correlations_of_what_is_new() -> None:
    random = np.random.default_rng(11)
    leading, lagging = noise(random, 40, 1), noise(random, 40, 1)
    result = lead_lag(leading, lagging, Cadence.YEAR)
    new, then = innovations(leading, Cadence.YEAR), innovations(lagging, Cadence.YEAR)
    assert new is not None
    assert then is not None
    assert [each.lag for each in result.lags] == [0, 1, 2]
    for each in result.lags:
        one, other = new.values[: 40 - each.lag], then.values[each.lag :]
        both = np.isfinite(one) & np.isfinite(other)
        assert each.strength == pytest.approx(np.corrcoef(one[both], other[both])[0, 1])


def test_what_is_new_is_what_a_line_and_the_last_value_leave() -> None:
    """By hand: a line through the values, and a share of the value before."""
    random = np.random.default_rng(8)
    values = 50 + 0.8 * np.arange(80) + autoregressive(random, 80, 0.6)
    found = innovations(-values, Cadence.YEAR)  # below zero, so without logarithms
    assert found is not None
    place = np.arange(79)
    design = np.column_stack([np.ones(79), place, -values[:-1]])
    share, *_ = np.linalg.lstsq(design, -values[1:], rcond=None)
    by_hand = -values[1:] - design @ share
    known = np.isfinite(found.values[1:])
    assert np.corrcoef(found.values[1:][known], by_hand[known])[0, 1] > 0.93
    known = found.values[np.isfinite(found.values)]
    assert abs(np.corrcoef(known[1:], known[:-1])[0, 1]) < 0.2  # white


def test_gaps_are_passed_over() -> None:
    random = np.random.default_rng(4)
    new = random.standard_normal(62)
    leading, lagging = 100 + new[2:], 100 + new[:60] + 0.3 * random.standard_normal(60)
    leading[[7, 20, 21]] = lagging[[3, 30]] = math.nan
    result = lead_lag(leading, lagging, Cadence.MONTH, expected=2)
    assert result.periods == 55
    assert result.sure is Sure.HARDLY_CHANCE


@pytest.mark.parametrize(
    ("cadence", "count", "expected"),
    [
        (Cadence.MONTH, 23, None),
        (Cadence.MONTH, 26, 3),
        (Cadence.WEEK, 15, None),
        (Cadence.QUARTER, 16, 1),
        (Cadence.YEAR, 0, None),
    ],
)
def test_too_little_history_is_said(cadence: Cadence, count: int, expected: int | None) -> None:
    random = np.random.default_rng(1)
    values = random.standard_normal(count)
    result = lead_lag(values, values, cadence, expected=expected)
    assert result == LeadLag(Sure.TOO_LITTLE, count, expected)
    assert (result.best, result.told, result.better_lag) == (None, None, None)


def test_what_never_varies_leads_nothing() -> None:
    random = np.random.default_rng(1)
    moving = random.standard_normal(30)
    for still in (np.full(30, 7.0), -5.0 - 2.0 * np.arange(30)):
        assert lead_lag(still, moving, Cadence.YEAR).sure is Sure.FLAT
        assert lead_lag(moving, still, Cadence.YEAR).sure is Sure.FLAT


def test_the_same_history_always_says_the_same() -> None:
    random = np.random.default_rng(9)
    one, other = noise(random, 40, 1), noise(random, 40, 1)
    assert lead_lag(one, other, Cadence.MONTH) == lead_lag(one, other, Cadence.MONTH)


def test_chance_in_words() -> None:
    said = [LagStrength(1, 0.4, chance).sure for chance in (0.05, 0.06, 0.3, 0.31)]
    assert said == [
        Sure.HARDLY_CHANCE,
        Sure.COULD_BE_CHANCE,
        Sure.COULD_BE_CHANCE,
        Sure.NOTHING,
    ]


def test_histories_of_other_lengths_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="same periods"):
        lead_lag([1.0, 2.0], [1.0], Cadence.MONTH)


maybe = st.just(math.nan) | st.floats(-1e9, 1e9)


@settings(max_examples=40, deadline=None)
@given(
    pairs=st.lists(st.tuples(maybe, maybe), max_size=60),
    cadence=st.sampled_from(Cadence),
    expected=st.none() | st.integers(0, 8),
)
def test_any_values_have_an_answer(
    pairs: list[tuple[float, float]], cadence: Cadence, expected: int | None
) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    result = lead_lag(one, other, cadence, expected=expected)
    both = sum(not math.isnan(a) and not math.isnan(b) for a, b in pairs)
    assert result.periods == both
    for each in result.lags:
        assert -1 - 1e-9 <= each.strength <= 1 + 1e-9
        assert 0 < each.chance <= 1
    if result.told is not None:
        assert result.sure is result.told.sure


@settings(max_examples=15, deadline=None)
@given(factor=st.floats(0.01, 1000), seed=st.integers(0, 50))
def test_the_unit_does_not_matter(factor: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    one, other = noise(random, 30, 1), noise(random, 30, 1)
    plain = lead_lag(one, other, Cadence.MONTH)
    scaled = lead_lag(one * factor, other, Cadence.MONTH)
    for each, same in zip(plain.lags, scaled.lags, strict=True):
        assert each.strength == pytest.approx(same.strength, abs=1e-6)


def test_one_odd_value_does_not_hide_the_link() -> None:
    """The newest value of a leading KPI is odd just when the link is asked for."""
    leading, lagging = following(45, 2)
    leading[-1] = 20.0  # of about a hundred
    assert lead_lag(leading, lagging, Cadence.MONTH, expected=2).sure is Sure.HARDLY_CHANCE
