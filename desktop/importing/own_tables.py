"""Workbooks of our own that come back: fill-in forms and exports, known by their hidden sheet.

Labels and headings lead to rows and columns, so that it does not matter where they stand now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop.core.message import Message, msg, nmsg
from desktop.core.own_workbook import SHEET, OwnKpi, OwnTable, OwnWorkbook, from_rows
from desktop.core.period import Period
from desktop.core.unit import UnitKind
from desktop.importing.axis_reading import AxisReading, Source
from desktop.importing.cells import Sheet, Value, Workbook
from desktop.importing.number_columns import added
from desktop.importing.periods import Grain, Stamp
from desktop.importing.recognition import Column, Layout, Left, PeriodAxis, Role, Table

_SECONDS_A_DAY = 86_400.0  # a spreadsheet keeps durations in days
_HEADS = 200  # rows in which a head is looked for
_NAMED = 5  # cells that are named when something is the matter


@dataclass(frozen=True, slots=True)
class OwnFound:
    """A table of ours: its columns are named by the labels, ``kpis`` says whose they are."""

    table: Table
    kpis: Mapping[str, OwnKpi]
    warnings: tuple[Message, ...] = ()


def own_workbook(workbook: Workbook) -> OwnWorkbook | None:
    """What the hidden sheet says; ``None`` where there is none."""
    for sheet in workbook.sheets:
        if sheet.columns and (sheet.name == SHEET or sheet.hidden):
            found = from_rows(sheet.rows())
            if found is not None:
                return found
    return None


def find_own_tables(workbook: Workbook, own: OwnWorkbook) -> list[OwnFound]:
    """Those of its tables that are still to be found."""
    found = (_find(workbook, table) for table in own.tables)
    return [each for each in found if each is not None]


@dataclass(frozen=True, slots=True)
class _Place:
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


class _Reader:
    """Knows the labels and headings of one table again."""

    def __init__(self, own: OwnTable) -> None:
        self._own = own
        self._labels = {_folded(kpi.label): kpi.label for kpi in own.kpis}
        self._starts = {period.start for period in own.periods}
        self._headings = {_folded(p.heading): p.start for p in own.periods if p.heading}

    def label(self, value: Value) -> str | None:
        return self._labels.get(_folded(value)) if isinstance(value, str) else None

    def period(self, value: Value) -> date | None:
        if isinstance(value, date):
            day = date(value.year, value.month, value.day)
            return day if day in self._starts else None
        return self._headings.get(_folded(value)) if isinstance(value, str) else None

    def place(self, sheet: Sheet, index: int) -> _Place | None:
        """Where the sheet has most of the table."""
        heads = self.period if self._own.across else self.label
        sides = self.label if self._own.across else self.period
        rows = range(min(sheet.height, _HEADS))
        line = max(rows, key=lambda row: _count(heads, sheet.row(row)))
        side = max(
            range(sheet.width), key=lambda column: _count(sides, sheet.columns[column][line + 1 :])
        )
        top, left = sheet.row(line), sheet.columns[side][line + 1 :]
        if self._own.across:
            labels, periods = _where(self.label, left, line + 1), _where(self.period, top, 0)
        else:
            labels, periods = _where(self.label, top, 0), _where(self.period, left, line + 1)
        return _Place(sheet, index, line, side, labels, periods) if labels and periods else None


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


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _find(workbook: Workbook, own: OwnTable) -> OwnFound | None:
    """The table on its own sheet, or on whichever sheet holds most of it."""
    reader = _Reader(own)
    shown = [(i, s) for i, s in enumerate(workbook.sheets) if s.columns and not s.hidden]
    named = [reader.place(sheet, index) for index, sheet in shown if sheet.name == own.sheet]
    places = [place for place in named if place is not None] or [
        place for index, sheet in shown if (place := reader.place(sheet, index)) is not None
    ]
    if not places:
        return None
    best = max(places, key=lambda each: each.size)
    warnings = [*_twice(best, own), *_missing(best, own), *_strangers(best, own)]
    once = {label: where[0] for label, where in best.labels.items() if len(where) == 1}
    kpis = {kpi.label: kpi for kpi in own.kpis if kpi.label in once}
    days = {day: where[0] for day, where in best.periods.items() if len(where) == 1}
    if not kpis or not days:
        return None
    table = _table(best, own, kpis, once, days)
    return OwnFound(table, kpis, tuple(warnings))


def _table(
    place: _Place,
    own: OwnTable,
    kpis: Mapping[str, OwnKpi],
    labels: Mapping[str, int],
    days: Mapping[date, int],
) -> Table:
    sheet, grain = place.sheet, Grain(own.cadence.value)
    columns = tuple(
        _column(sheet, kpi, labels[label], sorted(days.values()), across=own.across)
        for label, kpi in kpis.items()
    )
    rows = sorted(labels[label] for label in kpis) if own.across else sorted(days.values())
    reading = AxisReading(Source.HEADER, grain)
    if not own.across:
        reading = AxisReading(Source.DATES, grain, column=place.side)
    axis = PeriodAxis(
        None if own.across else str(sheet.columns[place.side][place.line] or own.sheet),
        grain,
        min(days),
        max(days),
        reading,
        fiscal=True,
    )
    wanted = set(rows)
    return Table(
        sheet=sheet.name,
        title=sheet.name,
        layout=Layout.WIDE if own.across else Layout.LONG,
        header_row=sheet.row_numbers[place.line],
        first_row=sheet.row_numbers[rows[0]],
        last_row=sheet.row_numbers[rows[-1]],
        period=axis,
        columns=columns,
        sheet_index=place.index,
        first=rows[0],
        last=rows[-1],
        left_out={row: Left.NOTE for row in range(rows[0], rows[-1] + 1) if row not in wanted},
        header=tuple(
            (column, Stamp(grain, day))
            for day, column in sorted(days.items(), key=lambda each: each[1])
        )
        if own.across
        else (),
    )


def _column(sheet: Sheet, kpi: OwnKpi, at: int, others: Sequence[int], *, across: bool) -> Column:
    """The row or column of one KPI, with what it holds in the KPI's own unit."""
    cells = [sheet.columns[o][at] if across else sheet.columns[at][o] for o in others]
    scale = _SECONDS_A_DAY if kpi.unit.kind is UnitKind.DURATION else 1.0
    numbers = [cell * scale for cell in cells if isinstance(cell, float)]
    return Column(
        name=kpi.label,
        role=Role.VALUE if numbers else Role.IGNORED,
        type="number" if numbers else "empty",
        unit=kpi.unit,
        count=len(numbers),
        sum=added(numbers) if numbers else None,
        first=numbers[0] if numbers else None,
        last=numbers[-1] if numbers else None,
        index=at,
        rows=(at,) if across else (),
        scale=scale,
        typed=True,
    )


