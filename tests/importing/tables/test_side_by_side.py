"""Tables beside one another on a sheet, and single tables that only have gaps."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.tables.recognition import Table
from tests.importing.found import Look, figures

MONTHS = [("Månad", "Försäljning"), ("2026-01", 10), ("2026-02", 20), ("2026-03", 30)]
WEEKS = [("Vecka", "Besök"), *[(f"2026-W{week:02d}", week) for week in range(1, 9)]]


def beside(*blocks: Sequence[Sequence[object]], gap: int = 1) -> list[list[object]]:
    """The rows of a sheet on which these blocks stand side by side."""
    rows: list[list[object]] = [[] for _ in range(max(map(len, blocks)))]
    for block in blocks:
        width = max(map(len, block))
        for place, row in enumerate(rows):
            cells = list(block[place]) if place < len(block) else []
            row.extend([*cells, *[None] * (width - len(cells) + gap)])
    return rows


def lie(table: Table) -> tuple[object, ...]:
    period = table.period and (table.period.column, table.period.cadence.value)
    return table.header_row, table.first_row, table.last_row, period


def test_months_beside_weeks(look_at_rows: Look) -> None:
    months, weeks = look_at_rows(beside(MONTHS, WEEKS)).tables
    assert lie(months) == (1, 2, 4, ("Månad", "month"))
    assert figures(months) == {"Försäljning": 60.0}
    assert lie(weeks) == (1, 2, 9, ("Vecka", "week"))
    assert figures(weeks) == {"Besök": 36.0}


def test_each_table_has_its_own_title_and_place(look_at_rows: Look) -> None:
    rows = beside([("Per månad",), *MONTHS], [(), (), ("Per vecka",), *WEEKS], gap=2)
    months, weeks = look_at_rows(rows).tables
    assert (months.title, *lie(months)) == ("Per månad", 2, 3, 5, ("Månad", "month"))
    assert (weeks.title, *lie(weeks)) == ("Per vecka", 4, 5, 12, ("Vecka", "week"))


def test_three_abreast(look_at_rows: Look) -> None:
    orders = [("Månad", "Order"), ("2026-01", 1), ("2026-02", 2), ("2026-03", 3)]
    found = look_at_rows(beside(MONTHS, WEEKS, orders))
    assert [figures(table) for table in found.tables] == [
        {"Försäljning": 60.0},
        {"Besök": 36.0},
        {"Order": 6.0},
    ]
    assert len({table.shape for table in found.tables}) == 3


def test_two_by_month_across_take_the_year_from_the_one_title(look_at_rows: Look) -> None:
    actual = [("Utfall 2026",), ("Post", "jan", "feb"), ("A", 1, 2), ("B", 3, 4)]
    budget = [("Budget",), ("Post", "jan", "feb"), ("A", 5, 6), ("B", 7, 8)]
    found = look_at_rows(beside(actual, budget))
    assert not found.questions
    assert [figures(table) for table in found.tables] == [{"A": 3, "B": 7}, {"A": 11, "B": 15}]
    assert {str(table.period and table.period.last) for table in found.tables} == {"2026-02-01"}


def test_side_by_side_under_a_wider_table(look_at_rows: Look) -> None:
    wide = [("Post", "2026-01", "2026-02", "2026-03", "2026-04"), ("A", 1, 1, 1, 1)]
    rows = [*wide, (), *beside(MONTHS, WEEKS)]
    found = look_at_rows(rows).tables
    assert [lie(table)[:3] for table in found] == [(1, 2, 2), (4, 5, 7), (4, 5, 12)]


def test_spacer_columns_part_nothing(look_at_rows: Look) -> None:
    rows = [(month, None, sales) for month, sales in MONTHS]
    (table,) = look_at_rows(rows).tables
    assert (lie(table), figures(table)) == ((1, 2, 4, ("Månad", "month")), {"Försäljning": 60.0})


def test_measures_behind_a_gap_belong_to_the_dates_before_it(look_at_rows: Look) -> None:
    orders = [("Order", "Besök"), (1, 9), (2, 8), (3, 7)]
    (table,) = look_at_rows(beside(MONTHS, orders)).tables
    assert figures(table) == {"Försäljning": 60.0, "Order": 6.0, "Besök": 24.0}


def test_a_summary_beside_a_table_takes_no_row_of_it(look_at_rows: Look) -> None:
    summary = [("Sammanfattning",), ("Totalt", 60), ("Snitt", 20), ("Max", 30)]
    (table,) = look_at_rows(beside(MONTHS, summary)).tables
    assert (lie(table), figures(table)) == ((1, 2, 4, ("Månad", "month")), {"Försäljning": 60.0})


def test_names_that_come_back_over_dates_of_their_own(look_at_rows: Look) -> None:
    rows = [("Datum", "Sålt", "Datum", "Sålt")]
    rows += [(f"2025-01-0{day}", day, f"2026-01-0{day}", 2 * day) for day in range(1, 6)]
    one, other = look_at_rows(rows).tables
    assert (figures(one), figures(other)) == ({"Sålt": 15.0}, {"Sålt": 30.0})
    assert other.period is not None
    assert str(other.period.first) == "2026-01-01"


def test_customers_beside_months_are_a_table_of_their_own(look_at_rows: Look) -> None:
    customers = [("Kund", "Omsättning"), ("Berg", 7), ("Dahl", 8)]
    months, others = look_at_rows(beside(MONTHS, customers)).tables
    assert figures(months) == {"Försäljning": 60.0}
    assert (lie(others), figures(others)) == ((1, 2, 3, None), {"Omsättning": 15.0})
    (one,) = look_at_rows(beside(MONTHS, [*customers, ("Ek", 9)])).tables
    assert figures(one) == {"Försäljning": 60.0, "Omsättning": 24.0}
