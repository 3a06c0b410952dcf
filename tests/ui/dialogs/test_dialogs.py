"""Dialogs answer by signals and are freed when they close."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.company import Company, Person
from desktop.qtkit.preferences import Preferences
from desktop.ui.dialogs import (
    Answer,
    Dialog,
    Question,
    ask,
    choose_file_to_save,
    choose_files_to_open,
    choose_folder,
    confirm,
)
from desktop.ui.settings.person_dialog import PersonDialog
from desktop.ui.shell.help_dialogs import AboutDialog, CrashDialog, ShortcutsDialog, diagnostic
from desktop.ui.start.new_company_dialog import NewCompanyDialog
from tests.ui.conftest import freed


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


class Listener:
    """Bound methods, as the pages connect them."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def hear(self, *values: object) -> None:
        self.heard.append(values)


@pytest.mark.parametrize(
    "kind", ["plain", "question", "person", "company", "about", "shortcuts", "crash"]
)
def test_closed_dialogs_are_freed(
    kind: str, window: QWidget, qapp: QApplication, preferences: Preferences
) -> None:
    listener = Listener()
    dialog: Dialog
    match kind:
        case "plain":
            dialog = Dialog(window, "Title", "Text", confirm="Save")
        case "question":
            dialog = ask(window, "Title", "Text", [Answer("yes", "Yes")], listener.hear)
        case "person":
            dialog = PersonDialog(window, Person(id=1, name="Kim"))
        case "company":
            dialog = NewCompanyDialog(window, preferences, "sv")
        case "about":
            dialog = AboutDialog(window)
        case "shortcuts":
            dialog = ShortcutsDialog(window, [("Open", "Ctrl+O")])
        case _:
            dialog = CrashDialog(window, "Sikte\nZeroDivisionError")
    dialog.open()
    qapp.processEvents()
    reference: weakref.ref[QWidget] = weakref.ref(dialog)
    dialog.close()
    del dialog
    assert freed(reference, qapp)


def test_question_tells_which_answer(window: QWidget, qtbot: QtBot) -> None:
    listener = Listener()
    answers = [Answer("read", "Open read-only"), Answer("again", "Try again", "primary")]
    question = ask(window, "In use", "Somebody has it open.", answers, listener.hear)
    (button,) = [b for b in question.findChildren(QPushButton) if b.text() == "Open read-only"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert listener.heard == [("read",)]


def test_leaving_a_question_answers_nothing(window: QWidget, qtbot: QtBot) -> None:
    listener = Listener()
    question = confirm(window, "Remove?", "It is gone then.", "Remove", listener.hear)
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert listener.heard == []


def test_confirmed_action_is_done_once(window: QWidget, qtbot: QtBot) -> None:
    listener = Listener()
    question = confirm(window, "Remove?", "It is gone then.", "Remove", listener.hear)
    (button,) = [b for b in question.findChildren(QPushButton) if b.text() == "Remove"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listener.heard == [()])


def test_crash_report_is_shown_and_copied(window: QWidget, qtbot: QtBot) -> None:
    dialog = CrashDialog(window, "Sikte 1\nZeroDivisionError")
    dialog.open()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Sikte 1\nZeroDivisionError"
    (copy,) = [b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()]
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Sikte 1\nZeroDivisionError"
    dialog.close()


def test_about_lists_what_it_is_built_on(window: QWidget) -> None:
    dialog = AboutDialog(window)
    words = dialog.findChild(QTextBrowser).toPlainText()
    for name in ("PySide6", "pyqtgraph", "openpyxl", "Source Sans", "Lucide"):
        assert name in words
    dialog.close()


def test_details_for_support_say_nothing_of_the_user() -> None:
    words = diagnostic("sv", "dark", 2.0)
    assert "Python 3." in words
    assert "sv, dark, 2x" in words
    assert str(Path.home()) not in words


def test_person_needs_a_name(window: QWidget, qtbot: QtBot) -> None:
    dialog = PersonDialog(window)
    with qtbot.assertNotEmitted(dialog.entered):
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    dialog.name.setText("  Kim   Berg ")
    dialog.role.setText("Sales")
    dialog.team.setChecked(True)
    with qtbot.waitSignal(dialog.entered) as entered:
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    assert entered.args == [Person(name="Kim Berg", role="Sales", team=True)]


def test_new_company_is_named_and_placed(
    window: QWidget, qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    dialog = NewCompanyDialog(window, preferences, "sv")
    dialog.set_folder(tmp_path)
    assert dialog.currency.value == "SEK"
    dialog.name.setText('Fisk: "Kött" / Vilt')
    dialog.year_start.set_value(5)
    with qtbot.waitSignal(dialog.created) as created:
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    path, company = created.args
    assert path == tmp_path / "Fisk Kött Vilt.sikte"
    assert company == Company(
        name='Fisk: "Kött" / Vilt', language="sv", currency="SEK", year_start=5
    )


def test_new_company_says_what_is_missing(
    window: QWidget, qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    dialog = NewCompanyDialog(window, preferences, "da")
    dialog.set_folder(tmp_path)
    (tmp_path / "Fisk.sikte").write_bytes(b"")
    with qtbot.assertNotEmitted(dialog.created):
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
        assert dialog.name.accessibleDescription() == "Write the company's name."
        qtbot.keyClicks(dialog.name, "Fisk")
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)
    assert "Fisk.sikte" in dialog.place.accessibleDescription()
    dialog.language.set_value("sv")
    dialog.language.chosen.emit("sv")
    assert dialog.currency.value == "SEK"
    dialog.close()


def test_file_dialogs_remember_the_folder_and_the_ending(
    window: QWidget, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_names(*asked: object) -> tuple[list[str], str]:
        opened.append(str(asked[2]))
        return [str(tmp_path / "a.csv"), str(tmp_path / "b.csv")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", open_names)
    assert choose_files_to_open(window, "Open", "All (*)", preferences) == [
        tmp_path / "a.csv",
        tmp_path / "b.csv",
    ]
    choose_files_to_open(window, "Open", "All (*)", preferences)
    assert opened[1] == str(tmp_path)

    def save_name(*asked: object) -> tuple[str, str]:
        return str(tmp_path / "Report 1.5"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    chosen = choose_file_to_save(window, "Save", "x", "PDF (*.pdf)", ".pdf", preferences)
    assert chosen == tmp_path / "Report 1.5.pdf"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("", ""))
    assert choose_file_to_save(window, "Save", "x", "", ".pdf", preferences) is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: "")
    assert choose_folder(window, "Where", preferences) is None


def test_enter_presses_the_answer_that_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    for wanted in ("Cancel", "Delete"):
        question = Question(window, "Delete?", "It goes.", [Answer("yes", "Delete", "danger")])
        question.answered.connect(done.append)
        question.open()
        (button,) = [b for b in question.findChildren(QPushButton) if b.text() == wanted]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert not question.isVisible()
    assert done == ["yes"]
