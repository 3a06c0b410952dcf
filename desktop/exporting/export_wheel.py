"""The sheet of the annual wheel's events."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.wheel import event_names
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.sheet_writer import ON_DAY, WRAPPED, CellValue, Head


def write_wheel(book: Book, title: str, content: CompanyContent) -> None:
    """Every event once, by its first day; a yearly one with the days of its first year."""
    say = book.say
    heads = [
        Head(say(msg("First day")), 13, ON_DAY),
        Head(say(msg("Last day")), 13, ON_DAY),
        Head(say(msg("Week")), 14),
        Head(say(msg("Event")), 40, WRAPPED),
        Head(say(msg("Lane")), 20, WRAPPED),
        Head(say(msg("Kind")), 16),
        Head(say(msg("Every year")), 12),
        Head(say(msg("Owner")), 22),
        Head(say(msg("Note")), 50, WRAPPED),
    ]
    holds = say(msg("The events of the annual wheel; the week is that of the first day."))
    writer = book.table(title, holds, heads, len(content.events))
    lanes = {lane.id: lane.title for lane in content.lanes}
    owners = {person.id: person.name for person in content.people}
    for event in content.events:
        row: list[CellValue] = [
            event.start,
            event.end,
            book.words.period(Period.containing(Cadence.WEEK, event.start)),
            event.title,
            book.words.value(lanes[event.lane_id]),
            say(event_names()[event.kind]),
            say(msg("Yes")) if event.yearly else "",
            owners.get(event.owner_id, ""),
            event.note,
        ]
        writer.add(row, [head.style for head in heads])
