"""Dialogs that more than one page uses."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.dialogs.dialog import Dialog
    from desktop.ui.dialogs.files import choose_file_to_save, choose_files_to_open, choose_folder
    from desktop.ui.dialogs.question import Answer, Question, ask, confirm

__all__ = [
    "Answer",
    "Dialog",
    "Question",
    "ask",
    "choose_file_to_save",
    "choose_files_to_open",
    "choose_folder",
    "confirm",
]

# Loaded when first asked for: a page pays only for the widgets that it shows.
_MODULES = {
    "Answer": "question",
    "Dialog": "dialog",
    "Question": "question",
    "ask": "question",
    "choose_file_to_save": "files",
    "choose_files_to_open": "files",
    "choose_folder": "files",
    "confirm": "question",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
