"""Layouts that exports come in, each reduced to a few lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from desktop.core.period import Cadence
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Left, Role
from tests.importing.found import Look, figures, only, span

TODAY = date(2026, 7, 1)


@pytest.fixture
def look(look_at_text: Look) -> Look:
    return look_at_text


@pytest.fixture
def values(tmp_path: Path) -> Callable[..., dict[str, float]]:
    def found(
        text: str,
        column: str,
        cadence: Cadence = Cadence.MONTH,
        add_up: Gather = Gather.SUM,
        answers: Mapping[str, str] | None = None,
        year_start: int = 1,
    ) -> dict[str, float]:
        path = tmp_path / "export.csv"
        path.write_text(text.lstrip("\n"), "utf-8")
        workbook = read(path)
        table = recognise(workbook, answers=answers, today=TODAY).tables[0]
        extraction = extract(table, workbook, Rule(None, None, column, add_up), cadence, year_start)
        assert extraction.problem is None
        return {p.start.isoformat(): v.value for p, v in extraction.values.items()}

    return found


def test_a_report_and_its_days_stacked_in_one_file(look: Look) -> None:
    first, second = look("""
# ----------------------------------------
# All Web Site Data
# 20150416-20150420
# ----------------------------------------

Default Channel Grouping,Sessions,% New Sessions
Organic Search,"1,234",60.5%
Direct,800,55.0%
,"2,034",58.3%

Day Index,Sessions
4/16/15,400
4/17/15,410
4/18/15,400
4/19/15,424
4/20/15,400
,"2,034"
""").tables
    assert (first.header_row, first.first_row, first.last_row) == (6, 7, 8)
    assert figures(first)["Sessions"] == 2034.0
    assert (second.header_row, second.first_row, second.last_row) == (11, 12, 16)
    assert span(second) == ("day", "2015-04-16", "2015-04-20")
    assert figures(second) == {"Sessions": 2034.0}
    assert Left.TOTAL in second.left_out.values()


def test_an_account_line_over_a_bank_statement(look: Look) -> None:
    table = only(
        look("""
Privatkonto;6789 123456789;;;
Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo
2026-02-27;2026-02-26;ICA;-100,50;9 899,50
2026-02-26;2026-02-26;Lön;10 000,00;10 000,00
2026-01-15;2026-01-15;Kaffe;-20,00;0,00
""")
    )
    assert table.header_row == 2
    assert figures(table)["Belopp"] == pytest.approx(9879.5)
    assert span(table) == ("day", "2026-01-15", "2026-02-27")


def test_descriptions_under_the_header_are_no_names(look: Look) -> None:
    table = only(
        look("""
Store code,Business name,Searches,Views
Your code for the store,The name of your business,How many people searched,How many saw the profile
001,Café Ett,120,300
002,Café Två,90,210
""")
    )
    assert (table.header_row, table.first_row) == (1, 3)
    assert figures(table) == {"Searches": 210.0, "Views": 510.0}


def test_dates_as_columns(look: Look) -> None:
    table = only(look("Keyword;2026-01-05;2026-01-12;2026-01-19\nkaffe;3;4;3\nte;10;9;8\n"))
    assert table.layout == "wide"
    assert span(table) == ("week", "2026-01-05", "2026-01-19")
    assert figures(table) == {"kaffe": 10.0, "te": 27.0}


def test_actual_and_plan_under_each_month(look: Look) -> None:
    table = only(
        look("""
;Jan 2026;;Feb 2026;;Mar 2026;
Konto;Utfall;Budget;Utfall;Budget;Utfall;Budget
Försäljning;100;110;120;115;130;125
Kostnader;80;85;82;86;90;88
""")
    )
    assert span(table) == ("month", "2026-01-01", "2026-03-01")
    assert figures(table) == {
        "Försäljning – Utfall": 350.0,
        "Försäljning – Budget": 350.0,
        "Kostnader – Utfall": 252.0,
        "Kostnader – Budget": 259.0,
    }


def test_quarters_between_the_months_do_not_count(look: Look) -> None:
    table = only(
        look("""
År 2025
Mått;Jan;Feb;Mar;Q1;Apr;Maj;Jun;Q2
Sålda;10;20;30;60;40;50;60;150
""")
    )
    assert span(table) == ("month", "2025-01-01", "2025-06-01")
    assert figures(table) == {"Sålda": 210.0}


def test_a_fiscal_year_that_starts_in_july(look: Look) -> None:
    table = only(
        look("""
