"""The Import page with real widgets, real files and a real company file."""

from __future__ import annotations

import weakref
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.faults import FileFault
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.services.imports import Change, Gather, imports
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Question
from desktop.ui.dialogs.kpi_sketch import KpiSketchDialog
from desktop.ui.imports.columns_step import ColumnsStep
from desktop.ui.imports.filter_dialog import FilterDialog
from desktop.ui.imports.history_list import HistoryList
from desktop.ui.imports.import_flow import CHANGES, COLUMNS, FILE, ImportFlow
from desktop.ui.imports.page import ImportsPage
from desktop.ui.imports.rule_row import NEW, SKIP, RuleRow
from desktop.ui.widgets import Banner
from tests.ui.conftest import Said, freed

PATIENCE = 10_000
MONTHS = [(1, 1200), (2, 1350), (3, 990)]


def sales_file(path: Path, values: list[tuple[int, float]] | None = None) -> Path:
    """Sales by month and shop, in two shops."""
    writer = Workbook()
    sheet = writer.active
    sheet.title = "Report"
    sheet.append(["Month", "Shop", "Takings", "Visitors"])
    for month, amount in values or MONTHS:
        for shop, share in (("Lund", 0.75), ("Malmö", 0.25)):
            sheet.append([date(2026, month, 1), shop, amount * share, amount / 10])
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 3).number_format = "#,##0 [$SEK]"
    writer.save(path)
    return path


def opened(qtbot: QtBot, page: ImportsPage, path: Path) -> ImportFlow:
    page.open_files([path])
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    assert page.flow is not None
    return page.flow


def rule_row(flow: ImportFlow, title: str) -> RuleRow:
    step = flow.findChild(ColumnsStep)
    assert step is not None
    return next(row for rows in step.rows.values() for row in rows if row.accessibleName() == title)


def compared(qtbot: QtBot, flow: ImportFlow) -> None:
    qtbot.waitUntil(lambda: flow.stepper.current == CHANGES, timeout=PATIENCE)


def imported(qtbot: QtBot, page: ImportsPage) -> None:
    qtbot.waitUntil(lambda: page.flow is None, timeout=PATIENCE)


def choose(row: RuleRow, key: str | int) -> None:
    """Choose in the list as a click does."""
    row.kpi.set_value(key)
    row.kpi.activated.emit(row.kpi.currentIndex())


def take_all_takings(qtbot: QtBot, page: ImportsPage, path: Path) -> None:
    """Import takings as a new KPI."""
    flow = opened(qtbot, page, path)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    for title in ("Takings", "Visitors"):
        choose(rule_row(flow, title), NEW if title == "Takings" else SKIP)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    compared(qtbot, flow)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)


def values(workspace: Workspace) -> dict[int, float]:
    """The stored values of the only KPI, by month."""
    (kpi,) = kpis(workspace)
    assert kpi.id is not None
    return {m.period.start.month: m.value for m in series(workspace, kpi.id).measurements}


def banners(page: ImportsPage) -> list[str]:
    return [banner.text for banner in page.findChildren(Banner) if banner.isVisible()]


def test_a_dropped_file_becomes_a_kpi_in_one_undo_step(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, said: Said, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sales_file(tmp_path / "sales.xlsx")))])
    drop = QDropEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.drop_zone.dropEvent(drop)
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    flow = page.flow
    assert flow is not None
    assert flow.stepper.current == FILE
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    assert flow.stepper.current == COLUMNS
    choose(rule_row(flow, "Takings"), NEW)
    choose(rule_row(flow, "Visitors"), SKIP)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    compared(qtbot, flow)
    assert flow.next_button.text() == "Import 3 new values"
    assert not kpis(workspace)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert values(workspace) == {1: 1200.0, 2: 1350.0, 3: 990.0}
    assert [record.file_name for record in imports(workspace)] == ["sales.xlsx"]
    assert said.notices == [("3 values imported from sales.xlsx.", "good")]
    assert page.history.table.current_row() is not None
    workspace.undo()
    assert not kpis(workspace)


