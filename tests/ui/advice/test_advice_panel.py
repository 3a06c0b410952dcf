"""The panel of advice: three in view, all on demand, dismissing with a reason, by keyboard too."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.core.advice import Advice, AdviceKind, Part, Place
from desktop.core.goal import Goal
from desktop.core.message import msg
from desktop.services.advice import advice
from desktop.services.goals import save_goal
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_panel import AdvicePanel
from desktop.ui.advice.advice_row import AdviceRow, DismissedRow
from desktop.ui.advice.all_advice_dialog import AllAdviceDialog
from desktop.ui.advice.dismiss_dialog import DismissDialog
from tests.ui.conftest import freed

LEFT = Qt.MouseButton.LeftButton


def fill(workspace: Workspace, count: int) -> None:
    """Goals without KPI and without owner: two pieces of advice each."""
    for number in range(1, count + 1):
        save_goal(workspace, Goal(statement=f"Goal {number}", start=date(2026, 1, 1)))


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> Iterator[AdvicePanel]:
    fill(workspace, 2)
    made = AdvicePanel(workspace)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.refresh()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def rows(panel: AdvicePanel | AllAdviceDialog) -> list[AdviceRow]:
    return [row for row in panel.rows.rows() if isinstance(row, AdviceRow)]


def dismissed(panel: AdvicePanel | AllAdviceDialog) -> list[DismissedRow]:
    return [row for row in panel.rows.rows() if isinstance(row, DismissedRow)]


def asked(panel: AdvicePanel | AllAdviceDialog) -> DismissDialog:
    found = panel.findChild(DismissDialog)
    assert isinstance(found, DismissDialog)
    return found


def dismiss_first(qtbot: QtBot, panel: AdvicePanel, reason: str = "We share it.") -> None:
    qtbot.mouseClick(rows(panel)[0].dismiss, LEFT)
    dialog = asked(panel)
    qtbot.keyClicks(dialog.reason, reason)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_with_nothing_to_say_there_is_no_panel(qtbot: QtBot, workspace: Workspace) -> None:
    panel = AdvicePanel(workspace)
    qtbot.addWidget(panel)
    panel.refresh()
    assert panel.isHidden()
    fill(workspace, 1)
    panel.refresh()
    assert not panel.isHidden()


def test_three_are_in_view_the_most_important_first(panel: AdvicePanel) -> None:
    assert [row.accessibleName().split(". ")[0] for row in rows(panel)] == [
        "No number shows whether “Goal 1” is getting there",
        "No number shows whether “Goal 2” is getting there",
        "Nobody owns “Goal 1”",
    ]
    assert panel.show_all.text() == "Show all 4"
    assert panel.accessibleName() == "Advice"


def test_a_row_says_what_its_buttons_are_about(panel: AdvicePanel) -> None:
    row = rows(panel)[2]
    assert (row.go.text(), row.dismiss.text()) == ("Choose an owner", "Dismiss …")
    for button in (row.go, row.dismiss):
        assert button.accessibleDescription() == "Nobody owns “Goal 1”."
    assert row.accessibleName().endswith("Let one person or team carry it.")


def test_its_action_is_passed_on(qtbot: QtBot, panel: AdvicePanel) -> None:
    opened: list[Advice] = []
    panel.opened.connect(opened.append)
    qtbot.mouseClick(rows(panel)[0].go, LEFT)
    assert [piece.goal_ids for piece in opened] == [(1,)]


def test_it_is_dismissed_with_a_reason(
    qtbot: QtBot, panel: AdvicePanel, workspace: Workspace
) -> None:
    dismiss_first(qtbot, panel)
    assert [row.advice.goal_ids for row in rows(panel)] == [(2,), (1,), (2,)]
    (item,) = advice(workspace).dismissed
    assert item.dismissal.reason == "We share it."
    assert panel.show_all.text() == "1 dismissed"


def test_without_a_reason_it_is_not_dismissed(
    qtbot: QtBot, panel: AdvicePanel, workspace: Workspace
) -> None:
    qtbot.mouseClick(rows(panel)[0].dismiss, LEFT)
    dialog = asked(panel)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.reason.accessibleDescription() == "Write why it does not apply."
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert advice(workspace).dismissed == ()


def test_all_of_it_by_keyboard(qtbot: QtBot, panel: AdvicePanel, workspace: Workspace) -> None:
    """Show all, dismiss the last one, and the next has the keyboard."""
    panel.show_all.setFocus()
    qtbot.keyClick(panel.show_all, Qt.Key.Key_Space)
    dialog = panel.findChild(AllAdviceDialog)
    assert isinstance(dialog, AllAdviceDialog)
    assert len(rows(dialog)) == 4
    last = rows(dialog)[3]
    last.dismiss.setFocus()
    qtbot.keyClick(last.dismiss, Qt.Key.Key_Space)
    question = asked(dialog)
    assert question.focusWidget() is question.reason
    qtbot.keyClicks(question.reason, "We share it.")
    qtbot.keyClick(question.reason, Qt.Key.Key_Return)
    assert len(rows(dialog)) == 3
    (row,) = dismissed(dialog)
    assert row.accessibleName().endswith("Dismissed on 5 October 2026: We share it.")
    assert dialog.focusWidget() is row.back  # it stands where the other was
    qtbot.keyClick(row.back, Qt.Key.Key_Space)
    assert len(rows(dialog)) == 4
    assert dismissed(dialog) == []
    assert advice(workspace).dismissed == ()
    assert panel.show_all.text() == "Show all 4"


def test_an_action_closes_the_list_of_all(qtbot: QtBot, panel: AdvicePanel) -> None:
    opened: list[Advice] = []
    panel.opened.connect(opened.append)
    qtbot.mouseClick(panel.show_all, LEFT)
    dialog = panel.findChild(AllAdviceDialog)
    assert isinstance(dialog, AllAdviceDialog)
    rows(dialog)[3].go.click()
    assert not dialog.isVisible()
    assert [piece.goal_ids for piece in opened] == [(2,)]


def test_when_all_is_dismissed_it_can_still_be_found(qtbot: QtBot, panel: AdvicePanel) -> None:
    for _ in range(4):
        dismiss_first(qtbot, panel)
    assert rows(panel) == []
    assert not panel.isHidden()
    assert panel.show_all.text() == "4 dismissed"
    qtbot.mouseClick(panel.show_all, LEFT)
    dialog = panel.findChild(AllAdviceDialog)
    assert isinstance(dialog, AllAdviceDialog)
    assert len(dismissed(dialog)) == 4


def test_the_dialogs_are_freed_when_they_close(
    qtbot: QtBot, panel: AdvicePanel, qapp: QApplication
) -> None:
    qtbot.mouseClick(panel.show_all, LEFT)
    dialog = panel.findChild(AllAdviceDialog)
    assert dialog is not None
    reference: weakref.ref = weakref.ref(dialog)
    dialog.reject()
    del dialog
    assert freed(reference, qapp)
    qtbot.mouseClick(rows(panel)[0].dismiss, LEFT)
    question = asked(panel)
    reference = weakref.ref(question)
    question.reject()
    del question
    assert freed(reference, qapp)


def test_in_a_file_that_is_only_read_nothing_is_dismissed(
    qtbot: QtBot, workspace: Workspace, company_file: Path
) -> None:
    fill(workspace, 1)
    workspace.close()
    with Workspace.open(company_file, read_only=True) as reading:
        panel = AdvicePanel(reading)
        qtbot.addWidget(panel)
        panel.refresh()
        assert not any(row.dismiss.isEnabled() for row in rows(panel))
        assert all(row.go.isEnabled() for row in rows(panel))


def test_in_a_file_that_is_only_read_the_library_is_not_opened(qtbot: QtBot) -> None:
    leads = Advice(
        kind=AdviceKind.PHASE,
        subject="awareness",
        message=msg("Nothing leads."),
        why=msg("So it is."),
        place=Place("kpis", part=Part.LIBRARY),
    )
    for may_change in (True, False):
        row = AdviceRow(leads, action="Choose a KPI", may_change=may_change)
        qtbot.addWidget(row)
        assert row.go.isEnabled() is may_change


def test_of_a_goal_only_its_own(qtbot: QtBot, panel: AdvicePanel) -> None:
    panel.show_goal(2)
    assert [row.advice.goal_ids for row in rows(panel)] == [(2,), (2,)]
    assert panel.show_all.isHidden()
    panel.show_goal(None)  # a new one
    assert panel.isHidden()
