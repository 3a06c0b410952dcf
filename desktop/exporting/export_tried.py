"""The sheets of what is tried: activities as hypotheses, and ideas with their answers."""

from __future__ import annotations

from desktop.core.activity import state_names
from desktop.core.idea import answer_names
from desktop.core.message import msg
from desktop.exporting.book import Book
from desktop.exporting.company_content import ActivityLine, CompanyContent
from desktop.exporting.number_formats import cell_number, kpi_format, unit_text
from desktop.exporting.sheet_writer import (
    AFTER_NUMBER,
    HEADING_RIGHT,
    ON_DAY,
    PLAIN,
    WRAPPED,
    CellValue,
    Head,
    Style,
)

_EFFECT = 4  # its place in a row


def write_activities(book: Book, title: str, content: CompanyContent) -> None:
    """By goal, in their order; what was seen is as of the day of the export."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Activity")), 36, WRAPPED),
        Head(say(msg("State")), 11),
        Head(say(msg("KPI")), 24, WRAPPED),
        Head(say(msg("Expected effect")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Unit")), 10, AFTER_NUMBER),
        Head(say(msg("Because")), 40, WRAPPED),
        Head(say(msg("Start")), 12, ON_DAY),
        Head(say(msg("End")), 12, ON_DAY),
        Head(say(msg("Keep or kill on")), 14, ON_DAY),
        Head(say(msg("Owner")), 20),
        Head(say(msg("Cost")), 12, PLAIN, HEADING_RIGHT),
        Head(say(msg("Decided on")), 12, ON_DAY),
        Head(say(msg("What we learned")), 40, WRAPPED),
        Head(say(msg("What was seen")), 60, WRAPPED),
    ]
    statements = {line.goal.id: line.goal.statement for line in content.goals}
    holds = say(msg("What is tried for the goals, and what came of it."))
    writer = book.table(title, holds, heads, len(content.activities), frozen=2)
    for line in content.activities:
        styles = [head.style for head in heads]
        if line.kpi is not None:
            styles[_EFFECT] = Style(format=kpi_format(line.kpi, book.words.language))
        writer.add(_activity(book, line, statements.get(line.activity.goal_id, "")), styles)


def _activity(book: Book, line: ActivityLine, goal: str) -> list[CellValue]:
    activity, kpi, say = line.activity, line.kpi, book.say
    effect = activity.effect
    return [
        goal,
        activity.title,
        say(state_names()[line.state]),
        "" if kpi is None else kpi.name,
        effect if kpi is None or effect is None else cell_number(effect, kpi.unit),
        "" if kpi is None else unit_text(kpi.unit, book.words.language),
        activity.because,
        activity.start,
        activity.end,
        activity.due,
        line.owner,
        activity.cost,
        activity.decided_on,
        activity.conclusion,
        "" if line.seen is None else say(line.seen),
    ]


def write_ideas(book: Book, title: str, content: CompanyContent) -> None:
    """The oldest first."""
    say = book.say
    heads = [
        Head(say(msg("Idea")), 44, WRAPPED),
        Head(say(msg("More about it")), 44, WRAPPED),
        Head(say(msg("Who")), 20),
        Head(say(msg("Day")), 12, ON_DAY),
        Head(say(msg("Answer")), 12),
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Reason")), 50, WRAPPED),
        Head(say(msg("Answered on")), 13, ON_DAY),
        Head(say(msg("Activity")), 36, WRAPPED),
    ]
    statements = {line.goal.id: line.goal.statement for line in content.goals}
    titles = {line.activity.id: line.activity.title for line in content.activities}
    holds = say(msg("Ideas from everyone, with their answers."))
    writer = book.table(title, holds, heads, len(content.ideas), frozen=1)
    for idea in content.ideas:
        row: list[CellValue] = [
            idea.title,
            idea.details,
            idea.who,
            idea.day,
            say(answer_names()[idea.answer]),
            statements.get(idea.goal_id, ""),
            idea.reason,
            idea.answered_on,
            titles.get(idea.activity_id, ""),
        ]
        writer.add(row, [head.style for head in heads])
