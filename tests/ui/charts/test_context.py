"""The layers of context on a chart: shown, hidden, read, and named above it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.chart_series import (
    ChartSeries,
    Effort,
    Expected,
    Limits,
    Occasion,
    Point,
    Standout,
)
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit
from desktop.qtkit.wording import current
from desktop.ui.charts.chart_panel import ChartPanel
from desktop.ui.charts.chart_plot import ChartPlot
from desktop.ui.charts.happenings import happenings
from desktop.ui.charts.layers import Layer, layers_of, with_layers
from desktop.ui.charts.view_frame import ViewFrame
from desktop.ui.theme import Text, font, palette

FIRST = Period(Cadence.MONTH, date(2026, 1, 1))
MONTHS = [FIRST.shift(n) for n in range(9)]
SERIES = ChartSeries(
    title="Orders",
    unit=Unit(),
    decimals=0,
    cadence=Cadence.MONTH,
    actual=tuple(Point(each, 100.0 + n) for n, each in enumerate(MONTHS[:6])),
    limits=tuple(Limits(each, 100.0, 90.0, 110.0, trial=True) for each in MONTHS[:6]),
    standouts=(Standout(MONTHS[5], (1,), 1),),
    expected=tuple(Expected(each, 107.0, (105, 109), (100, 114)) for each in MONTHS[6:]),
    occasions=(Occasion(date(2026, 3, 1), "New shop", True),),
    efforts=(Effort("Fair", date(2026, 2, 1), date(2026, 4, 30)),),
    original=tuple(Point(each, 101.0) for each in MONTHS),
    original_target=120.0,
)


def test_every_layer_can_be_hidden() -> None:
    assert layers_of(SERIES) == list(Layer)
    for layer in Layer:
        others = [each for each in Layer if each is not layer]
        assert layers_of(with_layers(SERIES, others)) == others
    assert layers_of(with_layers(SERIES, ())) == []


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[ChartPlot]:
    made = ChartPlot(palette(), current())
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    made.resize(900, 400)
    made.show()
    made.show_series(SERIES)
    yield made
    QApplication.processEvents()


def test_the_axis_has_room_for_the_forecast_and_the_first_target(plot: ChartPlot) -> None:
    frame = plot.frame
    assert frame is not None
    assert frame.last >= date(2026, 9, 30).toordinal()
    assert frame.highest >= 120


def test_a_period_to_come_is_read_as_a_forecast(plot: ChartPlot) -> None:
    ahead = plot.reading(float(date(2026, 7, 1).toordinal()))
    assert ahead is not None
    assert ahead.actual is None
    assert ahead.expected is not None
    assert ahead.expected.most == (100, 114)
    newest = plot.reading(float(date(2026, 6, 1).toordinal()))
    assert newest is not None
    assert newest.standout == SERIES.standouts[0]


def test_the_figures_beside_say_it_in_words(qtbot: QtBot) -> None:
    panel = ChartPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    panel.show()
    panel.show_series(SERIES)
    qtbot.waitUntil(lambda: panel.plot is not None)
    words = panel.readings.words()
    assert "Varies between 90 and 110 (trial limits)." in words
    assert "A signal: above the natural limits." in words
    panel.layers.boxes[Layer.LIMITS].click()
    assert "signal" not in panel.readings.words()
    assert Layer.LIMITS not in panel.layers.shown
    assert panel.plot is not None
    panel.plot.point_at(float(date(2026, 8, 1).toordinal()))
    assert panel.readings.words() == (
        "August 2026, forecast: 107, 80 % likely between 100 and 114."
    )


def test_names_above_do_not_cover_each_other(qtbot: QtBot) -> None:
    frame = ViewFrame(Cadence.MONTH, 739000.0, 739400.0, 0.0, 1.0, 400.0, 200.0)
    efforts = tuple(
        Effort(f"Campaign number {n}", date.fromordinal(739010 + 9 * n), None) for n in range(9)
    )
    metrics = QFontMetricsF(font(Text.CAPTION))
    placed, left = happenings(
        ChartSeries("", Unit(), 0, Cadence.MONTH, efforts=efforts), frame, metrics
    )
    assert len(placed) + left == 9
    assert left > 0
    for row in {each.row for each in placed}:
        spans = sorted(
            (each.x, each.x + metrics.horizontalAdvance(each.text))
            for each in placed
            if each.row == row
        )
        assert all(end < start for (_, end), (start, _) in pairwise(spans))
