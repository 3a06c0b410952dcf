"""Forecasts from the outside: what they say, what they refuse, and whether they are right."""

from __future__ import annotations

import json
import math
import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from statistics import mean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.forecast import forecast
from tests.core.published_series import AIRLINE

GAP = math.nan


def noise(count: int, seed: int, size: float = 10.0) -> list[float]:
    chance = random.Random(seed)
    return [chance.gauss(100, size) for _ in range(count)]


def season(count: int, seed: int, length: int = 12) -> list[float]:
    chance = random.Random(seed)
    return [
        100 + 30 * math.sin(2 * math.pi * n / length) + chance.gauss(0, 5) for n in range(count)
    ]


def test_airline_passengers_of_the_last_year():
    """The same month of the year before misses 1960 by 10 % a month."""
    found = forecast(AIRLINE[:-12], season=12, horizon=12)
    actual = np.array(AIRLINE[-12:])
    assert np.mean(np.abs(found.mean / actual - 1)) < 0.045
    lower, upper = found.interval(0.95)
    assert np.mean((lower <= actual) & (actual <= upper)) >= 11 / 12
    low, high = found.total_interval(0.95)
    assert low < actual.sum() < high


def test_the_ranges_lie_in_each_other_around_the_mean():
    found = forecast(season(60, 1), season=12, horizon=12)
    assert found.mean.shape == (12,)
    edges = [found.interval(level) for level in (0.5, 0.8, 0.95)]
    for (low, high), (lower, higher) in pairwise(edges):
        assert (lower < low).all()
        assert (high < higher).all()
    assert (edges[0][0] < found.mean).all()
    assert (found.mean < edges[0][1]).all()


def test_the_same_history_gives_the_same_forecast():
    values = season(40, 2)
    once, again = (forecast(values, season=12, horizon=6) for _ in range(2))
    assert (once.paths == again.paths).all()


def test_noise_goes_on_around_its_mean():
    values = noise(80, 3)
    found = forecast(values, season=1, horizon=6)
    lower, upper = found.interval(0.95)
    assert found.mean == pytest.approx([mean(values)] * 6, rel=0.05)
    assert upper - lower == pytest.approx([2 * 1.96 * 10] * 6, rel=0.3)


def test_a_season_is_found_where_there_is_one():
    found = forecast(season(48, 4), season=12, horizon=12)
    wanted = [100 + 30 * math.sin(2 * math.pi * n / 12) for n in range(48, 60)]
    assert np.abs(found.mean - wanted).max() < 12


def test_no_season_is_made_of_noise():
    found = forecast(noise(48, 5), season=12, horizon=12)
    assert np.std(found.mean) < 4


def test_less_than_two_rounds_know_no_season():
    values = season(23, 6)
    plain = forecast(values, season=1, horizon=6).mean
    assert forecast(values, season=12, horizon=6).mean == pytest.approx(plain, rel=0.02)
    assert np.ptp(forecast(season(24, 6), season=12, horizon=12).mean) > 15


@pytest.mark.parametrize(("length", "count"), [(4, 24), (52, 160), (7, 120), (365, 1100)])
def test_other_seasons(length, count):
    found = forecast(season(count, 7, length), season=length, horizon=length)
    wanted = [100 + 30 * math.sin(2 * math.pi * n / length) for n in range(count, count + length)]
    assert np.abs(found.mean - wanted).mean() < 6


def test_days_have_a_week_in_their_year():
    values = [
        200.0 + 50 * math.sin(2 * math.pi * n / 365) - (80 if n % 7 > 4 else 0) for n in range(900)
    ]
    found = forecast(
        [v + d for v, d in zip(values, noise(900, 8, 5), strict=True)], season=365, horizon=14
    )
    weekend = [n for n in range(14) if (900 + n) % 7 > 4]
    rest = [n for n in range(14) if (900 + n) % 7 <= 4]
    assert found.mean[rest].mean() - found.mean[weekend].mean() == pytest.approx(80, abs=12)


def test_a_trend_goes_on_and_a_lower_target_is_better():
    values = [100 + 2 * n + d / 10 for n, d in enumerate(noise(36, 9))]
    found = forecast(values, season=12, horizon=6)
    assert found.mean[-1] == pytest.approx(110 + 2 * 41, abs=6)
    assert found.probability(170) > 0.9
    assert found.probability(170, better="lower") < 0.1
    assert found.probability(300) == 0.001
    with pytest.raises(ValueError, match="better"):
        found.probability(1, better="band")


def test_the_total_adds_up_the_courses():
    found = forecast(noise(60, 10), season=12, horizon=12)
    whole = found.mean.sum()
    assert found.probability(whole, total=True) == pytest.approx(0.5, abs=0.1)
    low, high = found.total_interval(0.8)
    assert found.probability(low, total=True) == pytest.approx(0.9, abs=0.005)
    assert found.probability(high, total=True, better="lower") == pytest.approx(0.9, abs=0.005)
    steps = found.interval(0.8)[1] - found.interval(0.8)[0]
    assert math.sqrt((steps**2).sum()) < high - low < steps.sum()


