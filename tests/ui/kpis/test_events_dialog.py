"""Marking what happened to a KPI."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Kpi
from desktop.services.kpi_events import kpi_events
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.kpis.events_dialog import EventsDialog


@pytest.fixture
def kpi(workspace: Workspace) -> Kpi:
    return save_kpi(workspace, Kpi(name="Orders of the shop"))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(parent: QWidget, workspace: Workspace, kpi: Kpi) -> EventsDialog:
    made = EventsDialog(parent, workspace, kpi, date(2026, 3, 2))
    made.open()
    return made


def removers(dialog: EventsDialog) -> list[QAbstractButton]:
    return [
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.accessibleName() == "Remove “New web shop”" and button.isVisible()
    ]


def test_an_event_is_marked_by_keyboard_and_removed(
    qtbot: QtBot, workspace: Workspace, kpi: Kpi, dialog: EventsDialog
) -> None:
    qtbot.keyClicks(dialog.title, "New web shop")
    dialog.rebase.setChecked(True)
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    (event,) = kpi_events(workspace, kpi.id or 0)
    assert (event.day, event.title, event.rebase) == (date(2026, 3, 2), "New web shop", True)
    assert dialog.isVisible()
    assert dialog.title.text() == ""
    qtbot.waitUntil(lambda: len(removers(dialog)) == 1)
    removers(dialog)[0].click()
    assert kpi_events(workspace, kpi.id or 0) == []
    workspace.undo()
    assert kpi_events(workspace, kpi.id or 0) == [event]


def test_without_words_nothing_is_marked(
    qtbot: QtBot, workspace: Workspace, kpi: Kpi, dialog: EventsDialog
) -> None:
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert kpi_events(workspace, kpi.id or 0) == []
    assert dialog.fault.text() == "Say in a few words what happened."
    dialog.title.setText("Strike")
    dialog.day.setText("31 Feb")
    dialog.on_confirmed()
    assert kpi_events(workspace, kpi.id or 0) == []
    assert dialog.fault.text() == "Write the day as year-month-day."
