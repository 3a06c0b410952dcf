"""Targets past the capacity of another function, and those within it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.advice_capacity import capacity_note
from desktop.core.advice_target import TypedTarget
from desktop.core.goal import Comparison, GoalState
from desktop.core.kpi import AddUp, Better
from desktop.core.message import Message
from desktop.core.period import Cadence
from desktop.core.unit import Quantity, Unit, UnitKind
from tests.core.advice_fixtures import BO, EVA, OWNERS, goal, kpi, result, said

LEADS = Unit(UnitKind.OWN, "leads")


def leads(**more):
    return kpi(
        **(
            {
                "name": "Leads",
                "unit": LEADS,
                "leading": True,
                "capacity": 100.0,
                "capacity_owner_id": BO,
            }
            | more
        )
    )


def aim(target: float | None, comparison: Comparison = Comparison.PER_PERIOD, **more):
    return {
        "key_results": (result(7, target=target, comparison=comparison),),
        "kpis": (leads(**more),),
    }


def monthly(value: float) -> Message:
    return Message("{amount} a month", {"amount": Quantity(value, LEADS)})


def test_both_owners_are_named_and_both_amounts() -> None:
    (advice,) = said(AdviceKind.CAPACITY, **aim(150.0))
    assert advice.message.text == (
        "{kpi}: for “{goal}” {owner} aims at {asked}, but {other} can take {capacity}."
    )
    assert advice.message.values == {
        "kpi": "Leads",
        "goal": "More orders",
        "owner": "Eva",
        "asked": monthly(150.0),
        "other": "Bo",
        "capacity": monthly(100.0),
    }
    assert advice.place == Place("goals", 1, Part.RESULTS, 7)
    assert (advice.goal_ids, advice.kpi_ids) == ((1,), (1,))


@pytest.mark.parametrize(("target", "count"), [(99.0, 0), (100.0, 0), (100.01, 1)])
def test_as_much_as_can_be_taken_is_not_too_much(target: float, count: int) -> None:
    assert len(said(AdviceKind.CAPACITY, **aim(target))) == count


@pytest.mark.parametrize(("target", "count"), [(1200.0, 0), (1201.0, 1)])
def test_a_total_is_spread_over_the_periods_of_the_goal(target: float, count: int) -> None:
    """January to December are twelve months."""
    assert len(said(AdviceKind.CAPACITY, **aim(target, Comparison.TOTAL))) == count


def test_a_total_over_fiscal_quarters() -> None:
    """From February to January there are four quarters when the year starts in February."""
    goals = (goal(start=date(2026, 2, 1), deadline=date(2027, 1, 31)),)
    more = {"goals": goals, "year_start": 2}
    for target, count in ((400.0, 0), (401.0, 1)):
        found = aim(target, Comparison.TOTAL, cadence=Cadence.QUARTER)
        assert len(said(AdviceKind.CAPACITY, **found, **more)) == count


def test_a_level_has_no_rate() -> None:
    (advice,) = said(AdviceKind.CAPACITY, **aim(150.0, Comparison.LEVEL, add_up=AddUp.LAST))
    assert advice.message.values["asked"] == Quantity(150.0, LEADS)


@pytest.mark.parametrize(
    "case",
    [
        aim(150.0, capacity=None),
        aim(None),
        aim(150.0, better=Better.LOWER),
        aim(150.0, better=Better.BAND),
        aim(150.0, capacity_owner_id=EVA),  # her own: she knows
        aim(9999.0, Comparison.TOTAL) | {"goals": (goal(deadline=None),)},  # no end, no rate
        aim(150.0) | {"goals": (goal(state=GoalState.REACHED),)},
    ],
)
def test_what_is_no_matter_of_another_function(case) -> None:
    assert said(AdviceKind.CAPACITY, **case) == []


def test_the_owner_of_the_target_is_the_nearest() -> None:
    """The key result's before the goal's before the KPI's."""
    own = (result(7, target=150.0, comparison=Comparison.PER_PERIOD, owner_id=BO),)
    assert said(AdviceKind.CAPACITY, **aim(150.0) | {"key_results": own}) == []
    nobody = {"goals": (goal(owner_id=None),)}
    assert said(AdviceKind.CAPACITY, **aim(150.0, owner_id=BO), **nobody) == []
    (advice,) = said(AdviceKind.CAPACITY, **aim(150.0, owner_id=EVA), **nobody)
    assert advice.message.values["owner"] == "Eva"


