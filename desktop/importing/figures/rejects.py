"""Cells that an import does not take, each with where it is and why."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.message import Message, msg
from desktop.importing.cells import CellError, Sheet, Value
from desktop.importing.tables.recognition import Column
from desktop.importing.values.kinds import EMPTY, MISSING, glance
from desktop.importing.values.marks import is_censored, is_error, plain
from desktop.importing.values.number_columns import number_in

_LISTED = 500


@dataclass(frozen=True, slots=True)
class Reject:
    """One cell that was not taken.  ``row`` is the file's own number, ``column`` the name;
    ``code`` is ``undated``, ``error``, ``censored``, ``not a number``, ``missing`` (beside a cell
    that it belongs with), ``zero`` (to divide by), ``gap`` (before a running total) or
    ``sentinel`` (a number that stands for a missing value)."""

    sheet: str
    row: int
    column: str
    code: str
    value: str
    message: Message
    cell: str


class Rejects:
    """Collects rejected cells of one sheet; lists the first few hundred and counts the rest."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.listed: list[Reject] = []
        self.beyond = 0

    def add_value(self, row: int, column: Column, value: Value, index: int | None = None) -> None:
        """A cell that holds no number; a missing mark is nothing to report."""
        if isinstance(value, str) and not isinstance(value, CellError):
            if is_censored(value):
                message = msg("{value} is only a bound, not a value.", value=plain(value))
                self.add(row, column, "censored", value, message, index)
                return
            if glance(value) in EMPTY + MISSING:
                return
        if isinstance(value, CellError) or (isinstance(value, str) and is_error(value)):
            message = msg("The cell holds an error: {value}.", value=str(value))
            self.add(row, column, "error", value, message, index)
            return
        text = plain(str(value))[:60]
        if column.missing is not None and number_in(value, column.decimal) == column.missing:
            message = msg("{value} stands for a missing value.", value=f"{column.missing:g}")
            self.add(row, column, "sentinel", value, message, index)
            return
        message = msg("“{value}” is not a number.", value=text)
        self.add(row, column, "not a number", value, message, index)

    def add_undated(self, row: int, column: Column, period_column: int | None) -> None:
        """A row whose value belongs to no period."""
        if len(self.listed) >= _LISTED:
            self.beyond += 1
            return
        value = None if period_column is None else self.sheet.columns[period_column][row]
        if value is None:
            message = msg("The row has no date.")
        else:
            message = msg("“{value}” is not a date.", value=plain(str(value))[:60])
        self.add(row, column, "undated", self.sheet.columns[column.index][row], message)

    def add_value_or(self, row: int, column: Column, value: Value, missing: Message) -> None:
        """A cell that is needed but holds no number: what it holds instead, or that it is empty."""
        before = len(self.listed) + self.beyond
        if value is not None:
            self.add_value(row, column, value)
        if before == len(self.listed) + self.beyond:
            self.add(row, column, "missing", value, missing)

    def add(
        self,
        row: int,
        column: Column,
        code: str,
        value: Value,
        message: Message,
        index: int | None = None,
    ) -> None:
        """A cell of ``column``; of a wide table that at ``index``."""
        if len(self.listed) >= _LISTED:
            self.beyond += 1
            return
        self.listed.append(
            Reject(
                self.sheet.name,
                self.sheet.row_numbers[row],
                column.name,
                code,
                "" if value is None else str(value)[:200],
                message,
                self.sheet.reference((row, column.index if index is None else index)),
            )
        )
