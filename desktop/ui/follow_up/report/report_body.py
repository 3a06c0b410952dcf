"""A report as it is read in the window: the numbers as a table, the rest as short lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.core.message import Message
from desktop.core.report import Report, ReportFigure
from desktop.core.report_words import (
    no_numbers,
    numbers_title,
    period_words,
    plan_words,
    sections,
)
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Heading, Label, StatusMark

_SHARES = (3, 2, 3, 2, 4)  # of the width, by column
_TOP = Qt.AlignmentFlag.AlignTop


class ReportBody(QWidget):
    """Everything that the report says, in the order in which it is printed."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.MEDIUM)
        if report.as_of is not None:
            column.addWidget(Caption(tr("Data as of {day}", day=report.as_of)))
        column.addWidget(Heading(say(numbers_title())))
        if report.figures:
            column.addLayout(_numbers(report.figures))
        else:
            column.addWidget(Caption(say(no_numbers())))
        for section in sections(report):
            column.addWidget(Heading(say(section.title)))
            lines = (Label(say(line), soft=not section.lines, wrap=True) for line in section.shown)
            column.addWidget(_stacked(*lines))
        column.addStretch(1)


def _numbers(figures: tuple[ReportFigure, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.MEDIUM)
    grid.setVerticalSpacing(SPACE.SMALL)
    heads = (
        tr("Number"),
        tr("Value"),
        tr("Against plan"),
        tr("A year before"),
        tr("What is known of it"),
    )
    for place, (head, share) in enumerate(zip(heads, _SHARES, strict=True)):
        grid.addWidget(Label(head, Text.SMALL, strong=True, soft=True, wrap=True), 0, place)
        grid.setColumnStretch(place, share)
        grid.setColumnMinimumWidth(place, 60)
    for number, figure in enumerate(figures):
        row = 2 * number + 1
        grid.addWidget(Hairline(), row, 0, 1, len(heads))
        cells = (
            _named(figure),
            _value(figure),
            _words(plan_words(figure)),
            _earlier(figure),
            _known(figure),
        )
        for place, cell in enumerate(cells):
            grid.addWidget(cell, row + 1, place, _TOP)
    return grid


def _value(figure: ReportFigure) -> QWidget:
    period = period_words(figure)
    if figure.value is None or period is None:
        return _words(None)
    value = current().quantity(figure.kpi.quantity(figure.value.value))
    return _stacked(Label(value, strong=True, wrap=True), Caption(say(period)))


def _earlier(figure: ReportFigure) -> QWidget:
    earlier = figure.earlier
    if earlier is None:
        return _words(None)
    value = current().quantity(figure.kpi.quantity(earlier.value))
    return _stacked(Label(value, wrap=True), Caption(current().period(earlier.period)))


def _words(said: Message | None) -> Label:
    return Label("\N{EN DASH}" if said is None else say(said), wrap=True)


def _named(figure: ReportFigure) -> QWidget:
    below = figure.goal or tr("What matters most now")
    return _stacked(Label(figure.title, strong=True, wrap=True), Caption(below))


def _known(figure: ReportFigure) -> QWidget:
    sentences = [Label(say(each), Text.SMALL, wrap=True) for each in figure.known]
    if figure.status is None:
        return _stacked(*sentences)
    return _stacked(StatusMark(figure.status, Text.SMALL), *sentences)


def _stacked(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.TIGHT)
    for widget in widgets:
        column.addWidget(widget)
    return made
