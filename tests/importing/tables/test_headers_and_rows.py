"""Headers of several rows, names moved by a separator, and rows that are none of a table's data."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.importing.tables.recognition import Layout, Left, Role, Table
from tests.importing.found import Look, figures, only, span


def lie(table: Table) -> tuple[int | None, int | None, int | None]:
    return table.header_row, table.first_row, table.last_row


# Several header rows over periods.


@pytest.mark.parametrize("repeated", [False, True])
def test_actual_and_plan_under_each_month(look_at_rows: Look, repeated: bool) -> None:
    months = ["jan 2026", "feb 2026", "mar 2026"]
    upper = [cell for month in months for cell in (month, month if repeated else None)]
    rows = [("Post", *upper), (None, *["Utfall", "Budget"] * 3), ("Intäkter", 1, 2, 3, 4, 5, 6)]
    table = only(look_at_rows([*rows, ("Kostnader", 6, 5, 4, 3, 2, 1)]))
    assert lie(table) == (2, 3, 4)
    assert span(table) == ("month", "2026-01-01", "2026-03-01")
    assert figures(table) == {
        "Intäkter – Utfall": 9.0,
        "Intäkter – Budget": 12.0,
        "Kostnader – Utfall": 12.0,
        "Kostnader – Budget": 9.0,
    }


def test_actual_and_plan_over_runs_of_months(look_at_rows: Look) -> None:
    upper = ("Konto 2026", "Utfall", None, None, "Budget", None, None)
    rows = [upper, ("Konto", *["jan", "feb", "mar"] * 2), ("Intäkter", 1, 2, 3, 4, 5, 6)]
    table = only(look_at_rows([*rows, ("Kostnader", 1, 1, 1, 2, 2, 2)]))
    assert span(table) == ("month", "2026-01-01", "2026-03-01")
    assert figures(table) == {
        "Intäkter – Utfall": 6.0,
        "Intäkter – Budget": 15.0,
        "Kostnader – Utfall": 3.0,
        "Kostnader – Budget": 6.0,
    }


def test_months_that_come_back_too_soon_are_not_of_the_next_year(look_at_rows: Look) -> None:
    rows = [("2026",), ("Post", *["jan", "feb"] * 2), ("A", 1, 2, 4, 8), ("B", 1, 1, 1, 1)]
    table = only(look_at_rows(rows))
    assert span(table) == ("month", "2026-01-01", "2026-02-01")
    assert figures(table) == {"A – 1": 3.0, "A – 2": 12.0, "B – 1": 2.0, "B – 2": 2.0}


def test_years_over_months_and_the_sums_of_the_years(look_at_rows: Look) -> None:
    months = ["jan", "feb", "mar", "Helår"]
    upper = ("Post", 2024, None, None, None, 2025, None, None, None)
    rows = [upper, (None, *months, *months), ("A", 1, 2, 3, 6, 4, 5, 6, 15)]
    table = only(look_at_rows([*rows, ("B", 1, 1, 1, 3, 2, 2, 2, 6)]))
    assert span(table) == ("month", "2024-01-01", "2025-03-01")
    assert figures(table) == {"A": 21.0, "B": 9.0}


def test_weekdays_under_their_dates(look_at_rows: Look) -> None:
    days = [date(2026, 3, day) for day in range(1, 5)]
    rows = [("Typ", *days), ("", "sön", "mån", "tis", "ons"), ("Enkel", 1, 2, 3, 4)]
    table = only(look_at_rows([*rows, ("Dubbel", 4, 3, 2, 1)]))
    assert span(table) == ("day", "2026-03-01", "2026-03-04")
    assert figures(table) == {"Enkel": 10.0, "Dubbel": 10.0}


def test_rates_of_tax_as_names(look_at_rows: Look) -> None:
    rows = [("Datum", "Betalsätt", None, "Moms", None), (None, "Kort", "Swish", "25 %", "12 %")]
    rows += [(date(2026, 1, 2), 1, 2, 3, 4), (date(2026, 1, 3), 5, 6, 7, 8)]
    table = only(look_at_rows(rows, merged=("A1:A2", "B1:C1", "D1:E1")))
    assert figures(table) == {"Kort": 6.0, "Swish": 8.0, "25 %": 10.0, "12 %": 12.0}


def test_fiscal_years_as_ranges(look_at_rows: Look) -> None:
    years = ("2025-01-01\n-2025-12-31", "2024-01-01\n-2024-12-31")
    table = only(
        look_at_rows([("Resultaträkning", "Not", *years), ("Netto", 2, 12, 11), ("Rå", None, 5, 4)])
    )
    assert span(table) == ("year", "2024-01-01", "2025-01-01")
    assert figures(table) == {"Netto": 23.0, "Rå": 9.0}


def test_marks_of_footnotes_behind_periods(look_at_rows: Look) -> None:
    table = only(look_at_rows([("Kommun", "2023", "2024", "2025*"), ("Lund", 1, 2, 3)]))
    assert span(table) == ("year", "2023-01-01", "2025-01-01")
    table = only(look_at_rows([("Kommun", "2025M12", "2026M01p"), ("Lund", 1, 2), ("Ystad", 3, 4)]))
    assert span(table) == ("month", "2025-12-01", "2026-01-01")


def test_codes_before_and_behind_dates_in_names(look_at_text: Look) -> None:
    text = "Keyword;Volume;*.acme.se/*_20260101;*.acme.se/*_20260108\nkaffe;500;3;4\nte;300;10;9\n"
    table = only(look_at_text(text))
    assert table.layout is Layout.WIDE
    assert figures(table) == {"kaffe": 7.0, "te": 19.0}


def test_units_under_the_names(look_at_rows: Look) -> None:
    rows = [("Datum", "Nederbörd", "Försäljning"), (None, "mm", "SEK")]
    table = only(look_at_rows([*rows, (date(2026, 1, 1), 2, 10), (date(2026, 1, 2), 3, 20)]))
    units = {c.name: c.unit and c.unit.symbol for c in table.columns if c.role is Role.VALUE}
    assert units == {"Nederbörd": "mm", "Försäljning": "SEK"}


def test_a_row_that_counts_the_columns(look_at_rows: Look) -> None:
    rows = [("Månad", "Antal", "Belopp"), (1, 2, 3), ("2026-01", 10, 100), ("2026-02", 20, 200)]
    found = look_at_rows(rows)
    assert lie(only(found)) == (1, 3, 4)
    assert not found.warnings


# Columns moved by a separator.


@pytest.mark.parametrize(
    "text",
    [
        "Datum;Sålt;Order\n;2026-01-01;10;1\n;2026-01-02;20;2\n",  # one too many in each row
        ";Datum;Sålt;Order\n2026-01-01;10;1\n2026-01-02;20;2\n",  # one too many in the header
        "Datum;Sålt;Order\n1;2026-01-01;9;1\n2;2026-01-01;1;0\n3;2026-01-02;20;2\n",  # counted
        ";Datum;Sålt;Order\n;2026-01-01;10;1\n;2026-01-02;20;2\n",
        "Datum;Sålt;Order\n2026-01-01;10;1;\n2026-01-02;20;2;\n",
    ],
)
def test_names_over_the_wrong_columns(look_at_text: Look, text: str) -> None:
    table = only(look_at_text(text))
    assert figures(table) == {"Sålt": 30.0, "Order": 3.0}
    assert span(table) == ("day", "2026-01-01", "2026-01-02")


def test_a_text_that_holds_the_separator_moves_its_row(look_at_text: Look) -> None:
    rows = [f"2026-01-{day:02d},Kaffe,-{day}.00,{100 - day}.00" for day in range(1, 11)]
    rows[4] = "2026-01-05,Smör, bröd,-5.00,95.00"
    found = look_at_text("Datum,Text,Belopp,Saldo\n" + "\n".join(rows) + "\n")
    table = only(found)
    assert figures(table)["Belopp"] == -50.0  # 55 less the row
    assert [row for row, why in table.left_out.items() if why is Left.SHIFTED] == [5]
    (warning,) = found.warnings
    assert warning.values["rows"] == "6"


# Rows between the data.


def test_groups_tell_namesakes_apart(look_at_rows: Look) -> None:
    periods = ("2026-01", "2026-02")
    headed = [("Post", *periods), ("Intäkter",), ("Varor", 1, 2), ("Kostnader",), ("Varor", 3, 4)]
    assert figures(only(look_at_rows(headed))) == {
        "Intäkter – Varor": 3.0,
        "Kostnader – Varor": 7.0,
    }
    indented = [
        ("Post", *periods),
        ("Butik", 9, 9),
        ("  Dam", 4, 4),
        ("Webb", 5, 5),
        ("  Dam", 2, 3),
    ]
    names = figures(only(look_at_rows(indented)))
    assert names == {"Butik": 18.0, "Butik – Dam": 8.0, "Webb": 10.0, "Webb – Dam": 5.0}


def test_account_numbers_are_no_part_of_a_name_unless_it_comes_back(look_at_rows: Look) -> None:
    rows = [("Konto", "Benämning", "jan 2026", "feb 2026"), (3001, "Försäljning", 5, 6)]
    rows += [(3990, "Övrigt", 1, 1), ("Summa intäkter", None, 6, 7), (4990, "Övrigt", -2, -2)]
    rows += [("Summa kostnader", None, -2, -2), ("Resultat", None, 4, 5)]
    table = only(look_at_rows(rows))
    assert figures(table) == {
        "Försäljning": 11.0,
        "3990 – Övrigt": 2.0,
        "4990 – Övrigt": -4.0,
        "Resultat": 9.0,
    }
    assert [column.name for column in table.columns if column.total] == [
        "Summa intäkter",
        "Summa kostnader",
    ]


def test_who_is_responsible_is_no_part_of_a_name(look_at_rows: Look) -> None:
    rows = [("KPI", "Ansvarig", "2026-01", "2026-02"), ("Order", "Anna", 1, 2), ("Köp", "Bo", 3, 4)]
    assert figures(only(look_at_rows(rows))) == {"Order": 3.0, "Köp": 7.0}


def test_a_legend_under_a_table_is_none_of_its_rows(look_at_rows: Look) -> None:
    rows = [("Kod", "Region", "2024", "2025"), ("01", "Lund", 1, ".."), ("02", "Ystad", 3, 4)]
    table = only(look_at_rows([*rows, (), ("..", "Uppgift saknas")]))
    assert lie(table) == (1, 2, 3)


def test_rows_without_values_at_the_top(look_at_rows: Look) -> None:
    rows = [("Region", "2024", "2025"), ("Lund", "..", ".."), ("Malmö", 1, 2), ("Ystad", "..", 3)]
    table = only(look_at_rows(rows))
    assert lie(table) == (1, 2, 4)
    assert figures(table) == {"Malmö": 3.0, "Ystad": 3.0}


def test_names_and_values_over_a_table_describe_it(look_at_rows: Look) -> None:
    rows = [("Kund", "Acme"), ("Från", date(2026, 1, 1)), ("Till", date(2026, 3, 31)), ()]
    rows += [("Månad", "Timmar", "Belopp"), ("Januari", 10, 100), ("Februari", 20, 200)]
    found = look_at_rows(rows)
    assert span(only(found)) == ("month", "2026-01-01", "2026-02-01")
    assert not found.questions


def test_a_preamble_with_its_period_in_cells(look_at_text: Look) -> None:
    found = look_at_text("""
