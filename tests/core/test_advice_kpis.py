"""What KPIs mean: definitions, namesakes, and numbers that only flatter."""

from __future__ import annotations

import pytest

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.goal import GoalState
from tests.core.advice_fixtures import goal, kpi, plain, result, said


class TestDefinition:
    @pytest.mark.parametrize("definition", ["", "  \n"])
    def test_a_kpi_that_does_not_say_what_it_counts(self, definition: str) -> None:
        (advice,) = said(AdviceKind.NO_DEFINITION, kpis=(kpi(leading=True, definition=definition),))
        assert plain(advice) == "Kpi 1 does not say what is counted."
        assert advice.place == Place("kpis", 1, Part.DEFINITION)
        assert advice.kpi_ids == (1,)

    def test_one_that_does_or_that_is_archived_is_silent(self) -> None:
        kpis = (kpi(1, definition="Paid orders."), kpi(2, definition="", archived=True))
        assert said(AdviceKind.NO_DEFINITION, kpis=kpis) == []

    def test_those_that_goals_use_come_first(self) -> None:
        kpis = (kpi(3, definition=""), kpi(2, definition=""), kpi(1, definition=""))
        found = said(AdviceKind.NO_DEFINITION, kpis=kpis)
        assert [advice.subject for advice in found] == ["kpi 1", "kpi 3", "kpi 2"]


def named(*kpis: tuple[str, str]):
    """KPIs by name and definition, none of them used."""
    return {
        "kpis": tuple(
            kpi(number, name=name, definition=definition)
            for number, (name, definition) in enumerate(kpis, start=11)
        )
    }


class TestTwoMeanings:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("New customers", "new  customers"), ("Customers, new", "New customers")],
    )
    def test_the_same_words_with_different_definitions(self, one: str, other: str) -> None:
        (advice,) = said(
            AdviceKind.TWO_MEANINGS,
            **named((one, "First order ever."), (other, "First order this year.")),
        )
        assert plain(advice) == (
            f"Two KPIs are called {one} and count different things: "
            "“First order ever” and “First order this year”."
        )
        assert advice.kpi_ids == (11, 12)
        assert advice.place == Place("kpis", 12, Part.DEFINITION)

    @pytest.mark.parametrize(
        "kpis",
        [
            [("New customers", "First order."), ("New customers", "first  order")],  # the same
            [("New customers", "First order."), ("New customers", "")],  # says nothing different
            [("New customers", "First order."), ("New visitors", "First visit.")],
            [("Sales (SEK)", "Invoiced."), ("Sales (pieces)", "Sold.")],
            [("%", "One."), ("€", "Another.")],  # no words at all
        ],
    )
    def test_what_is_no_contradiction(self, kpis: list[tuple[str, str]]) -> None:
        assert said(AdviceKind.TWO_MEANINGS, **named(*kpis)) == []

    def test_an_archived_namesake_is_out_of_the_way(self) -> None:
        kpis = (kpi(1, name="A"), kpi(2, name="A", definition="Other.", archived=True))
        assert said(AdviceKind.TWO_MEANINGS, kpis=kpis) == []

    def test_three_namesakes_are_one_piece_of_advice(self) -> None:
        (advice,) = said(
            AdviceKind.TWO_MEANINGS, **named(("A", "One."), ("A", "Two."), ("A", "Three."))
        )
        assert advice.kpi_ids == (11, 12, 13)

    def test_another_definition_are_other_facts_and_their_order_is_none(self) -> None:
        (first,) = said(AdviceKind.TWO_MEANINGS, **named(("A", "One."), ("A", "Two.")))
        (same,) = said(AdviceKind.TWO_MEANINGS, **named(("A", "Two."), ("A", "One.")))
        (new,) = said(AdviceKind.TWO_MEANINGS, **named(("A", "One."), ("A", "Three.")))
        assert first.facts == same.facts != new.facts

    def test_a_long_definition_is_told_by_its_beginning(self) -> None:
        (advice,) = said(AdviceKind.TWO_MEANINGS, **named(("A", "word " * 40), ("A", "Two.")))
        assert str(advice.message.values["one"]).endswith("word …")
        assert len(str(advice.message.values["one"])) <= 82


FOLLOWERS = kpi(9, name="Followers on Instagram")


class TestVanity:
    def test_a_flattering_number_that_no_goal_uses(self) -> None:
        (advice,) = said(AdviceKind.VANITY, kpis=(kpi(1), FOLLOWERS))
        assert plain(advice) == "Followers on Instagram can look good, but no goal uses it."
        assert advice.place == Place("kpis", 9, Part.ARCHIVE)

    def test_one_that_a_goal_uses_even_a_draft(self) -> None:
        drafted = (goal(1), goal(2, state=GoalState.DRAFT))
        results = (result(1), result(2, goal_id=2, kpi_id=9))
        found = said(
            AdviceKind.VANITY, goals=drafted, key_results=results, kpis=(kpi(1), FOLLOWERS)
        )
        assert found == []

    def test_a_dropped_goal_uses_nothing(self) -> None:
        goals = (goal(1), goal(2, state=GoalState.DROPPED))
        results = (result(1), result(2, goal_id=2, kpi_id=9))
        kpis = (kpi(1), FOLLOWERS)
        assert len(said(AdviceKind.VANITY, goals=goals, key_results=results, kpis=kpis)) == 1

    def test_a_part_of_what_a_goal_uses(self) -> None:
        formula = kpi(1, formula="k8 / k3")
        kpis = (formula, kpi(8, parent_id=None), kpi(3), kpi(9, name="Followers", parent_id=8))
        assert said(AdviceKind.VANITY, kpis=kpis) == []

    def test_an_honest_number_may_be_without_a_goal(self) -> None:
        assert said(AdviceKind.VANITY, kpis=(kpi(1), kpi(9, name="Sales"))) == []

    def test_before_there_are_goals_nothing_is_said(self) -> None:
        assert said(AdviceKind.VANITY, goals=(), key_results=(), kpis=(FOLLOWERS,)) == []


def test_a_formula_of_another_program_that_cannot_be_read_does_no_harm() -> None:
    assert said(AdviceKind.VANITY, kpis=(kpi(1, formula="k2 /"), kpi(2))) == []
