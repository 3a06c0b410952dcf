"""Advice in the editor of a KPI: beside what it is about, with a way to the field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.advice import AdviceKind
from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Kpi, Phase
from desktop.services.advice import advice
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_row import AdviceRow
from desktop.ui.advice.dismiss_dialog import DismissDialog
from desktop.ui.kpis.editor.kpi_editor import KpiEditor

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def leads(workspace: Workspace) -> Kpi:
    """A KPI with no definition and no values, and a target past its capacity."""
    saved = save_kpi(workspace, Kpi(name="Leads", capacity=100.0, phase=Phase.ENGAGEMENT))
    result = KeyResult(goal_id=0, kpi_id=saved.id, target=150.0, comparison=Comparison.PER_PERIOD)
    save_goal_whole(workspace, Goal(statement="More", start=date(2026, 1, 1)), [result], (), {})
    return saved


def opened(qtbot: QtBot, workspace: Workspace, kpi: Kpi) -> KpiEditor:
    editor = KpiEditor(None, workspace, kpi)
    qtbot.addWidget(editor)
    editor.open()
    return editor


def row(editor: KpiEditor, kind: AdviceKind) -> AdviceRow:
    found = next(row for row in editor.advice.rows.rows() if row.advice.kind is kind)
    assert isinstance(found, AdviceRow)
    return found


def test_what_is_said_of_the_kpi_stands_above_its_fields(
    qtbot: QtBot, workspace: Workspace, leads: Kpi
) -> None:
    editor = opened(qtbot, workspace, leads)
    assert [row.advice.kind for row in editor.advice.rows.rows()] == [
        AdviceKind.CAPACITY,
        AdviceKind.NO_VALUES,
        AdviceKind.PHASE,
    ]
    assert editor.advice.show_all.text() == "Show all 4"


def test_each_action_leads_to_its_field(qtbot: QtBot, workspace: Workspace, leads: Kpi) -> None:
    editor = opened(qtbot, workspace, leads)
    fields: dict[AdviceKind, QWidget] = {
        AdviceKind.CAPACITY: editor.place.capacity,
        AdviceKind.NO_VALUES: editor.place.source,
    }
    for kind, field in fields.items():
        qtbot.mouseClick(row(editor, kind).go, LEFT)
        assert editor.focusWidget() is field
    qtbot.mouseClick(row(editor, AdviceKind.PHASE).go, LEFT)
    focus = editor.focusWidget()
    assert focus is editor.place.leading or editor.place.leading.isAncestorOf(focus)


def test_a_kpi_that_only_flatters_can_be_archived(qtbot: QtBot, workspace: Workspace) -> None:
    flattering = save_kpi(workspace, Kpi(name="Followers", definition="On the last day."))
    save_goal_whole(workspace, Goal(statement="More", start=date(2026, 1, 1)), (), (), {})
    editor = opened(qtbot, workspace, flattering)
    editor.naming.definition.setFocus()
    qtbot.mouseClick(row(editor, AdviceKind.VANITY).go, LEFT)
    held = editor.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text().strip() == "Archive"


def test_it_is_dismissed_from_there(qtbot: QtBot, workspace: Workspace, leads: Kpi) -> None:
    editor = opened(qtbot, workspace, leads)
    qtbot.mouseClick(row(editor, AdviceKind.CAPACITY).dismiss, LEFT)
    dialog = editor.findChild(DismissDialog)
    assert isinstance(dialog, DismissDialog)
    qtbot.keyClicks(dialog.reason, "Two more people come in May.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert [item.advice.kind for item in advice(workspace).dismissed] == [AdviceKind.CAPACITY]
    assert all(row.advice.kind is not AdviceKind.CAPACITY for row in editor.advice.rows.rows())


def test_a_new_kpi_hears_nothing(qtbot: QtBot, workspace: Workspace, leads: Kpi) -> None:
    assert opened(qtbot, workspace, Kpi(name="")).advice.isHidden()
