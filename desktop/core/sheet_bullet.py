"""The bullet graph of a key result: its scale, and bands that say what today's value means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.core.assessment import Assessment, Status
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.sheet_content import Band, BulletContent
from desktop.core.status_rule import dated_status

_POOR, _FAIR, _GOOD = 0, 1, 2
_ROOM = 0.08  # of the scale, beyond the largest that is shown
_STEPS = 40  # halvings that find a threshold
_NEARLY_THERE = 1e-6  # of the way; from so near the target the baseline can not be told
_FARTHEST = 4.0  # of the whole way behind the plan; no threshold is further off


def bullet(key_result: KeyResult, kpi: Kpi, assessment: Assessment) -> BulletContent | None:
    """``None`` without a value, or with nothing to hold it against.

    On the way to a deadline the bands are where the value would be off track, at risk and on
    track at the date of the newest measurement.  Otherwise they are the two sides of what is
    aimed at, or the inside and the outside of a band.
    """
    value = assessment.current
    is_band = kpi.better is Better.BAND
    aims = (kpi.band_low, kpi.band_high) if is_band else (key_result.target,)
    known = [aim for aim in aims if aim is not None]
    if value is None or not known:
        return None
    plan = None if is_band else assessment.expected
    way = None if is_band else _way(key_result, assessment)
    shown = [value, *known, *([] if plan is None else [plan]), *(way[:1] if way else ())]
    low, high = _scale(shown)
    if is_band:
        limits = _inside(kpi.band_low, kpi.band_high)
    else:
        limits = _by_pace(way, assessment) or _two_sides(key_result, kpi, plan)
    return BulletContent(
        value=value,
        low=low,
        high=high,
        bands=_bands(limits, low, high),
        target=None if is_band else key_result.target,
        plan=plan,
    )


def _scale(shown: Sequence[float]) -> tuple[float, float]:
    low, high = min(0.0, *shown), max(0.0, *shown)
    room = (high - low) * _ROOM
    if high > 0:
        high += room
    if low < 0:
        low -= room
    return (low, high) if high > low else (0.0, 1.0)


def _inside(low: float | None, high: float | None) -> list[Band]:
    limits = [] if low is None else [Band(low, _POOR)]
    if high is None:
        return [*limits, Band(float("inf"), _GOOD)]
    return [*limits, Band(high, _GOOD), Band(float("inf"), _POOR)]


def _two_sides(key_result: KeyResult, kpi: Kpi, plan: float | None) -> list[Band]:
    """Short of what is wanted by now, and beyond."""
    aim = plan if plan is not None else key_result.target or 0.0
    shades = (_GOOD, _POOR) if kpi.better is Better.LOWER else (_POOR, _GOOD)
    return [Band(aim, shades[0]), Band(float("inf"), shades[1])]


def _by_pace(way: tuple[float, float] | None, assessment: Assessment) -> list[Band]:
    """Off track, at risk, on track; nothing for what is held, at its end or without a date."""
    expected = assessment.expected_progress
    if way is None or expected is None or expected >= 1.0:
        return []
    baseline, target = way
    risk, good = (
        baseline + (target - baseline) * _least(expected, statuses)
        for statuses in (
            {Status.AT_RISK, Status.ON_TRACK},
            {Status.ON_TRACK},
        )
    )
    if target > baseline:
        return [Band(risk, _POOR), Band(good, _FAIR), Band(float("inf"), _GOOD)]
    return [Band(good, _GOOD), Band(risk, _FAIR), Band(float("inf"), _POOR)]


def _least(expected: float, statuses: set[Status]) -> float:
    """The least progress that the status rule still takes for one of ``statuses``."""

    def counts(progress: float) -> bool:
        return dated_status(progress=progress, expected=expected, elapsed=1.0) in statuses

    return _threshold(counts, expected - _FARTHEST, expected)


def _threshold(holds: Callable[[float], bool], low: float, high: float) -> float:
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _way(key_result: KeyResult, assessment: Assessment) -> tuple[float, float] | None:
    """Baseline and target of what is on its way; a baseline that is not typed follows from the
    value and its progress."""
    target, value, done = key_result.target, assessment.current, assessment.progress
    if target is None or value is None or done is None:
        return None
    if key_result.comparison is Comparison.TOTAL:
        baseline = 0.0
    elif key_result.baseline is not None:
        baseline = key_result.baseline
    elif abs(1.0 - done) > _NEARLY_THERE:
        baseline = (value - done * target) / (1.0 - done)
    else:
        return None
    return (baseline, target) if baseline != target else None


def _bands(limits: Sequence[Band], low: float, high: float) -> tuple[Band, ...]:
    """Those that are on the scale; the last ends with it."""
    bands: list[Band] = []
    start = low
    for band in limits:
        limit = min(band.limit, high)
        if limit > start:
            bands.append(Band(limit, band.shade))
            start = limit
    return tuple(bands)
