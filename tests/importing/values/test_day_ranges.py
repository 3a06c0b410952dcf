"""Ranges of days, weeks by their Monday, and dates with words around them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.values.day_ranges import ends_of
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp
from tests.importing.found import Look, only, span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8–14 jan 2026", "2026-01-08", "2026-01-14"),
        ("8-14 jan 2026", "2026-01-08", "2026-01-14"),
        ("8 - 14 jan. 2026", "2026-01-08", "2026-01-14"),
        ("Apr 9–15, 2026", "2026-04-09", "2026-04-15"),
        ("29 dec - 4 jan 2026", "2025-12-29", "2026-01-04"),
        ("Dec 29 - Jan 4, 2026", "2025-12-29", "2026-01-04"),
        ("1 jan - 31 jan 2026", "2026-01-01", "2026-01-31"),
        ("2024-03-01/2024-03-31", "2024-03-01", "2024-03-31"),
        ("01.01.2026-31.01.2026", "2026-01-01", "2026-01-31"),
        ("Week of Jan 5, 2026", "2026-01-05", "2026-01-11"),
        ("week ending 11 Jan 2026", "2026-01-05", "2026-01-11"),
        ("okt 2025 - dec 2025", "2025-10-01", "2025-12-31"),
    ],
)
def test_ranges_with_one_year_for_both_ends(text: str, first: str, last: str) -> None:
    stamp = parse_period(text)
    assert isinstance(stamp, Stamp)
    assert (str(stamp.start), str(stamp.end)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Apr 9 - Apr 15", "2026-04-09", "2026-04-15"),
        ("Apr 9 - 15", "2026-04-09", "2026-04-15"),
        ("9-15 apr", "2026-04-09", "2026-04-15"),
        ("Dec 28 - Jan 3", "2026-12-28", "2027-01-03"),
        ("26/1 - 1/2", "2026-01-26", "2026-02-01"),
        ("26/1-1/2", "2026-01-26", "2026-02-01"),
        ("1/26 – 2/1", "2026-01-26", "2026-02-01"),
        ("2/2 - 8/2", "2026-02-02", "2026-02-08"),
        ("2/2 - 2/8", "2026-02-02", "2026-02-08"),
        ("28/12 - 3/1", "2026-12-28", "2027-01-03"),
    ],
)
def test_ranges_that_lack_their_year(text: str, first: str, last: str) -> None:
    part = parse_period(text)
    assert isinstance(part, Part)
    assert part.grain is Grain.WEEK
    stamp = part.in_year(2026)
    assert stamp is not None
    assert (str(stamp.start), str(stamp.end)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["1-10", "5 - 12", "31-40 jan", "30 feb - 2 mar 2026", "0-30 dagar", "18-24", "Jan 4, 2026 - "],
)
def test_other_ranges_are_no_periods(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Mon 05.01.2026", "2026-01-05"),
        ("2026-01-05 (mån)", "2026-01-05"),
        ("mandag d. 5. januar 2026", "2026-01-05"),
        ("5 jan. 2026 kl. 14:30", "2026-01-05"),
        ("2026-01-05 10:00 (CET)", "2026-01-05"),
        ("2026-01-05 23:30:00 Europe/Stockholm", "2026-01-05"),
        ("20260105T093800", "2026-01-05"),
        ("2026-W02-1", "2026-01-05"),
        ("1\u202fjan\u202f2026", "2026-01-01"),
    ],
)
def test_days_with_words_around_them(text: str, start: str) -> None:
    assert parse_period(text) == Stamp(Grain.DAY, date.fromisoformat(start))


@pytest.mark.parametrize(
    ("text", "grain", "start"),
    [
        ("Q1 26", Grain.QUARTER, "2026-01-01"),
        ("1Q26", Grain.QUARTER, "2026-01-01"),
        ("1:a kvartalet 2026", Grain.QUARTER, "2026-01-01"),
        ("KW 5/26", Grain.WEEK, "2026-01-26"),
        ("jan/26", Grain.MONTH, "2026-01-01"),
        ("Jan, 2026", Grain.MONTH, "2026-01-01"),
        ("enero de 2026", Grain.MONTH, "2026-01-01"),
        ("M01 2026", Grain.MONTH, "2026-01-01"),
        ("2026M03*", Grain.MONTH, "2026-03-01"),
        ("jan 2026 (prel.)", Grain.MONTH, "2026-01-01"),
        ("FY26", Grain.YEAR, "2026-01-01"),
    ],
)
def test_short_forms(text: str, grain: Grain, start: str) -> None:
    assert parse_period(text) == Stamp(grain, date.fromisoformat(start))


def listed(periods: list[str]) -> str:
    return "Period;Antal\n" + "".join(f"{period};10\n" for period in periods)


def test_an_end_of_a_range_proves_the_order_of_all(look_at_text: Look) -> None:
    found = look_at_text(listed(["01/02/2026 - 28/02/2026", "01/03/2026 - 31/03/2026"]))
    assert not found.questions
    assert span(only(found)) == ("month", "2026-02-01", "2026-03-01")


def test_an_order_that_no_range_proves_is_asked(look_at_text: Look) -> None:
    found = look_at_text(listed(["01/02/2026 - 03/02/2026", "05/02/2026 - 06/02/2026"]))
    assert [question.id for question in found.questions] == ["date-order"]


def test_american_weeks_count_where_their_middle_lies(look_at_text: Look) -> None:
    found = look_at_text(
        "# Start date: 20230401\n# End date: 20230430\n"
        "Week;Users\nApr 9 - Apr 15;10\nApr 16 - Apr 22;20\n"
    )
    assert not found.questions
    assert span(only(found)) == ("week", "2023-04-10", "2023-04-17")


def test_years_in_two_digits_beside_a_month(look_at_text: Look) -> None:
    for periods in (
        ["25-nov", "25-dec", "26-jan", "26-feb"],
        ["Nov 25", "Dec 25", "Jan 26", "Feb 26"],
    ):
        found = look_at_text(listed(periods))
        assert not found.questions
        assert span(only(found)) == ("month", "2025-11-01", "2026-02-01")


def test_the_same_day_of_each_month_is_no_year(look_at_text: Look) -> None:
    found = look_at_text(listed(["25-jan", "25-feb", "25-mar", "25-apr"]))
    assert [question.id for question in found.questions] == ["year"]


def test_short_years_first_are_told_from_days(look_at_text: Look) -> None:
    found = look_at_text(listed(["26-02-05", "26-02-06", "26-02-07", "26-02-08"]))
    assert not found.questions
    assert span(only(found)) == ("day", "2026-02-05", "2026-02-08")


def test_serial_days_with_a_time(look_at_text: Look) -> None:
    found = look_at_text("Datum;Antal\n46023,25;1\n46024,5;2\n46025,75;3\n")
    assert span(only(found)) == ("day", "2026-01-01", "2026-01-03")


DAYS = st.dates(date(1971, 1, 1), date(2068, 12, 31))
PATTERNS = ["yyyy-MM-dd", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "EEE d MMM yyyy", "yyyy/M/d"]


@given(DAYS, st.sampled_from(["sv", "da", "nb", "en", "de", "es"]), st.sampled_from(PATTERNS))
def test_dates_of_all_languages_are_read_back(day: date, locale: str, pattern: str) -> None:
    text = format_date(day, pattern, locale=locale)
    for written in (text, text.upper(), f"  {text} "):
        assert parse_period(written) == Stamp(Grain.DAY, day)


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%y-%m-%d", "%m/%d/%y %H:%M"]))
def test_short_dates_are_read_back_by_their_order(day: date, pattern: str) -> None:
    order = "".join(letter.lower() for letter in pattern.split()[0] if letter in "dmyY")
    assert parse_period(day.strftime(pattern), Style(order)) == Stamp(Grain.DAY, day)


@given(DAYS, st.integers(1, 60), st.sampled_from(["sv", "da", "nb", "en", "de", "es"]))
def test_ranges_of_all_languages_are_read_back(day: date, length: int, locale: str) -> None:
    last = day + timedelta(days=length)
    first_text = format_date(day, "d MMM yyyy", locale=locale)
    last_text = format_date(last, "d MMM yyyy", locale=locale)
    for text in (f"{first_text} - {last_text}", f"{day} – {last}", f"{day}/{last}"):
        stamp = parse_period(text)
        assert isinstance(stamp, Stamp)
        assert (stamp.start, stamp.end) == (day, last)


@given(st.text(alphabet="0123456789-–/. ,janfebwkq:()tmö'", max_size=30))
def test_nothing_near_a_period_fails(text: str) -> None:
    for style in (Style(), Style("dmy", short_year=True), Style("mdy", from_january=True)):
        found = parse_period(text, style)
        assert found is None or isinstance(found, Stamp | Part)
    assert ends_of(text) is None or len(ends_of(text) or ()) == 2


def test_days_across_in_an_open_order_are_asked_about_once(look_at_text: Look) -> None:
    text = "Kanal;01/02/2026;02/02/2026;03/02/2026;04/02/2026\nA;1;2;3;4\nB;1;2;3;4\n"
    found = look_at_text(text)
    assert [question.id for question in found.questions] == ["date-order"]
    for answer, expected in (
        ("dmy", ("day", "2026-02-01", "2026-02-04")),
        ("mdy", ("month", "2026-01-01", "2026-04-01")),
    ):
        found = look_at_text(text, answers={"date-order": answer})
        assert not found.questions
        assert span(only(found)) == expected


def test_hours_of_a_workbook_begin_at_midnight(look_at_rows: Look) -> None:
    start = datetime(2026, 3, 1)  # noqa: DTZ001 a spreadsheet has no zone
    rows = [["Tid", "Antal"], *([start + timedelta(hours=n), n] for n in range(30))]
    assert span(only(look_at_rows(rows))) == ("hour", "2026-03-01", "2026-03-02")


@pytest.mark.parametrize("text", ["1/2 - 3/4", "1/2 - 1/2", "13/13 - 14/13", "1/2"])
def test_fractions_are_no_ranges_of_days(text: str) -> None:
    assert ends_of(text) is None
