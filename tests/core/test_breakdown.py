"""The breakdown tree: parts that add up, on the way down and as they are shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.breakdown import Family, Link, Part, breakdown, shown
from desktop.core.breakdown_words import headline, method, part_name, strongest
from desktop.core.formula import evaluate
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say

KRONOR = Unit(UnitKind.CURRENCY, "SEK")
PERCENT = Unit(UnitKind.PERCENT)
JUNE = Period(Cadence.MONTH, date(2026, 6, 1))


def shop(**more) -> list[Kpi]:
    """Revenue = visits x conversion x order value, where conversion has a formula itself."""
    return [
        Kpi(id=1, key="revenue", name="Revenue", unit=KRONOR, formula="visits × rate × value"),
        Kpi(id=2, key="visits", name="Visits"),
        Kpi(id=3, key="rate", name="Conversion", unit=PERCENT, decimals=1, formula="orders/visits"),
        Kpi(id=4, key="value", name="Order value", unit=KRONOR),
        Kpi(id=5, key="orders", name="Orders", **more),
    ]


def tree(kpis, values, whole=0) -> Part:
    """``values`` are by key; those of formulas are worked out."""

    def pair(kpi):
        if kpi.formula:
            parts = {key: pair(family.by_key[key]) for key in family.by_key if key in kpi.formula}
            both = [
                evaluate(kpi.formula, {k: None if p is None else p[at] for k, p in parts.items()})
                for at in (0, 1)
            ]
            return None if None in both else tuple(both)
        return values.get(kpi.key)

    family = Family.of(kpis)
    return breakdown(kpis[whole], family, pair)


def check_adding_up(part, contribution="contribution"):
    parts = [getattr(each, contribution) for each in part.parts]
    known = [each for each in parts if each is not None]
    if known:
        assert sum(known) == pytest.approx(
            getattr(part, contribution), abs=1e-9 * max(map(abs, known))
        )
    for each in part.parts:
        check_adding_up(each, contribution)


def test_a_formula_of_formulas_by_hand():
    found = tree(shop(), {"visits": (1000, 1200), "orders": (20, 30), "value": (500, 480)})
    assert found.values == (pytest.approx(10_000), pytest.approx(14_400))
    assert found.contribution == pytest.approx(4400)
    visits, rate, value = found.parts
    assert visits.contribution == pytest.approx(200 * (20 + 12.5 + 9.6 + 24) / 6)
    assert [part.link for part in found.parts] == [Link.FORMULA] * 3
    orders, visits_again = rate.parts
    # orders at the mean of one by visits, visits at the mean of orders; in the whole's kronor
    scale = rate.contribution / 0.005
    assert orders.contribution == pytest.approx(scale * 10 * (1 / 1000 + 1 / 1200) / 2)
    assert visits_again.contribution == pytest.approx(scale * 25 * (1 / 1200 - 1 / 1000))
    check_adding_up(found)
    assert value.contribution < 0


# from nothing much to a million, and tenfold in either direction
grown = st.tuples(st.floats(1, 1e6), st.floats(0.1, 10)).map(lambda p: (p[0], p[0] * p[1]))


@given(st.fixed_dictionaries(dict.fromkeys(("visits", "orders", "value"), grown)))
def test_it_adds_up_at_every_level_and_as_it_is_shown(values):
    found = tree(shop(), values)
    check_adding_up(found)
    seen = shown(found)

    def adds(part):
        known = [each.contribution for each in part.parts if each.contribution is not None]
        if known:
            digits = known[0].decimals
            total = sum(round(each.value * 10**digits) for each in known)
            assert total == round(part.contribution.value * 10**digits)
        for each in part.parts:
            adds(each)

    adds(seen)
    assert seen.contribution.value == pytest.approx(seen.after.value - seen.before.value)
    assert seen.change == seen.contribution


def sales(*parts, **more) -> list[Kpi]:
    below = [
        Kpi(id=n, key=f"p{n}", name=f"Part {n}", parent_id=1, **({"unit": KRONOR} | more))
        for n in range(2, 2 + len(parts))
    ]
    return [Kpi(id=1, key="whole", name="Sales", unit=KRONOR), *below]


def links(kpis, whole, *parts):
    found = tree(kpis, {"whole": whole, **{f"p{n}": p for n, p in enumerate(parts, start=2)}})
    return found, [(part.link, part.contribution) for part in found.parts]


def test_parts_that_make_up_the_whole_contribute_their_own_change():
    found, seen = links(sales(1, 2), (100, 130), (60, 80), (40, 50))
    assert seen == [(Link.PART, 20), (Link.PART, 10)]
    check_adding_up(found)


def test_what_the_parts_leave_over_is_a_row_of_its_own():
    found, seen = links(sales(1, 2), (100, 130), (60, 80), (20, 25))
    assert seen == [(Link.PART, 20), (Link.PART, 5), (Link.REST, 5)]
    assert found.parts[-1].values == (20, 25)
    check_adding_up(found)
    assert say(part_name(found.parts[-1])) == "Not in the parts"


@pytest.mark.parametrize(
    ("kpis", "parts"),
    [
        (sales(1, 2), ((600, 80), (40, 50))),  # more than the whole
        (sales(1, 2), ((-60, 80), (40, 50))),  # less than nothing, and not the whole
        (sales(1, 2, unit=PERCENT), ((60, 80), (40, 50))),  # another unit
        (sales(1, 2, add_up=AddUp.MEAN), ((60, 80), (40, 50))),  # not a sum
    ],
)
def test_what_does_not_add_up_shows_only_its_own_change(kpis, parts):
    found, seen = links(kpis, (100, 130), *parts)
    assert seen == [(Link.ASIDE, None), (Link.ASIDE, None)]
    assert [part.change for part in found.parts] == [each[1] - each[0] for each in parts]
    assert "do not add up" in say(method(found))


def test_negative_parts_count_when_they_are_the_whole():
    _, seen = links(sales(1, 2), (-10, 30), (60, 80), (-70, -50))
    assert seen == [(Link.PART, 20), (Link.PART, 20)]


def test_a_part_without_a_value_is_told():
    found, seen = links(sales(1, 2), (100, 130), (60, 80))
    assert seen == [(Link.PART, 20), (Link.PART, None), (Link.REST, 10)]
    assert "Part 3 has no value" in say(method(found))
    formula = tree(shop(), {"visits": (1, 2), "value": (3, 4)})
    assert formula.values is None
    assert [part.contribution for part in formula.parts] == [None, None, None]


def test_a_kpi_below_a_formula_that_does_not_name_it_stands_aside():
    kpis = [*shop(), Kpi(id=6, key="mobile", name="Mobile", parent_id=1)]
    found = tree(kpis, {"visits": (1, 2), "orders": (1, 1), "value": (3, 4), "mobile": (5, 6)})
    assert [part.link for part in found.parts][-1] is Link.ASIDE
    assert found.parts[-1].contribution is None
    check_adding_up(found)


def test_a_circle_of_another_program_ends():
    one = Kpi(id=1, key="a", name="A", parent_id=2)
    two = Kpi(id=2, key="b", name="B", parent_id=1)
    found = tree([one, two], {"a": (5, 5), "b": (5, 5)})
    assert found.parts[0].parts[0].parts == ()


def test_the_sentences():
    found = shown(tree(shop(), {"visits": (1000, 1200), "orders": (20, 30), "value": (500, 480)}))
    words = say(headline(found, JUNE.shift(-1), JUNE))
    assert words.replace("\u00a0", " ") == (
        "Revenue went from 10,000 SEK in May 2026 to 14,400 SEK in June 2026: +4,400 SEK."
    )
    assert say(strongest(found)).replace("\u00a0", " ") == "Conversion moved it most: +2,694 SEK."
    assert "Shapley" in say(method(found.part))
    still = shown(tree(shop(), {"visits": (10, 10), "orders": (2, 2), "value": (5, 5)}))
    assert "the same as in May 2026" in say(headline(still, JUNE.shift(-1), JUNE))
    assert strongest(still) is None


def test_percentages_change_by_points_and_small_shares_are_told():
    kpis = shop()
    found = shown(tree(kpis, {"visits": (1000, 1010), "orders": (20, 21), "value": (1, 1)}, 2))
    orders, visits = found.parts
    assert found.change.points
    assert (found.before.decimals, orders.contribution.decimals) == (2, 2)
    assert orders.contribution.value + visits.contribution.value == pytest.approx(
        found.change.value
    )
    assert (orders.change.value, orders.change.decimals) == (1, 0)
    assert visits.share < 0 < orders.share <= 1
