"""A signal in a leading KPI warns a goal on the lagging one; and when all is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.goal import Goal, GoalState
from desktop.core.kpi import Better, Kpi
from desktop.core.lead_lag import LagStrength, LeadLag, Sure
from desktop.core.link_warning import JudgedLink, in_this_week, warning
from desktop.core.measurement import Measurement
from desktop.core.need import Action, Need
from desktop.core.this_week import KpiNews
from desktop.qtkit.wording import say
from tests.core.link_fixtures import month

TODAY = date(2026, 11, 5)
GOAL = Goal(statement="More orders", start=date(2026, 1, 1), state=GoalState.ACTIVE)
VISITS = Kpi(id=3, name="Visits", leading=True)
ORDERS = Kpi(id=4, name="Orders")
NEWS = KpiNews(VISITS, Measurement(month(2026, 10), 310.0), -1, alone=True)


def lead_lag_of(sure: Sure, strength: float = 0.6) -> LeadLag:
    chance = {Sure.HARDLY_CHANCE: 0.01, Sure.COULD_BE_CHANCE: 0.2}.get(sure, 0.8)
    lags = () if sure in (Sure.TOO_LITTLE, Sure.FLAT) else (LagStrength(2, strength, chance),)
    return LeadLag(sure, 40, 2, lags)


LINK = JudgedLink(
    VISITS, ORDERS, 2, lead_lag_of(Sure.HARDLY_CHANCE), month(2026, 12), month(2026, 10)
)


def words(found: Need | None) -> str:
    return "" if found is None else say(found.message)


def test_a_fall_in_the_leading_one_warns_and_says_when_it_is_felt() -> None:
    found = warning(GOAL, LINK, NEWS, TODAY)
    assert found is not None
    assert words(found) == (
        "Visits fell below its natural limits (October 2026). "
        "It usually shows in Orders 2 months later: December 2026."
    )
    assert (found.action, found.page, found.target_id) == (Action.OPEN_LINK, "kpis/links", 3)
    assert words(in_this_week(GOAL, found)).startswith("“More orders”: Visits fell below")


@pytest.mark.parametrize(
    ("side", "alone", "said"),
    [
        (-1, False, "Visits has moved down from its usual level (October 2026)."),
        (1, True, "Visits rose above its natural limits (October 2026)."),
        (1, False, "Visits has moved up from its usual level (October 2026)."),
    ],
)
def test_every_kind_of_signal_has_its_words(side: int, *, alone: bool, said: str) -> None:
    link = LINK if side < 0 else replace(LINK, test=lead_lag_of(Sure.HARDLY_CHANCE, -0.6))
    found = warning(GOAL, link, replace(NEWS, side=side, alone=alone), TODAY)
    assert words(found).startswith(said)


@pytest.mark.parametrize("sure", [Sure.COULD_BE_CHANCE, Sure.TOO_LITTLE])
def test_an_unproven_link_warns_as_what_is_expected(sure: Sure) -> None:
    found = warning(GOAL, replace(LINK, test=lead_lag_of(sure)), NEWS, TODAY)
    assert words(found).endswith("You expect it to show in Orders 2 months later: December 2026.")


@pytest.mark.parametrize("sure", [Sure.NOTHING, Sure.FLAT])
def test_silent_where_the_history_sees_nothing(sure: Sure) -> None:
    assert warning(GOAL, replace(LINK, test=lead_lag_of(sure)), NEWS, TODAY) is None


def test_silent_without_a_signal_and_in_the_good_direction() -> None:
    assert warning(GOAL, LINK, None, TODAY) is None
    assert warning(GOAL, LINK, replace(NEWS, side=1), TODAY) is None


@pytest.mark.parametrize(
    "state", [GoalState.DRAFT, GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED]
)
def test_silent_for_a_goal_that_is_not_active(state: GoalState) -> None:
    assert warning(replace(GOAL, state=state), LINK, NEWS, TODAY) is None


def test_silent_for_a_goal_that_has_not_begun() -> None:
    assert warning(replace(GOAL, start=date(2026, 12, 1)), LINK, NEWS, TODAY) is None


def test_silent_once_the_lagging_one_has_shown_what_came_or_it_is_long_ago() -> None:
    assert warning(GOAL, replace(LINK, last=month(2026, 12)), NEWS, TODAY) is None
    assert warning(GOAL, replace(LINK, last=None), NEWS, TODAY) is not None
    late = date(2027, 2, 1)  # January, in which December could still come in, is over
    assert warning(GOAL, LINK, NEWS, date(2027, 1, 31)) is not None
    assert warning(GOAL, LINK, NEWS, late) is None


@pytest.mark.parametrize(
    ("leading", "lagging", "strength", "bad"),
    [
        (Better.HIGHER, Better.HIGHER, None, -1),
        (Better.LOWER, Better.HIGHER, None, 1),
        (Better.HIGHER, Better.LOWER, None, -1),
        (Better.LOWER, Better.LOWER, None, 1),
        (Better.BAND, Better.HIGHER, None, 0),
        (Better.HIGHER, Better.BAND, None, 0),
        # where the history shows how they move together, that decides
        (Better.HIGHER, Better.HIGHER, -0.6, 1),
        (Better.HIGHER, Better.LOWER, 0.6, 1),
        (Better.BAND, Better.HIGHER, 0.6, -1),
        (Better.HIGHER, Better.BAND, 0.6, 0),
    ],
)
def test_which_way_is_bad(
    leading: Better, lagging: Better, strength: float | None, bad: int
) -> None:
    test = lead_lag_of(Sure.TOO_LITTLE if strength is None else Sure.HARDLY_CHANCE, strength or 0.0)
    link = replace(
        LINK,
        leading=replace(VISITS, better=leading),
        lagging=replace(ORDERS, better=lagging),
        test=test,
    )
    warned = [
        side for side in (-1, 1) if warning(GOAL, link, replace(NEWS, side=side), TODAY) is not None
    ]
    assert warned == ([bad] if bad else [])
