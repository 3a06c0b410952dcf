"""Opening and making company files, and what the disk may do to them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.core.company import Company, Paper, Person
from desktop.core.faults import FileFault, FileInUse, NewerFile, NotAllowed
from desktop.core.message import msg
from desktop.store.company_file import CompanyFile
from desktop.store.company_table import read_company
from desktop.store.schema import APPLICATION_ID, DATA_TABLES, VERSIONS
from desktop.store.tables import PEOPLE

ADD = msg("Add somebody")


def add(file: CompanyFile, name: str) -> Person:
    with file.action(ADD):
        return PEOPLE.save(file.connection, Person(name=name))


def add_and_fail(file: CompanyFile, name: str) -> None:
    with file.action(msg("Fail")):
        PEOPLE.save(file.connection, Person(name=name))
        raise LookupError


def add_many(file: CompanyFile) -> None:
    with file.action(ADD):
        for number in range(2000):
            PEOPLE.save(file.connection, Person(name=f"Person {number}"))


def names(file: CompanyFile) -> list[str]:
    return [person.name for person in PEOPLE.all(file.connection)]


def closed_file(path: Path) -> bytes:
    CompanyFile.create(path, Company(name="AB")).close()
    return path.read_bytes()


class TestNew:
    def test_it_is_a_company_file_that_other_programs_can_tell(self, path: Path) -> None:
        company = Company(
            name="AB", language="da", currency="DKK", year_start=7, paper=Paper.LETTER
        )
        CompanyFile.create(path, company).close()
        connection = sqlite3.connect(path)

        def pragma(name: str) -> object:
            return connection.execute(f"PRAGMA {name}").fetchone()[0]

        assert pragma("application_id") == APPLICATION_ID == int.from_bytes(b"SKTE")
        assert pragma("user_version") == len(VERSIONS)
        assert pragma("journal_mode") == "delete"
        assert pragma("integrity_check") == "ok"
        assert read_company(connection) == company
        applied = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
        assert {name for (name,) in applied} == {version.name for version in VERSIONS}
        connection.close()

    def test_every_table_is_strict_and_none_is_forgotten(self, file: CompanyFile) -> None:
        tables = {
            name: strict
            for _, name, kind, _, _, strict in file.connection.execute("PRAGMA main.table_list")
            if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
        }
        assert set(tables) == {*DATA_TABLES, "step", "change"}
        assert all(tables.values())

    def test_each_connection_keeps_foreign_keys_and_syncs_fully(self, file: CompanyFile) -> None:
        second = file.second()
        for connection in (file.connection, second.connection):
            assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        second.close()

    def test_a_name_that_is_taken_is_left_alone(self, path: Path) -> None:
        path.write_text("mine")
        with pytest.raises(FileFault):
            CompanyFile.create(path, Company(name="AB"))
        assert path.read_text() == "mine"

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileFault):
            CompanyFile.create(tmp_path / "none" / "a.sikte", Company(name="AB"))

    def test_what_fails_leaves_nothing_behind(self, path: Path) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            CompanyFile.create(path, Company(name=" "))
        assert list(path.parent.iterdir()) == []

    def test_nothing_can_be_undone(self, file: CompanyFile) -> None:
        assert file.undo_label is None
        assert file.redo_label is None
        assert file.undo() is None
        assert file.redo() is None


class TestOpen:
    def test_it_changes_no_byte_and_leaves_no_file(self, path: Path) -> None:
        before = closed_file(path)
        CompanyFile.open(path).close()
        CompanyFile.open(path, read_only=True).close()
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]

    def test_a_relative_path(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        closed_file(path)
        monkeypatch.chdir(path.parent)
        file = CompanyFile.open(Path(path.name))
        monkeypatch.chdir("/")
        add(file, "Eva")
        assert names(file) == ["Eva"]
        file.close()

    @pytest.mark.parametrize("read_only", [False, True])
    def test_missing(self, path: Path, read_only: bool) -> None:
        with pytest.raises(FileFault) as fault:
            CompanyFile.open(path, read_only=read_only)
        assert "is not there" in fault.value.message.text
        assert list(path.parent.iterdir()) == []

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(FileFault) as fault:
            CompanyFile.open(tmp_path)
        assert "is a folder" in fault.value.message.text

    def test_below_a_file(self, path: Path) -> None:
        closed_file(path)
        with pytest.raises(FileFault) as fault:
            CompanyFile.open(path / "a.sikte")
        assert fault.value.message.values["reason"] == "Not a directory"

    @pytest.mark.parametrize(
        ("spoil", "told"),
        [
            (lambda good: b"", "is empty"),
            (lambda good: b"Datum;Belopp\n2026-01-01;100\n" * 50, "is damaged or is not"),
            (lambda good: good[: len(good) // 2], "is damaged or is not"),
            (lambda good: good[:1000], "is damaged or is not"),
            (lambda good: good[:4096] + b"\xff" * (len(good) - 4096), "is damaged or is not"),
            (lambda good: good[:-4096] + b"\x0d" * 4096, "is damaged or is not"),
        ],
        ids=["empty", "text", "half", "less than a page", "overwritten", "last page"],
    )
    @pytest.mark.parametrize("read_only", [False, True])
    def test_damaged(
        self, path: Path, spoil: Callable[[bytes], bytes], told: str, read_only: bool
    ) -> None:
        spoilt = spoil(closed_file(path))
        path.write_bytes(spoilt)
        with pytest.raises(FileFault) as fault:
            CompanyFile.open(path, read_only=read_only)
        assert told in fault.value.message.text
        assert path.read_bytes() == spoilt
        assert list(path.parent.iterdir()) == [path]

    def test_another_programs_database(self, path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE a (b)")
        connection.close()
        before = path.read_bytes()
        with pytest.raises(FileFault) as fault:
            CompanyFile.open(path)
        assert "not a company file of Sikte" in fault.value.message.text
        assert path.read_bytes() == before

    def test_a_newer_file_is_read_and_stays_byte_for_byte(self, path: Path) -> None:
        file = CompanyFile.create(path, Company(name="Framtiden"))
        add(file, "Eva")
        file.close()
        connection = sqlite3.connect(path)
        connection.execute("ALTER TABLE person ADD COLUMN nickname TEXT")
        connection.execute(f"PRAGMA user_version = {len(VERSIONS) + 1}")
        connection.close()
        before = path.read_bytes()
        with pytest.raises(NewerFile):
            CompanyFile.open(path)
        CompanyFile.open(path, read_only=True).close()
        file = CompanyFile.open(path, read_only=True)
        assert names(file) == ["Eva"]
        with pytest.raises(NotAllowed):
            add(file, "Ulf")
        file.close()
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]


class TestReadOnly:
    def test_nothing_can_be_changed(self, path: Path) -> None:
        closed_file(path)
        file = CompanyFile.open(path, read_only=True)
        assert file.read_only
        for change in (file.undo, file.redo, lambda: add(file, "Eva"), lambda: file.step_id):
            with pytest.raises(NotAllowed):
                change()
        assert file.undo_label is None
        assert file.redo_label is None
        with pytest.raises(sqlite3.OperationalError):
            file.connection.execute("DELETE FROM company")
        second = file.second()
        assert second.read_only
        assert read_company(second.connection).name == "AB"
        second.close()
        file.close()


class TestActions:
    def test_an_action_tells_the_tables_that_it_changed(self, file: CompanyFile) -> None:
        with file.action(ADD) as action:
            PEOPLE.save(file.connection, Person(name="Eva"))
            assert file.in_action
        assert action.tables == {"person"}
        assert not file.in_action

    def test_what_fails_is_rolled_back_whole(self, file: CompanyFile) -> None:
        add(file, "Eva")
        with pytest.raises(LookupError):
            add_and_fail(file, "Ulf")
        assert names(file) == ["Eva"]
        add(file, "Kim")  # and the next one works
        assert names(file) == ["Eva", "Kim"]

    def test_an_action_inside_another_joins_it(self, file: CompanyFile) -> None:
        with file.action(msg("Outer")) as outer:
            add(file, "Eva")
            add(file, "Ulf")
        assert outer.tables == {"person"}
        assert file.undo_label == msg("Outer")
        file.undo()
        assert names(file) == []

    def test_an_inner_action_that_fails_takes_only_its_own_back(self, file: CompanyFile) -> None:
        with file.action(ADD):
            PEOPLE.save(file.connection, Person(name="Eva"))
            with pytest.raises(LookupError):
                add_and_fail(file, "Ulf")
        assert names(file) == ["Eva"]

    def test_a_change_outside_an_action_is_a_bug_and_fails(self, file: CompanyFile) -> None:
        with pytest.raises(sqlite3.OperationalError):
            PEOPLE.save(file.connection, Person(name="Eva"))
        assert names(file) == []
        add(file, "Ulf")
        with pytest.raises(sqlite3.OperationalError):
            PEOPLE.save(file.connection, Person(name="Eva"))
        assert names(file) == ["Ulf"]

    def test_a_first_action_that_fails_leaves_the_next_recorded(self, file: CompanyFile) -> None:
        with pytest.raises(LookupError):
            add_and_fail(file, "Ulf")
        add(file, "Eva")
        file.undo()
        assert names(file) == []

    def test_there_is_no_step_outside_an_action(self, file: CompanyFile) -> None:
        with pytest.raises(RuntimeError):
            _ = file.step_id

    def test_a_full_disk_saves_nothing_and_says_so(self, file: CompanyFile, path: Path) -> None:
        add(file, "Eva")
        pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
        file.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FileFault) as fault:
            add_many(file)
        assert "disk is full" in fault.value.message.text
        assert names(file) == ["Eva"]
        file.connection.execute("PRAGMA max_page_count = 100000")
        add(file, "Ulf")
        assert names(file) == ["Eva", "Ulf"]

    def test_a_full_disk_within_an_inner_action(self, file: CompanyFile) -> None:
        pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
        file.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FileFault), file.action(ADD):
            add_many(file)
        assert names(file) == []

    def test_a_transaction_that_sqlite_has_ended_itself(self, file: CompanyFile) -> None:
        """As it does when the disk fills up or fails in the middle of a write."""

        def end_in_the_middle() -> None:
            with file.action(ADD):
                PEOPLE.save(file.connection, Person(name="Eva"))
                file.connection.execute("ROLLBACK")
                raise LookupError

        with pytest.raises(LookupError):
            end_in_the_middle()
        with pytest.raises(LookupError), file.action(ADD):
            end_in_the_middle()
        assert names(file) == []
        add(file, "Ulf")
        assert names(file) == ["Ulf"]

    def test_a_file_that_was_replaced_under_our_hands(self, file: CompanyFile, path: Path) -> None:
        """As programs that keep folders in step do; our edits would vanish with the old file."""
        add(file, "Eva")
        copy = path.with_name("copy")
        shutil.copy(path, copy)
        copy.replace(path)
        with pytest.raises(FileFault) as fault:
            add(file, "Ulf")
        assert "moved or replaced" in fault.value.message.text

    def test_a_second_connection_sees_and_makes_changes(self, file: CompanyFile) -> None:
        add(file, "Eva")
        second = file.second()
        add(second, "Ulf")
        second.close()
        assert names(file) == ["Eva", "Ulf"]
        file.undo()
        assert names(file) == ["Eva"]

    def test_a_second_connection_that_fails_leaves_the_lock_as_it_was(
        self, file: CompanyFile, path: Path
    ) -> None:
        moved = path.rename(path.with_name("moved"))
        with pytest.raises(FileFault):
            file.second()
        moved.rename(path)
        file.close()
        CompanyFile.open(path).close()

    def test_a_long_action_elsewhere_does_not_keep_the_window_waiting(
        self, file: CompanyFile
    ) -> None:
        file.connection.execute("PRAGMA busy_timeout = 0")
        second = file.second()
        second.connection.execute("PRAGMA cache_size = 2")
        with second.action(ADD):
            for number in range(3000):
                PEOPLE.save(second.connection, Person(name=f"Person {number}"))
            assert names(file) == []
        assert len(names(file)) == 3000
        second.close()

    def test_a_busy_file_says_so(self, file: CompanyFile, monkeypatch: pytest.MonkeyPatch) -> None:
        second = file.second()
        second.connection.execute("PRAGMA busy_timeout = 10")
        with file.action(ADD), pytest.raises(FileFault) as fault:
            add(second, "Ulf")
        assert "busy" in fault.value.message.text
        second.close()


# Root may write anywhere, so permissions are tried by a process of another user.
AS_NOBODY = """
import os, sys
from pathlib import Path
from desktop.core.faults import FileFault
from desktop.store.company_file import CompanyFile
from desktop.store.company_table import read_company
path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    CompanyFile.open(path)
except FileFault as fault:
    print(fault.message.text)
print(read_company(CompanyFile.open(path, read_only=True).connection).name)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may reach."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "told"),
    [(0o444, 0o777, "is write-protected"), (0o644, 0o555, "folder of {file} cannot be written")],
    ids=["file", "folder"],
)
def test_what_may_only_be_read(
    open_folder: Path, file_mode: int, folder_mode: int, told: str
) -> None:
    path = open_folder / "a.sikte"
    before = closed_file(path)
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    run = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    fault, name = run.stdout.splitlines()
    assert told in fault
    assert name == "AB"
    open_folder.chmod(0o777)
    assert path.read_bytes() == before


def test_a_file_in_use_is_not_touched(path: Path) -> None:
    file = CompanyFile.create(path, Company(name="AB"))
    before = path.read_bytes()
    with pytest.raises(FileInUse):
        CompanyFile.open(path)
    assert path.read_bytes() == before
    file.close()


def test_a_write_protected_file_is_told_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_file(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileFault) as fault:
        CompanyFile.open(path)
    assert "write-protected" in fault.value.message.text
