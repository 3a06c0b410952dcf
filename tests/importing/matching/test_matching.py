"""Which KPI a column is by its name, and when nobody can be sure."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi, read_library
from desktop.core.unit import Unit, UnitKind
from desktop.importing.matching.matching import Match, Matcher, core_of, units_agree
from desktop.importing.tables.recognition import Column, Role

LIBRARY = read_library(Path(__file__).resolve().parents[3] / "resources" / "library")
SEK = Unit(UnitKind.CURRENCY, "SEK")
PERCENT = Unit(UnitKind.PERCENT)


def column(name: str, unit: Unit | None = None) -> Column:
    return Column(name, Role.VALUE, "number", unit, 9, 1.0, 1.0, 1.0, 0)


def matched(
    names: list[str],
    kpis: list[Kpi],
    *,
    earlier: dict[int, frozenset[str]] | None = None,
    source: str = "",
    unit: Unit | None = None,
) -> dict[str, Match]:
    matcher = Matcher(kpis, LIBRARY, earlier or {}, source)
    return matcher.own([column(name, unit) for name in names])


def ready(*names: str) -> dict[str, ReadyKpi]:
    return Matcher((), LIBRARY).best_ready([column(name) for name in names])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nettoomsättning", "sales"),
        ("Omsætning ekskl. moms", "sales"),
        ("Net sales", "sales"),
        ("Net sales (excl. VAT)", "sales"),
        ("Umsatz", "sales"),
        ("Ventas netas", "sales"),
        ("Omsetning", "sales"),
        ("Bestellungen", "orders"),
        ("Antall ordrer", "orders"),
        ("Impr.", "impressions"),
        ("Amount spent", "ad_cost"),
        ("Sitzungen", "sessions"),
        ("Kontostand", "cash_balance"),
        ("Seguidores", "followers"),
        ("Unsubscribes", "unsubscribes"),
        ("Link clicks", "clicks"),
    ],
)
def test_names_of_exports_in_many_languages(name: str, key: str) -> None:
    assert ready(name)[name].id == key


def test_the_best_name_of_several_columns() -> None:
    found = ready("Gross sales", "Total sales", "Net sales")
    assert {name: each.id for name, each in found.items()} == {"Net sales": "sales"}


def test_no_name_of_the_library_means_two_things() -> None:
    for one, other in combinations(LIBRARY, 2):
        names = [{name.casefold() for name in each.all_names()} for each in (one, other)]
        shared = names[0] & names[1]
        assert not shared, (one.id, other.id, shared)


def test_the_companys_own_name_goes_before_the_librarys() -> None:
    own = Kpi(id=1, key="revenue_online", name="Net sales")
    sales = Kpi(id=2, key="sales", name="Försäljning")
    found = matched(["Net sales"], [sales, own])
    assert found["Net sales"].kpi is own
    assert found["Net sales"].sure


def test_a_column_that_fed_a_kpi_before() -> None:
    kpi = Kpi(id=1, key="x", name="Pengar in")
    found = matched(["Takings"], [kpi], earlier={1: frozenset({"takings"})})
    assert (found["Takings"].kpi, found["Takings"].sure) == (kpi, True)
    assert found["Takings"].reason.values["kpi"] == "Pengar in"
    assert matched(["Takings"], [kpi]) == {}


@pytest.mark.parametrize("name", ["Antal besök", "Besök totalt", "Total Besök", "besök (st)"])
def test_the_same_words_but_for_what_says_nothing(name: str) -> None:
    kpi = Kpi(id=1, key="x", name="Besök")
    assert matched([name], [kpi])[name].kpi is kpi


@pytest.mark.parametrize(
    "name", ["Net sales", "Sales tax", "Sales incl. VAT", "Besökare", "Salespeople", ""]
)
def test_other_things_are_no_match(name: str) -> None:
    kpis = [Kpi(id=1, key="x", name="Sales"), Kpi(id=2, key="y", name="Besök")]
    assert matched([name], kpis) == {}


def test_units_that_do_not_agree_are_no_match() -> None:
    rate = Kpi(id=1, key="x", name="Conversion", unit=PERCENT)
    assert matched(["Conversion"], [rate], unit=SEK) == {}
    assert matched(["Conversion"], [rate], unit=PERCENT)
    assert matched(["Conversion"], [rate], unit=None)
    assert not units_agree(SEK, Unit(UnitKind.OWN, "orders"))
    assert units_agree(Unit(UnitKind.CURRENCY, "EUR"), SEK)


def test_two_kpis_of_equal_right_are_offered_but_not_chosen() -> None:
    kpis = [Kpi(id=1, key="a", name="Sales"), Kpi(id=2, key="b", name="sales")]
    found = matched(["Sales"], kpis)["Sales"]
    assert not found.sure
    assert {found.reason.values["kpi"], found.reason.values["other"]} == {"Sales", "sales"}


def test_two_columns_of_equal_right_are_offered_but_not_chosen() -> None:
    kpi = Kpi(id=1, key="a", name="Sales")
    found = matched(["Sales", "SALES"], [kpi])
    assert [each.sure for each in found.values()] == [False]


def test_the_files_own_title_decides_between_two() -> None:
    kpis = [
        Kpi(id=1, key="a", name="Visitors", source="Shop"),
        Kpi(id=2, key="b", name="Visitors", source="Web site"),
    ]
    found = matched(["Visitors"], kpis, source="Web site")["Visitors"]
    assert (found.kpi.id, found.sure) == (2, True)


def test_a_definition_that_names_the_column() -> None:
    quoted = Kpi(id=1, key="a", name="Intäkt", definition="Kolumnen “Total sales” i rapporten.")
    assert matched(["Total sales"], [quoted])["Total sales"].sure
    spoken = Kpi(id=1, key="a", name="Intäkt", definition="Som total sales i rapporten.")
    assert not matched(["Total sales"], [spoken])["Total sales"].sure


def test_formulas_and_archived_kpis_are_fed_by_nothing() -> None:
    kpis = [
        Kpi(id=1, key="a", name="Rate", formula="b / c"),
        Kpi(id=2, key="b", name="Old", archived=True),
    ]
    assert matched(["Rate", "Old"], kpis) == {}


def test_the_core_of_a_name() -> None:
    assert core_of("Number of Clicks") == core_of("clicks") == core_of("Click")
    assert core_of("Total") == ()
    assert core_of("Access") == ("access",)
