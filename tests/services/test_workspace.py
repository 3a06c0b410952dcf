"""The workspace: events, undo labels, daily copies, second workspaces, the clock."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company, Person
from desktop.core.faults import FileInUse, NotAllowed
from desktop.core.message import msg
from desktop.services.backup import backup_folder, backups, daily_copy
from desktop.services.company import people, save_company, save_person
from desktop.services.history import steps
from desktop.services.overview import overview
from desktop.services.workspace import ChangeEvent, Workspace

DAY = timedelta(days=1)


class TestEvents:
    def test_each_action_is_one_event_after_the_commit(self, ws: Workspace, path: Path) -> None:
        seen: list[tuple[frozenset[str], int]] = []

        def note(event: ChangeEvent) -> None:
            other = sqlite3.connect(path)  # another connection sees what is committed
            (count,) = other.execute("SELECT count(*) FROM person").fetchone()
            other.close()
            seen.append((event.tables, count))

        unsubscribe = ws.subscribe(note)
        with ws.action(msg("Two people")):
            save_person(ws, Person(name="Eva"))
            save_person(ws, Person(name="Ulf"))
        assert seen == [(frozenset({"person"}), 2)]
        ws.undo()
        ws.redo()
        assert seen[1:] == [(frozenset({"person"}), 0), (frozenset({"person"}), 2)]
        unsubscribe()
        unsubscribe()  # twice does no harm
        save_person(ws, Person(name="Kim"))
        assert len(seen) == 3

    def test_what_changes_nothing_is_no_event(self, ws: Workspace) -> None:
        seen: list[ChangeEvent] = []
        ws.subscribe(seen.append)
        eva = save_person(ws, Person(name="Eva"))
        save_person(ws, eva)
        ws.redo()
        with pytest.raises(NotAllowed):
            save_person(ws, Person(name=" "))
        assert len(seen) == 1
        assert ws.changed == {"person"}

    def test_a_subscriber_may_leave_while_it_is_told(self, ws: Workspace) -> None:
        seen: list[str] = []

        def once(_event: ChangeEvent) -> None:
            seen.append("once")
            leave()

        leave = ws.subscribe(once)
        ws.subscribe(lambda _: seen.append("always"))
        save_person(ws, Person(name="Eva"))
        save_person(ws, Person(name="Ulf"))
        assert seen == ["once", "always", "always"]


class TestUndo:
    def test_labels_name_what_was_done(self, ws: Workspace) -> None:
        assert ws.undo_label is None
        assert ws.undo() is None
        save_person(ws, Person(name="Eva"))
        assert ws.undo_label == msg("Add {name}", name="Eva")
        assert ws.undo() == msg("Add {name}", name="Eva")
        assert ws.redo_label == msg("Add {name}", name="Eva")
        assert ws.redo() == msg("Add {name}", name="Eva")
        assert ws.redo() is None

    def test_the_company_itself_cannot_be_undone_away(self, ws: Workspace) -> None:
        save_company(ws, Company(name="Nya AB"))
        assert ws.name == "Nya AB"
        ws.undo()
        ws.undo()
        assert ws.name == "Ärlig AB"

    def test_the_list_of_steps(self, ws: Workspace) -> None:
        save_person(ws, Person(name="Eva"))
        save_person(ws, Person(name="Ulf"))
        ws.undo()
        assert [(step.label.values["name"], step.undone) for step in steps(ws)] == [
            ("Ulf", True),
            ("Eva", False),
        ]
        assert len(steps(ws, most=1)) == 1


class TestSecond:
    def test_a_thread_works_on_its_own_connection(self, ws: Workspace) -> None:
        seen: list[ChangeEvent] = []
        ws.subscribe(seen.append)
        changed: list[frozenset[str]] = []

        def work() -> None:
            with ws.second() as second:
                assert second.today() == ws.today()
                save_person(second, Person(name="Eva"))
                changed.append(second.changed)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert seen == []
        ws.announce(ChangeEvent(changed[0]))
        assert seen == [ChangeEvent(frozenset({"person"}))]
        assert [person.name for person in people(ws)] == ["Eva"]
        assert ws.undo() == msg("Add {name}", name="Eva")

    def test_the_file_is_free_when_all_are_closed(self, ws: Workspace, path: Path) -> None:
        second = ws.second()
        ws.close()
        with pytest.raises(FileInUse):
            Workspace.open(path)
        second.close()
        Workspace.open(path).close()


def test_a_read_only_workspace(ws: Workspace, path: Path) -> None:
    with Workspace.open(path, read_only=True) as reader:
        assert reader.read_only
        assert reader.name == "Ärlig AB"
        with pytest.raises(NotAllowed):
            save_person(reader, Person(name="Eva"))
    assert not ws.read_only


def test_the_clock_is_the_computers_unless_one_is_given(path: Path) -> None:
    with Workspace.create(path, Company(name="AB")) as ws:
        now = datetime.now().astimezone().date()
        assert ws.today() in (now, now + DAY)


class TestDailyCopies:
    """A copy is made at the first change of a day, of the file as it was before."""

    @pytest.fixture
    def clock(self) -> list[date]:
        return [date(2026, 7, 15)]

    @pytest.fixture
    def day_by_day(self, path: Path, clock: list[date]) -> Workspace:
        return Workspace.create(path, Company(name="AB"), today=lambda: clock[0])

    def test_a_new_file_has_nothing_to_lose(self, day_by_day: Workspace, path: Path) -> None:
        with day_by_day as ws:
            save_person(ws, Person(name="Eva"))
            save_person(ws, Person(name="Ulf"))
        assert not backup_folder(path).exists()

    def test_one_a_day(self, day_by_day: Workspace, path: Path, clock: list[date]) -> None:
        with day_by_day as ws:
            save_person(ws, Person(name="Eva"))
            clock[0] += DAY
            save_person(ws, Person(name="Ulf"))
            save_person(ws, Person(name="Kim"))
            (copy,) = backups(ws)
            assert copy.day == date(2026, 7, 16)
            with Workspace.open(copy.path, read_only=True) as old:
                assert [person.name for person in people(old)] == ["Eva"]
            clock[0] += DAY
            assert daily_copy(ws) is not None
            assert daily_copy(ws) is None
            assert len(backups(ws)) == 2

    def test_a_window_opened_twice_a_day_copies_once(
        self, day_by_day: Workspace, path: Path, clock: list[date]
    ) -> None:
        day_by_day.close()
        for name in ("Eva", "Ulf", "Kim"):
            with Workspace.open(path, today=lambda: clock[0]) as ws:
                save_person(ws, Person(name=name))
                assert len(backups(ws)) == (0 if name == "Eva" else 1)

    def test_no_copy_keeps_nobody_from_work_but_is_told(
        self, day_by_day: Workspace, path: Path, clock: list[date]
    ) -> None:
        with day_by_day as ws:
            save_person(ws, Person(name="Eva"))
            clock[0] += DAY
            backup_folder(path).write_text("in the way of the folder")
            save_person(ws, Person(name="Ulf"))
            assert len(people(ws)) == 2
            assert ws.copy_fault is not None
            (need,) = overview(ws).needs
            assert need.page == "settings"
            assert need.message.values["reason"] == ws.copy_fault.message
            backup_folder(path).unlink()
            clock[0] += DAY
            save_person(ws, Person(name="Kim"))
            assert ws.copy_fault is None
            assert overview(ws).needs == ()