# What has been changed in the sheet so that something of it cannot be taken.


def _twice(place: _Place, own: OwnTable) -> Iterator[Message]:
    for label, where in place.labels.items():
        if len(where) > 1:
            yield msg(
                "“{label}” stands {count} times on the sheet {sheet}; none of them is taken.",
                label=label,
                count=len(where),
                sheet=place.sheet.name,
            )
    for day, where in place.periods.items():
        if len(where) > 1:
            yield msg(
                "{period} stands {count} times on the sheet {sheet}; none of them is taken.",
                period=Period(own.cadence, day),
                count=len(where),
                sheet=place.sheet.name,
            )


def _missing(place: _Place, own: OwnTable) -> Iterator[Message]:
    gone = [kpi.label for kpi in own.kpis if kpi.label not in place.labels]
    if gone:
        yield nmsg(
            "{names} is no longer on the sheet {sheet}.",
            "{names} are no longer on the sheet {sheet}.",
            len(gone),
            names=", ".join(gone),
            sheet=place.sheet.name,
        )


def _strangers(place: _Place, own: OwnTable) -> Iterator[Message]:
    """Figures in rows and columns that were not there when the workbook was made."""
    addresses = list(_outside(place, own))
    if addresses:
        yield nmsg(
            "A number outside the form is left out: {cells} on the sheet {sheet}.",
            "{n} numbers outside the form are left out: {cells} on the sheet {sheet}.",
            len(addresses),
            cells=", ".join(addresses[:_NAMED]) + (" …" if len(addresses) > _NAMED else ""),
            sheet=place.sheet.name,
        )


def _outside(place: _Place, own: OwnTable) -> Iterator[str]:
    """The addresses of numbers under a heading or beside a label, but not under and beside."""
    sheet = place.sheet
    named = {at for where in place.labels.values() for at in where}
    dated = {at for where in place.periods.values() for at in where}
    rows, columns = (named, dated) if own.across else (dated, named)
    shown_rows, shown_columns = _shown(place, own)
    for column in range(sheet.width):
        if column in shown_columns or (column <= place.side and column not in columns):
            continue
        for row in range(place.line + 1, sheet.height):
            known = row in shown_rows or (row in rows) is (column in columns)
            if not known and isinstance(sheet.columns[column][row], float):
                yield sheet.address(row, column)


def _shown(place: _Place, own: OwnTable) -> tuple[set[int], set[int]]:
    """The rows and columns of what is only there to be read."""
    labels = {_folded(label) for label in own.shown}
    sheet = place.sheet
    side = sheet.columns[place.side] if own.across else sheet.row(place.line)
    found = {at for at, v in enumerate(side) if isinstance(v, str) and _folded(v) in labels}
    return (found, set()) if own.across else (set(), found)
