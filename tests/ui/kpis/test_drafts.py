"""What a pasted block would change, before anything is saved."""

from __future__ import annotations

import pytest

from desktop.core.message import Message
from desktop.qtkit.wording import wording
from desktop.services.workspace import Workspace
from desktop.ui.kpis.grid.content import GridContent, current_period, read_content
from desktop.ui.kpis.grid.drafts import Draft, pasted, to_save
from tests.ui.kpis.conftest import Bakery, month

SV = wording("sv")


@pytest.fixture
def content(bakery: Bakery) -> GridContent:
    return read_content(bakery.workspace, month(2026, 10))


def row_of(content: GridContent, key: str) -> int:
    return [row.kpi.key for row in content.rows].index(key)


def test_the_grid_has_the_kpis_of_the_cadence_and_the_newest_periods(content: GridContent) -> None:
    assert [row.kpi.name for row in content.rows] == [
        "Conversion", "Orders", "Returns", "Sales", "Visits",
    ]  # fmt: skip
    assert content.periods == tuple(month(2025, 10).shift(n) for n in range(13))
    sales = content.rows[row_of(content, "sales")]
    assert sales.values[month(2026, 9)].value == 130_000
    conversion = content.rows[row_of(content, "conversion")]
    assert conversion.worked_out
    assert conversion.values[month(2026, 9)].value == 0.04
    assert content.newest(3).periods == (month(2026, 8), month(2026, 9), month(2026, 10))


def test_the_current_period_follows_the_fiscal_year(workspace: Workspace) -> None:
    assert current_period(workspace, month(2026, 10).cadence, workspace.today()) == month(2026, 10)


def test_a_block_goes_from_the_top_left_and_blanks_change_nothing(content: GridContent) -> None:
    cells = pasted(content, [["1", "", "3 000"], ["", "5", ""]], [(3, 1), (4, 2)], SV)
    assert cells == {
        (3, 1): Draft("1", 1.0),
        (3, 3): Draft("3 000", 3000.0),
        (4, 2): Draft("5", 5.0),
    }


def test_one_cell_fills_the_selection(content: GridContent) -> None:
    cells = pasted(content, [["7"]], [(1, 0), (1, 1), (3, 0)], SV)
    assert isinstance(cells, dict)
    assert set(cells) == {(1, 0), (1, 1), (3, 0)}


def test_each_row_reads_in_its_own_unit(content: GridContent) -> None:
    cells = pasted(content, [["2,5 %"], ["12 kr"]], [(2, 0)], SV)
    assert isinstance(cells, dict)
    assert cells[(2, 0)].value == 0.025
    assert cells[(3, 0)].value == 12


def test_a_block_that_does_not_fit_is_refused_in_a_sentence(content: GridContent) -> None:
    refusal = pasted(content, [["1"] * 3], [(0, 11)], SV)
    assert isinstance(refusal, Message)
    assert "3" in wording("en").say(refusal)
    assert isinstance(pasted(content, [["1"], ["2"]], [(4, 0)], SV), Message)


def test_faults_name_their_reason(content: GridContent) -> None:
    cells = pasted(content, [["1.234", "x"]], [(3, 0)], SV)
    assert isinstance(cells, dict)
    assert all(draft.fault is not None and draft.value is None for draft in cells.values())
    formula = pasted(content, [["1"]], [(0, 0)], SV)
    assert isinstance(formula, dict)
    fault = formula[(0, 0)].fault
    assert fault is not None
    assert "formula" in wording("en").say(fault)


def test_only_differences_are_saved(content: GridContent, bakery: Bakery) -> None:
    drafts = {(3, 11): Draft("130 000", 130_000.0), (3, 12): Draft("5", 5.0), (4, 11): Draft("")}
    assert to_save(content, drafts) == [
        (bakery.id("sales"), month(2026, 10), 5.0),
        (bakery.id("visits"), month(2026, 9), None),
    ]
