"""What the fast reader leaves out of a sheet: number formats and error cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class SheetExtras:
    """By the file's own numbers: column, and (row, column)."""

    formats: dict[int, str] = field(default_factory=dict)
    cell_formats: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    values: int = 0
    """How many cells have a value, to check that the fast reader saw them."""
    unsolved: bool = False
    """Whether a formula has no result in the file."""

    def settle(self, columns: Mapping[int, Iterable[tuple[int, str]]]) -> None:
        """Note the formats of the numbers of each column, given as (row, format).

        The most frequent becomes the column's, the others stay with their cells.
        """
        for column, cells in columns.items():
            found = list(cells)
            usual = Counter(number_format for _, number_format in found).most_common(1)[0][0]
            if usual:
                self.formats[column] = usual
            for row, number_format in found:
                if number_format != usual:
                    self.cell_formats[row, column] = number_format
