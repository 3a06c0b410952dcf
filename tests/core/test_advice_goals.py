"""Few goals, each with a number, values and an owner: when it is said and when it is not."""

from __future__ import annotations

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.advice_rules import all_advice
from desktop.core.goal import GoalState
from tests.core.advice_fixtures import BO, EVA, goal, kpi, plain, result, said, situation


def goals(count: int, **more):
    return tuple(goal(number, **more) for number in range(1, count + 1))


def test_a_company_in_order_hears_nothing() -> None:
    assert all_advice(situation()) == ()


def test_a_company_without_anything_hears_nothing() -> None:
    assert all_advice(situation(goals=(), key_results=(), kpis=())) == ()


class TestTooMany:
    def test_five_active_goals_are_not_too_many_and_six_are(self) -> None:
        assert said(AdviceKind.TOO_MANY_GOALS, goals=goals(5)) == []
        (advice,) = said(AdviceKind.TOO_MANY_GOALS, goals=goals(6))
        assert plain(advice) == "There are 6 active goals; more than 5 are hard to keep in sight."
        assert advice.place == Place("goals")

    def test_drafts_and_goals_that_are_over_do_not_count(self) -> None:
        more = tuple(
            goal(10 + number, state=state)
            for number, state in enumerate(GoalState)
            if state is not GoalState.ACTIVE
        )
        assert len(more) == 4
        assert said(AdviceKind.TOO_MANY_GOALS, goals=(*goals(5), *more)) == []

    def test_the_company_says_itself_how_many_are_many(self) -> None:
        assert said(AdviceKind.TOO_MANY_GOALS, goals=goals(6), most_active=6) == []
        assert len(said(AdviceKind.TOO_MANY_GOALS, goals=goals(3), most_active=2)) == 1

    def test_one_goal_more_are_other_facts(self) -> None:
        (six,) = said(AdviceKind.TOO_MANY_GOALS, goals=goals(6))
        (seven,) = said(AdviceKind.TOO_MANY_GOALS, goals=goals(7))
        assert (six.kind, six.subject) == (seven.kind, seven.subject)
        assert six.facts != seven.facts

    def test_three_goals_of_an_owner_are_not_too_many_and_four_are(self) -> None:
        assert said(AdviceKind.TOO_MANY_FOR_OWNER, goals=goals(3)) == []
        others = (goal(8, owner_id=BO), goal(9, owner_id=BO))
        (advice,) = said(AdviceKind.TOO_MANY_FOR_OWNER, goals=(*goals(4), *others))
        assert plain(advice) == "Eva carries 4 active goals; more than 3 are hard to keep in sight."
        assert advice.subject == f"person {EVA}"
        assert advice.place == Place("goals", 4)

    def test_goals_that_nobody_owns_burden_nobody(self) -> None:
        assert said(AdviceKind.TOO_MANY_FOR_OWNER, goals=goals(5, owner_id=None)) == []


class TestWithoutKpi:
    def test_a_goal_without_key_results(self) -> None:
        (advice,) = said(AdviceKind.NO_KPI, key_results=())
        assert plain(advice) == "No number shows whether “More orders” is getting there."
        assert advice.place == Place("goals", 1, Part.RESULTS)
        assert advice.goal_ids == (1,)

    def test_a_goal_whose_results_are_only_done_or_not_done(self) -> None:
        (advice,) = said(AdviceKind.NO_KPI, key_results=(result(kpi_id=None, title="Shop open"),))
        assert advice.why.text.startswith("What is only done or not done")

    def test_one_number_beside_what_is_done_is_enough(self) -> None:
        done = result(2, kpi_id=None, title="Shop open")
        assert said(AdviceKind.NO_KPI, key_results=(result(target=1.0), done)) == []

    def test_a_goal_is_followed_by_the_numbers_of_the_goals_below_it(self) -> None:
        family = (goal(1), goal(2, parent_id=1), goal(3, parent_id=2))
        number = (result(goal_id=3),)
        assert said(AdviceKind.NO_KPI, goals=family, key_results=number) == []
        dropped = (goal(1), goal(2, parent_id=1, state=GoalState.DROPPED))
        number = (result(goal_id=2),)
        (advice,) = said(AdviceKind.NO_KPI, goals=dropped, key_results=number)
        assert advice.subject == "goal 1"

    def test_a_draft_has_time_and_a_dropped_goal_needs_none(self) -> None:
        for state in (GoalState.DRAFT, GoalState.DROPPED, GoalState.REACHED, GoalState.MISSED):
            assert said(AdviceKind.NO_KPI, goals=(goal(state=state),), key_results=()) == []


class TestWithoutValues:
    def test_a_kpi_that_was_never_measured(self) -> None:
        (advice,) = said(AdviceKind.NO_VALUES, with_values=frozenset())
        assert plain(advice) == "“More orders” is not measured yet: Kpi 1 has no values."
        assert advice.place == Place("imports")
        assert (advice.goal_ids, advice.kpi_ids) == ((1,), (1,))

    def test_all_of_them_are_named_once(self) -> None:
        kpis = (kpi(1), kpi(2, leading=True), kpi(3))
        results = (result(1), result(2, kpi_id=2), result(3, kpi_id=3), result(4, kpi_id=3))
        known = frozenset({2})
        (advice,) = said(AdviceKind.NO_VALUES, kpis=kpis, key_results=results, with_values=known)
        assert plain(advice).endswith(": Kpi 1, Kpi 3 has no values.")

    def test_a_kpi_that_no_goal_uses_may_be_empty(self) -> None:
        kpis = (kpi(1, leading=True), kpi(2))
        assert said(AdviceKind.NO_VALUES, kpis=kpis, with_values=frozenset({1})) == []

    def test_a_draft_may_be_measured_later(self) -> None:
        drafts = (goal(state=GoalState.DRAFT),)
        assert said(AdviceKind.NO_VALUES, goals=drafts, with_values=frozenset()) == []


class TestWithoutOwner:
    def test_a_goal_that_nobody_owns(self) -> None:
        (advice,) = said(AdviceKind.NO_OWNER, goals=(goal(owner_id=None),))
        assert plain(advice) == "Nobody owns “More orders”."
        assert advice.place == Place("goals", 1, Part.OWNER)

    def test_an_owner_or_a_draft_is_silent(self) -> None:
        assert said(AdviceKind.NO_OWNER) == []
        assert said(AdviceKind.NO_OWNER, goals=(goal(owner_id=None, state=GoalState.DRAFT),)) == []


def test_the_most_important_comes_first() -> None:
    kinds = [
        advice.kind
        for advice in all_advice(
            situation(
                goals=(goal(owner_id=None), goal(2, statement="Optimise it")),
                key_results=(result(), result(2, goal_id=2)),
                kpis=(kpi(definition="", capacity=5.0),),
                with_values=frozenset(),
            )
        )
    ]
    assert kinds == sorted(kinds, key=lambda kind: kind.rank)
    assert set(kinds) == {
        AdviceKind.NO_VALUES,
        AdviceKind.NO_OWNER,
        AdviceKind.ONLY_LAGGING,
        AdviceKind.JARGON,
        AdviceKind.NO_DEFINITION,
    }
