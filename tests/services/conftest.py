"""A workspace on a new company file, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.services.workspace import Workspace

TODAY = date(2026, 7, 15)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Ärlig.sikte"


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    with Workspace.create(path, Company(name="Ärlig AB"), today=lambda: TODAY) as workspace:
        yield workspace
