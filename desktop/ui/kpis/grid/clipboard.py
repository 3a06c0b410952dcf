"""Blocks of cells to and from a spreadsheet: lines and tabs, numbers as it reads them."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.number_entry import entry_text
from desktop.qtkit.wording import LanguageWording


def read_block(text: str) -> list[list[str]]:
    """The cells of copied text; quoted cells may hold tabs and line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    rows = list(csv.reader((line + "\n" for line in lines), delimiter="\t"))
    return [[cell.strip("\n") for cell in row] or [""] for row in rows]


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """The text that a spreadsheet takes as these cells."""
    return "\n".join("\t".join(row) for row in rows)


def cell_text(value: float | None, unit: Unit, decimals: int, wording: LanguageWording) -> str:
    """A value as a spreadsheet in the reader's language understands it: no grouping, a plain
    minus, a percent sign, and hours in every time."""
    if value is None:
        return ""
    text = entry_text(value, unit, decimals, wording).replace("\u2212", "-")
    if unit.kind is UnitKind.DURATION:
        return _with_hours(text)
    text = text.replace(wording.locale.groupSeparator(), "")
    return f"{text}%" if unit.kind is UnitKind.PERCENT else text


def _with_hours(clock: str) -> str:
    """``2:30`` as ``0:02:30``, which a spreadsheet does not take for hours and minutes."""
    if clock.count(":") != 1:
        return clock
    minutes, seconds = clock.removeprefix("-").split(":")
    return f"{'-' if clock.startswith('-') else ''}0:{minutes:0>2}:{seconds}"
