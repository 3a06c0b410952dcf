"""Whether a target can be reached: the growth it needs against the KPI's own past growth."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum

from desktop.core.record import record

YARDSTICK = 6  # the average of so many latest changes is what the KPI does by itself
STRETCH, DEMANDING = 1.6, 3.0  # times its own growth
_ROUNDING = 1e-9


class Reach(StrEnum):
    """How far the target lies beyond what the KPI does already."""

    WITHIN = "within what it does already"
    STRETCH = "realistic stretch"
    DEMANDING = "demanding"
    UNSUPPORTED = "not supported by history"
    UNKNOWN = "too little history"


@record(frozen=True, slots=True)
class Attainability:
    """What the target asks for, beside what history shows.

    ``needed`` and ``own`` are growth per period: fractions (0.05 is 5 %) when ``relative``, which
    it is where values and target are above zero, otherwise in the KPI's unit. ``ratio`` is how
    many times its own growth the target needs: 0 when it needs none, infinite when the KPI has
    not been moving that way. ``probability`` is the forecast's, ``best`` the best value (or sum of
    as many periods) so far, ``realistic`` a range of targets from going on as now to a
    realistic stretch, worst first; all ``None`` where history is too short.  ``seasonal`` says
    that both growths are from the same periods of the year (or week) before.
    """

    reach: Reach
    needed: float | None
    own: float | None
    ratio: float | None
    relative: bool
    probability: float | None
    best: float | None
    realistic: tuple[float, float] | None
    seasonal: bool = False


@record(frozen=True, slots=True)
class _Base:
    """Where growth starts: ``grown`` says what comes of a growth per period, which is found from
    the target by halving."""

    relative: bool
    own: float
    grown: Callable[[float], float]
    seasonal: bool


def check(
    values: Sequence[float],
    *,
    target: float,
    periods: int,
    better: str = "higher",
    season: int = 1,
    total: bool = False,
) -> Attainability:
    """Hold ``target``, ``periods`` after the newest value, against the values' own growth.

    The yardstick is the average growth of the latest six periods. With a ``season`` (periods a
    year) and more than a year of history both growths are from the same periods of the year
    before, so that a good season is not mistaken for growth. With ``total`` the target is for the
    sum of the periods ahead. ``nan`` marks a period without a value.

    Up to 1 × its own growth the target is within what the KPI does already, up to 1.6 × it is a
    realistic stretch, up to 3 × demanding, beyond that not supported by history. A target below
    zero, or a history that was, is judged by growth in the KPI's unit instead of percent. Raises
    ``ValueError`` for another ``better`` and for fewer than one period.
    """
    if better not in ("higher", "lower"):
        raise ValueError(f"better is 'higher' or 'lower', not {better!r}")
    if periods < 1:
        raise ValueError("a target lies at least one period ahead")
    known = [value for value in values if not math.isnan(value)]
    way = 1 if better == "higher" else -1
    best = _best(values, periods if total else 1, way)
    if len(known) < 2:
        return Attainability(Reach.UNKNOWN, None, None, None, False, None, best, None)
    base = _base(_spanned(values), target, periods, season, total)
    needed = _needed(base, target)
    ratio = _ratio(base, target, needed, way)
    newest = max(n for n, value in enumerate(values) if not math.isnan(value))
    probability, ahead = _forecast(values[: newest + 1], target, periods, better, season, total)
    return Attainability(
        _reach(ratio),
        needed,
        base.own,
        ratio,
        base.relative,
        probability,
        best,
        _realistic(base, way) or ahead,
        base.seasonal,
    )


def _reach(ratio: float) -> Reach:
    if ratio <= 1 + _ROUNDING:
        return Reach.WITHIN
    if ratio <= STRETCH + _ROUNDING:
        return Reach.STRETCH
    return Reach.DEMANDING if ratio <= DEMANDING + _ROUNDING else Reach.UNSUPPORTED


def _ratio(base: _Base, target: float, needed: float, way: int) -> float:
    """How many times its own growth, in the direction that is better."""
    unmoved = base.grown(0.0)
    if math.isclose(unmoved, target, rel_tol=_ROUNDING) or (target - unmoved) * way <= 0:
        return 0.0
    return needed / base.own if base.own * way > 0 else math.inf


def _spanned(values: Sequence[float]) -> list[float]:
    """From the first value to the newest, with those before them in the gaps between."""
    spanned: list[float] = []
    known = [n for n, value in enumerate(values) if not math.isnan(value)]
    for value in values[known[0] : known[-1] + 1]:
        spanned.append(spanned[-1] if math.isnan(value) else float(value))
    return spanned


def _base(values: list[float], target: float, periods: int, season: int, total: bool) -> _Base:
    relative = min(values) > 0 and target > 0
    span = -(-periods // season) * season  # whole years, at least as long as the way ahead
    beside = min(YARDSTICK, season)
    if season > 1 and len(values) >= max(span, season + beside):
        own = _growth(
            math.fsum(values[-beside - season : len(values) - season]),
            math.fsum(values[-beside:]),
            season,
            relative,
        ) / (1 if relative else beside)
        past = values[len(values) - span :][:periods]
        start = math.fsum(past) if total else past[-1]
        count = periods if total else 1

        def from_last_year(growth: float) -> float:
            return start * (1 + growth) ** span if relative else start + count * growth * span

        return _Base(relative, own, from_last_year, seasonal=True)
    changes = min(YARDSTICK, len(values) - 1)
    newest = values[-1]

    def at(growth: float, count: int) -> float:
        return newest * (1 + growth) ** count if relative else newest + growth * count

    def from_now(growth: float) -> float:
        if not total:
            return at(growth, periods)
        return math.fsum(at(growth, count + 1) for count in range(periods))

    own = _growth(values[-1 - changes], newest, changes, relative)
    return _Base(relative, own, from_now, seasonal=False)


def _growth(start: float, end: float, count: int, relative: bool) -> float:
    return (end / start) ** (1 / count) - 1 if relative else (end - start) / count


def _needed(base: _Base, target: float) -> float:
    """The growth that leads to the target; what comes of growth rises with it."""
    low, high = (-1.0, 1.0)
    while base.grown(high) < target:
        high *= 2
    while not base.relative and base.grown(low) > target:
        low *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if base.grown(middle) < target else (low, middle)
    return (low + high) / 2


def _best(values: Sequence[float], count: int, way: int) -> float | None:
    """The best value, or sum of ``count`` successive ones without a gap."""
    sums = [math.fsum(values[n : n + count]) for n in range(len(values) - count + 1)]
    return max((each for each in sums if not math.isnan(each)), key=lambda v: way * v, default=None)


def _realistic(base: _Base, way: int) -> tuple[float, float] | None:
    """From its own growth to the stretch; ``None`` when it has not been moving that way."""
    if base.own * way <= 0:
        return None
    return base.grown(base.own), base.grown(max(STRETCH * base.own, -1.0))


def _forecast(
    values: Sequence[float], target: float, periods: int, better: str, season: int, total: bool
) -> tuple[float | None, tuple[float, float] | None]:
    """The probability of the target, and the better half of the forecast's 50 % range."""
    from desktop.core.forecast import forecast

    found = forecast(values, season=season, horizon=periods)
    if not found.enough:
        return None, None
    probability = found.probability(target, better=better, total=total)
    if total:
        middle, (low, high) = found.total, found.total_interval(0.5)
    else:
        lower, upper = found.interval(0.5)
        middle, low, high = float(found.mean[-1]), float(lower[-1]), float(upper[-1])
    return probability, (middle, high if better == "higher" else low)
