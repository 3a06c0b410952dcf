"""The screen that tests of the real window run on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.display import Display


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A screen; its last picture is kept beside the test's files."""
    with Display(1280, 800) as display:
        yield display
        display.picture(tmp_path / "last.png")