Kontoutdrag
Kontonummer;1234 56 789;;
Period;2026-01-01;2026-01-31;
Datum;Text;Belopp;Saldo
2026-01-02;Kaffe;-10,00;90,00
2026-01-03;Lön;100,00;190,00
""")
    assert lie(only(found)) == (4, 5, 6)


def test_tables_by_month_right_under_one_another(look_at_rows: Look) -> None:
    months = ("2026-01", "2026-02")
    rows = [("INTÄKTER", *months), ("Varor", 1, 2), ("Tjänster", 3, 4)]
    found = look_at_rows([*rows, ("KOSTNADER", *months), ("Löner", 5, 6), ("Hyra", 7, 8)]).tables
    assert [lie(table) for table in found] == [(1, 2, 3), (4, 5, 6)]


def test_years_as_names_of_the_next_table(look_at_rows: Look) -> None:
    rows = [("Kommun", 2024, 2025), ("Lund", 1, 2), ("Malmö", 4, 5), ()]
    found = look_at_rows([*rows, ("Region", 2024, 2025), ("Skåne", 10, 20), ("Halland", 1, 1)])
    assert [figures(table) for table in found.tables] == [
        {"Lund": 3.0, "Malmö": 9.0},
        {"Skåne": 30.0, "Halland": 2.0},
    ]


def test_a_year_over_each_block(look_at_rows: Look) -> None:
    block = [("Post", "jan", "feb"), ("A", 1, 2), ("B", 3, 4)]
    found = look_at_rows([(2024,), *block, (), (2025,), *block])
    assert not found.questions
    assert [span(table)[1] for table in found.tables] == ["2024-01-01", "2025-01-01"]


def test_descriptions_under_the_names(look_at_rows: Look) -> None:
    rows = [
        ["Datum", "Samtal", "Klick på webbplatsen"],
        [None, "Antal klick på samtalsknappen", "Antal klick på knappen till webbplatsen"],
        [date(2026, 6, 1), 3, 4],
        [date(2026, 6, 2), 5, 6],
    ]
    assert figures(only(look_at_rows(rows))) == {"Samtal": 8.0, "Klick på webbplatsen": 10.0}


@pytest.mark.parametrize(
    "title",
    ["Resultaträkning 2025-07 - 2026-06", "Juli 2025 – juni 2026", "Result Jul 2025 to Jun 2026"],
)
def test_months_that_a_title_covers(look_at_text: Look, title: str) -> None:
    months = "Jul;Aug;Sep;Okt;Nov;Dec;Jan;Feb;Mar;Apr;Maj;Jun"
    found = look_at_text(f"{title}\n\n;{months}\nVaror;{';'.join('123456789123')}\n")
    assert not found.questions
    (table,) = found.tables
    assert span(table)[1:] == ("2025-07-01", "2026-06-01")


def test_columns_without_figures_are_spoken_of(look_at_text: Look) -> None:
    found = look_at_text("Start,End,Campaign,Spent\n2026-03-01,2026-03-31,No data available.,\n")
    assert len(found.warnings) == 1


def test_averages_and_extremes_under_few_months(look_at_text: Look) -> None:
    months = "".join(f"2026-0{month};{10 * month}\n" for month in (1, 2, 3))
    found = look_at_text(f"Månad;Antal\n{months}Genomsnitt;20\nMax;30\nMin;10\nMål;25\n")
    table = only(found)
    assert (lie(table), figures(table)) == ((1, 2, 4), {"Antal": 60.0})
    assert span(table) == ("month", "2026-01-01", "2026-03-01")


def test_marks_of_statistics_behind_figures(look_at_text: Look) -> None:
    found = look_at_text("geo;2024-Q1;2024-Q2;2024-Q3\nSE;1,5;2,5 p;:\nDK;2;3r;5 e\n")
    assert figures(only(found)) == {"SE": 4.0, "DK": 10.0}
    assert span(only(found)) == ("quarter", "2024-01-01", "2024-07-01")


def test_a_month_in_which_texts_stand_among_figures(look_at_text: Look) -> None:
    found = look_at_text("Post;jan 2026;feb 2026;mar 2026\nA;1;stängt;3\nB;4;ledigt;6\nC;7;8;9\n")
    assert figures(only(found)) == {"A": 4.0, "B": 10.0, "C": 24.0}
    assert span(only(found)) == ("month", "2026-01-01", "2026-03-01")


def test_months_beside_themselves_in_another_year(look_at_text: Look) -> None:
    found = look_at_text("Post;Jan 25;Jan 26;Feb 25;Feb 26\nA;1;2;3;4\n")
    assert not found.questions
    assert span(only(found)) == ("month", "2025-01-01", "2026-02-01")


@pytest.mark.parametrize("name", ["X", "x"])
def test_a_column_named_by_a_letter(look_at_text: Look, name: str) -> None:
    found = look_at_text(f"Date,{name}\n2026-03-01,100\n2026-03-02,109\n2026-03-03,118\n")
    assert only(found).header_row == 1
    assert figures(only(found)) == {name: 327.0}


def test_a_first_row_without_its_value_is_no_header(look_at_text: Look) -> None:
    found = look_at_text("Datum;Belopp\n2026-03-01;x\n2026-03-02;109\n2026-03-03;118\n")
    assert only(found).header_row == 1
    assert figures(only(found)) == {"Belopp": 227.0}


def test_a_separator_too_many_in_every_row(look_at_text: Look) -> None:
    rows = "".join(f"2026-03-0{day},,{100 * day},{day}\n" for day in (1, 2, 3, 4))
    table = only(look_at_text("Date,Sales,Orders\n" + rows))
    assert figures(table) == {"Sales": 1000.0, "Orders": 10.0}
    assert any("separator too many" in reason.text for reason in table.reasons)


def test_an_empty_column_beside_a_separator_at_the_end(look_at_text: Look) -> None:
    rows = "".join(f"2026-03-0{day},,{day},\n" for day in (1, 2, 3, 4))
    assert figures(only(look_at_text("Date,Sales,Orders\n" + rows))) == {"Orders": 10.0}


def test_units_in_words_under_the_names(look_at_rows: Look) -> None:
    header = [["Månad", "Omsättning", "Antal order"], [None, "i kronor", "st"]]
    table = only(look_at_rows([*header, ["jan 2026", 1000, 5], ["feb 2026", 1200, 7]]))
    assert figures(table) == {"Omsättning": 2200.0, "Antal order": 12.0}
    assert [c.unit.symbol for c in table.columns if c.unit] == ["SEK", "st"]


def test_what_stands_under_some_names_is_told_with_them(look_at_rows: Look) -> None:
    header = [["Month", "Shop", "Web"], [None, "sold goods", "sold services"]]
    table = only(look_at_rows([*header, ["jan 2026", 1000, 5], ["feb 2026", 1200, 7]]))
    assert figures(table) == {"Shop sold goods": 2200.0, "Web sold services": 12.0}


def test_cells_with_errors_are_told(look_at_text: Look) -> None:
    found = look_at_text("Datum;Belopp\n2026-03-01;#DIV/0!\n2026-03-02;12\n2026-03-03;#REF!\n")
    assert figures(only(found)) == {"Belopp": 12.0}
    (warning,) = found.warnings
    assert warning.values["cells"] == "B2 (#DIV/0!), B4 (#REF!)"


def test_cells_with_errors_under_months_are_told(look_at_text: Look) -> None:
    found = look_at_text("Post;jan 2026;feb 2026;mar 2026\nA;1;#N/A;3\nB;4;5;6\n")
    assert figures(only(found)) == {"A": 4.0, "B": 15.0}
    (warning,) = found.warnings
    assert warning.values["cells"] == "C2 (#N/A)"
