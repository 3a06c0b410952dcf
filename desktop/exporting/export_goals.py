"""The sheets of goals, key results, milestones and plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.core.goal import Milestone
from desktop.core.message import msg
from desktop.core.names import name
from desktop.core.sitting import answer_names
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent, GoalLine, ResultLine
from desktop.exporting.look import MARK, status_colour
from desktop.exporting.number_formats import SHARE, cell_number, kpi_format, unit_text
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

_SHARE = Style(format=SHARE)


def write_goals(book: Book, title: str, content: CompanyContent) -> dict[int | None, int]:
    """All goals in their order; the row of each by its id."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 44, WRAPPED),
        Head(say(msg("Status")), 18),
        Head(say(msg("Why this status")), 48, WRAPPED),
        Head(say(msg("Progress")), 11, _SHARE, HEADING_RIGHT),
        Head(say(msg("Expected by now")), 11, _SHARE, HEADING_RIGHT),
        Head(say(msg("Data as of")), 12, ON_DAY),
        Head(say(msg("Owner")), 20),
        Head(say(msg("Start")), 12, ON_DAY),
        Head(say(msg("Deadline")), 12, ON_DAY),
        Head(say(msg("State")), 11),
        Head(say(msg("Why")), 40, WRAPPED),
        Head(say(msg("What we do not do")), 32, WRAPPED),
        Head(say(msg("Under the goal")), 32, WRAPPED),
        Head(say(msg("Aspirational")), 12),
        Head(say(msg("Raised from")), 32, WRAPPED),
        Head(say(msg("In the guide")), 26, WRAPPED),
        Head(say(msg("In short")), 32, WRAPPED),
        *(Head(say(words), 32, WRAPPED) for words in answer_names().values()),
    ]
    holds = say(msg("Every goal with how it stands."))
    writer = book.table(title, holds, heads, len(content.goals))
    rows = {}
    for line in content.goals:
        goal, how = line.goal, line.how
        styles = [head.style for head in heads]
        styles[1] = Style(bold=True, colour=status_colour(how.status))
        values: list[CellValue] = [
            goal.statement,
            f"{MARK.get(how.status, '○')} {say(name(how.status))}",
            say(how.reason),
            how.score,
            how.expected_score,
            how.as_of,
            line.owner,
            goal.start,
            goal.deadline,
            say(name(goal.state)),
            goal.why,
            goal.not_doing,
            line.parent,
            say(msg("Yes")) if goal.aspirational else "",
            line.raised_from,
            "" if line.standing is None else say(line.standing),
            line.short,
            *(line.answers.get(ask, "") for ask in answer_names()),
        ]
        writer.add(values, styles)
        rows[goal.id] = writer.row
    return rows


def write_results(book: Book, title: str, goals: Sequence[GoalLine]) -> None:
    """The key results of all goals."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Key result")), 32, WRAPPED),
        Head(say(msg("Status")), 18),
        Head(say(msg("Why this status")), 48, WRAPPED),
        Head(say(msg("Baseline")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Target")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Actual")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Plan")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Difference")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Unit")), 10, AFTER_NUMBER),
        Head(say(msg("Progress")), 11, _SHARE, HEADING_RIGHT),
        Head(say(msg("Data as of")), 12, ON_DAY),
        Head(say(msg("What is compared")), 22),
        Head(say(msg("First target")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Weight")), 9),
        Head(say(msg("Owner")), 20),
        Head(say(msg("Done on")), 12, ON_DAY),
    ]
    lines = [(line, result) for line in goals for result in line.results]
    holds = say(msg("What each goal is measured by."))
    writer = book.table(title, holds, heads, len(lines), frozen=2)
    for line, result in lines:
        styles = [head.style for head in heads]
        styles[2] = Style(bold=True, colour=status_colour(result.how.status))
        if result.kpi is not None:
            number = Style(format=kpi_format(result.kpi, book.words.language))
            for place in (4, 5, 6, 7, 8, 13):
                styles[place] = number
        writer.add(_result(book, line, result), styles)


def _result(book: Book, line: GoalLine, result: ResultLine) -> list[CellValue]:
    how, key_result, kpi, say = result.how, result.key_result, result.kpi, book.say

    def number(value: float | None) -> float | None:
        return None if value is None or kpi is None else cell_number(value, kpi.unit)

    return [
        line.goal.statement,
        result.title,
        f"{MARK.get(how.status, '○')} {say(name(how.status))}",
        say(how.reason),
        number(key_result.baseline),
        number(key_result.target),
        number(how.current),
        number(how.expected),
        number(how.gap),
        "" if kpi is None else unit_text(kpi.unit, book.words.language),
        how.progress,
        how.as_of,
        "" if kpi is None else say(name(key_result.comparison)),
        number(key_result.original_target),
        key_result.weight,
        result.owner,
        key_result.done_on,
    ]


def write_milestones(book: Book, title: str, goals: Sequence[GoalLine]) -> None:
    """The steps on the way of all goals."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Milestone")), 40, WRAPPED),
        Head(say(msg("Due")), 12, ON_DAY),
        Head(say(msg("Done on")), 12, ON_DAY),
        Head(say(msg("Key result")), 32, WRAPPED),
        Head(say(msg("Value")), 14, PLAIN, HEADING_RIGHT),
    ]
    lines = [(line, milestone) for line in goals for milestone in line.milestones]
    writer = book.table(title, say(msg("The steps on the way.")), heads, len(lines))
    for line, milestone in lines:
        styles = [head.style for head in heads]
        result = _of_milestone(line, milestone)
        kpi = None if result is None else result.kpi
        value = milestone.value
        if kpi is not None and value is not None:
            styles[5] = Style(format=kpi_format(kpi, book.words.language))
            value = cell_number(value, kpi.unit)
        writer.add(
            [
                line.goal.statement,
                milestone.title,
                milestone.due,
                milestone.done_on,
                "" if result is None else result.title,
                value,
            ],
            styles,
        )


def _of_milestone(line: GoalLine, milestone: Milestone) -> ResultLine | None:
    if milestone.key_result_id is None:
        return None
    wanted = milestone.key_result_id
    return next((each for each in line.results if each.key_result.id == wanted), None)


def write_plans(book: Book, title: str, goals: Sequence[GoalLine]) -> None:
    """The plans with steps: typed, imported, or those of the KPI's own season."""
    say = book.say
    heads = [
        Head(say(msg("Goal")), 40, WRAPPED),
        Head(say(msg("Key result")), 32, WRAPPED),
        Head(say(msg("By the end of")), 14, ON_DAY),
        Head(say(msg("Expected value")), 16, PLAIN, HEADING_RIGHT),
    ]
    steps = list(_plan_steps(goals))
    holds = say(
        msg("Plans that were typed or follow the season; all others go straight to the target.")
    )
    writer = book.table(title, holds, heads, len(steps))
    for values, result in steps:
        styles = [head.style for head in heads]
        if result.kpi is not None:
            styles[3] = Style(format=kpi_format(result.kpi, book.words.language))
        writer.add(values, styles)


def _plan_steps(goals: Sequence[GoalLine]) -> Iterator[tuple[list[CellValue], ResultLine]]:
    for line in goals:
        for result in line.results:
            kpi = result.kpi
            for step in result.plan:
                value = step.value if kpi is None else cell_number(step.value, kpi.unit)
                yield [line.goal.statement, result.title, step.day, value], result
