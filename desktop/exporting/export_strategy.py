"""The sheets of the strategy: what leads to what, what matters most, growth loops."""

from __future__ import annotations

from desktop.core.link_words import lag_words
from desktop.core.message import msg
from desktop.core.names import name
from desktop.core.strategy_map import cause_key, effect_key, goal_key, kpi_key
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


def write_arrows(book: Book, title: str, content: CompanyContent) -> None:
    """The arrows of the strategy map, in the order in which they were drawn."""
    say = book.say
    heads = [
        Head(say(msg("Cause")), 40, WRAPPED),
        Head(say(msg("Effect")), 40, WRAPPED),
        Head(say(msg("Follows")), 20),
        Head(say(msg("Why we believe it")), 50, WRAPPED),
    ]
    names = {goal_key(line.goal.id): line.goal.statement for line in content.goals}
    names |= {kpi_key(line.kpi.id): line.kpi.name for line in content.kpis}
    holds = say(msg("What the company believes leads to what."))
    writer = book.table(title, holds, heads, len(content.causes))
    for cause in content.causes:
        lag, cadence = cause.lag, cause.lag_cadence
        row: list[CellValue] = [
            names[cause_key(cause)],
            names[effect_key(cause)],
            "" if lag is None or cadence is None else say(lag_words(lag, cadence)),
            cause.note,
        ]
        writer.add(row, [head.style for head in heads])


def write_focuses(book: Book, title: str, content: CompanyContent) -> None:
    """The one metric that matters, and what mattered before, the oldest first."""
    say = book.say
    heads = [
        Head(say(msg("Since")), 12, ON_DAY),
        Head(say(msg("KPI")), 32, WRAPPED),
        Head(say(msg("Stage")), 16),
        Head(say(msg("The line")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Why")), 50, WRAPPED),
    ]
    kpis = {line.kpi.id: line.kpi for line in content.kpis}
    holds = say(msg("What has mattered most; the last one does now."))
    writer = book.table(title, holds, heads, len(content.focuses))
    for focus in content.focuses:
        kpi = kpis[focus.kpi_id]
        styles = [head.style for head in heads]
        styles[3] = Style(format=kpi_format(kpi, book.words.language))
        row: list[CellValue] = [
            focus.since,
            kpi.name,
            say(name(focus.stage)),
            None if focus.line is None else cell_number(focus.line, kpi.unit),
            focus.why,
        ]
        writer.add(row, styles)


def write_loops(book: Book, title: str, content: CompanyContent) -> None:
    """The steps of the growth loops, in the order of their rings."""
    say = book.say
    heads = [
        Head(say(msg("Growth loop")), 30, WRAPPED),
        Head(say(msg("Step")), 8),
        Head(say(msg("KPI or step")), 40, WRAPPED),
    ]
    names = {line.kpi.id: line.kpi.name for line in content.kpis}
    holds = say(msg("The steps of the growth loops; the last one feeds the first."))
    writer = book.table(title, holds, heads, sum(len(steps) for _, steps in content.loops))
    for loop, steps in content.loops:
        for number, step in enumerate(steps, start=1):
            called = step.title if step.kpi_id is None else names[step.kpi_id]
            writer.add([loop.name, number, called], [head.style for head in heads])
