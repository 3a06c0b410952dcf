"""Arrows, perspectives, the strategy map and the scorecard of a company file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi, Perspective
from desktop.core.period import Cadence, Period
from desktop.core.strategy_map import between
from desktop.services.causes import causes, delete_cause, save_cause
from desktop.services.goals import delete_goal, goal, save_goal_whole
from desktop.services.kpis import kpi, save_kpi
from desktop.services.measurements import save_values
from desktop.services.perspectives import set_goal_perspective, set_kpi_perspective
from desktop.services.scorecard import scorecard
from desktop.services.sheet_kinds import sheet_kind
from desktop.services.strategy_map import proposals, strategy_map
from desktop.services.workspace import Workspace

START = date(2026, 1, 1)


@pytest.fixture
def shop(ws: Workspace) -> Workspace:
    """A goal (1) on orders (1, customer) and visits (2, no perspective); returns (3) is unused."""
    orders = save_kpi(ws, Kpi(name="Orders", perspective=Perspective.CUSTOMER))
    visits = save_kpi(ws, Kpi(name="Visits", leading=True, cadence=Cadence.DAY))
    save_kpi(ws, Kpi(name="Returns", perspective=Perspective.PROCESS))
    months = [Period(Cadence.MONTH, date(2025, 6, 1)).shift(n) for n in range(13)]
    values = dict.fromkeys(months[:-1], 100.0)
    save_values(ws, orders.id or 0, {**values, months[5]: 104.0, months[-1]: 160.0})
    results = [
        KeyResult(goal_id=0, kpi_id=orders.id, baseline=100.0, target=200.0),
        KeyResult(goal_id=0, kpi_id=visits.id, baseline=10.0, target=20.0),
    ]
    save_goal_whole(ws, Goal(statement="Sell more", start=START), results, [], {})
    return ws


def test_an_arrow_is_drawn_noted_and_deleted_each_one_undo(shop: Workspace) -> None:
    drawn = save_cause(shop, between("kpi 2", "goal 1"))
    save_cause(shop, replace(drawn, note="  Who looks, buys "))
    assert [(each.id, each.note) for each in causes(shop)] == [(drawn.id, "Who looks, buys")]
    delete_cause(shop, drawn.id or 0)
    delete_cause(shop, drawn.id or 0)  # it is gone already
    assert causes(shop) == []
    label = shop.undo()
    assert label is not None
    assert label.values == {"cause": "Visits", "effect": "Sell more"}
    assert [each.note for each in causes(shop)] == ["Who looks, buys"]
    shop.undo()
    assert [each.note for each in causes(shop)] == [""]
    shop.undo()
    assert causes(shop) == []


@pytest.mark.parametrize(
    ("cause", "effect", "said"),
    [
        ("kpi 1", "kpi 1", "cause of itself"),
        ("kpi 2", "kpi 1", "already"),
        ("goal 1", "kpi 2", "circle"),
        ("kpi 99", "kpi 1", "no longer"),
        ("kpi 1", "goal 99", "no longer"),
    ],
)
def test_what_cannot_be_an_arrow(shop: Workspace, cause: str, effect: str, said: str) -> None:
    save_cause(shop, between("kpi 2", "kpi 1"))
    save_cause(shop, between("kpi 1", "goal 1"))
    with pytest.raises(NotAllowed, match=said):
        save_cause(shop, between(cause, effect))
    assert len(causes(shop)) == 2


def test_arrows_go_with_their_goal(shop: Workspace) -> None:
    save_cause(shop, between("kpi 1", "goal 1"))
    delete_goal(shop, 1)
    assert causes(shop) == []


def test_a_goal_follows_its_kpis_until_it_has_its_own(shop: Workspace) -> None:
    def standing() -> tuple[Perspective | None, bool]:
        (node,) = (node for node in strategy_map(shop).nodes if node.key == "goal 1")
        return node.perspective, node.follows

    assert standing() == (Perspective.CUSTOMER, True)
    set_goal_perspective(shop, 1, Perspective.FINANCIAL)
    assert standing() == (Perspective.FINANCIAL, False)
    save_goal_whole(shop, replace(goal(shop, 1), why="Since"), [], [], {})
    assert goal(shop, 1).perspective is Perspective.FINANCIAL, "the editor keeps it"
    set_goal_perspective(shop, 1, None)
    assert standing() == (None, True), "there is no key result any more"


def test_the_map_has_what_goals_and_arrows_need(shop: Workspace) -> None:
    shown = strategy_map(shop)
    assert {node.node.title for node in shown.nodes} == {"Sell more", "Orders", "Visits"}
    assert shown.unseen == 1
    everything = strategy_map(shop, all_kpis=True)
    assert "Returns" in {node.node.title for node in everything.nodes}
    assert everything.unseen == 0
    save_cause(shop, between("kpi 3", "goal 1"))
    save_kpi(shop, replace(kpi(shop, 3), archived=True))
    assert "Returns" in {node.node.title for node in strategy_map(shop).nodes}
    (sheet,) = sheet_kind("strategy").read(shop, 0)
    assert sheet == strategy_map(shop)


def test_suggestions_are_not_drawn_by_themselves(shop: Workspace) -> None:
    (only,) = proposals(shop)
    assert (only.cause_title, only.effect_title) == ("Visits", "Orders")
    assert causes(shop) == []
    save_cause(shop, only.cause)
    assert proposals(shop) == ()


def test_the_scorecard_shows_numbers_status_and_real_changes(shop: Workspace) -> None:
    card = scorecard(shop)
    parts = {part.perspective: part for part in card.parts}
    (orders,) = parts[Perspective.CUSTOMER].kpis
    assert orders.newest is not None
    assert (orders.newest.value, orders.newest.period.start) == (160.0, date(2026, 6, 1))
    assert orders.change is not None
    assert (orders.change.change, orders.change.signal, orders.change.good) == (60.0, True, True)
    assert orders.status in Status
    assert orders.goals == ("Sell more",)
    (only,) = parts[Perspective.CUSTOMER].goals
    assert (only.statement, only.follows) == ("Sell more", True)
    assert [scored.kpi.name for scored in parts[None].kpis] == ["Visits"]
    assert parts[Perspective.LEARNING].kpis == ()
    assert card.as_of == date(2026, 6, 30)
    (returns,) = parts[Perspective.PROCESS].kpis
    assert (returns.newest, returns.change, returns.status) == (None, None, None)


def test_a_change_over_a_gap_is_not_told_as_one_of_a_period(shop: Workspace) -> None:
    march, june = (Period(Cadence.MONTH, date(2026, month, 1)) for month in (3, 6))
    save_values(shop, 3, {march: 1.0, june: 2.0})
    parts = {part.perspective: part for part in scorecard(shop).parts}
    (returns,) = parts[Perspective.PROCESS].kpis
    assert returns.change is None


def test_days_are_read_by_months(shop: Workspace) -> None:
    days = [Period(Cadence.DAY, date(2026, 6, day)) for day in range(1, 31)]
    save_values(shop, 2, dict.fromkeys(days, 2.0))
    parts = {part.perspective: part for part in scorecard(shop).parts}
    (visits,) = parts[None].kpis
    assert visits.newest is not None
    assert (visits.newest.value, visits.newest.period.cadence) == (60.0, Cadence.MONTH)


def test_a_perspective_is_one_action(shop: Workspace) -> None:
    set_kpi_perspective(shop, 2, Perspective.LEARNING)
    assert kpi(shop, 2).perspective is Perspective.LEARNING
    before = shop.undo_label
    set_kpi_perspective(shop, 2, Perspective.LEARNING)  # nothing to do
    assert shop.undo_label == before
    shop.undo()
    assert kpi(shop, 2).perspective is None


def test_dropped_goals_are_there_only_with_an_arrow(shop: Workspace) -> None:
    dropped = Goal(statement="Open a shop", start=START, state=GoalState.DROPPED)
    saved = save_goal_whole(shop, dropped, [], [], {})
    assert "Open a shop" not in {node.node.title for node in strategy_map(shop).nodes}
    save_cause(shop, between(f"goal {saved.id}", "goal 1"))
    (node,) = (each for each in strategy_map(shop).nodes if each.node.title == "Open a shop")
    assert node.node.status is None
