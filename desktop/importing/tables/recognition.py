"""What recognition finds in a workbook: tables, their columns and period axis, open questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.core.kpi import AddUp, Better
from desktop.core.message import Message
from desktop.core.unit import Unit
from desktop.importing.cells import Numbers, Sheet, Value, Workbook
from desktop.importing.tables.axis_reading import AxisReading
from desktop.importing.values.bare_percents import in_points
from desktop.importing.values.number_columns import read_numbers, typed_numbers
from desktop.importing.values.sentinels import without
from desktop.importing.values.stamps import Grain, Part, Stamp


class Layout(StrEnum):
    LONG = "long"  # a row a period (or an event), a column a measure
    WIDE = "wide"  # a column a period, a row a measure


class Role(StrEnum):
    PERIOD = "period"
    VALUE = "value"
    LABEL = "label"
    IGNORED = "ignored"


class Left(StrEnum):
    """Why a row of a table is not counted."""

    TOTAL = "total"
    UNDATED = "undated"
    HEADING = "heading"
    NOTE = "note"
    REPEAT = "repeated header"
    SHIFTED = "shifted"  # a field more than the header names


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open.  ``kind`` tells which answers are valid besides the
    options' keys: ``choice`` none, ``year`` a year, ``day`` an ISO date, ``period`` an ISO date,
    month, week or year.  ``tables`` are the indexes of those that it was met in, none where it
    is about the file as a whole."""

    id: str
    message: Message
    options: tuple[tuple[str, Message], ...] = ()
    examples: tuple[str, ...] = ()
    kind: str = "choice"
    lasting: bool = True  # whether the answer holds for the next file of this shape as well
    tables: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PeriodAxis:
    """Where the periods stand.  ``column`` is ``None`` when the header or the whole file has them.

    ``first`` and ``last`` are the first days of the first and last period, ``None`` while a
    question about them is open.
    """

    column: str | None
    cadence: Grain
    first: date | None
    last: date | None
    reading: AxisReading
    dense: bool = False  # daily with hardly a day missing, so that its ends cut periods short
    covers_from: date | None = None  # the days that the file says it covers, or its first and last
    covers_to: date | None = None
    fiscal: bool = False  # years that start in some other month than January


@dataclass(frozen=True, slots=True)
class DateColumn:
    """Another column that could tell the periods: the day that an order was paid."""

    name: str
    reading: AxisReading


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a long table, or a labelled row of a wide one.

    ``index`` is that of the column in the sheet; for a wide table of the first row.  ``sum`` is
    ``None`` unless the cells are numbers of one unit.
    """

    name: str
    role: Role
    type: str
    unit: Unit | None
    count: int
    sum: float | None
    first: Value
    last: Value
    index: int
    rows: tuple[int, ...] = ()  # of a wide table: the indexes of the rows with this label
    only: tuple[int, ...] = ()  # of a wide table: the columns it takes, where not all periods'
    decimal: str = "."  # the decimal sign of numbers written as text
    scale: float = 1.0
    missing: float | None = None  # the number that stands for "no value"
    bare_points: bool = False  # 10 among cells such as 5% is 10 % as well
    total: bool = False  # a total of other rows, or a column that adds up others
    add_up: AddUp = AddUp.SUM
    year: int | None = None  # of a column that holds one year of a table by month or day
    currency_column: int | None = None  # where the currency of each row stands, if it varies
    values: tuple[str, ...] = ()  # the distinct texts of a label column, if they are few
    ready: str = ""  # the ready KPI that it is, where that is known for certain
    better: Better | None = None  # where it is known for certain
    typed: bool = False  # only real numbers count: text is never read as one

    def numbers(self, cells: Sequence[Value]) -> Numbers:
        """Cells of it as numbers, ``None`` where they hold none or stand for a missing one."""
        read = typed_numbers(cells) if self.typed else read_numbers(cells, self.decimal)
        numbers = without(read, self.missing)
        return in_points(numbers, cells, self.decimal) if self.bare_points else numbers


@dataclass(frozen=True, slots=True)
class Table:
    """One table: how it lies in the sheet and how each part is to be read.

    ``header_row``, ``first_row`` and ``last_row`` are the file's own numbers; the rest are
    indexes into the sheet.  ``left_out`` are rows that do not count: totals, notes, no date.
    """

    sheet: str
    title: str
    layout: Layout
    header_row: int | None
    first_row: int | None
    last_row: int | None
    period: PeriodAxis | None
    columns: tuple[Column, ...]
    shape: str = ""
    reasons: tuple[Message, ...] = ()
    sheet_index: int = 0
    first: int = 0
    last: int = -1
    left_out: dict[int, Left] = field(default_factory=dict)
    header: tuple[tuple[int, Stamp | Part], ...] = ()  # of a wide table: columns, their periods
    dates: tuple[DateColumn, ...] = ()  # of a long table: other columns of dates
    cells: Sheet | None = None  # where they are worked out from the file rather than in it
    aside: bool = False  # offered, but never chosen from the start

    def sheet_of(self, workbook: Workbook) -> Sheet:
        """Where its cells are."""
        return workbook.sheets[self.sheet_index] if self.cells is None else self.cells

    def column(self, name: str) -> Column | None:
        """The column (or the row of a wide table) with this name."""
        return next((column for column in self.columns if column.name == name), None)

    def data_rows(self) -> Sequence[int]:
        """The indexes of the rows that count."""
        if not self.left_out:
            return range(self.first, self.last + 1)
        return [row for row in range(self.first, self.last + 1) if row not in self.left_out]

    def rows_left(self, reason: Left) -> list[int]:
        """The indexes of the rows that do not count for this reason."""
        return [row for row, why in self.left_out.items() if why is reason]


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one workbook."""

    tables: tuple[Table, ...]
    questions: tuple[Question, ...] = ()
    warnings: tuple[Message, ...] = ()
    answered: tuple[Question, ...] = ()  # those that the answers given have settled
