"""Leading and lagging KPIs behind goals and in the phases of the customer journey."""

from __future__ import annotations

from desktop.core.advice import AdviceKind, Part, Place
from desktop.core.goal import GoalState
from desktop.core.kpi import Phase
from desktop.core.names import name
from tests.core.advice_fixtures import goal, kpi, plain, result, said


class TestOnlyLagging:
    def test_no_leading_kpi_behind_any_goal(self) -> None:
        (advice,) = said(AdviceKind.ONLY_LAGGING, kpis=(kpi(1), kpi(2, leading=True)))
        assert plain(advice) == "The 1 KPI that your goals use looks back."
        assert advice.place == Place("kpis", None, Part.LIBRARY, leading=True)

    def test_of_several_goals_it_is_said_once(self) -> None:
        goals = (goal(1), goal(2))
        results = (result(1), result(2, kpi_id=2), result(3, goal_id=2, kpi_id=3))
        kpis = (kpi(1), kpi(2), kpi(3))
        (advice,) = said(AdviceKind.ONLY_LAGGING, goals=goals, key_results=results, kpis=kpis)
        assert plain(advice) == "All 3 KPIs that your goals use look back."

    def test_one_leading_kpi_among_them_is_enough_for_goals_with_one_kpi(self) -> None:
        goals = (goal(1), goal(2))
        results = (result(1), result(2, goal_id=2, kpi_id=2))
        kpis = (kpi(1), kpi(2, leading=True))
        found = said(AdviceKind.ONLY_LAGGING, goals=goals, key_results=results, kpis=kpis)
        assert found == []

    def test_a_goal_with_several_kpis_none_of_which_leads(self) -> None:
        goals = (goal(1), goal(2))
        results = (result(1, kpi_id=2), result(2, goal_id=2), result(3, goal_id=2, kpi_id=3))
        kpis = (kpi(1), kpi(2, leading=True), kpi(3))
        (advice,) = said(AdviceKind.ONLY_LAGGING, goals=goals, key_results=results, kpis=kpis)
        assert plain(advice) == "All KPIs of “More orders” look back."
        assert advice.goal_ids == (2,)
        below = (*goals, goal(4, parent_id=2))
        led = (*results, result(4, goal_id=4, kpi_id=2))
        assert said(AdviceKind.ONLY_LAGGING, goals=below, key_results=led, kpis=kpis) == []

    def test_a_leading_part_of_a_formula_or_of_the_breakdown_warns_in_time(self) -> None:
        by_formula = (kpi(1, formula="k2 * 2"), kpi(2, leading=True))
        assert said(AdviceKind.ONLY_LAGGING, kpis=by_formula) == []
        by_breakdown = (kpi(1), kpi(2, parent_id=1), kpi(3, parent_id=2, leading=True))
        assert said(AdviceKind.ONLY_LAGGING, kpis=by_breakdown) == []

    def test_drafts_and_goals_without_kpis_are_not_asked(self) -> None:
        drafts = (goal(state=GoalState.DRAFT),)
        assert said(AdviceKind.ONLY_LAGGING, goals=drafts, kpis=(kpi(1),)) == []
        assert said(AdviceKind.ONLY_LAGGING, key_results=(), kpis=(kpi(1),)) == []


def phased(*phases: tuple[Phase | None, bool]):
    kpis = tuple(
        kpi(number, phase=phase, leading=leading)
        for number, (phase, leading) in enumerate(phases, start=1)
    )
    return {"kpis": kpis}


A, E, C = Phase


class TestPhases:
    def test_both_kinds_in_each_phase_are_in_order(self) -> None:
        both = [(phase, leading) for phase in Phase for leading in (True, False)]
        assert said(AdviceKind.PHASE, **phased(*both)) == []

    def test_a_company_that_does_not_use_phases_hears_nothing(self) -> None:
        assert said(AdviceKind.PHASE, **phased((None, True), (None, False))) == []

    def test_a_phase_without_leading_and_one_without_lagging(self) -> None:
        phases = phased((A, False), (A, False), (C, True), (E, True), (E, False))
        lagging, leading = said(AdviceKind.PHASE, **phases)
        assert lagging.message.text == "The phase “{phase}” has no leading KPI."
        assert lagging.message.values == {"phase": name(A)}
        assert lagging.kpi_ids == (1, 2)
        assert lagging.place == Place("kpis", None, Part.LIBRARY, phase=A, leading=True)
        assert leading.message.text == "The phase “{phase}” has no lagging KPI."
        assert leading.message.values == {"phase": name(C)}
        assert leading.place == Place("kpis", None, Part.LIBRARY, phase=C, leading=False)

    def test_an_empty_phase_is_told_once_the_others_are_followed(self) -> None:
        both = [(phase, leading) for phase in (A, C) for leading in (True, False)]
        (advice,) = said(AdviceKind.PHASE, **phased(*both))
        assert advice.message.text == "No KPI follows the phase “{phase}”."
        assert advice.subject == "engagement"
        assert advice.place == Place("kpis", None, Part.LIBRARY, phase=E)
        assert said(AdviceKind.PHASE, **phased(*both[:2])) == []

    def test_archived_kpis_follow_nothing(self) -> None:
        kpis = (kpi(1, phase=A, leading=True), kpi(2, phase=A, archived=True))
        assert len(said(AdviceKind.PHASE, kpis=kpis)) == 1

    def test_one_kpi_more_of_the_same_kind_are_other_facts(self) -> None:
        (one,) = said(AdviceKind.PHASE, **phased((A, False)))
        (two,) = said(AdviceKind.PHASE, **phased((A, False), (A, False)))
        assert one.facts != two.facts
