"""The goal map and the team view of a company file."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.company import Person
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.goal_map import NodeKind
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.services.company import save_person
from desktop.services.goal_map import goal_map
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.sheets import board_sheet
from desktop.services.teams import teams
from desktop.services.workspace import Workspace

START = date(2026, 1, 1)
JUNE = Period(Cadence.MONTH, date(2026, 6, 1))


@pytest.fixture
def shop(ws: Workspace) -> Workspace:
    """Two goals, one under the other, that share orders; conversion is orders by visits."""
    sales = save_person(ws, Person(name="Sales", team=True))
    orders = save_kpi(ws, Kpi(name="Orders", key="orders"))
    visits = save_kpi(ws, Kpi(name="Visits", key="visits", leading=True))
    rate = save_kpi(
        ws, Kpi(name="Conversion", key="rate", formula="orders / visits", add_up=AddUp.MEAN)
    )
    save_kpi(ws, Kpi(name="Nobody's number"))
    save_values(ws, orders.id or 0, {JUNE: 30.0})
    save_values(ws, visits.id or 0, {JUNE: 600.0})
    whole = save_goal_whole(
        ws,
        Goal(statement="Sell more", start=START, owner_id=sales.id),
        [KeyResult(goal_id=0, kpi_id=orders.id, baseline=10.0, target=40.0)],
        [],
        {},
    )
    save_goal_whole(
        ws,
        Goal(statement="Convince visitors", start=START, parent_id=whole.id),
        [
            KeyResult(goal_id=0, kpi_id=rate.id, baseline=0.01, target=0.1),
            KeyResult(goal_id=0, title="New pictures"),
        ],
        [],
        {},
    )
    dropped = Goal(statement="Open a shop", start=START, state=GoalState.DROPPED)
    save_goal_whole(ws, dropped, [], [], {})
    return ws


def test_the_map_leads_from_goals_to_the_smallest_kpis(shop: Workspace) -> None:
    content = goal_map(shop)
    titles = {node.key: node.title for node in content.nodes}
    lines = {
        (node.kind, node.title, titles[below]) for node in content.nodes for below in node.below
    }
    assert lines == {
        (NodeKind.GOAL, "Sell more", "Convince visitors"),
        (NodeKind.GOAL, "Sell more", "Orders"),
        (NodeKind.GOAL, "Convince visitors", "Conversion"),
        (NodeKind.GOAL, "Convince visitors", "New pictures"),
        (NodeKind.KEY_RESULT, "Orders", "Orders"),
        (NodeKind.KEY_RESULT, "Conversion", "Conversion"),
        (NodeKind.KPI, "Conversion", "Orders"),
        (NodeKind.KPI, "Conversion", "Visits"),
    }
    assert len(titles) == len(content.nodes) == 8, "what is shared stands once"
    assert content.unused == 1
    assert content.as_of == JUNE.end


def test_a_draft_has_no_status(ws: Workspace) -> None:
    draft = Goal(statement="Later", start=START, state=GoalState.DRAFT)
    save_goal_whole(ws, draft, [], [], {})
    (node,) = goal_map(ws).nodes
    assert (node.title, node.status) == ("Later", None)


def test_an_empty_company_has_an_empty_map(ws: Workspace) -> None:
    assert goal_map(ws).nodes == ()
    assert teams(ws) == ()


def test_key_results_by_who_answers_for_them(shop: Workspace) -> None:
    sales, nobody = teams(shop)
    assert (sales.owner, nobody.owner) == ("Sales", "")
    (orders,) = sales.results
    assert orders.goal.statement == "Sell more"
    assert orders.drivers == ()
    rate, pictures = nobody.results
    assert [(row.kpi.name, row.latest and row.latest.value) for row in rate.drivers] == [
        ("Orders", 30.0),
        ("Visits", 600.0),
    ]
    assert pictures.drivers == ()


def test_the_board_sees_objectives_only(shop: Workspace) -> None:
    rows = board_sheet(shop).rows
    assert [row.statement for row in rows] == ["Sell more", "Convince visitors"]
    assert all(row.results == () for row in rows)
    # from 10 to 30 of the way to 40
    assert rows[0].score == pytest.approx(2 / 3)
    assert rows[0].status in Status
