"""The sheets of what explains a chart: events of KPIs, and what targets and plans were before."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.number_formats import cell_number, kpi_format
from desktop.exporting.sheet_writer import (
    HEADING_RIGHT,
    ON_DAY,
    PLAIN,
    WRAPPED,
    CellValue,
    Head,
    Style,
)


def write_kpi_events(book: Book, title: str, content: CompanyContent) -> None:
    """What happened, by day."""
    say = book.say
    heads = [
        Head(say(msg("Day")), 12, ON_DAY),
        Head(say(msg("KPI")), 32, WRAPPED),
        Head(say(msg("What happened")), 50, WRAPPED),
        Head(say(msg("Limits begin anew")), 14, WRAPPED),
    ]
    names = {line.kpi.id: line.kpi.name for line in content.kpis}
    holds = say(msg("What is marked on the charts of the KPIs."))
    writer = book.table(title, holds, heads, len(content.kpi_events))
    for event in content.kpi_events:
        again = say(msg("Yes")) if event.rebase else ""
        row: list[CellValue] = [event.day, names[event.kpi_id], event.title, again]
        writer.add(row, [head.style for head in heads])


def write_former_plans(book: Book, title: str, content: CompanyContent) -> None:
    """By goal and key result, the first one first."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Key result")), 32, WRAPPED),
        Head(say(msg("Until")), 12, ON_DAY),
        Head(say(msg("Baseline")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Target")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Start")), 12, ON_DAY),
        Head(say(msg("Deadline")), 12, ON_DAY),
        Head(say(msg("Reason")), 50, WRAPPED),
    ]
    holds = say(msg("What targets and plans were before they were changed."))
    writer = book.table(title, holds, heads, len(content.former_plans))
    for line in content.goals:
        for result in line.results:
            kpi = result.kpi
            styles = [head.style for head in heads]
            if kpi is not None:
                styles[3] = styles[4] = Style(format=kpi_format(kpi, book.words.language))
            for former in content.former_plans:
                if former.key_result_id != result.key_result.id:
                    continue
                numbers = [
                    value if value is None or kpi is None else cell_number(value, kpi.unit)
                    for value in (former.baseline, former.target)
                ]
                row: list[CellValue] = [
                    line.goal.statement,
                    result.title,
                    former.until,
                    *numbers,
                    former.start,
                    former.deadline,
                    former.reason,
                ]
                writer.add(row, styles)
