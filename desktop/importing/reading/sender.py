"""Sends what the reading process reads, block by block, and counts that it is not too much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import IO, Any

from desktop.importing.cells import Area, NamedTable
from desktop.importing.reading.frames import Packed, Raw, write_block, write_event
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.packing import joined, pack, pack_joined, pack_texts
from desktop.importing.reading.refusals import Refusal


class Sender:
    """One workbook on its way out."""

    def __init__(self, pipe: IO[bytes], limits: Limits) -> None:
        self._pipe = pipe
        self._limits = limits
        self._cells = self._sheets = 0
        self._runs: list[tuple[int, int]] = []

    @property
    def has_cells(self) -> bool:
        """Whether any cell has been sent, be it empty."""
        return self._cells > 0

    def workbook(self, kind: str, **about: Any) -> None:
        """Begin; ``about`` holds ``encoding`` and ``delimiter`` of text."""
        write_event(self._pipe, {"event": "workbook", "kind": kind, **about})

    def warn(self, code: str) -> None:
        write_event(self._pipe, {"event": "warning", "code": code})

    def dates_from_1904(self) -> None:
        """Say that the workbook counts its days from 1904."""
        write_event(self._pipe, {"event": "1904"})

    def progress(self, fraction: float) -> None:
        write_event(self._pipe, {"event": "progress", "fraction": fraction})

    def begin_sheet(self, name: str, *, hidden: bool = False) -> None:
        self._runs = []
        self._sheets += 1
        if self._sheets > self._limits.sheets:
            raise Refusal("too large")
        write_event(self._pipe, {"event": "sheet", "name": name, "hidden": hidden})

    def columns(
        self, first: int, columns: Sequence[Sequence[Raw]], *, keep_empty: bool = False
    ) -> None:
        """Rows that follow each other, given by column; the first is numbered ``first``.

        Rows that are all empty are left out unless they may hold errors that come later.
        """
        rows = len(columns[0]) if columns else 0
        self._count(len(columns), rows)
        if keep_empty or any(any(column) or _has_value(column) for column in columns):
            self._send(first, list(map(pack, columns)), rows)

    def records(self, first: int, records: Sequence[Sequence[str]]) -> None:
        """Rows of a text file, blank ones too; they may be ragged."""
        if len(set(map(len, records))) == 1:
            columns: list[Sequence[str]] = list(zip(*records, strict=True))
        else:
            columns = list(zip_longest(*records, fillvalue=""))
        columns = columns or [[""] * len(records)]
        self._count(len(columns), len(records))
        self._send(first, [pack_joined(joined(column)) for column in columns], len(records))

    def texts(self, first: int, columns: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Rows of a text file, given by column: the texts joined by zeros, and one by one."""
        rows = len(columns[0][1])
        self._count(len(columns), rows)
        self._send(first, [pack_texts(*column) for column in columns], rows)

    def _send(self, first: int, columns: Sequence[Packed], rows: int) -> None:
        self._note_run(first, rows)
        write_block(self._pipe, columns, rows)

    def _count(self, columns: int, rows: int) -> None:
        self._cells += columns * rows
        if self._cells > self._limits.cells or columns > self._limits.columns:
            raise Refusal("too large")

    def _note_run(self, first: int, count: int) -> None:
        last = first + count - 1
        if self._runs and self._runs[-1][1] == first - 1:
            self._runs[-1] = (self._runs[-1][0], last)
        else:
            self._runs.append((first, last))

    def end_sheet(
        self,
        *,
        columns: Iterable[int] | int = 1,
        formats: dict[int, str] | None = None,
        cell_formats: dict[tuple[int, int], str] | None = None,
        errors: dict[tuple[int, int], str] | None = None,
        tables: Sequence[NamedTable] = (),
        merged: Sequence[Area] = (),
    ) -> None:
        """End a sheet; positions are the file's own numbers.

        ``columns`` are the numbers of the columns, or the first of columns in a row.
        """
        write_event(
            self._pipe,
            {
                "event": "end",
                "runs": self._runs,
                "columns": columns if isinstance(columns, int) else list(columns),
                "formats": list((formats or {}).items()),
                "cell_formats": [[*at, text] for at, text in (cell_formats or {}).items()],
                "errors": [[*at, text] for at, text in (errors or {}).items()],
                "tables": list(tables),
                "merged": list(merged),
            },
        )

    def restart(self) -> None:
        """Forget the sheet that is under way: it will be sent again, read another way."""
        self._runs = []
        write_event(self._pipe, {"event": "restart"})

    def finish(self) -> None:
        write_event(self._pipe, {"event": "done"})


def _has_value(column: Sequence[Raw]) -> bool:
    """Whether anything is there; zero and no are values too."""
    return any(value is not None and value != "" for value in column)