Räkenskapsår 2025-07-01 - 2026-06-30
Konto;Benämning;Jul;Aug;Sep;Okt;Nov;Dec;Jan;Feb;Mar;Apr;Maj;Jun
3000;Försäljning;1;2;3;4;5;6;7;8;9;10;11;12
""")
    )
    assert span(table) == ("month", "2025-07-01", "2026-06-01")


def test_months_down_and_years_across(values: Callable[..., dict[str, float]], look: Look) -> None:
    text = "Månad;2023;2024\nJanuari;10;11\nFebruari;20;21\nMars;30;\n"
    assert span(only(look(text))) == ("month", "2023-01-01", "2024-02-01")  # as far as filled
    assert values(text, "2024") == {"2024-01-01": 11.0, "2024-02-01": 21.0}


def test_a_year_column_beside_week_numbers(values: Callable[..., dict[str, float]]) -> None:
    text = "år;veckonummer;antal\n2020;52;10\n2020;53;11\n2021;1;12\n"
    assert values(text, "antal", Cadence.WEEK) == {
        "2020-12-21": 10.0,
        "2020-12-28": 11.0,
        "2021-01-04": 12.0,
    }
    # The week around New Year counts where its Thursday is.
    assert values(text, "antal") == {"2020-12-01": 21.0, "2021-01-01": 12.0}


def test_weeks_over_new_year_ask_for_their_year_once(
    look: Look, values: Callable[..., dict[str, float]]
) -> None:
    text = "Vecka;Antal\nVecka 51;6\nVecka 52;7\nVecka 1;8\nVecka 2;9\n"
    (question,) = look(text).questions
    assert (question.id, question.kind, question.lasting) == ("year", "year", False)
    assert question.examples == ("Vecka 51", "Vecka 52", "Vecka 1")
    found = values(text, "Antal", Cadence.WEEK, answers={"year": "2025"})
    assert list(found) == ["2025-12-15", "2025-12-22", "2025-12-29", "2026-01-05"]


def test_weeks_that_start_on_sunday(values: Callable[..., dict[str, float]]) -> None:
    text = "Vecka,kaffe\n2026-01-04,50\n2026-01-11,51\n2026-01-18,<1\n2026-01-25,70\n"
    found = values("Kategori: Alla\n\n" + text, "kaffe", Cadence.WEEK, Gather.MEAN)
    assert found == {"2026-01-05": 50.0, "2026-01-12": 51.0, "2026-01-26": 70.0}


def test_hours_are_named_as_such(look: Look) -> None:
    digits = "Date + hour (YYYYMMDDHH),Active users\n" + "".join(
        f"20240406{hour:02},{hour}\n" for hour in range(8)
    )
    assert span(only(look(digits))) == ("hour", "2024-04-06", "2024-04-06")
    clock = "Time,Visits\n" + "".join(f"2024-04-06 0{hour}:00,{hour}\n" for hour in range(8))
    assert span(only(look(clock))) == ("hour", "2024-04-06", "2024-04-06")


def test_ranges_of_days_down_the_side(values: Callable[..., dict[str, float]], look: Look) -> None:
    text = "Period;Kostnad (SEK)\n2026-01-01 - 2026-01-31;100\n2026-02-01 - 2026-02-11;50\n"
    table = only(look(text))
    assert span(table) == ("month", "2026-01-01", "2026-02-01")
    assert table.period is not None
    assert table.period.covers_to == date(2026, 2, 11)
    assert values(text, "Kostnad (SEK)") == {"2026-01-01": 100.0, "2026-02-01": 50.0}


def test_a_total_first_with_blank_labels(look: Look) -> None:
    table = only(
        look("Month,Region,Sales\n,,600\n2026-01,North,100\n2026-01,South,200\n2026-02,North,300\n")
    )
    assert table.first_row == 3
    assert figures(table) == {"Sales": 600.0}


def test_a_category_that_adds_up_the_others(look: Look) -> None:
    table = only(
        look("""
Date;Channel;Visits
2026-01-01;Total;30
2026-01-01;Organic;10
2026-01-01;Paid;20
2026-01-02;Total;33
2026-01-02;Organic;11
2026-01-02;Paid;22
""")
    )
    assert figures(table) == {"Visits": 63.0}


def test_a_shop_called_total_is_no_total(look: Look) -> None:
    table = only(
        look("""
Datum;Text;Belopp
2026-01-01;Total Energies Solna;-500
2026-01-02;ICA;-100
2026-01-03;Total Energies Solna;-400
""")
    )
    assert figures(table) == {"Belopp": -1000.0}


def test_totals_in_the_code_column(look: Look) -> None:
    table = only(
        look("""
