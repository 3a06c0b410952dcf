"""Periods in headers beside other words, and the year that stands in the corner or in a pair."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.importing.tables.preamble import years_in
from desktop.importing.tables.recognition import Layout, Recognition, Table
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp
from tests.importing.found import Look, figures, only, span


def wide(found: Recognition) -> Table:
    table = only(found)
    assert table.layout is Layout.WIDE
    return table


def test_a_word_beside_every_period(look_at_text: Look) -> None:
    found = look_at_text("""
Konto;Utfall jan 2026;Utfall feb 2026;Utfall mar 2026;Total
Intäkter;10;20;30;60
Kostnader;4;5;6;15
""")
    assert span(wide(found)) == ("month", "2026-01-01", "2026-03-01")
    assert figures(only(found)) == {"Intäkter": 60.0, "Kostnader": 15.0}


def test_series_named_beside_the_periods(look_at_text: Look) -> None:
    found = look_at_text("""
Konto;jan 2026 Utfall;jan 2026 Budget;feb 2026 Utfall;feb 2026 Budget
Intäkter;10;11;20;22
""")
    assert span(wide(found)) == ("month", "2026-01-01", "2026-02-01")
    assert figures(only(found)) == {"Intäkter – Utfall": 30.0, "Intäkter – Budget": 33.0}


def test_measures_of_two_years_stay_columns(look_at_text: Look) -> None:
    found = look_at_text("""
Datum;Antal 2024;Antal 2025;Pris 2024;Pris 2025
2026-01-01;1;2;3;4
2026-01-02;5;6;7;8
""")
    assert found.tables[0].layout is Layout.LONG


@pytest.mark.parametrize("corner", ["År 2026", "Budget 2026", "2026 (SEK)"])
def test_the_year_in_the_corner(look_at_text: Look, corner: str) -> None:
    found = look_at_text(f"{corner};jan;feb;mar\nIntäkter;10;20;30\nKostnader;1;2;3\n")
    assert not found.questions
    assert span(wide(found)) == ("month", "2026-01-01", "2026-03-01")


@pytest.mark.parametrize("title", ["Resultat 2025/2026", "Resultat 2025-2026", "FY 2025/26"])
def test_of_two_years_the_first_begins(look_at_text: Look, title: str) -> None:
    found = look_at_text(f"{title}\n\nKonto;nov;dec;jan;feb\nIntäkter;1;2;3;4\n")
    assert not found.questions
    assert span(wide(found)) == ("month", "2025-11-01", "2026-02-01")


def test_two_years_without_a_turn_are_asked_about(look_at_text: Look) -> None:
    found = look_at_text("Resultat 2025/2026\n\nKonto;jan;feb;mar\nIntäkter;1;2;3\n")
    (question,) = found.questions
    assert [key for key, _ in question.options] == ["2025", "2026"]


def test_small_figures_under_weeks_are_no_weeks(look_at_text: Look) -> None:
    found = look_at_text("Order 2025-2026\n\n;v.51;v.52;v.1;v.2\nOrder;12;9;31;50\n")
    assert span(wide(found)) == ("week", "2025-12-15", "2026-01-05")
    assert figures(only(found)) == {"Order": 102.0}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Läsår 2025/2026", {2025, 2026}),
        ("FY 2024/25", {2024, 2025}),
        ("Report 2011-12", set()),
        ("FY 2011-12", {2011, 2012}),
        ("2025-2030", set()),
        ("2026-01-31", set()),
    ],
)
def test_pairs_of_years(text: str, years: set[int]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-P01", Stamp(Grain.MONTH, date(2026, 1, 1))),
        ("2026P12", Stamp(Grain.MONTH, date(2026, 12, 1))),
        ("2026-P13", None),
        ("jan-mar 2025", Stamp(Grain.QUARTER, date(2025, 1, 1))),
        ("okt–dec", Part(Grain.QUARTER, 4)),
        ("feb-apr 2025", None),
    ],
)
def test_numbered_periods_and_ranges_of_months(text: str, period: Stamp | Part | None) -> None:
    assert parse_period(text) == period
