"""Adding up measurements, against sums made in another way."""

from __future__ import annotations

import math
from datetime import date, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series, missing_periods


def series_of(cadence, starts_and_values, *, add_up=AddUp.SUM, year_start=1, through=None):
    kpi = Kpi(name="KPI", cadence=cadence, add_up=add_up)
    measurements = [
        Measurement(Period.containing(cadence, start, year_start), value)
        for start, value in starts_and_values
    ]
    if through is not None:
        measurements[-1] = Measurement(
            measurements[-1].period, measurements[-1].value, through=through
        )
    return Series(kpi, measurements, year_start)


def days(first, values):
    return [(first + timedelta(days=n), value) for n, value in enumerate(values)]


def months(first_year, first_month, values):
    index = first_year * 12 + first_month - 1
    return [
        (date((index + n) // 12, (index + n) % 12 + 1, 1), value) for n, value in enumerate(values)
    ]


def seen(measurements):
    return [(m.period.start, m.value, m.through, m.incomplete) for m in measurements]


def test_days_make_months():
    # 31 days of 1, 28 of 2, and 10 of 3.
    values = [1.0] * 31 + [2.0] * 28 + [3.0] * 10
    assert seen(series_of(Cadence.DAY, days(date(2026, 1, 1), values)).at(Cadence.MONTH)) == [
        (date(2026, 1, 1), 31.0, None, False),
        (date(2026, 2, 1), 56.0, None, False),
        (date(2026, 3, 1), 30.0, date(2026, 3, 10), False),
    ]


def test_days_without_business_are_not_missing():
    weekdays = [(day, 1.0) for day, _ in days(date(2026, 1, 1), range(59)) if day.weekday() < 5]
    january, february = series_of(Cadence.DAY, weekdays).at(Cadence.MONTH)
    assert (january.value, january.incomplete, january.through) == (22.0, False, None)
    assert february.value == 20.0
    assert february.through == date(2026, 2, 27)  # the 28th is a Saturday that may still come


def test_a_series_that_begins_inside_a_month_does_not_cover_it():
    january, february = series_of(Cadence.DAY, days(date(2026, 1, 5), [1.0] * 55)).at(Cadence.MONTH)
    assert january.incomplete
    assert january.partial(date(2030, 1, 1))
    assert not february.incomplete


def test_a_week_counts_in_the_month_of_its_thursday():
    weeks = [(date(2025, 12, 29) + timedelta(weeks=n), 1.0) for n in range(10)]
    # Thursdays: 1, 8, 15, 22, 29 January; 5, 12, 19, 26 February; 5 March.
    assert seen(series_of(Cadence.WEEK, weeks).at(Cadence.MONTH)) == [
        (date(2026, 1, 1), 5.0, None, False),
        (date(2026, 2, 1), 4.0, None, False),
        (date(2026, 3, 1), 1.0, date(2026, 3, 8), False),
    ]


def test_a_year_of_53_weeks_holds_53():
    weeks = [(date(2019, 12, 30) + timedelta(weeks=n), 1.0) for n in range(105)]
    assert [m.value for m in series_of(Cadence.WEEK, weeks).at(Cadence.YEAR)] == [53.0, 52.0]


def test_fiscal_years_begin_in_their_month():
    values = months(2024, 7, [1.0] * 12 + [2.0] * 12)
    assert seen(series_of(Cadence.MONTH, values, year_start=7).at(Cadence.YEAR)) == [
        (date(2024, 7, 1), 12.0, None, False),
        (date(2025, 7, 1), 24.0, None, False),
    ]


@pytest.mark.parametrize(
    ("add_up", "incomplete"), [(AddUp.SUM, True), (AddUp.MEAN, True), (AddUp.LAST, False)]
)
def test_a_month_that_is_missing_in_the_middle(add_up, incomplete):
    values = [*months(2026, 1, [1.0]), *months(2026, 3, [3.0, 4.0, 5.0, 6.0])]
    first, second = series_of(Cadence.MONTH, values, add_up=add_up).at(Cadence.QUARTER)
    assert (first.incomplete, second.incomplete) == (incomplete, False)


def test_a_last_value_that_is_missing_is_not_the_quarters():
    values = [*months(2026, 1, [1.0, 2.0]), *months(2026, 4, [4.0])]
    first, second = series_of(Cadence.MONTH, values, add_up=AddUp.LAST).at(Cadence.QUARTER)
    assert (first.value, first.incomplete) == (2.0, True)
    assert (second.value, second.incomplete, second.through) == (4.0, False, date(2026, 4, 30))


def test_a_partial_month_makes_its_quarter_partial():
    values = months(2026, 1, [1.0, 1.0, 1.0])
    quarter = series_of(Cadence.MONTH, values, through=date(2026, 3, 12)).at(Cadence.QUARTER)[0]
    assert (quarter.value, quarter.through) == (3.0, date(2026, 3, 12))


def test_an_old_partial_month_leaves_its_quarter_incomplete():
    kpi = Kpi(name="KPI")
    march = Measurement(Period(Cadence.MONTH, date(2026, 3, 1)), 1.0, through=date(2026, 3, 9))
    others = [
        Measurement(Period(Cadence.MONTH, start), value)
        for start, value in [*months(2026, 1, [1.0, 1.0]), *months(2026, 4, [1.0])]
    ]
    assert Series(kpi, [*others, march]).at(Cadence.QUARTER)[0].incomplete
    february = Measurement(Period(Cadence.MONTH, date(2026, 2, 1)), 1.0, through=date(2026, 2, 9))
    kept = [m for m in others if m.period.start.month != 2]
    full_march = Measurement(march.period, 1.0)
    assert Series(kpi, [*kept, february, full_march]).at(Cadence.QUARTER)[0].incomplete


def test_a_finer_cadence_has_no_values():
    assert series_of(Cadence.MONTH, months(2026, 1, [1.0])).at(Cadence.DAY) == []
    assert series_of(Cadence.MONTH, []).at(Cadence.YEAR) == []


DAILY = st.lists(st.integers(-1000, 1000), min_size=1, max_size=400)
FIRST = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@given(FIRST, DAILY, st.integers(1, 12))
def test_adding_up_in_two_steps_is_adding_up_in_one(first, values, year_start):
    for add_up in (AddUp.SUM, AddUp.LAST):
        daily = series_of(Cadence.DAY, days(first, values), add_up=add_up, year_start=year_start)
        monthly = Series(
            Kpi(name="KPI", add_up=add_up), daily.at(Cadence.MONTH), year_start=year_start
        )
        for cadence in (Cadence.QUARTER, Cadence.YEAR):
            one, two = daily.at(cadence), monthly.at(cadence)
            assert [(m.period, m.value) for m in one] == [(m.period, m.value) for m in two]


@given(FIRST, DAILY, st.sampled_from(Cadence), st.integers(1, 12))
def test_every_day_is_in_one_period(first, values, cadence, year_start):
    by_period = {}
    for day, value in days(first, values):
        by_period.setdefault(Period.containing(cadence, day, year_start), []).append(value)
    for add_up, combine in ((AddUp.SUM, math.fsum), (AddUp.MEAN, fmean), (AddUp.LAST, max)):
        if add_up is AddUp.LAST:
            expected = {period: parts[-1] for period, parts in by_period.items()}
        else:
            expected = {period: combine(parts) for period, parts in by_period.items()}
        added = series_of(Cadence.DAY, days(first, values), add_up=add_up, year_start=year_start)
        assert {m.period: m.value for m in added.at(cadence)} == pytest.approx(expected)


def test_full_and_partial_are_kept_apart():
    monthly = series_of(Cadence.MONTH, months(2026, 8, [1.0, 2.0, 3.0]))
    in_october, in_november = date(2026, 10, 20), date(2026, 11, 1)
    assert monthly.latest_full(in_october).value == 2.0
    assert monthly.latest_partial(in_october).value == 3.0
    assert monthly.latest_full(in_november).value == 3.0
    assert monthly.latest_partial(in_november) is None
    assert [m.value for m in monthly.full(in_october)] == [1.0, 2.0]
    assert series_of(Cadence.MONTH, []).latest_partial(in_october) is None
    assert series_of(Cadence.MONTH, []).latest_full(in_october) is None


def test_the_last_day_of_a_period_is_not_over_yet():
    monthly = series_of(Cadence.MONTH, months(2026, 10, [1.0]))
    assert monthly.latest_full(date(2026, 10, 31)) is None
    half = series_of(Cadence.MONTH, months(2026, 10, [1.0]), through=date(2026, 10, 30))
    assert half.latest_full(date(2027, 1, 1)) is None
    whole = series_of(Cadence.MONTH, months(2026, 10, [1.0]), through=date(2026, 10, 31))
    assert whole.latest_full(date(2027, 1, 1)).value == 1.0


def test_missing_periods():
    values = [*months(2026, 2, [1.0]), *months(2026, 5, [1.0])]
    monthly = series_of(Cadence.MONTH, values).measurements
    first = Period(Cadence.MONTH, date(2026, 1, 1))
    assert [p.start.month for p in missing_periods(monthly, first)] == [1, 3, 4]
    assert missing_periods([], first) == []
