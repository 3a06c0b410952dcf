"""How an import feels: how soon cancelling is answered, and how long the window stands still.

Cancelling: a file of 1,000,000 lines, one of 100,000 rows and some of odd shapes are imported with
a flag that is looked at but never set; the longest time between two looks is the longest wait.
So it is while 36,500 values are written.  The window: the workbook is imported in the real window,
offscreen, while a timer of one millisecond runs; its longest gap is the longest standstill.
"""

from __future__ import annotations

import csv
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.core.company import Company
from desktop.core.kpi_library import read_library
from desktop.core.period import Cadence
from desktop.core.resources import resource
from desktop.core.stopping import stoppable
from desktop.qtkit.preferences import Preferences
from desktop.services.imports import TableRule, apply, imports, open_file, preview
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


def write_wide(path: Path) -> None:
    """2,000 rows over 3,000 days."""
    chance = random.Random(2)
    days = [date(2015, 1, 1) + timedelta(days=number) for number in range(3000)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Product", *days])
        for number in range(2000):
            writer.writerow([f"Product {number}", *(chance.randint(0, 900) for _ in days)])


def write_undated(path: Path) -> None:
    """600,000 rows, of which a third has no date."""
    chance = random.Random(3)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Date", "Order number", "Channel", "Net sales"])
        for number in range(600_000):
            day = date(2021, 1, 1) + timedelta(days=number // 330) if number % 3 else ""
            amount = round(chance.uniform(1, 900), 2)
            writer.writerow([day, f"SO-{number}", chance.choice(("web", "shop")), amount])


def write_ledger(path: Path) -> None:
    """300,000 postings in debit and credit."""
    chance = random.Random(4)
    accounts = (1510, 1930, 2440, 2611, 3001, 3041, 4010, 5010, 6110, 7010)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Datum", "Ver", "Konto", "Text", "Debet", "Kredit"])
        for number in range(300_000):
            day = date(2023, 1, 1) + timedelta(days=number // 280)
            amount = f"{chance.uniform(10, 9000):.2f}".replace(".", ",")
            sides = (amount, "") if number % 2 else ("", amount)
            account = chance.choice(accounts)
            writer.writerow([day, f"A{number // 2}", account, f"Faktura {number}", *sides])


def write_days(path: Path) -> None:
    """20 years of days, with five figures each."""
    chance = random.Random(5)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Date", "Sales", "Orders", "Sessions", "New customers", "Returns"])
        for number in range(7300):
            day = date(2006, 1, 1) + timedelta(days=number)
            writer.writerow([day, *(chance.randint(1, 900) for _ in range(5))])


def longest_wait_writing(workspace: Workspace, path: Path) -> float:
    """The longest time without a look while every day of every column is written."""
    draft = open_file(workspace, path, library=read_library(resource("library")))
    rules = []
    for table, rule in ((each.table, each.rule) for each in draft.chosen()):
        assert rule.new_kpi is not None
        daily = replace(rule.new_kpi, cadence=Cadence.DAY)
        rules.append(TableRule(table, replace(rule, new_kpi=daily)))
    preview(workspace, draft, rules)
    looks = Looks()
    with stoppable(looks):
        record = apply(workspace, draft, rules)
    looks()
    assert record is not None
    assert record.counts.new == 36_500
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
    gc.collect()
    gc.freeze()  # as the program does once its window is up
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
            for write in (write_wide, write_undated, write_ledger):
                odd = folder / f"{write.__name__}.csv"
                write(odd)
                waits.append(longest_wait(workspace, odd))
            days = folder / "days.csv"
            write_days(days)
            written = longest_wait_writing(workspace, days)
        fresh = folder / "B.sikte"
        Workspace.create(fresh, Company(name="B"), today=lambda: date(2026, 7, 1)).close()
        for outcome in (
            Result("Cancelling an import / half a second", max(waits), SOON, 1.0),
            Result("Cancelling what is written / half a second", written, SOON, 1.0),
            Result("Window while importing / 50 ms", longest_standstill(fresh, xlsx), SMOOTH, 1.0),
        ):
            print(outcome, flush=True)
            holds = holds and outcome.holds
    sys.exit(not holds)
