"""The line in the sand: how far a KPI is from it, and whether being past it is more than noise."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.core.period_words import periods_words
from desktop.core.record import record
from desktop.core.signals import OF_FOUR, RUN, behaviour
from desktop.core.unit import Quantity, UnitKind

_WITHIN = 4  # rule 2 looks at so many newest periods


class Crossing(StrEnum):
    """What the newest full periods say of the line."""

    NOT_YET = "not yet"  # the newest is on the near side
    PASSED = "passed"  # the newest is on the line or past it, which may be noise
    HELD = "held"  # so many, or so clearly, that it is more than noise


@record(frozen=True, slots=True)
class LineStanding:
    """Where a KPI stands to its line.

    ``left`` is how far the newest full period is from the line, positive on the near side and
    in the KPI's unit; ``run`` how many full periods in a row, the newest last, are on the line or
    past it; ``past`` how many are among the newest ``known`` (twelve at most).
    """

    value: float
    line: float
    left: float
    run: int
    past: int
    known: int
    crossing: Crossing


_KNOWN = 12


def line_cadence(kpi: Kpi) -> Cadence:
    """How long the periods are that are held against the line: the KPI's own, but weeks of days,
    since a weekday says more of the calendar than of the business."""
    return Cadence.WEEK if kpi.cadence is Cadence.DAY else kpi.cadence


def can_have_line(kpi: Kpi) -> bool:
    """A line is crossed in one direction; a KPI that is to stay inside a band has none."""
    return kpi.better is not Better.BAND


def standing(
    values: Sequence[float], line: float, better: Better = Better.HIGHER
) -> LineStanding | None:
    """Where the values of full periods, the newest last, stand to ``line``; ``None`` without any.

    One period past the line proves nothing.  The line counts as held when Wheeler's rules, with
    the line in the place of the centre, find that the values lie past it: eight in a row on its
    far side (rule 3), or the newest and at least three of the newest four past it by more than
    half the natural spread, 2.66 × the mean moving range (rule 2; only where twelve points or more
    make the limits).  Missing periods are passed over.

    Source: Wheeler, *Understanding Variation* (1993); the line in the sand: Croll and Yoskovitz,
    *Lean Analytics* (2013).
    """
    if not values:
        return None
    sign = -1.0 if better is Better.LOWER else 1.0
    hair = 1e-9 * max(abs(line), abs(values[-1]))
    beyond = [sign * (value - line) for value in values]
    run = len(list(takewhile(lambda each: each >= -hair, reversed(beyond))))
    recent = beyond[-_KNOWN:]
    held = run >= RUN or (run >= 1 and _clearly(values, beyond))
    crossing = Crossing.HELD if held else Crossing.PASSED if run else Crossing.NOT_YET
    return LineStanding(
        value=values[-1],
        line=line,
        left=-beyond[-1] if abs(beyond[-1]) > hair else 0.0,
        run=run,
        past=sum(each >= -hair for each in recent),
        known=len(recent),
        crossing=crossing,
    )


def _clearly(values: Sequence[float], beyond: Sequence[float]) -> bool:
    """Rule 2, with the line in the place of the centre."""
    found = behaviour(values)
    half = (found.upper - found.centre) / 2
    far = [each > half for each in beyond[-_WITHIN:]]
    return not found.trial and far[-1] and sum(far) >= OF_FOUR


def crossing_words(kpi: Kpi, where: LineStanding, cadence: Cadence) -> Message:
    """How the KPI stands to the line, in one sentence that claims no more than the numbers."""
    if where.crossing is Crossing.HELD and where.run >= RUN:
        return msg(
            "The line is crossed and held: {periods} in a row, more than chance would give.",
            periods=periods_words(where.run, cadence),
        )
    if where.crossing is Crossing.HELD:
        return msg(
            "The line is crossed: the newest values lie further past it than chance would take "
            "them."
        )
    if where.crossing is Crossing.PASSED:
        return msg(
            "Past the line for {periods}. That may still be chance: the line is held after {run} "
            "in a row, or sooner when the numbers lie clearly past it.",
            periods=periods_words(where.run, cadence),
            run=RUN,
        )
    left = _distance(kpi, where.left)
    if where.past:
        return msg(
            "{left} from the line. {past} of the newest {periods} were past it, but not the last.",
            left=left,
            past=where.past,
            periods=periods_words(where.known, cadence),
        )
    return msg("{left} from the line.", left=left)


def _distance(kpi: Kpi, left: float) -> Quantity:
    """With as many decimals as it takes to tell it from nothing, up to three more than usual;
    that of a percentage is in points."""
    percent = kpi.unit.kind is UnitKind.PERCENT
    decimals = kpi.decimals
    while decimals < kpi.decimals + 3 and not round(left, decimals + (2 if percent else 0)):
        decimals += 1
    return Quantity(left, kpi.unit, decimals, points=percent)


def per_period(cadence: Cadence) -> Message:
    """What a value at this cadence is for: ``a week``."""
    match cadence:
        case Cadence.DAY:
            return msg("a day")
        case Cadence.WEEK:
            return msg("a week")
        case Cadence.MONTH:
            return msg("a month")
        case Cadence.QUARTER:
            return msg("a quarter")
        case Cadence.YEAR:
            return msg("a year")
