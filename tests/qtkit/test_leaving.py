"""The quick end of a process loses nothing that was said, and Qt ends in order."""

from __future__ import annotations

import os
import subprocess
import sys

_ENDING = """
import sys
from PySide6.QtGui import QGuiApplication
from desktop.qtkit.leaving import leave
app = QGuiApplication([])
app.destroyed.connect(lambda: sys.stdout.write("Qt ended\\n"))
print("said")
print("warned", file=sys.stderr)
leave(3)
"""


def test_the_code_and_all_texts_arrive_and_qt_ends_first() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ENDING],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, "said\nQt ended\n", "warned\n")


def test_a_program_without_a_console_ends_as_well() -> None:
    silent = _ENDING.replace("leave(3)", "sys.stdout = sys.stderr = None; leave(3)")
    silent = silent.replace("app.destroyed", "app.aboutToQuit")
    done = subprocess.run(
        [sys.executable, "-c", silent],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
    )
    assert done.returncode == 3
