"""The hidden sheet by which a workbook of ours is known again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.own_workbook import SHEET, OwnWorkbook, to_rows
from desktop.exporting.number_formats import TEXT
from desktop.exporting.text import cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook


def write_marks(workbook: Workbook, own: OwnWorkbook) -> None:
    """Plain text in plain cells; hidden, but for anyone to see who asks for it."""
    from openpyxl.cell import WriteOnlyCell

    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "hidden"
    for row in to_rows(own):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet)
            cell.value = cell_text(text)
            cell.data_type = "s"
            cell.number_format = TEXT
            cells.append(cell)
        sheet.append(cells)
