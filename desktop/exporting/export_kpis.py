"""The sheets of KPIs, people, imports and changes."""

from __future__ import annotations

from desktop.core.kpi import Better, Kpi
from desktop.core.message import msg
from desktop.core.names import name
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.number_formats import cell_number, kpi_format, unit_text
from desktop.exporting.sheet_writer import (
    AFTER_NUMBER,
    AT_MOMENT,
    HEADING_RIGHT,
    PLAIN,
    WRAPPED,
    CellValue,
    Head,
    Style,
)


def write_kpis(book: Book, title: str, content: CompanyContent) -> dict[int | None, int]:
    """Every KPI, archived ones as well; the row of each by its id."""
    say = book.say
    heads = [
        Head(say(msg("KPI")), 30, WRAPPED),
        Head(say(msg("Latest period")), 18),
        Head(say(msg("Latest value")), 15, PLAIN, HEADING_RIGHT),
        Head(say(msg("Unit")), 10, AFTER_NUMBER),
        Head(say(msg("Definition")), 56, WRAPPED),
        Head(say(msg("How often")), 11),
        Head(say(msg("Better")), 18),
        Head(say(msg("Band from")), 12, PLAIN, HEADING_RIGHT),
        Head(say(msg("Band to")), 12, PLAIN, HEADING_RIGHT),
        Head(say(msg("Adds up by")), 14, AFTER_NUMBER),
        Head(say(msg("Kind")), 11),
        Head(say(msg("Phase")), 13),
        Head(say(msg("Perspective")), 18),
        Head(say(msg("Owner")), 20),
        Head(say(msg("Source")), 20),
        Head(say(msg("Formula")), 28),
        Head(say(msg("Key")), 18),
        Head(say(msg("Part of")), 24),
        Head(say(msg("Capacity")), 12, PLAIN, HEADING_RIGHT),
        Head(say(msg("Capacity owner")), 20, AFTER_NUMBER),
        Head(say(msg("Outdated")), 36, WRAPPED),
        Head(say(msg("Archived")), 10),
        Head(say(msg("For whom")), 24, WRAPPED),
        Head(say(msg("Where in the source")), 30, WRAPPED),
        Head(say(msg("Stop doing")), 30, WRAPPED),
        Head(say(msg("Start doing")), 30, WRAPPED),
        Head(say(msg("Keep doing")), 30, WRAPPED),
        Head(say(msg("Do more of")), 30, WRAPPED),
        Head(say(msg("Do less of")), 30, WRAPPED),
    ]
    holds = say(msg("Every KPI: what it counts, and its latest full period."))
    writer = book.table(title, holds, heads, len(content.kpis))
    rows = {}
    for line in content.kpis:
        kpi, latest = line.kpi, line.latest
        styles = [head.style for head in heads]
        for place in (2, 7, 8, 18):
            styles[place] = Style(format=kpi_format(kpi, book.words.language))
        band = kpi.better is Better.BAND
        values: list[CellValue] = [
            kpi.name,
            "" if latest is None else book.words.period(latest.period),
            None if latest is None else cell_number(latest.value, kpi.unit),
            unit_text(kpi.unit, book.words.language),
            kpi.definition,
            say(name(kpi.cadence)),
            say(name(kpi.better)),
            _number(kpi, kpi.band_low if band else None),
            _number(kpi, kpi.band_high if band else None),
            say(msg("Formula")) if kpi.formula else say(name(kpi.add_up)),
            say(msg("Leading")) if kpi.leading else say(msg("Lagging")),
            say(name(kpi.phase)) if kpi.phase else "",
            say(name(kpi.perspective)) if kpi.perspective else "",
            line.owner,
            kpi.source,
            kpi.formula,
            kpi.key,
            line.parent,
            _number(kpi, kpi.capacity),
            line.capacity_owner,
            say(line.outdated) if line.outdated is not None else "",
            _yes(book, kpi.archived),
            kpi.audience,
            kpi.source_place,
            kpi.conclude_stop,
            kpi.conclude_start,
            kpi.conclude_continue,
            kpi.conclude_more,
            kpi.conclude_less,
        ]
        writer.add(values, styles)
        rows[kpi.id] = writer.row
    return rows


def _number(kpi: Kpi, value: float | None) -> float | None:
    return None if value is None else cell_number(value, kpi.unit)


def _yes(book: Book, value: object) -> str:
    return book.say(msg("Yes")) if value else ""


def write_people(book: Book, title: str, content: CompanyContent) -> None:
    say = book.say
    heads = [
        Head(say(msg("Name")), 28),
        Head(say(msg("Role")), 32),
        Head(say(msg("Team")), 10),
    ]
    writer = book.table(title, say(msg("Who owns goals and KPIs.")), heads, len(content.people))
    for person in content.people:
        row: list[CellValue] = [person.name, person.role, _yes(book, person.team)]
        writer.add(row, [head.style for head in heads])


def write_imports(book: Book, title: str, content: CompanyContent) -> None:
    say = book.say
    heads = [
        Head(say(msg("Imported")), 17, AT_MOMENT),
        Head(say(msg("File")), 44),
        Head(say(msg("By")), 18),
        Head(say(msg("New values")), 10, PLAIN, HEADING_RIGHT),
        Head(say(msg("Changed")), 10, PLAIN, HEADING_RIGHT),
        Head(say(msg("The same")), 10, PLAIN, HEADING_RIGHT),
        Head(say(msg("Not taken")), 10, PLAIN, HEADING_RIGHT),
        Head(say(msg("Reverted")), 18, AT_MOMENT),
        Head(say(msg("Fingerprint of the file (SHA-256)")), 66),
    ]
    writer = book.table(
        title, say(msg("The files that values came from.")), heads, len(content.imports)
    )
    for line in content.imports:
        row: list[CellValue] = [
            line.at,
            line.file_name,
            line.who,
            *line.counts,
            line.reverted_at,
            line.sha256,
        ]
        writer.add(row, [head.style for head in heads])


def write_changes(book: Book, title: str, content: CompanyContent) -> None:
    say = book.say
    heads = [
        Head(say(msg("When")), 17, AT_MOMENT),
        Head(say(msg("What")), 70, WRAPPED),
        Head(say(msg("By")), 18),
        Head(say(msg("Undone")), 10),
    ]
    holds = say(msg("What was done in the company file, the newest first."))
    writer = book.table(title, holds, heads, len(content.steps))
    for line in content.steps:
        row: list[CellValue] = [line.at, say(line.label), line.who, _yes(book, line.undone)]
        writer.add(row, [head.style for head in heads])
