"""What is remembered of a table that was imported: its rules, and how its columns looked."""

from __future__ import annotations

import json
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from desktop.importing.figures.mapping import Mapping, Rule
from desktop.importing.tables.recognition import Column, Layout, Table
from desktop.importing.tables.shape import lasting, lasting_file

_MOST_COLUMNS = 3_000


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """A column of a long table, or a labelled row of a wide one, as it was then.

    ``unit`` is its kind and symbol, empty where the file told none; ``values`` are the texts of a
    label column, if they were few; ``year`` is set where it held one year of a table by month.
    """

    name: str
    role: str
    type: str
    unit: str = ""
    values: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """A remembered mapping with the look of its table; ``columns`` are in the file's order.

    ``title`` and ``file`` are without what changes from month to month, ``period`` is the column
    that the dates came from.  A mapping of an earlier version has only its rules.
    """

    mapping: Mapping
    columns: tuple[KnownColumn, ...] = ()
    title: str = ""
    file: str = ""
    period: str = ""

    def to_json(self) -> str:
        """What the company file keeps."""
        about = {
            "columns": [_column_out(column) for column in self.columns],
            "title": self.title,
            "file": self.file,
            "period": self.period,
        }
        return json.dumps({**json.loads(self.mapping.to_json()), **about}, ensure_ascii=False)

    @classmethod
    def from_json(cls, shape: str, text: str) -> Memory:
        """The opposite of :meth:`to_json`; raises ValueError, TypeError or KeyError."""
        data = json.loads(text)
        return cls(
            Mapping.from_json(shape, text),
            tuple(_column_in(item) for item in data.get("columns", ())),
            str(data.get("title", "")),
            str(data.get("file", "")),
            str(data.get("period", "")),
        )

    def known(self, name: str) -> KnownColumn | None:
        """The column as it was, if its look is remembered."""
        return next((column for column in self.columns if column.name == name), None)


def memory_of(
    table: Table, rules: Sequence[Rule], answers: AnyMapping[str, str], file_name: str
) -> Memory:
    """What to remember of a table whose ``rules`` have been used."""
    columns = [known_column(column) for column in in_order(table)]
    if len(columns) > _MOST_COLUMNS:  # then by their names alone
        columns = []
    return Memory(
        Mapping(table.shape, tuple(rules), answers),
        tuple(columns),
        title_of(table),
        lasting_file(PurePath(file_name).stem),
        (table.period.column if table.period is not None else "") or "",
    )


def key_of(memory: Memory, others: Sequence[Memory]) -> str:
    """The shape to keep a memory under, in place of an older one of the same files.

    Two sources may have the same columns, such as two accounts of a bank: where the file is
    called otherwise and feeds other KPIs, both are kept.
    """
    shape = memory.mapping.shape
    alike = [each for each in others if each.mapping.shape.partition("~")[0] == shape]
    for each in alike:
        if each.file == memory.file or _kpis(each) & _kpis(memory):
            return each.mapping.shape
    return f"{shape}~{memory.file}" if alike and memory.file else shape


def _kpis(memory: Memory) -> set[int | None]:
    return {rule.kpi_id for rule in memory.mapping.rules}


def known_column(column: Column) -> KnownColumn:
    """The look of a column as it is remembered."""
    unit = "" if column.unit is None else f"{column.unit.kind.value}:{column.unit.symbol}"
    role = "value" if column.total else column.role.value
    return KnownColumn(column.name, role, column.type, unit, column.values, column.year)


def title_of(table: Table) -> str:
    """What tells a table from its like in one file, without numbers and months."""
    return lasting(table.title or table.sheet)


def in_order(table: Table) -> list[Column]:
    """The columns of a long table from left to right; the rows of a wide one from the top."""
    if table.layout is Layout.LONG:
        return sorted(table.columns, key=lambda column: column.index)
    return sorted(table.columns, key=lambda column: (column.rows or (0,))[0])


def with_rules(memory: Memory, rules: Sequence[Rule]) -> Memory:
    """The memory without the rules that no longer hold."""
    return replace(memory, mapping=replace(memory.mapping, rules=tuple(rules)))


def _column_out(column: KnownColumn) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "role": column.role, "type": column.type}
    if column.unit:
        found["unit"] = column.unit
    if column.values:
        found["values"] = list(column.values)
    if column.year is not None:
        found["year"] = column.year
    return found


def _column_in(item: AnyMapping[str, Any]) -> KnownColumn:
    year = item.get("year")
    return KnownColumn(
        str(item["name"]),
        str(item["role"]),
        str(item["type"]),
        str(item.get("unit", "")),
        tuple(map(str, item.get("values", ()))),
        None if year is None else int(year),
    )
