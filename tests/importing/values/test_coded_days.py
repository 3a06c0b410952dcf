"""Days and weeks written as bare numbers under the name of a day or week."""

from __future__ import annotations

import pytest

from tests.importing.found import Look, span


@pytest.mark.parametrize(
    ("name", "codes", "cadence", "first", "last"),
    [
        ("Vecka", (202551, 202552, 202601, 202602), "week", "2025-12-15", "2026-01-05"),
        ("Vecka", (202601, 202602, 202603, 202604), "week", "2025-12-29", "2026-01-19"),
        ("Datum", (260129, 260130, 260131, 260201), "day", "2026-01-29", "2026-02-01"),
        ("Datum", (46023, 46024, 46025, 46026), "day", "2026-01-01", "2026-01-04"),
        ("timestamp", (1767225600, 1767312000, 1767398400), "day", "2026-01-01", "2026-01-03"),
        ("Created", (1767225600000, 1767398400000), "day", "2026-01-01", "2026-01-03"),
        ("Månad", (202511, 202512, 202601, 202602), "month", "2025-11-01", "2026-02-01"),
    ],
)
def test_numbers_that_are_days_or_weeks(
    look_at_text: Look, name: str, codes: tuple[int, ...], cadence: str, first: str, last: str
) -> None:
    rows = "\n".join(f"{code};{10 * place}" for place, code in enumerate(codes, 1))
    found = look_at_text(f"{name};Antal\n{rows}\n")
    assert not found.questions
    (table,) = found.tables
    assert table.period is not None
    assert table.period.column == name
    assert table.period.cadence.value == cadence
    assert (str(table.period.first), str(table.period.last)) == (first, last)
    amount = table.column("Antal")
    assert amount is not None
    assert amount.sum == 10.0 * sum(range(1, len(codes) + 1))


@pytest.mark.parametrize(
    ("name", "codes", "cadence", "first", "last"),
    [
        ("Vecka", ("2025-51", "2025-52", "2026-01"), "week", "2025-12-15", "2025-12-29"),
        ("Vecka", ("2026-01", "2026-02", "2026-03"), "week", "2025-12-29", "2026-01-12"),
        ("Uge", ("2026/9", "2026/10", "Total"), "week", "2026-02-23", "2026-03-02"),
        ("Månad", ("2026-01", "2026-02", "2026-03"), "month", "2026-01-01", "2026-03-01"),
        ("Monat", ("11.2025", "12.2025", "01.2026"), "month", "2025-11-01", "2026-01-01"),
        ("Period", ("9.2025", "10.2025"), "month", "2025-09-01", "2025-10-01"),
    ],
)
def test_codes_that_their_name_makes_weeks_or_months(
    look_at_text: Look, name: str, codes: tuple[str, ...], cadence: str, first: str, last: str
) -> None:
    rows = "\n".join(f"{code};{sum(range(place))}" for place, code in enumerate(codes, 1))
    found = look_at_text(f"{name};Antal\n{rows}\n")
    assert not found.questions
    (table,) = found.tables
    assert table.period is not None
    assert (table.period.column, table.period.cadence.value) == (name, cadence)
    assert (str(table.period.first), str(table.period.last)) == (first, last)


def test_months_that_a_spreadsheet_took_for_numbers(look_at_rows: Look) -> None:
    found = look_at_rows([["Monat", "Umsatz"], [9.202, 5], [10.202, 6], [11.202, 7]])
    (table,) = found.tables
    assert span(table)[1:] == ("2020-09-01", "2020-11-01")


@pytest.mark.parametrize("title", ["Timmar mars 2026", "2026-03-01 - 2026-03-31"])
def test_numbered_days_of_the_month_in_the_title(look_at_text: Look, title: str) -> None:
    rows = "\n".join(f"{day};{10 * day}" for day in (1, 2, 3, 9, 31))
    found = look_at_text(f"{title}\n\nDag;Timmar\n{rows}\nSumma;460\n")
    assert not found.questions
    (table,) = found.tables
    assert table.period is not None
    assert (table.period.column, table.period.cadence.value) == ("Dag", "day")
    assert (str(table.period.first), str(table.period.last)) == ("2026-03-01", "2026-03-31")
    assert [c.sum for c in table.columns if c.name == "Timmar"] == [460.0]


def test_days_and_months_without_a_year(look_at_text: Look) -> None:
    rows = "\n".join(f"{day};{place}" for place, day in enumerate(("29/12", "30/12", "2/1"), 1))
    found = look_at_text(f"Datum;Antal\n{rows}\n", name="Dagar 2025.csv")
    assert not found.questions
    (table,) = found.tables
    assert span(table)[1:] == ("2025-12-29", "2026-01-02")
    found = look_at_text("Betyg;Antal\n4/5;1\n3/5;2\n5/13;3\n", name="Betyg 2025.csv")
    assert found.tables[0].period is None


def test_letters_with_numbers_may_be_names(look_at_text: Look) -> None:
    found = look_at_text(
        "Rapport\n2026-03-01 - 2026-03-31\nKampanj;Klick;Kostnad\nK1;5;2,5\nK2;6;3,5\n"
    )
    (table,) = found.tables
    assert table.period is not None
    assert (table.period.column, str(table.period.first)) == (None, "2026-03-01")
    found = look_at_text("Resultat 2025\n\nKvartal;Intäkt\nK1;5\nK2;6\n")
    assert found.tables[0].period is not None
    assert found.tables[0].period.cadence.value == "quarter"


def test_amounts_under_another_name_are_no_days(look_at_text: Look) -> None:
    found = look_at_text("Konto;Belopp\nEtt;46023\nTvå;46024\nTre;46025\n")
    assert found.tables[0].period is None


def test_the_example_of_a_date_order_shows_the_difference(look_at_text: Look) -> None:
    found = look_at_text("Date,Clicks\n01/01/2026,1\n03/01/2026,2\n02/01/2026,3\n")
    (question,) = found.questions
    assert question.id == "date-order"
    assert question.examples[0] == "03/01/2026"
