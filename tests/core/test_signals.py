"""Process behaviour charts: published examples, the rules one by one, and noise."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.signals import Signal, behaviour, rebased

# NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2, individuals control charts:
# mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041 (with 3 / 1.128 for 2.66).
NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
# Montgomery, Introduction to Statistical Quality Control (6th edition, 2009), example 6.5,
# viscosity of aircraft primer paint: 33.52, 0.48, limits 32.24 and 34.80, range limit 1.57.
MONTGOMERY = [
    *(33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27),
    *(33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84),
]
# Wheeler, Understanding Variation (1993), U.S. trade deficits of the last half of 1988, in
# billions: mean 10.3, moving ranges 0.7, 2.0, 0.9, 0.3, 0.1.
WHEELER = [10.5, 11.2, 9.2, 10.1, 10.4, 10.5]
# The same exercise goes on with the first half of 1989, held against those limits: a favourable
# shift first, and then an unfavourable one.
WHEELER_1989 = [8.7, 8.7, 7.0, 6.8, 9.6, 9.0]


def test_the_handbook_of_nist():
    found = behaviour(NIST)
    assert found.centre == pytest.approx(50.81)
    assert found.lower == pytest.approx(45.8159, abs=1e-3)
    assert found.upper == pytest.approx(55.8041, abs=1e-3)
    assert found.signals == ()
    assert found.trial


def test_montgomery():
    found = behaviour(MONTGOMERY)
    assert found.centre == pytest.approx(33.52, abs=0.005)
    assert (found.lower, found.upper) == (
        pytest.approx(32.24, abs=0.01),
        pytest.approx(34.80, abs=0.01),
    )
    assert found.range_limit == pytest.approx(1.57, abs=0.005)
    assert found.signals == ()
    assert not found.trial


def test_wheeler():
    found = behaviour(WHEELER)
    assert found.centre == pytest.approx(61.9 / 6)
    assert found.upper == pytest.approx(61.9 / 6 + 2.66 * 0.8)
    assert found.lower == pytest.approx(61.9 / 6 - 2.66 * 0.8)
    assert found.range_limit == pytest.approx(3.27 * 0.8)


def test_the_shifts_in_the_exercise_of_wheeler():
    """Limits 8.19 and 12.44, range limit 2.62: March 1989 is below, and it had begun in January;
    from April to May the deficit grew by 2.8, more than neighbours differ in noise."""
    found = behaviour([*WHEELER, *WHEELER_1989], baseline=6)
    assert found.lower == pytest.approx(8.19, abs=0.005)
    assert found.upper == pytest.approx(12.44, abs=0.01)
    march = 8
    assert Signal(march, 1, -1, march) in found.signals
    assert Signal(march, 2, -1, march - 2) in found.signals
    assert min(signal.index for signal in found.signals) == march
    assert found.jumps == (10,)


STEADY = [10.0, 12.0] * 6  # centre 11, mean moving range 2: limits 5.68 and 16.32, halfway 13.66


@pytest.mark.parametrize(
    ("after", "signals"),
    [
        ([16.0, 10.0], []),
        ([16.4], [Signal(12, 1, 1, 12)]),
        ([5.6, 12.0], [Signal(12, 1, -1, 12)]),
        ([14.0, 14.0], []),
        ([14.0, 14.0, 14.0], [Signal(14, 2, 1, 12)]),
        ([14.0, 12.0, 14.0, 14.0], [Signal(15, 2, 1, 12)]),
        ([14.0, 14.0, 12.0, 12.0, 14.0], []),
        ([14.0, 8.0, 14.0, 8.0, 14.0], []),
        ([10.5] * 7, []),
        ([10.5] * 8, [Signal(19, 3, -1, 12)]),
        ([10.5] * 9, [Signal(19, 3, -1, 12), Signal(20, 3, -1, 12)]),
        ([10.5] * 4 + [11.0] + [10.5] * 4, []),
    ],
)
def test_each_rule(after, signals):
    found = behaviour([*STEADY, *after], baseline=slice(0, 12))
    assert list(found.signals) == signals


def test_the_same_baseline_in_three_ways():
    values = [*STEADY, 30.0, 31.0]
    by_slice = behaviour(values, baseline=slice(0, 12))
    assert behaviour(values, baseline=12) == by_slice
    assert behaviour(values, baseline=(0, 12)) == by_slice
    assert by_slice.centre == 11.0
    assert behaviour(values).centre > 13.0


def test_jumps_pass_the_range_limit():
    values = [*STEADY, 18.0, 12.0]  # range limit 6.54; 12 → 18 is 6, so both are within
    assert behaviour(values, baseline=12).jumps == ()
    assert behaviour([*STEADY, 5.0], baseline=12).jumps == (12,)


def test_limits_change_only_where_a_change_is_explained():
    values = [*STEADY, *(value + 20 for value in STEADY)]
    alone = behaviour(values)
    before, after = rebased(values, [12])
    assert alone.signals
    assert (before.centre, after.centre) == (11.0, 31.0)
    assert (before.first, before.end, after.first, after.end) == (0, 12, 12, 24)
    assert before.signals == after.signals == ()
    assert rebased(values, []) == (alone,)
    assert rebased(values, [0, 24, 99, -3]) == (alone,)


def test_signals_after_a_change_keep_their_places():
    values = [*STEADY, *STEADY, 200.0]
    assert rebased(values, [12])[1].at(24) == (Signal(24, 1, 1, 24),)


def test_gaps_are_passed_over():
    gap = math.nan
    found = behaviour([gap, 10.0, gap, 12.0, 10.0, 12.0, 40.0], baseline=slice(0, 6))
    assert found.centre == 11.0
    assert found.upper == pytest.approx(11 + 2.66 * 2)
    assert found.at(6) == (Signal(6, 1, 1, 6),)
    assert len(rebased([gap, gap, 1.0, 2.0], [2])) == 1


def test_very_short_histories():
    with pytest.raises(ValueError, match="no value"):
        behaviour([])
    one = behaviour([5.0])
    assert (one.centre, one.lower, one.upper) == (5.0, -math.inf, math.inf)
    assert one.signals == ()
    assert one.trial
    assert behaviour([5.0, 5.0, 5.0]).signals == ()
    assert behaviour([5.0, 5.0, 5.0, 6.0], baseline=3).at(3) == (Signal(3, 1, 1, 3),)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40),
    st.floats(0.01, 100),
    st.floats(-1e3, 1e3),
)
def test_a_change_of_unit_changes_no_signal(values, scale, shift):
    rounded = [round(value, 1) for value in values]
    moved = [scale * value + shift for value in rounded]
    first, second = behaviour(rounded), behaviour(moved)
    size = 1e-6 * (1 + max(abs(value) for value in moved))
    assert second.centre == pytest.approx(scale * first.centre + shift, abs=size)
    assert second.upper == pytest.approx(scale * first.upper + shift, abs=size)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40),
    st.lists(st.integers(0, 40), max_size=6),
)
def test_a_gap_is_only_time(values, places):
    """Limits, rules and ranges are those of the known values, wherever gaps lie."""
    gapped, moved = list(values), list(range(len(values)))
    for place in sorted(min(place, len(values)) for place in places)[::-1]:
        gapped.insert(place, math.nan)
        moved = [at + (n >= place) for n, at in enumerate(moved)]
    plain, found = behaviour(values), behaviour(gapped)
    assert (found.centre, found.lower, found.upper) == (plain.centre, plain.lower, plain.upper)
    assert found.jumps == tuple(moved[n] for n in plain.jumps)
    assert found.signals == tuple(
        Signal(moved[each.index], each.rule, each.side, moved[each.first]) for each in plain.signals
    )


@given(st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=40))
def test_what_is_good_upwards_is_bad_downwards(values):
    plain, mirrored = behaviour(values), behaviour([-value for value in values])
    assert mirrored.signals == tuple(
        Signal(each.index, each.rule, -each.side, each.first) for each in plain.signals
    )
    assert (mirrored.lower, mirrored.upper) == (-plain.upper, -plain.lower)


def test_infinite_values_are_refused():
    with pytest.raises(ValueError, match="finite"):
        behaviour([1.0, 2.0, math.inf])


def test_noise_gives_as_few_signals_as_theory_says():
    """With known limits rule 1 alone fires once in 370 points, and rules 1 and 3 once in 152.7
    (Champ and Woodall, Technometrics 29, 1987, table 1)."""
    chance = random.Random(5)
    noise = [chance.gauss(0, 1) for _ in range(60_000)]
    found = behaviour(noise)
    outside = [each for each in found.signals if each.rule == 1]
    assert len(noise) / len(outside) == pytest.approx(370, rel=0.2)
    lengths = []
    begun = 0
    alarms = {each.index: each for each in found.signals if each.rule in (1, 3)}
    while begun < len(noise):  # each run begins anew after an alarm, as the run lengths do
        run = next(
            (
                n
                for n in range(begun, len(noise))
                if n in alarms and (alarms[n].rule == 1 or n - begun >= 7)
            ),
            None,
        )
        if run is None:
            break
        lengths.append(run - begun + 1)
        begun = run + 1
    assert sum(lengths) / len(lengths) == pytest.approx(152.7, rel=0.15)
