"""A company file, what is done to it, and what its tables held after each step."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.core.company import Company, Paper, Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.services import (
    company,
    goals,
    kpis,
)
from desktop.services import settings as company_settings
from desktop.services.check import check
from desktop.services.workspace import Workspace
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


class UndoModel(RuleBasedStateMachine):
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

    # what there is to choose from

    def kpi(self, place: int) -> Kpi | None:
        return pick(kpis.kpis(self.ws, archived=True), place)

    def goal(self, place: int) -> Goal | None:
        return pick(goals.goals(self.ws), place)

    def key_result(self, place: int) -> KeyResult | None:
        goal = self.goal(place)
        return None if goal is None else pick(goals.key_results(self.ws, goal.id or 0), place)
