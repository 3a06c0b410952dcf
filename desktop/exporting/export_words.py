"""The sheets of the company's own words and of the advice that it has dismissed."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.sheet_writer import ON_DAY, WRAPPED, CellValue, Head


def write_words(book: Book, title: str, content: CompanyContent) -> None:
    """The words of the glossary that are no KPIs; what a KPI means stands with the KPI."""
    say = book.say
    heads = [
        Head(say(msg("Word")), 30, WRAPPED),
        Head(say(msg("What it means")), 90, WRAPPED),
    ]
    holds = say(msg("The company’s own words; what a KPI means stands with the KPI."))
    writer = book.table(title, holds, heads, len(content.words))
    for word in content.words:
        writer.add([word.name, word.definition], [head.style for head in heads])


def write_dismissed(book: Book, title: str, content: CompanyContent) -> None:
    """What the company has decided against, and why; the newest first."""
    say = book.say
    heads = [
        Head(say(msg("Dismissed on")), 13, ON_DAY),
        Head(say(msg("Advice")), 26, WRAPPED),
        Head(say(msg("About")), 36, WRAPPED),
        Head(say(msg("Why it was dismissed")), 60, WRAPPED),
        Head(say(msg("What it says today")), 60, WRAPPED),
    ]
    holds = say(msg("Advice that does not apply here, with the reasons."))
    writer = book.table(title, holds, heads, len(content.dismissed))
    for line in content.dismissed:
        row: list[CellValue] = [
            line.day,
            *(part if isinstance(part, str) else say(part) for part in (line.kind, line.about)),
            line.reason,
            "" if line.message is None else say(line.message),
        ]
        writer.add(row, [head.style for head in heads])
