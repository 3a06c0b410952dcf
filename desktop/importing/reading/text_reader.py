"""Delimited text through the csv module, a block at a time."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from desktop.importing.reading.delimiter import NONE, SAMPLE, Dialect, find_dialect
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.text_chunks import TextChunks
from desktop.importing.reading.text_encoding import MIXED, Encoding, find_encoding, unscrambled
from desktop.importing.reading.text_lines import Mend, MendedFile, mend_for

LONGEST_FIELD = 1 << 20
_LINES_IN_FIELD = 500
_DIGIT = re.compile(r"\d")


class _QuotesAstray(Exception):
    """A quotation mark that is never closed has swallowed rows."""


def read_text(path: Path, sender: Sender, limits: Limits, override: str | None = None) -> None:
    """Send a text file as one sheet without a name; every cell is text."""
    if path.stat().st_size > limits.total:
        raise Refusal("too large")
    encoding = find_encoding(path, override)
    dialect = find_dialect(_sample(path, encoding))
    sender.workbook(
        "text",
        encoding=encoding.codec,
        delimiter="" if dialect.delimiter == NONE else dialect.delimiter,
    )
    if encoding.damaged:
        sender.warn("odd bytes")
    if encoding.errors == MIXED:
        sender.warn("mixed")
    sender.begin_sheet("")
    try:
        _send_records(path, encoding, dialect, sender, quoting=csv.QUOTE_MINIMAL)
    except (_QuotesAstray, csv.Error):
        sender.restart()
        sender.warn("quotes")
        try:
            _send_records(path, encoding, dialect, sender, quoting=csv.QUOTE_NONE)
        except csv.Error as error:
            raise Refusal("too large") from error  # a field that is longer than any text
    sender.end_sheet()
    sender.finish()


def _sample(path: Path, encoding: Encoding) -> str:
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as file:
        sample = file.read(SAMPLE)
    is_all = len(sample) < SAMPLE
    if encoding.twice:
        sample = unscrambled(sample)
    if is_all:
        return sample
    return sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample


def _send_records(
    path: Path, encoding: Encoding, dialect: Dialect, sender: Sender, *, quoting: Any
) -> None:
    csv.field_size_limit(LONGEST_FIELD)
    size = max(path.stat().st_size, 1)
    with (
        path.open("rb") as raw,
        TextIOWrapper(raw, encoding.codec, errors=encoding.errors, newline="") as file,
    ):
        number = 1
        if dialect.declared:
            file.readline()
            number = 2
        mends: list[Mend] = [unscrambled] if encoding.twice else []
        if dialect.lines:
            mends.append(mend_for(dialect.lines, dialect.starts))
        chunks = TextChunks(MendedFile(file, mends) if mends else file, dialect, quoting=quoting)
        while True:
            if (columns := chunks.columns()) is not None:
                count = len(columns[0][1])
                sender.texts(number, columns)
            elif records := _next_records(chunks, quoted=quoting != csv.QUOTE_NONE):
                count = len(records)
                sender.records(number, records)
            else:
                return
            number += count
            sender.progress(min(raw.tell() / size, 1.0))


def _next_records(chunks: TextChunks, *, quoted: bool) -> list[list[str]]:
    """Some records; fields that hold whole records betray a stray quotation mark."""
    line = chunks.reader.line_num
    block = chunks.records()
    if quoted and chunks.reader.line_num - line > len(block):
        width = Counter(map(len, block)).most_common(1)[0][0]
        for place, record in enumerate(block, 1):
            if any("\n" in field for field in record) and _has_swallowed(
                record,
                max(width, 2),
                chunks.reader.dialect.delimiter,
                chunks.ended and place == len(block),
            ):
                raise _QuotesAstray
    return block


def _has_swallowed(record: Sequence[str], width: int, delimiter: str, is_last: bool) -> bool:
    """Whether lines inside a field are records of their own, each with as many fields."""
    for field in record:
        lines = field.splitlines()[1:]
        if len(lines) > _LINES_IN_FIELD:
            return True
        whole = sum(line.count(delimiter) == width - 1 for line in lines)
        # In two columns one comma a line may be chance; an open field ends with the file.
        if whole >= (2 if width > 2 else 4) and whole >= len(lines) - 1:
            return True
        if any(_begins_alike(line, record[0], delimiter) for line in lines) and whole:
            return True
        if is_last and field is record[-1] and lines and whole == len(lines):
            return True
    return False


def _begins_alike(line: str, first: str, delimiter: str) -> bool:
    """Whether a line begins as its record does, with a date or a number written alike."""
    shape = _DIGIT.sub("9", first)
    return shape.count("9") >= 6 and _DIGIT.sub("9", line.split(delimiter, 1)[0]) == shape
