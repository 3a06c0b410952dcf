"""Tells quickly which of many rows do not look like the rows sampled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.importing.cells import Sheet
from desktop.importing.tables.axis_reading import without_time
from desktop.importing.tables.row_kinds import FIGURES, is_data_like
from desktop.importing.values.kinds import DATE, EMPTY, MISSING, NUMBER, YEAR, glance, glances
from desktop.importing.values.number_columns import all_numbers
from desktop.importing.values.whole_columns import distinct

_PLAIN = re.compile(r"-?(?:\d{1,3}|\d{5,12}|\d{1,9}[.,]\d{1,2})", re.ASCII)
_PRESENT = FIGURES - {MISSING}


class RowTest:
    """Knows the columns of dates and figures of one table."""

    def __init__(self, sheet: Sheet, columns: Sequence[int], sample: Sequence[str]) -> None:
        self.sheet = sheet
        self.dates: list[int] = []
        self.figures: list[int] = []
        for c in columns:
            kinds = [row[c] for row in sample if row[c] != EMPTY]
            if 2 * kinds.count(DATE) > len(kinds):
                self.dates.append(c)
            elif 2 * sum(kind in FIGURES for kind in kinds) > len(kinds):
                self.figures.append(c)
        self.figures.sort(key=lambda c: sum(row[c] == EMPTY for row in sample))

    def odd_rows(self, first: int, until: int) -> list[int]:
        """The rows of this stretch that have no date, or no figures where there are no dates."""
        rows: Sequence[int] = range(first, until)
        if not self.dates and not self.figures:
            return [row for row in rows if not is_data_like(glances(self.sheet.row(row)))]
        if self.dates:
            cells = self.sheet.columns[self.dates[0]][first:until]
            strange = {d for d in set(map(without_time, distinct(cells))) if glance(d) != DATE}
            if not strange:
                return []
            return [row for row, cell in enumerate(cells, first) if without_time(cell) in strange]
        for column in self.figures:
            cells = self.sheet.columns[column][first:until]
            if all_numbers(cells):
                return []
            others = {value for value in distinct(cells) if glance(value) not in _PRESENT}
            rows = [row for row in rows if cells[row - first] in others] if others else []
        return list(rows)

    def holds_number(self, row: int) -> bool:
        """Whether a plain number that is no year stands where figures do."""
        for column in self.figures:
            value = self.sheet.columns[column][row]
            if isinstance(value, str):
                if _PLAIN.fullmatch(value) is not None:
                    return True
            elif glance(value) == NUMBER:
                return True
        return False

    def has_figures(self, kinds: str) -> bool:
        """Whether a row has a figure where figures stand; of missing marks more than a stray one
        is needed, which a legend may explain."""
        held = [kinds[c] for c in self.figures]
        if any(kind in _PRESENT for kind in held):
            return True
        return held.count(MISSING) > (1 if len(held) > 1 else 0)

    def is_renamed(self, kinds: str) -> bool:
        """Whether names stand where this table has its dates and figures."""
        keys = self.dates + self.figures
        return 2 * sum(kinds[c] not in FIGURES - {YEAR} | {EMPTY} for c in keys) > len(keys)
