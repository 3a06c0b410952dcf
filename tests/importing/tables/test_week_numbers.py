"""Weeks counted as the calendar counts them, or from 1 January on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.tables.week_numbers import has_week_53
from desktop.importing.values.stamps import Grain, Part
from tests.importing.found import Look, span

WEEKS = [(2021, week) for week in range(1, 54)] + [(2022, week) for week in range(1, 4)]
BY_COLUMN = "År;Vecka;Antal\n" + "".join(f"{year};{week};1\n" for year, week in WEEKS)
NOTE = "1 januari ligger alltid i vecka 1\n"


@pytest.mark.parametrize(
    ("year", "week", "start"),
    [  # 2021 begins on a Friday, 2024 on a Monday, 2023 on a Sunday
        (2021, 1, "2021-01-01"),
        (2021, 2, "2021-01-04"),
        (2021, 53, "2021-12-27"),
        (2024, 1, "2024-01-01"),
        (2024, 53, "2024-12-30"),
        (2023, 2, "2023-01-02"),
        (2023, 53, "2023-12-25"),
    ],
)
def test_weeks_from_1_january(year: int, week: int, start: str) -> None:
    stamp = Part(Grain.WEEK, week, from_january=True).in_year(year)
    assert stamp is not None
    assert str(stamp.start) == start


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_is_in_the_week_that_its_number_tells(day: date) -> None:
    new_year = date(day.year, 1, 1)
    number = (day.timetuple().tm_yday - 1 + new_year.weekday()) // 7 + 1
    stamp = Part(Grain.WEEK, number, from_january=True).in_year(day.year)
    assert stamp is not None
    assert stamp.first_day == date.fromisocalendar(*day.isocalendar()[:2], 1)


def test_years_with_a_week_53() -> None:
    years = [year for year in range(2015, 2033) if has_week_53(year)]
    assert years == [2015, 2020, 2026, 2032]


def test_a_week_that_the_calendar_lacks_is_asked_about(look_at_text: Look) -> None:
    found = look_at_text(BY_COLUMN)
    (question,) = found.questions
    assert question.id == "weeks"
    assert [key for key, _ in question.options] == ["january", "iso"]


@pytest.mark.parametrize(
    ("answer", "first", "last"),
    [("january", "2020-12-28", "2022-01-10"), ("iso", "2021-01-04", "2022-01-17")],
)
def test_the_answer_numbers_the_weeks(
    look_at_text: Look, answer: str, first: str, last: str
) -> None:
    found = look_at_text(BY_COLUMN, answers={"weeks": answer})
    assert not found.questions
    assert span(found.tables[0]) == ("week", first, last)


def test_a_footnote_says_it(look_at_text: Look) -> None:
    found = look_at_text(BY_COLUMN + "\n" + NOTE)
    assert not found.questions
    assert span(found.tables[0]) == ("week", "2020-12-28", "2022-01-10")
    (reason, *_) = found.tables[0].reasons
    assert "1 januari" in str(reason.values)


@pytest.mark.parametrize("pattern", ["{}-W{:02}", "{} v{}", "{}{:02}"])
def test_weeks_with_their_year_in_one_cell(look_at_text: Look, pattern: str) -> None:
    rows = "".join(f"{pattern.format(year, week)};1\n" for year, week in WEEKS)
    assert [q.id for q in look_at_text("Vecka;Antal\n" + rows).questions] == ["weeks"]
    found = look_at_text("Vecka;Antal\n" + rows + NOTE)
    assert span(found.tables[0]) == ("week", "2020-12-28", "2022-01-10")


def test_weeks_in_the_header(look_at_text: Look) -> None:
    header = ";".join(f"2021 v{week}" for week in range(1, 54))
    found = look_at_text(f"Butik;{header}\nA{';1' * 53}\nB{';2' * 53}\n{NOTE}")
    assert span(found.tables[0]) == ("week", "2020-12-28", "2021-12-27")


def test_years_as_columns(look_at_text: Look) -> None:
    rows = "".join(f"{week};1;2\n" for week in range(1, 54))
    found = look_at_text("Vecka;2021;2022\n" + rows + NOTE)
    assert span(found.tables[0]) == ("week", "2020-12-28", "2022-12-26")


def test_iso_weeks_are_said_where_it_matters(look_at_text: Look) -> None:
    found = look_at_text("Vecka;Antal\n2021-W01;1\n2021-W02;2\n2021-W03;3\n")
    assert span(found.tables[0]) == ("week", "2021-01-04", "2021-01-18")
    assert any("ISO 8601" in reason.text for reason in found.tables[0].reasons)
    found = look_at_text("Vecka;Antal\n2026-W01;1\n2026-W02;2\n2026-W03;3\n")
    assert not found.tables[0].reasons
