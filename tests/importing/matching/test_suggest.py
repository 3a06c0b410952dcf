"""Which KPI a column is offered for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.importing.figures.mapping import Gather, Mapping, Rule
from desktop.importing.matching.splitting import split_by
from desktop.importing.matching.suggest import Known, Origin, Suggestion, suggest
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Table

LIBRARY = Path(__file__).resolve().parents[3] / "resources" / "library"

SHOP = """
Day,Orders,Gross sales,Discounts,Net sales,Conversion rate,Average order value
2026-01-01,3,300.50,-10.00,290.50,2.1%,96.83
2026-01-02,4,400.00,-20.00,380.00,2.2%,95.00
2026-01-03,5,500.00,-30.00,470.00,2.3%,94.00
2026-01-04,5,500.00,-30.00,470.00,2.3%,94.00
2026-01-05,5,500.00,-30.00,470.00,2.3%,94.00
2026-01-06,5,500.00,-30.00,470.00,2.3%,94.00
2026-01-07,5,500.00,-30.00,470.00,2.3%,94.00
"""


@pytest.fixture(scope="module")
def library() -> tuple[ReadyKpi, ...]:
    return read_library(LIBRARY)


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Table]:
    def recognised(text: str) -> Table:
        path = tmp_path / "export.csv"
        path.write_text(text.lstrip("\n"), "utf-8")
        return recognise(read(path), today=date(2026, 7, 1)).tables[0]

    return recognised


def by_column(suggestions: tuple[Suggestion, ...]) -> dict[str, Suggestion]:
    return {suggestion.rule.column: suggestion for suggestion in suggestions}


def test_a_column_with_the_name_of_a_kpi_is_chosen(table: Callable[[str], Table]) -> None:
    known = Known([Kpi(id=7, key="net", name="Net Sales"), Kpi(id=8, key="x", name="Visits")])
    found = by_column(suggest(table(SHOP), known))
    assert found["Net sales"].origin is Origin.NAME
    assert found["Net sales"].rule.kpi_id == 7
    assert [c for c, s in found.items() if s.chosen] == ["Net sales"]


def test_a_kpi_of_the_library_is_known_by_its_synonyms(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    sales = Kpi(id=5, key="sales", name="Försäljning")
    found = by_column(suggest(table(SHOP), Known([sales], library, "sv", "SEK")))
    assert (found["Net sales"].origin, found["Net sales"].rule.kpi_id) == (Origin.NAME, 5)
    assert found["Gross sales"].rule.kpi_id is None  # one column a KPI


def test_without_any_kpi_the_library_is_offered(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    found = by_column(suggest(table(SHOP), Known([], library, "sv", "SEK")))
    orders = found["Orders"]
    assert (orders.origin, orders.chosen) == (Origin.LIBRARY, True)
    assert orders.rule.new_kpi is not None
    assert (orders.rule.new_kpi.name, orders.rule.new_kpi.key) == ("Order", "orders")


def test_a_new_kpi_is_filled_in(table: Callable[[str], Table]) -> None:
    found = by_column(suggest(table(SHOP), Known([], currency="SEK")))
    rate = found["Conversion rate"].rule
    assert rate.add_up is Gather.MEAN
    assert rate.new_kpi is not None
    assert rate.new_kpi.unit == Unit(UnitKind.PERCENT)
    assert rate.new_kpi.add_up is AddUp.MEAN
    assert rate.new_kpi.cadence is Cadence.DAY
    discounts = found["Discounts"].rule.new_kpi
    assert discounts is not None
    assert discounts.better is Better.LOWER
    sales = found["Gross sales"].rule.new_kpi
    assert sales is not None
    assert (sales.unit, sales.decimals) == (Unit(UnitKind.CURRENCY, "SEK"), 0)
    assert not any(suggestion.chosen for suggestion in found.values())


def test_things_that_happen_now_and_then_are_counted_by_month(
    table: Callable[[str], Table],
) -> None:
    text = "Datum;Text;Belopp;Saldo\n2026-01-03;A;100;100\n2026-01-20;B;-50;50\n2026-02-11;C;1;51\n"
    found = by_column(suggest(table(text), Known([])))
    amount, balance = found["Belopp"].rule.new_kpi, found["Saldo"].rule.new_kpi
    assert amount is not None
    assert balance is not None
    assert amount.cadence is Cadence.MONTH
    assert (balance.add_up, found["Saldo"].rule.add_up) == (AddUp.LAST, Gather.LAST)


def test_what_goes_in_and_out_of_an_account_is_no_sales(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    text = "Datum;Text;Belopp;Saldo\n2026-01-03;A;100;100\n2026-01-20;B;-50;50\n2026-02-11;C;1;51\n"
    found = by_column(suggest(table(text), Known([], library)))
    assert found["Belopp"].origin is Origin.NEW


def test_one_kpi_a_currency(table: Callable[[str], Table]) -> None:
    text = "Date,Amount,Currency\n2026-01-03,10,usd\n2026-01-20,5,eur\n2026-02-11,1,usd\n"
    offers = suggest(table(text), Known([]))
    kpis = {s.rule.filters: s.rule.new_kpi for s in offers}
    assert set(kpis) == {(("Currency", "usd"),), (("Currency", "eur"),)}
    assert {kpi.unit.symbol for kpi in kpis.values() if kpi} == {"USD", "EUR"}


def test_thousands_become_money(table: Callable[[str], Table]) -> None:
    text = "KPI;Enhet;jan-26;feb-26\nOmsättning;tkr;450;480\n"
    kpi = Kpi(id=1, key="o", name="Omsättning", unit=Unit(UnitKind.CURRENCY, "SEK"))
    (offer,) = suggest(table(text), Known([kpi]))
    assert offer.rule.factor == 1000.0


def test_sales_that_a_ledger_writes_as_negative(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    text = "Konto;Benämning;jan 2026;feb 2026\n3001;Försäljning;-100;-200\n4000;Varor;50;60\n"
    found = by_column(suggest(table(text), Known([], library, "sv")))
    assert found["Försäljning"].rule.sign == -1
    assert found["Varor"].rule.sign == 1


def test_a_remembered_mapping_comes_first_and_alone(table: Callable[[str], Table]) -> None:
    known = Known([Kpi(id=7, key="s", name="Sales"), Kpi(id=9, key="o", name="Orders")])
    rules = (Rule(7, None, "Gross sales"), Rule(99, None, "Orders"))
    first, *others = suggest(table(SHOP), known, Mapping("long", rules, {}))
    assert (first.origin, first.rule.kpi_id, first.chosen) == (Origin.REMEMBERED, 7, True)
    assert not any(suggestion.chosen for suggestion in others)
    assert "Gross sales" not in by_column(tuple(others))


def test_a_column_is_found_again_under_a_like_name(table: Callable[[str], Table]) -> None:
    known = Known([Kpi(id=7, key="s", name="Sales")])
    renamed = Mapping("long", (Rule(7, None, "gross_sales "),), {})
    assert suggest(table(SHOP), known, renamed)[0].rule.column == "Gross sales"
    gone = suggest(table(SHOP), known, Mapping("long", (Rule(7, None, "Tips"),), {}))[0]
    assert not gone.chosen
    assert gone.problem is not None


def test_one_kpi_for_each_channel(table: Callable[[str], Table]) -> None:
    found = table(
        "Date,Channel,Visits\n2026-01-01,Paid,1\n2026-01-01,Organic,2\n2026-01-02,Paid,3\n"
    )
    rule = suggest(found, Known([]))[0].rule
    rules = split_by(rule, "Channel", ["Organic", "Paid"])
    names = [each.new_kpi.name for each in rules if each.new_kpi]
    assert names == ["Visits – Organic", "Visits – Paid"]
    assert rules[1].filters == (("Channel", "Paid"),)
    assert split_by(replace(rule, new_kpi=None), "Channel", ["Paid"]) == ()


def test_a_table_without_periods_is_offered_for_nothing(table: Callable[[str], Table]) -> None:
    assert suggest(table("Produkt;Antal\nKaffe;1\nTe;2\n"), Known([])) == ()


def test_the_years_of_a_table_by_month_are_one_kpi(table: Callable[[str], Table]) -> None:
    (offer,) = suggest(table("Försäljning\n\nMånad;2024;2025\nJan;1;2\nFeb;3;4\n"), Known([]))
    assert (offer.rule.column, offer.rule.more) == ("2024", ("2025",))
    assert offer.rule.new_kpi is not None
    assert offer.rule.new_kpi.name == "Försäljning"


def test_tables_that_look_alike_are_told_apart_by_their_titles(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    rows = "".join(f"2026-01-0{day},{day}\n" for day in range(1, 9))
    path.write_text(f"Facebook\nDate,Primary\n{rows}\nInstagram\nDate,Primary\n{rows}", "utf-8")
    first, second = recognise(read(path), today=date(2026, 7, 1)).tables
    assert first.shape != second.shape
    names = [suggest(each, Known([]))[0].rule.new_kpi for each in (first, second)]
    assert [kpi.name for kpi in names if kpi] == ["Facebook", "Instagram"]


def test_several_series_in_one_column_are_one_kpi_each(table: Callable[[str], Table]) -> None:
    rows = "".join(f"2026-0{m}-01;{place};1{m},5\n" for m in range(1, 5) for place in "AB")
    offers = suggest(table("Månad;Plats;Temperatur\n" + rows), Known([]))
    assert [offer.rule.filters for offer in offers] == [(("Plats", "A"),), (("Plats", "B"),)]


def test_the_files_currency_goes_before_the_companys(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    text = "Month,Net sales (EUR)\n2026-01,1\n2026-02,2\n"
    renamed = text.replace("Net sales (EUR)", "Net sales")
    euro = table("Date,Net sales,Currency\n2026-01-01,1,EUR\n2026-02-01,2,EUR\n")
    offers = by_column(suggest(euro, Known([], library, "en", "SEK")))
    kpi = offers["Net sales"].rule.new_kpi
    assert kpi is not None
    assert kpi.unit == Unit(UnitKind.CURRENCY, "EUR")
    plain = by_column(suggest(table(renamed), Known([], library, "en", "SEK")))["Net sales"]
    assert plain.rule.new_kpi is not None
    assert plain.rule.new_kpi.unit == Unit(UnitKind.CURRENCY, "SEK")


@pytest.mark.parametrize(("unit", "factor"), [("MSEK", 1e6), ("tkr", 1e3), ("st", 1.0)])
def test_what_a_unit_of_money_is_multiplied_by(
    table: Callable[[str], Table], unit: str, factor: float
) -> None:
    text = f"KPI;Enhet;jan-26;feb-26\nOmsättning;{unit};450;480\n"
    kpi = Kpi(id=1, key="o", name="Omsättning", unit=Unit(UnitKind.CURRENCY, "SEK"))
    (offer,) = suggest(table(text), Known([kpi]))
    assert offer.rule.factor == factor


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Dag,Resultat,Räckvidd,Spenderat belopp (SEK),Exponeringar\n"
            "2026-04-01,3,900,125.50,1200\n2026-04-02,5,800,99.50,1000\n",
            {
                "Resultat": "conversions",
                "Spenderat belopp (SEK)": "ad_cost",
                "Exponeringar": "impressions",
                "Räckvidd": "reach",
            },
        ),
        (
            "Dag;Klick;Visn.;Kostnad\n2026-04-01;5;300;25,50\n2026-04-02;6;310;30,25\n",
            {"Klick": "clicks", "Visn.": "impressions", "Kostnad": "ad_cost"},
        ),
        ("Månad;Kostnad;Resultat\n2026-01;5;300\n2026-02;6;310\n", {"Resultat": "profit"}),
    ],
)
def test_what_stands_beside_clicks_and_views_is_of_ads(
    tmp_path: Path, library: tuple[ReadyKpi, ...], text: str, wanted: dict[str, str]
) -> None:
    path = tmp_path / "annonser.csv"
    path.write_text(text, "utf-8")
    book = read(path)
    found = suggest(
        recognise(book, today=date(2026, 7, 1)).tables[0], Known((), library, "sv", workbook=book)
    )
    made = {s.name: s.rule.new_kpi.key for s in found if s.chosen and s.rule.new_kpi}
    assert made == wanted


def test_amounts_that_come_and_go_are_no_sales(
    tmp_path: Path, library: tuple[ReadyKpi, ...]
) -> None:
    for amounts, chosen in (("100 -90 80 -70", False), ("100 90 80 70", True)):
        rows = "".join(
            f"2026-04-0{day};Post;{amount},50\n" for day, amount in enumerate(amounts.split(), 1)
        )
        path = tmp_path / "konto.csv"
        path.write_text(f"Bokföringsdag;Text;Belopp\n{rows}", "utf-8")
        book = read(path)
        (table,) = recognise(book, today=date(2026, 7, 1)).tables
        found = by_column(suggest(table, Known((), library, "sv", workbook=book)))
        assert found["Belopp"].chosen is chosen


@pytest.mark.parametrize(
    ("name", "add_up", "kind"),
    [
        ("Omsättning per månad", AddUp.SUM, UnitKind.CURRENCY),
        ("Kostnad per order", AddUp.MEAN, UnitKind.CURRENCY),
        ("värde", AddUp.SUM, UnitKind.NUMBER),
        ("Totalt", AddUp.SUM, UnitKind.NUMBER),
    ],
)
def test_what_a_new_kpi_is_by_its_name(
    table: Callable[[str], Table], name: str, add_up: AddUp, kind: UnitKind
) -> None:
    found = by_column(suggest(table(f"Månad;{name}\n2026-01;5\n2026-02;7\n"), Known(())))
    kpi = found[name].rule.new_kpi
    assert kpi is not None
    assert (kpi.add_up, kpi.unit.kind) == (add_up, kind)


def test_rates_in_percent_without_a_sign(
    table: Callable[[str], Table], library: tuple[ReadyKpi, ...]
) -> None:
    for figures, factor in (("45;52;48", 0.01), ("0.45;0.52;0.48", 1.0)):
        rows = "".join(f"2026-06-0{d},{n}\n" for d, n in enumerate(figures.split(";"), 1))
        found = by_column(suggest(table(f"date,bounce_rate\n{rows}"), Known((), library)))
        assert found["bounce_rate"].chosen
        assert found["bounce_rate"].rule.factor == factor


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Salg af varer", "Salg af ydelser"), "Nettoomsætning i alt"),
        (("Försäljning varor", "Försäljning tjänster"), "Summa nettoomsättning"),
    ],
)
def test_sales_are_the_row_that_adds_up_their_parts(
    table: Callable[[str], Table],
    library: tuple[ReadyKpi, ...],
    parts: tuple[str, str],
    whole: str,
) -> None:
    text = f"""
Resultat 2026;jan;feb;mar
{parts[0]};800;820;830
{parts[1]};200;210;220
{whole};1000;1030;1050
"""
    sales = next(each for each in library if each.id == "sales")
    kpi = Kpi(id=7, key="sales", name="Sales", unit=Unit(UnitKind.CURRENCY, "SEK"))
    for known in (Known([], [sales]), Known([kpi], [sales])):
        chosen = [s for s in suggest(table(text), known) if s.chosen]
        assert [s.rule.column for s in chosen] == [whole]
