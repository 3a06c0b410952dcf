"""A process that is killed in the middle of a change loses nothing that it had acknowledged."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.store.company_file import CompanyFile
from desktop.store.integrity import database_faults
from desktop.store.tables import PEOPLE

START = """
import sys
from pathlib import Path
from desktop.core.company import Person
from desktop.core.message import msg
from desktop.store.company_file import CompanyFile
from desktop.store.tables import PEOPLE
file = CompanyFile.open(Path(sys.argv[1]))
"""
WORK_ON = """
number = 0
while True:
    number += 1
    with file.action(msg("Add")):
        for part in range(20):
            PEOPLE.save(file.connection, Person(name=f"{number}/{part}"))
    print(number, flush=True)
"""
STOP_HALFWAY = """
file.connection.execute("PRAGMA cache_spill = ON")
file.connection.execute("PRAGMA cache_size = 2")  # so that pages reach the disk before the commit
with file.action(msg("Add")):
    for number in range(5000):
        PEOPLE.save(file.connection, Person(name="x" * 50))
    print("halfway", flush=True)
    sys.stdin.readline()
"""


def killed(path: Path, work: str, after: float) -> list[str]:
    """What a process said before it was killed, some time after its first line."""
    process = subprocess.Popen(
        [sys.executable, "-c", START + work, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline()]
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    return said + rest.splitlines()


@pytest.fixture
def closed(path: Path) -> Path:
    CompanyFile.create(path, Company(name="AB")).close()
    return path


@pytest.mark.parametrize("after", [0.0, 0.013, 0.027, 0.051])
def test_what_was_acknowledged_is_there(closed: Path, after: float) -> None:
    acknowledged = int(killed(closed, WORK_ON, after)[-1])
    file = CompanyFile.open(closed)
    count = len(PEOPLE.all(file.connection))
    assert count % 20 == 0  # whole steps only
    assert acknowledged <= count // 20 <= acknowledged + 1
    file.undo()
    assert len(PEOPLE.all(file.connection)) == count - 20
    file.close()
    assert database_faults(closed) == []


def test_a_file_left_in_the_middle_of_a_write_is_put_right(closed: Path) -> None:
    assert killed(closed, STOP_HALFWAY, 0) == ["halfway\n"]
    journal = closed.with_name(f"{closed.name}-journal")
    assert journal.exists()
    before = closed.read_bytes(), journal.read_bytes()
    with pytest.raises(FileFault) as fault:
        CompanyFile.open(closed, read_only=True)
    assert "in the middle of a change" in fault.value.message.text
    assert (closed.read_bytes(), journal.read_bytes()) == before
    file = CompanyFile.open(closed)
    assert PEOPLE.all(file.connection) == []
    assert file.undo_label is None
    file.close()
    assert not journal.exists()
    assert database_faults(closed) == []


def test_another_journal_mode_is_set_back(closed: Path) -> None:
    """WAL keeps what was changed in a second file, which people do not copy."""
    connection = sqlite3.connect(closed)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    file = CompanyFile.open(closed)
    assert file.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    file.close()
    assert [entry.name for entry in closed.parent.iterdir()] == [closed.name]
