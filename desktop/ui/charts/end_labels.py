"""Names the series at their right ends, so that no legend is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget

from desktop.core.chart_series import ChartSeries
from desktop.core.unit import Quantity
from desktop.core.wording import Wording
from desktop.qtkit.wording import say, tr
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.tracks import Track, Tracks
from desktop.ui.charts.view_frame import ViewFrame

_LINE = 16.0  # height of a line of text
_GAP = 10.0  # between the plot and the labels


@dataclass(frozen=True, slots=True)
class EndLabel:
    """One name: its lines, its colour and the height of its middle in pixels."""

    lines: tuple[str, ...]
    colour: QColor
    y: float
    strong: bool = False

    @property
    def height(self) -> float:
        return _LINE * len(self.lines)


def end_labels(
    series: ChartSeries, tracks: Tracks, frame: ViewFrame, notation: Notation, wording: Wording
) -> list[EndLabel]:
    """The names of the series that are visible, at the height of their last visible value."""
    named = (
        (tracks.actual, tr("Actual"), notation.actual, True),
        (tracks.last_year, tr("Last year"), notation.soft, False),
        (tracks.plan, tr("Plan"), notation.plan, False),
    )
    labels = [
        EndLabel((name,), colour, frame.y(value), strong)
        for track, name, colour, strong in named
        if (value := _last_visible(track, frame)) is not None
    ]
    fan = tracks.fan
    shown = fan.between(frame.first, frame.last)
    if shown.start < shown.stop:
        y = frame.y(float(fan.value[shown.stop - 1]))
        labels.append(EndLabel((tr("Forecast"),), notation.soft, y))
    first = _last_visible(tracks.original, frame)
    if first is not None:
        labels.append(EndLabel((tr("First plan"),), notation.plan, frame.y(first)))
    if series.original_target is not None:
        y = frame.y(series.original_target)
        labels.append(EndLabel((tr("First target"),), notation.target, y))
    if series.target is not None:
        text = wording.quantity(Quantity(series.target, series.unit, series.decimals))
        y = frame.y(series.target)
        name = tr("Target") if series.target_name is None else say(series.target_name)
        labels.append(EndLabel((name, text), notation.target, y, strong=True))
    if series.band is not None:
        labels.append(_band_label(series, series.band, frame, notation, wording))
    return spread(labels, frame.height)


def _band_label(
    series: ChartSeries,
    band: tuple[float | None, float | None],
    frame: ViewFrame,
    notation: Notation,
    wording: Wording,
) -> EndLabel:
    """The limits in words, at the middle of the band."""
    low, high = (
        None if limit is None else wording.quantity(Quantity(limit, series.unit, series.decimals))
        for limit in band
    )
    top = 0.0 if band[1] is None else frame.y(band[1])
    bottom = frame.height if band[0] is None else frame.y(band[0])
    if low is None:
        limits = tr("to {high}", high=high or "")
    else:
        limits = tr("from {low}", low=low) if high is None else f"{low}\u2013{high}"
    return EndLabel((tr("Band"), limits), notation.soft, (top + bottom) / 2)


def _last_visible(track: Track, frame: ViewFrame) -> float | None:
    shown = track.between(frame.first, frame.last)
    newest = track.newest_full
    if newest is None:
        return None
    last = min(shown.stop - 1, newest)
    return float(track.value[last]) if last >= shown.start else None


def spread(labels: Sequence[EndLabel], height: float) -> list[EndLabel]:
    """The labels from top to bottom, moved as little as needed so that none covers another."""
    placed: list[EndLabel] = []
    for label in sorted(labels, key=lambda label: label.y):
        y = min(max(label.y, label.height / 2), height - label.height / 2)
        if placed:
            above = placed[-1]
            y = max(y, above.y + (above.height + label.height) / 2)
        placed.append(replace(label, y=y))
    floor = height
    for index in range(len(placed) - 1, -1, -1):
        label = placed[index]
        y = min(label.y, floor - label.height / 2)
        placed[index] = replace(label, y=y)
        floor = y - label.height / 2
    return placed


class EndLabels(QGraphicsWidget):
    """The margin to the right of the plot."""

    def __init__(self, notation: Notation) -> None:
        super().__init__()
        self._notation = notation
        self._labels: list[EndLabel] = []

    def set_labels(self, labels: list[EndLabel]) -> None:
        self._labels = labels
        self.update()

    def needed_width(self, labels: list[EndLabel]) -> float:
        metrics = QFontMetricsF(self._notation.strong)
        texts = (line for label in labels for line in label.lines)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + _GAP + 4

    def paint(self, painter: QPainter, *_: object) -> None:
        for label in self._labels:
            painter.setPen(label.colour)
            painter.setFont(self._notation.strong if label.strong else self._notation.caption)
            top = label.y - label.height / 2
            for line in label.lines:
                place = QRectF(_GAP, top, self.size().width() - _GAP, _LINE)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
                painter.setFont(self._notation.caption)
                top += _LINE