@pytest.mark.parametrize(
    ("goal_owner", "capacity_owner", "named"),
    [
        (None, BO, {"other"}),
        (EVA, None, {"owner"}),
        (None, None, set()),
    ],
)
def test_whoever_is_missing_is_not_named(
    goal_owner: int | None, capacity_owner: int | None, named: set[str]
) -> None:
    case = aim(150.0, capacity_owner_id=capacity_owner)
    (advice,) = said(AdviceKind.CAPACITY, goals=(goal(owner_id=goal_owner),), **case)
    assert advice.message.values.keys() & {"owner", "other"} == named


def test_a_draft_is_told_before_it_is_promised() -> None:
    drafts = {"goals": (goal(state=GoalState.DRAFT),)}
    assert len(said(AdviceKind.CAPACITY, **aim(150.0), **drafts)) == 1


def test_more_capacity_are_other_facts() -> None:
    (one,) = said(AdviceKind.CAPACITY, **aim(150.0))
    (other,) = said(AdviceKind.CAPACITY, **aim(150.0, capacity=120.0))
    assert one.subject == other.subject
    assert one.facts != other.facts


def typed(target: float, *, owner_id: int | None = EVA, **more) -> TypedTarget:
    return TypedTarget(
        kpi=leads(**more),
        comparison=Comparison.PER_PERIOD,
        target=target,
        start=date(2026, 1, 1),
        deadline=date(2026, 12, 31),
        owner_id=owner_id,
    )


def test_beside_the_field_both_are_named_too() -> None:
    note = capacity_note(typed(150.0), OWNERS)
    assert note == Message(
        "{owner} aims at {asked}, but {other} can take {capacity}.",
        {"owner": "Eva", "asked": monthly(150.0), "other": "Bo", "capacity": monthly(100.0)},
    )


@pytest.mark.parametrize(
    ("owner_id", "other_id", "words"),
    [
        (None, BO, "This asks for {asked}, but {other} can take {capacity}."),
        (EVA, None, "{owner} aims at {asked}, but the capacity is {capacity}."),
        (None, None, "This asks for {asked}, but the capacity is {capacity}."),
    ],
)
def test_beside_the_field_whoever_is_known(
    owner_id: int | None, other_id: int | None, words: str
) -> None:
    note = capacity_note(typed(150.0, owner_id=owner_id, capacity_owner_id=other_id), OWNERS)
    assert note is not None
    assert note.text == words


def test_beside_the_field_nothing_is_said_of_what_fits() -> None:
    assert capacity_note(typed(100.0), OWNERS) is None
    assert capacity_note(typed(150.0, capacity=None), OWNERS) is None
    assert capacity_note(typed(150.0, owner_id=BO), OWNERS) is None
    assert capacity_note(typed(150.0, better=Better.LOWER), OWNERS) is None


def test_beside_the_field_a_total_is_spread_over_the_goal() -> None:
    """A thousand and two hundred leads in twelve months are a hundred a month."""
    total = replace(typed(1200.0), comparison=Comparison.TOTAL)
    assert capacity_note(total, OWNERS) is None
    assert capacity_note(replace(total, target=1201.0), OWNERS) is not None
    assert capacity_note(replace(total, target=1201.0, deadline=None), OWNERS) is None


def test_dates_that_are_still_being_typed_divide_by_no_less_than_one_period() -> None:
    turned = replace(typed(90.0), comparison=Comparison.TOTAL, deadline=date(2025, 12, 31))
    assert capacity_note(turned, OWNERS) is None
