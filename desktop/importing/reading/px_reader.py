"""PC-Axis files as a table: a row for each combination of the variables, a column a period."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from pathlib import Path

from desktop.importing.reading.frames import BLOCK_ROWS, Raw
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.px_text import Malformed, PxText, data_in, parse_px
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.text_encoding import find_encoding
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Stamp

_CODEPAGE = re.compile(rb'\bCODEPAGE\s*=\s*"([^"]*)"')
_LETTERS = {"A": "", "Q": "Q", "M": "M", "W": "W"}  # of TLIST(M1): 200610 is 2006M10
_HEADER_ROW = 3


@dataclass(frozen=True, slots=True)
class _Variable:
    """One dimension: its name, its values as shown, and its codes."""

    name: str
    values: list[str]
    codes: list[str]
    periods: list[str]  # the values as periods, empty where they are none


def read_px(path: Path, sender: Sender, limits: Limits, override: str | None = None) -> None:
    """Send the cube as one sheet: title, header, and the combinations of all but the time."""
    if path.stat().st_size > limits.total:
        raise Refusal("too large")
    encoding = find_encoding(path, override or _declared(path))
    text = path.read_bytes().decode(encoding.codec, encoding.errors)
    try:
        px = parse_px(text.removeprefix("\ufeff"))
        variables = [_variable(px, name) for name in (*px.all("STUB"), *px.all("HEADING"))]
        size = prod(len(variable.values) for variable in variables)
        if size > limits.cells:
            raise Refusal("too large")
        cells = _cells(px, variables, size)
    except Malformed as error:
        raise Refusal("px") from error
    sender.workbook("px", encoding=encoding.codec)
    if encoding.damaged:
        sender.warn("odd bytes")
    sender.begin_sheet("")
    _send_table(px, variables, cells, sender)
    sender.end_sheet()
    sender.finish()


def _declared(path: Path) -> str | None:
    """The code page that the file names, if there is such a one."""
    with path.open("rb") as file:
        match = _CODEPAGE.search(file.read(8192))
    try:
        return codecs.lookup(match[1].decode("ascii", "replace")).name if match else None
    except LookupError:
        return None


def _variable(px: PxText, name: str) -> _Variable:
    values, codes = px.all("VALUES", name), px.all("CODES", name)
    values = values or codes
    if not values or (codes and len(codes) != len(values)):
        raise Malformed
    times, *listed = px.all("TIMEVAL", name) or [""]
    letter = _LETTERS.get(times[6:7])
    coded = [f"{t[:4]}{letter}{t[4:]}" for t in listed] if letter is not None else []
    for texts in (values, coded, codes):
        if len(texts) == len(values) and all(map(_is_period, texts)):
            return _Variable(name, values, codes or values, texts)
    return _Variable(name, values, codes or values, [])


def _is_period(text: str) -> bool:
    return isinstance(parse_period(text), Stamp)


def _cells(px: PxText, variables: Sequence[_Variable], size: int) -> list[Raw]:
    """All cells, the last variable varying fastest."""
    if any(key == "KEYS" for key, _ in px.values):
        return _of_keys(px, variables, size)
    cells: list[Raw] = list(islice(data_in(px.data), size + 1))
    if not size or len(cells) != size:
        raise Malformed
    return cells


def _of_keys(px: PxText, variables: Sequence[_Variable], size: int) -> list[Raw]:
    """The cells of a file that gives only the rows that hold something, each after its keys."""
    stub = len(px.all("STUB"))
    places = []
    for variable in variables[:stub]:
        names = variable.values if px.first("KEYS", variable.name) == "VALUES" else variable.codes
        places.append({name: place for place, name in enumerate(names)})
    width = prod(len(variable.values) for variable in variables[stub:])
    cells: list[Raw] = [None] * size
    data = data_in(px.data)
    while keys := list(islice(data, stub)):
        row = 0
        for key, known, variable in zip(keys, places, variables, strict=False):
            if str(key) not in known:
                raise Malformed
            row = row * len(variable.values) + known[str(key)]
        found = list(islice(data, width))
        if len(keys) != stub or len(found) != width:
            raise Malformed
        cells[row * width : (row + 1) * width] = found
    return cells


def _send_table(
    px: PxText, variables: Sequence[_Variable], cells: Sequence[Raw], sender: Sender
) -> None:
    across = max(
        variables, key=lambda variable: (bool(variable.periods), variable is variables[-1])
    )
    others = [variable for variable in variables if variable is not across]
    steps = {id(v): prod(len(w.values) for w in variables[n:]) for n, v in enumerate(variables, 1)}
    names = [*(variable.name for variable in others), "unit"]
    headings = across.periods or across.values
    title = px.first("TITLE") or px.first("DESCRIPTION") or px.first("CONTENTS")
    blank: list[list[Raw]] = [[None, None] for _ in range(len(names) + len(headings) - 1)]
    sender.columns(1, [[title, None], *blank])
    sender.columns(_HEADER_ROW, [[name] for name in (*names, *headings)])
    step = steps[id(across)]
    row = _HEADER_ROW + 1
    rows = _rows(others, steps, cells, range(0, step * len(headings), step))
    while block := list(islice(rows, BLOCK_ROWS)):
        labels: list[list[Raw]] = [
            [_label(v, places[n]) for places, _ in block] for n, v in enumerate(others)
        ]
        units: list[Raw] = [_unit(px, others, places) for places, _ in block]
        figures = [list(column) for column in zip(*(held for _, held in block), strict=True)]
        sender.columns(row, [*labels, units, *figures])
        row += len(block)


def _rows(
    variables: Sequence[_Variable],
    steps: dict[int, int],
    cells: Sequence[Raw],
    offsets: Sequence[int],
) -> Iterator[tuple[tuple[int, ...], list[Raw]]]:
    """The combinations that the file gives, by the places of their values, with their figures."""
    for places in product(*(range(len(variable.values)) for variable in variables)):
        start = sum(at * steps[id(v)] for at, v in zip(places, variables, strict=True))
        held = [cells[start + offset] for offset in offsets]
        if any(cell is not None for cell in held):
            yield places, held


def _label(variable: _Variable, place: int) -> str:
    """A value as the name of a row; bare numbers with what they count: ``age 15``."""
    value = variable.values[place]
    return f"{variable.name} {value}" if value.replace(".", "").isdigit() else value


def _unit(px: PxText, variables: Sequence[_Variable], places: Sequence[int]) -> str | None:
    """The unit of a row: that of its contents where they differ, else the one of the file."""
    contents = px.first("CONTVARIABLE")
    for variable, place in zip(variables, places, strict=True):
        if variable.name == contents:
            return px.first("UNITS", variable.values[place]) or None
    return px.first("UNITS") or None
