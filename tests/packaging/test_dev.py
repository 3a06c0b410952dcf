"""The newcomer's set-up: what it installs, what it says when it cannot, and that it works once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import dev
import environment
import pytest
import system_packages

CHECKOUT = Path(__file__).resolve().parents[2]


class Commands:
    """Takes the place of ``subprocess.run``: keeps what would have been run."""

    def __init__(self, code: int = 0, then: Callable[[], None] = lambda: None) -> None:
        self.run: list[list[str]] = []
        self._code = code
        self._then = then

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.run.append(command)
        self._then()
        return subprocess.CompletedProcess(command, self._code, stdout="no network", stderr="")


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The signs that are not on this machine."""
    signs = {"Xvfb", "libEGL.so.1"}
    monkeypatch.setattr(system_packages, "_present", lambda sign: sign not in signs)
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    return signs


def test_root_installs_only_what_is_missing(
    missing: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(then=missing.clear)
    monkeypatch.setattr(system_packages.subprocess, "run", commands)
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    system_packages.ensure(system_packages.TEST)
    update, install = commands.run
    assert update[:2] == ["apt-get", "update"]
    assert set(install) >= {"libegl1", "xvfb"}
    assert "openbox" not in install


def test_others_are_told_the_one_command(
    missing: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000)
    with pytest.raises(system_packages.MissingPackages) as told:
        system_packages.ensure(system_packages.TEST)
    assert "sudo apt-get install -y libegl1 xvfb" in str(told.value)


def test_another_distribution_is_told_the_libraries(
    missing: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None)
    with pytest.raises(system_packages.MissingPackages) as told:
        system_packages.ensure(system_packages.WINDOW)
    assert "libEGL.so.1" in str(told.value)


def test_a_failed_download_is_explained(missing: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.subprocess, "run", Commands(code=100))
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    with pytest.raises(system_packages.MissingPackages) as told:
        system_packages.ensure(system_packages.TEST)
    assert "network" in str(told.value)


def test_this_machine_has_what_the_tests_need() -> None:
    system_packages.ensure(system_packages.TEST)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that is up to date."""
    monkeypatch.setattr(environment, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "_STAMP", tmp_path / "made-from.txt")
    (tmp_path / "made-from.txt").write_text(environment._recipe(), "utf-8")
    return tmp_path


def test_a_second_run_runs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(environment.subprocess, "run", commands)
    environment.ensure()
    assert commands.run == []


def test_another_lock_file_installs_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("click==1.0 --hash=sha256:00\n", "utf-8")
    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "_version", lambda: list(sys.version_info[:2]))
    commands = Commands()
    monkeypatch.setattr(environment.subprocess, "run", commands)
    environment.ensure()
    assert any("--require-hashes" in command for command in commands.run)
    commands.run.clear()
    environment.ensure()
    assert commands.run == []


def test_a_failed_installation_is_explained_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "made-from.txt").write_text("something older", "utf-8")
    monkeypatch.setattr(environment, "_version", lambda: list(sys.version_info[:2]))
    monkeypatch.setattr(environment.subprocess, "run", Commands(code=1))
    for _ in range(2):
        with pytest.raises(environment.SetupFailed) as told:
            environment.ensure()
        assert "network" in str(told.value)


def test_an_old_python_without_a_newer_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert dev.main(["setup"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" if "13" in name else None)
    monkeypatch.setattr(dev.subprocess, "run", commands)
    assert dev.main(["run", "x.sikte"]) == 0
    assert commands.run[-1][0] == "/bin/python3.13"
    assert commands.run[-1][-2:] == ["run", "x.sikte"]


def test_without_a_display_the_sample_company_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_prepare", lambda system: None)
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert dev.main(["run"]) == 0
        said = capfd.readouterr().out
        assert "no display" in said
        assert "demo/The Woolly Sock.sikte" in said
        assert "demo/sheets/summary.pdf" in said
