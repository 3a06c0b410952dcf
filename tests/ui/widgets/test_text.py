"""Texts take the room that Qt would give them, also after they change."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Text, font
from desktop.ui.widgets.text import Label

_SHORT = "A goal"
_LONG = "A goal in so many words that they do not fit on one line of a narrow page"


def _plain(label: Label) -> QLabel:
    """What Qt makes of the same text, without memory."""
    plain = QLabel(label.text())
    plain.setFont(label.font())
    plain.setWordWrap(True)
    return plain


@pytest.mark.parametrize("width", [90, 200, 900])
def test_a_wrapped_text_is_as_high_as_its_lines(qtbot: QtBot, width: int) -> None:
    label = Label(_LONG, wrap=True)
    qtbot.addWidget(label)
    for _ in range(2):
        assert label.heightForWidth(width) == _plain(label).heightForWidth(width)


def test_the_height_follows_the_text_and_the_font(qtbot: QtBot) -> None:
    label = Label(_SHORT, wrap=True)
    qtbot.addWidget(label)
    low = label.heightForWidth(120)
    label.setText(_LONG)
    high = label.heightForWidth(120)
    assert high == _plain(label).heightForWidth(120) > low
    label.setFont(font(Text.DISPLAY))
    assert label.heightForWidth(120) == _plain(label).heightForWidth(120) > high
