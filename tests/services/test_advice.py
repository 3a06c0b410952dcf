"""Advice on a company file: what is collected, dismissed, undone, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.core.advice import Advice, AdviceKind
from desktop.core.company import Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.services.advice import advice, bring_back, dismiss
from desktop.services.advice_past import Past
from desktop.services.company import company, save_company, save_person
from desktop.services.goals import delete_goal, save_goal, save_goal_whole
from desktop.services.history import steps
from desktop.services.kpis import kpi, save_kpi
from desktop.services.measurements import save_values
from desktop.services.overview import overview
from desktop.services.settings import MOST_ACTIVE_GOALS, write
from desktop.services.workspace import Workspace

START = date(2026, 6, 1)


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


def goal(ws: Workspace, statement: str = "More orders", **more) -> Goal:
    owner = more.pop("owner_id", None)
    fresh = Goal(statement=statement, start=START, owner_id=owner)
    return save_goal_whole(ws, fresh, more.get("results", ()), (), {})


def of(ws: Workspace, kind: AdviceKind) -> list[Advice]:
    return [piece for piece in advice(ws).open if piece.kind is kind]


def test_a_new_company_hears_nothing(ws: Workspace) -> None:
    assert advice(ws).open == advice(ws).dismissed == ()


def test_what_the_file_holds_is_what_is_judged(ws: Workspace) -> None:
    """Owners by name, the company's own limits, values that are there, words of its language."""
    save_company(ws, replace(company(ws), language="sv"))
    eva = save_person(ws, Person(name="Eva"))
    bo = save_person(ws, Person(name="Bo"))
    leads = save_kpi(ws, Kpi(name="Leads", capacity=100.0, capacity_owner_id=bo.id))
    result = KeyResult(goal_id=0, kpi_id=leads.id, target=150.0, comparison=Comparison.PER_PERIOD)
    goal(ws, "Optimera leads", owner_id=eva.id, results=[result])
    write(ws, MOST_ACTIVE_GOALS, 0)
    found = {piece.kind: piece for piece in advice(ws).open}
    assert list(found) == [
        AdviceKind.CAPACITY,
        AdviceKind.NO_VALUES,
        AdviceKind.TOO_MANY_GOALS,
        AdviceKind.ONLY_LAGGING,
        AdviceKind.JARGON,
        AdviceKind.NO_DEFINITION,
    ]
    assert found[AdviceKind.CAPACITY].message.values["owner"] == "Eva"
    assert found[AdviceKind.CAPACITY].message.values["other"] == "Bo"
    save_values(ws, leads.id or 0, {month(6): 90.0})
    assert of(ws, AdviceKind.NO_VALUES) == []


def test_a_formula_is_measured_when_its_parts_are(ws: Workspace) -> None:
    visits = save_kpi(ws, Kpi(name="Visits"))
    double = save_kpi(ws, Kpi(name="Double", formula="visits * 2"))
    goal(ws, results=[KeyResult(goal_id=0, kpi_id=double.id, target=2.0)])
    assert len(of(ws, AdviceKind.NO_VALUES)) == 1
    save_values(ws, visits.id or 0, {month(5): 10.0})
    assert of(ws, AdviceKind.NO_VALUES) == []


def test_a_baseline_is_compared_with_the_whole_periods_of_the_file(ws: Workspace) -> None:
    stock = save_kpi(ws, Kpi(name="Readers", add_up=AddUp.LAST))
    save_values(ws, stock.id or 0, {month(3): 300.0, month(4): 320.0, month(5): 350.0})
    result = KeyResult(goal_id=0, kpi_id=stock.id, baseline=300.0, target=500.0)
    goal(ws, results=[result])
    assert len(of(ws, AdviceKind.OLD_BASELINE)) == 1


def test_advice_is_shown_beside_what_it_is_about(ws: Workspace) -> None:
    first, second = goal(ws), goal(ws, "Happier customers")
    orders = save_kpi(ws, Kpi(name="Orders"))
    given = advice(ws)
    mine = given.of_goal(first.id or 0)
    assert {piece.kind for piece in mine.open} == {AdviceKind.NO_KPI, AdviceKind.NO_OWNER}
    assert all(piece.goal_ids == (first.id,) for piece in mine.open)
    assert len(given.of_goal(second.id or 0).open) == 2
    assert [piece.kind for piece in given.of_kpi(orders.id or 0).open] == [AdviceKind.NO_DEFINITION]


