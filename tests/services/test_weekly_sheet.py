"""The weekly scorecard of a company file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company, Person
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sheet_weekly import WeeklyRow
from desktop.services.company import save_person
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.sheet_kinds import ready_kinds, sheet_kind
from desktop.services.sheet_weekly import weekly_sheet
from desktop.services.workspace import Workspace

TODAY = date(2026, 7, 10)
FIRST = Period(Cadence.WEEK, date(2026, 3, 30))  # the week before the thirteen


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop.sikte", Company(name="B"), today=lambda: TODAY) as ws:
        yield ws


def keep(ws: Workspace, kpi: Kpi, values: dict[Period, float]) -> int:
    kpi_id = save_kpi(ws, kpi).id or 0
    save_values(ws, kpi_id, values)
    return kpi_id


def aim(
    ws: Workspace, kpi_id: int, deadline: date | None = date(2026, 12, 27), **named: object
) -> None:
    result = KeyResult(goal_id=0, kpi_id=kpi_id, **named)
    goal = Goal(statement="More", start=date(2026, 3, 30), deadline=deadline)
    save_goal_whole(ws, goal, [result], [], {})


def weekly(count: int = 14, value: float = 10.0) -> dict[Period, float]:
    return {FIRST.shift(number): value + number for number in range(count)}


def only_row(ws: Workspace) -> WeeklyRow:
    (row,) = weekly_sheet(ws).rows
    return row


def shown(row: WeeklyRow) -> list[float | None]:
    return [None if cell.value is None else cell.value.value for cell in row.cells]


def test_a_target_for_each_week(shop: Workspace) -> None:
    buns = keep(shop, Kpi(name="Buns", cadence=Cadence.WEEK), weekly())
    aim(shop, buns, None, comparison=Comparison.PER_PERIOD, target=20.0)
    row = only_row(shop)
    assert shown(row) == [11.0 + number for number in range(13)]
    assert [cell.hit for cell in row.cells] == [False] * 9 + [True] * 4
    assert (row.hits, row.judged, row.serves) == (4, 13, "More")
    assert row.low is not None
    assert row.low.value == 20.0


def test_a_total_by_days_is_held_against_its_share_of_the_week(shop: Workspace) -> None:
    """39 weeks for 3 900 are 100 a week; 15 a day are 105, and 14 a day only 98."""
    start = date(2026, 3, 30)
    days = {
        Period(Cadence.DAY, start + timedelta(days=number)): 15.0 if number < 63 else 14.0
        for number in range(98)
    }
    orders = keep(shop, Kpi(name="Orders", cadence=Cadence.DAY), days)
    aim(shop, orders, comparison=Comparison.TOTAL, target=3900.0)
    row = only_row(shop)
    assert shown(row) == [105.0] * 8 + [98.0] * 5
    assert [cell.hit for cell in row.cells] == [True] * 8 + [False] * 5
    assert row.low is not None
    assert row.low.value == pytest.approx(100.0)


def test_an_open_level_is_held_against_its_target(shop: Workspace) -> None:
    kpi = Kpi(name="Days", cadence=Cadence.WEEK, add_up=AddUp.MEAN, better=Better.LOWER)
    aim(shop, keep(shop, kpi, weekly()), None, baseline=30.0, target=20.0)
    row = only_row(shop)
    assert [cell.hit for cell in row.cells] == [True] * 10 + [False] * 3
    assert (row.low, row.high is not None) == (None, True)


def test_weeks_before_the_goal_have_no_verdict(shop: Workspace) -> None:
    buns = keep(shop, Kpi(name="Buns", cadence=Cadence.WEEK), weekly())
    result = KeyResult(goal_id=0, kpi_id=buns, comparison=Comparison.PER_PERIOD, target=20.0)
    goal = Goal(statement="More", start=date(2026, 6, 17))  # a Wednesday
    save_goal_whole(shop, goal, [result], [], {})
    assert [cell.hit for cell in only_row(shop).cells] == [None] * 11 + [True] * 2


def test_what_is_not_measured_is_empty(shop: Workspace) -> None:
    keep(shop, Kpi(name="Buns", cadence=Cadence.WEEK), weekly(10))
    sheet = weekly_sheet(shop)
    assert shown(sheet.rows[0])[-5:] == [19.0, None, None, None, None]
    assert sheet.as_of == date(2026, 6, 7)
    assert sheet.rows[0].judged == 0


def test_goals_first_then_what_leads_then_the_rest(shop: Workspace) -> None:
    eva = save_person(shop, Person(name="Eva"))
    keep(shop, Kpi(name="Alone", cadence=Cadence.WEEK), weekly())
    keep(shop, Kpi(name="Leads", cadence=Cadence.WEEK, leading=True, owner_id=eva.id), weekly())
    zebra = keep(shop, Kpi(name="Zebra", cadence=Cadence.WEEK), weekly())
    keep(shop, Kpi(name="Monthly"), {Period(Cadence.MONTH, date(2026, 6, 1)): 1.0})
    aim(shop, zebra, comparison=Comparison.PER_PERIOD, target=1.0)
    sheet = weekly_sheet(shop)
    assert [row.name for row in sheet.rows] == ["Zebra", "Leads", "Alone"]
    assert [row.owner for row in sheet.rows] == ["", "Eva", ""]
    assert (sheet.more, sheet.longer) == (0, 1)


def test_more_than_fifteen_are_counted(shop: Workspace) -> None:
    for number in range(18):
        keep(shop, Kpi(name=f"K{number}", cadence=Cadence.WEEK), weekly(3))
    sheet = weekly_sheet(shop)
    assert (len(sheet.rows), sheet.more) == (15, 3)


def test_it_is_offered_where_there_are_weeks(shop: Workspace) -> None:
    kind = sheet_kind("weekly")
    keep(shop, Kpi(name="Monthly"), {})
    assert kind not in ready_kinds(shop)
    keep(shop, Kpi(name="Daily", cadence=Cadence.DAY), {})
    assert kind in ready_kinds(shop)
