"""Groups, filters and the search of the KPI table."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.kpi_rows import kpi_rows
from desktop.services.kpis import kpis, save_kpi
from desktop.ui.kpis.kpi_facts import facts
from desktop.ui.kpis.kpi_groups import (
    ALL,
    ARCHIVED,
    NO_GROUP,
    GroupBy,
    arranged,
    group_options,
)
from tests.ui.kpis.conftest import Bakery


def names(bakery: Bakery, by: GroupBy, group: str = ALL, search: str = "") -> list[str]:
    rows = kpi_rows(bakery.workspace)
    return [row.kpi.name for row in arranged(rows, by, group, search)]


def test_groups_stand_in_the_order_of_the_journey_with_their_counts(bakery: Bakery) -> None:
    assert group_options(kpi_rows(bakery.workspace), GroupBy.PHASE) == [
        (ALL, "All 6"),
        ("awareness", "Awareness 1"),
        ("conversion", "Conversion 3"),
        (NO_GROUP, "No group 2"),
    ]


def test_rows_stand_by_group_and_name(bakery: Bakery) -> None:
    assert names(bakery, GroupBy.PHASE) == [
        "Visits", "Conversion", "Orders", "Sales", "Returns", "Steps",
    ]  # fmt: skip
    assert names(bakery, GroupBy.PERSPECTIVE)[0] == "Sales"


def test_a_group_and_a_search_narrow_the_rows(bakery: Bakery) -> None:
    assert names(bakery, GroupBy.PHASE, "awareness") == ["Visits"]
    assert names(bakery, GroupBy.PHASE, search="eva vat") == ["Sales"]
    assert names(bakery, GroupBy.PHASE, "awareness", "eva") == []


def test_archived_kpis_are_out_of_the_way_in_a_group_of_their_own(bakery: Bakery) -> None:
    sales = next(each for each in kpis(bakery.workspace) if each.key == "sales")
    save_kpi(bakery.workspace, replace(sales, archived=True))
    rows = kpi_rows(bakery.workspace, archived=True)
    assert group_options(rows, GroupBy.PHASE)[0] == (ALL, "All 5")
    assert group_options(rows, GroupBy.PHASE)[-1] == (ARCHIVED, "Archived 1")
    assert "Sales" not in [row.kpi.name for row in arranged(rows, GroupBy.PHASE, ALL, "")]
    assert [row.kpi.name for row in arranged(rows, GroupBy.PHASE, ARCHIVED, "")] == ["Sales"]


def test_what_stands_with_the_number(bakery: Bakery) -> None:
    by_key = {row.kpi.key: row.kpi for row in kpi_rows(bakery.workspace)}
    assert facts(by_key["sales"], {}) == "Invoiced, without VAT. Source: Fortnox."
    names = {"orders": "Orders", "visits": "Visits"}
    assert facts(by_key["conversion"], names) == "Formula: Orders ÷ Visits."
    assert facts(by_key["steps"], {}) == ""
