"""A delimited text in chunks of some thousand lines, split at one go where that is safe."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from operator import length_hint
from typing import Any, Protocol

from desktop.importing.reading.delimiter import Dialect
from desktop.importing.reading.frames import BLOCK_ROWS

_FIRST_CHUNK = 1 << 12
_CHUNK = 1 << 18  # characters


class Readable(Protocol):
    """What text comes from: a file, or one that mends its lines."""

    def read(self, size: int, /) -> str:
        """About so many characters; empty at the end."""


class TextChunks:
    """Goes through an open text; ask for ``columns`` first, then for ``records``.

    Most exports have long stretches without quotation marks, in which every line holds as many
    fields as the next.  Those are split as a whole, the rest is left to the csv module.
    """

    def __init__(self, file: Readable, dialect: Dialect, *, quoting: Any) -> None:
        self._file = file
        self._delimiter = dialect.delimiter
        self._quoted = quoting != csv.QUOTE_NONE
        self._plain = dialect.escape is None and not dialect.skip_space
        self._size = _FIRST_CHUNK
        self._rest = ""
        self._lines: Iterator[str] = iter(())
        self.ended = False
        self.reader = csv.reader(
            self._each_line(),
            delimiter=dialect.delimiter,
            quoting=quoting,
            skipinitialspace=dialect.skip_space,
            escapechar=dialect.escape,
        )

    def columns(self) -> list[tuple[str, list[str]]] | None:
        """The next chunk by column: the texts of each joined by zeros, and one by one.

        ``None`` where there is none that can be split at one go.
        """
        if length_hint(self._lines):
            return None
        chunk = self._next_chunk()
        found = self._split(chunk) if self._plain and chunk else None
        if found is None:
            self._lines = iter(list(StringIO(chunk, newline="")))
        return found

    def records(self) -> list[list[str]]:
        """The next records, at most to the end of a chunk; none at the end of the file."""
        return list(islice(self.reader, min(length_hint(self._lines), BLOCK_ROWS)))

    def _each_line(self) -> Iterator[str]:
        """Lines for the csv reader, beyond the chunk where a field goes on there."""
        while not self.ended:
            lines = self._lines
            yield from lines
            if self._lines is lines:  # and not those of a chunk that was loaded meanwhile
                self._lines = iter(list(StringIO(self._next_chunk(), newline="")))

    def _next_chunk(self) -> str:
        """Whole lines; empty at the end of the file."""
        text, size = self._rest, self._size
        while more := self._file.read(size):
            text += more
            cut = text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1
            if cut:
                self._size = _CHUNK
                self._rest = text[cut:]
                return text[:cut]
            size = len(text)  # one long line: twice as much each time
        self.ended = not text
        self._rest = ""
        return text

    def _split(self, text: str) -> list[tuple[str, list[str]]] | None:
        if (self._quoted and '"' in text) or "\0" in text or len(text) > 2 * _CHUNK:
            return None
        end = "\r\n" if "\r" in text else "\n"
        delimiter = self._delimiter
        # The zeros mark where lines begin: each must come to stand first in the first column.
        marked = text.removesuffix(end).replace(end, delimiter + "\0")
        if "\r" in marked or "\n" in marked:
            return None
        fields = marked.split(delimiter)
        width = text.partition(end)[0].count(delimiter) + 1
        rows = marked.count("\0") + 1
        if len(fields) != rows * width:
            return None
        first = "".join(fields[::width])
        if first.count("\0") != rows - 1:
            return None
        # The cells of the first column still carry their zeros, so that they make no numbers here.
        others = [fields[n::width] for n in range(1, width)]
        return [(first, fields[::width]), *(("\0".join(cells), cells) for cells in others)]
