"""The plain data by which a workbook that we have made is known again when it comes back.

It stands as rows of text on a sheet of its own.  Nothing in it is believed unseen: it only says
which label stands for which KPI, and which heading for which period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind

SHEET = "_sikte"  # the hidden sheet that holds the rows
VERSION = 1
_FIRST_CELL = "sikte"


class Purpose(StrEnum):
    FORM = "form"  # to be filled in
    EXPORT = "export"  # to be read


@dataclass(frozen=True, slots=True)
class OwnKpi:
    """A KPI as the workbook shows it; ``label`` is unique on its sheet."""

    id: int
    key: str
    label: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """A period by its first day, and what its heading says where that is not the day itself."""

    start: date
    heading: str = ""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """One table of values; ``across`` has a row a KPI, otherwise each has a column.

    ``shown`` are the labels of what is only there to be read: KPIs with a formula.
    """

    sheet: str
    cadence: Cadence
    across: bool
    kpis: tuple[OwnKpi, ...]
    periods: tuple[OwnPeriod, ...]
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnWorkbook:
    """``company_id`` is empty where the company file has no identity yet."""

    purpose: Purpose
    company_id: str
    company: str
    tables: tuple[OwnTable, ...]


def to_rows(book: OwnWorkbook) -> Iterable[tuple[str, ...]]:
    """The rows of the hidden sheet."""
    yield _FIRST_CELL, str(VERSION), book.purpose.value
    yield "company", book.company_id, book.company
    for table in book.tables:
        yield "table", table.cadence.value, "across" if table.across else "down", table.sheet
        for period in table.periods:
            yield "period", period.start.isoformat(), period.heading
        for kpi in table.kpis:
            unit = kpi.unit
            yield "kpi", str(kpi.id), kpi.key, kpi.label, unit.kind.value, unit.symbol
        for label in table.shown:
            yield "shown", label


def from_rows(rows: Iterable[Sequence[object]]) -> OwnWorkbook | None:
    """The opposite of :func:`to_rows`; ``None`` for anything else.

    A line that cannot be read is passed over, so that whatever it stood for is not known again.
    """
    lines = ([_text(value) for value in row] + [""] * 6 for row in rows)
    first = next(lines, [])
    if first[:2] != [_FIRST_CELL, str(VERSION)]:
        return None  # the sheet may be somebody else's, and long
    texts = list(lines)
    with suppress(ValueError):
        purpose = Purpose(first[2])
        company = next((line for line in texts if line[0] == "company"), [""] * 6)
        return OwnWorkbook(purpose, company[1], company[2], tuple(_tables(texts)))
    return None


def _tables(lines: Sequence[Sequence[str]]) -> Iterable[OwnTable]:
    starts = [at for at, line in enumerate(lines) if line[0] == "table"]
    for start, end in pairwise([*starts, len(lines)]):
        _, cadence, direction, sheet, *_ = lines[start]
        part = lines[start + 1 : end]
        with suppress(ValueError):
            yield OwnTable(
                sheet,
                Cadence(cadence),
                direction == "across",
                tuple(_kpis(line for line in part if line[0] == "kpi")),
                tuple(_periods(line for line in part if line[0] == "period")),
                tuple(line[1] for line in part if line[0] == "shown"),
            )


def _kpis(lines: Iterable[Sequence[str]]) -> Iterable[OwnKpi]:
    for _, number, key, label, kind, symbol, *_ in lines:
        with suppress(ValueError):
            yield OwnKpi(int(number), key, label, Unit(UnitKind(kind), symbol))


def _periods(lines: Iterable[Sequence[str]]) -> Iterable[OwnPeriod]:
    for _, start, heading, *_ in lines:
        with suppress(ValueError):
            yield OwnPeriod(date.fromisoformat(start), heading)


def _text(value: object) -> str:
    """A cell as text; what another program has turned into a number or a date, turned back."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value)
