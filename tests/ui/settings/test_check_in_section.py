"""How often goals are checked in on and whether the pulse is asked, as the settings show it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.check_in import Rhythm
from desktop.services.check_ins import rhythm
from desktop.services.settings import CHECK_IN_PULSE, read
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.settings.check_in_section import CheckInSection


def test_each_choice_is_saved_at_once_and_can_be_undone(
    qtbot: QtBot, context: AppContext, workspace: Workspace
) -> None:
    section = CheckInSection(context)
    qtbot.addWidget(section)
    assert (section.rhythm.value, section.pulse.isChecked()) == ("weekly", False)
    month = next(b for b in section.findChildren(QPushButton) if b.text() == "Every month")
    month.click()
    section.pulse.click()
    assert rhythm(workspace) is Rhythm.MONTHLY
    assert read(workspace, CHECK_IN_PULSE) is True
    workspace.undo()
    section.refresh()
    assert (section.rhythm.value, section.pulse.isChecked()) == ("monthly", False)
    workspace.undo()
    section.refresh()
    assert section.rhythm.value == "weekly"
    assert workspace.undo_label is None  # reading it again saved nothing
