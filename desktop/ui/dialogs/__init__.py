"""Dialogs that more than one page uses."""

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
