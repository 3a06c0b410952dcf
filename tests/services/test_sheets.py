"""What the sheets say of a company file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.core.assessment import Status
from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, KeyResult, Milestone
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.sheets import goal_sheet, summary_sheet
from desktop.services.workspace import Workspace

TODAY = date(2026, 7, 10)
SEK = Unit(UnitKind.CURRENCY, "SEK")


@pytest.fixture
def shop(tmp_path: Path):
    """Half a year of sales at 90 a month towards 1 200 in the year, returns as a limit."""
    company = Company(name="Kafferosteriet", language="sv", year_start=5)
    with Workspace.create(tmp_path / "shop.sikte", company, today=lambda: TODAY) as ws:
        sales = save_kpi(ws, Kpi(name="Sales", unit=SEK))
        returns = save_kpi(ws, Kpi(name="Returns", better=Better.LOWER))
        first = Period(Cadence.MONTH, date(2025, 1, 1))
        save_values(ws, sales.id or 0, {first.shift(i): 90.0 for i in range(18)})
        save_values(ws, returns.id or 0, {first.shift(i): 10.0 for i in range(18)})
        save_goal_whole(
            ws,
            Goal(statement="Sell more", start=date(2026, 1, 1), deadline=date(2026, 12, 31)),
            [
                KeyResult(
                    goal_id=0,
                    kpi_id=sales.id,
                    baseline=0.0,
                    target=1200.0,
                    comparison=Comparison.TOTAL,
                ),
                KeyResult(goal_id=0, kpi_id=returns.id, baseline=20.0, target=5.0),
                KeyResult(goal_id=0, title="New shelf", done_on=date(2026, 3, 1)),
            ],
            [Milestone(goal_id=0, title="Half way", due=date(2026, 6, 30))],
            {},
        )
        yield ws


def test_a_total_stands_against_its_straight_plan(shop: Workspace) -> None:
    sheet = goal_sheet(shop, 1)
    sales = sheet.results[0]
    assert sales.actual == Quantity(540.0, SEK)  # six months of 90
    assert sales.target == Quantity(1200.0, SEK)
    assert sales.plan is not None
    assert sales.plan.value == pytest.approx(1200 * 181 / 365, rel=0.01)  # 30 June is day 181
    assert sales.difference is not None
    assert sales.difference.value == pytest.approx(540 - sales.plan.value)
    assert sales.good is False
    assert sheet.as_of == date(2026, 6, 30)


def test_less_is_good_where_lower_is_better(shop: Workspace) -> None:
    returns = goal_sheet(shop, 1).results[1]
    assert returns.difference is not None
    assert returns.difference.value < 0  # 10 where the plan from 20 to 5 has 12 or 13
    assert returns.good is True


def test_a_milestone_result_is_done(shop: Workspace) -> None:
    shelf = goal_sheet(shop, 1).results[2]
    assert (shelf.done, shelf.done_on, shelf.status) == (True, date(2026, 3, 1), Status.REACHED)


def test_the_chart_has_at_least_thirteen_periods_and_the_plan_to_the_deadline(
    shop: Workspace,
) -> None:
    chart = goal_sheet(shop, 1).chart
    assert chart is not None
    assert chart.title == "Sales"  # the weakest decides what is drawn
    assert len(chart.actual) >= 13
    assert chart.plan[-1].period.start == date(2026, 12, 1)


def test_the_message_counts_the_key_results_and_only_the_weakest_has_said_its_reason(
    shop: Workspace,
) -> None:
    sheet = goal_sheet(shop, 1)
    said = wording("en").say(sheet.message)
    assert said.startswith("2 of 3 key results are ")
    assert wording("en").say(sheet.results[0].reason) in said
    assert [result.said for result in sheet.results] == [True, False, False]


def test_days_are_charted_as_months_over_a_year(shop: Workspace) -> None:
    visits = save_kpi(shop, Kpi(name="Visits", cadence=Cadence.DAY, better=Better.LOWER))
    first = Period(Cadence.DAY, date(2025, 1, 1))
    save_values(shop, visits.id or 0, {first.shift(i): 2.0 for i in range(540)})
    goal = save_goal_whole(
        shop,
        Goal(statement="Calm", start=date(2026, 1, 1), deadline=date(2026, 12, 31)),
        [KeyResult(goal_id=0, kpi_id=visits.id, target=1.0, comparison=Comparison.PER_PERIOD)],
        [],
        {},
    )
    sheet = goal_sheet(shop, goal.id or 0)
    assert sheet.chart is not None
    assert sheet.chart.cadence is Cadence.MONTH
    assert sheet.chart.actual[0].value in {28 * 2.0, 30 * 2.0, 31 * 2.0}
    assert sheet.lower_is_better


def test_a_goal_without_numbers_has_no_chart(shop: Workspace) -> None:
    goal = save_goal_whole(shop, Goal(statement="Try", start=date(2026, 1, 1)), [], [], {})
    sheet = goal_sheet(shop, goal.id or 0)
    assert (sheet.chart, sheet.results, sheet.as_of) == (None, (), None)


def test_the_strip_is_the_fiscal_year_of_today(shop: Workspace) -> None:
    months = goal_sheet(shop, 1).months
    assert (months[0].start, months[-1].start) == (date(2026, 5, 1), date(2027, 4, 1))


def test_the_summary_has_every_active_goal_and_what_decides(shop: Workspace) -> None:
    sheet = summary_sheet(shop)
    assert [row.statement for row in sheet.rows] == ["Sell more"]
    titles = [result.title for result in sheet.rows[0].results]
    assert titles == ["Sales", "Returns", "New shelf"]


def test_a_goal_that_is_gone_is_said(shop: Workspace) -> None:
    with pytest.raises(NotAllowed):
        goal_sheet(shop, 99)
