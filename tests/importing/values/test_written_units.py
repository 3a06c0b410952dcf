"""Units that cells and number formats write in ways that are easily missed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Column, Recognition, Role
from desktop.importing.values.currencies import currency_of_format
from desktop.importing.values.numbers import parse_number
from tests.importing.found import Look


def column(found: Recognition, name: str) -> Column:
    (table,) = found.tables
    wanted = table.column(name)
    assert wanted is not None
    return wanted


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("kr. 1.234,50", 1234.5, "kr"),
        ("kr.500", 500.0, "kr"),
        ("-kr. 12", -12.0, "kr"),
        ("kr. -12,5", -12.5, "kr"),
        ("Rs. 500", 500.0, "INR"),
        ("Fr. 12,50", 12.5, "CHF"),
        (",5", 0.5, None),
    ],
)
def test_abbreviation_point_is_no_decimal_point(
    text: str, value: float, currency: str | None
) -> None:
    written = parse_number(text, ",")
    assert written is not None
    assert (written.value, written.currency) == (value, currency)


def test_danish_amounts_with_kr_in_front(look_at_text: Look) -> None:
    found = look_at_text(
        "Dato;Beløb\n2026-01-01;kr. 1.234,50\n2026-01-02;kr. -34,50\n2026-01-03;kr. 800,00\n"
    )
    amount = column(found, "Beløb")
    assert (amount.role, amount.sum) == (Role.VALUE, 2000.0)
    assert amount.unit == Unit(UnitKind.CURRENCY, "DKK")


def test_several_currencies_in_the_cells_are_counted_not_added(tmp_path: Path) -> None:
    path = tmp_path / "betalningar.csv"
    path.write_text("Datum;Belopp\n2026-01-01;100,00 kr\n2026-01-02;20,00 €\n", "utf-8")
    workbook = read(path)
    found = recognise(workbook, today=date(2026, 7, 1))
    amount = column(found, "Belopp")
    assert (amount.count, amount.sum, amount.unit) == (2, None, None)
    assert len(found.warnings) == 1
    month = (Cadence.MONTH, 1)
    added = extract(found.tables[0], workbook, Rule(None, None, "Belopp", Gather.SUM), *month)
    assert added.problem is not None
    assert not added.values
    rule = Rule(None, None, "Belopp", Gather.COUNT)
    counted = extract(found.tables[0], workbook, rule, *month)
    assert [each.value for each in counted.values.values()] == [2.0]


def test_kr_beside_a_named_crown_is_that_crown(look_at_text: Look) -> None:
    found = look_at_text("Datum;Belopp\n2026-01-01;100,00 kr\n2026-01-02;20,00 SEK\n")
    amount = column(found, "Belopp")
    assert (amount.sum, amount.unit) == (120.0, Unit(UnitKind.CURRENCY, "SEK"))


@pytest.mark.parametrize(
    ("number_format", "code"),
    [
        ("#,##0.00\\ \\k\\r", "kr"),
        ("#,##0 kr", "kr"),
        ('#,##0.00" kr."', "kr"),
        ('0":-"', "kr"),
        ('_("$"* #,##0_);_("$"* \\(#,##0\\)', "USD"),
        ('#,##0\\ "st"', None),
        ("d/m/yyyy", None),
        ("0.00E+00", None),
    ],
)
def test_currency_among_the_literals_of_a_format(number_format: str, code: str | None) -> None:
    assert currency_of_format(number_format) == code


@pytest.mark.parametrize(
    ("number_format", "unit", "total"),
    [
        ("#,##0.00\\ \\k\\r", Unit(UnitKind.CURRENCY, "SEK"), 65.0),
        ('#,##0" tkr"', Unit(UnitKind.OWN, "tkr"), 65.0),
        ('#,##0," tkr"', None, 65.0),  # shown in thousands: the cells hold crowns
        ('#,##0\\ "st"', Unit(UnitKind.OWN, "st"), 65.0),
        ("0.0%", Unit(UnitKind.PERCENT), 65.0),
        ('0.0"%"', Unit(UnitKind.PERCENT), 0.65),
        ("0.0\\ \\%", Unit(UnitKind.PERCENT), 0.65),
    ],
)
def test_unit_of_a_column_by_its_format(
    look_at_rows: Look, number_format: str, unit: Unit | None, total: float
) -> None:
    rows = [["Datum", "Värde"], [date(2026, 1, 1), 32.5], [date(2026, 2, 1), 32.5]]
    found = column(look_at_rows(rows, formats={"B": number_format}), "Värde")
    assert (found.unit, found.sum) == (unit, total)


def test_unit_line_in_words(look_at_text: Look) -> None:
    found = look_at_text("Importes en euros\n\nCuenta;2025-01;2025-02\nVentas;10;20\n")
    assert column(found, "Ventas").unit == Unit(UnitKind.CURRENCY, "EUR")


def test_currencies_that_formats_show_are_never_added(tmp_path: Path) -> None:
    book = Book()
    sheet = book.worksheets[0]
    sheet.append(["Datum", "Belopp"])
    for place, number_format in enumerate(('#,##0.00 "kr"', "[$€-2] #,##0.00", "0.00", "0.00")):
        sheet.append([date(2026, 1, place + 1), 10.5])
        sheet.cell(place + 2, 2).number_format = number_format
    path = tmp_path / "order.xlsx"
    book.save(path)
    amount = column(recognise(read(path), today=date(2026, 7, 1)), "Belopp")
    assert (amount.role, amount.count, amount.sum) == (Role.VALUE, 4, None)
    sheet["B3"].number_format = "#,##0.00 [$kr-41D]"
    book.save(path)
    amount = column(recognise(read(path), today=date(2026, 7, 1)), "Belopp")
    assert amount.sum == 42.0


@pytest.mark.parametrize("name", ["Omkostninger", "Nettoförsäljning", "Kassebon", "Bruttobetrag"])
def test_amounts_beside_several_currencies_are_never_added(look_at_text: Look, name: str) -> None:
    rows = "2026-01-01;100,50;7;DKK\n2026-01-02;20,25;8;EUR\n2026-01-03;30,75;9;EUR\n"
    found = look_at_text(f"Dato;{name};Antal;Valuta\n{rows}")
    assert column(found, name).sum is None
    assert column(found, "Antal").sum == 24.0


def test_amounts_into_and_out_of_an_account(look_at_text: Look) -> None:
    rows = "01.02.2026;;250,50\n02.02.2026;99,90;\n13.02.2026;;100,25\n14.02.2026;12,50;\n"
    found = look_at_text(f"Dato;Ut fra konto;Inn på konto\n{rows}")
    assert column(found, "Inn på konto").sum == 350.75
    assert column(found, "Ut fra konto").sum == pytest.approx(112.4)
    found = look_at_text("Datum;Från konto;Belopp\n2026-02-01;1930;5\n2026-02-02;1940;6\n")
    assert column(found, "Från konto").role is Role.LABEL


def test_the_odd_cell_among_amounts_with_their_unit(look_at_text: Look) -> None:
    rows = "2026-01;500 st\n2026-02;510 st\n2026-03;ca 480\n2026-04;505 st\n"
    sold = column(look_at_text(f"Månad;Sålda\n{rows}"), "Sålda")
    assert (sold.role, sold.count, sold.sum) == (Role.VALUE, 3, 1515.0)
    rows = "2026-01;3 rum\n2026-02;stuga\n2026-03;2 rum\n"
    assert column(look_at_text(f"Månad;Typ\n{rows}"), "Typ").role is Role.LABEL


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Summa", Unit(UnitKind.CURRENCY, "SEK")),
        ("Totalt", Unit(UnitKind.CURRENCY, "SEK")),
        ("Fakturabelopp", Unit(UnitKind.CURRENCY, "SEK")),
        ("Totalt antal", None),
        ("Total orders", None),
    ],
)
def test_totals_beside_a_currency_are_money_if_they_say_no_more(
    look_at_text: Look, name: str, unit: Unit | None
) -> None:
    found = look_at_text(f"Datum;{name};Valuta\n2026-01-01;100;SEK\n2026-01-02;90;SEK\n")
    assert column(found, name).unit == unit


@pytest.mark.parametrize(
    ("name", "numbers", "role"),
    [
        ("Kvittonr", "41 42 47 48 55", Role.LABEL),
        ("Bilagsnummer", "1 2 2 3 3", Role.LABEL),
        ("Order", "1 2 3 4 5", Role.LABEL),
        ("Order", "3 2 6 4 5", Role.VALUE),
        ("Antal order", "1 2 3 4 5", Role.VALUE),
    ],
)
def test_numbers_of_things_are_no_figures(
    look_at_text: Look, name: str, numbers: str, role: Role
) -> None:
    rows = "".join(f"2026-01-0{d};{n};9,5\n" for d, n in enumerate(numbers.split(), 1))
    found = look_at_text(f"Datum;{name};Belopp\n{rows}")
    assert column(found, name).role is role
