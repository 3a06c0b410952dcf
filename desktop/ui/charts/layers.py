"""What a chart shows besides values, plan and target, and what of it the reader has chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from desktop.core.chart_series import ChartSeries
from desktop.qtkit.wording import tr


class Layer(StrEnum):
    """The parts that can be shown and hidden."""

    LIMITS = "limits"
    FORECAST = "forecast"
    EVENTS = "events"  # and activities
    ORIGINAL = "original"  # the plan first set


def layer_name(layer: Layer) -> str:
    """What the layer is called where it is chosen."""
    return {
        Layer.LIMITS: tr("Natural limits and signals"),
        Layer.FORECAST: tr("Forecast"),
        Layer.EVENTS: tr("Events and activities"),
        Layer.ORIGINAL: tr("First plan"),
    }[layer]


def with_layers(series: ChartSeries, shown: Collection[Layer]) -> ChartSeries:
    """The series without the layers that are not to be shown."""
    if Layer.LIMITS not in shown:
        series = replace(series, limits=(), standouts=())
    if Layer.FORECAST not in shown:
        series = replace(series, expected=())
    if Layer.EVENTS not in shown:
        series = replace(series, occasions=(), efforts=())
    if Layer.ORIGINAL not in shown:
        series = replace(series, original=(), original_target=None)
    return series


def layers_of(series: ChartSeries) -> list[Layer]:
    """The layers that a series has anything of."""
    has = {
        Layer.LIMITS: bool(series.limits),
        Layer.FORECAST: bool(series.expected),
        Layer.EVENTS: bool(series.occasions or series.efforts),
        Layer.ORIGINAL: bool(series.original) or series.original_target is not None,
    }
    return [layer for layer in Layer if has[layer]]
