"""Formulas: what can be read, what cannot, and parts added up first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.formula import FormulaFault, check, circle, evaluate, formula_series, keys_of
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("orders / visits", 0.025),
        ("(orders + 1) * 2 - visits", 6 * 2 - 200),
        ("-orders", -5),
        ("+orders × 0.5", 2.5),
        ("visits ÷ orders − 1", 39),
        ("orders - orders / orders * 2", 3),
        (" 1e2 ", 100),
    ],
)
def test_arithmetic(formula, value):
    assert evaluate(formula, {"orders": 5, "visits": 200}) == pytest.approx(value)


def test_a_part_without_a_value_and_division_by_zero_give_none():
    assert evaluate("orders / visits", {"orders": 5, "visits": 0}) is None
    assert evaluate("orders / visits", {"orders": 5, "visits": None}) is None
    assert evaluate("orders / visits", {"orders": 5}) is None
    assert evaluate("a * a", {"a": 1e300}) is None


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("", "empty"),
        ("orders /", "cannot be read"),
        ("orders visits", "cannot be read"),
        ("(" * 300, "cannot be read"),
        ("a" * 401, "longer than"),
        ("0,5 * orders", "decimals with a point"),
        ("orders ** 2", "cannot stand"),
        ("orders // 2", "cannot stand"),
        ("__import__('os')", "cannot stand"),
        ("orders.real", "cannot stand"),
        ("orders[0]", "cannot stand"),
        ("orders if visits else 0", "cannot stand"),
        ("orders > 2", "cannot stand"),
        ("not orders", "cannot stand"),
        ("True + 1", "cannot stand"),
        ("'a' * 3", "cannot stand"),
        ("2j", "cannot stand"),
        ("1e999", "too large"),
        ("9" * 350, "too large"),
    ],
)
def test_everything_else_is_refused_in_words(formula, words):
    with pytest.raises(FormulaFault, match=words):
        keys_of(formula)
    assert words in check(formula, key="own", formulas={"orders": "", "visits": ""}).text


def test_the_keys_in_order_each_once():
    assert keys_of("(b + a) / b - c") == ("b", "a", "c")


def test_what_is_wrong_is_said():
    formulas = {"orders": "", "visits": "", "rate": "orders / visits", "index": "rate * 100"}
    assert check("orders / visits", key="new", formulas=formulas) is None
    assert check("rate * 2", key="new", formulas=formulas) is None
    unknown = check("orders / leads", key="new", formulas=formulas)
    assert (unknown.text, unknown.values) == ("There is no KPI called {key}.", {"key": "leads"})
    assert check("2 + 2", key="new", formulas=formulas).text == "The formula names no KPI."
    itself = check("new + 1", key="new", formulas=formulas)
    assert itself.values == {"keys": "new → new"}
    around = check("index / 2", key="rate", formulas=formulas)
    assert around.values == {"keys": "rate → index → rate"}


def test_circles_are_found_past_branches_and_broken_formulas():
    formulas = {"a": "b + c", "b": "d + d", "c": "d", "d": "e", "e": "1 +"}
    assert circle("a", formulas) == ()
    assert circle("a", {**formulas, "d": "a"})[0] == "a"


def month(number, value, **more):
    return Measurement(Period(Cadence.MONTH, date(2026, number, 1)), value, **more)


def part(key, measurements, cadence=Cadence.MONTH):
    return Series(Kpi(key=key, name=key, cadence=cadence), measurements)


def conversion(orders, visits, cadence=Cadence.MONTH):
    kpi = Kpi(key="rate", name="Conversion", formula="orders / visits", cadence=cadence)
    return formula_series(kpi, {"orders": orders, "visits": visits})


def test_a_quarters_conversion_is_all_orders_by_all_visits():
    orders = part("orders", [month(1, 10), month(2, 10), month(3, 40)])
    visits = part("visits", [month(1, 1000), month(2, 100), month(3, 1000)])
    rate = conversion(orders, visits)
    assert [m.value for m in rate.measurements] == [0.01, 0.1, 0.04]
    assert [m.value for m in rate.at(Cadence.QUARTER)] == [60 / 2100]
    assert rate.at(Cadence.WEEK) == []


def test_a_missing_part_leaves_the_period_out_and_a_partial_one_makes_it_partial():
    orders = part("orders", [month(1, 10), month(2, 10), month(3, 40, through=date(2026, 3, 20))])
    visits = part("visits", [month(1, 0), month(3, 1000, through=date(2026, 3, 9))])
    rate = conversion(orders, visits)
    assert [(m.period.start.month, m.through) for m in rate.measurements] == [(3, date(2026, 3, 9))]
    assert rate.at(Cadence.QUARTER)[0].incomplete


def test_finer_parts_are_added_up_and_coarser_ones_cannot_be_divided():
    daily = part(
        "orders",
        [Measurement(Period(Cadence.DAY, date(2026, 1, n)), 1.0) for n in range(1, 32)],
        Cadence.DAY,
    )
    visits = part("visits", [month(1, 310)])
    assert [m.value for m in conversion(daily, visits).measurements] == [0.1]
    assert conversion(daily, visits, Cadence.DAY).measurements == ()


def test_without_its_parts_a_formula_has_no_values():
    kpi = Kpi(key="rate", name="Conversion", formula="orders / visits")
    assert formula_series(kpi, {"orders": part("orders", [month(1, 1)])}).measurements == ()
    constant = Kpi(key="two", name="Two", formula="2")
    assert formula_series(constant, {}).measurements == ()


def test_a_formula_of_formulas():
    orders = part("orders", [month(1, 10), month(2, 20)])
    visits = part("visits", [month(1, 100), month(2, 400)])
    kpi = Kpi(key="per_mille", name="Per mille", formula="rate * 1000")
    outer = formula_series(kpi, {"rate": conversion(orders, visits)})
    assert [m.value for m in outer.measurements] == [100.0, 50.0]
    assert [m.value for m in outer.at(Cadence.QUARTER)] == [60.0]


NUMBERS = st.lists(st.integers(0, 500), min_size=12, max_size=12)


@given(NUMBERS, NUMBERS)
def test_a_year_is_never_a_mean_of_rates(orders, visits):
    rate = conversion(
        part("orders", [month(n + 1, v) for n, v in enumerate(orders)]),
        part("visits", [month(n + 1, v) for n, v in enumerate(visits)]),
    )
    yearly = [m.value for m in rate.at(Cadence.YEAR)]
    assert yearly == ([sum(orders) / sum(visits)] if sum(visits) else [])
