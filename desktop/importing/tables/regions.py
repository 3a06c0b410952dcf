"""Where the tables of a sheet are: header rows, data rows, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from desktop.core.stopping import watched
from desktop.importing.cells import Sheet
from desktop.importing.tables.coded_header import is_coded
from desktop.importing.tables.header_rows import REACH, HeaderRows
from desktop.importing.tables.row_kinds import (
    filled,
    is_data_like,
    is_header_like,
    is_sparse_data,
    same_row,
)
from desktop.importing.tables.sampled_rows import RowTest
from desktop.importing.values.kinds import EMPTY
from desktop.importing.values.marks import plain

_SAMPLE = 60


class Odd(StrEnum):
    """Why a row inside a table is not one of its data rows."""

    BLANK = "blank"
    REPEAT = "repeated header"
    HEADING = "heading"
    NOTE = "note"
    SHIFTED = "shifted"  # a cell more than the others, so that its columns are not theirs


@dataclass(slots=True)
class Region:
    """One table by row and column indexes; ``odd`` are rows in it that hold no data."""

    sheet: Sheet
    header: tuple[int, ...]
    first: int
    last: int  # before ``first`` when the table has no rows
    columns: tuple[int, ...]
    above: tuple[int, ...] = ()  # filled rows between the table before and this header
    odd: dict[int, Odd] = field(default_factory=dict)
    beside: range | None = None  # the columns of the sheet that are its own, where others stand
    names_from: int = 0  # how many columns to the right of its data the header stands
    moved_from: int | None = None  # an empty column: the data of its name and later ones are beyond

    @property
    def header_row(self) -> int | None:
        """The header row nearest the data."""
        return self.header[-1] if self.header else None

    def rows(self) -> Sequence[int]:
        """Indexes of the rows that hold data."""
        if not self.odd:
            return range(self.first, self.last + 1)
        return [row for row in range(self.first, self.last + 1) if row not in self.odd]

    def all_rows(self) -> range:
        """Indexes of all rows under the header, down to the last that holds data."""
        top = self.first if self.header_row is None else self.header_row + 1
        return range(top, self.last + 1)


def stacked_regions(sheet: Sheet, top: int = 0, bottom: int | None = None) -> Iterator[Region]:
    """The tables that stand one under another between two rows, as wide as the sheet."""
    return _Finder(sheet, top, sheet.height if bottom is None else bottom + 1).regions()


class _Finder(HeaderRows):
    """Walks down a sheet; looks closely at a few rows and quickly at the many."""

    def regions(self) -> Iterator[Region]:
        start = self.top
        while (found := self.next_start(start)) is not None:
            header, data = found
            while header is not None and header < data - 1 and self.is_unfilled(data - 1):
                data -= 1
            region = self.grow(self.header_block(header, start), data)
            top = region.header[0] if region.header else data
            region.above = tuple(row for row in range(start, top) if filled(self.kinds(row)))
            yield region
            start = max(region.last, data - 1) + 1

    # Where a table starts.

    def next_start(self, start: int) -> tuple[int | None, int] | None:
        """The header row and the first data row of the next table, if there is one."""
        for row in range(start, self.height):
            if (header := self.header_of(row, start)) is not None:
                return header, row
            if self.starts_without_header(row):
                return None, row
            if row > start and self.is_header_alone(row):
                return row, row + 1
        return None

    # How far it goes.

    def grow(self, header: tuple[int, ...], first: int) -> Region:
        sample = self.sample(header, first)
        region = Region(self.sheet, header, first, first - 1, self.columns_of(header, sample))
        if not sample:
            return region
        test = RowTest(self.sheet, region.columns, [self.kinds(row) for row in sample])
        if header and self.numbers_columns(first):
            region.odd[first] = Odd.NOTE
        row, size = first, 256
        while row < self.height:
            until = min(row + size, self.height)
            for candidate in watched(self.with_followers(test.odd_rows(row, until))):
                if self.is_surely_data(candidate, header, test):
                    continue
                if self.starts_next(candidate, header, test):
                    return _closed(region, candidate - 1)
                if (odd := self.judge(candidate, header, test)) is not None:
                    region.odd[candidate] = odd
            row, size = until, size * 4
        return _closed(region, self.height - 1)

    def is_surely_data(self, row: int, header: tuple[int, ...], test: RowTest) -> bool:
        """Whether a row holds a number and is no header; seen without a look at all its cells."""
        held = test.holds_number(row)
        return held and not self.is_apart(row) and not self.is_repeat(row, header)

    def with_followers(self, odd: Sequence[int]) -> Iterator[int]:
        """Odd rows, and those right below them that name columns by years or other numbers."""
        every = set(odd)
        for row in odd:
            yield row
            below = row + 1
            if below < self.height and below not in every and self.is_apart(below):
                names = is_header_like(self.kinds(below)) or is_coded(self.sheet.row(below))
                if names:
                    yield below

    def sample(self, header: tuple[int, ...], first: int) -> list[int]:
        """The first rows of data, up to the next table's header."""
        rows: list[int] = []
        for row in range(first, min(first + 4 * _SAMPLE, self.height)):
            if self.starts_next(row, header, None):
                break
            kinds = self.kinds(row)
            if is_data_like(kinds) or is_sparse_data(kinds):
                rows.append(row)
            if len(rows) >= _SAMPLE:
                break
        return rows

    def columns_of(self, header: tuple[int, ...], sample: Sequence[int]) -> tuple[int, ...]:
        rows = [self.kinds(row) for row in (*header[-1:], *sample)]
        return tuple(c for c in range(self.sheet.width) if any(kinds[c] != EMPTY for kinds in rows))

    def starts_next(self, row: int, header: tuple[int, ...], test: RowTest | None) -> bool:
        """Whether a row is the header of another table below."""
        kinds = self.kinds(row)
        apart = self.is_apart(row)
        renamed = test is not None and test.is_renamed(kinds)
        if not is_header_like(kinds) or (is_data_like(kinds) and not renamed):
            return apart and self.is_coded_next(row, header)
        if not apart and (self.is_repeat(row, header) or (test is not None and not renamed)):
            return False
        for below in range(row + 1, min(row + 1 + 2 * REACH, self.height)):
            if self.header_of(below, row) is not None:
                return True
            lower = self.kinds(below)
            if filled(lower) >= 2 and not is_header_like(lower):
                return False
        return row > 0 and self.is_header_alone(row)

    def is_apart(self, row: int) -> bool:
        """Whether hardly anything stands in the row above."""
        if row == 0:
            return True
        above = self.sheet.row(row - 1)
        held = (v for v in above if v is not None and not (isinstance(v, str) and not plain(v)))
        return next(islice(held, 1, None), None) is None

    def is_coded_next(self, row: int, header: tuple[int, ...]) -> bool:
        """Whether a row that stands apart names the columns of another table by numbers."""
        if row + 1 >= self.height or not is_coded(self.sheet.row(row)):
            return False
        named = bool(header) and not is_coded(self.sheet.row(header[-1]))
        return not named and self.header_of(row + 1, row) is not None

    def is_repeat(self, row: int, header: tuple[int, ...]) -> bool:
        values = self.sheet.row(row)
        return any(same_row(values, self.names(line)) for line in header)

    def judge(self, row: int, header: tuple[int, ...], test: RowTest) -> Odd | None:
        """What an odd row is; ``None`` when it is data after all, if without a date."""
        kinds = self.kinds(row)
        if not filled(kinds):
            return Odd.BLANK
        if self.is_repeat(row, header):
            return Odd.REPEAT
        if test.has_figures(kinds):
            return None
        return Odd.HEADING if filled(kinds) == 1 else Odd.NOTE


def _closed(region: Region, last: int) -> Region:
    while last in region.odd:
        del region.odd[last]
        last -= 1
    region.last = last
    return region