Konto;Benämning;Ing. balans;Perioden
1930;Bank;100,00;50,00
2440;Skulder;-50,00;-10,00
Summa;;50,00;40,00
""")
    )
    assert figures(table) == {"Ing. balans": 50.0, "Perioden": 40.0}


def test_units_in_a_column_of_their_own(look: Look) -> None:
    table = only(
        look("""
KPI;Enhet;jan-26;feb-26
Besök;st;1 200;1 300
Konvertering;%;2,1%;2,3%
Omsättning;tkr;450;480
""")
    )
    units = {c.name: (c.unit.kind.value, c.unit.symbol) for c in table.columns if c.unit}
    assert units == {
        "Besök": ("own", "st"),
        "Konvertering": ("percent", ""),
        "Omsättning": ("own", "tkr"),
    }
    assert figures(table)["Konvertering"] == pytest.approx(0.044)


def test_indented_rows_under_headings(look: Look) -> None:
    table = only(
        look("""
Resultaträkning;2024;2025
Intäkter;;
  Varor;100;120
  Tjänster;50;60
Summa intäkter;150;180
Kostnader;;
  Löner;80;85
Summa kostnader;80;85
Resultat;70;95
""")
    )
    assert span(table) == ("year", "2024-01-01", "2025-01-01")
    assert list(figures(table)) == ["Varor", "Tjänster", "Löner", "Resultat"]


@pytest.mark.parametrize("head", ["Monat;Umsatz\nJanuar 2026;1.234,50\nMärz 2026;999,99\n"])
def test_german_months_and_numbers(look: Look, head: str) -> None:
    table = only(look(head))
    assert span(table) == ("month", "2026-01-01", "2026-03-01")
    assert figures(table) == {"Umsatz": 2234.49}


def test_namesakes_and_blank_names(look: Look) -> None:
    table = only(look("Date,Sales,Sales,\n2026-01-01,1,2,\n2026-01-02,3,4,\n2026-01-03,3,4,\n"))
    assert [column.name for column in table.columns] == ["Date", "Sales", "Sales (2)"]


def test_dated_rows_without_a_header(look: Look) -> None:
    table = only(look("2026-01-01;100\n2026-01-02;200\n2026-01-03;150\n2026-01-04;150\n"))
    assert (table.header_row, table.first_row, table.last_row) == (None, 1, 4)
    assert figures(table) == {"B": 600.0}


def test_a_header_that_stands_again_in_the_body(look: Look) -> None:
    table = only(
        look("Date;Visits\n2026-01-01;1\n2026-01-02;2\nDate;Visits\n2026-01-03;3\n2026-01-04;4\n")
    )
    assert table.last_row == 6
    assert figures(table) == {"Visits": 10.0}
    assert Left.REPEAT in table.left_out.values()


def test_codes_years_and_prices_are_not_sums(look: Look) -> None:
    table = only(
        look("""
