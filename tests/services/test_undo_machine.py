"""Whatever is done, in whatever order, undo and redo restore every data table exactly."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.core.company import Company, Paper, Person
from desktop.core.faults import NotAllowed
from desktop.core.focus import Focus, Stage
from desktop.core.glossary import Word
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import AddUp, Better, Kpi, Perspective
from desktop.core.measurement import Measurement
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.sitting import Ask, Sitting, Way
from desktop.core.strategy_map import between, goal_key, kpi_key
from desktop.core.unit import Unit, UnitKind
from desktop.core.wheel import WheelEvent
from desktop.core.wheel_days import Occurrence
from desktop.services import (
    advice,
    causes,
    check_ins,
    company,
    focus,
    glossary,
    goals,
    kpis,
    loops,
    measurements,
    perspectives,
    raising,
    sittings,
    wheel,
)
from desktop.services import settings as company_settings
from desktop.services.check import check
from desktop.services.goal_views import GoalViewer
from desktop.services.sittings import SittingDraft
from desktop.services.workspace import Workspace
from desktop.store.import_changes import revert_import
from desktop.store.import_records import (
    ImportCounts,
    add_import,
    read_imports,
    remember_mapping,
)
from desktop.store.schema import DATA_TABLES

Item = TypeVar("Item")
Dump = dict[str, list[str]]

START = date(2026, 1, 1)
names = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=6)
values = st.floats(-1e15, 1e15)  # beyond that a sum of a year may be no number
maybe = st.none() | values
places = st.integers(0, 1000)  # which of the rows there are
days = st.integers(0, 900).map(lambda number: START + timedelta(days=number))


def dump(ws: Workspace) -> Dump:
    """Every row of every data table; as text, so that 0.0 and -0.0, 1 and 1.0 differ."""
    return {
        table: sorted(repr(row) for row in ws.connection.execute(f'SELECT * FROM "{table}"'))
        for table in DATA_TABLES
    }


def pick(items: Sequence[Item], place: int) -> Item | None:
    return items[place % len(items)] if items else None


class UndoMachine(RuleBasedStateMachine):
    """The model is the list of what the tables held after each step, and where we are in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.sikte"
        self.ws = Workspace.create(self.path, Company(name="AB"), today=lambda: START)
        self.held = [dump(self.ws)]
        self.at = 0

    def teardown(self) -> None:
        while self.ws.undo() is not None:
            self.at -= 1
            assert dump(self.ws) == self.held[self.at]
        assert self.at == 0
        while self.ws.redo() is not None:
            self.at += 1
        assert dump(self.ws) == self.held[-1]
        self.ws.close()
        assert check(self.path) == []
        self.folder.cleanup()

    @contextmanager
    def edit(self) -> Iterator[None]:
        """One user action; what is not allowed must leave everything as it is."""
        events: list[frozenset[str]] = []
        leave = self.ws.subscribe(lambda event: events.append(event.tables))
        before = self.held[self.at]
        with suppress(NotAllowed):
            yield
        leave()
        after = dump(self.ws)
        changed = {table for table in DATA_TABLES if before[table] != after[table]}
        assert len(events) <= 1
        assert changed <= (events[0] if events else frozenset())
        if events:
            del self.held[self.at + 1 :]
            self.held.append(after)
            self.at += 1
        else:
            assert after == before

    @invariant()
    def labels_tell_what_can_be_done(self) -> None:
        assert (self.ws.undo_label is None) == (self.at == 0)
        assert (self.ws.redo_label is None) == (self.at == len(self.held) - 1)
        assert dump(self.ws) == self.held[self.at]

    # undo, redo, and the window

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            label = self.ws.undo_label
            assert self.ws.undo() == label
            self.at = max(0, self.at - 1)
            assert dump(self.ws) == self.held[self.at]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            label = self.ws.redo_label
            assert self.ws.redo() == label
            self.at = min(len(self.held) - 1, self.at + 1)
            assert dump(self.ws) == self.held[self.at]

    @rule()
    def close_and_open(self) -> None:
        self.ws.close()
        self.ws = Workspace.open(self.path, today=lambda: START)

    @rule(name=names)
    def fail_in_the_middle(self, name: str) -> None:
        with self.edit(), suppress(ZeroDivisionError), self.ws.action(msg("Fail")):
            company.save_person(self.ws, Person(name=name))
            for kpi in kpis.kpis(self.ws):
                kpis.save_kpi(self.ws, replace(kpi, source=name))
            _ = 1 / 0

    @rule(name=names)
    def from_a_second_connection(self, name: str) -> None:
        before = dump(self.ws)
        with self.ws.second() as second, suppress(NotAllowed):
            company.save_person(second, Person(name=name))
        if dump(self.ws) != before:
            del self.held[self.at + 1 :]
            self.held.append(dump(self.ws))
            self.at += 1

    # the company, people, settings

    @rule(name=names, year_start=st.integers(1, 12), paper=st.sampled_from(Paper))
    def change_company(self, name: str, year_start: int, paper: Paper) -> None:
        with self.edit():
            company.save_company(self.ws, Company(name=name, year_start=year_start, paper=paper))

    @rule(most=st.integers(0, 9))
    def change_setting(self, most: int) -> None:
        with self.edit():
            company_settings.write(self.ws, company_settings.MOST_ACTIVE_GOALS, most)

    @rule(name=names, team=st.booleans())
    def add_person(self, name: str, team: bool) -> None:
        with self.edit():
            company.save_person(self.ws, Person(name=name, team=team))

    @rule(place=places)
    def delete_person(self, place: int) -> None:
        person = pick(company.people(self.ws), place)
        with self.edit():
            company.delete_person(self.ws, 0 if person is None else person.id or 0)

    # KPIs and values

    def kpi(self, place: int) -> Kpi | None:
        return pick(kpis.kpis(self.ws, archived=True), place)

    @rule(
        name=names,
        cadence=st.sampled_from(Cadence),
        add_up=st.sampled_from(AddUp),
        band=st.tuples(maybe, maybe),
        place=places,
    )
    def add_kpi(
        self,
        name: str,
        cadence: Cadence,
        add_up: AddUp,
        band: tuple[float | None, float | None],
        place: int,
    ) -> None:
        owner = pick(company.people(self.ws), place)
        parent = self.kpi(place)
        with self.edit():
            kpis.save_kpi(
                self.ws,
                Kpi(
                    name=name,
                    cadence=cadence,
                    add_up=add_up,
                    unit=Unit(UnitKind.OWN, name),
                    better=Better.BAND if band != (None, None) else Better.LOWER,
                    band_low=band[0],
                    band_high=band[1],
                    owner_id=None if owner is None else owner.id,
                    parent_id=None if parent is None else parent.id,
                ),
            )

    @rule(name=names, first=places, second=places)
    def add_formula(self, name: str, first: int, second: int) -> None:
        parts = (self.kpi(first), self.kpi(second))
        formula = " / ".join(part.key for part in parts if part is not None)
        with self.edit():
            kpis.save_kpi(self.ws, Kpi(name=name, cadence=Cadence.YEAR, formula=formula))

    @rule(place=places, cadence=st.sampled_from(Cadence), archived=st.booleans())
    def change_kpi(self, place: int, cadence: Cadence, archived: bool) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, cadence=cadence, archived=archived))

    @rule(place=places, text=names)
    def write_card(self, place: int, text: str) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, audience=text, conclude_more=text))

    @rule(place=places, name=names, definition=names, new=st.booleans())
    def write_word(self, place: int, name: str, definition: str, new: bool) -> None:
        found = None if new else pick(glossary.words(self.ws), place)
        word = found or Word(name=name)
        with self.edit():
            glossary.save_word(self.ws, replace(word, definition=definition))

    @rule(place=places)
    def delete_word(self, place: int) -> None:
        word = pick(glossary.words(self.ws), place)
        with self.edit():
            glossary.delete_word(self.ws, 0 if word is None else word.id or 0)

    @rule(place=places, name=names)
    def rename_key(self, place: int, name: str) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.save_kpi(self.ws, replace(kpi, name=name, key=""))

    @rule(place=places)
    def delete_kpi(self, place: int) -> None:
        kpi = self.kpi(place)
        if kpi is not None:
            with self.edit():
                kpis.delete_kpi(self.ws, kpi.id or 0)

    def period(self, kpi: Kpi, day: date) -> Period:
        year_start = company.company(self.ws).year_start
        return Period.containing(kpi.cadence, day, year_start)

    @rule(cells=st.lists(st.tuples(places, days, maybe), min_size=1, max_size=8))
    def type_values(self, cells: list[tuple[int, date, float | None]]) -> None:
        grid = [
            (kpi.id or 0, self.period(kpi, day), value)
            for place, day, value in cells
            if (kpi := self.kpi(place)) is not None
        ]
        with self.edit():
            measurements.save_grid(self.ws, grid)

    @rule(place=places, first=days, brought=st.lists(values, max_size=40), name=names)
    def bring_in(self, place: int, first: date, brought: list[float], name: str) -> None:
        """As an import does: its record, its mapping and many values in one action."""
        kpi = self.kpi(place)
        if kpi is None:
            return
        period = self.period(kpi, first)
        with self.edit(), self.ws.action(msg("Import")):
            mapping_id = remember_mapping(self.ws.connection, name, name, "[]")
            import_id = add_import(
                self.ws.connection,
                step_id=self.ws.step_id,
                file_name=name,
                sha256="",
                size=0,
                mapping_id=mapping_id,
                counts=ImportCounts(new=len(brought)),
            )
            measurements.save_measurements(
                self.ws,
                kpi.id or 0,
                [
                    Measurement(period.shift(n), value, None, import_id, f"A{n}")
                    for n, value in enumerate(brought)
                ],
            )

    @rule(place=places)
    def revert(self, place: int) -> None:
        record = pick(read_imports(self.ws.connection), place)
        if record is not None and record.reverted_at is None:
            with self.edit(), self.ws.action(msg("Revert")):
                revert_import(self.ws.connection, record)

    # goals

    def goal(self, place: int) -> Goal | None:
        return pick(goals.goals(self.ws), place)

    def key_result(self, place: int) -> KeyResult | None:
        goal = self.goal(place)
        return None if goal is None else pick(goals.key_results(self.ws, goal.id or 0), place)

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

    def key(self, place: int) -> str | None:
        """A goal or a KPI, as the strategy map calls them."""
        goal, kpi = self.goal(place), self.kpi(place)
        if goal is not None and (place % 2 or kpi is None):
            return goal_key(goal.id)
        return None if kpi is None else kpi_key(kpi.id)

    @rule(cause=places, effect=places, note=names)
    def draw_arrow(self, cause: int, effect: int, note: str) -> None:
        start, end = self.key(cause), self.key(effect)
        if start is not None and end is not None:
            with self.edit():
                causes.save_cause(self.ws, between(start, end, note))

    @rule(place=places, note=names, delete=st.booleans())
    def change_arrow(self, place: int, note: str, delete: bool) -> None:
        arrow = pick(causes.causes(self.ws), place)
        if arrow is not None:
            with self.edit():
                if delete:
                    causes.delete_cause(self.ws, arrow.id or 0)
                else:
                    causes.save_cause(self.ws, replace(arrow, note=note))

    @rule(place=places, perspective=st.none() | st.sampled_from(Perspective))
    def put_under(self, place: int, perspective: Perspective | None) -> None:
        goal, kpi = self.goal(place), self.kpi(place)
        if goal is not None and place % 2:
            with self.edit():
                perspectives.set_goal_perspective(self.ws, goal.id or 0, perspective)
        elif kpi is not None:
            with self.edit():
                perspectives.set_kpi_perspective(self.ws, kpi.id or 0, perspective)

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

    # the focus and growth loops

    @rule(place=places, stage=st.sampled_from(Stage), line=maybe, new=st.booleans(), why=names)
    def choose_focus(
        self, place: int, stage: Stage, line: float | None, new: bool, why: str
    ) -> None:
        kpi, found = self.kpi(place), focus.current_focus(self.ws)
        if kpi is not None:
            chosen = Focus(
                id=None if new or found is None else found.id,
                kpi_id=kpi.id or 0,
                stage=stage,
                line=line,
                since=START,
                why=why,
            )
            with self.edit():
                focus.save_focus(self.ws, chosen)

    @rule(name=names)
    def begin_goal_on_focus(self, name: str) -> None:
        found = focus.current_focus(self.ws)
        if found is not None:
            with self.edit():
                focus.begin_goal(self.ws, focus.read_focus(self.ws, found), name)

    @rule(delete=st.booleans())
    def delete_focus(self, delete: bool) -> None:
        found = focus.current_focus(self.ws)
        with self.edit():
            focus.delete_focus(self.ws, found.id or 0 if found and delete else 0)

    @rule(place=places, name=names, titles=st.lists(names, max_size=3), turn=st.booleans())
    def draw_loop(self, place: int, name: str, titles: list[str], turn: bool) -> None:
        """A new loop, or one there is with more steps or in another order."""
        found, kpi = pick(loops.loops(self.ws), place), self.kpi(place)
        steps = [] if found is None else loops.loop_steps(self.ws, found.id or 0)[:4]
        fresh = [LoopStep(loop_id=0, title=title) for title in titles]
        fresh += [] if kpi is None else [LoopStep(loop_id=0, kpi_id=kpi.id)]
        drawn = GrowthLoop(id=None if found is None else found.id, name=name)
        with self.edit():
            loops.save_loop(self.ws, drawn, [*fresh, *(steps[::-1] if turn else steps)])

    @rule(place=places)
    def delete_loop(self, place: int) -> None:
        found = pick(loops.loops(self.ws), place)
        with self.edit():
            loops.delete_loop(self.ws, 0 if found is None else found.id or 0)

    # the annual wheel

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


TestUndo: Callable[..., None] = UndoMachine.TestCase
TestUndo.settings = settings(  # type: ignore[attr-defined]
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
