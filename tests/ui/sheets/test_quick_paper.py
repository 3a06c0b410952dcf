"""Printing from where the thing itself is looked at: KPI card, glossary, guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.goals import goals
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.goals.page import GoalsPage
from desktop.ui.kpis.glossary.glossary_dialog import GlossaryDialog
from desktop.ui.kpis.page import KpisPage
from tests.ui.guide.conftest import Typist, asked, typist
from tests.ui.kpis.conftest import Bakery, bakery, press

__all__ = ["asked", "bakery", "typist"]
Printed = Callable[[], list[str]]


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """The text of each page of what was printed."""
    path = tmp_path / "printed.pdf"

    def into_a_file(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", into_a_file)

    def read() -> list[str]:
        return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]

    return read


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()


def test_the_card_of_a_kpi(
    qtbot: QtBot, context: AppContext, bakery: Bakery, printed: Printed
) -> None:
    page = KpisPage(context)
    shown(qtbot, page)
    page.show_item(bakery.id("sales"))
    press(page.list.pane, "Card", qtbot)
    press(page.list.pane, "Print card …", qtbot)
    (text,) = printed()
    assert "Invoiced, without VAT" in text


def test_the_glossary(qtbot: QtBot, context: AppContext, bakery: Bakery, printed: Printed) -> None:
    dialog = GlossaryDialog(None, context)
    shown(qtbot, dialog)
    press(dialog, "Print …", qtbot)
    (text,) = printed()
    assert "Invoiced, without VAT" in text
    assert "Conversion" in text


def test_blank_forms_where_the_guide_begins(
    qtbot: QtBot, context: AppContext, workspace: Workspace, printed: Printed
) -> None:
    page = GoalsPage(context)
    shown(qtbot, page)
    page.guide_new()
    press(page, "Print …", qtbot)
    assert len(printed()) == 3
    assert goals(workspace) == []


def test_a_sitting_with_what_was_answered_and_nothing_is_lost_after_it(
    qtbot: QtBot, context: AppContext, workspace: Workspace, typist: Typist, printed: Printed
) -> None:
    page = GoalsPage(context)
    shown(qtbot, page)
    qtbot.waitUntil(page.isActiveWindow)
    page.guide_new()
    typist.enters().types("More people buy bread").enters().types("hunger")
    press(page, "Print …", qtbot)
    (text,) = printed()
    assert "More people buy bread" in text
    assert "hunger" in text
    view = page.guiding.view
    assert view is not None
    view.focus_first()
    typist.types("honest ")
    assert page.may_leave()
    (goal,) = goals(workspace)
    assert "honest" in goal.why
