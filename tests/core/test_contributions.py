"""What moved a formula: shares that add up, whatever the formula and its numbers."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.core.contributions import weights
from desktop.core.formula import FormulaFault, evaluate

NAMES = ("a", "b", "c", "d")
numbers = st.floats(-1e4, 1e4).map(lambda value: round(value, 3))
pairs = st.fixed_dictionaries({name: st.tuples(numbers, numbers) for name in NAMES})
formulas = st.recursive(
    st.sampled_from(NAMES) | st.integers(0, 99).map(str),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/×÷−"), inner).map(
            lambda t: f"({t[0]} {t[1]} {t[2]})"
        ),
        inner.map(lambda text: f"-{text}"),
        inner.map(lambda text: f"+{text}"),
    ),
    max_leaves=8,
)


def contributions(formula, pairs):
    before = {name: pair[0] for name, pair in pairs.items()}
    after = {name: pair[1] for name, pair in pairs.items()}
    found = weights(formula, before, after)
    if found is None:
        return None
    return {name: weight * (after[name] - before[name]) for name, weight in found.items()}


def change(formula, pairs):
    before, after = (evaluate(formula, {n: p[place] for n, p in pairs.items()}) for place in (0, 1))
    return None if before is None or after is None else after - before


@given(formulas, pairs)
def test_contributions_add_up_to_the_change(formula, pairs):
    expected = change(formula, pairs)
    found = contributions(formula, pairs)
    if expected is None:
        return
    scale = max([1e-9, *(abs(each) for each in found.values())])
    # what pieces of the formula cancel out is lost to rounding before it comes to the shares
    at_ends = [abs(evaluate(formula, {n: p[k] for n, p in pairs.items()}) or 0) for k in (0, 1)]
    assume(scale < 1e9 and max(at_ends) < 1e9)
    assert math.fsum(found.values()) == pytest.approx(expected, rel=1e-7, abs=1e-7 * max(scale, 1))


@given(formulas, pairs)
def test_there_are_shares_wherever_there_is_a_change(formula, pairs):
    if change(formula, pairs) is not None:
        assert contributions(formula, pairs) is not None


def by_every_order(formula, pairs):
    """The Shapley value as it is defined: each order in which the parts could have changed."""
    orders = list(itertools.permutations(pairs))
    shares = dict.fromkeys(pairs, 0.0)
    for order in orders:
        now = {name: pair[0] for name, pair in pairs.items()}
        for name in order:
            was = evaluate(formula, now)
            now[name] = pairs[name][1]
            shares[name] += (evaluate(formula, now) - was) / len(orders)
    return shares


positive = st.floats(0.5, 100)
positive_pairs = st.fixed_dictionaries({n: st.tuples(positive, positive) for n in NAMES})


@given(
    st.sampled_from(
        [
            "a * b * c * d",
            "a / b",
            "a * b / c / d",
            "a / (b * c) * d",
            "a + b - c + 3 * d",
            "(a - b) / (c * 100)",
            "1 - a / b",
        ]
    ),
    positive_pairs,
)
def test_they_are_the_shapley_value_by_its_definition(formula, pairs):
    used = {name: pair for name, pair in pairs.items() if name in formula}
    found = contributions(formula, used)
    for name, share in by_every_order(formula, used).items():
        assert found[name] == pytest.approx(share, rel=1e-9, abs=1e-9)


@given(st.permutations(NAMES), pairs)
def test_factors_may_stand_in_any_order(order, pairs):
    one, other = contributions("a*b*c*d", pairs), contributions("*".join(order), pairs)
    for name in NAMES:
        assert one[name] == pytest.approx(other[name], rel=1e-9, abs=1e-3)


@given(pairs)
def test_the_terms_of_a_sum_contribute_their_own_change(pairs):
    found = contributions("a + b - c", pairs)
    assert found == {
        "a": pairs["a"][1] - pairs["a"][0],
        "b": pairs["b"][1] - pairs["b"][0],
        "c": -(pairs["c"][1] - pairs["c"][0]),
    }


@given(pairs)
def test_what_did_not_change_contributes_nothing(pairs):
    still = {**pairs, "b": (7.0, 7.0)}
    found = contributions("a * b / 3 - b * c", still)
    assert found["b"] == 0


def test_by_hand():
    # 1000 visits at 2 % and 500 kr make 10,000; 1200 at 2.5 % and 480 kr make 14,400
    found = contributions(
        "visits * rate * value",
        {"visits": (1000, 1200), "rate": (0.02, 0.025), "value": (500, 480)},
    )
    # visits: 200 x (2 x 0.02x500 + 0.025x500 + 0.02x480 + 2 x 0.025x480) / 6
    assert found["visits"] == pytest.approx(200 * (20 + 12.5 + 9.6 + 24) / 6)
    assert sum(found.values()) == pytest.approx(4400)
    assert contributions("orders / visits", {"orders": (20, 30), "visits": (1000, 1000)}) == {
        "orders": pytest.approx(0.01),
        "visits": 0,
    }


def test_zeros_and_signs_are_no_trouble():
    assert contributions("a * b", {"a": (0, 4), "b": (5, 0)}) == {"a": 10, "b": -10}
    found = contributions("a * b", {"a": (-2, 3), "b": (4, -5)})
    assert found["a"] + found["b"] == -15 + 8


def test_without_a_value_in_both_periods_there_are_no_shares():
    assert weights("a / b", {"a": 1, "b": 0}, {"a": 1, "b": 2}) is None
    assert weights("a / b", {"a": 1, "b": 2}, {"a": 1, "b": 0}) is None
    assert weights("a + b", {"a": 1}, {"a": 1, "b": 2}) is None
    assert weights("a * a", {"a": 1e300}, {"a": 1e300}) is None
    with pytest.raises(FormulaFault):
        weights("a +", {"a": 1}, {"a": 2})
