"""A whole import (read, recognise, suggest, compare, commit) against merely reading the same file.

Every run is a process of its own, ours and the bare ones in turn.  The bare readers are timed
without the start of their process; ours starts a reading process within its time.  The peaks are
those of the window's and the reading process together.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tests.benchmarks.result import HEAD, Peak, Result

RUNS = 7
XLSX_ROWS, CSV_ROWS = 100_000, 1_000_000
NAMES = ("Date", "Order number", "Channel", "Product", "Quantity", "Net sales")
MOST_MEMORY = 300  # MB

OURS = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from desktop.core.company import Company
from desktop.core.kpi_library import read_library
from desktop.core.resources import resource as resource_path
from desktop.services.imports import apply, open_file, preview
from desktop.services.workspace import Workspace

def peak():
    text = Path("/proc/self/status").read_text() if sys.platform == "linux" else ""
    found = [line for line in text.splitlines() if line.startswith("VmHWM")]
    return int(found[0].split()[1]) / 1024 if found else 0.0

library = read_library(resource_path("library"))
with Workspace.create(Path(sys.argv[2]), Company(name="A"), today=lambda: date(2026, 7, 1)) as ws:
    begun = time.perf_counter()
    draft = open_file(ws, Path(sys.argv[1]), library=library)
    rules = draft.chosen()
    changes = preview(ws, draft, rules)
    record = apply(ws, draft, rules)
    seconds = time.perf_counter() - begun
assert record is not None and record.counts.new > 100, record
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps([seconds, peak() + children]))
"""
CALAMINE = """
import sys, time
from python_calamine import CalamineWorkbook
begun = time.perf_counter()
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
print([time.perf_counter() - begun])
"""
OPENPYXL = """
import sys, time
from openpyxl import load_workbook
begun = time.perf_counter()
for row in load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True):
    pass
print([time.perf_counter() - begun])
"""
READER = """
import csv, sys, time
begun = time.perf_counter()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        pass
print([time.perf_counter() - begun])
"""


def orders(count: int) -> Iterator[tuple[date, str, str, str, int, float]]:
    """The lines of a shop's orders over five years, day after day."""
    chance = random.Random(1)
    channels = ("organic", "paid search", "email", "direct", "social")
    for number in range(count):
        yield (
            date(2021, 1, 1) + timedelta(days=number * 1900 // count),
            f"SO-{100_000 + number}",
            chance.choice(channels),
            f"Product {chance.randrange(40)}",
            chance.randint(1, 9),
            round(chance.uniform(50, 2500), 2),
        )


def write_xlsx(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Orders")
    sheet.append(NAMES)
    for row in orders(XLSX_ROWS):
        sheet.append(row)
    book.save(path)


def write_csv(path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(NAMES)
        writer.writerows(orders(CSV_ROWS))


def timed(code: str, *arguments: Path) -> list[float]:
    """What a run in a process of its own prints: its seconds, and its peak if it tells."""
    command = [sys.executable, "-P", "-c", code, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[float] = json.loads(done.stdout)
    return found


def run(folder: Path) -> Iterator[Result | Peak]:
    xlsx, text = folder / "orders.xlsx", folder / "orders.csv"
    write_xlsx(xlsx)
    write_csv(text)
    times: dict[str, list[float]] = {"xlsx": [], "csv": [], "calamine": [], "reader": []}
    peaks = {"xlsx": 0.0, "csv": 0.0}
    for number in range(RUNS):
        for kind, path, bare, code in (
            ("xlsx", xlsx, "calamine", CALAMINE),
            ("csv", text, "reader", READER),
        ):
            times[bare] += timed(code, path)
            seconds, peak = timed(OURS, path, folder / f"{kind}{number}.sikte")
            times[kind].append(seconds)
            peaks[kind] = max(peaks[kind], peak)
    whole = median(times["xlsx"])
    yield Result("Import of 100,000 rows of xlsx / calamine", whole, median(times["calamine"]), 2.0)
    yield Result("Import of 100,000 rows of xlsx / openpyxl", whole, *timed(OPENPYXL, xlsx), 0.25)
    yield Peak("Memory of that import", peaks["xlsx"], MOST_MEMORY)
    yield Result(
        "Import of 1,000,000 rows of csv / csv.reader",
        median(times["csv"]),
        median(times["reader"]),
        3.0,
    )
    yield Peak("Memory of that import", peaks["csv"], MOST_MEMORY)


if __name__ == "__main__":
    if "--no-head" not in sys.argv:
        print(HEAD)
    holds = True
    with tempfile.TemporaryDirectory() as name:
        for outcome in run(Path(name)):
            print(outcome, flush=True)
            holds = holds and outcome.holds
    sys.exit(not holds)
