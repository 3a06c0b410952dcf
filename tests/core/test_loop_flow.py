"""Growth loops: what is divided by what, in which period, and what cannot be divided."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.additive import counts, same_kind
from desktop.core.growth_loop import LoopStep
from desktop.core.kpi import AddUp, Kpi
from desktop.core.loop_flow import FlowStep, loop_flow
from desktop.core.loop_words import gain_words, growth_words, link_words, ratio_words, weakest_words
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind

JANUARY = Period(Cadence.MONTH, date(2024, 1, 1))
MONEY = Unit(UnitKind.CURRENCY, "SEK")


def step(name, values, *, first=JANUARY, **more):
    """A step with a value a month; ``None`` leaves one out."""
    kpi = Kpi(name=name, key=name, **more)
    measured = tuple(
        Measurement(first.shift(n), float(value))
        for n, value in enumerate(values)
        if value is not None
    )
    return FlowStep(LoopStep(loop_id=1), kpi, measured)


def plain(title):
    return FlowStep(LoopStep(loop_id=1, title=title), None)


def flow(*steps):
    by_key = {each.kpi.key: each.kpi for each in steps if each.kpi is not None}
    return loop_flow(steps, by_key, Cadence.MONTH)


def test_a_step_is_divided_by_the_one_before_in_the_same_period():
    found = flow(step("visits", [200, 400]), step("orders", [10, 12]))
    assert found.links[0].ratios == ((JANUARY, 0.05), (JANUARY.shift(1), 0.03))
    assert ratio_words(found.links[0], 0.03).values["share"].value == 0.03


def test_the_last_step_feeds_the_first_one_of_the_next_period():
    """10 orders in January and 400 visits in February: 40 for each."""
    found = flow(step("visits", [200, 400]), step("orders", [10, 12]))
    assert found.links[1].closing
    assert found.links[1].ratios == ((JANUARY, 40.0),)
    assert ratio_words(found.links[1], 40.0).text == "{n} for each"


def test_the_gain_is_the_product_of_all_conversions():
    """0.05 x 40 = 2: the visits of February by those of January."""
    found = flow(step("visits", [200, 400]), step("orders", [10, 12]))
    assert found.gains == ((JANUARY, pytest.approx(2.0)),)
    words = gain_words(found)
    assert words.values["period"] == JANUARY
    assert words.values["next"] == JANUARY.shift(1)
    assert growth_words(found).text.startswith("Too few turns")


def test_missing_periods_and_zeros_have_no_conversion():
    found = flow(step("visits", [200, None, 0, 100]), step("orders", [10, 11, 12, -1]))
    assert [period for period, _ in found.links[0].ratios] == [JANUARY]
    assert found.links[0].zeros == (JANUARY.shift(2), JANUARY.shift(3))
    assert "never above zero" in flow(step("visits", [0]), step("orders", [1])).links[0].lack.text


def test_what_cannot_be_divided_says_why():
    visits, orders = step("visits", [200, 300]), step("orders", [10, 12])
    share = step("share", [0.1, 0.2], unit=Unit(UnitKind.PERCENT))
    sales = step("sales", [900, 950], unit=MONEY)
    mean = step("days", [3, 3], add_up=AddUp.MEAN)
    assert "share or an average" in flow(visits, share).links[0].lack.text
    assert "share or an average" in flow(mean, visits).links[0].lack.text
    assert "different units" in flow(orders, sales).links[0].lack.text
    assert "has no KPI" in flow(visits, plain("Word of mouth")).links[0].lack.text
    assert flow(visits, orders, sales).gains == ()
    assert gain_words(flow(visits, share)) is None
    assert (
        "No full period"
        in flow(visits, step("late", [1], first=JANUARY.shift(9))).links[0].lack.text
    )


def test_money_by_money_of_the_same_currency():
    spent, got = step("spent", [100], unit=MONEY), step("got", [300], unit=MONEY)
    assert flow(spent, got).links[0].ratios == ((JANUARY, 3.0),)
    euro = Kpi(name="euro", unit=Unit(UnitKind.CURRENCY, "EUR"))
    assert not same_kind(spent.kpi, euro)
    assert same_kind(Kpi(name="a"), Kpi(name="b", unit=Unit(UnitKind.OWN, "visits")))


def test_a_formula_counts_when_it_only_adds():
    web, shop = Kpi(name="Web", key="web"), Kpi(name="Shop", key="shop")
    rate = Kpi(name="Rate", key="rate", add_up=AddUp.MEAN)
    by_key = {kpi.key: kpi for kpi in (web, shop, rate)}

    def formula(text):
        return counts(Kpi(name="F", key="f", formula=text), by_key)

    for text in ("web + shop", "web - shop", "2 * web", "-(web + shop) / 4", "web * (3 - 1)"):
        assert formula(text), text
    for text in ("web / shop", "web * shop", "1 - web", "web + rate", "web + gone", "2 / web", "3"):
        assert not formula(text), text


def test_one_step_or_none_has_no_links():
    assert flow().links == ()
    assert flow(step("visits", [1])).links == ()
    assert weakest_words(flow(step("visits", [1]))).text == "No conversion can be shown yet."


def test_too_few_periods_say_nothing_of_what_is_usual():
    found = flow(step("visits", [100] * 11), step("orders", [9, 11] * 5 + [1]))
    assert found.links[0].side() == 0
    assert found.links[0].usual().trial
    assert "Too few" in link_words(found.links[0]).text


def test_the_weakest_link_is_the_one_that_fell_below_its_own_past():
    """Thirteen months at 9 and 11 of a hundred in turn, then 1; and a link that is always low."""
    visits = step("visits", [100] * 14)
    orders = step("orders", [9, 11] * 6 + [9, 1])
    reviews = step("reviews", [0.09, 0.11] * 6 + [0.09, 0.01])
    found = flow(visits, orders, reviews)
    assert found.links[0].side() == -1
    assert found.links[1].side() == 0  # 0.01 for each order, as ever
    assert found.weakest == 0
    words = weakest_words(found)
    assert (words.values["step"], words.values["next"]) == ("visits", "orders")
    assert "Lower" in link_words(found.links[0]).text


def test_a_season_that_comes_back_is_no_signal_and_a_fall_beside_it_is():
    """Twelve months from 5 to 16 of a hundred, three times over; then half of a year earlier."""
    wave = [5.0 + n for n in range(12)]
    visits = step("visits", [100] * 38)
    as_ever = flow(visits, step("orders", [*wave * 3, 5.0, 6.0]))
    assert as_ever.links[0].side() == 0
    assert link_words(as_ever.links[0]).text.startswith("As usual, season aside")
    fallen = flow(visits, step("orders", [*wave * 3, 5.0, 3.0]))
    assert fallen.weakest == 0
    words = link_words(fallen.links[0])
    assert "season aside" in words.text
    assert words.values["before"].values["share"].value == 0.06


def test_without_a_signal_no_link_is_the_weakest():
    found = flow(step("visits", [100] * 14), step("orders", [9, 11] * 7))
    assert found.weakest is None
    assert "by more than chance" in weakest_words(found).text
    assert "As usual" in link_words(found.links[0]).text


def test_a_year_of_turns_leaves_the_season_out():
    """A wave that comes back each year and grows by a fifth: 1.2 for each 1."""
    wave = [100 + 50 * math.sin(n * math.pi / 6) for n in range(12)]
    values = [each * 1.2**year for year in range(3) for each in wave]
    found = flow(step("visits", values), step("orders", values))
    assert [gain for _, gain in found.years()] == [pytest.approx(1.2)] * 24
    words = growth_words(found)
    assert "it grows" in words.text
    assert words.values["run"] == 24
    falling = flow(step("visits", values[::-1]), step("orders", values[::-1]))
    assert "it shrinks" in growth_words(falling).text
    gap = flow(step("visits", [*values[:30], None, *values[31:]]), step("orders", values))
    assert growth_words(gap).text.startswith("Too few turns")


amounts = st.lists(st.floats(0.01, 1e6), min_size=2, max_size=30)


@given(st.lists(amounts, min_size=2, max_size=5))
def test_the_gain_is_what_the_first_step_grew_by(columns):
    """All steps between cancel out, however many there are."""
    count = min(len(each) for each in columns)
    steps = [step(f"s{n}", column[:count]) for n, column in enumerate(columns)]
    found = flow(*steps)
    first = columns[0]
    assert [gain for _, gain in found.gains] == [
        pytest.approx(first[n + 1] / first[n]) for n in range(count - 1)
    ]


@given(amounts, amounts)
def test_a_ratio_times_the_step_gives_the_next(visits, orders):
    link = flow(step("visits", visits), step("orders", orders)).links[0]
    assert len(link.ratios) == min(len(visits), len(orders))
    for (_, ratio), before, after in zip(link.ratios, visits, orders, strict=False):
        assert ratio * before == pytest.approx(after)