class TestDismissing:
    def test_it_is_kept_with_its_reason_and_undone(self, ws: Workspace, path: Path) -> None:
        goal(ws)
        piece = of(ws, AdviceKind.NO_OWNER)[0]
        dismiss(ws, piece, "  We share it. ")
        assert of(ws, AdviceKind.NO_OWNER) == []
        (dismissed,) = advice(ws).dismissed
        assert dismissed.advice == piece
        assert dismissed.dismissal.reason == "We share it."
        assert dismissed.dismissal.day == ws.today()
        label = steps(ws)[0].label
        assert label.text == "Dismiss advice: {advice}"
        assert label.values["advice"] == piece.message
        ws.undo()
        assert of(ws, AdviceKind.NO_OWNER) == [piece]
        ws.redo()
        ws.close()
        with Workspace.open(path, today=ws.today) as again:
            assert [item.advice for item in advice(again).dismissed] == [piece]

    @pytest.mark.parametrize("reason", ["", "  \n"])
    def test_it_needs_a_reason(self, ws: Workspace, reason: str) -> None:
        goal(ws)
        with pytest.raises(NotAllowed):
            dismiss(ws, of(ws, AdviceKind.NO_OWNER)[0], reason)
        assert advice(ws).dismissed == ()

    def test_the_same_advice_on_another_goal_stays(self, ws: Workspace) -> None:
        goal(ws)
        other = goal(ws, "Happier customers")
        dismiss(ws, of(ws, AdviceKind.NO_OWNER)[0], "We share it.")
        assert [piece.goal_ids for piece in of(ws, AdviceKind.NO_OWNER)] == [(other.id,)]

    def test_it_can_be_brought_back(self, ws: Workspace) -> None:
        goal(ws)
        piece = of(ws, AdviceKind.NO_OWNER)[0]
        dismiss(ws, piece, "We share it.")
        bring_back(ws, piece)
        assert of(ws, AdviceKind.NO_OWNER) == [piece]
        ws.undo()
        assert [item.advice for item in advice(ws).dismissed] == [piece]

    def test_it_comes_back_when_the_facts_change(self, ws: Workspace) -> None:
        for number in range(6):
            goal(ws, f"Goal {number}")
        dismiss(ws, of(ws, AdviceKind.TOO_MANY_GOALS)[0], "Six are fine.")
        last = goal(ws, "One more")
        (seven,) = of(ws, AdviceKind.TOO_MANY_GOALS)
        assert advice(ws).dismissed == ()
        dismiss(ws, seven, "Seven too.")
        (dismissed,) = advice(ws).dismissed
        assert dismissed.dismissal.reason == "Seven too."
        delete_goal(ws, last.id or 0)
        assert len(of(ws, AdviceKind.TOO_MANY_GOALS)) == 1  # six again: said again

    def test_what_is_put_right_is_neither_said_nor_dismissed(self, ws: Workspace) -> None:
        orders = save_kpi(ws, Kpi(name="Orders"))
        dismiss(ws, of(ws, AdviceKind.NO_DEFINITION)[0], "Everybody knows.")
        save_kpi(ws, replace(kpi(ws, orders.id or 0), definition="Paid orders."))
        assert advice(ws).open == advice(ws).dismissed == ()

    def test_a_file_that_is_only_read_keeps_its_advice(self, ws: Workspace, path: Path) -> None:
        goal(ws)
        ws.close()
        with Workspace.open(path, read_only=True) as reading:
            piece = of(reading, AdviceKind.NO_OWNER)[0]
            with pytest.raises(NotAllowed):
                dismiss(reading, piece, "We share it.")
            with pytest.raises(NotAllowed):
                bring_back(reading, piece)

    def test_the_overview_does_not_say_what_was_dismissed(self, ws: Workspace) -> None:
        for number in range(6):
            save_goal(ws, Goal(statement=f"Goal {number}", start=START))
        many = of(ws, AdviceKind.TOO_MANY_GOALS)[0]
        assert many.message in [need.message for need in overview(ws).needs]
        dismiss(ws, many, "Six are fine.")
        assert many.message not in [need.message for need in overview(ws).needs]


def test_the_past_of_a_kpi_is_read_once(ws: Workspace) -> None:
    orders = save_kpi(ws, Kpi(name="Orders"))
    save_values(ws, orders.id or 0, {month(5): 10.0})
    past = Past(ws)
    assert past.today == ws.today()
    assert [each.value for each in past.series(orders).measurements] == [10.0]
    assert past.series(orders) is past.series(orders)
