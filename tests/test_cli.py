"""The command line: words, exit codes, files, and that no traceback is shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import COMMANDS, main

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Company.sikte"
    assert main(["new", str(path), "--name", "Åsa & Co", "--currency", "dkk"]) == 0
    return path


def sikte(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, without a display."""
    clean = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-P", "-m", "desktop", *arguments],
        env={**clean, "SIKTE_LANGUAGE": "en", "PYTHONPATH": str(CHECKOUT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_help_lists_every_command() -> None:
    done = sikte("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert "Usage: sikte" in capsys.readouterr().out


def test_help_needs_neither_the_window_nor_the_services() -> None:
    ask = (
        "import sys; from desktop.cli import main; main(['--help']);"
        "print([n for n in sys.modules if n.startswith(('desktop.s', 'desktop.ui', 'sqlite'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    from desktop import __version__

    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


def test_new_writes_what_was_asked_for(tmp_path: Path) -> None:
    from desktop.services.company import company
    from desktop.services.workspace import Workspace

    path = tmp_path / "Sockor.sikte"
    options = ["--name", "Sockor AB", "--language", "sv", "--currency", "EUR", "--year-start", "5"]
    assert main(["new", str(path), *options]) == 0
    with Workspace.open(path) as workspace:
        found = company(workspace)
    assert (found.name, found.language, found.currency) == ("Sockor AB", "sv", "EUR")
    assert found.year_start == 5


def test_new_never_replaces_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["new", str(file), "--name", "Other"]) == 1
    assert "exists already" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["new", "x.sikte"],
        ["new", "x.sikte", "--name", " "],
        ["new", "x.sikte", "--name", "A", "--currency", "kronor"],
        ["new", "x.sikte", "--name", "A", "--year-start", "13"],
        ["status"],
        ["status", "x.sikte", "--loudly"],
        ["frobnicate"],
        ["--language", "klingon", "status", "x.sikte"],
        ["recognise", "x.csv", "--answer", "comma"],
    ],
)
def test_wrong_usage(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert "Error" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["status"], ["check"], ["backup"], ["recognise"]], ids=lambda words: words[0]
)
@pytest.mark.parametrize("content", [None, b"", b"This is no company file, nor a table\x00\xff"])
def test_a_file_that_cannot_be_used_is_said_in_one_line(
    arguments: list[str], content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "broken.sikte"
    if content is not None:
        path.write_bytes(content)
    done = sikte(*arguments, str(path))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "broken.sikte" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_window_without_a_display(file: Path) -> None:
    for arguments in ([], [str(file)], ["--quit-when-shown"]):
        done = sikte(*arguments)
        assert done.returncode == 1
        assert "no display" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_the_window_opens_and_closes(file: Path) -> None:
    config = str(file.parent / "config")
    done = sikte(
        str(file), "--quit-when-shown", QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=config
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_company_file_that_is_not_there(tmp_path: Path) -> None:
    done = sikte(str(tmp_path / "none.sikte"))
    assert done.returncode == 1
    assert "none.sikte" in done.stderr


def test_status_of_an_empty_company(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["status", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Åsa & Co" in said
    assert "no active goal" in said
    assert main(["status", str(file), "--json"]) == 0
    expected = {"company": "Åsa & Co", "as_of": None, "goals": []}
    assert json.loads(capsys.readouterr().out) == expected


def test_check_of_a_whole_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(file)]) == 0
    assert "Company.sikte is whole." in capsys.readouterr().out


def test_check_finds_a_damaged_page(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 6000] = b"\x55" * 6000
    file.write_bytes(content)
    assert main(["check", str(file)]) == 1
    assert capsys.readouterr().err.strip()


def test_backup(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sikte"
    assert main(["backup", str(file), "-o", str(copy)]) == 0
    assert main(["check", str(copy)]) == 0
    assert main(["backup", str(file), "-o", str(copy)]) == 1
    assert main(["backup", str(file)]) == 0


def test_status_while_the_window_has_the_file(file: Path) -> None:
    from desktop.services.workspace import Workspace

    with Workspace.open(file):
        assert main(["status", str(file)]) == 0
        assert main(["check", str(file)]) == 0


def test_recognise_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "shop.csv"
    rows = "".join(f"2026-{month:02}-01;{month * 1000},50\n" for month in range(1, 7))
    table.write_text(f"Datum;Försäljning kr\n{rows}", "utf-8")
    assert main(["recognise", str(table), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"file", "tables", "questions", "warnings"}
    (seen,) = found["tables"]
    assert (seen["layout"], seen["header_row"]) == ("long", 1)
    assert (seen["first_row"], seen["last_row"]) == (2, 7)
    assert seen["period"]["column"] == "Datum"
    assert (seen["period"]["first"], seen["period"]["last"]) == ("2026-01-01", "2026-06-01")
    sales = seen["columns"][1]
    assert (sales["name"], sales["role"], sales["count"]) == ("Försäljning kr", "value", 6)
    assert sales["sum"] == pytest.approx(21003.0)


def test_recognise_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "shop.csv"
    table.write_text("Date,Sales\n03/04/2026,10\n05/06/2026,20\n", "utf-8")
    assert main(["recognise", str(table)]) == 0
    said = capsys.readouterr().out
    assert "Sales" in said
    assert "--answer" in said


def test_a_bug_is_reported_without_a_traceback(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret number 42")

    monkeypatch.setattr("desktop.services.overview.overview", broken)
    assert main(["status", str(file)]) == 1
    said = capsys.readouterr().err
    assert "fault in Sikte" in said
    assert "Traceback" not in said
    assert "secret number 42" not in said


def test_the_language_before_the_command(file: Path) -> None:
    english = sikte("status", str(file))
    assert "There is no active goal yet." in english.stdout
    other = sikte("--language", "sv", "status", str(file), SIKTE_LANGUAGE="")
    assert other.returncode == 0
    assert "There is no active goal yet." not in other.stdout


def test_the_language_of_the_system(file: Path) -> None:
    danish = sikte("status", str(file), SIKTE_LANGUAGE="", LC_ALL="da_DK.UTF-8")
    chosen = sikte("status", str(file), SIKTE_LANGUAGE="da")
    assert danish.stdout == chosen.stdout
