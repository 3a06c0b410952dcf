"""The program as it is started: it shows the file, and loads what is heavy only when needed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.goal import Goal, KeyResult
from desktop.services.goals import save_goal, save_key_result
from desktop.services.workspace import Workspace
from tests.conftest import CHECKOUT

_STARTED = """
import sys
from desktop.app import run
code = run(sys.argv[1:])
heavy = {"numpy", "pyqtgraph", "openpyxl", "python_calamine", "sqlite_utils", "simpleeval"}
heavy |= {"tomllib"}
heavy |= {f"desktop.core.{name}" for name in ("forecast", "advice_situation", "glossary")}
heavy |= {f"desktop.services.{name}" for name in ("plans", "this_week", "links", "goals", "kpis")}
print(sorted(heavy & set(sys.modules)), "desktop.ui.overview.page" in sys.modules)
sys.exit(code)
"""


def started(tmp_path: Path, *arguments: str, language: str = "sv") -> str:
    """What a run of the program prints; it must end well and say nothing else."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "SIKTE_LANGUAGE": language,
    }
    done = subprocess.run(
        [sys.executable, "-c", _STARTED, *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("language", ["sv", "xx"])
def test_a_file_is_shown_without_anything_heavy(tmp_path: Path, language: str) -> None:
    path = tmp_path / "Bageriet.sikte"
    with Workspace.create(path, Company(name="Bageriet")) as workspace:
        for number in range(6):  # too many, which is said at once
            goal = save_goal(workspace, Goal(statement=f"{number}", start=date(2026, 1, 1)))
            save_key_result(workspace, KeyResult(goal_id=goal.id or 0, title="Opened"))
    said = started(tmp_path, str(path), "--quit-when-shown", language=language)
    assert said == "[] True"
    with Workspace.open(path) as workspace:  # it was let go of
        assert workspace.name == "Bageriet"


def test_the_first_page_is_shown_without_a_file(tmp_path: Path) -> None:
    assert started(tmp_path, "--quit-when-shown") == "[] False"


def test_a_file_that_is_gone_leads_to_the_first_page(tmp_path: Path) -> None:
    assert started(tmp_path, str(tmp_path / "gone.sikte"), "--quit-when-shown") == "[] False"
