"""Files of known kinds on the Import page: one list, one button; the history in detail."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Kpi
from desktop.services.imports import Rule, TableRule, apply, imports, open_file
from desktop.services.kpis import save_kpi
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Question
from desktop.ui.imports.changes_step import ChangesStep
from desktop.ui.imports.import_flow import CHANGES, FILE, ImportFlow
from desktop.ui.imports.page import ImportsPage
from desktop.ui.imports.several_files import SeveralFiles
from desktop.ui.widgets import Banner
from tests.ui.conftest import Said

PATIENCE = 10_000


@pytest.fixture
def page(kpi: Kpi, page: ImportsPage) -> ImportsPage:
    """The page of a company that has imported before it was opened."""
    return page


@pytest.fixture
def kpi(workspace: Workspace, tmp_path: Path) -> Kpi:
    """A KPI that an export has fed for January to March."""
    kpi = save_kpi(workspace, Kpi(name="Takings"))
    draft = open_file(workspace, export(tmp_path / "till.csv", 1, 2, 3))
    apply(workspace, draft, [TableRule(0, Rule(kpi.id, None, "Sales"))])
    return kpi


def export(path: Path, *months: int, heads: str = "Month,Sales,Guests", base: int = 1000) -> Path:
    rows = [f"2026-{month:02},{base + month},{month}" for month in months]
    path.write_text("\n".join([heads, *rows, ""]), "utf-8")
    return path


def values(workspace: Workspace, kpi: Kpi) -> dict[int, float]:
    found = series(workspace, kpi.id or 0).measurements
    return {each.period.start.month: each.value for each in found}


def texts(widget: object) -> list[str]:
    labels = widget.findChildren(QLabel)  # type: ignore[attr-defined]
    return [label.text() for label in labels if label.isVisible()]


def opened(qtbot: QtBot, page: ImportsPage, path: Path) -> ImportFlow:
    page.open_files([path])
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    assert page.flow is not None
    return page.flow


def listed(qtbot: QtBot, page: ImportsPage, *paths: Path) -> SeveralFiles:
    page.open_files(list(paths))
    qtbot.waitUntil(lambda: page.several is not None, timeout=PATIENCE)
    assert page.several is not None
    return page.several


def idle(qtbot: QtBot, page: ImportsPage) -> None:
    qtbot.waitUntil(page.drop_zone.isVisible, timeout=PATIENCE)


def test_a_known_file_says_what_it_is_like_and_enter_imports(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, kpi: Kpi, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, export(tmp_path / "till (1).csv", 3, 4))
    qtbot.waitUntil(lambda: isinstance(flow.step, ChangesStep), timeout=PATIENCE)
    assert not flow.stepper.isVisible()
    assert any(text.startswith("Of the same kind as till.csv, imported on") for text in texts(flow))
    assert flow.next_button.text() == "Import 1 new value"
    qtbot.keyClick(flow.next_button, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert values(workspace, kpi) == {1: 1001, 2: 1002, 3: 1003, 4: 1004}


def test_what_was_renamed_is_seen_before_the_button(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    heads = "Month,Net sales,Guests"
    flow = opened(qtbot, page, export(tmp_path / "till (1).csv", 3, 4, heads=heads))
    qtbot.waitUntil(lambda: isinstance(flow.step, ChangesStep), timeout=PATIENCE)
    banners = [banner.text for banner in flow.findChildren(Banner)]
    assert banners == [
        "“Sales” is called “Net sales” in this file.\nGo back if another column is meant."
    ]
    flow.go_back()
    idle(qtbot, page)


def test_a_column_that_may_be_another_is_asked_about_and_then_known(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, kpi: Kpi, tmp_path: Path
) -> None:
    heads = "Month,Turnover,Guests"
    flow = opened(qtbot, page, export(tmp_path / "till (1).csv", 4, 5, heads=heads))
    assert flow.stepper.current == FILE
    assert not flow.next_button.isEnabled()
    (box,) = flow.step.questions  # type: ignore[attr-defined]
    qtbot.mouseClick(box.buttons["Turnover"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(flow.next_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: flow.stepper.current == CHANGES, timeout=PATIENCE)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert values(workspace, kpi)[5] == 1005


def test_known_files_are_one_list_and_one_step(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, kpi: Kpi, said: Said, tmp_path: Path
) -> None:
    several = listed(
        qtbot,
        page,
        export(tmp_path / "till (1).csv", 3, 4),
        export(tmp_path / "till (2).csv", 4, 5, 6),
    )
    assert [each.draft.file_name for each in several.files.rows()] == [
        "till (1).csv",
        "till (2).csv",
    ]
    assert several.import_button.text() == "Import 3 new values"
    qtbot.keyClick(several.import_button, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert values(workspace, kpi) == {month: 1000 + month for month in range(1, 7)}
    assert said.notices == [("3 values imported from 2 files.", "good")]
    workspace.undo()
    assert values(workspace, kpi) == {1: 1001, 2: 1002, 3: 1003}


def test_what_is_not_known_follows_the_list(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    unknown = tmp_path / "rain.csv"
    unknown.write_text("Month,Rainfall\n2026-01,10\n2026-02,12\n", "utf-8")
    several = listed(
        qtbot,
        page,
        export(tmp_path / "till (1).csv", 4),
        unknown,
        export(tmp_path / "till (2).csv", 5),
    )
    assert any("1 more file follows." in text for text in texts(several))
    qtbot.mouseClick(several.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    assert len(imports(workspace)) == 3
    assert "rain.csv" in texts(page.flow)


def test_the_list_can_be_taken_one_by_one_or_given_up(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    paths = [export(tmp_path / f"till ({number}).csv", 3 + number) for number in (1, 2)]
    several = listed(qtbot, page, *paths)
    qtbot.mouseClick(several.each_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    first = page.flow
    assert first is not None
    qtbot.mouseClick(first.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow not in (None, first), timeout=PATIENCE)
    assert page.flow is not None
    qtbot.mouseClick(page.flow.cancel_button, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    several = listed(qtbot, page, *paths)
    qtbot.mouseClick(several.cancel_button, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert len(imports(workspace)) == 1


def test_files_with_something_to_be_told_are_shown_on_their_own(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    renamed = export(tmp_path / "till (1).csv", 4, heads="Month,Net sales,Guests")
    page.open_files([renamed, export(tmp_path / "till (2).csv", 5)])
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    assert page.several is None
    assert "till (2).csv" in texts(page.flow)


def test_the_same_file_again_says_when_it_came(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, tmp_path / "till.csv")
    qtbot.waitUntil(lambda: isinstance(flow.step, ChangesStep), timeout=PATIENCE)
    assert any(text.startswith("This very file was imported on") for text in texts(flow))
    assert flow.next_button.text() == "Done"


def test_an_import_is_looked_at_and_reverted_from_there(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, kpi: Kpi, said: Said, tmp_path: Path
) -> None:
    draft = open_file(workspace, export(tmp_path / "later.csv", 3, 4, base=2000))
    apply(workspace, draft, draft.chosen())
    page.refresh()
    page.history.table.select_where(lambda record: record.file_name == "till.csv")
    qtbot.keyClick(page.history.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail is not None, timeout=PATIENCE)
    detail = page.detail
    assert detail is not None
    qtbot.waitUntil(detail.isVisible, timeout=PATIENCE)
    rows = detail.table.rows()
    assert [(each.period.start.month, each.new) for each in rows] == [  # type: ignore[union-attr]
        (1, 1001),
        (2, 1002),
        (3, 1003),
    ]
    model = detail.table.rows_model
    since = model.columns[-1]
    assert [model.words(row, since) for row in rows] == ["", "", "Now 2,003, from later.csv"]
    qtbot.mouseClick(detail.revert_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(Question) is not None, timeout=PATIENCE)
    question = page.findChild(Question)
    assert question is not None
    question.accept()
    qtbot.waitUntil(lambda: not can_revert(page), timeout=PATIENCE)
    assert values(workspace, kpi) == {3: 2003, 4: 2004}
    assert said.notices[-1][1] == "risk"
    workspace.undo()
    page.refresh()
    assert values(workspace, kpi)[1] == 1001
    qtbot.waitUntil(lambda: can_revert(page), timeout=PATIENCE)
    assert page.detail is not None
    qtbot.mouseClick(page.detail.back_button, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert page.detail is None


def can_revert(page: ImportsPage) -> bool:
    return page.detail is not None and page.detail.revert_button.isEnabled()


def test_an_import_that_is_left_while_it_is_looked_up_does_not_come_back(
    qtbot: QtBot, page: ImportsPage, context: AppContext
) -> None:
    page.history.table.selectRow(0)
    qtbot.keyClick(page.history.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail is not None, timeout=PATIENCE)
    assert page.detail is not None
    page.refresh()
    qtbot.mouseClick(page.detail.back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=PATIENCE)
    assert page.detail is None
    assert page.drop_zone.isVisible()


def test_a_long_history_is_searched(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    assert not page.history.search.isVisible()
    for month in range(4, 13):
        draft = open_file(workspace, export(tmp_path / f"till-{month:02}.csv", month))
        apply(workspace, draft, draft.chosen())
    page.refresh()
    assert page.history.search.isVisible()
    page.history.search.setText("takings 07")
    assert [record.file_name for record in page.history.table.rows()] == ["till-07.csv"]
    page.history.search.setText("nobody")
    assert not page.history.table.isVisible()
    page.history.search.clear()
    assert len(page.history.table.rows()) == 10
