"""What an import changed, from the change log, and putting it back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from desktop.store.change_log import now_text
from desktop.store.import_records import ImportRecord
from desktop.store.row_image import SqlValue, row_of_image

Image = dict[str, SqlValue]


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One value that an import brought, what it replaced, and what stands there now."""

    kpi_id: int
    start: str
    old: float | None
    new: float
    through: str | None
    cell: str
    now: float | None
    now_import: int | None


_CHANGES = """
    SELECT after ->> 'kpi_id', after ->> 'period_start', before ->> 'value', after ->> 'value',
           after ->> 'through', after ->> 'cell', measurement.value, measurement.import_id
    FROM change LEFT JOIN measurement
      ON measurement.kpi_id = after ->> 'kpi_id' AND period_start = after ->> 'period_start'
    WHERE step_id = ? AND table_name = 'measurement' AND after ->> 'import_id' = ?
    ORDER BY 1, 2
"""


def read_import_changes(connection: sqlite3.Connection, record: ImportRecord) -> list[ImportChange]:
    """The values that an import brought, by KPI and period."""
    return [ImportChange(*row) for row in connection.execute(_CHANGES, (record.step_id, record.id))]


# Reading the images of very many rows takes too long.  Of files imported together, each has its
# values in the log between its own record and the next one's.
_KPIS = """
    WITH together AS (SELECT step_id FROM import GROUP BY step_id HAVING count(*) > 1),
    begun AS (
        SELECT import.id, import.step_id, change.id AS begins
        FROM together
        CROSS JOIN change ON change.step_id = together.step_id AND table_name = 'import'
        CROSS JOIN import ON import.id = CAST(row_key AS INTEGER)
    ),
    made AS MATERIALIZED (
        SELECT id, step_id, begins,
               lead(begins, 1, 9223372036854775807) OVER (PARTITION BY step_id ORDER BY begins)
               AS ends
        FROM begun
        UNION ALL
        SELECT id, step_id, 0, 9223372036854775807
        FROM import WHERE step_id NOT IN (SELECT step_id FROM together)
    )
    SELECT DISTINCT made.id, substr(row_key, 1, instr(row_key, '/') - 1)
    FROM made JOIN change ON change.step_id = made.step_id
     AND change.id > begins AND change.id < ends
    WHERE table_name = 'measurement'
"""


def kpis_of_imports(connection: sqlite3.Connection) -> dict[int, set[int]]:
    """The KPIs that each import brought values to, by the ids of the imports."""
    found: dict[int, set[int]] = {}
    for import_id, kpi_id in connection.execute(_KPIS):
        found.setdefault(import_id, set()).add(int(kpi_id))
    return found


def overwritten(
    connection: sqlite3.Connection, record: ImportRecord
) -> list[tuple[int, str, int | None]]:
    """The values that the import brought and that have been overwritten since: KPI, first day of
    the period, and the import that brought the value there now (``None``: typed or removed)."""
    return [
        (change.kpi_id, change.start, change.now_import)
        for change in read_import_changes(connection, record)
        if change.now_import != record.id
    ]


def still_there(connection: sqlite3.Connection, record: ImportRecord) -> int:
    """How many of the values that the import brought are still the ones on show."""
    changes = read_import_changes(connection, record)
    return sum(change.now_import == record.id for change in changes)


def revert_import(connection: sqlite3.Connection, record: ImportRecord) -> int:
    """Put back what the import replaced and remove what it added, except where a value has been
    changed since; how many values went back."""
    count = 0
    connection.execute("UPDATE import SET reverted_at = ? WHERE id = ?", (now_text(), record.id))
    for change_id, row_key, before, after in connection.execute(
        "SELECT id, row_key, before, after FROM change WHERE step_id = ? "
        "AND table_name = 'measurement' AND after ->> 'import_id' = ? ORDER BY id DESC",
        (record.step_id, record.id),
    ).fetchall():
        older = None if before is None else row_of_image(before)
        older = _that_holds(connection, older, row_key, change_id)
        count += _put_back(connection, row_of_image(after), older)
    return count


def _that_holds(
    connection: sqlite3.Connection, image: Image | None, row_key: str, change_id: int
) -> Image | None:
    """An older state of the row that no import has brought that is reverted itself."""
    while image is not None and _is_reverted(connection, image["import_id"]):
        row = connection.execute(
            """SELECT change.id, before FROM change JOIN step ON step.id = step_id
               WHERE table_name = 'measurement' AND row_key = ? AND change.id < ? AND NOT undone
                 AND after ->> 'import_id' = ?
               ORDER BY change.id DESC LIMIT 1""",
            (row_key, change_id, image["import_id"]),
        ).fetchone()
        if row is None:
            return None
        change_id, before = row
        image = None if before is None else row_of_image(before)
    return image


def _is_reverted(connection: sqlite3.Connection, import_id: SqlValue) -> bool:
    row = connection.execute(
        "SELECT reverted_at IS NOT NULL FROM import WHERE id = ?", (import_id,)
    ).fetchone()
    return row is not None and bool(row[0])


def _put_back(connection: sqlite3.Connection, brought: Image, before: Image | None) -> int:
    """One if the value is still the one that was brought, and has gone back; else zero."""
    place = {name: brought[name] for name in ("kpi_id", "period_start", "import_id")}
    where = "WHERE kpi_id = :kpi_id AND period_start = :period_start AND import_id = :import_id"
    if before is None:
        return connection.execute(f"DELETE FROM measurement {where}", place).rowcount
    return connection.execute(
        "UPDATE measurement SET value = :value, through = :through, import_id = :old_import, "
        f"cell = :cell {where}",
        place
        | {
            "value": before["value"],
            "through": before["through"],
            "old_import": before["import_id"],
            "cell": before["cell"],
        },
    ).rowcount
