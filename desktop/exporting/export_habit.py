"""The sheets of what was said of the goals: check-ins and reviews."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.names import name
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.sheet_writer import ON_DAY, WRAPPED, CellValue, Head


def write_check_ins(book: Book, title: str, content: CompanyContent) -> None:
    """By goal, the oldest first."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Day")), 12, ON_DAY),
        Head(say(msg("Who")), 20),
        Head(say(msg("Confidence (0–10)")), 12),
        Head(say(msg("Comment")), 50, WRAPPED),
        Head(say(msg("Stop")), 26, WRAPPED),
        Head(say(msg("Start")), 26, WRAPPED),
        Head(say(msg("Go on with")), 26, WRAPPED),
        Head(say(msg("More of")), 26, WRAPPED),
        Head(say(msg("Less of")), 26, WRAPPED),
        Head(say(msg("Autonomy (1–5)")), 12),
        Head(say(msg("Competence (1–5)")), 12),
        Head(say(msg("Relatedness (1–5)")), 12),
        Head(say(msg("Status that day")), 16),
    ]
    statements = {line.goal.id: line.goal.statement for line in content.goals}
    people = {person.id: person.name for person in content.people}
    holds = say(msg("What people have said of the goals, and how sure they were."))
    writer = book.table(title, holds, heads, len(content.check_ins), frozen=1)
    for each in sorted(content.check_ins, key=lambda each: (each.goal_id, each.day)):
        row: list[CellValue] = [
            statements.get(each.goal_id, ""),
            each.day,
            people.get(each.person_id, ""),
            each.confidence,
            each.comment,
            each.stop,
            each.start,
            each.keep,
            each.more,
            each.less,
            each.autonomy,
            each.competence,
            each.relatedness,
            "" if each.status is None else say(name(each.status)),
        ]
        writer.add(row, [head.style for head in heads])


def write_reviews(book: Book, title: str, content: CompanyContent) -> None:
    """The oldest first."""
    say = book.say
    heads = [
        Head(say(msg("About")), 40, WRAPPED),
        Head(say(msg("Day")), 12, ON_DAY),
        Head(say(msg("What did we mean to happen?")), 50, WRAPPED),
        Head(say(msg("What did happen?")), 60, WRAPPED),
        Head(say(msg("Why did it differ?")), 40, WRAPPED),
        Head(say(msg("What do we do next?")), 40, WRAPPED),
        Head(say(msg("What we learned")), 40, WRAPPED),
    ]
    holds = say(msg("What was learned of goals and periods when they were over."))
    writer = book.table(title, holds, heads, len(content.reviews), frozen=1)
    for about, each in content.reviews:
        row: list[CellValue] = [
            say(about),
            each.day,
            each.meant,
            each.happened,
            each.why,
            each.next,
            each.learned,
        ]
        writer.add(row, [head.style for head in heads])
