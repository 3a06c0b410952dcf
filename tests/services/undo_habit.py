"""What is done in following up, and to the annual wheel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from desktop.core.activity import Activity, Verdict
from desktop.core.idea import Answer
from desktop.core.kpi_event import KpiEvent
from desktop.core.review import Review
from desktop.core.wheel import WheelEvent
from desktop.core.wheel_days import Occurrence
from desktop.services import (
    activities,
    check_ins,
    company,
    ideas,
    kpi_events,
    reviews,
    wheel,
)
from desktop.services.goal_views import GoalViewer
from tests.services.undo_model import START, UndoModel, days, maybe, names, pick, places


class HabitRules(UndoModel):
    """Check-ins, activities, ideas, reviews, events of KPIs, lanes and their events."""

    @rule(
        place=places,
        confidence=st.none() | st.integers(0, 11),
        comment=names | st.just(""),
        day=days,
        pulse=st.none() | st.integers(1, 5),
    )
    def check_in(
        self, place: int, confidence: int | None, comment: str, day: date, pulse: int | None
    ) -> None:
        """Some say nothing, are of a day to come or off the scale: those are not saved."""
        goal, person = self.goal(place), pick(company.people(self.ws), place)
        if goal is None:
            return
        begun = check_ins.begin_check_in(self.ws, GoalViewer(self.ws, forecasts=False).view(goal))
        with self.edit():
            check_ins.save_check_in(
                self.ws,
                replace(
                    begun,
                    day=day if place % 3 else START,
                    confidence=confidence,
                    comment=comment,
                    person_id=None if person is None else person.id,
                    relatedness=pulse,
                ),
            )

    @rule(place=places)
    def delete_check_in(self, place: int) -> None:
        found = pick(check_ins.latest_of_each(self.ws), place)
        with self.edit():
            check_ins.delete_check_in(self.ws, 0 if found is None else found.id or 0)

    @rule(place=places, kpi_place=places, title=names, start=days, effect=maybe, new=st.booleans())
    def try_something(
        self, place: int, kpi_place: int, title: str, start: date, effect: float | None, new: bool
    ) -> None:
        """A new activity, or one there is moved to another goal."""
        goal, kpi = self.goal(place), self.kpi(kpi_place)
        found = None if new else pick(activities.activities(self.ws), place)
        if goal is None:
            return
        tried = found or Activity(goal_id=0, title=title, start=start)
        with self.edit():
            activities.save_activity(
                self.ws,
                replace(
                    tried,
                    goal_id=goal.id or 0,
                    kpi_id=None if kpi is None else kpi.id,
                    effect=effect,
                ),
            )

    @rule(place=places, verdict=st.sampled_from(Verdict), why=names | st.just(""))
    def judge(self, place: int, verdict: Verdict, why: str) -> None:
        found = pick(activities.activities(self.ws), place)
        if found is not None:
            with self.edit():
                activities.decide(self.ws, found.id or 0, verdict, why)

    @rule(place=places, to=st.integers(0, 3), delete=st.booleans())
    def move_activity(self, place: int, to: int, delete: bool) -> None:
        found = pick(activities.activities(self.ws), place)
        if found is not None:
            with self.edit():
                if delete:
                    activities.delete_activity(self.ws, found.id or 0)
                else:
                    activities.move_activity(self.ws, found.id or 0, to)

    @rule(title=names)
    def have_idea(self, title: str) -> None:
        with self.edit():
            ideas.note_idea(self.ws, title)

    @rule(place=places, answer=st.sampled_from(Answer), why=names, delete=st.booleans())
    def answer_idea(self, place: int, answer: Answer, why: str, delete: bool) -> None:
        found, goal = pick(ideas.ideas(self.ws), place), self.goal(place)
        if found is None:
            return
        idea_id, goal_id = found.idea.id or 0, None if goal is None else goal.id
        with self.edit():
            if delete:
                ideas.delete_idea(self.ws, idea_id)
            elif answer is Answer.ADOPTED:
                ideas.adopt_idea(self.ws, idea_id, why, goal_id)
            else:
                ideas.answer_idea(self.ws, idea_id, answer, why, goal_id)

    @rule(place=places, learned=names, of_goal=st.booleans())
    def look_back(self, place: int, learned: str, of_goal: bool) -> None:
        goal = self.goal(place)
        subject = (
            {"goal_id": goal.id}
            if of_goal and goal is not None
            else {"period_start": date(2025, 10, 1), "period_end": date(2025, 12, 31)}
        )
        with self.edit():
            reviews.save_review(self.ws, Review(day=START, learned=learned, **subject))

    @rule(place=places)
    def delete_review(self, place: int) -> None:
        found = pick(reviews.reviews(self.ws), place)
        with self.edit():
            reviews.delete_review(self.ws, 0 if found is None else found.id or 0)

    @rule(place=places, day=days, title=names, rebase=st.booleans(), delete=st.booleans())
    def mark_event(self, place: int, day: date, title: str, rebase: bool, delete: bool) -> None:
        """Something that happened to a KPI; or the last one there is, gone again."""
        kpi = self.kpi(place)
        if kpi is None:
            return
        known = kpi_events.kpi_events(self.ws, kpi.id or 0)
        with self.edit():
            if known and delete:
                kpi_events.delete_kpi_event(self.ws, known[-1].id or 0)
            else:
                kpi_events.save_kpi_event(
                    self.ws, KpiEvent(kpi_id=kpi.id or 0, day=day, title=title, rebase=rebase)
                )

    @rule(name=names, place=places, to=st.integers(0, 5), new=st.booleans())
    def change_lanes(self, name: str, place: int, to: int, new: bool) -> None:
        lane = pick(wheel.lanes(self.ws), place)
        with self.edit():
            if new or lane is None:
                wheel.add_lane(self.ws, name)
            elif place % 2:
                wheel.rename_lane(self.ws, lane.id or 0, name)
            else:
                wheel.move_lane(self.ws, lane.id or 0, to)

    @rule(place=places, with_events=st.booleans())
    def delete_lane(self, place: int, with_events: bool) -> None:
        lane = pick(wheel.lanes(self.ws), place)
        if lane is not None:
            with self.edit():
                wheel.delete_lane(self.ws, lane.id or 0, with_events=with_events)

    @rule(place=places, title=names, start=days, end=days, yearly=st.booleans())
    def add_event(self, place: int, title: str, start: date, end: date, yearly: bool) -> None:
        lane = pick(wheel.lanes(self.ws), place)
        person = pick(company.people(self.ws), place)
        if lane is None:
            return
        event = WheelEvent(
            lane_id=lane.id or 0,
            title=title,
            start=start,
            end=end,
            yearly=yearly,
            owner_id=None if person is None else person.id,
        )
        with self.edit():
            wheel.save_event(self.ws, event)

    @rule(place=places, lane_place=places, by=st.integers(-40, 40), longer=st.booleans())
    def move_event(self, place: int, lane_place: int, by: int, longer: bool) -> None:
        event = pick(wheel.events(self.ws), place)
        lane = pick(wheel.lanes(self.ws), lane_place)
        if event is None or lane is None:
            return
        here = Occurrence(event, event.start, event.end)
        with self.edit():
            if longer:
                wheel.stretch_event(self.ws, here, event.start, event.end + timedelta(days=by))
            else:
                wheel.move_event(self.ws, here, by, lane.id)

    @rule(place=places)
    def delete_event(self, place: int) -> None:
        event = pick(wheel.events(self.ws), place)
        with self.edit():
            wheel.delete_event(self.ws, 0 if event is None else event.id or 0)
