"""Export everything, from the File menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.shell.main_window import MainWindow


def export(window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> str:
    """Choose the entry and the file; what is said in the end."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), ""))
    menu = window.menuBar().actions()[0].menu()
    next(each for each in menu.actions() if each.text() == "Export everything …").trigger()
    qtbot.waitUntil(lambda: window.notice is not None and not window.tasks.busy)
    return window.notice.text


def test_the_workbook_is_written_and_can_be_found(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.xlsx"
    assert export(window, path, qtbot, monkeypatch) == "Saved as all.xlsx."
    assert "Goals" in load_workbook(path).sheetnames


def test_a_fault_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = export(window, tmp_path / "gone" / "all.xlsx", qtbot, monkeypatch)
    assert "is not there" in said


def test_nowhere_is_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("", ""))
    window.export_all()
    assert not window.tasks.busy
