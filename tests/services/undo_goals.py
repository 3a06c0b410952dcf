"""What is done to goals: in the editor, in the guide, and to the advice on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.sitting import Ask, Sitting, Way
from desktop.services import (
    advice,
    company,
    goals,
    raising,
    sittings,
)
from desktop.services.sittings import SittingDraft
from tests.services.undo_model import START, UndoModel, days, maybe, names, pick, places, values


class GoalRules(UndoModel):
    """Goals, key results, milestones, plans, sittings and dismissed advice."""

    @rule(statement=names, place=places, deadline=st.none() | days)
    def add_goal(self, statement: str, place: int, deadline: date | None) -> None:
        parent = self.goal(place)
        owner = pick(company.people(self.ws), place)
        with self.edit():
            goals.save_goal(
                self.ws,
                Goal(
                    statement=statement,
                    start=START,
                    deadline=deadline,
                    parent_id=None if parent is None else parent.id,
                    owner_id=None if owner is None else owner.id,
                ),
            )

    @rule(place=places, under=places, why=names)
    def move_goal(self, place: int, under: int, why: str) -> None:
        goal, parent = self.goal(place), self.goal(under)
        if goal is not None and parent is not None:
            with self.edit():
                goals.save_goal(self.ws, replace(goal, parent_id=parent.id, why=why))

    @rule(place=places, state=st.sampled_from(GoalState))
    def set_state(self, place: int, state: GoalState) -> None:
        goal = self.goal(place)
        if goal is not None:
            with self.edit():
                goals.set_state(self.ws, goal.id or 0, state)

    @rule(place=places)
    def delete_goal(self, place: int) -> None:
        goal = self.goal(place)
        if goal is not None:
            with self.edit():
                goals.delete_goal(self.ws, goal.id or 0)

    @rule(place=places, kpi_place=places, aim=maybe, comparison=st.sampled_from(Comparison))
    def add_key_result(
        self, place: int, kpi_place: int, aim: float | None, comparison: Comparison
    ) -> None:
        goal, kpi = self.goal(place), self.kpi(kpi_place)
        if goal is not None:
            with self.edit():
                goals.save_key_result(
                    self.ws,
                    KeyResult(
                        goal_id=goal.id or 0,
                        kpi_id=None if kpi is None else kpi.id,
                        title="Opened",
                        target=aim,
                        comparison=comparison,
                    ),
                )

    @rule(place=places, aim=maybe, steps=st.dictionaries(days, values, max_size=4))
    def change_key_result(self, place: int, aim: float | None, steps: dict[date, float]) -> None:
        result = self.key_result(place)
        if result is not None:
            with self.edit():
                goals.save_key_result(self.ws, replace(result, target=aim))
            with self.edit():
                plan = [PlanValue(day, value) for day, value in steps.items()]
                goals.save_plan(self.ws, result.id or 0, plan)

    @rule(place=places)
    def delete_key_result(self, place: int) -> None:
        result = self.key_result(place)
        with self.edit():
            goals.delete_key_result(self.ws, 0 if result is None else result.id or 0)

    @rule(place=places, title=names, due=days, value=maybe)
    def add_milestone(self, place: int, title: str, due: date, value: float | None) -> None:
        goal, result = self.goal(place), self.key_result(place)
        if goal is not None:
            with self.edit():
                goals.save_milestone(
                    self.ws,
                    Milestone(
                        goal_id=goal.id or 0,
                        key_result_id=None if result is None else result.id,
                        title=title,
                        due=due,
                        value=value,
                    ),
                )

    @rule(place=places, done_on=st.none() | days, delete=st.booleans())
    def change_milestone(self, place: int, done_on: date | None, delete: bool) -> None:
        goal = self.goal(place)
        found = None if goal is None else pick(goals.milestones(self.ws, goal.id or 0), place)
        if found is not None:
            with self.edit():
                if delete:
                    goals.delete_milestone(self.ws, found.id or 0)
                else:
                    goals.save_milestone(self.ws, replace(found, done_on=done_on))

    @rule(place=places, reason=names)
    def dismiss_advice(self, place: int, reason: str) -> None:
        piece = pick(advice.advice(self.ws).open, place)
        if piece is not None:
            with self.edit():
                advice.dismiss(self.ws, piece, reason)

    @rule(place=places)
    def bring_advice_back(self, place: int) -> None:
        dismissed = pick(advice.advice(self.ws).dismissed, place)
        if dismissed is not None:
            with self.edit():
                advice.bring_back(self.ws, dismissed.advice)

    @precondition(lambda self: self.goal(0) is not None)
    @rule(place=places, steps=st.dictionaries(days, values, max_size=3), reverse=st.booleans())
    def save_whole(self, place: int, steps: dict[date, float], reverse: bool) -> None:
        """The editor: one key result more, the others in another order, a milestone less."""
        goal = self.goal(place)
        assert goal is not None
        goal_id = goal.id or 0
        results = [*goals.key_results(self.ws, goal_id), KeyResult(id=-1, goal_id=0, title="New")]
        plan = [PlanValue(day, value) for day, value in steps.items()]
        with self.edit():
            goals.save_goal_whole(
                self.ws,
                replace(goal, why="Whole"),
                results[::-1] if reverse else results,
                [
                    *goals.milestones(self.ws, goal_id)[1:],
                    Milestone(goal_id=0, key_result_id=-1, title="Step", due=START),
                ],
                {result.id or 0: plan for result in results},
            )

    @rule(
        place=places,
        kpi_place=places,
        sitting=st.sampled_from(Sitting),
        way=st.sampled_from(Way),
        texts=st.dictionaries(st.sampled_from(Ask), names | st.just(""), max_size=4),
        finished=st.booleans(),
        next_on=st.none() | days,
        name=names,
    )
    def sit(
        self,
        place: int,
        kpi_place: int,
        sitting: Sitting,
        way: Way,
        texts: dict[Ask, str],
        finished: bool,
        next_on: date | None,
        name: str,
    ) -> None:
        """A sitting of a goal there is or of a new one, with a KPI there is and one to be made."""
        goal, kpi = self.goal(place), self.kpi(kpi_place)
        draft = (
            SittingDraft(goal=Goal(statement=name, start=START, state=GoalState.DRAFT))
            if goal is None
            else sittings.read_draft(self.ws, goal.id or 0)
        )
        told = {} if kpi is None else {kpi.id or 0: (name, name)}
        draft = replace(
            draft,
            way=way,
            answers={**draft.answers, **texts},
            key_results=(*draft.key_results[:2], KeyResult(goal_id=0, kpi_id=-1)),
            new_kpis={-1: Kpi(name=name)},
            told={**draft.told, **told},
        )
        with self.edit():
            sittings.save_sitting(self.ws, draft, sitting, finished=finished, next_on=next_on)

    @rule(place=places, day=st.none() | days)
    def put_off(self, place: int, day: date | None) -> None:
        goal = self.goal(place)
        if goal is not None:
            with self.edit():
                sittings.put_off(self.ws, goal.id or 0, day)

    @rule(place=places)
    def raise_goal(self, place: int) -> None:
        goal = self.goal(place)
        if goal is not None:
            with self.edit():
                raising.raise_goal(self.ws, goal.id or 0)