Date;Order ID;Postnr;Year;Antal;À-pris;Belopp
2026-01-01;100123;11345;2026;2;10,50;21,00
2026-01-02;100124;22100;2026;1;99,00;99,00
2026-01-05;100125;41111;2026;3;5,00;15,00
""")
    )
    roles = {column.name: column.role.value for column in table.columns}
    assert roles["Order ID"] == roles["Postnr"] == "label"
    assert roles["Year"] == "ignored"
    adding = {c.name: c.add_up.value for c in table.columns if c.role is Role.VALUE}
    assert adding == {"Antal": "sum", "À-pris": "mean", "Belopp": "sum"}


def test_the_month_in_a_title_is_the_period_of_the_table(look: Look) -> None:
    table = only(look("Försäljning mars 2026\n\nProdukt;Antal\nKaffe;10\nTe;1\n"))
    assert span(table) == ("month", "2026-03-01", "2026-03-01")


# Open questions, one each.


def test_day_or_month_first_is_asked_with_examples(look: Look) -> None:
    text = "Date,Sales\n01/02/2026,100\n10/04/2026,200\n02/03/2026,120\n"
    (question,) = look(text).questions
    assert question.id == "date-order"
    assert [key for key, _ in question.options] == ["dmy", "mdy"]
    assert question.options[0][1].values["day"] == date(2026, 2, 1)
    assert question.examples == ("01/02/2026", "10/04/2026", "02/03/2026")
    answered = look(text, answers={"date-order": "dmy"})
    assert not answered.questions
    assert span(only(answered)) == ("day", "2026-02-01", "2026-04-10")
    assert [q.id for q in answered.answered] == ["date-order"]


def test_another_column_may_settle_the_order(look: Look) -> None:
    found = look(
        "Date,Due,Sales\n01/02/2026,15/02/2026,1\n03/01/2026,20/01/2026,2\n02/02/2026,17/02/2026,3\n"
    )
    assert not found.questions
    assert span(only(found))[1:] == ("2026-01-03", "2026-02-02")


def test_the_stated_period_may_settle_the_order(look: Look) -> None:
    found = look(
        "Period: 2026-02-01 - 2026-02-28\n\nDate,Sales\n01/02/2026,1\n03/02/2026,2\n02/02/2026,2\n"
    )
    assert not found.questions
    assert span(only(found)) == ("day", "2026-02-01", "2026-02-03")


def test_the_decimal_sign_is_asked_with_both_readings(
    look: Look, values: Callable[..., dict[str, float]]
) -> None:
    text = "Datum;Värde\n2026-01-01;1.234\n2026-02-01;2.345\n2026-03-01;3.456\n"
    (question,) = look(text).questions
    assert question.id == "decimal"
    found = only(look(text))
    assert found.columns[1].sum is None
    assert sum(values(text, "Värde", answers={"decimal": ","}).values()) == 7035.0
    assert sum(values(text, "Värde", answers={"decimal": "."}).values()) == pytest.approx(7.035)


def test_months_without_a_year_ask_for_it(look: Look) -> None:
    text = "Mått;Jan;Feb;Mar\nBesök;10;20;30\n"
    (question,) = look(text).questions
    assert question.id == "year"
    assert [key for key, _ in question.options] == ["2026", "2025", "2024", "2023"]
    answered = look(text, answers={"year": "2024"})
    assert span(only(answered)) == ("month", "2024-01-01", "2024-03-01")
    named = look(text, "besök 2023.csv")
    assert not named.questions
    assert span(only(named)) == ("month", "2023-01-01", "2023-03-01")


def test_figures_without_any_date_ask_for_their_period(look: Look) -> None:
    text = "Produkt;Antal\nKaffe;10\nTe;1\n"
    (question,) = look(text, "rapport mars 2026.csv").questions
    assert question.kind == "period"
    assert question.options[0][0] == "2026-03"
    answered = look(text, "rapport mars 2026.csv", {question.id: "2026-03"})
    assert span(only(answered)) == ("month", "2026-03-01", "2026-03-01")
    left_out = look(text, "rapport mars 2026.csv", {question.id: "none"})
    assert not left_out.questions
    assert only(left_out).period is None


def test_a_start_that_is_missing_is_asked_for(look: Look) -> None:
    text = "Nth day,Users\n0000,5\n0001,7\n0002,9\n"
    (question,) = look(text).questions
    assert (question.id, question.kind) == ("start", "day")
    answered = look(text, answers={"start": "2026-01-30"})
    assert span(only(answered)) == ("day", "2026-01-30", "2026-02-01")


def test_a_fiscal_year_is_told_from_a_month(look: Look) -> None:
    assert not look("Period;Antal\n2009-10;1\n2010-11;2\n2011-12;3\n").questions
    assert span(only(look("Period;Antal\n2009-10;1\n2010-11;2\n2011-12;3\n")))[0] == "year"
    assert [q.id for q in look("Period;Antal\n2010-11;2\n").questions] == ["fiscal"]
    assert span(only(look("Period;Antal\n2010-10;1\n2010-11;2\n2010-12;3\n")))[0] == "month"


def test_fiscal_years_need_a_company_that_has_them(
    tmp_path: Path, values: Callable[..., dict[str, float]]
) -> None:
    text = "Räkenskapsår;Omsättning\n2023/24;100\n2024/25;120\n"
    assert values(text, "Omsättning", Cadence.YEAR, year_start=7) == {
        "2023-07-01": 100.0,
        "2024-07-01": 120.0,
    }
    path = tmp_path / "years.csv"
    path.write_text("År;Omsättning\n2023;100\n2024;120\n", "utf-8")
    workbook = read(path)
    table = only(recognise(workbook, today=TODAY))
    found = extract(table, workbook, Rule(None, None, "Omsättning"), Cadence.YEAR, 7)
    assert found.problem is not None


def test_months_as_six_digits(values: Callable[..., dict[str, float]]) -> None:
    text = "Period;Antal\n202601;10\n202602;20\n202603;30\n"
    assert list(values(text, "Antal")) == ["2026-01-01", "2026-02-01", "2026-03-01"]


def test_days_as_eight_digits_in_any_order(values: Callable[..., dict[str, float]]) -> None:
    text = "Date,Users\n20260203,5\n20260131,7\n20260201,1\n"
    assert values(text, "Users") == {"2026-01-01": 7.0, "2026-02-01": 6.0}


def test_hours_counted_from_the_stated_start(values: Callable[..., dict[str, float]]) -> None:
    text = "# Start date: 20260131\n# End date: 20260201\nNth hour,Users\n" + "".join(
        f"{hour:04},1\n" for hour in range(48)
    )
    assert values(text, "Users", Cadence.DAY) == {"2026-01-31": 24.0, "2026-02-01": 24.0}


def test_facts_about_a_report_are_no_table(look: Look) -> None:
    table = only(
        look("""
