"""What is said about a file as a whole, beside its tables and questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.message import Message, msg, nmsg
from desktop.core.stopping import watched
from desktop.importing.cells import CellError, Sheet, Value, Workbook
from desktop.importing.tables.export_advice import advice_for
from desktop.importing.tables.recognition import Layout, Left, Role, Table
from desktop.importing.values.kinds import DATE, NUMBER, glance
from desktop.importing.values.marks import is_error
from desktop.importing.values.number_columns import read_numbers
from desktop.importing.values.whole_columns import distinct, taken

_NAMED = 10  # row numbers in a sentence
_LOOKED_AT = 2000  # rows of a sheet without tables


def warnings_about(workbook: Workbook, tables: Sequence[Table]) -> Iterator[Message]:
    """What was left out or may be wrong, and why there is no table if there is none."""
    hidden = [sheet.name for sheet in workbook.sheets if sheet.hidden and sheet.columns]
    if hidden:
        yield nmsg(
            "A hidden sheet was left out: {names}.",
            "{n} hidden sheets were left out: {names}.",
            len(hidden),
            names=", ".join(hidden),
        )
    if not tables:
        yield from _why_nothing(workbook)
    yield from advice_for(tables)
    for table in tables:
        name = table.title or table.sheet or workbook.name
        if table.first_row is None:
            called = _first_name(table, name) if len(tables) > 1 else name
            yield msg("The table “{table}” has a header but no rows.", table=called)
        elif _is_without_figures(table):
            yield msg("The table “{table}” has rows, but no figures in them.", table=name)
        undated = _undated(table, workbook)
        if undated and table.period is not None and table.period.column is not None:
            yield nmsg(
                "{n} row with figures has no date in “{column}” and is left out.",
                "{n} rows with figures have no date in “{column}” and are left out.",
                undated,
                column=table.period.column,
            )
        yield from _shifted(table, workbook)
        yield from _broken(table, workbook)
        for column in table.columns:
            if column.currency_column is not None:
                yield msg(
                    "“{column}” is in several currencies, which are never added together.",
                    column=column.name,
                )


def _is_without_figures(table: Table) -> bool:
    """Whether columns of an export were left empty: "No data available" """
    empty = any(column.type == "empty" for column in table.columns)
    return empty and not any(column.role is Role.VALUE for column in table.columns)


def _shifted(table: Table, workbook: Workbook) -> Iterator[Message]:
    rows = table.rows_left(Left.SHIFTED)
    if rows:
        numbers = workbook.sheets[table.sheet_index].row_numbers
        yield nmsg(
            "Row {rows} has a field more than the header and is left out: a text in it seems to "
            "hold the separator.",
            "{n} rows have a field more than the header and are left out: {rows}. A text in them "
            "seems to hold the separator.",
            len(rows),
            rows=", ".join(str(numbers[row]) for row in rows[:_NAMED]),
        )


def _broken(table: Table, workbook: Workbook) -> Iterator[Message]:
    """Which cells of its figures hold errors, which are no values."""
    if table.cells is not None:
        return
    sheet = workbook.sheets[table.sheet_index]
    found = [
        f"{sheet.reference((row, column))} ({sheet.columns[column][row]})"
        for row, column in _errors(table, sheet)
    ]
    if found:
        more = "…" if len(found) > _NAMED else ""
        yield nmsg(
            "{n} cell holds an error and is left out: {cells}.",
            "{n} cells hold errors and are left out: {cells}.",
            len(found),
            cells=", ".join([*found[:_NAMED], *more]),
        )


def _errors(table: Table, sheet: Sheet) -> Iterator[tuple[int, int]]:
    """The cells with errors among the figures that count, by row and column."""
    figures = [column for column in table.columns if column.role is Role.VALUE]
    if table.layout is Layout.WIDE:
        rows: Sequence[int] = sorted({row for column in figures for row in column.rows})
        columns = [at for at, _ in table.header]
    else:
        rows = table.data_rows()
        columns = [column.index for column in figures if column.count < len(rows)]
    for at in watched(columns, every=1):
        values = taken(sheet.columns[at], rows)
        if any(_is_error(value) for value in watched(distinct(values))):
            cells = zip(rows, values, strict=True)
            yield from ((row, at) for row, value in cells if _is_error(value))


def _is_error(value: Value) -> bool:
    return isinstance(value, str) and (isinstance(value, CellError) or is_error(value))


def _undated(table: Table, workbook: Workbook) -> int:
    """How many rows hold figures but are left out for want of a date."""
    if table.layout is Layout.WIDE:
        return 0
    sheet = workbook.sheets[table.sheet_index]
    measured = [(sheet.columns[c.index], c.decimal) for c in table.columns if c.role is Role.VALUE]
    rows = table.rows_left(Left.UNDATED)
    held: set[int] = set()
    for cells, decimal in measured:
        numbers = read_numbers(taken(cells, rows), decimal)
        held.update(place for place, number in enumerate(numbers) if number is not None)
    return len(held)


def _first_name(table: Table, name: str) -> str:
    return table.columns[-1].name if table.columns else name


def _why_nothing(workbook: Workbook) -> Iterator[Message]:
    """Why no table was found on the sheets that are shown."""
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden and sheet.columns]
    if any(map(_has_figures, shown)):
        yield msg(
            "{name} holds figures, but no row of names over them. Put a name over each column, "
            "save the file and import it again.",
            name=workbook.name,
        )
    elif shown:
        yield msg(
            "{name} holds text only. If it lists what other sheets or files contain, import the "
            "one with the figures.",
            name=workbook.name,
        )


def _has_figures(sheet: Sheet) -> bool:
    return any(
        glance(cells[row]) in NUMBER + DATE
        for cells in sheet.columns
        for row in range(min(sheet.height, _LOOKED_AT))
    )