@pytest.mark.parametrize("values", [[], [5.0], [5.0, 6.0], [5.0, 6.0, 7.0], [GAP, 5.0, GAP, 6.0]])
def test_three_values_say_too_little(values):
    found = forecast(values, season=12, horizon=3)
    assert not found.enough
    assert found.probability(1.0) == 0.5
    lower, upper = found.interval(0.5)
    assert (lower == -math.inf).all()
    assert (upper == math.inf).all()
    if values:
        assert (found.mean == values[-1]).all()
    else:
        assert np.isnan(found.mean).all()


def test_four_values_say_little():
    found = forecast([5.0, 6.0, 5.5, 6.5], season=12, horizon=6)
    assert found.enough
    lower, upper = found.interval(0.8)
    assert upper[0] - lower[0] > 1.0
    assert upper[-1] - lower[-1] > upper[0] - lower[0]


def test_what_never_changed_stays():
    found = forecast([3.0] * 12, season=12, horizon=4)
    assert (found.mean == 3.0).all()
    assert (found.interval(0.95)[1] == 3.0).all()
    assert found.probability(3.0) == 0.999
    assert found.probability(3.1) == 0.001


def test_what_was_never_negative_stays_so():
    chance = random.Random(11)
    sparse = [chance.choice([0, 0, 0, 2, 5]) for _ in range(40)]
    found = forecast(sparse, season=12, horizon=6)
    assert (found.interval(0.99)[0] >= 0).all()
    below = forecast([value - 110 for value in noise(40, 12)], season=12, horizon=6)
    assert (below.interval(0.8)[0] < -10).all()


def test_gaps_are_no_zeros():
    values = season(72, 13)
    full = forecast(values, season=12, horizon=12)
    for place in (3, 20, 21, 40, 55):
        values[place] = GAP
    assert forecast(values, season=12, horizon=12).mean == pytest.approx(full.mean, rel=0.05)


def test_a_silence_at_the_end_is_forecast_as_well():
    values = season(48, 14)
    late = forecast([*values, GAP, GAP, GAP], season=12, horizon=3)
    assert late.mean == pytest.approx(forecast(values, season=12, horizon=6).mean[3:])


def test_one_outlier_changes_little():
    values = noise(60, 15)
    plain = forecast(values, season=12, horizon=6)
    values[30] = 900.0
    spiked = forecast(values, season=12, horizon=6)
    assert spiked.mean == pytest.approx(plain.mean, rel=0.04)
    width, before = (np.subtract(*found.interval(0.8)[::-1]).mean() for found in (spiked, plain))
    assert width < 1.4 * before


def test_a_lasting_step_is_a_new_level():
    values = [v + (100 if n >= 30 else 0) for n, v in enumerate(noise(60, 16))]
    found = forecast(values, season=12, horizon=6)
    assert found.mean == pytest.approx([200] * 6, rel=0.05)
    assert np.subtract(*found.interval(0.8)[::-1]).max() < 50


@pytest.mark.parametrize("scale", [1e-300, 1e-9, 1e9, 1e300])
def test_the_unit_makes_no_difference(scale):
    values = season(40, 17)
    plain = forecast(values, season=12, horizon=6)
    scaled = forecast([value * scale for value in values], season=12, horizon=6)
    assert scaled.mean / scale == pytest.approx(plain.mean, rel=1e-6)


@pytest.mark.parametrize("wrong", [{"season": 0, "horizon": 1}, {"season": 1, "horizon": 0}])
def test_wrong_use(wrong):
    with pytest.raises(ValueError, match="at least one"):
        forecast([1.0, 2.0], **wrong)


def test_infinite_values_are_refused():
    with pytest.raises(ValueError, match="finite"):
        forecast([1.0, math.inf], season=1, horizon=1)
    found = forecast(noise(20, 18), season=1, horizon=1)
    for level in (0.0, 1.0):
        with pytest.raises(ValueError, match="level"):
            found.interval(level)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(GAP)), max_size=40),
    st.sampled_from([1, 4, 7, 12]),
    st.integers(1, 15),
)
def test_any_history_has_an_answer(values, length, horizon):
    found = forecast(values, season=length, horizon=horizon)
    assert found.mean.shape == (horizon,)
    lower, upper = found.interval(0.8)
    assert (lower <= upper).all()
    assert 0 < found.probability(0.0) < 1
    if found.enough:
        assert np.isfinite(found.mean).all()


