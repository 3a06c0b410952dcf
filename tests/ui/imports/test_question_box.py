"""A question beside the table: all of it can be read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.core.message import msg
from desktop.services.imports import Question
from desktop.ui.imports.question_box import QuestionBox


def test_long_answers_are_broken_into_lines(qtbot: QtBot) -> None:
    text = "Week 1 holds 1 January, and the last week of the year may be short"
    box = QuestionBox(Question("weeks", msg("How?"), (("january", msg(text)),)))
    qtbot.addWidget(box)
    shown = box.buttons["january"].text()
    assert shown.split() == text.split()
    assert max(map(len, shown.splitlines())) <= 40
