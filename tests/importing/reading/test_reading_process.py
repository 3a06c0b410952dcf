"""The reading process: how it is started, what it says, and that it leaves nothing behind."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.faults import FileFault
from desktop.importing.reading import child_process
from desktop.importing.reading.child_process import FROZEN_ARGUMENT
from desktop.importing.reading.frames import read_frames
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.read import read

ROOT = Path(child_process.__file__).parents[3]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "söt – tabell.csv"
    path.write_text("Dag;Värde\n2026-01-01;5\n")
    return path


def test_a_bundled_program_is_its_own_reading_process(table: Path) -> None:
    arguments = [FROZEN_ARGUMENT, Limits().to_json(), "fast", "", str(table)]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments], cwd=ROOT, capture_output=True, check=True
    )
    events = [f["event"] for f in read_frames(io.BytesIO(done.stdout)) if isinstance(f, dict)]
    assert events == ["workbook", "sheet", "progress", "end", "done"]


def test_it_loads_neither_qt_nor_numpy_nor_openpyxl() -> None:
    code = (
        "import sys, desktop.importing.reading.child, desktop.importing.reading.fast_reader, "
        "desktop.importing.reading.careful_reader; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"PySide6", "numpy", "openpyxl", "sqlite_utils", "sqlite3", "pyqtgraph"}


def test_names_with_any_letters(table: Path) -> None:
    workbook = read(table)
    assert workbook.name == "söt – tabell.csv"
    assert workbook.sheets[0].row(1) == ("2026-01-01", "5")


def test_a_path_is_never_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "--help").write_text("a;b\n1;2\n")
    monkeypatch.chdir(tmp_path)
    assert read("--help").sheets[0].height == 2


def test_a_process_that_cannot_read_says_nothing_dangerous(
    table: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of ours in the process is logged with its traceback and told in a sentence."""
    broken = Limits(cells="many")  # type: ignore[arg-type]
    with caplog.at_level(logging.WARNING), pytest.raises(FileFault, match="fail"):
        read(table, limits=broken)
    assert "TypeError" in caplog.text


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets a line of shell run in place of the reading process."""

    def stands_in(line: str) -> None:
        script = tmp_path / "stand-in.sh"
        script.write_text(f"#!/bin/sh\n{line}\n")
        script.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(script))

    return stands_in


def test_a_process_that_writes_rubbish_is_one_that_died(
    table: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in("printf 'not a frame at all, only words'")
    with pytest.raises(FileFault, match="fail"):
        read(table)


def test_a_process_that_says_nothing_is_stopped(
    table: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in("exec sleep 60")
    with pytest.raises(FileFault, match="too long"):
        read(table, limits=Limits(wall=0.3))


def test_limits_cross_the_boundary_whole() -> None:
    limits = Limits(part=1, cpu=2, wall=3.5)
    assert Limits.from_json(limits.to_json()) == limits
    assert json.loads(limits.to_json())["cpu"] == 2
