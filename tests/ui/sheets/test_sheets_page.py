"""The Sheets page with real widgets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal
from desktop.services.goals import save_goal
from desktop.ui.context import AppContext
from desktop.ui.sheets.page import SheetsPage
from desktop.ui.sheets.preview import Preview
from tests.ui.conftest import Said


def shown(qtbot: QtBot, context: AppContext) -> SheetsPage:
    page = SheetsPage(context)
    qtbot.addWidget(page)
    page.resize(1080, 800)
    page.show()
    return page


def click(page: SheetsPage, text: str) -> None:
    buttons = page.findChildren(QPushButton)
    next(button for button in buttons if text in button.text()).click()


def preview_text(page: SheetsPage) -> str:
    return page.findChild(Preview).accessibleDescription()


@pytest.fixture
def goal_id(context: AppContext) -> int:
    goal = Goal(statement="Vi säljer mer bröd", start=date(2026, 1, 1))
    return save_goal(context.workspace, goal).id or 0


def test_without_goals_it_says_what_to_do(qtbot: QtBot, context: AppContext, said: Said) -> None:
    page = shown(qtbot, context)
    click(page, "Write the first goal")
    assert said.places == [("goals", None)]


def test_the_preview_shows_the_chosen_goal_in_the_companys_language(
    qtbot: QtBot, context: AppContext, goal_id: int
) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    assert "Vi säljer mer bröd" in preview_text(page)
    assert page.selected_item() == goal_id


def test_a_changed_goal_is_drawn_anew(qtbot: QtBot, context: AppContext, goal_id: int) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    goal = Goal(id=goal_id, statement="Vi säljer mer kaffe", start=date(2026, 1, 1))
    save_goal(context.workspace, goal)
    page.refresh()
    assert "Vi säljer mer kaffe" in preview_text(page)


def test_saving_a_pdf(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    target = tmp_path / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Save PDF")
    reader = PdfReader(tmp_path / "sheet.pdf")
    assert len(reader.pages) == 1
    assert "Vi säljer mer bröd" in " ".join(reader.pages[0].extract_text().split())
    assert said.notices[-1] == ("Saved as sheet.pdf.", "good")


def test_a_folder_that_is_gone_is_said(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    target = tmp_path / "gone" / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Save PDF")
    assert said.notices[-1][1] == "bad"


def test_the_picture_goes_to_the_clipboard(qtbot: QtBot, context: AppContext, goal_id: int) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Copy")
    image = QGuiApplication.clipboard().image()
    assert image.width() > image.height() > 1000
