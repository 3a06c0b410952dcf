"""Where a key result is heading: its landing by the deadline, and how likely the target is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.core.counted import Counted
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.series import Series
from desktop.core.status_rule import HELD

if TYPE_CHECKING:
    from desktop.core.forecast import Array, Forecast

RANGE = 0.8
ENOUGH = 6  # periods; from fewer, pace is judged
# Periods looked back on: what came before says little about the next ones.
HISTORY = {
    Cadence.DAY: 200,
    Cadence.WEEK: 4 * 52,
    Cadence.MONTH: 120,
    Cadence.QUARTER: 80,
    Cadence.YEAR: 40,
}
NEAR_DAYS = 45  # further ahead than that days are forecast as months, which know their year


@record(frozen=True, slots=True)
class Outlook:
    """By the goal's last period, in the terms of the comparison (level, running total, or the
    share of periods that held): the expected landing, its 80 % range, the probability that the
    target is met, and the best period of the whole history."""

    landing: float
    low: float
    high: float
    probability: float
    best: float


@record(frozen=True, slots=True)
class Aim:
    """What is to be met: a dated key result with what it counts; ``held`` and ``aims`` are for
    one that is judged period by period: how many held so far, and what each of those left
    should be."""

    key_result: KeyResult
    kpi: Kpi
    counted: Counted
    deadline: date
    target: float
    held: int = 0
    aims: tuple[float, ...] | None = None


LookAhead = Callable[[Aim], Outlook | None]  # ``None``: too little history


def outlook(aim: Aim, read: Callable[[Cadence], Series], today: date) -> Outlook | None:
    """The outlook of ``aim`` from the history that ``read`` gives at a cadence: the KPI's own, or
    months for days far ahead; ``None`` where it says too little."""
    newest, last = aim.counted.newest, aim.counted.last
    if newest is None or last is None:
        return None
    steps = newest.period.until(last)
    far = aim.kpi.cadence is Cadence.DAY and steps > NEAR_DAYS and aim.aims is None
    series = read(Cadence.MONTH if far else aim.kpi.cadence)
    history = [each for each in series.measurements if not each.partial(today)]
    if len(history) < ENOUGH:
        return None
    if far:
        found = _by_months(aim, history, newest.period.end)
    else:
        found = ahead(history, newest.period, steps, missing_value(aim.kpi))
    best = _best(aim, aim.counted.measurements if far else history)
    return _landing(aim, found, best) if aim.aims is None else _held(aim, found, best)


def _best(aim: Aim, known: Sequence[Measurement]) -> float:
    return (min if aim.kpi.better is Better.LOWER else max)(each.value for each in known)


def missing_value(kpi: Kpi) -> float:
    """What a period without a value stands for: a day without business brings nothing."""
    return 0.0 if kpi.sums and kpi.cadence is Cadence.DAY else float("nan")


def _landing(aim: Aim, found: Forecast, best: float) -> Outlook:
    better = "lower" if aim.kpi.better is Better.LOWER else "higher"
    if aim.key_result.comparison is Comparison.TOTAL:
        sofar = aim.counted.values[-1]
        low, high = found.total_interval(RANGE)
        probability = found.probability(aim.target - sofar, better=better, total=True)
        return Outlook(sofar + found.total, sofar + low, sofar + high, probability, best)
    lows, highs = found.interval(RANGE)
    probability = found.probability(aim.target, better=better)
    return Outlook(float(found.mean[-1]), float(lows[-1]), float(highs[-1]), probability, best)


def _held(aim: Aim, found: Forecast, best: float) -> Outlook:
    """The share of all periods that will have held: a goal holds with four of five."""
    import numpy as np

    low, high = _allowed(aim)
    hair = 1e-9 * np.maximum(np.abs(found.paths), 1e-300)
    inside = (found.paths >= low - hair) & (found.paths <= high + hair)
    count = len(aim.counted.measurements) + inside.shape[1]
    shares = (aim.held + inside.sum(axis=1)) / count
    likely = float((shares >= HELD - 1e-9).mean())
    edges = np.quantile(shares, [(1 - RANGE) / 2, (1 + RANGE) / 2])
    return Outlook(
        float(shares.mean()),
        float(edges[0]),
        float(edges[1]),
        min(max(likely, 0.001), 0.999),
        best,
    )


def _allowed(aim: Aim) -> tuple[Array, Array]:
    """The least and the most that each of the periods left may be."""
    import numpy as np

    aims = np.array(aim.aims, dtype=float)
    none = np.full_like(aims, np.inf)
    if aim.kpi.better is Better.BAND:
        low, high = aim.kpi.band_low, aim.kpi.band_high
        return (
            -none if low is None else np.full_like(aims, low),
            none if high is None else np.full_like(aims, high),
        )
    return (-none, aims) if aim.kpi.better is Better.LOWER else (aims, none)


def ahead(history: Sequence[Measurement], newest: Period, steps: int, without: float) -> Forecast:
    """The ``steps`` periods after ``newest``, at the measurements' own cadence."""
    from desktop.core.forecast import forecast

    known = {each.period.start: each.value for each in history}
    first = history[0].period
    values = [known.get(first.shift(n).start, without) for n in range(first.until(newest) + 1)]
    return forecast(values, season=newest.cadence.season, horizon=steps)


def _by_months(aim: Aim, months: Sequence[Measurement], through: date) -> Forecast:
    """Days from ``through`` to the deadline as whole months and parts of months: of a sum a part
    of a month brings its part, of anything else the value of its month."""
    from desktop.core.forecast import Forecast

    begin = Period.containing(Cadence.MONTH, through + timedelta(days=1))
    end = Period.containing(Cadence.MONTH, aim.deadline)
    latest = begin.shift(-1)
    silent = max(months[-1].period.until(latest), 0)
    steps = begin.until(end) + 1
    found = ahead(months, months[-1].period, silent + steps, float("nan"))
    coming = [begin.shift(n) for n in range(steps)]
    parts = [
        ((min(each.end, aim.deadline) - max(each.start, through + timedelta(days=1))).days + 1)
        / each.days
        for each in coming
    ]
    weights = parts if aim.kpi.sums else [1.0] * steps
    return Forecast(found.mean[silent:] * weights, found.paths[:, silent:] * weights)
