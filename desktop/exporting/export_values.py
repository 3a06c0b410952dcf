"""The sheets of values: a readable table for each cadence, and all of them one below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.own_workbook import OwnKpi, OwnPeriod, OwnTable
from desktop.core.period import Cadence, Period
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent, KpiLine
from desktop.exporting.look import SOFT
from desktop.exporting.number_formats import (
    MONTH,
    cell_number,
    kpi_format,
    unit_text,
)
from desktop.exporting.sheet_writer import (
    AFTER_NUMBER,
    HEADING,
    HEADING_RIGHT,
    ON_DAY,
    PLAIN,
    WRAPPED,
    CellValue,
    Head,
    Style,
)

TITLES: Mapping[Cadence, Message] = {
    Cadence.DAY: msg("Days"),
    Cadence.WEEK: msg("Weeks"),
    Cadence.MONTH: msg("Months"),
    Cadence.QUARTER: msg("Quarters"),
    Cadence.YEAR: msg("Years"),
}
_DOWN = (Cadence.DAY, Cadence.WEEK)  # too many to stand side by side
_A_PAGE = 18  # periods that can be read side by side on paper
_MOST_COLUMNS = 16_000  # of the 16,384 that a sheet has
_MOST_ROWS = 1_000_000  # of the 1,048,576


def write_wide(book: Book, title: str, content: CompanyContent, cadence: Cadence) -> OwnTable:
    """One table of all KPIs of a cadence; what the table holds, to be known again."""
    lines = [line for line in content.kpis if line.kpi.cadence is cadence and line.values]
    labels = unique_labels([line.kpi for line in lines])
    periods = _periods(lines)
    across = cadence not in _DOWN and len(periods) < _MOST_COLUMNS
    write = _write_across if across else _write_down
    write(book, title, lines, labels, periods, content)
    return OwnTable(
        title,
        cadence,
        across,
        tuple(
            OwnKpi(line.kpi.id or 0, line.kpi.key, label, line.kpi.unit)
            for line, label in zip(lines, labels, strict=True)
            if not line.kpi.formula
        ),
        tuple(OwnPeriod(period.start, heading(period, book)) for period in periods),
        tuple(label for line, label in zip(lines, labels, strict=True) if line.kpi.formula),
    )


def unique_labels(kpis: Sequence[Kpi]) -> list[str]:
    """The names of KPIs, with their keys where two are called the same."""
    names = [" ".join(kpi.name.split()).casefold() for kpi in kpis]
    counts = Counter(names)
    return [
        kpi.name if counts[name] == 1 else f"{kpi.name} ({kpi.key})"
        for kpi, name in zip(kpis, names, strict=True)
    ]


def heading(period: Period, book: Book) -> str:
    """What stands above a period where that is no date: a quarter, a year."""
    if period.cadence in (Cadence.QUARTER, Cadence.YEAR):
        return book.words.period(period)
    return ""


def _periods(lines: Sequence[KpiLine]) -> list[Period]:
    starts = {value.period.start: value.period for line in lines for value in line.values}
    return [period for _, period in sorted(starts.items())]


def _pages(columns: Sequence[object]) -> int:
    """How many pages so many columns of values are printed on, side by side."""
    return -(-len(columns) // _A_PAGE)


def _holds(book: Book) -> str:
    grey = book.say(msg("Grey: the period is not over, or not covered whole."))
    return f"{book.say(msg('The values of every KPI.'))} {grey}"


def _write_across(
    book: Book,
    title: str,
    lines: Sequence[KpiLine],
    labels: Sequence[str],
    periods: Sequence[Period],
    content: CompanyContent,
) -> None:
    """A row a KPI, a column a period."""
    say = book.say
    heads = [Head(say(msg("KPI")), 34), Head(say(msg("Unit")), 9)]
    month = Style(format=MONTH, bold=True, ground=HEADING.ground, under=True, wrap=True, right=True)
    heads += [Head(heading(period, book) or period.start, 13, PLAIN, month) for period in periods]
    writer = book.table(title, _holds(book), heads, len(lines), frozen=2, pages=_pages(periods))
    places = {period: place for place, period in enumerate(periods, start=2)}
    for line, label in zip(lines, labels, strict=True):
        shown = kpi_format(line.kpi, book.words.language)
        styles = [PLAIN, PLAIN, *[Style(format=shown)] * len(periods)]
        row: list[CellValue] = [label, unit_text(line.kpi.unit, book.words.language)]
        row += [None] * len(periods)
        for value in line.values:
            place = places[value.period]
            row[place] = cell_number(value.value, line.kpi.unit)
            if value.partial(content.today):
                styles[place] = Style(format=shown, italic=True, colour=SOFT)
        writer.add(row, styles)
        book.teller.step(len(line.values) // 4)


def _write_down(
    book: Book,
    title: str,
    lines: Sequence[KpiLine],
    labels: Sequence[str],
    periods: Sequence[Period],
    content: CompanyContent,
) -> None:
    """A row a period, a column a KPI."""
    say = book.say
    heads = [Head(say(msg("First day")), 12, ON_DAY), Head(say(msg("Period")), 18)]
    heads += [Head(label, 14, PLAIN, HEADING_RIGHT) for label in labels]
    writer = book.table(title, _holds(book), heads, len(periods), frozen=2, pages=_pages(lines))
    language = book.words.language
    whole = [Style(format=kpi_format(line.kpi, language)) for line in lines]
    part = [Style(format=each.format, italic=True, colour=SOFT) for each in whole]
    table: dict[date, list[tuple[int, Measurement]]] = {}
    for place, line in enumerate(lines):
        for value in line.values:
            table.setdefault(value.period.start, []).append((place, value))
    for period in periods:
        row: list[CellValue] = [period.start, book.words.period(period), *[None] * len(lines)]
        styles = [ON_DAY, PLAIN, *whole]
        for place, value in table[period.start]:
            row[place + 2] = cell_number(value.value, lines[place].kpi.unit)
            if value.partial(content.today):
                styles[place + 2] = part[place]
        writer.add(row, styles)


def sheetfuls(lines: Sequence[KpiLine]) -> Iterator[list[KpiLine]]:
    """The KPIs whose values go on one sheet."""
    part: list[KpiLine] = []
    count = 0
    for line in lines:
        if part and count + len(line.values) > _MOST_ROWS:
            yield part
            part, count = [], 0
        part.append(line)
        count += len(line.values)
    yield part


def write_long(book: Book, title: str, lines: Sequence[KpiLine], content: CompanyContent) -> None:
    """The values of these KPIs with their sources, one below the other."""
    say, language = book.say, book.words.language
    heads = [
        Head(say(msg("KPI")), 34),
        Head(say(msg("First day")), 12, ON_DAY),
        Head(say(msg("Period")), 20),
        Head(say(msg("Value")), 16, PLAIN, HEADING_RIGHT),
        Head(say(msg("Unit")), 10, AFTER_NUMBER),
        Head(say(msg("Covers until")), 13, ON_DAY),
        Head(say(msg("Source")), 52, WRAPPED),
    ]
    files = {line.id: line.file_name for line in content.imports}
    typed, worked_out = say(msg("Typed")), say(msg("Worked out"))
    holds = say(msg("Every value with where it came from."))
    writer = book.table(title, holds, heads, sum(len(line.values) for line in lines))
    names: dict[Period, str] = {}
    for line in lines:
        kpi = line.kpi
        number = Style(format=kpi_format(kpi, language))
        styles = [PLAIN, ON_DAY, PLAIN, number, AFTER_NUMBER, ON_DAY, PLAIN]
        unit = unit_text(kpi.unit, language)
        for value in line.values:
            period = value.period
            if period not in names:
                names[period] = book.words.period(period)
            source = typed
            if kpi.formula:
                source = worked_out
            elif value.import_id is not None:
                source = " · ".join(filter(None, (files.get(value.import_id, ""), value.cell)))
            writer.add(
                [
                    kpi.name,
                    period.start,
                    names[period],
                    cell_number(value.value, kpi.unit),
                    unit,
                    value.through,
                    source,
                ],
                styles,
            )
