"""The guide as it is met on the Goals page, over a company with two KPIs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.goals.page import GoalsPage
from desktop.ui.guide.guide_view import GuideView
from tests.ui.goals.conftest import orders, page, rating

__all__ = ["orders", "page", "rating"]


class Typist:
    """Types where the cursor is and never touches the mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def types(self, text: str) -> Typist:
        self._qtbot.keyClicks(QApplication.focusWidget(), text)
        return self

    def presses(self, *keys: Qt.Key, with_control: bool = False) -> Typist:
        held = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier(0)
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget(), key, held)
        return self

    def enters(self, times: int = 1) -> Typist:
        return self.presses(*[Qt.Key.Key_Return] * times)

    def escapes(self, times: int = 1) -> Typist:
        return self.presses(*[Qt.Key.Key_Escape] * times)

    def tabs(self, times: int = 1) -> Typist:
        return self.presses(*[Qt.Key.Key_Tab] * times)


@pytest.fixture
def typist(qtbot: QtBot) -> Typist:
    return Typist(qtbot)


@pytest.fixture
def asked(page: GoalsPage) -> Callable[[], str]:
    """What the guide asks now."""

    def read() -> str:
        view = page.guiding.view
        assert isinstance(view, GuideView)
        assert view.question is not None
        return view.question.accessibleName()

    return read
