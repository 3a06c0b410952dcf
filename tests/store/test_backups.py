"""Copies: whole, verified, never overwritten; which daily ones are kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Person
from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.store import backup_copies as copies_module
from desktop.store.backup_copies import backup_folder, copy_file
from desktop.store.backup_names import backup_copies, daily_name, timed_name, too_many
from desktop.store.company_file import CompanyFile
from desktop.store.daily_copy import copy_of_the_day
from desktop.store.tables import PEOPLE

Usage = namedtuple("Usage", "total used free")


def add(file: CompanyFile, name: str) -> None:
    with file.action(msg("Add")):
        PEOPLE.save(file.connection, Person(name=name))


def names(path: Path) -> list[str]:
    file = CompanyFile.open(path, read_only=True)
    found = [person.name for person in PEOPLE.all(file.connection)]
    file.close()
    return found


def entries(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_copy_is_a_company_file_like_any_other(file: CompanyFile, path: Path) -> None:
    add(file, "Eva")
    target = path.parent / "elsewhere" / "copy.sikte"
    assert copy_file(file.connection, path, target) == target
    add(file, "Ulf")
    assert names(target) == ["Eva"]
    assert entries(target.parent) == ["copy.sikte"]
    copy = CompanyFile.open(target)
    assert copy.undo_label == msg("Add")  # what was done can be undone there as well
    copy.close()


def test_a_copy_never_overwrites(file: CompanyFile, path: Path) -> None:
    target = path.with_name("copy.sikte")
    target.write_text("mine")
    with pytest.raises(FileFault) as fault:
        copy_file(file.connection, path, target)
    assert "never overwrites" in fault.value.message.text
    assert target.read_text() == "mine"
    assert "part" not in " ".join(entries(path.parent))


def test_no_copy_without_room_for_it(
    file: CompanyFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = path.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, size))
    with pytest.raises(FileFault) as fault:
        copy_file(file.connection, path, path.parent / "not there yet" / "copy.sikte")
    assert fault.value.message.values == {"file": path.name, "size": 9}
    assert not (path.parent / "not there yet").exists()


def test_a_name_taken_while_copying(
    file: CompanyFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = path.with_name("copy.sikte")

    def copy_slowly(_source: sqlite3.Connection, _part: Path) -> None:
        target.write_text("somebody else's")

    monkeypatch.setattr(copies_module, "copy_pages", copy_slowly)
    with pytest.raises(FileFault):
        copy_file(file.connection, path, target)
    assert target.read_text() == "somebody else's"


def test_a_place_that_cannot_be_written(file: CompanyFile, path: Path) -> None:
    with pytest.raises(FileFault) as fault:
        copy_file(file.connection, path, path / "copy.sikte")
    assert fault.value.message.values["file"] == "copy.sikte"


def test_a_copy_that_did_not_arrive_whole_is_thrown_away(
    file: CompanyFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies_module, "quick_fault", lambda _: "row 1 missing from index")
    with pytest.raises(FileFault) as fault:
        copy_file(file.connection, path, path.with_name("copy.sikte"))
    assert "not written whole" in fault.value.message.text
    assert entries(path.parent) == sorted([path.name, f".{path.name}.lock"])


class TestNames:
    def test_daily_and_by_hand(self, path: Path) -> None:
        folder = backup_folder(path)
        assert folder == path.with_name("Ärlig & Söner #1 50% backups")
        assert daily_name(path, date(2026, 3, 1)).name == "Ärlig & Söner #1 50% 2026-03-01.sikte"
        moment = datetime(2026, 3, 1, 8, 5, 9).astimezone()
        first = timed_name(path, moment, "before update")
        assert first.name == "Ärlig & Söner #1 50% 2026-03-01 080509 before update.sikte"
        folder.mkdir()
        for expected in ("080509", "080509 2", "080509 3"):
            free = timed_name(path, moment)
            assert free.name == f"Ärlig & Söner #1 50% 2026-03-01 {expected}.sikte"
            free.touch()

    def test_the_list_leaves_out_what_is_not_ours(self, path: Path) -> None:
        folder = backup_folder(path)
        assert backup_copies(path) == []
        folder.mkdir()
        stem = path.stem
        ours = [f"{stem} 2026-03-01.sikte", f"{stem} 2026-03-02 080509.sikte"]
        others = [
            f"{stem} 2026-02-31.sikte",
            f"{stem}.sikte",
            f"{stem} 2026-03-01.txt",
            f"Another {stem} 2026-03-01.sikte",
            f"{stem} notes.sikte",
        ]
        for name in (*ours, *others):
            (folder / name).write_text("four")
        found = backup_copies(path)
        assert [(copy.path.name, copy.day, copy.bytes, copy.daily) for copy in found] == [
            (ours[1], date(2026, 3, 2), 4, False),
            (ours[0], date(2026, 3, 1), 4, True),
        ]


class TestDaily:
    TODAY = date(2026, 3, 10)

    def test_nothing_to_lose_is_not_copied(self, file: CompanyFile, path: Path) -> None:
        assert copy_of_the_day(file.connection, path, self.TODAY) is None
        assert not backup_folder(path).exists()

    def test_once_a_day(self, file: CompanyFile, path: Path) -> None:
        add(file, "Eva")
        first = copy_of_the_day(file.connection, path, self.TODAY)
        assert first == daily_name(path, self.TODAY)
        add(file, "Ulf")
        assert copy_of_the_day(file.connection, path, self.TODAY) is None
        assert first is not None
        assert names(first) == ["Eva"]
        second = copy_of_the_day(file.connection, path, self.TODAY + timedelta(days=1))
        assert second is not None
        assert names(second) == ["Eva", "Ulf"]

    def test_old_daily_copies_are_thinned_and_others_kept(
        self, file: CompanyFile, path: Path
    ) -> None:
        add(file, "Eva")
        folder = backup_folder(path)
        folder.mkdir()
        for days in (200, 201):
            daily_name(path, self.TODAY - timedelta(days=days)).touch()
        by_hand = timed_name(path, datetime(2025, 8, 21, 8, 0).astimezone())
        by_hand.touch()
        copy_of_the_day(file.connection, path, self.TODAY)
        assert {copy.path for copy in backup_copies(path)} == {
            daily_name(path, self.TODAY),
            daily_name(path, date(2025, 8, 21)),
            by_hand,
        }


def kept_after(days: int, path: Path) -> list[date]:
    """What is left when a copy has been made and thinned every day."""
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    start = date(2025, 1, 1)
    for number in range(days):
        today = start + timedelta(days=number)
        daily_name(path, today).touch()
        for copy in too_many(backup_copies(path), today):
            copy.path.unlink()
    return sorted(copy.day for copy in backup_copies(path))


def test_two_years_of_days_leave_days_weeks_and_months(path: Path) -> None:
    kept = kept_after(730, path)
    today = date(2026, 12, 31)
    recent = [day for day in kept if (today - day).days < 14]
    assert recent == [today - timedelta(days=number) for number in range(13, -1, -1)]
    weeks = [day for day in kept if 14 <= (today - day).days < 70]
    assert 8 <= len(weeks) <= 9
    assert len({day.isocalendar()[:2] for day in weeks}) == len(weeks)
    months = {(day.year, day.month) for day in kept if (today - day).days >= 70}
    # every month of the two years still has a copy
    assert months == {(year, month) for year in (2025, 2026) for month in range(1, 13)} - {
        (2026, 11),
        (2026, 12),
    }
    assert len(kept) < 14 + 9 + 24


def test_thinning_needs_no_copies(path: Path) -> None:
    assert too_many([], date(2026, 1, 1)) == []
