"""The sample company is built by the real importer, once a day, and can be stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.core.faults import Stopped
from desktop.core.message import Message
from desktop.services.kpis import kpis
from desktop.services.workspace import Workspace
from desktop.ui.start.sample import SampleWork

TODAY = date(2026, 10, 5)


def test_built_once_a_day(tmp_path: Path) -> None:
    told: list[float | None] = []

    def progress(fraction: float | None = None, message: Message | None = None) -> None:
        told.append(fraction)

    path = SampleWork("sv", TODAY, tmp_path)(progress, lambda: False)
    assert told[0] == 0
    assert told[-1] == 1
    with Workspace.open(path) as workspace:
        assert len(kpis(workspace)) > 5
    built = path.stat().st_mtime_ns
    assert SampleWork("sv", TODAY, tmp_path)(progress, lambda: False) == path
    assert path.stat().st_mtime_ns == built


def test_stops_when_asked_and_leaves_no_half_company(tmp_path: Path) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(Stopped):
        SampleWork("en", TODAY, tmp_path)(lambda fraction=None, message=None: None, cancelled)
    assert list(tmp_path.rglob("*.sikte")) == []
