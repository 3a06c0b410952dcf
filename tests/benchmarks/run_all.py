"""Runs the benchmarks, each in a process of its own, and prints one table.

``run_all.py [NAME…]`` runs ``bench_NAME.py``; the exit code is 1 when a limit is passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CHECKOUT = FOLDER.parents[1]


def main(names: list[str]) -> int:
    scripts = sorted(FOLDER.glob("bench_*.py"))
    chosen = [path for path in scripts if not names or path.stem.removeprefix("bench_") in names]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    failed = False
    for number, path in enumerate(chosen):
        command = [sys.executable, "-P", str(path), *(["--no-head"] if number else [])]
        failed |= subprocess.run(command, env=environment, check=False).returncode != 0
    return int(failed or not chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
