"""The Sheets page with real widgets."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.services.goals import save_goal
from desktop.services.kpis import save_kpi
from desktop.sheets.printing import prepare
from desktop.ui.context import GUIDED, NEW, AppContext
from desktop.ui.sheets.drag_out import DragOut
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


def choose(page: SheetsPage, name: str, text: str) -> None:
    """Choose from a list as a person does."""
    boxes = page.findChildren(QComboBox)
    box = next(box for box in boxes if box.accessibleName() == name)
    index = box.findText(text)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def preview_text(page: SheetsPage) -> str:
    return page.findChild(Preview).accessibleDescription()


@pytest.fixture
def goal_id(context: AppContext) -> int:
    goal = Goal(statement="Vi säljer mer bröd", start=date(2026, 1, 1))
    return save_goal(context.workspace, goal).id or 0


def test_without_goals_it_says_what_to_do(qtbot: QtBot, context: AppContext, said: Said) -> None:
    page = shown(qtbot, context)
    click(page, "Write it with the guide")
    click(page, "Open the editor")
    assert said.places == [("goals", GUIDED), ("goals", NEW)]


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


def test_picture_and_pdf_go_to_the_clipboard(
    qtbot: QtBot, context: AppContext, goal_id: int
) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Copy")
    image = QGuiApplication.clipboard().image()
    assert image.width() > image.height() > 1000
    pdf = bytes(QGuiApplication.clipboard().mimeData().data("application/pdf").data())
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_the_sheet_may_speak_another_language_on_other_paper(
    qtbot: QtBot, context: AppContext, goal_id: int
) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    assert "1 januari 2026" in preview_text(page)
    choose(page, "Language of the sheet", "English")
    assert "1 January 2026" in preview_text(page)
    click(page, "Letter")
    assert page.findChild(Preview).page_size == (279.4, 215.9)


def test_the_choices_are_remembered(qtbot: QtBot, context: AppContext, goal_id: int) -> None:
    page = shown(qtbot, context)
    choose(page, "Language of the sheet", "Dansk")
    choices = {"A3", "Portrait", "Black and white", "Actual size"}
    for text in choices:
        click(page, text)
    again = shown(qtbot, context)
    buttons = [button for button in again.findChildren(QPushButton) if button.isVisible()]
    checked = {button.text() for button in buttons if button.isChecked()}
    assert checked == choices
    again.show_item(goal_id)
    assert "januar 2026" in preview_text(again)


def test_actual_size_is_as_large_as_paper_and_the_whole_page_as_the_room(
    qtbot: QtBot, context: AppContext, goal_id: int
) -> None:
    page = shown(qtbot, context)
    page.show_item(goal_id)
    preview = page.findChild(Preview)
    assert preview.width() < 1000
    click(page, "Actual size")
    qtbot.waitUntil(lambda: preview.width() > 1100)  # 297 mm at 96 dots an inch are 1123
    click(page, "Whole page")
    qtbot.waitUntil(lambda: preview.width() < 1000)


def test_the_keyboard_saves_and_the_palette_knows_it(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "keys.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = shown(qtbot, context)
    page.take_focus()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(target.exists)
    titles = [command.title for command in context.commands.all()]
    assert "Save the sheet as PDF …" in titles
    assert "Print the sheet …" in titles


def test_printing_asks_the_system_and_sends_the_page(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    def into_a_file(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", into_a_file)
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Print")
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1
    assert said.notices[-1] == ("Sent to the printer.", "good")
    assert page.findChildren(QPrintDialog) == []


def test_printing_at_once_asks_nothing(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    path = tmp_path / "printed.pdf"

    def into_a_file(printer: QPrinter, *looks: object, **more: bool) -> None:
        prepare(printer, *looks, **more)
        printer.setOutputFileName(str(path))

    monkeypatch.setattr("desktop.ui.sheets.output.prepare", into_a_file)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: pytest.fail("it asks"))
    page = shown(qtbot, context)
    page.show_item(goal_id)
    qtbot.waitUntil(page.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Qt.Key.Key_P, keys)
    qtbot.waitUntil(path.exists)
    assert len(PdfReader(path).pages) == 1
    assert said.notices[-1] == ("Sent to the printer.", "good")


def test_a_print_that_was_cancelled_says_nothing(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    click(shown(qtbot, context), "Print")
    assert said.notices == []


def test_saving_a_picture(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "s"), ""))
    page = shown(qtbot, context)
    click(page, "Save picture")
    picture = QImage(str(tmp_path / "s.png"))
    assert picture.dotsPerMeterX() * 0.297 == pytest.approx(picture.width(), rel=0.01)


def test_all_active_goals_go_into_one_pdf(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save_goal(context.workspace, Goal(statement="Vi öppnar tidigare", start=date(2026, 1, 1)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.pdf"), ""))
    page = shown(qtbot, context)
    choose(page, "Sheet", "All active goals")
    click(page, "Save PDF")
    pages = PdfReader(tmp_path / "all.pdf").pages
    assert len(pages) == 3
    assert "Vi öppnar tidigare" in " ".join(pages[2].extract_text().split())
    copy = next(button for button in page.findChildren(QPushButton) if "Copy" in button.text())
    assert not copy.isEnabled()  # one page at a time


def test_a_drawing_that_stays_sharp(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = (str(tmp_path / "sheet"), "Drawings that stay sharp (*.svg)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    page = shown(qtbot, context)
    page.show_item(goal_id)
    click(page, "Save picture")
    drawing = QSvgRenderer(str(tmp_path / "sheet.svg"))
    assert drawing.isValid()
    assert drawing.viewBox().width() == 2970  # tenths of a millimetre


def test_a_pdf_for_each_sheet(
    qtbot: QtBot,
    context: AppContext,
    goal_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page = shown(qtbot, context)
    choose(page, "Sheet", "All active goals")
    click(page, "A PDF each")
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert names == ["1 Våra mål.pdf", "2 Vi säljer mer bröd.pdf"]
    assert said.notices[-1] == (f"2 PDFs are in {tmp_path.name}.", "good")
    click(page, "A PDF each")
    assert len(list(tmp_path.glob("*.pdf"))) == 4  # what was there stays


def test_a_sheet_can_be_dragged_out_as_a_pdf(
    qtbot: QtBot, context: AppContext, goal_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[tuple[str, bytes]] = []

    def drop(drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        (url,) = drag.mimeData().urls()
        file = Path(url.toLocalFile())
        dropped.append((str(file), file.read_bytes()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    page = shown(qtbot, context)
    page.show_item(goal_id)
    preview = page.findChild(Preview)
    for _ in range(2):
        qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        for place in (QPoint(103, 100), QPoint(160, 120)):
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(place),
                QPointF(preview.mapToGlobal(place)),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(preview, move)
        qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(160, 120))
    (first, data), (second, _) = dropped
    assert Path(first).name == "Vi säljer mer bröd.pdf"
    text = PdfReader(BytesIO(data)).pages[0].extract_text()
    assert "Vi säljer mer bröd" in " ".join(text.split())
    assert not Path(first).exists()  # gone with the next
    assert Path(second).exists()
    page.findChild(DragOut).clean_up()
    assert not Path(second).parent.exists()


def test_kinds_and_what_there_is_one_each_of(
    qtbot: QtBot, context: AppContext, goal_id: int
) -> None:
    save_kpi(context.workspace, Kpi(name="Buns", definition="Sold over the counter"))
    page = shown(qtbot, context)
    choose(page, "Sheet", "KPI card")
    assert "Sold over the counter" in preview_text(page)
    choose(page, "Sheet", "Glossary")
    assert "Sold over the counter" in preview_text(page)
    choose(page, "Sheet", "The sittings of a goal")
    choose(page, "Goal", "Vi säljer mer bröd")
    assert preview_text(page).count("Vi säljer mer bröd") >= 3
    boxes = {box.accessibleName() for box in page.findChildren(QComboBox) if box.isVisible()}
    assert "KPI" not in boxes


def test_every_kind_on_the_page_is_drawn(qtbot: QtBot, context: AppContext, goal_id: int) -> None:
    save_kpi(context.workspace, Kpi(name="Buns"))
    page = shown(qtbot, context)
    box = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "Sheet")
    drawn = []
    for title in [box.itemText(index) for index in range(box.count())]:
        choose(page, "Sheet", title)
        drawn.append(preview_text(page))
    assert len(drawn) >= 10
    assert all(drawn)


def test_blank_forms_are_there_before_anything_else(
    qtbot: QtBot, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "f.pdf"), ""))
    page = shown(qtbot, context)
    click(page, "Blank forms for a workshop")
    click(page, "Save PDF")
    assert len(PdfReader(tmp_path / "f.pdf").pages) == 3
