"""A hundred full goal sheets in one PDF: the time of each, and whether memory grows with them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from desktop.core.company import Paper
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import pdf_bytes
from tests.benchmarks.result import HEAD, Peak, Result
from tests.sheets.contents import full_goal

SHEETS, KEY_RESULTS, RUNS = 100, 4, 5
EACH = 0.030  # seconds
MOST_MEMORY = 10.0  # megabytes more for ten times as many sheets


def layouts(count: int) -> Iterator[Layout]:
    sheet, words = full_goal(KEY_RESULTS), wording("sv")
    for _ in range(count):
        yield from lay_out(sheet, words)


def seconds(count: int) -> float:
    begun = time.perf_counter()
    pdf_bytes(layouts(count), Paper.A4)
    return time.perf_counter() - begun


def held() -> float:
    """Megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run() -> Iterator[Result | Peak]:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    seconds(SHEETS)
    each = median(seconds(SHEETS) / SHEETS for _ in range(RUNS))
    yield Result(f"Each of {SHEETS} sheets in one PDF", each, EACH, 1.0)
    before = held()
    seconds(10 * SHEETS)
    yield Peak("Memory for ten times as many", held() - before, MOST_MEMORY)


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    outcomes = []
    for outcome in run():
        outcomes.append(outcome)
        print(outcome, flush=True)
    sys.exit(not all(outcome.holds for outcome in outcomes))
