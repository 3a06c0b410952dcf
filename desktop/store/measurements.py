"""Measurements in the company file: one row a KPI and period."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.stopping import watched

_COLUMNS = "period_start, value, through, import_id, cell"

_PUT = """
    INSERT INTO measurement (kpi_id, period_start, value, through, import_id, cell)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (kpi_id, period_start) DO UPDATE SET
        value = excluded.value, through = excluded.through,
        import_id = excluded.import_id, cell = excluded.cell
"""


def read_between(
    connection: sqlite3.Connection, kpi: Kpi, first: date | None = None, last: date | None = None
) -> list[Measurement]:
    """The measurements whose periods start on ``first`` to ``last``, in order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM measurement "
        "WHERE kpi_id = ? AND period_start BETWEEN ? AND ? ORDER BY period_start",
        (kpi.id, (first or date.min).isoformat(), (last or date.max).isoformat()),
    )
    return _measurements(rows, kpi.cadence)


def _measurements(
    rows: Iterable[tuple[str, float, str | None, int | None, str]], cadence: Cadence
) -> list[Measurement]:
    return [
        Measurement(
            Period(cadence, date.fromisoformat(start)),
            value,
            None if through is None else date.fromisoformat(through),
            import_id,
            cell,
        )
        for start, value, through, import_id, cell in rows
    ]


def read_months(connection: sqlite3.Connection, kpi: Kpi, first: date) -> list[Measurement]:
    """The months from the one of ``first`` on, of a KPI of days, added up as the KPI says.

    Days without a value are taken to be days without business; the first month is incomplete
    when the days begin inside it, and the newest reaches through its last day.
    """
    add_up = {AddUp.SUM: "sum(value)", AddUp.MEAN: "avg(value)", AddUp.LAST: "value"}[kpi.add_up]
    rows = connection.execute(
        f"SELECT {add_up}, max(period_start) FROM measurement "
        "WHERE kpi_id = ? AND period_start >= ? GROUP BY substr(period_start, 1, 7) "
        "ORDER BY max(period_start)",
        (kpi.id, first.replace(day=1).isoformat()),
    ).fetchall()
    (begun,) = connection.execute(
        "SELECT min(period_start) FROM measurement WHERE kpi_id = ? AND period_start >= ?",
        (kpi.id, first.replace(day=1).isoformat()),
    ).fetchone()
    return [
        Measurement(
            month := Period.containing(Cadence.MONTH, newest := date.fromisoformat(latest)),
            value,
            newest if number == len(rows) - 1 and newest < month.end else None,
            incomplete=month.start < date.fromisoformat(begun),
        )
        for number, (value, latest) in enumerate(rows)
    ]


def nth_newest_start(
    connection: sqlite3.Connection, kpi: Kpi, count: int, before: date = date.max
) -> date | None:
    """The first day of the ``count``-th newest measurement, or of the oldest when there are
    fewer; read from the end of the index.  Only those that start ``before`` a day count."""
    (start,) = connection.execute(
        "SELECT min(period_start) FROM (SELECT period_start FROM measurement "
        "WHERE kpi_id = ? AND period_start < ? ORDER BY period_start DESC LIMIT ?)",
        (kpi.id, before.isoformat(), count),
    ).fetchone()
    return None if start is None else date.fromisoformat(start)


def has_any(connection: sqlite3.Connection, kpi_id: int) -> bool:
    found = connection.execute("SELECT 1 FROM measurement WHERE kpi_id = ? LIMIT 1", (kpi_id,))
    return found.fetchone() is not None


def put(connection: sqlite3.Connection, kpi_id: int, rows: Iterable[Measurement]) -> None:
    """Write the measurements over what their periods hold; can be stopped on the way."""
    connection.executemany(
        _PUT,
        (
            (
                kpi_id,
                row.period.start.isoformat(),
                row.value,
                None if row.through is None else row.through.isoformat(),
                row.import_id,
                row.cell,
            )
            for row in watched(rows)
        ),
    )


def put_typed(
    connection: sqlite3.Connection, values: Iterable[tuple[int, Period, float | None]]
) -> None:
    """Write typed values; ``None`` empties a period, and a value that is there already keeps
    its source."""
    for kpi_id, period, value in values:
        start = period.start.isoformat()
        if value is None:
            connection.execute(
                "DELETE FROM measurement WHERE kpi_id = ? AND period_start = ?", (kpi_id, start)
            )
            continue
        connection.execute(
            _PUT + "WHERE value <> excluded.value OR through IS NOT NULL",
            (kpi_id, start, value, None, None, ""),
        )


def remove_all(connection: sqlite3.Connection, kpi_id: int) -> None:
    connection.execute("DELETE FROM measurement WHERE kpi_id = ?", (kpi_id,))
