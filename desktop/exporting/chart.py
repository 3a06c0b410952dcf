"""One native line chart in the house's notation: actual solid and dark, plan and target apart."""

from __future__ import annotations

from typing import Any

from desktop.core.chart_series import ChartSeries
from desktop.core.message import msg
from desktop.core.period import Cadence
from desktop.core.wording import Wording
from desktop.exporting.look import ACTUAL, FONT, HAIRLINE, INK, PLAN, SOFT, TARGET, UNFINISHED
from desktop.exporting.number_formats import unit_format
from desktop.exporting.text import plain_text

CHART_ROWS = 18  # that a chart and the line above it take
_WIDTH, _HEIGHT = 17.2, 8.2  # centimetres
_POINT = 12_700  # of a line's width, in the file's own measure
_TIME_UNITS = {Cadence.MONTH: "months", Cadence.QUARTER: "months", Cadence.YEAR: "years"}


def line_chart(words: Wording, sheet: Any, series: ChartSeries, first: int, last: int) -> Any:
    """The chart of the rows ``first`` to ``last`` of ``sheet``: days in column C, actual in D,
    what is not complete in E, plan in F, target in G."""
    from openpyxl.chart import LineChart, Reference

    chart = LineChart()
    chart.width, chart.height = _WIDTH, _HEIGHT
    chart.title = _title(series.title)
    chart.title.overlay = False
    chart.legend.position = "b"
    chart.dispBlanksAs = "gap"
    _axes(chart, words, series)
    days = Reference(sheet, min_col=3, min_row=first, max_row=last)
    shown = [
        (4, words.say(msg("Actual")), ACTUAL, 2.25, "solid", bool(series.actual)),
        (5, words.say(msg("Not complete")), UNFINISHED, 0.0, "solid", _has_part(series)),
        (6, words.say(msg("Plan")), PLAN, 1.5, "sysDash", bool(series.plan)),
        (7, words.say(msg("Target")), TARGET, 1.25, "solid", series.target is not None),
    ]
    for column, title, colour, width, dash, is_there in shown:
        if is_there:
            values = Reference(sheet, min_col=column, min_row=first, max_row=last)
            chart.append(_line(values, title, colour, width, dash))
    chart.set_categories(days)
    return chart


def _has_part(series: ChartSeries) -> bool:
    return any(point.partial for point in series.actual)


def _line(values: Any, title: str, colour: str, width: float, dash: str) -> Any:
    from openpyxl.chart import Series
    from openpyxl.chart.marker import Marker

    line = Series(values, title=title)
    line.smooth = False
    line.graphicalProperties.line.solidFill = colour
    if width:
        line.graphicalProperties.line.width = round(width * _POINT)
        line.graphicalProperties.line.dashStyle = dash
        line.marker = Marker("none")
    else:  # points that belong to no line
        line.graphicalProperties.line.noFill = True
        line.graphicalProperties.line.solidFill = None
        line.marker = Marker("circle", size=7)
        line.marker.graphicalProperties.solidFill = colour
        line.marker.graphicalProperties.line.solidFill = ACTUAL
    return line


def _axes(chart: Any, words: Wording, series: ChartSeries) -> None:
    from openpyxl.chart.axis import ChartLines, DateAxis

    cadence = series.cadence
    chart.x_axis = DateAxis(crossAx=100)
    chart.x_axis.number_format = _day_format(cadence)
    chart.x_axis.majorTickMark = "out"
    chart.x_axis.baseTimeUnit = _TIME_UNITS.get(cadence, "days")
    chart.x_axis.tickLblPos = "low"
    chart.x_axis.majorGridlines = None
    chart.x_axis.delete = chart.y_axis.delete = False  # said, or newer programs hide them
    chart.x_axis.crosses = "autoZero"
    chart.y_axis.crossAx = 500
    chart.y_axis.number_format = unit_format(series.unit, series.decimals, words.language)
    chart.y_axis.majorGridlines = ChartLines(spPr=_stroke(HAIRLINE))
    chart.y_axis.spPr = _stroke(None)
    chart.x_axis.spPr = _stroke(SOFT)
    if series.sums and _stands_on_zero(series):
        chart.y_axis.scaling.min = 0
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = _rich(9, SOFT)
    chart.legend.txPr = _rich(9, INK)


def _stands_on_zero(series: ChartSeries) -> bool:
    values = [point.value for point in (*series.actual, *series.plan)]
    return min([*values, series.target or 0.0], default=0.0) >= 0


def _day_format(cadence: Cadence) -> str:
    match cadence:
        case Cadence.YEAR:
            return "yyyy"
        case Cadence.MONTH | Cadence.QUARTER:
            return "mmm yy"
        case _:
            return "d mmm"


def _stroke(colour: str | None) -> Any:
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    if colour is None:
        return GraphicalProperties(ln=LineProperties(noFill=True))
    return GraphicalProperties(ln=LineProperties(solidFill=colour, w=round(0.75 * _POINT)))


def _characters(size: int, colour: str, *, bold: bool = False) -> Any:
    from openpyxl.drawing.text import CharacterProperties, Font

    return CharacterProperties(sz=size * 100, b=bold, solidFill=colour, latin=Font(typeface=FONT))


def _rich(size: int, colour: str) -> Any:
    """How all words of an axis or a legend look."""
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, ParagraphProperties, RichTextProperties

    style = ParagraphProperties(defRPr=_characters(size, colour))
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=style, endParaRPr=None)])


def _title(text: str) -> Any:
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import (
        Paragraph,
        ParagraphProperties,
        RegularTextRun,
        RichTextProperties,
    )

    look = _characters(12, INK, bold=True)
    run = RegularTextRun(rPr=look, t=plain_text(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])))
