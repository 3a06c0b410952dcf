"""A second instance is told who holds the file, and a killed one leaves it free."""

from __future__ import annotations

import getpass
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import FileFault, FileInUse
from desktop.store.company_file import CompanyFile
from desktop.store.file_lock import FileLock

HOLD = """
import sys
from pathlib import Path
from desktop.store.company_file import CompanyFile
from desktop.core.message import msg
file = CompanyFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
file.close()
"""


@pytest.fixture
def closed(path: Path) -> Path:
    CompanyFile.create(path, Company(name="Ärlig & Söner")).close()
    return path


@pytest.fixture
def other(closed: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open until it reads a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(closed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def test_another_process_is_named(closed: Path, other: subprocess.Popen[str]) -> None:
    before = closed.read_bytes()
    with pytest.raises(FileInUse) as refused:
        CompanyFile.open(closed)
    values = refused.value.message.values
    assert values["file"] == closed.name
    assert values["user"] == getpass.getuser()
    assert values["computer"] == socket.gethostname()
    since = values["since"]
    assert isinstance(since, datetime)
    assert timedelta() <= datetime.now(UTC) - since < timedelta(minutes=1)
    assert closed.read_bytes() == before


def test_the_file_is_free_when_the_other_process_closes_it(
    closed: Path, other: subprocess.Popen[str]
) -> None:
    other.communicate("\n", timeout=30)
    CompanyFile.open(closed).close()
    assert [entry.name for entry in closed.parent.iterdir()] == [closed.name]


def test_a_killed_process_leaves_the_file_free(closed: Path, other: subprocess.Popen[str]) -> None:
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    assert closed.with_name(f".{closed.name}.lock").exists()  # what it left behind
    CompanyFile.open(closed).close()


def test_reading_needs_no_lock(closed: Path, other: subprocess.Popen[str]) -> None:
    file = CompanyFile.open(closed, read_only=True)
    assert file.connection.execute("SELECT name FROM company").fetchone() == ("Ärlig & Söner",)
    file.close()


def test_a_second_window_of_the_same_process_is_refused(closed: Path) -> None:
    first = CompanyFile.open(closed)
    with pytest.raises(FileInUse):
        CompanyFile.open(closed)
    first.close()
    CompanyFile.open(closed).close()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"user": "eva", "host": "dator", "since": "in spring"}']
)
def test_a_lock_file_that_says_nothing_still_locks(path: Path, text: str) -> None:
    lock = FileLock(path)
    lock.take()
    path.with_name(f".{path.name}.lock").write_text(text)
    with pytest.raises(FileInUse) as refused:
        FileLock(path).take()
    assert refused.value.message.values == {"file": path.name}
    lock.release()


def test_without_a_user_name_the_lock_still_tells_where(path: Path) -> None:
    lock = FileLock(path)
    lock.take()
    told = {"user": "", "host": "dator", "since": "2026-03-01T08:00:00+00:00"}
    path.with_name(f".{path.name}.lock").write_text(json.dumps(told))
    with pytest.raises(FileInUse) as refused:
        FileLock(path).take()
    assert refused.value.message.values["user"] == "?"
    assert refused.value.message.values["since"] == datetime(2026, 3, 1, 8, tzinfo=UTC)
    lock.release()


def test_a_lock_file_removed_by_its_holder_just_now_is_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The holder may remove its lock file between our opening and our locking of it."""
    from desktop.store import file_lock

    taken = []

    def remove_first(file: object) -> None:
        if not taken:
            path.with_name(f".{path.name}.lock").unlink()
        taken.append(file)

    monkeypatch.setattr(file_lock, "lock", remove_first)
    lock = FileLock(path)
    lock.take()
    assert len(taken) == 2
    assert lock.holder() is not None
    lock.release()


def test_a_disk_that_cannot_lock_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.store import file_lock

    def no_locks(_file: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(file_lock, "lock", no_locks)
    with pytest.raises(FileFault) as refused:
        FileLock(path).take()
    assert refused.value.message.values["reason"] == "Operation not supported"
    assert not isinstance(refused.value, FileInUse)


def test_on_a_full_disk_the_lock_holds_without_a_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int, _text: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    lock = FileLock(path)
    lock.take()
    with pytest.raises(FileInUse):
        FileLock(path).take()
    lock.release()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileFault):
        FileLock(tmp_path / "none" / "a.sikte").take()


def test_the_lock_is_shared_with_background_connections(closed: Path) -> None:
    first = CompanyFile.open(closed)
    second = first.second()
    first.close()
    first.close()  # twice does no harm
    with pytest.raises(FileInUse):
        CompanyFile.open(closed)
    second.close()
    CompanyFile.open(closed).close()
