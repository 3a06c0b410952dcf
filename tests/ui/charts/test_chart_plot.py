"""The drawn chart as a person uses it: pointing, keys, zoom, spans, and what it draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.chart_series import ChartSeries, Point
from desktop.qtkit.wording import wording
from desktop.ui.charts.chart_plot import ChartPlot
from desktop.ui.charts.reading import Reading, Span
from desktop.ui.theme.tokens import LIGHT
from tests.ui.charts.charted import FIRST, days, months


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[ChartPlot]:
    plot = ChartPlot(LIGHT, wording("en"))
    qtbot.addWidget(plot, before_close_func=lambda widget: widget.hide())
    plot.resize(900, 360)
    plot.show()
    yield plot
    QApplication.processEvents()


def shown(plot: ChartPlot) -> tuple[date, date]:
    frame = plot.frame
    assert frame is not None
    return date.fromordinal(round(frame.first)), date.fromordinal(round(frame.last))


def pixels(plot: ChartPlot, colour: str) -> int:
    """How many pixels have exactly the colour."""
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    drawn = np.frombuffer(image.constBits(), np.uint32)
    return int(np.count_nonzero(drawn == QColor(colour).rgb()))


def test_the_whole_is_shown_first_and_spans_end_with_the_newest_value(plot: ChartPlot) -> None:
    plot.show_series(months(24))
    assert shown(plot) == (date(2024, 7, 1), date(2026, 7, 1))
    plot.show_span(Span.YEAR)
    assert shown(plot) == (date(2025, 7, 1), date(2026, 7, 1))
    plot.show_span(Span.THIRTEEN)
    first, last = shown(plot)
    assert last == date(2026, 7, 1)
    assert abs((first - date(2025, 6, 1)).days) <= 1


def test_without_pointing_the_newest_full_period_is_read(plot: ChartPlot) -> None:
    unfinished = replace(months(13).actual[-1], partial=True)
    plot.show_series(months(13, actual=(*months(12).actual, unfinished)))
    reading = plot.reading()
    assert reading is not None
    assert reading.period == FIRST.shift(11)
    assert reading.actual == 111_000


def test_the_pointer_reads_the_period_below_it(plot: ChartPlot, qtbot: QtBot) -> None:
    plot.show_series(months(24))
    frame = plot.frame
    assert frame is not None
    heard: list[Reading | None] = []
    plot.period_pointed.connect(heard.append)
    in_march = frame.x(float(date(2025, 3, 15).toordinal()))
    left = plot.mapFromScene(plot.plot_area().topLeft()).x()
    qtbot.mouseMove(plot.viewport(), QPoint(round(left + in_march), 120))
    assert heard[-1] is not None
    assert heard[-1].period.start == date(2025, 3, 1)
    assert heard[-1].actual == 108_000


def test_arrow_keys_read_period_by_period(plot: ChartPlot, qtbot: QtBot) -> None:
    plot.show_series(months(24))
    heard: list[Reading | None] = []
    plot.period_pointed.connect(heard.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp):
        qtbot.keyClick(plot, key)
    starts = [reading.period for reading in heard if reading is not None]
    assert starts == [FIRST.shift(23), FIRST.shift(22), FIRST.shift(23), FIRST.shift(11)]
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert heard[-1] is None


def test_the_view_follows_the_crosshair(plot: ChartPlot, qtbot: QtBot) -> None:
    plot.show_series(months(24), Span.YEAR)
    for _ in range(20):
        qtbot.keyClick(plot, Qt.Key.Key_Left)
    first, last = shown(plot)
    assert first <= date(2024, 12, 1) < last


def test_keys_and_wheel_zoom_in_time_only_and_home_shows_the_whole(
    plot: ChartPlot, qtbot: QtBot
) -> None:
    plot.show_series(months(24))
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    frame = plot.frame
    assert frame is not None
    assert frame.last - frame.first == pytest.approx(0.8 * 730, abs=2)
    middle = QPointF(450, 150)
    plot.wheelEvent(
        QWheelEvent(
            middle,
            QPointF(plot.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    closer = plot.frame
    assert closer is not None
    assert closer.last - closer.first < frame.last - frame.first
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert shown(plot) == (date(2024, 7, 1), date(2026, 7, 1))
    for _ in range(30):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    first, last = shown(plot)
    assert (last - first).days >= 120, "no closer than a few periods"


def test_dragging_moves_in_time_and_stops_at_the_ends(plot: ChartPlot, qtbot: QtBot) -> None:
    plot.show_series(months(24), Span.YEAR)
    viewport = plot.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 150))
    for x in range(310, 1200, 40):
        event_at = QPoint(x, 150)
        qtbot.mouseMove(viewport, event_at)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(1190, 150))
    first, _ = shown(plot)
    assert date(2024, 7, 1) <= first <= date(2025, 7, 1)


def test_sums_stand_on_zero_and_levels_need_not(plot: ChartPlot) -> None:
    plot.show_series(months(24))
    assert plot.frame is not None
    assert plot.frame.lowest == 0
    plot.show_series(months(24, sums=False))
    assert plot.frame.lowest > 50_000


def test_the_target_is_always_in_view(plot: ChartPlot) -> None:
    plot.show_series(months(24, target=300_000.0, target_day=date(2026, 12, 31)))
    assert plot.frame is not None
    assert plot.frame.highest > 300_000
    assert shown(plot)[1] == date(2027, 1, 1)


def test_actual_is_dark_and_last_year_lighter(plot: ChartPlot) -> None:
    plot.show_series(months(24))
    dark, light = pixels(plot, LIGHT.actual), pixels(plot, LIGHT.last_year)
    assert dark > 20_000
    assert light > 3_000
    plot.show_series(months(24, last_year=()))
    assert pixels(plot, LIGHT.last_year) == 0


def test_an_unfinished_period_is_hollow(plot: ChartPlot) -> None:
    full = months(13)
    plot.show_series(replace(full, last_year=()))
    before = pixels(plot, LIGHT.actual)
    unfinished = replace(full.actual[-1], partial=True)
    plot.show_series(replace(full, last_year=(), actual=(*full.actual[:-1], unfinished)))
    assert before * 12 / 13 == pytest.approx(pixels(plot, LIGHT.actual), rel=0.03)


def test_a_missing_month_breaks_the_line(plot: ChartPlot) -> None:
    level = months(24, sums=False, last_year=())
    plot.show_series(level)
    whole = pixels(plot, LIGHT.actual)
    plot.show_series(replace(level, actual=level.actual[:10] + level.actual[12:]))
    assert pixels(plot, LIGHT.actual) < whole * 0.96


def test_the_caption_names_unit_and_scale(plot: ChartPlot) -> None:
    captions: list[str] = []
    plot.caption_changed.connect(captions.append)
    plot.show_series(months(24))
    assert captions == ["Thousand SEK"]
    plot.show_series(days(100))
    assert captions == ["Thousand SEK", "visits"]


@pytest.mark.parametrize(
    "series",
    [
        ChartSeries("Nothing", months(1).unit, 0, FIRST.cadence),
        months(1),
        months(1, actual=(), plan=(Point(FIRST, 5.0),)),
        months(2, actual=(Point(FIRST, 0.0), Point(FIRST.shift(1), 0.0))),
        months(3, actual=tuple(Point(FIRST.shift(n), -1000.0 * n) for n in range(3))),
        months(24, sums=False, band=(None, 110_000.0)),
        days(),
    ],
    ids=["nothing", "one", "plan only", "zeros", "negative", "band", "ten years"],
)
def test_odd_series_are_drawn(plot: ChartPlot, series: ChartSeries) -> None:
    plot.show_series(months(24))
    plot.show_series(series)
    plot.step(-1)
    plot.zoom(0.5)
    assert not plot.grab().isNull()
