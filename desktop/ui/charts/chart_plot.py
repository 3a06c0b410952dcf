"""The drawn chart: a pyqtgraph view with our axes, notation, crosshair, zoom and keys."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.core.chart_series import ChartSeries
from desktop.core.period import Cadence
from desktop.core.unit import Unit
from desktop.core.wording import Wording
from desktop.ui.charts.axes import DateAxis, ValueAxis
from desktop.ui.charts.crosshair import Crosshair
from desktop.ui.charts.end_labels import EndLabels, end_labels
from desktop.ui.charts.figure_item import FigureItem
from desktop.ui.charts.happenings import HappeningRows
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.reading import Reading, Span
from desktop.ui.charts.tracks import Tracks, period_on
from desktop.ui.charts.value_ticks import value_scale, value_text
from desktop.ui.charts.view_frame import DAYS, ViewFrame
from desktop.ui.theme import Palette

_FEWEST = 4  # periods; no closer zoom
_ZOOM = 0.8
_EMPTY = ChartSeries("", Unit(), 0, Cadence.MONTH)


class ChartPlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph is untyped
    """Shows one :class:`ChartSeries`.  ``period_pointed`` carries a :class:`Reading`, or ``None``
    when nothing is pointed at; ``caption_changed`` the unit and scale of the value axis."""

    period_pointed = Signal(object)
    caption_changed = Signal(str)

    def __init__(
        self, palette: Palette, wording: Wording, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, background=palette.ground)
        self._palette = palette
        self._wording = wording
        self._notation = Notation.of(palette)
        self._series: ChartSeries | None = None
        self._tracks = Tracks.of(_EMPTY)
        self._frame: ViewFrame | None = None
        self._caption = ""
        self._pointed: float | None = None  # first day of the period at the crosshair
        self._ringed = False  # reached with the keyboard, so the focus must be seen
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)

    def _build(self) -> None:
        self._view = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self._view.disableAutoRange()
        self._view.setMouseEnabled(x=True, y=False)
        self._figure = FigureItem(self._view, self._notation)
        self._crosshair = Crosshair(self._view, self._notation)
        self._values = ValueAxis(self._notation)
        self._dates = DateAxis(self._notation, self._wording)
        self._ends = EndLabels(self._notation)
        self._happenings = HappeningRows(self._notation)
        self._grid = pg.GraphicsLayout()
        self._grid.setContentsMargins(0, 10, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addItem(self._happenings, 0, 1)
        self._grid.addItem(self._values, 1, 0)
        self._grid.addItem(self._view, 1, 1)
        self._grid.addItem(self._ends, 1, 2)
        self._grid.addItem(self._dates, 2, 1)
        self.setCentralItem(self._grid)
        self._view.sigXRangeChanged.connect(self._on_view_changed)
        self._view.sigResized.connect(self._on_view_changed)

    @property
    def caption(self) -> str:
        """The unit and scale of the value axis: ``Thousand kr``."""
        return self._caption

    @property
    def frame(self) -> ViewFrame | None:
        """What is on show now; ``None`` before the first series."""
        return self._frame

    def plot_area(self) -> QRectF:
        """Where the series are drawn, in the scene."""
        return QRectF(self._view.sceneBoundingRect())

    def show_series(self, series: ChartSeries, span: Span = Span.WHOLE) -> None:
        """Draw a series over one span."""
        self._series = series
        self._tracks = Tracks.of(series)
        self._pointed = None
        self._figure.set_series(series, self._tracks)
        extent = self._tracks.extent(series.target_day)
        if extent is None:
            return
        first, last = extent
        fewest = min(_FEWEST * DAYS[series.cadence], last - first)
        self._view.setLimits(xMin=first, xMax=last, minXRange=fewest, maxXRange=last - first)
        self.show_span(span)

    def show_span(self, span: Span) -> None:
        """Show everything, or what ends with the newest value."""
        if self._series is None:
            return
        extent = self._tracks.extent(self._series.target_day)
        if extent is None:
            return
        first, last = extent
        if span is not Span.WHOLE and len(self._tracks.actual):
            last = float(self._tracks.actual.right[-1])
            days = 365.0 if span is Span.YEAR else 13 * DAYS[self._series.cadence]
            first = max(first, last - days)
        self.show_days(first, last)

    def show_days(self, first: float, last: float) -> None:
        """Show the days ``first`` up to ``last`` (day numbers)."""
        self._view.setXRange(first, last, padding=0)
        self._lay_out()

    def reading(self, left: float | None = None) -> Reading | None:
        """The values of the period that begins on day ``left``; of the newest full one without."""
        if self._series is None:
            return None
        tracks = self._tracks
        actual = tracks.actual
        if left is None:
            newest = actual.newest_full
            if newest is None:
                return None
            left = float(actual.left[newest])
        at = actual.index_on(left)
        return Reading(
            period_on(self._series.cadence, left),
            None if at is None else float(actual.value[at]),
            tracks.plan.value_on(left),
            tracks.last_year.value_on(left),
            tracks.expected.get(left),
            tracks.limits_on.get(left),
            tracks.standout_on.get(left),
            partial=at is not None and bool(actual.partial[at]),
            newest=at == len(actual) - 1,
        )

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times as much time, around the crosshair or the middle."""
        frame = self._frame
        if frame is None:
            return
        middle = (frame.first + frame.last) / 2
        if self._pointed is not None:
            middle = self._tracks.middle_of(self._pointed)
        self._view.scaleBy(x=factor, center=pg.Point(middle, 0))

    def point_at(self, left: float | None) -> None:
        """Move the crosshair to the period that begins on day ``left``, or take it away."""
        self._pointed = left
        if self._frame is not None:
            self._crosshair.place(left, self._tracks, self._frame)
        self.period_pointed.emit(None if left is None else self.reading(left))

    def step(self, count: int) -> None:
        """Move the crosshair by a number of periods, and the view with it."""
        starts = self._tracks.starts
        if not len(starts) or self._frame is None:
            return
        newest = self.reading()
        here = self._pointed
        if here is None:
            index = len(starts) - 1
            if newest is not None:
                index = int(np.searchsorted(starts, newest.period.start.toordinal()))
        else:
            index = int(np.searchsorted(starts, here)) + count
        left = float(starts[min(max(index, 0), len(starts) - 1)])
        self._bring_into_view(left)
        self.point_at(left)

    def _bring_into_view(self, left: float) -> None:
        frame, middle = self._frame, self._tracks.middle_of(left)
        if frame is None:
            return
        half = DAYS[frame.cadence] / 2
        if middle - half < frame.first:
            self._view.translateBy(x=middle - half - frame.first)
        elif middle + half > frame.last:
            self._view.translateBy(x=middle + half - frame.last)

    def _on_view_changed(self, *_: object) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Fit the value axis to what is visible and hand the frame to everything that draws."""
        series = self._series
        rect = self._view.rect()
        if series is None or rect.width() < 2 or rect.height() < 2:
            return
        (first, last), _ = self._view.viewRange()
        lowest, highest = self._shown_values(series, first, last)
        scale = value_scale(lowest, highest, rect.height(), series.unit)
        text = value_text(scale, series.unit, self._wording)
        frame = ViewFrame(
            series.cadence, first, last, scale.lowest, scale.highest, rect.width(), rect.height()
        )
        labels = end_labels(series, self._tracks, frame, self._notation, self._wording)
        self._frame = frame
        self._happenings.place(series, frame)
        if self._fit(text.labels, self._ends.needed_width(labels)):
            return  # the new size has laid everything out already
        self._figure.set_frame(frame, scale.ticks)
        self._values.set_labels(scale, text.labels, frame)
        if series.actual or series.plan:
            self._dates.set_frame(frame, (series.actual or series.plan)[0].period)
        self._ends.set_labels(labels)
        self._crosshair.place(self._pointed, self._tracks, frame)
        if text.caption != self._caption:
            self._caption = text.caption
            self.caption_changed.emit(text.caption)

    def _fit(self, labels: tuple[str, ...], right: float) -> bool:
        """Give the margins the room they need; whether the plot has another size now."""
        before: QRectF = self._view.rect()
        for margin, width in (
            (self._values, self._values.needed_width(labels)),
            (self._ends, right),
        ):
            margin.setMinimumWidth(width)
            margin.setMaximumWidth(width)
        self._grid.layout.activate()
        after: QRectF = self._view.rect()
        moved = (after.width() - before.width(), after.height() - before.height())
        return any(abs(each) > 0.5 for each in moved)

    def _shown_values(self, series: ChartSeries, first: float, last: float) -> tuple[float, float]:
        found = self._tracks.range_of_values(first, last) or (0.0, 0.0)
        values = list(found)
        for target in (series.target, series.original_target):
            if target is not None:
                values.append(target)
        if series.band is not None:
            values.extend(limit for limit in series.band if limit is not None)
        lowest, highest = min(values), max(values)
        near_zero = 0 < lowest < 0.4 * highest or 0.4 * lowest < highest < 0
        if series.sums or near_zero:
            lowest, highest = min(lowest, 0.0), max(highest, 0.0)
        return lowest, highest

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._frame is None or event.buttons() or not len(self._tracks.starts):
            return
        x = self._view.mapFromScene(self.mapToScene(event.position().toPoint())).x()
        if not 0 <= x <= self._frame.width:
            self.point_at(None)
            return
        day = self._frame.first + x / self._frame.width * (self._frame.last - self._frame.first)
        index = int(np.searchsorted(self._tracks.starts, day, side="right")) - 1
        self.point_at(float(self._tracks.starts[max(index, 0)]))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.step(-1)
            case Qt.Key.Key_Right:
                self.step(1)
            case Qt.Key.Key_PageUp:
                self.step(-12)
            case Qt.Key.Key_PageDown:
                self.step(12)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _ZOOM)
            case Qt.Key.Key_Home:
                self.show_span(Span.WHOLE)
            case Qt.Key.Key_Escape if self._pointed is not None:
                self.point_at(None)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(None)

    def drawForeground(self, painter: QPainter, rect: object) -> None:
        if self._ringed and self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(QColor(self._palette.focus), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
