"""Ledgers and trial balances as text and workbook, by account ranges beside the plain table."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.importing.tables.recognition import Recognition, Table
from desktop.qtkit.wording import say
from tests.importing.conftest import Look


def lines(found: Recognition) -> Table:
    """The table by lines, which comes after the plain one."""
    plain, table = found.tables
    assert plain.cells is None
    assert table.cells is not None
    return table


def months(table: Table, name: str) -> dict[str, float | None]:
    column = table.column(name)
    assert column is not None
    assert table.cells is not None
    return {str(cells[0]): cells[column.index] for cells in table.cells.columns[1:]}  # type: ignore[misc]


SWEDISH = """
Vernr;Datum;Konto;Benämning;Text;Debet;Kredit
A1;2025-01-07;1510;Kundfordringar;Faktura 1;1 250,00;
A1;2025-01-07;3010;Försäljning;Faktura 1;;1 000,00
A1;2025-01-07;2611;Utgående moms;Faktura 1;;250,00
A2;2025-01-31;5010;Lokalhyra;Hyra;3 000,00;
A2;2025-01-31;1930;Företagskonto;Hyra;;3 000,00
A3;2025-02-05;1510;Kundfordringar;Faktura 2;2 500,50;
A3;2025-02-05;3010;Försäljning;Faktura 2;;2 000,40
A3;2025-02-05;2611;Utgående moms;Faktura 2;;500,10
A4;2025-02-25;7010;Löner;Lön feb;1 500,00;
A4;2025-02-25;1930;Företagskonto;Lön feb;;1 500,00
"""


def test_debit_and_credit_become_lines_by_month(look_at_text: Look) -> None:
    found = look_at_text(SWEDISH)
    table = lines(found)
    assert table.period is not None
    assert (table.period.first, table.period.last) == (date(2025, 1, 1), date(2025, 2, 1))
    assert months(table, "Omsättning") == {"2025-01": 1000.0, "2025-02": 2000.4}
    assert months(table, "Övriga kostnader") == {"2025-01": 3000.0, "2025-02": 0.0}
    assert months(table, "Personalkostnader") == {"2025-01": 0.0, "2025-02": 1500.0}
    assert months(table, "Rörelseresultat") == {"2025-01": -2000.0, "2025-02": 500.4}
    # What the bank held before is not in the file.
    assert months(table, "Kassa och bank") == {"2025-01": None, "2025-02": None}
    assert not found.questions


def test_credit_written_as_negative_is_credit_all_the_same(look_at_text: Look) -> None:
    text = SWEDISH.replace(";;1 000,00", ";;-1 000,00").replace(";;2 000,40", ";;-2 000,40")
    text = text.replace(";;250,00", ";;-250,00").replace(";;500,10", ";;-500,10")
    text = text.replace(";;3 000,00", ";;-3 000,00").replace(";;1 500,00", ";;-1 500,00")
    table = lines(look_at_text(text))
    assert months(table, "Omsättning") == {"2025-01": 1000.0, "2025-02": 2000.4}


DINERO = """
Konto;Kontonavn;Dato;Bilag;Bilagstype;Tekst;Momstype;Beløb;Saldo
1000;Salg af varer/ydelser m/moms;03-12-2025;1;Salgsfaktura;A;Dansk salgsmoms;-7.322,84;-7.322,84
1000;Salg af varer/ydelser m/moms;13-01-2026;2;Salgsfaktura;B;Dansk salgsmoms;-2.000,00;-9.322,84
2000;Vareforbrug;15-12-2025;3;Køb;C;Dansk købsmoms;3.000,00;3.000,00
3600;Husleje;02-01-2026;4;Køb;D;Dansk købsmoms;500,00;500,00
55000;Bank;31-12-2025;5;Betaling;E;;1.000,00;6.000,00
55000;Bank;31-01-2026;6;Betaling;F;;-250,50;5.749,50
55000;Bank;31-01-2026;7;Betaling;G;;10,00;5.759,50
"""


def test_a_danish_ledger_in_one_column_of_amounts(look_at_text: Look) -> None:
    found = look_at_text(DINERO)
    table = lines(found)
    assert months(table, "Omsætning") == {"2025-12": 7322.84, "2026-01": 2000.0}
    assert months(table, "Vareforbrug") == {"2025-12": 3000.0, "2026-01": 0.0}
    assert months(table, "Andre omkostninger") == {"2025-12": 0.0, "2026-01": 500.0}
    # The balances run along with the amounts, so what was there before is known.
    assert months(table, "Likvide midler") == {"2025-12": 6000.0, "2026-01": 5759.5}
    sales = table.column("Omsætning")
    assert sales is not None
    assert sales.unit is not None
    assert sales.unit.symbol == "DKK"
    assert not found.questions


ECONOMIC = """
Kontonr.,Kontonavn,Dato,Bilagsnr.,Tekst,Beløb i DKK
1010,Salg af varer/ydelser m/moms,02.01.2026,1,Faktura,"-10.000,00"
1310,Varekøb/forbrug m/moms,05.01.2026,2,Køb,"4.000,00"
2210,Lønninger,31.01.2026,3,Løn,"3.000,00"
2800,Annoncer og reklame m/moms,20.02.2026,4,Annonce,"1.000,00"
5600,Debitorer,02.01.2026,1,Faktura,"12.500,00"
5820,Bankkonto,01.01.2026,0,Primo,"20.000,00"
5820,Bankkonto,31.01.2026,3,Løn,"-3.000,00"
6800,Kreditorer,05.01.2026,2,Køb,"-5.000,00"
6902,Udgående (salg) moms,02.01.2026,1,Faktura,"-2.500,00"
"""


def test_the_names_of_the_accounts_tell_the_chart(look_at_text: Look) -> None:
    table = lines(look_at_text(ECONOMIC))
    assert table.shape.endswith("economic")
    assert months(table, "Omsætning") == {"2026-01": 10000.0, "2026-02": 0.0}
    assert months(table, "Vareforbrug") == {"2026-01": 4000.0, "2026-02": 0.0}
    assert months(table, "Personaleomkostninger") == {"2026-01": 3000.0, "2026-02": 0.0}
    assert months(table, "Andre omkostninger") == {"2026-01": 0.0, "2026-02": 1000.0}
    # The opening entry is no movement, but what the bank began with.
    assert months(table, "Likvide midler") == {"2026-01": 17000.0, "2026-02": 17000.0}


def test_sales_that_are_positive_against_the_habit_of_ledgers(look_at_text: Look) -> None:
    text = ECONOMIC.replace('"-', '"+').replace(',"', ',"-').replace('"-+', '"')
    found = look_at_text(text)
    table = lines(found)
    assert months(table, "Omsætning")["2026-01"] == 10000.0
    assert months(table, "Personaleomkostninger")["2026-01"] == 3000.0
    assert any("positive" in say(reason) for reason in table.reasons)


NAMELESS = """
Dato;Konto;Tekst;Beløb
02-01-2026;1010;Faktura;-1.000,00
02-01-2026;5820;Faktura;1.000,00
25-02-2026;1310;Køb;400,00
25-02-2026;5820;Køb;-400,00
"""


def test_without_names_it_is_asked_which_chart_it_is(look_at_text: Look) -> None:
    found = look_at_text(NAMELESS)
    assert len(found.tables) == 1
    (question,) = found.questions
    assert question.id == "chart"
    assert {"bas", "economic", "dinero", "erst", "none"} == {key for key, _ in question.options}
    table = lines(look_at_text(NAMELESS, answers={"chart": "economic"}))
    assert months(table, "Omsætning") == {"2026-01": 1000.0, "2026-02": 0.0}
    assert months(table, "Vareforbrug") == {"2026-01": 0.0, "2026-02": 400.0}
    left = look_at_text(NAMELESS, answers={"chart": "none"})
    assert (len(left.tables), left.questions) == (1, ())


def test_an_account_whose_name_speaks_for_another_line_is_said(look_at_text: Look) -> None:
    text = DINERO + "4010;Lønninger;31-01-2026;8;Løn;H;;100,00;100,00\n"
    assert any("4010 Lønninger" in say(warning) for warning in look_at_text(text).warnings)


TRIAL = """
Råbalans 2025-03-01 - 2025-03-31
Konto;Benämning;Ing. balans;Ing. saldo;Perioden;Utg. balans
1510;Kundfordringar;10 000,00;12 000,00;-2 000,00;10 000,00
1930;Företagskonto;50 000,00;60 000,00;5 000,00;65 000,00
2440;Leverantörsskulder;-5 000,00;-6 000,00;1 000,00;-5 000,00
3010;Försäljning varor;0,00;-40 000,00;-20 000,00;-60 000,00
4010;Inköp av varor;0,00;20 000,00;9 000,00;29 000,00
5010;Lokalhyra;0,00;6 000,00;3 000,00;9 000,00
7010;Löner;0,00;8 000,00;4 000,00;12 000,00
Summa;;55 000,00;60 000,00;0,00;60 000,00
"""


def test_a_trial_balance_is_the_month_above_it(look_at_text: Look) -> None:
    table = lines(look_at_text(TRIAL))
    assert months(table, "Omsättning") == {"2025-03": 20000.0}
    assert months(table, "Rörelseresultat") == {"2025-03": 4000.0}
    assert months(table, "Kassa och bank") == {"2025-03": 65000.0}
    assert months(table, "Leverantörsskulder") == {"2025-03": 5000.0}


def test_a_trial_balance_without_a_period_is_asked_about(look_at_text: Look) -> None:
    text = TRIAL.split("\n", 2)[2]
    found = look_at_text(text, name="rabalans mars 2025.csv")
    assert [question.id for question in found.questions] == ["period"]
    table = lines(look_at_text(text, answers={"period": "2025-03"}))
    assert months(table, "Omsättning") == {"2025-03": 20000.0}


def test_a_workbook_with_accounts_as_numbers(look_at_rows: Look) -> None:
    rows = [
        ["Datum", "Konto", "Kontonamn", "Belopp"],
        [date(2025, 1, 5), 3010, "Försäljning", -900.0],
        [date(2025, 1, 5), 1930, "Företagskonto", 900.0],
        [date(2025, 2, 5), 7010, "Löner", 300.25],
        [date(2025, 2, 5), 1930, "Företagskonto", -300.25],
    ]
    table = lines(look_at_rows(rows))
    assert months(table, "Omsättning") == {"2025-01": 900.0, "2025-02": 0.0}
    assert months(table, "Årets resultat") == {"2025-01": 900.0, "2025-02": -300.25}


def test_accounts_that_stand_over_their_postings(look_at_rows: Look) -> None:
    rows = [
        ["Huvudbok"],
        ["Period: 2025-01-01 - 2025-02-28"],
        [],
        ["Datum", "Ver", "Text", "Debet", "Kredit", "Saldo"],
        ["1930 Företagskonto"],
        [None, None, "Ingående saldo", None, None, 5000],
        [date(2025, 1, 7), "A1", "Faktura", 700.25, None, 5700.25],
        [date(2025, 2, 7), "A3", "Hyra", None, 300, 5400.25],
        [None, None, "Utgående saldo", None, None, 5400.25],
        ["3010 Försäljning"],
        [date(2025, 1, 7), "A1", "Faktura", None, 700.25, -700.25],
        [None, None, "Utgående saldo", None, None, -700.25],
        ["5010 Lokalhyra"],
        [date(2025, 2, 7), "A3", "Hyra", 300, None, 300],
        [None, None, "Utgående saldo", None, None, 300],
    ]
    table = lines(look_at_rows(rows))
    assert months(table, "Omsättning") == {"2025-01": 700.25, "2025-02": 0.0}
    assert months(table, "Övriga kostnader") == {"2025-01": 0.0, "2025-02": 300.0}
    assert months(table, "Kassa och bank") == {"2025-01": 5700.25, "2025-02": 5400.25}


def test_account_and_name_in_one_cell_and_rows_that_are_no_postings(look_at_text: Look) -> None:
    text = """
