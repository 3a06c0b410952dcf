"""Workbooks of our own that come back: fill-in forms and exports, known by their hidden sheet.

Labels and headings lead to rows and columns, so that it does not matter where they stand now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.message import Message
from desktop.core.own_workbook import SHEET, OwnKpi, OwnTable, OwnWorkbook, from_rows
from desktop.core.unit import UnitKind
from desktop.importing.cells import Sheet, Workbook
from desktop.importing.own.own_places import Place, PlaceFinder
from desktop.importing.own.own_remarks import own_remarks
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.recognition import Column, Layout, Left, PeriodAxis, Role, Table
from desktop.importing.values.number_columns import added
from desktop.importing.values.stamps import Grain, Stamp

_SECONDS_A_DAY = 86_400.0  # a spreadsheet keeps durations in days


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


def _find(workbook: Workbook, own: OwnTable) -> OwnFound | None:
    """The table on its own sheet, or on whichever sheet holds most of it."""
    finder = PlaceFinder(own)
    shown = [(i, s) for i, s in enumerate(workbook.sheets) if s.columns and not s.hidden]
    named = [finder.place(sheet, index) for index, sheet in shown if sheet.name == own.sheet]
    places = [place for place in named if place is not None] or [
        place for index, sheet in shown if (place := finder.place(sheet, index)) is not None
    ]
    if not places:
        return None
    best = max(places, key=lambda each: each.size)
    once = {label: where[0] for label, where in best.labels.items() if len(where) == 1}
    kpis = {kpi.label: kpi for kpi in own.kpis if kpi.label in once}
    days = {day: where[0] for day, where in best.periods.items() if len(where) == 1}
    if not kpis or not days:
        return None
    table = _table(best, own, kpis, once, days)
    return OwnFound(table, kpis, tuple(own_remarks(best, own)))


def _table(
    place: Place,
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