Rapport;Försäljning per dag
Företag;Exempel AB
Utskriven;2026-02-02

Datum;Kvitton;Försäljning;Snittköp
2026-01-02;10;1 000,00;100,00
2026-01-03;20;3 000,00;150,00
Totalt;30;4 000,00;133,33
""")
    )
    assert (table.header_row, table.first_row, table.last_row) == (5, 6, 7)
    assert figures(table)["Kvitton"] == 30.0


def test_the_stated_period_gives_rows_their_year(look: Look) -> None:
    table = only(
        look("Period: 2025-07-01 - 2026-06-30\n\nMånad;Antal\nJul;1\nDec;2\nJan;3\nJun;4\n")
    )
    assert span(table) == ("month", "2025-07-01", "2026-06-01")


def test_years_over_the_months(look: Look) -> None:
    table = only(
        look(";2024;;;2025;;\nProdukt;Jan;Feb;Mar;Jan;Feb;Mar\nKaffe;1;2;3;4;5;6\nTe;1;1;1;2;2;2\n")
    )
    assert not table.reasons[1:]
    assert span(table) == ("month", "2024-01-01", "2025-03-01")
    assert figures(table) == {"Kaffe": 21.0, "Te": 9.0}


def test_two_digit_years_in_any_place(look: Look) -> None:
    found = look("Datum;Belopp\n25-12-30;1\n25-12-31;2\n26-01-01;3\n26-01-02;4\n")
    assert not found.questions
    assert span(only(found)) == ("day", "2025-12-30", "2026-01-02")
    (question,) = look("Datum;Belopp\n01-02-03;1\n04-05-06;2\n").questions
    assert [key for key, _ in question.options] == ["dmy", "mdy", "ymd"]


def test_dates_that_follow_one_another_settle_the_order(look: Look) -> None:
    rows = "".join(f"01/{month:02}/2026,{month}\n" for month in range(1, 7))
    american = "01/10/2026,1\n02/03/2026,2\n03/05/2026,3\n04/01/2026,4\n"
    assert span(only(look("Date,Sales\n" + american))) == ("day", "2026-01-10", "2026-04-01")
    (question,) = look("Date,Sales\n" + rows).questions  # first days of months, or six of January
    assert question.id == "date-order"


def test_the_decimal_sign_of_a_table_by_month(look: Look) -> None:
    text = "Mått;jan 2026;feb 2026\nVikt;1.234;2.345\n"
    (question,) = look(text).questions
    assert question.id == "decimal"
    assert figures(only(look(text, answers={"decimal": ","}))) == {"Vikt": 3579.0}


def test_a_title_over_the_middle_of_a_table(tmp_path: Path) -> None:
    book = Book()
    sheet = book.active
    assert sheet is not None
    for row in (
        [None, "Klassiker", None],
        ["Namn", "jan 2026", "feb 2026"],
        ["Kaffe", 1, 2],
    ):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    table = only(recognise(read(tmp_path / "a.xlsx"), today=TODAY))
    assert (table.title, table.header_row) == ("Klassiker", 2)


def test_rejects_are_listed_up_to_a_point_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"2026-01-{day % 28 + 1:02};{'?!' if day % 3 else day}\n" for day in range(3000))
    path.write_text("Datum;Antal;Text\n" + rows.replace("\n", ";x\n"), "utf-8")
    workbook = read(path)
    table = only(recognise(workbook, today=TODAY))
    if table.columns[1].role is Role.VALUE:
        found = extract(table, workbook, Rule(None, None, "Antal"), Cadence.MONTH)
        assert len(found.rejected) + found.more_rejected == 2000


def test_rows_without_a_date_say_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Datum;Text;Belopp\n2026-01-01;A;1\n;B;2\nökänt;C;3\n2026-01-03;D;4\n", "utf-8")
    workbook = read(path)
    found = extract(
        only(recognise(workbook, today=TODAY)), workbook, Rule(None, None, "Belopp"), Cadence.MONTH
    )
    assert [(reject.row, reject.value) for reject in found.rejected] == [(3, "2"), (4, "3")]
    assert [value.value for value in found.values.values()] == [5.0]
