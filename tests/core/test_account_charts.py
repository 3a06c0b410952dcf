"""Ranges of accounts as people write them, and the charts that come with the program."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.account_charts import AccountKind, standard_charts, with_ranges
from desktop.core.account_ranges import AccountRange, joined, read_ranges, write_ranges
from desktop.core.faults import NotAllowed
from desktop.core.kpi import AddUp, Better
from desktop.core.kpi_library import read_library
from desktop.core.resources import resource

CHARTS = {chart.id: chart for chart in standard_charts()}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3000-3799, 3900", "3000-3799, 3900"),
        ("3900; 3000 – 3799", "3000-3799, 3900"),
        ("3000—3000", "3000"),
        ("1930\n55000-55999", "1930, 55000-55999"),
        (" , ", ""),
    ],
)
def test_ranges_are_read_in_any_order_and_written_in_one(text: str, written: str) -> None:
    assert write_ranges(read_ranges(text)) == written


@pytest.mark.parametrize(
    "text",
    ["30-3799", "3000-", "tre tusen", "3799-3000", "3000-37999", "3000-3500, 3400", "3000 3100"],
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed):
        read_ranges(text)


@given(st.lists(st.integers(1000, 9999), min_size=1, max_size=12, unique=True))
def test_joined_ranges_hold_the_same_accounts(numbers: list[int]) -> None:
    ranges = [AccountRange(str(n), str(n)) for n in numbers]
    found = joined(ranges)
    held = [n for n in range(1000, 10000) if any(str(n) in each for each in found)]
    assert held == sorted(numbers)
    assert all(int(a.last) + 1 < int(b.first) for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("chart", "account", "line"),
    [
        ("bas", "3010", "net_sales"),
        ("bas", "3999", "other_income"),
        ("bas", "4000", "cost_of_goods"),
        ("bas", "6991", "other_costs"),
        ("bas", "7699", "personnel_cost"),
        ("bas", "7832", "depreciation"),
        ("bas", "8999", ""),  # carries the result to the balance sheet
        ("bas", "0351", ""),
        ("bas", "30101", "net_sales"),  # lengthened by the company
        ("bas", "301", "net_sales"),
        ("bas", "1930", "cash"),
        ("bas", "2440", "payables"),
        ("economic", "1310", "cost_of_goods"),
        ("economic", "2210", "personnel_cost"),
        ("economic", "5820", "cash"),
        ("dinero", "2000", "cost_of_goods"),
        ("dinero", "55000", "cash"),  # not 5500, which would be a cost
        ("dinero", "60000", ""),
        ("erst", "2850", "personnel_cost"),
        ("erst", "6190", "receivables"),
    ],
)
def test_an_account_belongs_to_a_line(chart: str, account: str, line: str) -> None:
    found = CHARTS[chart].line_of(account)
    assert (found.key if found else "") == line


def test_all_charts_have_sales_costs_and_money() -> None:
    for chart in CHARTS.values():
        for key in ("net_sales", "cost_of_goods", "personnel_cost", "other_costs", "cash"):
            assert chart.line(key).ranges, (chart.id, key)


def test_results_are_made_of_lines_that_are_there() -> None:
    for line in CHARTS["bas"].lines:
        for part in line.parts:
            assert not CHARTS["bas"].line(part).parts
            assert not CHARTS["bas"].line(part).kind.is_level
    assert write_ranges(joined(CHARTS["bas"].ranges_of(CHARTS["bas"].line("revenue")))) == (
        "3000-3999"
    )
    assert write_ranges(
        joined(CHARTS["bas"].ranges_of(CHARTS["bas"].line("operating_result")))
    ) == ("3000-7999")


def test_lines_and_ready_kpis_agree() -> None:
    library = {ready.id: ready for ready in read_library(resource("library"))}
    for line in CHARTS["bas"].lines:
        if line.kpi:
            ready = library[line.kpi]
            assert (ready.add_up is AddUp.LAST) == line.kind.is_level
            assert ready.better is line.better


def test_signs_are_those_that_people_speak_of() -> None:
    assert [kind.sign for kind in AccountKind] == [-1, 1, 1, -1]
    assert CHARTS["bas"].line("receivables").better is Better.LOWER
    assert CHARTS["bas"].line("cash").better is Better.HIGHER


def test_a_chart_without_any_range_knows_no_account() -> None:
    chart = CHARTS["dinero"]
    empty = with_ranges(chart, {line.key: "" for line in chart.own_lines}, "en")
    assert empty.line_of("1000") is None


def test_results_have_no_ranges_of_their_own() -> None:
    chart = with_ranges(CHARTS["bas"], {"revenue": "1000-9999"}, "en")
    assert chart == CHARTS["bas"]
