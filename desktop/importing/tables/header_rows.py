"""Which rows of a sheet are the header of the data below them."""

from __future__ import annotations

import re

from desktop.importing.cells import Sheet, Value
from desktop.importing.tables.coded_header import is_coded
from desktop.importing.tables.row_kinds import (
    filled,
    fits,
    is_data_like,
    is_header_like,
    is_sparse_data,
)
from desktop.importing.values.kinds import (
    DATE,
    EMPTY,
    NUMBER,
    PART,
    TEXT,
    YEAR,
    glances,
)
from desktop.importing.values.marks import plain

REACH = 5  # rows between a header and its first numbers: blank lines, group names, units
_RATE = re.compile(r"\d{1,2} ?%")


class HeaderRows:
    """Judges the rows of a sheet between ``top`` and ``height``, the row after the last."""

    def __init__(self, sheet: Sheet, top: int, height: int) -> None:
        self.sheet = sheet
        self.top = top
        self.height = height
        self._kinds: dict[int, str] = {}
        self._names: dict[int, tuple[Value, ...]] = {}

    def kinds(self, row: int) -> str:
        """The kinds of a row's cells, one letter each."""
        found = self._kinds.get(row)
        if found is None:
            found = self._kinds[row] = glances(self.sheet.row(row))
        return found

    def names(self, row: int) -> tuple[Value, ...]:
        """The cells of a header row, which many rows are held against."""
        if row not in self._names:
            self._names[row] = self.sheet.row(row)
        return self._names[row]

    def header_of(self, row: int, floor: int) -> int | None:
        """The header over a row that looks like data."""
        kinds = self.kinds(row)
        if not is_data_like(kinds):
            return None
        for above in range(row - 1, max(floor, row - REACH) - 1, -1):
            names = self.kinds(above)
            if filled(names) >= 2:
                named = is_header_like(names) or self.is_coded_header(above)
                named = named or is_coded(self.sheet.row(above)) or self.names_rates(above)
                named = named or self.names_letters(above, kinds)
                if not named and self.is_unfilled(above):
                    continue
                return above if named and fits(names, kinds) else None
        return None

    def names_rates(self, row: int) -> bool:
        """Whether names stand beside rates of tax as names: ``Card, Cash, 25 %, 12 %``."""
        held = [value for value in self.sheet.row(row) if isinstance(value, str) and plain(value)]
        rates = sum(_RATE.fullmatch(plain(value)) is not None for value in held)
        kinds = self.kinds(row)
        return rates == kinds.count(NUMBER) > 0 and kinds.count(TEXT) == filled(kinds) - rates > 1

    def names_letters(self, row: int, below: str) -> bool:
        """Whether ``X``, which may mark a missing value, names figures: ``Date, X`` over a date."""
        names = self.sheet.row(row)
        pairs = [
            (TEXT if isinstance(name, str) and len(plain(name)) == 1 else kind, under)
            for name, kind, under in zip(names, self.kinds(row), below, strict=True)
        ]
        dated = any(kind == TEXT and under in DATE + PART for kind, under in pairs)
        return dated and all(kind in TEXT + EMPTY for kind, _ in pairs)

    def is_unfilled(self, row: int) -> bool:
        """Whether a row has a label, and nothing but missing marks beside it."""
        kinds = self.kinds(row)
        return is_sparse_data(kinds) and kinds.count(TEXT) == 1

    def is_coded_header(self, row: int) -> bool:
        """Numbers that are names over dated rows: ``Day, 01, 03``, with texts over the dates."""
        if row + 3 >= self.height:
            return False
        kinds = self.kinds(row)
        below = [self.kinds(row + step) for step in range(1, 4)]
        keys = [
            c for c in range(len(kinds)) if all(line[c] in DATE + PART + YEAR for line in below)
        ]
        if not keys or any(kinds[c] != TEXT for c in keys):
            return False
        codes = [v for v in self.sheet.row(row) if isinstance(v, float) and v.is_integer()]
        return len(codes) >= 3 and kinds.count(NUMBER) == len(codes) and codes == sorted(set(codes))

    def starts_without_header(self, row: int) -> bool:
        """Whether dated rows of one kind follow with no header over them."""
        if row + 2 >= self.height:
            return False
        first, *others = (self.kinds(row + step) for step in range(3))
        if DATE not in first or NUMBER not in first:
            return False
        columns = [c for c, kind in enumerate(first) if kind in NUMBER + DATE]
        return all(kinds[c] == first[c] for kinds in others for c in columns)

    def is_header_alone(self, row: int) -> bool:
        """A header with no rows, as in exports that put a comment line over every table."""
        kinds = self.kinds(row)
        if filled(kinds) < 2 or not is_header_like(kinds) or not self.is_comment(row - 1):
            return False
        below = row + 1
        while below < self.height and not filled(self.kinds(below)):
            below += 1
        return below >= self.height or self.is_comment(below)

    def is_comment(self, row: int) -> bool:
        """Whether a row is a lone text behind a number sign."""
        first = self.sheet.columns[0][row]
        return isinstance(first, str) and first.startswith("#") and filled(self.kinds(row)) == 1

    def header_block(self, header: int | None, floor: int) -> tuple[int, ...]:
        """The header rows that end in ``header``: the lines of names right above it as well."""
        if header is None:
            return ()
        top = header
        while top > floor and self.is_upper_header(top - 1):
            top -= 1
        while top < header and self.is_described(header - 1):
            header -= 1
        return tuple(range(top, header + 1))

    def is_described(self, row: int) -> bool:
        """Whether the row below explains the names in this one, sentence by sentence."""
        names, below = (
            [plain(value) for value in self.sheet.row(line) if isinstance(value, str)]
            for line in (row, row + 1)
        )
        if len(names) < 3 or len(below) < len(names):
            return False
        words = sum(len(text.split()) for text in below)
        return words >= 4 * len(below) and words >= 2 * sum(len(text.split()) for text in names)

    def is_upper_header(self, row: int) -> bool:
        """Whether a row belongs to the header that ends below it."""
        kinds = self.kinds(row)
        if filled(kinds) >= 2:
            periods = all(kind in EMPTY + DATE + PART + YEAR for kind in kinds)
            named = periods or not is_data_like(kinds) or self.is_over_series(row)
            return is_header_like(kinds) and named
        number = self.sheet.row_numbers[row]
        return filled(kinds) == 1 and any(
            area.first_row == number and 1 < area.first_column < area.last_column
            for area in self.sheet.merged
        )

    def is_over_series(self, row: int) -> bool:
        """Whether periods stand over names that come back under each, Actual, Plan, Actual, or
        over a name each."""
        kinds, below = self.kinds(row), self.kinds(row + 1)
        periods = [c for c, kind in enumerate(kinds) if kind in DATE + PART + YEAR]
        if len(periods) < 2 or any(kind not in TEXT + EMPTY for kind in below):
            return False
        under = [c for c, kind in enumerate(below) if kind == TEXT and c >= periods[0]]
        if len(periods) > 2 and set(under) <= set(periods):
            return bool(under)  # weekdays under their dates
        cells = self.sheet.row(row + 1)[periods[0] :]
        names = [plain(value) for value in cells if isinstance(value, str)]
        return len(names) >= len(periods) and 2 * len(set(names)) <= len(names)

    def numbers_columns(self, row: int) -> bool:
        """Whether a row under the names only counts the columns: 1, 2, 3."""
        held = [value for value in self.sheet.row(row) if value is not None]
        return len(held) >= 3 and held == [float(at) for at in range(1, len(held) + 1)]
