"""What the sheets say of a company file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn
from desktop.core.company import Company, Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone
from desktop.core.kpi import Better, Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import Belief
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.services.check_ins import save_check_in
from desktop.services.company import save_person
from desktop.services.goals import goal, key_results, save_goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.sheets import goal_sheet, summary_sheet
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import ACTIVITIES

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


def test_the_chart_is_in_context_to_the_deadline(shop: Workspace) -> None:
    chart = goal_sheet(shop, 1).chart
    assert chart is not None
    assert chart.expected[-1].period.start == date(2026, 12, 1)
    assert len(chart.limits) == len(chart.actual)
    assert chart.original == ()


def test_a_changed_target_keeps_the_first_on_the_sheet(shop: Workspace) -> None:
    before = goal_sheet(shop, 1)
    goal_of, rows = goal(shop, 1), key_results(shop, 1)
    changed = [replace(rows[0], target=1500.0), *rows[1:]]
    save_goal_whole(shop, goal_of, changed, (), {}, reasons={rows[0].id or 0: "A second shop"})
    sheet = goal_sheet(shop, 1)
    words = sheet.results[0].changed
    assert words is not None
    assert wording("en").say(words).replace("\N{NO-BREAK SPACE}", " ") == (
        "First target 1,200 SEK, changed 10 July 2026: A second shop."
    )
    assert before.chart is not None
    assert sheet.chart is not None
    assert sheet.chart.original == before.chart.plan


def test_what_people_believe_stands_apart_and_says_who(shop: Workspace) -> None:
    assert goal_sheet(shop, 1).belief is None
    ada = save_person(shop, Person(name="Ada"))
    for day, confidence, comment in ((1, 8, "Well"), (8, 4, "Slow"), (9, None, "A word only")):
        save_check_in(
            shop,
            CheckIn(
                goal_id=1,
                day=date(2026, 7, day),
                person_id=ada.id,
                confidence=confidence,
                comment=comment,
            ),
        )
    assert goal_sheet(shop, 1).belief == Belief(4, date(2026, 7, 8), "Ada", "Slow")


def test_activities_going_on_come_by_what_is_due_first(shop: Workspace) -> None:
    ada = save_person(shop, Person(name="Ada"))
    start = date(2026, 6, 1)
    with shop.action(msg("Try")):
        for row in (
            Activity(goal_id=1, title="Later", start=start, due=date(2026, 9, 1)),
            Activity(goal_id=1, title="Soon", start=start, due=TODAY, owner_id=ada.id),
            Activity(goal_id=1, title="Open", start=start),
            Activity(goal_id=1, title="Over", start=start, end=date(2026, 7, 1)),
            Activity(goal_id=1, title="Killed", start=start, verdict=Verdict.KILLED),
            Activity(
                goal_id=1, title="Kept", start=start, due=date(2026, 7, 2), verdict=Verdict.KEPT
            ),
        ):
            ACTIVITIES.save(shop.connection, row)
    assert [(each.title, each.who, each.until) for each in goal_sheet(shop, 1).activities] == [
        ("Kept", "", None),
        ("Soon", "Ada", TODAY),
        ("Later", "", date(2026, 9, 1)),
        ("Open", "", None),
    ]


def test_the_notes_say_what_is_noise_and_what_the_target_takes(shop: Workspace) -> None:
    said = [wording("en").say(note) for note in goal_sheet(shop, 1).notes]
    assert said[0].startswith("No real change: June 2026 lies within the natural limits")
    assert len(said) == 2
    reached = replace(goal(shop, 1), state=GoalState.REACHED)
    save_goal(shop, reached)
    assert len(goal_sheet(shop, 1).notes) == 1, "what it takes is no question any more"
