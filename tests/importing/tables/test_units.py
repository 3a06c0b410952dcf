"""Units from number formats, headers, cells, currency columns and lines above the table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.core.kpi import AddUp
from desktop.core.unit import Unit, UnitKind
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Column, Table
from desktop.importing.tables.units import guess_add_up
from desktop.importing.values.currencies import currency, currency_of_format, currency_of_header
from desktop.importing.values.marks import is_censored, is_error, is_missing
from desktop.importing.values.words import crown_of, is_total

PERCENT = Unit(UnitKind.PERCENT)
SEK = Unit(UnitKind.CURRENCY, "SEK")


@pytest.mark.parametrize(
    ("number_format", "code"),
    [
        ("#,##0.00 [$kr-41D]", "SEK"),
        ("#,##0.00 [$kr.-406]", "DKK"),
        ("[$kr-414] #,##0", "NOK"),
        ("[$€-407] #,##0.00", "EUR"),
        ("#,##0.00 [$SEK]", "SEK"),
        ('_("$"* #,##0.00_)', "USD"),
        ('#,##0.00\\ "kr"', "kr"),
        ("$#,##0.00", "USD"),
        ("#,##0.00 £", "GBP"),
        ("#,##0 EUR", "EUR"),
        ("#,##0.00", None),
        ("0.00%", None),
        ("[$-F800]dddd, mmmm dd, yyyy", None),
        ("ABC 0", None),
    ],
)
def test_the_currency_of_a_number_format(number_format: str, code: str | None) -> None:
    assert currency_of_format(number_format) == code


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Amount spent (SEK)", "SEK"),
        ("Kostnad, kr", "kr"),
        ("Cost [EUR]", "EUR"),
        ("Pris €", "EUR"),
        ("Total USD", "USD"),
        ("Sales", None),
        ("Number (all)", None),
    ],
)
def test_the_currency_of_a_header(header: str, code: str | None) -> None:
    assert currency_of_header(header) == code


def test_currencies_by_code_and_symbol() -> None:
    assert [currency(text) for text in ("SEK", "US$", "kr.", "all", "")] == [
        "SEK",
        "USD",
        "kr",
        None,
        None,
    ]


def test_whose_crown_it_is() -> None:
    assert crown_of(["Försäljning", "Belopp"]) == "SEK"
    assert crown_of(["Beløb", "Saldo", "Omsætning"]) == "DKK"
    assert crown_of(["Beløp", "Måned"]) == "NOK"
    assert crown_of(["Sales"]) is None


def columns(table: Table) -> dict[str, Column]:
    return {column.name: column for column in table.columns}


def recognised(path: Path) -> Table:
    (table,) = recognise(read(path), today=date(2026, 7, 1)).tables
    return table


def test_units_of_a_workbooks_formats(tmp_path: Path) -> None:
    book = Book()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Månad", "Försäljning", "Andel", "Tid", "Antal"])
    for month in (1, 2, 3):
        sheet.append([date(2026, month, 1), 1000.5 * month, 0.25, 0.5, month])
    for column, number_format in (("B", "#,##0 [$kr-41D]"), ("C", "0.0%"), ("D", "[h]:mm:ss")):
        for cell in sheet[column][1:]:
            cell.number_format = number_format
    book.save(tmp_path / "a.xlsx")
    found = columns(recognised(tmp_path / "a.xlsx"))
    assert found["Försäljning"].unit == SEK
    assert found["Andel"].unit == PERCENT
    assert found["Andel"].sum == 0.75
    assert found["Tid"].unit == Unit(UnitKind.DURATION)
    assert found["Tid"].first == 43200.0  # half a day in seconds
    assert found["Antal"].unit is None


def test_units_of_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Datum;Omsättning (SEK);Marginal %;Andel (%);Förbrukning (kWh);Belopp tkr;Svarstid;Tid\n"
        "2026-01-01;10;12,5;0,12;7;5;00:01:30;10:30:00\n"
        "2026-02-01;20;13,5;0,15;8;6;00:02:00;11:30:00\n",
        "utf-8",
    )
    found = columns(recognised(path))
    assert found["Omsättning (SEK)"].unit == SEK
    assert found["Marginal %"].unit == PERCENT
    assert found["Marginal %"].sum == pytest.approx(0.26)  # points made fractions
    assert found["Andel (%)"].sum == pytest.approx(0.27)  # fractions as they are
    assert found["Förbrukning (kWh)"].unit == Unit(UnitKind.OWN, "kWh")
    assert found["Belopp tkr"].unit == Unit(UnitKind.OWN, "tkr")
    assert found["Svarstid"].unit == Unit(UnitKind.DURATION)
    assert found["Svarstid"].sum == 210.0
    assert found["Tid"].role == "label"  # a time of day is no duration


def test_a_line_over_the_table_tells_the_currency(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Beløb i tkr\n\nKonto;jan 2026;feb 2026\nSalg;1;2\nAntal kunder;5;6\n", "utf-8")
    found = columns(recognised(path))
    assert found["Salg"].unit == Unit(UnitKind.OWN, "tkr")
    assert found["Antal kunder"].unit is None


def test_amounts_take_the_currency_column_that_belongs_to_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Date,Amount,Currency,Paid amount,Paid currency,Fee\n"
        "2026-01-01,10,SEK,1,EUR,3\n2026-02-01,20,SEK,2,EUR,4\n",
        "utf-8",
    )
    found = columns(recognised(path))
    assert found["Amount"].unit == SEK
    assert found["Paid amount"].unit == Unit(UnitKind.CURRENCY, "EUR")
    assert found["Fee"].unit is None


def test_several_currencies_are_never_added_together(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Amount,Currency\n2026-01-01,10,SEK\n2026-02-01,20,EUR\n", "utf-8")
    found = columns(recognised(path))["Amount"]
    assert (found.count, found.sum, found.unit) == (2, None, None)


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("Sales", None, AddUp.SUM),
        ("Conversion", PERCENT, AddUp.MEAN),
        ("Avg. CPC", None, AddUp.MEAN),
        ("Cost / conv.", None, AddUp.MEAN),
        ("Marketing/PR", None, AddUp.SUM),
        ("Bokfört saldo", SEK, AddUp.LAST),
        ("Konsumentprisindex", None, AddUp.MEAN),
        ("Total users", None, AddUp.MEAN),
        ("New users", None, AddUp.SUM),
    ],
)
def test_how_a_measure_adds_up(name: str, unit: Unit | None, expected: AddUp) -> None:
    assert guess_add_up(name, unit) is expected


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Totalt", True),
        ("Summa intäkter", True),
        ("Total: Account", True),
        ("I alt", True),
        ("Nettoomsætning i alt", True),
        ("Grand total", True),
        ("Samtliga döda", True),
        ("Alla hjärtans dag present", False),
        ("Summary of sales in the north", False),
        ("Sumo", False),
        ("Kaffe", False),
        ("", False),
    ],
)
def test_labels_of_totals(text: str, total: bool) -> None:
    assert is_total(text) is total


def test_marks_of_missing_withheld_and_broken_cells() -> None:
    missing = ["--", "..", ".", "*****", "missing", "-", "–", "n/a", "\u00a0", "Uppgift saknas"]
    assert all(map(is_missing, missing))
    assert not any(map(is_missing, ["0", "Nej", "kaffe"]))
    assert all(map(is_censored, ["< 10%", "<=5", ">1 000", "≤5"]))
    assert not any(map(is_censored, ["<b>", "10%"]))
    assert all(map(is_error, ["#N/A", "#DIV/0!", "#SAKNAS!"]))
    assert not is_error("#kaffe")
