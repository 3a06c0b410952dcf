"""Sheets as PDF without a window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.core.company import Paper
    from desktop.core.sheet_content import Sheet


def write_sheets(
    path: Path, sheets: Sequence[Sheet], *, language: str, paper: Paper, colour: bool = True
) -> int:
    """The pages of all sheets, in ``language``, and how many they are; raises
    :class:`FileFault`."""
    from PySide6.QtGui import QGuiApplication

    from desktop.qtkit.wording import wording
    from desktop.sheets.lay_out import lay_out
    from desktop.sheets.pdf import write_pdf

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["sikte"])
    words = wording(language)
    pages = [page for sheet in sheets for page in lay_out(sheet, words, paper=paper, colour=colour)]
    write_pdf(path, pages, paper)
    del app  # lives as long as what it paints
    return len(pages)
