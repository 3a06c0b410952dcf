"""Every setting is saved at once, can be undone, and is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.company import Paper, Person
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.company import company, people, save_person
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Question
from desktop.ui.settings.page import SettingsPage
from desktop.ui.settings.person_dialog import PersonDialog
from tests.ui.conftest import TODAY, Said


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    context.watch(page, lambda event: page.refresh())
    return page


def press(page: SettingsPage, words: str) -> None:
    (button,) = [b for b in page.findChildren(QPushButton) if b.text().strip() == words]
    button.click()


def test_company_is_shown_and_saved(page: SettingsPage, workspace: Workspace, qtbot: QtBot) -> None:
    section = page.company
    assert section.name.text() == "Bageriet i Lund"
    section.name.selectAll()
    qtbot.keyClicks(section.name, "Bageriet i Malmo")
    qtbot.keyClick(section.name, Qt.Key.Key_Return)
    section.currency.setFocus()
    qtbot.keyClick(section.currency, Qt.Key.Key_Down)
    section.year_start.chosen.emit(7)
    section.language.chosen.emit("da")
    section.paper.chosen.emit("Letter")
    known = company(workspace)
    assert (known.name, known.currency, known.year_start) == ("Bageriet i Malmo", "DKK", 7)
    assert (known.language, known.paper) == ("da", Paper.LETTER)
    workspace.undo()
    assert section.paper.value == "A4"


def test_leaving_the_name_as_it_was_is_no_step(page: SettingsPage, workspace: Workspace) -> None:
    page.company.name.editingFinished.emit()
    assert workspace.undo_label is None


def test_empty_name_is_refused_and_restored(page: SettingsPage, qtbot: QtBot) -> None:
    page.company.name.clear()
    page.company.name.editingFinished.emit()
    assert page.company.name.text() == "Bageriet i Lund"
    assert page.company.name.accessibleDescription() == "The company needs a name."


def test_fiscal_year_with_yearly_values_stays(page: SettingsPage, workspace: Workspace) -> None:
    kpi = save_kpi(workspace, Kpi(name="Profit", cadence=Cadence.YEAR))
    save_values(workspace, kpi.id, {Period.containing(Cadence.YEAR, TODAY).shift(-1): 5.0})
    page.company.year_start.chosen.emit(7)
    assert page.company.year_start.value == 1
    assert "Profit" in page.company.year_start.accessibleDescription()


def test_currency_of_the_file_is_kept_even_if_unusual(
    context: AppContext, workspace: Workspace, qtbot: QtBot
) -> None:
    from dataclasses import replace

    from desktop.services.company import save_company

    save_company(workspace, replace(company(workspace), currency="JPY"))
    page = SettingsPage(context)
    qtbot.addWidget(page)
    assert page.company.currency.value == "JPY"


def test_people_are_added_changed_and_removed(
    page: SettingsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    press(page, "Add")
    dialog = page.findChild(PersonDialog)
    dialog.name.setText("Kim")
    dialog.confirm_button.click()
    assert [person.name for person in people(workspace)] == ["Kim"]
    assert page.people.table.current_row().name == "Kim"
    QApplication.sendPostedEvents()
    press(page, "Change")
    dialog = page.findChildren(PersonDialog)[-1]
    dialog.name.setText("Kim Berg")
    dialog.role.setText("Sales")
    dialog.confirm_button.click()
    assert [(p.name, p.role) for p in people(workspace)] == [("Kim Berg", "Sales")]
    press(page, "Remove")
    question = page.findChild(Question)
    (button,) = [b for b in question.findChildren(QPushButton) if b.text() == "Remove"]
    button.click()
    qtbot.waitUntil(lambda: people(workspace) == [])
    workspace.undo()
    assert [person.name for person in page.people.table.rows()] == ["Kim Berg"]


def test_enter_on_a_person_opens_it(page: SettingsPage, workspace: Workspace, qtbot: QtBot) -> None:
    save_person(workspace, Person(name="Board", team=True))
    page.people.table.selectRow(0)
    qtbot.keyClick(page.people.table, Qt.Key.Key_Return)
    dialog = page.findChild(PersonDialog)
    assert dialog.name.text() == "Board"
    assert dialog.team.isChecked()
    dialog.close()


def test_copy_is_made_and_listed(
    page: SettingsPage, workspace: Workspace, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert not page.backups.folder_button.isEnabled()
    press(page, "Make a copy now")
    (copy,) = page.backups.table.rows()
    assert copy.path.is_file()
    assert said.notices == [(f"A copy was made: {copy.path.name}", "good")]
    press(page, "Open the folder")
    assert [Path(name) for name in opened] == [copy.path.parent]


def test_window_choices_go_to_the_window(context: AppContext, qtbot: QtBot) -> None:
    chosen: list[str] = []
    context.set_language = chosen.append
    context.set_theme = chosen.append
    page = SettingsPage(context)
    qtbot.addWidget(page)
    press(page, "Dansk")
    press(page, "Dark")
    assert chosen == ["da", "dark"]


def test_read_only_file_cannot_be_changed(
    workspace: Workspace, company_file: Path, qtbot: QtBot
) -> None:
    save_person(workspace, Person(name="Kim"))
    with Workspace.open(company_file, read_only=True) as reading:
        page = SettingsPage(AppContext(workspace=reading))
        qtbot.addWidget(page)
        page.people.table.selectRow(0)
        assert not page.company.name.isEnabled()
        assert not page.people.add_button.isEnabled()
        assert not page.people.remove_button.isEnabled()
