"""Tables without a time axis, periods that only a title or a sheet names, and files without
tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition, Role
from tests.importing.found import Look, only

TODAY = date(2026, 7, 1)


@pytest.fixture
def look_at_sheets(tmp_path: Path) -> Look:
    def recognised(sheets: dict[str, list[list[object]]], **answers: str) -> Recognition:
        book = Book()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "book.xlsx"
        book.save(path)
        return recognise(read(path), answers=answers, today=TODAY)

    return recognised


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Top queries,Clicks,Impressions,CTR,Position\nkaffe,5,100,5%,3.2\n", "Chart.csv"),
        ("Enhet,Klick,Exponeringar,CTR,Position\nMobil,15,638,2.3%,9.1\n", "Chart.csv"),
        ("Campaign,Clicks,Impr.,Cost\nBrand,12,900,100.5\nOther,3,90,10.5\n", "Google Ads"),
        ("Store code,Business name,Calls\n1,Lund,5\n2,Malmö,6\n", "Business Profile"),
        ("Session source,Sessions,New users\ngoogle,9,3\ndirect,4,2\n", "Google Analytics"),
        ("Product title,Net sales,Orders\nKaffe,100,3\nTe,50,2\n", "Shopify"),
        ("name,visitors,bounce_rate\nGoogle,90,30\nBing,5,10\n", "visitors.csv"),
        ("Keyword,Search Volume,CPC\nkaffe,900,1.2\nte,50,0.3\n", "position tracking"),
    ],
)
def test_lists_of_known_exports_say_what_to_export_instead(
    look_at_text: Look, text: str, instead: str
) -> None:
    found = look_at_text(text)
    assert only(found).period is None
    assert [instead in warning.text for warning in found.warnings] == [True]


def test_other_lists_give_no_advice(look_at_text: Look) -> None:
    found = look_at_text("Butik,Yta,Anställda\nLund,100,5\nMalmö,200,7\n")
    assert only(found).period is None
    assert not found.warnings
    assert [question.id for question in found.questions] == ["period"]


META = """
Campaign name,Impressions,Amount spent (SEK),Reporting starts,Reporting ends
Spring,5000,1000.5,{first},{last}
Autumn,2000,400,{first},{last}
"""


def test_rows_that_all_cover_one_range_are_no_series(look_at_text: Look) -> None:
    found = look_at_text(META.format(first="2026-02-10", last="2026-03-11"))
    assert only(found).period is None
    assert any("Breakdown" in warning.text for warning in found.warnings)


def test_a_range_that_is_a_month_is_the_period(look_at_text: Look) -> None:
    found = look_at_text(META.format(first="2026-02-01", last="2026-02-28"))
    period = only(found).period
    assert period is not None
    assert (period.column, period.cadence.value, period.first) == (None, "month", date(2026, 2, 1))
    assert not found.warnings


def test_rows_by_day_keep_their_days(look_at_text: Look) -> None:
    text = "Impressions,Reporting starts,Reporting ends\n"
    text += "".join(f"{day},2026-02-0{day},2026-02-0{day}\n" for day in range(1, 6))
    period = only(look_at_text(text)).period
    assert period is not None
    assert (period.column, period.cadence.value) == ("Reporting starts", "day")


def test_a_sheet_for_each_month(look_at_sheets: Look) -> None:
    rows: list[list[object]] = [["Butik", "Sålt"], ["Lund", 1], ["Malmö", 2]]
    found = look_at_sheets({"Januari 2026": rows, "Februari 2026": rows})
    assert [str(t.period and t.period.first) for t in found.tables] == ["2026-01-01", "2026-02-01"]
    found = look_at_sheets({"Jan": rows, "Feb": rows})
    assert [question.id for question in found.questions] == ["year"]
    found = look_at_sheets({"Jan": rows, "Feb": rows}, year="2025")
    assert [str(t.period and t.period.first) for t in found.tables] == ["2025-01-01", "2025-02-01"]
    found = look_at_sheets({"Q1 2026": rows, "v.12 2026": rows})
    assert [t.period and t.period.cadence.value for t in found.tables] == ["quarter", "week"]


def test_a_title_names_the_week(look_at_rows: Look) -> None:
    rows = [("Besök vecka 12 2026",), ("Timme", "Mån", "Tis"), ("08", 1, 2), ("09", 4, 5)]
    period = only(look_at_rows(rows)).period
    assert period is not None
    assert (period.cadence.value, period.first) == ("week", date(2026, 3, 16))


def test_a_stock_list_is_as_of_its_day(look_at_rows: Look) -> None:
    rows = [("Lager per 2026-06-30",), ("Artikel", "Antal"), ("A", 1), ("B", 2), ("Summa", 3)]
    period = only(look_at_rows(rows)).period
    assert period is not None
    assert (period.cadence.value, period.first) == ("day", date(2026, 6, 30))


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([["Innehåll"], ["Tabell 1", "Sålda bilar"], ["Tabell 2", "Anställda"]], "text only"),
        ([[None, 7, 9], [None, 3, 4], [None, 5, 6]], "no row of names"),
    ],
)
def test_sheets_without_tables_say_why(
    look_at_sheets: Look, rows: list[list[object]], says: str
) -> None:
    found = look_at_sheets({"Blad1": rows})
    assert not found.tables
    assert [says in warning.text for warning in found.warnings] == [True]


@pytest.mark.parametrize("rest", ["", "No data available.,,\n"])
def test_a_header_without_rows(look_at_text: Look, rest: str) -> None:
    found = look_at_text("Day,Campaign,Amount\n" + rest)
    table = only(found)
    assert (table.header_row, table.first_row, table.last_row) == (1, None, None)
    assert [column.name for column in table.columns] == ["Day", "Campaign", "Amount"]
    assert all(column.role is Role.IGNORED for column in table.columns)
    assert ["no rows" in warning.text for warning in found.warnings] == [True]
