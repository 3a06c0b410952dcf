"""The system's own file dialogs, opened in the folder last used."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import tr

_ENDING = re.compile(r"\*(\.\w+)")
_SPREADSHEETS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.tab *.se *.si *.sie *.px"


def _start(preferences: Preferences) -> Path:
    last = preferences.last_folder
    if last is not None and last.is_dir():
        return last
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def spreadsheet_kinds() -> str:
    """The kinds of files that the importer reads."""
    return tr("Spreadsheets ({endings})", endings=_SPREADSHEETS)


def choose_files_to_open(
    parent: QWidget, title: str, kinds: str, preferences: Preferences
) -> list[Path]:
    """The files chosen, none when it was cancelled; ``kinds`` as ``"Company files (*.sikte)"``."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(_start(preferences)), kinds)
    paths = [Path(name) for name in names]
    if paths:
        preferences.last_folder = paths[0].parent
    return paths


def choose_file_to_save(
    parent: QWidget, title: str, name: str, kinds: str, ending: str, preferences: Preferences
) -> Path | None:
    """Where to save.  When none of the endings in ``kinds`` is there, that of the kind which was
    chosen is put on, or else ``ending`` (``.pdf``)."""
    chosen, kind = QFileDialog.getSaveFileName(
        parent, title, str(_start(preferences) / name), kinds
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in {ending, *_ENDING.findall(kinds)}:
        path = path.with_name(path.name + next(iter(_ENDING.findall(kind)), ending))
    preferences.last_folder = path.parent
    return path


def choose_folder(parent: QWidget, title: str, preferences: Preferences) -> Path | None:
    """The folder chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_start(preferences)))
    if not chosen:
        return None
    preferences.last_folder = Path(chosen)
    return Path(chosen)
