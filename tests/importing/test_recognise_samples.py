"""Recognition of the shared samples, against what their manifest states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop.core.unit import UnitKind
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Column, Recognition, Role, Table
from tests.importing.expected_samples import SAMPLES, Found

TODAY = date(2026, 7, 1)


@cache
def recognised(path: Path) -> Recognition:
    return recognise(read(path), today=TODAY)


def unit_of(column: Column) -> str | None:
    if column.unit is None:
        return None
    return "percent" if column.unit.kind is UnitKind.PERCENT else column.unit.symbol


def differences(table: Table, found: Found) -> Iterator[str]:
    """What is not as the manifest says."""
    rows = (table.header_row, table.first_row, table.last_row)
    if (table.sheet, table.layout, rows) != (found.sheet, found.layout, found.rows):
        yield f"{table.sheet} {table.layout} {rows}"
    axis = table.period
    period = axis and (axis.column, axis.cadence, _iso(axis.first), _iso(axis.last))
    if period != found.period:
        yield f"period {period}"
    for name, (count, total) in found.figures.items():
        column = table.column(name)
        if column is None:
            yield f"no {name}"
        elif column.count != count or (column.sum is None) != (total is None):
            yield f"{name}: {column.count} {column.sum}"
        elif total is not None and column.sum != pytest.approx(total, rel=2e-6, abs=1e-6):
            yield f"{name}: {column.sum}"
    for name, unit in found.units.items():
        column = table.column(name)
        if column is None or unit_of(column) != unit:
            yield f"unit of {name}: {column and unit_of(column)}"
    values = sum(column.role is Role.VALUE for column in table.columns)
    if found.values is not None and values != found.values:
        yield f"{values} columns of figures"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_recognised_as_the_manifest_states(shared: Path, name: str) -> None:
    sample, found = SAMPLES[name], recognised(shared / name)
    assert tuple(question.id for question in found.questions) == sample.asks
    assert len(found.tables) == len(sample.tables)
    for table, expected in zip(found.tables, sample.tables, strict=True):
        assert not list(differences(table, expected))


def test_all_cells_of_a_table_by_site_and_year(shared: Path) -> None:
    (table,) = recognised(shared / "series/2004-2016.csv").tables
    # 965 rows of 12 months less 2117 empty and 32 missing cells, as the manifest counts them.
    assert sum(column.count for column in table.columns) == 965 * 12 - 2117 - 32
    assert sum(column.sum or 0 for column in table.columns) == 458648
    site = table.column("C01")
    assert site is not None
    assert site.first == 18.0
    # 68 rows of 2004 stand in the file twice, word for word; the copies are not offered.
    copies = [column for column in table.columns if column.name.endswith(" (2)")]
    assert len(copies) == 68
    assert all(column.role is Role.IGNORED for column in copies)


def test_aggregates_beside_the_months_are_left_out(shared: Path) -> None:
    (table,) = recognised(shared / "series/mixedGLB.csv").tables
    (series,) = table.columns
    assert (series.count, series.sum, series.first, series.last) == (1589, -1425.0, -43.0, 61.0)


def test_public_tables_by_day_and_year(shared: Path) -> None:
    name = "SCB_2020-04-24_preliminar-statistik-over-doda-inkl-eng.xlsx"
    found = recognised(shared / "nordic-public" / name)
    assert [table.sheet for table in found.tables] == [f"Tabell {n}" for n in range(1, 9)]
    days = found.tables[0]
    assert (days.header_row, days.first_row, days.last_row) == (7, 8, 373)
    sums = {column.name: column.sum for column in days.columns if column.role is Role.VALUE}
    assert sums == {
        "2015": 89947.0,
        "2016": 89019.0,
        "2017": 89742.0,
        "2018": 89672.0,
        "2019": 86150.0,
        "2020": 31066.0,
    }
    assert days.period is not None
    assert (days.period.first, days.period.last) == (date(2015, 1, 1), date(2020, 12, 31))
    counties = found.tables[2]
    assert (counties.header_row, counties.first_row) == (9, 10)
    assert counties.period is not None
    assert (counties.period.first, counties.period.last) == (date(2018, 1, 1), date(2020, 4, 24))
    # The columns of table 8 are dates of publication, not periods.
    published = found.tables[7]
    assert published.layout == "long"
    assert published.column("3 april") is not None


def test_each_kind_of_file_has_its_own_shape(shared: Path) -> None:
    shapes: dict[str, str] = {}
    for name in SAMPLES:
        if name.startswith(("csv-dialects/", "layout/")):
            continue  # some of these are the same table in another dress
        for table in recognised(shared / name).tables:
            assert shapes.setdefault(table.shape, name) == name
