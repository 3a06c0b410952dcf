"""Builds the sample company, in the background, in a folder of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate

from desktop.qtkit.tasks import Cancelled, Progress, Task, TaskLane
from desktop.qtkit.wording import tr


class _SampleWork:
    """Free of Qt, since it runs on the background thread."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Path:
        from desktop.services.demo import build_demo

        folder = Path(tempfile.mkdtemp(prefix="sikte-"))
        today = QDate.currentDate().toPython()
        result = build_demo(folder, language=self._language, today=today, progress=progress)
        return Path(result.path)


def build_sample(tasks: TaskLane, language: str, done: Callable[[Path], None]) -> Task:
    """Begin; ``done`` gets the path of the company file."""
    return tasks.start(tr("Building the sample company"), _SampleWork(language), done=done)