@pytest.fixture(scope="module")
def competition(shared: Path) -> dict[str, list[dict[str, list[float]]]]:
    """Every fourth series of the M1 competition, by how often it was measured."""
    path = shared.parent / "forecasting" / "m1.jsonl"
    if not path.is_file():
        pytest.skip("the competition's series are not beside this checkout")
    found = defaultdict(list)
    for line in path.read_text("utf-8").splitlines()[::4]:
        series = json.loads(line)
        found[series["period"]].append(series)
    return found


@pytest.mark.parametrize(
    ("period", "length", "theta"),
    [("monthly", 12, 16.56), ("quarterly", 4, 16.28), ("yearly", 1, 19.87)],
)
def test_the_competition(competition, period, length, theta):
    """Better than the Theta method, and ranges that hold what they say."""
    errors, within, surely = [], [], []
    for series in competition[period]:
        actual = np.array(series["future"])
        found = forecast(series["history"], season=length, horizon=len(actual))
        errors.append(np.mean(200 * np.abs(actual - found.mean) / (actual + np.abs(found.mean))))
        for level, held in ((0.8, within), (0.95, surely)):
            lower, upper = found.interval(level)
            held.append(np.mean((lower <= actual) & (actual <= upper)))
    assert np.mean(errors) < theta + 0.5  # a quarter of the series is not all of them
    assert 0.68 < np.mean(within) < 0.88
    assert 0.88 < np.mean(surely) < 0.99


def growth(chance: random.Random, count: int) -> list[float]:
    value, values = 100.0, []
    for _ in range(count):
        value *= math.exp(chance.gauss(0.05, 0.08))
        values.append(value)
    return values


def walk(chance: random.Random, count: int) -> list[float]:
    season, value, values = [chance.gauss(0, 15) for _ in range(4)], 300.0, []
    for n in range(count):
        value += chance.gauss(2, 5)
        values.append(value + season[n % 4])
    return values


def seasonal(chance: random.Random, count: int) -> list[float]:
    year = [chance.gauss(0, 0.25) for _ in range(12)]
    return [200 * math.exp(0.005 * n + year[n % 12] + chance.gauss(0, 0.1)) for n in range(count)]


def sparse(chance: random.Random, count: int) -> list[float]:
    return [float(chance.randint(1, 9)) * (chance.random() < 0.4) for _ in range(count)]


def heavy(chance: random.Random, count: int) -> list[float]:
    """Student's t with three degrees of freedom."""
    return [
        10 * chance.gauss(0, 1) / math.sqrt(chance.gammavariate(1.5, 2 / 3)) for _ in range(count)
    ]


def weekdays(chance: random.Random, count: int) -> list[float]:
    week = [chance.uniform(0.5, 1.4) for _ in range(7)]
    return [(100 + chance.gauss(0, 6)) * week[n % 7] for n in range(count)]


def weeks(chance: random.Random, count: int) -> list[float]:
    ahead = chance.uniform(0, 6)
    return [
        200 * math.exp(0.3 * math.sin(2 * math.pi * n / 52 + ahead) + chance.gauss(0, 0.1))
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("kind", "length", "count", "horizon"),
    [
        (growth, 1, 12, 5),
        (walk, 4, 32, 8),
        (seasonal, 12, 26, 12),
        (seasonal, 12, 60, 12),
        (sparse, 12, 60, 12),
        (heavy, 12, 48, 12),
        (weekdays, 7, 90, 21),
        (weeks, 52, 130, 13),
    ],
)
def test_ranges_hold_what_they_say(kind, length, count, horizon):
    """Within what thirty series can tell, and rather too wide than too narrow."""
    chance = random.Random(19)
    within, surely, sums = [], [], []
    for _ in range(30):
        values = kind(chance, count + horizon)
        actual = np.array(values[count:])
        found = forecast(values[:count], season=length, horizon=horizon)
        for level, held in ((0.8, within), (0.95, surely)):
            lower, upper = found.interval(level)
            held.append(np.mean((lower <= actual) & (actual <= upper)))
        low, high = found.total_interval(0.8)
        sums.append(low <= actual.sum() <= high)
    assert 0.7 < np.mean(within) < 0.93
    assert np.mean(surely) > 0.9
    assert np.mean(sums) > 0.6


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_probabilities_come_true(seed):
    """Of half-year sums said to reach a target with some probability, about that part did."""
    chance = random.Random(seed)
    said, came = [], []
    for n in range(150):
        kind = (seasonal, heavy, walk)[n % 3]
        values = [100 + value for value in kind(chance, 42)]
        found = forecast(values[:36], season=12, horizon=6)
        target = sum(values[24:30]) * chance.uniform(0.8, 1.25)
        said.append(found.probability(target, total=True))
        came.append(sum(values[36:]) >= target)
    likely = np.array(said) >= 0.5
    for part in (likely, ~likely):
        assert np.mean(np.array(came)[part]) == pytest.approx(
            np.mean(np.array(said)[part]), abs=0.1
        )
