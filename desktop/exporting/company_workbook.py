"""Everything in a company file as one readable workbook."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from desktop.core.message import msg
from desktop.core.own_workbook import OwnWorkbook, Purpose
from desktop.core.period import Cadence
from desktop.core.wording import Wording
from desktop.core.writing import write_whole
from desktop.exporting.book import Book
from desktop.exporting.company_content import CompanyContent
from desktop.exporting.export_charts import charts_of, write_charts
from desktop.exporting.export_goals import (
    write_goals,
    write_milestones,
    write_plans,
    write_results,
)
from desktop.exporting.export_habit import write_check_ins, write_reviews
from desktop.exporting.export_kpis import (
    write_changes,
    write_imports,
    write_kpis,
    write_people,
)
from desktop.exporting.export_marks import write_former_plans, write_kpi_events
from desktop.exporting.export_strategy import write_arrows, write_focuses, write_loops
from desktop.exporting.export_tried import write_activities, write_ideas
from desktop.exporting.export_values import TITLES, sheetfuls, write_long, write_wide
from desktop.exporting.export_wheel import write_wheel
from desktop.exporting.export_words import write_dismissed, write_words
from desktop.exporting.marks import write_marks
from desktop.exporting.sheet_writer import (
    HEADING,
    HEADING_RIGHT,
    PLAIN,
    QUIET,
    TITLE,
    WRAPPED,
    Link,
    SheetWriter,
    Teller,
)
from desktop.exporting.text import plain_text


def write_company_workbook(
    path: Path,
    content: CompanyContent,
    words: Wording,
    *,
    progress: Callable[[float], object],
) -> None:
    """Write the workbook whole or not at all.

    ``progress`` is told fractions from 0 to 1.  Raises :class:`Stopped` when it is asked to, and
    :class:`FileFault` for what keeps the file from being written.
    """
    from openpyxl import Workbook  # heavy

    workbook = Workbook(write_only=True)
    workbook.properties.creator = "Sikte"
    workbook.properties.title = plain_text(content.company.name)
    teller = Teller(progress, _weight(content))
    about = words.say(
        msg("{company}, as of {day}.", company=content.company.name, day=content.today)
    )
    book = Book(workbook, content.company, words, teller, about)
    _write_all(book, content)
    held = BytesIO()
    workbook.save(held)
    teller.look()
    write_whole(path, held.getvalue())


def _weight(content: CompanyContent) -> int:
    """About how many rows there are to write; a wide table's cells are cheaper."""
    results = sum(len(line.results) for line in content.goals)
    return content.values * 5 // 4 + len(content.steps) + len(content.kpis) * 2 + results * 60


def _write_all(book: Book, content: CompanyContent) -> None:
    say = book.say
    contents_title = book.title(msg("Contents"))
    contents = SheetWriter(book.workbook, contents_title, book.teller, book.company.paper)
    goals_title = book.title(msg("Goals"))
    goals = write_goals(book, goals_title, content)
    write_results(book, book.title(msg("Key results")), content.goals)
    if any(line.milestones for line in content.goals):
        write_milestones(book, book.title(msg("Milestones")), content.goals)
    if any(result.plan for line in content.goals for result in line.results):
        write_plans(book, book.title(msg("Plans")), content.goals)
    if content.former_plans:
        write_former_plans(book, book.title(msg("Former plans")), content)
    if content.activities:
        write_activities(book, book.title(msg("Activities")), content)
    if content.ideas:
        write_ideas(book, book.title(msg("Ideas")), content)
    if content.check_ins:
        write_check_ins(book, book.title(msg("Check-ins")), content)
    if content.reviews:
        write_reviews(book, book.title(msg("Reviews")), content)
    charts = charts_of(content.goals)
    if charts:
        figures = book.title(msg("Chart figures"))
        write_charts(book, book.title(msg("Charts")), figures, charts)
    kpis_title = book.title(msg("KPIs"))
    kpis = write_kpis(book, kpis_title, content)
    tables = tuple(
        write_wide(book, book.title(TITLES[cadence]), content, cadence)
        for cadence in Cadence
        if any(line.kpi.cadence is cadence and line.values for line in content.kpis)
    )
    for lines in sheetfuls(content.kpis):
        write_long(book, book.title(msg("All values")), lines, content)
    if content.kpi_events:
        write_kpi_events(book, book.title(msg("Events of KPIs")), content)
    if content.causes:
        write_arrows(book, book.title(msg("Strategy map")), content)
    if content.focuses:
        write_focuses(book, book.title(msg("What matters most")), content)
    if content.loops:
        write_loops(book, book.title(msg("Growth loops")), content)
    if content.words:
        write_words(book, book.title(msg("Glossary")), content)
    if content.dismissed:
        write_dismissed(book, book.title(msg("Dismissed advice")), content)
    if content.events:
        write_wheel(book, book.title(msg("Annual wheel")), content)
    if content.people:
        write_people(book, book.title(msg("People")), content)
    write_imports(book, book.title(msg("Imports")), content)
    write_changes(book, book.title(msg("Changes")), content)
    own = OwnWorkbook(Purpose.EXPORT, content.company_id, content.company.name, tables)
    write_marks(book.workbook, own)
    _write_contents(book, contents, content)
    lead = [
        (
            say(msg("Goal")),
            goals_title,
            [(x.goal.statement, goals[x.goal.id]) for x in content.goals],
        ),
        (say(msg("KPI")), kpis_title, [(x.kpi.name, kpis[x.kpi.id]) for x in content.kpis]),
    ]
    for head, sheet, found in lead:
        if found:
            contents.add([], [])
            contents.add([head, None, None], [HEADING] * 3)
        for text, row in found:
            contents.add([Link(text, sheet, f"A{row}")], [PLAIN])


def _write_contents(book: Book, writer: SheetWriter, content: CompanyContent) -> None:
    """The first sheet: whose figures, as of when, and what is where."""
    say, company = book.say, content.company
    writer.widths([48, 72, 12])
    writer.add([company.name], [TITLE])
    as_of = msg("Written on {day}.", day=content.today)
    if content.as_of is not None:
        as_of = msg(
            "Written on {day}; the goals’ figures reach to {last}.",
            day=content.today,
            last=content.as_of,
        )
    writer.add([say(as_of)], [QUIET])
    writer.add([], [])
    heads = [say(msg("Sheet")), say(msg("What it holds")), say(msg("Rows"))]
    writer.add(heads, [HEADING, HEADING, HEADING_RIGHT])
    for part, holds, count in book.parts:
        writer.add([Link(part.title, part.title), holds, count], [PLAIN, WRAPPED, PLAIN])
