"""The names at the right ends of the series never cover each other."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from desktop.core.chart_series import Point
from desktop.core.period import Cadence
from desktop.qtkit.wording import wording
from desktop.ui.charts.end_labels import EndLabel, end_labels, spread
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.tracks import Tracks
from desktop.ui.charts.view_frame import ViewFrame
from desktop.ui.theme.tokens import LIGHT
from tests.ui.charts.charted import FIRST, months


@given(st.lists(st.floats(-100, 500), max_size=6))
def test_spread_labels_have_room_and_stay_inside(heights: list[float]) -> None:
    placed = spread([EndLabel(("x",), QColor(), y) for y in heights], 400)
    assert len(placed) == len(heights)
    for above, below in pairwise(placed):
        assert below.y - above.y >= (above.height + below.height) / 2 - 1e-6
    assert all(8 <= label.y <= 392 for label in placed)


def test_a_label_with_room_stays_at_its_value() -> None:
    labels = [EndLabel(("a",), QColor(), 100.0), EndLabel(("b",), QColor(), 200.0)]
    assert [label.y for label in spread(labels, 400)] == [100, 200]


def test_every_series_is_named_with_target_and_band(qapp: object) -> None:
    series = months(
        24, plan=(Point(FIRST.shift(23), 130_000.0),), target=140_000.0, band=(90_000.0, None)
    )
    frame = ViewFrame(
        Cadence.MONTH,
        date(2024, 7, 1).toordinal(),
        date(2026, 7, 1).toordinal(),
        0,
        150_000,
        800,
        400,
    )
    labels = end_labels(series, Tracks.of(series), frame, Notation.of(LIGHT), wording("en"))
    words = {label.lines[0]: label.lines[1:] for label in labels}
    assert set(words) == {"Actual", "Last year", "Plan", "Target", "Band"}
    assert words["Target"] == ("140,000\u00a0SEK",)
    assert words["Band"] == ("from 90,000\u00a0SEK",)


def test_a_series_outside_the_view_is_not_named(qapp: object) -> None:
    series = months(24)
    frame = ViewFrame(
        Cadence.MONTH,
        date(2024, 7, 1).toordinal(),
        date(2025, 1, 1).toordinal(),
        0,
        150_000,
        800,
        400,
    )
    labels = end_labels(series, Tracks.of(series), frame, Notation.of(LIGHT), wording("en"))
    assert [label.lines for label in labels] == [("Actual",)]
