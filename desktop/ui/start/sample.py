"""Builds the sample company in the background, in a folder of the program's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.core.faults import Stopped
from desktop.core.message import Message
from desktop.qtkit.tasks import Cancelled, Progress, Task, TaskLane
from desktop.qtkit.wording import tr


class SampleWork:
    """The sample company of one day, whose numbers end the day before; built once a day, so that
    what somebody tries out in it is still there an hour later."""

    def __init__(self, language: str, today: date, folder: Path) -> None:
        self._language, self._today = language, today
        self._folder = folder / f"{today.isoformat()} {language}"

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Path:
        built = next(self._folder.glob("*.sikte"), None)
        if built is not None:
            return built
        from desktop.services.demo import build_demo

        def tell(fraction: float | None = None, message: Message | None = None) -> None:
            if cancelled():
                raise Stopped
            progress(fraction, message)

        result = build_demo(self._folder, language=self._language, today=self._today, progress=tell)
        return result.path


def build_sample(tasks: TaskLane, language: str, done: Callable[[Path], None]) -> Task:
    """Begin; ``done`` gets the path of the company file."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    folder = Path(QStandardPaths.writableLocation(place)) / "sample"
    today = datetime.now().astimezone().date()
    return tasks.start(
        tr("Building the sample company"), SampleWork(language, today, folder), done=done
    )
