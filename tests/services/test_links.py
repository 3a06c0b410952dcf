"""Links between leading and lagging KPIs in a company file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.lead_lag import Sure
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.core.strategy_map import between, kpi_key
from desktop.qtkit.wording import say
from desktop.services.causes import causes, save_cause
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.links import (
    add_link,
    delete_link,
    goal_warnings,
    leading_ids,
    links_by_cause,
    links_of,
    set_lag,
    set_note,
    try_link,
)
from desktop.services.measurements import save_values
from desktop.services.overview import overview
from desktop.services.teams import teams
from desktop.services.workspace import Workspace
from tests.core.link_fixtures import following, month

TODAY = date(2026, 11, 5)
FIRST = month(2023, 1)
COUNT = 46  # months, to October 2026


@dataclass(frozen=True)
class Shop:
    """Orders follow visits two months later; a goal stands on both; reviews have no values."""

    ws: Workspace
    visits: int
    orders: int
    reviews: int
    goal: int

    def fall(self) -> None:
        """The newest visits are far below what is usual."""
        save_values(self.ws, self.visits, {FIRST.shift(COUNT - 1): 20.0})


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    path = tmp_path / "Ärlig.sikte"
    with Workspace.create(path, Company(name="Ärlig AB"), today=lambda: TODAY) as ws:
        visits = save_kpi(ws, Kpi(name="Visits", leading=True)).id or 0
        orders = save_kpi(ws, Kpi(name="Orders")).id or 0
        reviews = save_kpi(ws, Kpi(name="Reviews", cadence=Cadence.WEEK)).id or 0
        for kpi_id, values in zip((visits, orders), following(COUNT, 2), strict=True):
            save_values(ws, kpi_id, {FIRST.shift(n): value for n, value in enumerate(values)})
        results = [
            KeyResult(goal_id=0, kpi_id=orders, baseline=200.0, target=300.0),
            KeyResult(goal_id=0, kpi_id=visits, baseline=100.0, target=120.0),
        ]
        goal = Goal(statement="Sell more", start=date(2026, 1, 1), state=GoalState.ACTIVE)
        saved = save_goal_whole(ws, goal, results, [], {})
        yield Shop(ws, visits, orders, reviews, saved.id or 0)


def test_a_link_is_made_changed_and_deleted_each_one_undo(shop: Shop) -> None:
    ws = shop.ws
    add_link(ws, shop.visits, shop.orders, 1, "  Who looks, buys ")
    (link,) = links_of(ws, shop.orders).led_by
    assert (link.lag, link.history.cadence, link.cause.note) == (
        1,
        Cadence.MONTH,
        "Who looks, buys",
    )
    assert link.history.test.sure is Sure.NOTHING
    better = link.history.test.better_lag
    assert better is not None
    set_lag(ws, link, better.lag)
    (link,) = links_of(ws, shop.visits).leads
    assert (link.lag, link.history.test.sure) == (2, Sure.HARDLY_CHANCE)
    set_note(ws, link, "They come back")
    delete_link(ws, link.id)
    assert links_of(ws, shop.visits).leads == ()
    ws.undo()
    assert [each.cause.note for each in links_of(ws, shop.visits).leads] == ["They come back"]
    ws.undo()
    ws.undo()
    assert [(each.lag, each.lag_cadence) for each in causes(ws)] == [(1, Cadence.MONTH)]
    ws.undo()
    assert causes(ws) == []


def test_an_arrow_of_the_strategy_map_gets_its_lag(shop: Shop) -> None:
    ws = shop.ws
    drawn = save_cause(ws, between(kpi_key(shop.visits), kpi_key(shop.orders), "Who looks, buys"))
    (link,) = links_of(ws, shop.orders).led_by
    assert (link.lag, link.history.test.told and link.history.test.told.lag) == (None, 2)
    add_link(ws, shop.visits, shop.orders, 2)
    assert [(each.id, each.lag, each.note) for each in causes(ws)] == [
        (drawn.id, 2, "Who looks, buys")
    ]
    with pytest.raises(NotAllowed):
        add_link(ws, shop.visits, shop.orders, 3)
    with pytest.raises(NotAllowed):
        add_link(ws, shop.orders, shop.visits, 1)  # a circle
    with pytest.raises(NotAllowed):
        add_link(ws, shop.orders, 999, 1)


def test_the_lag_is_in_periods_of_the_coarser_cadence(shop: Shop) -> None:
    made = add_link(shop.ws, shop.reviews, shop.orders, 3)
    assert made.lag_cadence is Cadence.MONTH
    link = links_by_cause(shop.ws, [made.id or 0])[made.id or 0]
    assert link.history.test.sure is Sure.TOO_LITTLE


def test_what_a_link_would_say_before_it_is_saved(shop: Shop) -> None:
    found = try_link(shop.ws, shop.visits, shop.orders, 2)
    assert (found.test.sure, found.test.periods) == (Sure.HARDLY_CHANCE, COUNT)
    assert causes(shop.ws) == []


def test_the_leading_kpi_of_the_same_goal_is_proposed_with_the_lag_it_shows(shop: Shop) -> None:
    (offer,) = links_of(shop.ws, shop.orders).offers
    assert (offer.leading.id, offer.goal, offer.lag) == (shop.visits, "Sell more", 2)
    assert links_of(shop.ws, shop.visits).offers == ()  # it leads itself
    add_link(shop.ws, shop.visits, shop.orders, offer.lag)
    assert links_of(shop.ws, shop.orders).offers == ()


def test_no_proposal_closes_a_circle(shop: Shop) -> None:
    add_link(shop.ws, shop.orders, shop.visits, 1)
    assert links_of(shop.ws, shop.orders).offers == ()


def test_a_signal_in_the_leading_kpi_warns_the_goal(shop: Shop) -> None:
    ws = shop.ws
    add_link(ws, shop.visits, shop.orders, 2)
    assert goal_warnings(ws, shop.goal) == ()
    shop.fall()
    (warned,) = goal_warnings(ws, shop.goal)
    words = (
        "Visits fell below its natural limits (October 2026). "
        "It usually shows in Orders 2 months later: December 2026."
    )
    assert (say(warned.message), warned.target_id) == (words, shop.visits)
    shown = overview(ws)
    assert [view.warnings for view in shown.goals] == [(warned,)]
    ahead = [need for need in shown.needs if need.action is Action.OPEN_LINK]
    assert [say(need.message) for need in ahead] == [f"“Sell more”: {words}"]
    quick = overview(ws, forecasts=False)  # what is painted first
    assert [view.warnings for view in quick.goals] == [()]
    assert all(need.action is not Action.OPEN_LINK for need in quick.needs)


def test_it_stays_silent_where_the_history_sees_nothing_or_there_is_no_lag(shop: Shop) -> None:
    ws = shop.ws
    shop.fall()
    drawn = save_cause(ws, between(kpi_key(shop.visits), kpi_key(shop.orders)))
    assert goal_warnings(ws, shop.goal) == ()
    link = links_by_cause(ws, [drawn.id or 0])[drawn.id or 0]
    set_lag(ws, link, 1)
    assert goal_warnings(ws, shop.goal) == ()
    assert goal_warnings(ws, 999) == ()


def test_days_are_looked_at_as_weeks(shop: Shop) -> None:
    """A leading KPI of days: two quiet weekends a fortnight are no news, a bad week is."""
    ws = shop.ws
    steps = save_kpi(ws, Kpi(name="Steps", cadence=Cadence.DAY, add_up=AddUp.SUM, leading=True))
    first = Period(Cadence.DAY, date(2026, 3, 2))  # a Monday
    days = {first.shift(n): 10.0 + (n * 7 % 5) if n % 7 < 5 else 0.0 for n in range(245)}
    save_values(ws, steps.id or 0, dict(days))  # to Sunday, 1 November
    add_link(ws, steps.id or 0, shop.orders, 1)
    assert goal_warnings(ws, shop.goal) == ()
    save_values(ws, steps.id or 0, {first.shift(238 + n): 0.0 for n in range(7)})
    (warned,) = goal_warnings(ws, shop.goal)
    assert say(warned.message) == (
        "Steps fell below its natural limits (week 44, 2026). "
        "You expect it to show in Orders 1 month later: November 2026."
    )


def test_links_are_drivers_in_the_team_view(shop: Shop) -> None:
    add_link(shop.ws, shop.reviews, shop.orders, 0)
    assert leading_ids(shop.ws) == {shop.orders: [shop.reviews]}
    (team,) = teams(shop.ws)
    drivers = {
        result.result.kpi.name: [row.kpi.name for row in result.drivers]
        for result in team.results
        if result.result.kpi is not None
    }
    assert drivers == {"Orders": ["Reviews", "Visits"], "Visits": []}