Konto,Datum,Belopp,Saldo
3010 Försäljning,2025-01-05,-700.50,-700.50
3010 Försäljning,2025-02-05,,-700.50
4010 Inköp av varor,2025-01-06,200,
7010 Löner,2025-01-25,100,100
Övrigt,2025-01-25,55,
"""
    table = lines(look_at_text(text))
    assert months(table, "Omsättning") == {"2025-01": 700.5}
    assert months(table, "Rörelseresultat") == {"2025-01": 400.5}


def test_a_ledger_of_a_stated_range_ends_inside_its_month(look_at_text: Look) -> None:
    text = "Huvudbok\nPeriod: 2025-01-01 - 2025-02-17\n" + SWEDISH.replace(
        "2025-02-25", "2025-02-15"
    )
    table = lines(look_at_text(text.replace("\n\n", "\n")))
    assert table.period is not None
    assert table.period.covers_to == date(2025, 2, 17)


def test_a_trial_balance_with_only_before_and_after(look_at_text: Look) -> None:
    text = "\n".join(
        ";".join(line.split(";")[i] for i in (0, 1, 3, 5)) if ";" in line else line
        for line in TRIAL.splitlines()
    )
    table = lines(look_at_text(text))
    assert months(table, "Omsättning") == {"2025-03": 20000.0}
    assert months(table, "Kassa och bank") == {"2025-03": 65000.0}


def test_a_trial_balance_in_which_nothing_happened(look_at_text: Look) -> None:
    text = "\n".join(
        ";".join([*line.split(";")[:4], "0,00", line.split(";")[5]]) if line[:1].isdigit() else line
        for line in TRIAL.splitlines()
    )
    assert len(look_at_text(text).tables) == 1


@pytest.mark.parametrize(
    "text",
    [
        # A bank statement names its one account on each row.
        "Konto;Dato;Tekst;Beløb\n" + "12345678;02-01-2026;Kort;-50,00\n" * 5,
        # Customers' numbers are no accounts.
        "Kundnr;Datum;Belopp\n1510;2025-01-02;5\n3010;2025-01-03;6\n4010;2025-01-04;7\n",
        # Neither names nor both sides of each voucher.
        "Konto;Datum;Belopp\n1510;2025-01-02;5\n3010;2025-01-03;6\n4010;2025-01-04;7\n",
        # Two columns of amounts, and nothing that says which.
        "Konto,Namn,Datum,Ena,Andra\n3010,Försäljning,2025-01-02,-5,1\n4010,Inköp av varor,"
        "2025-01-03,6,2\n7010,Löner,2025-01-04,7,3\n",
        "Account,Date,Clicks,Cost\nNorth,2025-01-01,5,6\nSouth,2025-01-02,7,8\nWest,2025-01-03,1,2\n",
    ],
)
def test_what_is_no_ledger_stays_as_it_is(look_at_text: Look, text: str) -> None:
    found = look_at_text(text)
    assert len(found.tables) == 1
    assert "chart" not in [question.id for question in found.questions]
