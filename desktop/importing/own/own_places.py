"""Where a table of ours stands in a sheet now: its labels, its headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop.core.own_workbook import OwnTable
from desktop.importing.cells import Sheet, Value

_HEADS = 200  # rows in which a head is looked for


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: ``line`` is its row of headings, ``side`` the column beside the values.

    ``labels`` and ``periods`` are indexes of rows and columns, whichever way the table lies; more
    than one where somebody has copied a row.
    """

    sheet: Sheet
    index: int
    line: int
    side: int
    labels: dict[str, list[int]]
    periods: dict[date, list[int]]

    @property
    def size(self) -> int:
        return len(self.labels) * len(self.periods)


class PlaceFinder:
    """Knows the labels and headings of one table again."""

    def __init__(self, own: OwnTable) -> None:
        self._own = own
        self._labels = {folded(kpi.label): kpi.label for kpi in own.kpis}
        self._starts = {period.start for period in own.periods}
        self._headings = {folded(p.heading): p.start for p in own.periods if p.heading}

    def label(self, value: Value) -> str | None:
        return self._labels.get(folded(value)) if isinstance(value, str) else None

    def period(self, value: Value) -> date | None:
        if isinstance(value, date):
            day = date(value.year, value.month, value.day)
            return day if day in self._starts else None
        return self._headings.get(folded(value)) if isinstance(value, str) else None

    def place(self, sheet: Sheet, index: int) -> Place | None:
        """Where the sheet has most of the table."""
        heads = self.period if self._own.across else self.label
        sides = self.label if self._own.across else self.period
        rows = range(min(sheet.height, _HEADS))
        line = max(rows, key=lambda row: _count(heads, sheet.row(row)), default=0)
        side = max(
            range(sheet.width), key=lambda column: _count(sides, sheet.columns[column][line + 1 :])
        )
        top, left = sheet.row(line), sheet.columns[side][line + 1 :]
        if self._own.across:
            labels, periods = _where(self.label, left, line + 1), _where(self.period, top, 0)
        else:
            labels, periods = _where(self.label, top, 0), _where(self.period, left, line + 1)
        return Place(sheet, index, line, side, labels, periods) if labels and periods else None


Found = TypeVar("Found")


def _count(find: Callable[[Value], object], values: Sequence[Value]) -> int:
    return sum(find(value) is not None for value in values)


def _where(
    find: Callable[[Value], Found | None], values: Sequence[Value], first: int
) -> dict[Found, list[int]]:
    places: dict[Found, list[int]] = {}
    for index, value in enumerate(values, start=first):
        found = find(value)
        if found is not None:
            places.setdefault(found, []).append(index)
    return places


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()
