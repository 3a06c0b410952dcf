"""Gives the periods in the header of a table the year that they lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from desktop.core.message import Message, msg
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.axis_reading import year_in
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.regions import Region
from desktop.importing.tables.wide_header import WideHeader, over
from desktop.importing.values.stamps import Part, Stamp


def _years_above(region: Region, header: WideHeader) -> list[int]:
    """The year that stands over each period in an upper row of the header, if one does."""
    for row in region.header:
        if row < header.row:
            years = [year_in(over(region, row, column, True)) for column, _ in header.cells]
            found = [year for year in years if year is not None]
            if len(found) == len(header.cells):
                return found
    return []


def with_years(
    region: Region, header: WideHeader, around: Facts, asking: Asking, names: Sequence[str]
) -> tuple[WideHeader | None, Message | None]:
    """The header with whole periods, and why; ``None`` while the year is an open question.

    ``names`` are the texts in the header, for examples.
    """
    parts = [period for _, period in header.cells if isinstance(period, Part)]
    reason: Message | None = None
    above = _years_above(region, header)
    if above:
        placed_above = [part.in_year(year) for part, year in zip(parts, above, strict=True)]
        return _replaced(header, placed_above), msg(
            "The years stand over the periods in the header."
        )
    if around.first and around.last:
        placed = _within(parts, around.first, around.last)
        if placed is not None:
            return _replaced(header, placed), msg(
                "The year is taken from the period that the file states."
            )
    named = around.year_for([part.number for part in parts])
    if named is not None:
        year: int | None = named.year
        reason = msg("The year {year} is taken from {source}.", year=str(year), source=named.source)
    else:
        year = asking.year(names, around.years)
    if year is None:
        return None, None
    if header.series:
        return _replaced(header, [part.in_year(year) for part in parts]), reason
    return _replaced(header, _running(parts, year)), reason


def _within(parts: Sequence[Part], first: date, last: date) -> list[Stamp] | None:
    """The periods in the years in which they fall between two days."""
    placed: list[Stamp] = []
    for part in parts:
        choices = [part.in_year(year) for year in range(first.year, last.year + 1)]
        fitting = [s for s in choices if s and first.replace(day=1) <= s.start <= last]
        if len(fitting) != 1:
            return None
        placed.append(fitting[0])
    return placed


def _running(parts: Sequence[Part], year: int) -> list[Stamp | None]:
    """The periods from a year on; where the numbers fall, the next year begins."""
    years = [year]
    for before, after in pairwise(parts):
        years.append(years[-1] + (after.number < before.number))
    return [part.in_year(own) for part, own in zip(parts, years, strict=True)]


def _replaced(header: WideHeader, stamps: Sequence[Stamp | None]) -> WideHeader:
    cells = tuple(
        (column, stamp)
        for (column, _), stamp in zip(header.cells, stamps, strict=True)
        if stamp is not None
    )
    return replace(header, cells=cells) if len(cells) == len(header.cells) else header