def test_the_new_kpi_is_filled_in_from_the_file(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    row = rule_row(flow, "Takings")
    choose(row, NEW)
    assert row.rule is not None
    kpi = row.rule.new_kpi
    assert kpi is not None
    assert (kpi.unit, kpi.cadence, kpi.better, kpi.add_up) == (
        Unit(UnitKind.CURRENCY, "SEK"),
        Cadence.MONTH,
        Better.HIGHER,
        AddUp.SUM,
    )


def test_the_new_kpi_can_be_changed_before_it_is_made(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    row = rule_row(flow, "Takings")
    choose(row, NEW)
    qtbot.mouseClick(row.edit_button, Qt.MouseButton.LeftButton)
    dialog = row.findChild(KpiSketchDialog)
    assert dialog is not None
    dialog.name.clear()
    dialog.on_confirmed()
    assert dialog.isVisible()  # a KPI needs a name
    dialog.name.setText("Till")
    dialog.better.set_value(Better.LOWER)
    dialog.unit.set_value(UnitKind.OWN)
    dialog.unit.chosen.emit(UnitKind.OWN)
    dialog.symbol.setText("kr")
    dialog.on_confirmed()
    assert row.rule is not None
    kpi = row.rule.new_kpi
    assert kpi is not None
    assert (kpi.name, kpi.better, kpi.unit) == ("Till", Better.LOWER, Unit(UnitKind.OWN, "kr"))
    assert row.kpi.currentText() == "New KPI: Till"


def test_an_existing_kpi_rows_that_count_and_how_they_add_up(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    kpi = save_kpi(workspace, Kpi(name="Receipts"))
    assert kpi.id is not None
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    choose(rule_row(flow, "Visitors"), SKIP)
    row = rule_row(flow, "Takings")
    choose(row, kpi.id)
    assert not row.edit_button.isVisible()
    qtbot.mouseClick(row.filter_button, Qt.MouseButton.LeftButton)
    dialog = row.findChild(FilterDialog)
    assert dialog is not None
    field = dialog.fields["Shop"]
    field.set_value("Malmö")  # type: ignore[union-attr]
    dialog.on_confirmed()
    assert row.filter_button.text().strip() == "Malmö"
    row.gather.set_value(Gather.COUNT)
    row.gather.activated.emit(row.gather.currentIndex())
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    compared(qtbot, flow)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert values(workspace) == {1: 1.0, 2: 1.0, 3: 1.0}


def test_a_known_file_goes_straight_to_what_would_change(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    take_all_takings(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    later = sales_file(tmp_path / "sales (2).xlsx", [*MONTHS[:2], (3, 1000), (4, 1500)])
    flow = opened(qtbot, page, later)
    compared(qtbot, flow)
    table = flow.step.table  # type: ignore[attr-defined]
    rows = table.table.rows()
    assert [(row.change, row.line.period) for row in rows if row.change != Change.SAME] == [
        ("changed", Period(Cadence.MONTH, date(2026, 3, 1))),
        ("new", Period(Cadence.MONTH, date(2026, 4, 1))),
    ]
    assert flow.next_button.text() == "Import 2 values"
    qtbot.mouseClick(table.chips.chips["changed"], Qt.MouseButton.LeftButton)
    assert [row.change for row in table.table.rows()] == ["changed"]
    qtbot.keyClick(flow.next_button, Qt.Key.Key_Return)
    imported(qtbot, page)
    assert values(workspace) == {1: 1200.0, 2: 1350.0, 3: 1000.0, 4: 1500.0}


def test_the_same_file_twice_changes_nothing(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    path = sales_file(tmp_path / "sales.xlsx")
    take_all_takings(qtbot, page, path)
    flow = opened(qtbot, page, path)
    compared(qtbot, flow)
    assert flow.next_button.text() == "Done"
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert len(imports(workspace)) == 1


def test_an_import_is_reverted_and_says_what_stays(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, said: Said, tmp_path: Path
) -> None:
    take_all_takings(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    flow = opened(qtbot, page, sales_file(tmp_path / "later.xlsx", [(3, 1000), (4, 10)]))
    compared(qtbot, flow)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    history = page.findChild(HistoryList)
    assert history is not None
    history.table.select_where(lambda record: record.file_name == "sales.xlsx")
    qtbot.mouseClick(history.revert_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(Question) is not None, timeout=PATIENCE)
    question = page.findChild(Question)
    assert question is not None
    words = [label.text() for label in question.findChildren(QLabel)]
    assert any(
        text.startswith(
            "2 values from sales.xlsx are taken back; what stood there before returns. "
            "1 value stays"
        )
        for text in words
    )
    question.accept()
    qtbot.waitUntil(lambda: "is reverted" in said.notices[-1][0], timeout=PATIENCE)
    text, kind = said.notices[-1]
    assert kind == "risk"
    assert text == (
        "sales.xlsx is reverted: 2 values were taken back. "
        "1 value stays, since later.xlsx brought a later one: Takings March 2026."
    )
    assert values(workspace) == {3: 1000.0, 4: 10.0}
    assert not history.revert_button.isEnabled()


def test_a_file_that_cannot_be_read_is_explained_and_the_next_one_follows(
    qtbot: QtBot, page: ImportsPage, said: Said, tmp_path: Path
) -> None:
    web_page = tmp_path / "report.xls"
    web_page.write_text("<html><table><tr><td>1</td></tr></table></html>")
    page.open_files([web_page, sales_file(tmp_path / "sales.xlsx"), tmp_path / "gone.csv"])
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)
    assert said.notices[0][1] == "bad"
    flow = page.flow
    assert flow is not None
    assert any("1 more file waits" in label.text() for label in flow.findChildren(QLabel))
    qtbot.mouseClick(flow.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(banners(page)) == 2, timeout=PATIENCE)
    first, second = banners(page)
    assert first.startswith("report.xls is a web page")
    assert second == "gone.csv is not there any more."


def test_reading_can_be_cancelled(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Date;Sales\n" + "2026-01-01;12,50\n" * 3_000_000)
    page.open_files([path])
    qtbot.waitUntil(page.reading.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.reading.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.drop_zone.isVisible, timeout=2000)
    assert page.flow is None
    assert not banners(page)


def test_what_the_file_leaves_open_is_asked(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("Account;Jan;Feb;Mar\nSales;10;20;30\nCosts;5;6;7\n")
    flow = opened(qtbot, page, path)
    assert not flow.next_button.isEnabled()
    (box,) = flow.step.questions  # type: ignore[attr-defined]
    qtbot.mouseClick(box.buttons["2025"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(flow.next_button.isEnabled, timeout=PATIENCE)
    (box,) = flow.step.questions  # type: ignore[attr-defined]
    assert box.buttons["2025"].isChecked()  # and can be answered anew
    box.field.setText("2019")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any("January 2019" in label.text() for label in flow.findChildren(QLabel)),
        timeout=PATIENCE,
    )


def test_several_tables_are_looked_at_and_picked(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    writer = Workbook()
    first, second = writer.active, writer.create_sheet("Visits")
    first.title = "Orders"
    for sheet, name in ((first, "Orders"), (second, "Visits")):
        sheet.append(["Month", name])
        for month in range(1, 7):
            sheet.append([date(2026, month, 1), 100 * month])
    path = tmp_path / "two.xlsx"
    writer.save(path)
    flow = opened(qtbot, page, path)
    pick = flow.step.pick  # type: ignore[attr-defined]
    one, two = pick.entries
    one.box.setChecked(False)
    two.box.setChecked(False)
    assert not flow.next_button.isEnabled()
    qtbot.mouseClick(two.look_button, Qt.MouseButton.LeftButton)
    assert two.name.font().weight() == QFont.Weight.DemiBold
    two.box.setChecked(True)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    step = flow.findChild(ColumnsStep)
    assert step is not None
    assert list(step.rows) == [1]


def test_a_file_without_a_table_says_what_to_export(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Only words stand here.\nAnd here.\n")
    flow = opened(qtbot, page, path)
    assert flow.next_button.text() == "Close"
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert page.drop_zone.isVisible()


def stock_file(path: Path) -> Path:
    path.write_text("Product;Pieces;Price\nSock;12;120\nMitten;7;90\nHat;9;150\n")
    return path


def test_the_period_of_a_file_without_dates_is_asked(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, stock_file(tmp_path / "stock.csv"))
    (box,) = flow.step.questions  # type: ignore[attr-defined]
    assert not flow.next_button.isEnabled()
    assert box.field.hasFocus()
    box.field.setText("2026-05")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(flow.next_button.isEnabled, timeout=PATIENCE)
    assert flow.next_button.text() == "Next"
    assert any("May 2026" in label.text() for label in flow.findChildren(QLabel))


def test_a_file_that_stays_without_dates_can_only_be_closed(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, stock_file(tmp_path / "stock.csv"))
    (box,) = flow.step.questions  # type: ignore[attr-defined]
    qtbot.mouseClick(box.buttons["none"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(flow.next_button.isEnabled, timeout=PATIENCE)
    assert flow.next_button.text() == "Close"
    words = [label.text() for label in flow.findChildren(QLabel)]
    assert any(text.startswith("No dates, so nothing to import") for text in words)
    qtbot.keyClick(flow.next_button, Qt.Key.Key_Return)
    imported(qtbot, page)
    assert page.drop_zone.isVisible()


def test_a_question_is_asked_of_the_tables_that_it_is_about(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:
    writer = Workbook()
    first, second = writer.active, writer.create_sheet("Till")
    first.title = "Orders"
    first.append(["Month", "Orders"])
    second.append(["Paid on", "Takings"])
    for number in range(1, 9):
        first.append([date(2026, number, 1), 100 * number])
        second.append([f"0{number * 4 % 9 + 1}/0{number * 3 % 7 + 1}/2026", 10 * number])
    writer.save(tmp_path / "two.xlsx")
    flow = opened(qtbot, page, tmp_path / "two.xlsx")
    step = flow.step
    one, two = step.pick.entries  # type: ignore[attr-defined]
    for entry, ticked in ((one, True), (two, False)):
        entry.box.setChecked(ticked)
    assert not step.questions  # type: ignore[attr-defined]
    assert flow.next_button.isEnabled()
    two.box.setChecked(True)
    (box,) = step.questions  # type: ignore[attr-defined]
    assert "“Paid on”" in box.accessibleName()
    assert not flow.next_button.isEnabled()


def test_enter_is_enough_for_what_is_suggested(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path
) -> None:
    save_kpi(workspace, Kpi(name="Takings", unit=Unit(UnitKind.CURRENCY, "SEK")))
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert flow.stepper.current == COLUMNS
    row = rule_row(flow, "Takings")
    assert row.kpi.hasFocus()
    flow.back_button.setFocus()
    qtbot.keyClick(flow.back_button, Qt.Key.Key_Return)  # a button does what it says
    assert flow.stepper.current == FILE
    qtbot.keyClick(flow.next_button, Qt.Key.Key_Return)
    assert flow.stepper.current == COLUMNS
    row.kpi.setFocus()
    qtbot.keyClick(row.kpi, Qt.Key.Key_Return)
    compared(qtbot, flow)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    imported(qtbot, page)
    assert len(imports(workspace)) == 1


def test_escape_goes_back_step_by_step(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    choose(rule_row(flow, "Takings"), NEW)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    compared(qtbot, flow)
    qtbot.mouseClick(flow.back_button, Qt.MouseButton.LeftButton)
    assert flow.stepper.current == COLUMNS
    assert rule_row(flow, "Takings").kpi.value == NEW  # what was chosen is still chosen
    flow.go_back()
    assert flow.stepper.current == FILE
    flow.go_back()
    imported(qtbot, page)


def test_nothing_chosen_cannot_go_on(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    for title in ("Takings", "Visitors"):
        choose(rule_row(flow, title), SKIP)
    assert not flow.next_button.isEnabled()
    assert not rule_row(flow, "Takings").gather.isVisible()


def test_dialogs_are_gone_when_they_are_closed(
    qtbot: QtBot, qapp: QApplication, page: ImportsPage, tmp_path: Path
) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    row = rule_row(flow, "Takings")
    choose(row, NEW)
    for button, kind in ((row.edit_button, KpiSketchDialog), (row.filter_button, FilterDialog)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = row.findChild(kind)
        assert dialog is not None
        reference = weakref.ref(dialog)
        dialog.reject()
        del dialog
        assert freed(reference, qapp)


def test_a_disk_that_fails_is_said_and_can_be_tried_again(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = opened(qtbot, page, sales_file(tmp_path / "sales.xlsx"))
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    choose(rule_row(flow, "Takings"), NEW)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    compared(qtbot, flow)

    def fail(*_: object) -> None:
        raise FileFault(msg("The disk is full."))

    with monkeypatch.context() as broken:
        broken.setattr("desktop.ui.imports.work.apply", fail)
        qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "The disk is full." in banners(page), timeout=PATIENCE)
    qtbot.mouseClick(flow.next_button, Qt.MouseButton.LeftButton)
    imported(qtbot, page)
    assert page.history.table.rows()


def test_a_read_only_file_takes_nothing_in(qtbot: QtBot, company_file: Path) -> None:
    from desktop.core.company import Company

    Workspace.create(company_file, Company(name="Bageriet")).close()
    with Workspace.open(company_file, read_only=True) as workspace:
        context = AppContext(workspace=workspace)
        page = ImportsPage(context)
        qtbot.addWidget(page)
        page.new_item()
        assert not page.drop_zone.isEnabled()
        assert page.flow is None
        context.tasks.close()
