"""What a file holds, before anyone has understood it: workbook, sheets, cells.

Sheets are kept by column, because a hundred thousand rows have to be read, sent between
processes and added up in less than a second.  :meth:`Sheet.rows` and :meth:`Sheet.cell` give
the same by row and by cell.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from desktop.core.message import Message


class CellError(str):
    """An error of a spreadsheet (``#DIV/0!``) in a cell: never a value, never text."""

    __slots__ = ()


Value = None | str | float | bool | date | datetime | CellError
"""None is an empty cell.  Every number is a float.  Clock times and durations are numbers of
days, as spreadsheets keep them, with a format that says so (``h:mm``, ``[h]:mm:ss``)."""


Numbers = Sequence[float | None]
"""The cells of a column as numbers, ``None`` where one holds none."""


class LongColumn(Sequence[Value]):
    """A column of so many cells that it is not kept as a list; it answers for all of them at once.

    Slices of neighbouring cells are such columns too.
    """

    @abstractmethod
    def distinct(self) -> Iterator[Value]:
        """What stands in the cells, each once, as it first occurs; stop when you have enough."""

    @abstractmethod
    def filled(self) -> int:
        """How many cells hold something."""

    @abstractmethod
    def signed(self) -> Iterator[str]:
        """The texts among which are all that hold a point or a comma."""

    @abstractmethod
    def numbers(self, decimal: str) -> Numbers:
        """The cells as numbers, with this decimal sign where they are texts."""

    @abstractmethod
    def farthest(self, decimal: str) -> float:
        """How far from zero those numbers go."""

    @abstractmethod
    def runs(self) -> Iterable[tuple[Value, int]] | None:
        """The cells with how often each stands there in a row; ``None`` where that is no shorter
        than the cells."""

    @abstractmethod
    def spread(self, parts: int) -> list[Value]:
        """A cell of each of so many parts that are equally long."""

    @abstractmethod
    def all_numbers(self) -> bool:
        """Whether every cell is surely a number, in one convention or the other."""


class Kind(StrEnum):
    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    BOOL = "bool"
    DATE = "date"
    ERROR = "error"


def kind_of(value: Value) -> Kind:
    """What sort of thing a cell holds."""
    if value is None:
        return Kind.EMPTY
    if isinstance(value, CellError):
        return Kind.ERROR
    if isinstance(value, str):
        return Kind.TEXT
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, date):
        return Kind.DATE
    return Kind.NUMBER


class Cell(NamedTuple):
    """One cell with its number format ("" where the file has none or General)."""

    value: Value
    kind: Kind
    format: str = ""


class Area(NamedTuple):
    """A rectangle of cells, ends included, in the file's own numbers from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class NamedTable(NamedTuple):
    """A table that the author of the workbook defined and named."""

    name: str
    area: Area
    header_rows: int = 1
    total_rows: int = 0


@dataclass(slots=True)
class Sheet:
    """The used part of one sheet; text files have one.

    ``columns[c][r]`` is a cell; all columns are equally long, and lists unless they are very
    long (:class:`LongColumn`).  ``row_numbers[r]`` and
    ``column_numbers[c]`` are the file's own numbers, from 1.  They go up by one except where
    a very long run of empty rows or columns was left out.  In text files a row is a record:
    a quoted field with line breaks stays in one row, blank lines count, as in a spreadsheet.
    """

    name: str
    columns: list[Sequence[Value]]
    row_numbers: Sequence[int]
    column_numbers: Sequence[int]
    hidden: bool = False
    formats: dict[int, str] = field(default_factory=dict)
    """The number format of a column's numbers and dates, by index of the column."""
    cell_formats: dict[tuple[int, int], str] = field(default_factory=dict)
    """Formats that differ from their column's, by (index of row, index of column)."""
    tables: tuple[NamedTable, ...] = ()
    merged: tuple[Area, ...] = ()
    made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What has been made of the cells already, by what it was made with."""

    @property
    def height(self) -> int:
        return len(self.row_numbers)

    @property
    def width(self) -> int:
        return len(self.columns)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """The cells by row; as fast as a bare zip."""
        return zip(*self.columns, strict=True)

    def row(self, index: int) -> tuple[Value, ...]:
        return tuple(column[index] for column in self.columns)

    def format(self, row: int, column: int) -> str:
        """The number format of a cell, by indexes."""
        return self.cell_formats.get((row, column), self.formats.get(column, ""))

    def cell(self, row: int, column: int) -> Cell:
        """One cell by indexes."""
        value = self.columns[column][row]
        return Cell(value, kind_of(value), self.format(row, column))

    def row_index(self, number: int) -> int:
        """Index of the row with this number in the file, or of the next one that is kept."""
        return bisect_left(self.row_numbers, number)

    def column_index(self, number: int) -> int:
        """Index of the column with this number in the file, or of the next one kept."""
        return bisect_left(self.column_numbers, number)

    def letters(self, column: int) -> str:
        """How a spreadsheet calls the column at this index: ``B``."""
        return column_letters(self.column_numbers[column])

    def address(self, row: int, column: int) -> str:
        """How a spreadsheet calls the cell at these indexes: ``B7``."""
        return f"{self.letters(column)}{self.row_numbers[row]}"

    def reference(self, *ends: tuple[int, int]) -> str:
        """A cell, or the cells from one to another, as formulas name them: ``Sales!B7:B9``."""
        text = ":".join(self.address(row, column) for row, column in ends)
        return f"{self.name}!{text}" if self.name else text


@dataclass(slots=True)
class Workbook:
    """Everything that was read from one file."""

    name: str
    """The file's name without its folder."""
    kind: str
    """What it is by its content: xlsx, xls, xlsb, ods or text."""
    sheets: list[Sheet]
    dates_from_1904: bool = False
    encoding: str = ""
    """Of a text file: utf-8, utf-16 or cp1252."""
    delimiter: str = ""
    """Of a text file; "" where it has one column."""
    warnings: tuple[Message, ...] = ()


def column_letters(number: int) -> str:
    """A column's letters: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The opposite of :func:`column_letters`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
