"""Notices stay long enough, do what they offer, and keep out of the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.context import NoticeAction
from desktop.ui.shell import notice as module
from desktop.ui.shell.notice import Notice


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    return host


def test_it_floats_above_the_lower_edge_and_follows_it(host: QWidget) -> None:
    notice = Notice(host, "Saved 12 values", "good")
    assert notice.geometry().bottom() < 600
    assert notice.geometry().center().x() == pytest.approx(450, abs=2)
    host.resize(700, 400)
    assert notice.geometry().bottom() < 400
    assert notice.geometry().center().x() == pytest.approx(350, abs=2)


def test_long_words_wrap_within_the_page(host: QWidget) -> None:
    notice = Notice(host, "The file could not be written because the disk is full. " * 6, "bad")
    assert notice.width() <= 640
    assert notice.height() > 80


def test_it_does_what_it_offers_and_goes(host: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    notice = Notice(host, "Deleted", "info", NoticeAction("Undo", lambda: done.append("undone")))
    with qtbot.waitSignal(notice.dismissed):
        qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["undone"]


def test_it_closes(host: QWidget, qtbot: QtBot) -> None:
    notice = Notice(host, "Deleted")
    with qtbot.waitSignal(notice.dismissed):
        qtbot.mouseClick(notice.findChild(QToolButton), Qt.MouseButton.LeftButton)


def test_it_goes_by_itself_unless_it_is_bad(
    host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SHOWN_FOR", 30)
    good = Notice(host, "Saved", "good")
    bad = Notice(host, "The disk is full", "bad")
    with qtbot.waitSignal(good.dismissed), qtbot.assertNotEmitted(bad.dismissed, wait=100):
        pass


def test_no_page_that_is_shown_later_covers_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pages = QStackedWidget(window)
    pages.resize(800, 600)
    window.resize(800, 600)
    pages.addWidget(QWidget())
    later = pages.addWidget(QWidget())
    window.show()
    notice = Notice(pages, "Saved", "good")
    pages.setCurrentIndex(later)
    found = window.childAt(notice.geometry().center())
    assert found is not None
    assert found is notice or notice.isAncestorOf(found)
