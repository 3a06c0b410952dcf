"""Gaps, lone outliers and steps in a history, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from desktop.core.forecast_history import LONGEST, prepare

GAP = math.nan
QUIET = [-1.0, 1.0, 0.0] * 8  # the usual distance from the median around is one


def made(values: list[float], season: int = 1) -> np.ndarray:
    return prepare(np.array(values), season).values


def test_gaps_are_filled_between_their_neighbours():
    assert made([GAP, -1.0, GAP, GAP, 2.0, 3.0]) == pytest.approx([-1, 0, 1, 2, 3])
    assert prepare(np.array([GAP, -1.0, GAP, GAP, 2.0, 3.0]), 1).known == 3


def test_what_is_above_zero_is_filled_as_ratios():
    assert made([1.0, GAP, 4.0]) == pytest.approx([1, 2, 4])


def test_a_gap_has_its_season():
    values = [0.0, 10.0, -10.0, 0.0] * 5
    values[9] = GAP
    assert made(values, 4)[9] == pytest.approx(10.0, abs=1.0)


def test_a_lone_outlier_is_drawn_in():
    values = [*QUIET, 40.0, *QUIET]
    found = made(values)
    assert 0 < found[24] < 6
    assert np.delete(found, 24) == pytest.approx([*QUIET, *QUIET])


def test_the_newest_value_and_pairs_are_kept():
    assert made([*QUIET, *QUIET, 40.0])[-1] == 40.0
    assert made([*QUIET, 40.0, 41.0, *QUIET]) == pytest.approx([*QUIET, 40, 41, *QUIET])


def test_a_yearly_peak_is_no_outlier():
    values = [*QUIET[:11], 50.0] * 4
    assert made(values, 12) == pytest.approx(values)


def test_a_step_lifts_what_was_before_it():
    values = [*QUIET, *(value + 30 for value in QUIET)]
    assert made(values)[:24].mean() == pytest.approx(30.0, abs=1.0)
    assert made(values)[24:] == pytest.approx(values[24:])


def test_a_steady_climb_has_no_step():
    values = [3.0 * n + value for n, value in enumerate(QUIET * 2)]
    values[0] = -1.0
    assert made(values) == pytest.approx(values)


def test_a_few_values_are_taken_as_they_are():
    assert made([-1.0, 1.0, 0.0, 50.0, 0.0, 1.0]) == pytest.approx([-1, 1, 0, 50, 0, 1])


def test_only_the_latest_years_count():
    assert len(made([float(n % 7) for n in range(500)])) == LONGEST
    assert len(made([float(n % 7) for n in range(2000)], 365)) == 4 * 365


def test_a_season_needs_two_rounds():
    assert prepare(np.arange(23.0), 12).season == 1
    assert prepare(np.arange(24.0), 12).season == 12
    assert prepare(np.arange(30.0), 7).year == 365
    assert prepare(np.arange(36.0), 12).years == 3
