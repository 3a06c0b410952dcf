"""The Import page in a window of the usual size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.context import AppContext
from desktop.ui.imports.page import ImportsPage


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> Iterator[ImportsPage]:
    page = ImportsPage(context)
    qtbot.addWidget(page)
    page.resize(1080, 800)
    page.show()
    yield page
    context.tasks.close()
