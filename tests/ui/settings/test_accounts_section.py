"""Account ranges are shown by chart, changed in a dialog, refused in words, undone and reset."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.account_ranges import write_ranges
from desktop.services.accounts import account_charts
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Question
from desktop.ui.settings.account_range_dialog import AccountRangeDialog
from desktop.ui.settings.accounts_section import AccountsSection
from desktop.ui.widgets import Caption


@pytest.fixture
def section(context: AppContext, qtbot: QtBot) -> AccountsSection:
    section = AccountsSection(context)
    qtbot.addWidget(section)
    section.resize(900, 800)
    section.show()
    context.watch(section, lambda event: section.refresh())
    return section


def asked(section: AccountsSection, key: str) -> AccountRangeDialog:
    """The dialog about one line."""
    section.table.select_where(lambda line: line.key == key)
    section.change_button.click()
    (dialog,) = section.findChildren(AccountRangeDialog)
    return dialog


def ranges(workspace: Workspace, key: str) -> str:
    return write_ranges(account_charts(workspace)[0].line(key).ranges)


def texts(section: AccountsSection) -> list[str]:
    return [write_ranges(line.ranges) for line in section.table.rows()]


def test_the_companys_own_chart_is_shown_first(section: AccountsSection) -> None:
    assert section.chart.value == "bas"
    assert texts(section)[0] == "3000-3799"
    assert not section.reset_button.isEnabled()
    section.chart.chosen.emit("bas")
    section.chart.set_value("economic")
    section.chart.chosen.emit("economic")
    assert texts(section)[0] == "1000-1299"


def test_a_range_is_changed_undone_and_reset(
    section: AccountsSection, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = asked(section, "cash")
    assert dialog.accounts.text() == "1900-1999"
    dialog.accounts.clear()
    qtbot.keyClicks(dialog.accounts, "1910, 1930-1949")
    qtbot.keyClick(dialog.accounts, Qt.Key.Key_Return)
    assert ranges(workspace, "cash") == "1910, 1930-1949"
    assert "1910, 1930-1949" in texts(section)
    assert section.reset_button.isEnabled()
    workspace.undo()
    assert "1900-1999" in texts(section)
    workspace.redo()
    section.reset_button.click()
    (question,) = section.findChildren(Question)
    (button,) = [b for b in question.findChildren(QPushButton) if b.text() == "Reset"]
    button.click()
    qtbot.waitUntil(lambda: ranges(workspace, "cash") == "1900-1999")


def test_an_overlap_is_said_in_the_dialog_and_nothing_is_saved(
    section: AccountsSection, workspace: Workspace
) -> None:
    dialog = asked(section, "net_sales")
    dialog.accounts.setText("3000-4100")
    dialog.on_confirmed()
    assert dialog.isVisible()
    words = " ".join(caption.text() for caption in dialog.findChildren(Caption))
    assert "Account 3800" in words
    assert "Net sales" in words
    assert ranges(workspace, "net_sales") == "3000-3799"
    dialog.reject()


def test_a_file_that_is_only_read_cannot_be_changed(
    workspace: Workspace, company_file: Path, qtbot: QtBot
) -> None:
    workspace.close()
    with Workspace.open(company_file, read_only=True) as reading:
        context = AppContext(workspace=reading)
        section = AccountsSection(context)
        qtbot.addWidget(section)
        section.table.select_where(lambda line: line.key == "cash")
        assert not section.change_button.isEnabled()
        section.table.row_activated.emit(section.table.rows()[0])
        assert not section.findChildren(AccountRangeDialog)
        context.tasks.close()
