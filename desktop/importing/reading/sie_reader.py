"""Reads a SIE file, in the reading process: a row a line, a cell a field."""

from __future__ import annotations

from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from desktop.importing.reading.frames import BLOCK_ROWS
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.sie_lines import fields_of
from desktop.importing.reading.text_encoding import Encoding, find_encoding

ENDINGS = (".se", ".si", ".sie")

_LONGEST_LINE = 1 << 16
_CHUNK = 1 << 20
# The letters of the North in the code pages that programs write, whatever #FORMAT says.
_LETTERS = {
    "cp437": "åäöÅÄÖéüæÆ".encode("cp437"),
    "cp1252": "åäöÅÄÖéüæÆøØ".encode("cp1252"),
    "mac_roman": "åäöÅÄÖ".encode("mac_roman"),
}


def read_sie(path: Path, sender: Sender, limits: Limits, override: str | None = None) -> None:
    """Send a SIE file as one sheet of texts; the numbers of its rows are those of its lines."""
    size = path.stat().st_size
    if size > limits.total:
        raise Refusal("too large")
    encoding = _encoding(path, override)
    sender.workbook("sie", encoding=encoding.codec)
    sender.begin_sheet("")
    damaged = encoding.damaged
    with (
        path.open("rb") as raw,
        TextIOWrapper(raw, encoding.codec, errors="replace", newline=None) as file,
    ):
        number = 1
        block: list[list[str]] = []
        for line in _lines(file):
            damaged = damaged or "\ufffd" in line
            block.append(fields_of(line))
            if len(block) == BLOCK_ROWS:
                sender.records(number, block)
                number += len(block)
                block = []
                sender.progress(min(raw.tell() / max(size, 1), 1.0))
        if block:
            sender.records(number, block)
    if damaged:
        sender.warn("odd bytes")
    sender.end_sheet()
    sender.finish()


def _lines(file: TextIOWrapper) -> Iterator[str]:
    """The lines; the rest of one that is endless is passed over."""
    while line := file.readline(_LONGEST_LINE):
        yield line
        while line and not line.endswith("\n") and len(line) == _LONGEST_LINE:
            line = file.readline(_LONGEST_LINE)


def _encoding(path: Path, override: str | None) -> Encoding:
    """By mark or strict UTF-8 as for any text; else the code page whose letters it holds most of.

    SIE prescribes CP437, but programs write Windows-1252 under the same ``#FORMAT PC8``.
    """
    found = find_encoding(path, override)
    if override or found.codec not in ("cp437", "cp1252"):
        return found
    counts = dict.fromkeys(_LETTERS, 0)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            for codec, letters in _LETTERS.items():
                counts[codec] += len(chunk) - len(chunk.translate(None, letters))
    return Encoding(max(counts, key=lambda codec: counts[codec]))
