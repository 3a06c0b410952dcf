"""How an import feels: how soon cancelling is answered, and how long the window stands still.

Cancelling: a file of 1,000,000 lines and one of 100,000 rows are imported with a flag that is
looked at but never set; the longest time between two looks is the longest wait.  The window: the
same workbook is imported in the real window, offscreen, while a timer of one millisecond runs; its
longest gap is the longest standstill.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.core.company import Company
from desktop.core.kpi_library import read_library
from desktop.core.resources import resource
from desktop.core.stopping import stoppable
from desktop.qtkit.preferences import Preferences
from desktop.services.imports import imports, open_file, preview
from desktop.services.workspace import Workspace
from desktop.ui.imports.import_flow import CHANGES, ImportFlow
from desktop.ui.imports.page import ImportsPage
from desktop.ui.shell.main_window import MainWindow
from tests.benchmarks.bench_import import write_csv, write_xlsx
from tests.benchmarks.result import HEAD, Result

SOON, SMOOTH = 0.5, 0.05  # seconds
PATIENCE = 60.0


class Looks:
    """A flag that is never set, and the longest time that nobody looked at it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()

    def __call__(self) -> bool:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        return False


def longest_wait(workspace: Workspace, path: Path) -> float:
    library = read_library(resource("library"))
    looks = Looks()
    with stoppable(looks):
        draft = open_file(workspace, path, cancelled=looks, library=library)
        preview(workspace, draft, draft.chosen())
    looks()
    return looks.longest


class Ticks:
    """A timer of one millisecond that notes its longest gap."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(1)

    def _on_timeout(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    begun = time.perf_counter()
    while not until():
        app.processEvents()
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError


def longest_standstill(company: Path, path: Path) -> float:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    window = MainWindow(Preferences())
    window.begin(company)
    window.show()
    window.show_page("imports")
    page = window.findChild(ImportsPage)
    assert page is not None
    wait(app, lambda: not page.context.tasks.busy)
    ticks = Ticks()
    page.open_files([path])
    wait(app, lambda: page.flow is not None)
    flow = page.flow
    assert isinstance(flow, ImportFlow)
    while flow.stepper.current != CHANGES:
        flow.next_button.click()
        wait(app, lambda: flow.next_button.isEnabled() and not page.context.tasks.busy)
    flow.next_button.click()
    wait(app, lambda: page.flow is None and not page.context.tasks.busy)
    assert imports(page.context.workspace)
    window.close()
    return ticks.longest


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    holds = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        xlsx, text = folder / "orders.xlsx", folder / "orders.csv"
        write_xlsx(xlsx)
        write_csv(text)
        file = folder / "A.sikte"
        with Workspace.create(file, Company(name="A"), today=lambda: date(2026, 7, 1)) as workspace:
            waits = [longest_wait(workspace, path) for path in (xlsx, text)]
        for outcome in (
            Result("Cancelling an import / half a second", max(waits), SOON, 1.0),
            Result("Window while importing / 50 ms", longest_standstill(file, xlsx), SMOOTH, 1.0),
        ):
            print(outcome, flush=True)
            holds = holds and outcome.holds
    sys.exit(not holds)
