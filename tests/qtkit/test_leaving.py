"""The quick end of a process loses nothing that was said or copied."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.window.display import Display

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


def _end(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_code_and_all_texts_arrive() -> None:
    done = _end(_ENDING)
    assert (done.returncode, done.stdout, done.stderr) == (3, "said\n", "warned\n")


def test_qt_hands_over_what_was_copied() -> None:
    copied = _ENDING.replace("leave(3)", "app.clipboard().setText('a chart'); leave(3)")
    with Display() as display:  # only a real screen has a clipboard that is owned
        done = _end(copied, **display.environment)
    assert (done.returncode, done.stdout) == (3, "said\nQt ended\n")


def test_a_program_without_a_console_ends_as_well() -> None:
    silent = _ENDING.replace("leave(3)", "sys.stdout = sys.stderr = None; leave(3)")
    assert _end(silent).returncode == 3
