"""The thresholds that turn numbers into a status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.assessment import Status

# By forecast: the probability that the target is met.
LIKELY = 0.70
UNLIKELY = 0.30


class Margin(NamedTuple):
    """How far behind its plan a goal may be: ``ratio`` is how much of the progress planned so far
    must be there, or ``slack`` how far behind that may be on the whole way (either is enough);
    ``faster`` is how much faster than planned the rest may have to go."""

    ratio: float
    slack: float
    faster: float


ON_PACE = Margin(0.95, 0.02, 1.10)
NEAR_PACE = Margin(0.75, 0.10, 1.60)
EARLIEST = 0.05  # before a twentieth of the time has gone, pace says nothing

HELD = 0.80  # four periods of five make a goal that holds
MOVED = 0.05  # of the way from baseline to target; less than that is standing still


def likely_status(probability: float) -> Status:
    """The status from the probability that the target is met."""
    if probability >= LIKELY:
        return Status.ON_TRACK
    return Status.AT_RISK if probability >= UNLIKELY else Status.OFF_TRACK


def dated_status(
    *, progress: float, expected: float, elapsed: float, probability: float | None = None
) -> Status:
    """The status on the way to a deadline: from the probability that the target is met where
    there is a forecast, otherwise from progress against the progress planned."""
    if probability is not None:
        return likely_status(probability)
    if elapsed < EARLIEST:
        return Status.TOO_EARLY
    if _keeps(progress, expected, ON_PACE):
        return Status.ON_TRACK
    return Status.AT_RISK if _keeps(progress, expected, NEAR_PACE) else Status.OFF_TRACK


def _keeps(progress: float, expected: float, margin: Margin) -> bool:
    if progress < min(expected * margin.ratio, expected - margin.slack):
        return False
    return progress >= expected or 1 - progress <= (1 - expected) * margin.faster


def held_status(
    held: Sequence[bool], *, finished: bool, probability: float | None = None
) -> Status:
    """The status of a goal whose every period is judged on its own, from at least one period.

    Two misses in a row are off track, one is a risk, and so is a share that is too low.
    """
    holds = sum(held) >= HELD * len(held)
    if finished:
        return Status.REACHED if holds else Status.OFF_TRACK
    if probability is not None:
        return likely_status(probability)
    if not any(held[-2:]):
        return Status.OFF_TRACK if len(held) > 1 else Status.AT_RISK
    return Status.ON_TRACK if holds and held[-1] else Status.AT_RISK


def direction_status(moved: float) -> Status:
    """The status of an open goal: ``moved`` is the share of the way to the target that lies
    between the baseline and the recent level."""
    if moved >= MOVED:
        return Status.ON_TRACK
    return Status.AT_RISK if moved > -MOVED else Status.OFF_TRACK
