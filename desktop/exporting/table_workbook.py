"""A plain table as a workbook: what accounting programs and mailing tools hand out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

TableValue = str | int | float | date | None


def write_table(
    path: Path,
    sheet: str,
    rows: Sequence[Sequence[TableValue]],
    *,
    number_format: str = "General",
    date_format: str = "yyyy-mm-dd",
    widths: Sequence[int] = (),
) -> None:
    """Write ``rows`` to the one sheet of a new xlsx file.

    ``number_format`` and ``date_format`` are Excel's; ``widths`` are in characters, column by
    column.  Text stays text, also when it begins with ``=``.
    """
    from openpyxl import Workbook  # heavy
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    workbook.remove(workbook.active)
    page = workbook.create_sheet(sheet)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, float):
                cell.number_format = number_format
            elif isinstance(value, date):
                cell.number_format = date_format
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    workbook.save(path)
