"""Baselines that are older than the data, and those that are not."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.goal import Comparison, GoalState
from desktop.core.kpi import Better
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from tests.core.advice_fixtures import goal, kpi, plain, result, said

JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))
START = date(2026, 6, 1)


def months(*values: float, first: Period = JANUARY) -> dict[int, tuple[Measurement, ...]]:
    return {1: tuple(Measurement(first.shift(n), value) for n, value in enumerate(values))}


def begun(baseline: float | None, values, *, start: date = START, known=None, **more):
    return said(
        AdviceKind.OLD_BASELINE,
        goals=(goal(**({"start": start} | more)),),
        key_results=(result(7, baseline=baseline, target=500.0),),
        kpis=(known or kpi(leading=True),),
        values=values,
    )


def test_a_newer_value_before_the_start_is_known() -> None:
    (advice,) = begun(300.0, months(280, 290, 300, 320, 350))
    assert plain(advice) == (
        f"Kpi 1 in “More orders” begins at 300.0, the value of {JANUARY.shift(2)}. "
        f"The last value before the start is 350 ({JANUARY.shift(4)})."
    )
    assert advice.place == Place("goals", 1, Part.RESULTS, 7)
    assert advice.kpi_ids == ()


@pytest.mark.parametrize(
    "values",
    [
        months(280, 290, 300),  # nothing newer
        months(280, 290, 310, 320, 300),  # the last before the start
        months(280, 290, 300, 320, 300),  # and so it was once before
        months(280, 290, 301, 320, 350),  # of no period: somebody's own figure
        months(280, 300, 320, 290, 310),  # in the midst of what came later
        months(280, 290, 310, 320, 300, 350, 380),  # later ones are what the goal has done
        {},
    ],
)
def test_a_baseline_that_is_as_good_as_any(values) -> None:
    assert begun(300.0, values) == []


def test_the_value_a_year_before_is_a_comparison() -> None:
    year = [300.0, *(400.0 + n for n in range(12))]  # January to January
    start = date(2027, 2, 1)
    assert begun(300.0, months(*year), start=start, deadline=date(2027, 12, 31)) == []


def test_long_ago_the_same_value_is_chance() -> None:
    values = months(300, *(400.0 + n for n in range(30)))
    assert begun(300.0, values, start=date(2028, 8, 1), deadline=date(2028, 12, 31)) == []


def test_a_typed_percentage_is_the_value_that_people_saw() -> None:
    share = kpi(leading=True, unit=Unit(UnitKind.PERCENT), decimals=1)
    values = months(0.8012, 0.8213, 0.8551)
    assert len(begun(0.801, values, known=share)) == 1
    assert begun(0.80, values, known=share) == []


def test_a_first_value_long_after_the_start() -> None:
    april = JANUARY.shift(3)
    (advice,) = begun(300.0, months(320, 330, first=april), start=date(2026, 1, 1))
    assert plain(advice) == (
        "Kpi 1 in “More orders” begins at 300.0 on 2026-01-01, "
        f"but its first value is from {april}."
    )


@pytest.mark.parametrize("first", [JANUARY, JANUARY.shift(1)])
def test_a_first_value_in_the_first_month_or_the_next_is_a_beginning(first: Period) -> None:
    assert begun(300.0, months(320, 330, first=first), start=date(2026, 1, 1)) == []


def test_a_month_of_days_without_values_is_nothing_to_speak_of() -> None:
    daily = kpi(leading=True, cadence=Cadence.DAY)
    start = date(2026, 1, 1)
    for day, count in ((date(2026, 2, 1), 0), (date(2026, 2, 2), 1)):
        values = {1: (Measurement(Period(Cadence.DAY, day), 320.0),)}
        assert len(begun(300.0, values, known=daily, start=start)) == count


def test_only_a_level_has_a_baseline_that_can_be_old() -> None:
    values = months(280, 290, 300, 320, 350)
    for comparison, count in ((Comparison.LEVEL, 1), (Comparison.TOTAL, 0)):
        found = said(
            AdviceKind.OLD_BASELINE,
            goals=(goal(start=START),),
            key_results=(result(7, baseline=300.0, comparison=comparison),),
            values=values,
        )
        assert len(found) == count
    band = kpi(leading=True, better=Better.BAND, band_low=1.0)
    assert begun(300.0, values, known=band) == []
    assert begun(None, values) == []
    assert begun(300.0, values, state=GoalState.DRAFT) == []


def test_a_newer_value_or_another_baseline_are_other_facts() -> None:
    (one,) = begun(300.0, months(280, 290, 300, 320, 350))
    (newer,) = begun(300.0, months(280, 290, 300, 320, 360))
    (other,) = begun(290.0, months(280, 290, 300, 320, 350))
    assert one.subject == newer.subject == other.subject == "key result 7"
    assert len({one.facts, newer.facts, other.facts}) == 3
