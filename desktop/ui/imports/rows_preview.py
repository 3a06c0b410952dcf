"""The first rows of a table as the file has them, with its letters and row numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import font, palette
from desktop.ui.widgets import Column, DataTable

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft, Table

ROWS, COLUMNS = 24, 40
_ABOVE = 3
_NUMBER, _ROW = 48, 30
_NARROW, _WIDE, _PADDING = 72, 190, 20


class RowsPreview(DataTable[int]):
    """Rows of the sheet from a little above ``table`` on; what is not counted is soft, and what
    tells the period has the accent."""

    def __init__(self, draft: ImportDraft, table: Table) -> None:
        rows = _Rows(draft, table)
        super().__init__("import_rows", rows.columns(), name=tr("The first rows of the table"))
        self.setSortingEnabled(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionsClickable(False)
        self.set_rows(rows.shown)


class _Rows:
    """The rows that are shown, and how each cell of them looks."""

    def __init__(self, draft: ImportDraft, table: Table) -> None:
        self._sheet = table.sheet_of(draft.workbook)
        self._table = table
        self._head = table.first
        if table.header_row is not None:
            self._head = min(self._sheet.row_index(table.header_row), table.first)
        self._periods = {index for index, _ in table.header}
        axis = table.period
        if axis is not None and axis.column is not None:
            self._periods |= {c.index for c in table.columns if c.name == axis.column}
        self._values = {c.index for c in table.columns if c.role == "value" and not table.header}
        top = max(self._head - _ABOVE, 0)
        self.shown = range(top, min(top + ROWS, self._sheet.height))

    def columns(self) -> list[Column[int]]:
        numbers = self._sheet.row_numbers
        soft = palette().ink_soft
        columns: list[Column[int]] = [
            Column(
                name="row",
                title="",
                text=lambda row: str(numbers[row]),
                colour=lambda _: soft,
                right=True,
                width=_NUMBER,
            )
        ]
        for index in range(min(self._sheet.width, COLUMNS)):
            columns.append(self._column(index))
        return columns

    def _column(self, index: int) -> Column[int]:
        right = index in self._values or self._holds_amounts(index)
        return Column(
            name=f"column{index}",
            title=self._sheet.letters(index),
            text=lambda row: self._words(row, index),
            colour=lambda row: self._ink(row, index),
            tooltip=lambda row: self._words(row, index),
            right=right,
            width=self._width(index),
        )

    def _holds_amounts(self, index: int) -> bool:
        """Whether the column is one of those of a wide table, or a total beside them; numbers
        before them are those of accounts."""
        if not self._table.header or index < min(self._periods, default=0):
            return False
        if index in self._periods:
            return True
        first, last = self._table.first, self._table.last
        cells = [self._sheet.columns[index][row] for row in self.shown if first <= row <= last]
        filled = [cell for cell in cells if cell is not None]
        return 2 * sum(isinstance(cell, float) for cell in filled) > len(filled)

    def _width(self, index: int) -> int:
        metrics = QFontMetrics(font())
        texts = [self._words(row, index) for row in self.shown]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return min(max(widest + _PADDING, _NARROW), _WIDE)

    def _words(self, row: int, column: int) -> str:
        value = self._sheet.columns[column][row]
        counted = column in self._values or column in self._periods
        if isinstance(value, float) and not counted and value == int(value):
            return str(int(value))  # the number of an account or an order has no thousands
        return _cell_words(value, self._sheet.format(row, column))

    def _ink(self, row: int, column: int) -> str:
        tokens = palette()
        table = self._table
        if row < self._head or row > table.last or row in table.left_out:
            return tokens.ink_soft
        if table.header:
            in_head = self._head <= row < table.first and column in self._periods
            return tokens.accent if in_head else ""
        return tokens.accent if column in self._periods else ""


def _cell_words(value: str | float | bool | date | None, number_format: str) -> str:
    """A cell of the file in the reader's own format."""
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case float():
            return _number_words(value, number_format)
        case datetime():
            return current().moment(value)
        case date():
            return current().day_short(value)
        case _:
            return " ".join(str(value).split())


def _number_words(value: float, number_format: str) -> str:
    if "%" in number_format:
        return current().quantity(Quantity(value, Unit(UnitKind.PERCENT), 1))
    if value == int(value) and 1900 <= value <= 2100 and "#" not in number_format:
        return str(int(value))  # more likely a year than a number with thousands
    return current().number(value, 0 if value == int(value) else 2)
