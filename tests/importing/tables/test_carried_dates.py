"""Dates that stand once for several rows, coarser periods between rows, and astray quotes."""

from __future__ import annotations

from datetime import date

from tests.importing.found import Look, Sums


def test_date_written_once_a_group_holds_for_the_rows_below(sums_by_month: Sums) -> None:
    text = """
Datum;Butik;Belopp
2026-01-31;Norr;10
;Syd;20
2026-02-28;Norr;30
;Syd;40
2026-03-31;Norr;50
;Syd;60
;Totalt;210
"""
    assert sums_by_month(text, "Belopp") == {"2026-01": 30.0, "2026-02": 70.0, "2026-03": 110.0}


def test_year_written_once(sums_by_month: Sums) -> None:
    text = """
År;Månad;Belopp
2024;November;1
;December;2
2025;Januari;4
;Februari;8
"""
    assert sums_by_month(text, "Belopp") == {
        "2024-11": 1.0,
        "2024-12": 2.0,
        "2025-01": 4.0,
        "2025-02": 8.0,
    }


def test_merged_dates(look_at_rows: Look) -> None:
    rows: list[list[object]] = [["Datum", "Butik", "Belopp"]]
    for day in (1, 2, 3):
        rows += [[date(2026, 1, day), "Norr", 10], [None, "Syd", 20]]
    (table,) = look_at_rows(rows, merged=("A2:A3", "A4:A5", "A6:A7")).tables
    amount = table.column("Belopp")
    assert amount is not None
    assert (amount.count, amount.sum, table.last_row) == (6, 90.0, 7)


def test_lines_of_an_order_share_its_date(look_at_text: Look) -> None:
    found = look_at_text("""
Name,Created,Quantity
#1,2026-01-01,1
#1,,2
#2,2026-01-01,3
#3,2026-01-02,4
#4,2026-01-03,5
#4,,6
""")
    quantity = found.tables[0].column("Quantity")
    assert quantity is not None
    assert (quantity.count, quantity.sum) == (6, 21.0)


def test_a_date_that_is_missing_is_said(look_at_text: Look) -> None:
    found = look_at_text("""
Datum;Belopp
2026-01-01;1
2026-01-01;2
2026-01-02;4
;8
2026-01-03;16
2026-01-04;32
""")
    amount = found.tables[0].column("Belopp")
    assert amount is not None
    assert amount.sum == 55.0
    assert len(found.warnings) == 1


def test_quarters_and_years_between_months_are_totals(sums_by_month: Sums) -> None:
    text = """
Period;Antal
2025-10;1
2025-11;2
2025-12;4
2025-Q4;7
2025;7
2026-01;8
"""
    assert sums_by_month(text, "Antal") == {
        "2025-10": 1.0,
        "2025-11": 2.0,
        "2025-12": 4.0,
        "2026-01": 8.0,
    }


def test_a_quotation_mark_that_is_never_closed_hides_no_rows(look_at_text: Look) -> None:
    found = look_at_text(
        'Datum;Vara;Belopp\n2026-01-01;"19 skärm;1\n2026-01-02;Kabel;2\n2026-01-03;Mus;4\n'
    )
    amount = found.tables[0].column("Belopp")
    assert amount is not None
    assert amount.sum == 7.0
    assert len(found.warnings) == 1


def test_an_address_of_several_lines_is_one_cell(look_at_text: Look) -> None:
    found = look_at_text(
        'Datum;Adress;Belopp\n2026-01-01;"Ett\nTvå; trappor\nTre";1\n2026-01-02;"A\nB";2\n'
    )
    (table,) = found.tables
    assert (table.first_row, table.last_row) == (2, 3)
    assert not found.warnings
