"""A fill-in form is asked for on the KPIs page."""

from __future__ import annotations

import weakref
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.imports import open_file
from desktop.ui.kpis.form_dialog import FormDialog
from desktop.ui.kpis.page import KpisPage
from tests.ui.conftest import Said, freed
from tests.ui.kpis.conftest import Bakery


@pytest.fixture
def dialog(page: KpisPage, qtbot: QtBot) -> FormDialog:
    page.ask_for_form()
    return page.findChild(FormDialog)


def labels(dialog: FormDialog) -> list[str]:
    return [dialog.kpis.item(row).text() for row in range(dialog.kpis.count())]


def choose_whose(dialog: FormDialog, name: str) -> None:
    dialog.whose.setCurrentText(name)
    dialog.whose.activated.emit(dialog.whose.currentIndex())


def test_every_kpi_with_values_of_its_own_is_ticked(dialog: FormDialog, bakery: Bakery) -> None:
    assert "Sales · Month" in labels(dialog)
    assert len(dialog.chosen) == dialog.kpis.count()
    assert (dialog.first.day(), dialog.last.day()) == (date(2025, 11, 1), date(2026, 10, 31))


def test_a_persons_kpis_and_her_name(dialog: FormDialog, bakery: Bakery) -> None:
    choose_whose(dialog, "Eva Holm")
    assert bakery.id("sales") in dialog.chosen
    assert dialog.recipient.text() == "Eva Holm"
    for row in range(dialog.kpis.count()):
        dialog.kpis.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen == []
    assert not dialog.confirm_button.isEnabled()


def test_a_form_needs_its_days(dialog: FormDialog, bakery: Bakery) -> None:
    dialog.last.setText("tomorrow")
    assert dialog.wish() is None
    dialog.last.set_day(date(2020, 1, 1))
    assert dialog.wish() is None


def test_it_is_written_in_the_background_and_known_when_it_returns(
    page: KpisPage,
    dialog: FormDialog,
    bakery: Bakery,
    said: Said,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "form.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), ""))
    choose_whose(dialog, "Eva Holm")
    dialog.language.set_value("en")
    qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said.notices))
    assert said.notices == [("Saved as form.xlsx.", "good")]
    assert "for Eva Holm" in load_workbook(path)["Months"]["A2"].value
    assert open_file(bakery.workspace, path).known


def test_where_it_cannot_be_written_is_said(
    dialog: FormDialog,
    bakery: Bakery,
    said: Said,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "gone" / "form.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), ""))
    qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said.notices))
    assert said.notices[0][1] == "bad"
    assert "is not there" in said.notices[0][0]


def test_it_is_freed_when_it_closes(page: KpisPage, bakery: Bakery, qapp: QApplication) -> None:
    page.ask_for_form()
    reference = weakref.ref(page.findChild(FormDialog))
    reference().reject()
    assert freed(reference, qapp)
