"""The lock file, the reasons for dependencies, and the list of licences."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import licences

CHECKOUT = Path(__file__).resolve().parents[2]
LOCK = (CHECKOUT / "packaging" / "requirements.lock").read_text("utf-8")
PROJECT = (CHECKOUT / "pyproject.toml").read_text("utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_locked_package_has_one_version_and_hashes() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.+!]+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_lock_names_no_server() -> None:
    assert "://" not in LOCK


def test_the_lock_holds_every_dependency() -> None:
    locked = {normal(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
    project = tomllib.loads(PROJECT)["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {normal(re.match(r"[\w.-]+", need).group()) for need in wanted} <= locked


def test_every_dependency_has_its_reason() -> None:
    block = PROJECT[PROJECT.index("\ndependencies = [") : PROJECT.index("[project.scripts]")]
    lines = [line for line in block.splitlines() if line.startswith('    "')]
    plain = {"hypothesis", "mypy", "pytest", "pytest-cov", "pytest-timeout", "pytest-xdist", "ruff"}
    for line in lines:
        name = re.match(r'\s*"([\w.-]+)', line).group(1)
        assert "  # " in line or name in plain, line


def test_the_list_of_licences_is_that_of_the_installed_packages() -> None:
    assert licences.LIST.read_text("utf-8") == licences.text()


def test_no_package_is_under_a_licence_that_binds_ours() -> None:
    names = re.findall(r"\*\*: ([^.]+)\.", licences.text())
    for name in names:
        assert "AGPL" not in name
        assert "GPL" not in name.replace("LGPL", "") or "LGPL" in name, name
