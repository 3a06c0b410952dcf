"""When the line may be reached: with a range, and only where the history says something."""

from __future__ import annotations

from datetime import date

from desktop.core.kpi import Better
from desktop.core.line_reach import LEAST, reaching, reaching_words
from desktop.core.period import Cadence, Period

OCTOBER = Period(Cadence.MONTH, date(2026, 10, 1))
RISING = [10 + n * 0.5 + n % 3 for n in range(36)]  # 29.5 is the last
LEVEL = [10.0 + n * 7 % 5 for n in range(36)]


def test_too_little_history_says_so():
    assert reaching(RISING[: LEAST - 1], OCTOBER, 40.0) is None
    assert reaching([*RISING[: LEAST - 1], float("nan")], OCTOBER, 40.0) is None
    assert reaching_words(None).values == {"n": LEAST}


def test_a_steady_rise_of_a_half_a_month_reaches_five_more_in_about_ten_months():
    when = reaching(RISING, OCTOBER, 33.5)
    assert when.early <= when.middle <= when.late
    assert 5 <= OCTOBER.until(when.middle) <= 13
    assert reaching_words(when).values["early"] == when.early


def test_a_line_far_above_a_level_course_is_not_in_sight():
    when = reaching(LEVEL, OCTOBER, 100.0)
    assert (when.early, when.middle, when.late) == (None, None, None)
    assert when.horizon == OCTOBER.shift(24)
    assert reaching_words(when).values == {"period": OCTOBER.shift(24)}


def test_it_looks_no_further_ahead_than_the_history_is_long():
    assert reaching(LEVEL[:14], OCTOBER, 100.0).horizon == OCTOBER.shift(14)


def test_lower_is_better_is_the_same_upside_down():
    falling = [60 - value for value in RISING]
    assert OCTOBER.until(reaching(falling, OCTOBER, 26.5, Better.LOWER).middle) in range(5, 14)
    assert reaching(falling, OCTOBER, -100.0, Better.LOWER).early is None


def test_one_lucky_period_does_not_reach_it():
    """Every third value is past the line, and never three in a row."""
    values = [10.0, 10.0, 20.0] * 12
    when = reaching(values, OCTOBER, 19.0)
    assert when.early is None or OCTOBER.until(when.early) > 1
