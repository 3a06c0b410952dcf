"""Start-up with the sample company against an empty PySide6 window, from process to painted.

Both windows appear on a screen of their own where Xvfb is there, otherwise offscreen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from tests.benchmarks.result import HEAD, Result
from tests.window.display import Display

RUNS = 11
BARE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.close)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""


def run() -> Result:
    if "QT_QPA_PLATFORM" in os.environ or not shutil.which("Xvfb"):
        return _run({"QT_QPA_PLATFORM": "offscreen"})
    with Display() as display:
        return _run(display.environment)


def _run(screen: dict[str, str]) -> Result:
    from desktop.services.demo import build_demo

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        today = datetime.now().astimezone().date()
        company = build_demo(folder / "demo", language="en", today=today).path
        settings = {
            **screen,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "SIKTE_LANGUAGE": "en",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }
        bare = [sys.executable, "-P", "-c", BARE]
        ours = [sys.executable, "-P", "-m", "desktop", str(company), "--quit-when-shown"]
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for number in range(RUNS + 1):
            for kind, command in (("bare", bare), ("ours", ours)):
                seconds = _timed(command, settings)
                if number:  # the first run only warms the disk
                    times[kind].append(seconds)
    return Result(
        "Start with the sample company", median(times["ours"]), median(times["bare"]), 1.5
    )


def _timed(command: list[str], settings: dict[str, str]) -> float:
    environment = {**os.environ, **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both sides start from compiled files
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True)  # a timeout would wait in steps
    return time.perf_counter() - begun


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    result = run()
    print(result, flush=True)
    sys.exit(not result.holds)
