"""Rounded numbers that still add up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.even_rounding import decimals_to_tell, rounded_to_total

several = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12)


@given(several, st.integers(0, 4))
def test_they_add_up_to_the_rounded_total_and_none_is_far_off(values, decimals):
    unit = 10.0**-decimals
    total = math.fsum(values)
    rounded = rounded_to_total(values, total, decimals)
    assert round(sum(rounded) / unit) == round(total / unit)
    for value, shown in zip(values, rounded, strict=True):
        assert abs(value - shown) <= unit * (1 + 1e-6)
        assert shown / unit == pytest.approx(round(shown / unit), abs=1e-3)


def test_the_largest_remainders_are_rounded_up():
    assert rounded_to_total([1.4, 1.4, 1.2], 4.0, 0) == [2, 1, 1]
    assert rounded_to_total([0.5, 0.5, -1.0], 0.0, 0) in ([1, 0, -1], [0, 1, -1])
    assert rounded_to_total([-0.4, -0.4, -0.4], -1.2, 0) in ([0, 0, -1], [-1, 0, 0])
    assert rounded_to_total([], 3.0, 0) == []


@given(several, st.floats(-3, 3))
def test_a_total_that_is_a_little_off_is_kept_all_the_same(values, aside):
    total = math.fsum(values) + aside
    assert sum(rounded_to_total(values, total, 0)) == round(total)


def test_decimals_grow_until_the_values_can_be_told():
    assert decimals_to_tell([3.0, 4.0], 0) == 0
    assert decimals_to_tell([1000.4, 2000.6], 0) == 0
    assert decimals_to_tell([0.4, 0.6], 0) == 1
    assert decimals_to_tell([0.333, 0.667], 0) == 2
    assert decimals_to_tell([0.001, -0.001], 0) == 2
    assert decimals_to_tell([25.4, -25.4], 0) == 1
    assert decimals_to_tell([], 0) == 0
