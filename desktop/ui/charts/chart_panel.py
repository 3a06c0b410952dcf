"""A chart with its figures, its controls and the same numbers as a table.

The drawing itself (and with it pyqtgraph) is loaded after this panel has been painted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.chart_series import ChartSeries
from desktop.core.period import Cadence
from desktop.qtkit.wording import current, ntr, tr
from desktop.ui.charts.head_row import HeadRow
from desktop.ui.charts.layer_row import LayerRow
from desktop.ui.charts.layers import Layer, layers_of, with_layers
from desktop.ui.charts.numbers_table import NumbersTable
from desktop.ui.charts.reading import Reading, Span
from desktop.ui.charts.reading_column import ReadingColumn
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Heading, Label, SegmentedControl, quiet_button
from desktop.ui.widgets.cadence_switch import CadenceSwitch

if TYPE_CHECKING:
    from desktop.ui.charts.chart_plot import ChartPlot


class ChartPanel(QWidget):
    """``actions`` stand beside the title, ``views`` after them at the edge, ``layers`` are those
    to begin with, and ``below`` stands beside their boxes; ``show_series`` shows a series;
    ``cadence_chosen`` asks the owner for it at another cadence, ``picture_copied`` tells that a
    picture is on the clipboard."""

    cadence_chosen = Signal(object)  # Cadence
    picture_copied = Signal()

    def __init__(
        self,
        actions: Sequence[QWidget] = (),
        *,
        views: Sequence[QWidget] = (),
        layers: Sequence[Layer] = tuple(Layer),
        below: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.layers = LayerRow(layers, below)
        self.layers.chosen.connect(self._draw)
        self._series: ChartSeries | None = None
        self._plot: ChartPlot | None = None
        self._span = Span.WHOLE
        self._as_table = False
        self._title = Heading()
        self._subtitle = Caption()
        self.readings = ReadingColumn()
        self._caption = Label("", Text.CAPTION, soft=True)
        self._empty = Label("", soft=True, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._spans = SegmentedControl(
            [
                (Span.WHOLE, tr("Whole")),
                (Span.YEAR, tr("1 year")),
                (Span.THIRTEEN, tr("13 periods")),
            ],
            name=tr("Time shown"),
        )
        self._cadences = CadenceSwitch()
        self._copy = quiet_button(tr("Copy picture"), "image")
        self._to_table = quiet_button(tr("Show table"), "table-2")
        self._to_chart = quiet_button(tr("Show chart"), "chart-line")
        self._to_chart.hide()
        self._placeholder = _Placeholder()
        self._table = NumbersTable()
        self._lay_out(actions, views)
        self._cadences.chosen.connect(self._on_cadence_chosen)
        self._spans.chosen.connect(self._on_span_chosen)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._to_table.clicked.connect(self.show_table)
        self._to_chart.clicked.connect(self.show_chart)
        self._placeholder.painted.connect(self._on_placeholder_painted)

    def _lay_out(self, actions: Sequence[QWidget], views: Sequence[QWidget]) -> None:
        own = (self._copy, self._to_table, self._to_chart)
        self._head = HeadRow(self._title, (*actions, *own, *views), giving_way=own)
        controls = QHBoxLayout()
        controls.setSpacing(SPACE.MEDIUM)
        controls.addWidget(self._subtitle, 1)
        controls.addWidget(self._cadences)
        controls.addWidget(self._spans)
        self._views = QStackedLayout()
        self._views.addWidget(self._placeholder)
        self._views.addWidget(self._table)
        self._views.addWidget(self._empty)
        drawing = QVBoxLayout()
        drawing.setSpacing(0)
        drawing.addWidget(self._caption)
        drawing.addLayout(self._views, 1)
        figure = QHBoxLayout()
        figure.setSpacing(SPACE.LARGE)
        figure.addWidget(self.readings)
        figure.addLayout(drawing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.TIGHT)
        layout.addWidget(self._head)
        layout.addLayout(controls)
        layout.addSpacing(SPACE.SMALL)
        layout.addLayout(figure, 1)
        layout.addWidget(self.layers)

    @property
    def plot(self) -> ChartPlot | None:
        """The drawing; ``None`` until it has been loaded."""
        return self._plot

    def set_subtitle(self, text: str) -> None:
        """A line below the title: what is counted, and where the number comes from."""
        self._subtitle.setText(text)

    def show_series(
        self, series: ChartSeries, cadences: Sequence[Cadence] = (), *, empty: str = ""
    ) -> None:
        """Show a series; ``cadences`` are those that can be switched to, ``empty`` says what to
        do when there is nothing to draw."""
        self._series = series
        self._title.setText(series.title)
        self._empty.setText(empty or tr("There are no values to draw yet."))
        self.readings.make_room(series)
        self._cadences.offer(cadences if series.actual else (), series.cadence)
        self._draw()

    def show_table(self) -> None:
        """The same numbers as a table, in place of the drawing."""
        if self._series is not None:
            self._as_table = True
            self._draw()
            self._table.setFocus()

    def show_chart(self) -> None:
        """Back to the drawing."""
        self._as_table = False
        self._draw()
        if self._plot is not None:
            self._plot.setFocus()

    def _draw(self) -> None:
        series = self._series
        if series is None:
            return
        drawable = bool(series.actual or series.plan or series.last_year)
        offered = layers_of(series)
        series = with_layers(series, self.layers.shown)
        self.layers.offer(offered)
        self.layers.setVisible(drawable and not self._as_table)
        self._to_table.setVisible(drawable and not self._as_table)
        self._to_chart.setVisible(drawable and self._as_table)
        for widget in (self._spans, self._caption):
            widget.setVisible(drawable and not self._as_table)
        self._copy.setVisible(drawable)
        self._head.fit()
        if not drawable:
            self._views.setCurrentWidget(self._empty)
        elif self._as_table:
            self._table.show_series(series)
            self._views.setCurrentWidget(self._table)
        else:
            self._views.setCurrentWidget(self._plot or self._placeholder)
        self.readings.setVisible(drawable)
        if self._plot is not None:
            self._plot.show_series(series, self._span)
            self._plot.setAccessibleName(tr("Chart of {title}", title=series.title))
            self._read(None)
            self._describe(series)

    def _read(self, reading: Reading | None) -> None:
        series = self._series
        if series is not None and self._plot is not None:
            self.readings.show_reading(
                reading or self._plot.reading(), series.unit, series.decimals
            )

    def _describe(self, series: ChartSeries) -> None:
        """The chart in a sentence, for those who do not see it."""
        if self._plot is None or not series.actual:
            return
        first, last = series.actual[0].period, series.actual[-1].period
        span = ntr(
            "{n} value from {first} to {last}.",
            "{n} values from {first} to {last}.",
            len(series.actual),
            first=first,
            last=last,
        )
        newest = tr("Newest: {reading}.", reading=self.readings.words())
        hint = tr("Arrow keys read the periods; Show table has the same numbers.")
        self._plot.setAccessibleDescription(f"{span} {newest} {hint}")

    def _on_placeholder_painted(self) -> None:
        QTimer.singleShot(0, self._load)

    def _load(self) -> None:
        if self._plot is not None:
            return
        from desktop.ui.charts.chart_plot import ChartPlot

        self._plot = ChartPlot(palette(), current())
        self._plot.period_pointed.connect(self._on_period_pointed)
        self._plot.caption_changed.connect(self._caption.setText)
        self._views.addWidget(self._plot)
        self._draw()

    def _on_period_pointed(self, reading: Reading | None) -> None:
        self._read(reading)

    def _on_span_chosen(self, key: str) -> None:
        self._span = Span(key)
        if self._plot is not None:
            self._plot.show_span(self._span)

    def _on_cadence_chosen(self, key: str) -> None:
        self.cadence_chosen.emit(Cadence(key))

    def _on_copy_clicked(self) -> None:
        if self._series is None:
            return
        from desktop.ui.charts.picture import chart_picture

        frame = self._plot.frame if self._plot is not None else None
        days = (frame.first, frame.last) if frame is not None else None
        QGuiApplication.clipboard().setImage(chart_picture(self._series, current(), days))
        self.picture_copied.emit()


class _Placeholder(QWidget):
    """The lines of an empty chart, until the real one is there."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(palette().hairline))
        for line in range(5):
            y = 10 + line * (self.height() - 52) // 4
            painter.drawLine(0, y, self.width(), y)
        painter.end()
        self.painted.emit()
