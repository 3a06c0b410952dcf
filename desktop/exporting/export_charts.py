"""Native charts of what goals are measured by, and the figures that they are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core.chart_series import ChartSeries
from desktop.core.message import msg
from desktop.core.period import Period
from desktop.exporting.book import Book
from desktop.exporting.chart import CHART_ROWS, line_chart
from desktop.exporting.company_content import GoalLine
from desktop.exporting.look import SOFT
from desktop.exporting.number_formats import cell_number, unit_format
from desktop.exporting.sheet_writer import (
    HEADING_RIGHT,
    ON_DAY,
    PLAIN,
    QUIET,
    TITLE,
    WRAPPED,
    CellValue,
    Head,
    SheetWriter,
    Style,
)

_COLUMNS = ("A", "J")  # where the charts of a row stand
_ROWS_A_PAGE = 2


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chart and the rows of its figures."""

    goal: str
    series: ChartSeries
    first: int
    last: int


def charts_of(goals: Sequence[GoalLine]) -> list[tuple[str, ChartSeries]]:
    """The charts that have something to show, with their goals."""
    return [
        (line.goal.statement, result.chart)
        for line in goals
        for result in line.results
        if result.chart is not None and (result.chart.actual or result.chart.plan)
    ]


def write_charts(
    book: Book, title: str, data_title: str, charts: Sequence[tuple[str, ChartSeries]]
) -> None:
    """A sheet of charts, then the sheet of their figures: a reader meets the pictures first."""
    holds = book.say(msg("What goals are measured by: actual, plan and target."))
    pictures = book.sheet(title, holds, len(charts))
    places = _places(charts)
    _write_page(book, pictures, places, holds)
    data = _write_figures(book, data_title, places)
    for number, placed in enumerate(places):
        row, column = divmod(number, len(_COLUMNS))
        chart = line_chart(book.words, data, placed.series, placed.first, placed.last)
        pictures.sheet.add_chart(chart, f"{_COLUMNS[column]}{5 + row * CHART_ROWS}")


def _places(charts: Sequence[tuple[str, ChartSeries]]) -> list[_Placed]:
    places, row = [], 5
    for goal, series in charts:
        count = len(_periods(series))
        places.append(_Placed(goal, series, row, row + count - 1))
        row += count
    return places


def _write_page(book: Book, writer: SheetWriter, places: Sequence[_Placed], holds: str) -> None:
    """The goal above each chart, and the room for it."""
    from openpyxl.worksheet.pagebreak import Break

    writer.widths([10.5] * 18)
    writer.add([writer.title], [TITLE])
    writer.add([f"{holds} {book.about}"], [QUIET])
    writer.add([], [])
    for start in range(0, len(places), len(_COLUMNS)):
        row: list[CellValue] = [None] * 18
        for place, placed in zip((0, 9), places[start : start + 2], strict=False):
            row[place] = placed.goal
        writer.add(row, [Style(colour=SOFT)] * 18)
        for _ in range(CHART_ROWS - 1):
            writer.add([], [])
        if (start // 2 + 1) % _ROWS_A_PAGE == 0:
            writer.sheet.row_breaks.append(Break(id=writer.row))


def _write_figures(book: Book, title: str, places: Sequence[_Placed]) -> Any:
    say, language = book.say, book.words.language
    heads = [
        Head(say(msg("KPI")), 34),
        Head(say(msg("Goal")), 44, WRAPPED),
        Head(say(msg("First day")), 12, ON_DAY),
        Head(say(msg("Actual")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Not complete")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Plan")), 14, PLAIN, HEADING_RIGHT),
        Head(say(msg("Target")), 14, PLAIN, HEADING_RIGHT),
    ]
    rows = sum(placed.last - placed.first + 1 for placed in places)
    writer = book.table(title, say(msg("The figures of the charts.")), heads, rows)
    for placed in places:
        series = placed.series
        number = Style(format=unit_format(series.unit, series.decimals, language))
        styles = [PLAIN, PLAIN, ON_DAY, number, number, number, number]
        actual = {point.period: point for point in series.actual}
        plan = {point.period: point.value for point in series.plan}
        for period in _periods(series):
            point = actual.get(period)
            whole = point.value if point is not None and not point.partial else None
            part = point.value if point is not None and point.partial else None
            values = (whole, part, plan.get(period), series.target)
            writer.add(
                [
                    series.title,
                    placed.goal,
                    period.start,
                    *(None if v is None else cell_number(v, series.unit) for v in values),
                ],
                styles,
            )
    return writer.sheet


def _periods(series: ChartSeries) -> list[Period]:
    found = {point.period for point in (*series.actual, *series.plan)}
    return sorted(found, key=lambda period: period.start)
