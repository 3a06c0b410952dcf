"""Budgets from files and from KPIs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.core.budget_plan import budget_steps
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.budgets import budget_of_kpi, budgets_in
from desktop.services.imports import open_file
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace

MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]


@pytest.fixture
def sales(ws: Workspace) -> Kpi:
    return save_kpi(ws, Kpi(name="Sales"))


def test_the_rows_of_a_budget_workbook(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["", *(date(2026, month, 1) for month in range(1, 7))])
    sheet.append(["Sales", 100, 110, 120, 130, 140, 150])
    sheet.append(["Wages", 60, 60, 60, 65, 65, 65])
    book.save(path)
    before = len(kpis(ws))
    found = {budget.name: budget for budget in budgets_in(ws, open_file(ws, path), sales)}
    assert set(found) == {"Sales", "Wages"}
    steps = budget_steps(
        found["Sales"].values, Comparison.TOTAL, date(2026, 1, 1), date(2026, 6, 30)
    )
    assert [step.value for step in steps] == [100, 210, 330, 460, 600, 750]
    assert len(kpis(ws)) == before  # nothing is stored


def test_a_budget_by_month_becomes_one_by_quarter(ws: Workspace, tmp_path: Path) -> None:
    quarterly = save_kpi(ws, Kpi(name="Turnover", cadence=Cadence.QUARTER))
    path = tmp_path / "budget.csv"
    path.write_text(
        "Month;Budget\n" + "".join(f"{month};{n * 10}\n" for n, month in enumerate(MONTHS, 1))
    )
    (budget,) = budgets_in(ws, open_file(ws, path), quarterly)
    assert [value for _, value in budget.values] == [60.0, 150.0]


def test_a_file_with_an_open_question_says_so(ws: Workspace, sales: Kpi, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Date,Budget\n03/04/2026,10\n05/06/2026,20\n07/08/2026,30\n")
    with pytest.raises(NotAllowed, match="more than one way"):
        budgets_in(ws, open_file(ws, path), sales)


def test_the_values_of_a_kpi(ws: Workspace, sales: Kpi) -> None:
    plan = save_kpi(ws, Kpi(name="Sales budget"))
    first = Period(Cadence.MONTH, date(2026, 1, 1))
    save_values(ws, plan.id or 0, {first.shift(n): 100.0 + n for n in range(3)})
    budget = budget_of_kpi(ws, plan.id or 0, sales)
    assert (budget.name, [value for _, value in budget.values]) == (
        "Sales budget",
        [100.0, 101.0, 102.0],
    )
