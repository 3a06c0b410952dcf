"""Rows and measures that call themselves totals: the words propose, the figures decide."""

from __future__ import annotations

import pytest

from desktop.importing.tables.recognition import Left
from desktop.importing.values.words import is_surely_total, is_total
from tests.importing.found import Look, figures, only


def test_measures_named_total_are_measures(look_at_text: Look) -> None:
    found = look_at_text("""
Nyckeltal;2026-01;2026-02;2026-03
Total försäljning;100;120;140
Totala kostnader;70;90;95
Total orders;7;9;8
Alla besök;900;800;850
""")
    assert figures(only(found)) == {
        "Total försäljning": 360.0,
        "Totala kostnader": 255.0,
        "Total orders": 24.0,
        "Alla besök": 2550.0,
    }


def test_total_measure_over_or_under_its_parts_is_left_out(look_at_text: Look) -> None:
    found = look_at_text("""
Kanal;2026-01;2026-02;2026-03
Total försäljning;100;120;140
Butik;60;70;90
Webb;40;50;50
Återköp;5;7;9
Svinn;1;2;3
Total kostnad;6;9;12
""")
    assert list(figures(only(found))) == ["Butik", "Webb", "Återköp", "Svinn"]


def test_total_of_subtotals(look_at_text: Look) -> None:
    found = look_at_text("""
Region;2026-01;2026-02
Nord;1,5;2
Syd;2,5;3
Total Sverige;4;5
Jylland;10;20
Fyn;20;30
Total Danmark;30;50
Total Norden;34;55
""")
    assert list(figures(only(found))) == ["Nord", "Syd", "Jylland", "Fyn"]


def test_products_named_total_are_products(look_at_text: Look) -> None:
    found = look_at_text("""
Produkt;Antal;Belopp;Snittpris
Total Care schampo;12;1188,00;99,00
All Inclusive paket;5;4995,00;999,00
Summa Cum Laude vin;20;1580,00;79,00
Totalt;37;7763,00;209,81
""")
    assert figures(only(found))["Antal"] == 37.0
    assert figures(only(found))["Belopp"] == 7763.0


def test_subtotals_between_products_are_left_out(look_at_text: Look) -> None:
    found = look_at_text("""
Produkt;Antal;Belopp
Borste;20;1580
Kam;10;190
Total hår;30;1770
Tvål;7;140
Lotion;3;297
Total hud;10;437
""")
    assert figures(only(found)) == {"Antal": 40.0, "Belopp": 2207.0}


def test_sum_of_one_row(look_at_text: Look) -> None:
    found = look_at_text("""
Kostnad;2025;2026
Löner;80;85
Summa personal;80;85
Hyra;20;21
El;5;6
Summa lokaler;25;27
""")
    assert list(figures(only(found))) == ["Löner", "Hyra", "El"]


@pytest.mark.parametrize(
    ("label", "sure"),
    [
        ("Totalt", True),
        ("Total: Account", True),
        ("Summa intäkter", False),
        ("Delsumma", True),
        ("Sub-total north", False),
        ("Total Care", False),
        ("Total försäljning", False),
        ("Alla besök", False),
    ],
)
def test_words_that_leave_no_doubt(label: str, sure: bool) -> None:
    assert is_total(label)
    assert is_surely_total(label) is sure


@pytest.mark.parametrize("names", [("Vår", "Sommar", "Höst"), ("Vår", "Vår", "Vår"), ("Vår",)])
def test_total_over_a_range_that_repeats_its_dates(look_at_text: Look, names: list[str]) -> None:
    rows = "".join(f"2026-02-01;2026-02-28;{name};100,5;7\n" for name in names)
    n = len(names)
    total = f"2026-02-01;2026-02-28;;{100.5 * n};{7 * n}\n".replace(".", ",")
    for text in (total + rows, rows + total):
        found = look_at_text("Från;Till;Kampanj;Kostnad;Klick\n" + text)
        assert figures(only(found)) == {"Kostnad": 100.5 * n, "Klick": 7.0 * n}


def test_row_without_a_name_among_others_is_no_total(look_at_text: Look) -> None:
    found = look_at_text("Datum;Kund;Belopp\n2026-02-01;A;10\n2026-02-01;;20\n2026-02-01;;30\n")
    assert figures(only(found)) == {"Belopp": 60.0}
    found = look_at_text("Datum;Kund;Belopp\n2026-02-01;A;10\n2026-02-02;B;20\n2026-02-03;;30\n")
    assert figures(only(found)) == {"Belopp": 60.0}


@pytest.mark.parametrize(
    "label",
    ["Hovedtotal", "Totalsum", "Gesamtergebnis", "Hela året", "Helår", "Årstotal", "Summering"],
)
def test_totals_of_pivot_tables_and_of_the_year(look_at_text: Look, label: str) -> None:
    found = look_at_text(f"Post;2026-01;2026-02\nA;1;2\nB;3;4\n{label};4;6\n")
    assert figures(only(found)) == {"A": 3.0, "B": 7.0}


def test_quarters_between_dated_months_are_totals(look_at_text: Look) -> None:
    months = "jan 2025;1\nfeb 2025;2\nmar 2025;3\nKvartal 1;6\napr 2025;4\nmaj 2025;5\njun 2025;6\n"
    found = look_at_text(f"Månad;Antal\n{months}Kvartal 2;15\nTotals;21\n")
    assert figures(only(found)) == {"Antal": 21.0}
    assert not found.warnings
    assert set(found.tables[0].left_out.values()) == {Left.TOTAL}
