"""Process behaviour: the natural limits of a KPI, and what stands out from its noise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from desktop.core.record import record

# Wheeler, Understanding Variation (1993): for single values and two-point moving ranges.
TO_LIMITS = 2.66
TO_RANGE_LIMIT = 3.27
TRIAL = 12  # with fewer points the limits are trial limits
RUN = 8  # rule 3: so many in a row on one side
OF_FOUR = 3  # rule 2: so many of four nearer a limit than the centre


@record(frozen=True, slots=True)
class Signal:
    """A value that is more than noise.

    ``index`` is its place in the values, ``rule`` 1, 2 or 3, ``side`` 1 above and -1 below the
    centre; ``first`` is where the pattern begins that it completes.
    """

    index: int
    rule: int
    side: int
    first: int


@record(frozen=True, slots=True)
class Behaviour:
    """The natural limits of the values from ``first`` up to ``end``, and the signals there.

    ``lower`` and ``upper`` are the natural process limits, ``range_limit`` is the most that two
    neighbours differ by in noise; without two known values they are infinite. ``trial`` says
    that fewer than twelve points made them. ``jumps`` are the places where the change from the
    value before is larger than that.
    """

    centre: float
    lower: float
    upper: float
    range_limit: float
    signals: tuple[Signal, ...]
    jumps: tuple[int, ...]
    trial: bool
    first: int
    end: int

    def at(self, index: int) -> tuple[Signal, ...]:
        """The signals at one value: a change is coloured only where there is one."""
        return tuple(signal for signal in self.signals if signal.index == index)


def behaviour(
    values: Sequence[float], *, baseline: slice | tuple[int, int] | int | None = None
) -> Behaviour:
    """Natural limits (mean ± 2.66 × mean moving range; range limit 3.27 × it) and Wheeler's rules.

    Rule 1: a point outside the limits. Rule 2: three of four in succession nearer the same limit
    than the centre. Rule 3: eight in a row on one side of the centre. ``baseline`` chooses the
    values that make the limits, all without it: a slice, its first and end, or how many from the
    beginning. ``nan`` marks a period without a value, which rules and ranges pass over. Raises
    ``ValueError`` when the baseline has no value, and for infinite values.

    Source: Wheeler, *Understanding Variation: The Key to Managing Chaos* (1993).
    """
    return _behave(values, _slice(baseline), 0, len(values))


def rebased(values: Sequence[float], changes: Sequence[int]) -> tuple[Behaviour, ...]:
    """The behaviour before, between and after explained ``changes``, each with limits of its own.

    A change is the index of the first value after it. Limits are moved for a known reason only,
    so nothing here looks for changes by itself. A stretch without a value is left out.
    """
    count = len(values)
    ends = [0, *sorted({change for change in changes if 0 < change < count}), count]
    return tuple(
        _behave(values, slice(first, end), first, end)
        for first, end in pairwise(ends)
        if not all(math.isnan(value) for value in values[first:end])
    )


def _slice(baseline: slice | tuple[int, int] | int | None) -> slice:
    if isinstance(baseline, slice):
        return baseline
    return slice(*baseline) if isinstance(baseline, tuple) else slice(baseline)


def _behave(values: Sequence[float], baseline: slice, first: int, end: int) -> Behaviour:
    if math.inf in map(abs, values):
        raise ValueError("behaviour is that of finite values, and nan for gaps")
    base = [float(value) for value in values[baseline] if not math.isnan(value)]
    if not base:
        raise ValueError("no value to make limits of")
    centre = math.fsum(base) / len(base)
    spread, range_limit = math.inf, math.inf
    if len(base) > 1:
        usual = math.fsum(abs(b - a) for a, b in pairwise(base)) / (len(base) - 1)
        spread, range_limit = TO_LIMITS * usual, TO_RANGE_LIMIT * usual
    known = [n for n in range(first, end) if not math.isnan(values[n])]
    hair = 1e-9 * max(abs(centre), spread if math.isfinite(spread) else 0.0)  # rounding of sums
    apart = [values[n] - centre for n in known]
    return Behaviour(
        centre,
        centre - spread,
        centre + spread,
        range_limit,
        tuple(_signals(known, apart, spread + hair, hair)),
        tuple(n for m, n in pairwise(known) if abs(values[n] - values[m]) > range_limit + hair),
        trial=len(base) < TRIAL,
        first=first,
        end=end,
    )


def _signals(known: list[int], apart: list[float], limit: float, hair: float) -> list[Signal]:
    """``apart`` are the distances from the centre, ``limit`` that of the natural limits."""
    found: list[Signal] = []
    sides = [0 if abs(each) <= hair else (1 if each > 0 else -1) for each in apart]
    near = [side if abs(each) > limit / 2 else 0 for side, each in zip(sides, apart, strict=True)]
    run = 0
    for n, side in enumerate(sides):
        run = run + 1 if n and side == sides[n - 1] else 1
        if abs(apart[n]) > limit:
            found.append(Signal(known[n], 1, side, known[n]))
        beside = [m for m in range(max(n - 3, 0), n + 1) if near[n] and near[m] == near[n]]
        if len(beside) >= OF_FOUR:
            found.append(Signal(known[n], 2, side, known[beside[0]]))
        if side and run >= RUN:
            found.append(Signal(known[n], 3, side, known[n - run + 1]))
    return found
