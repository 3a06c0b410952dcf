"""What a sheet says beside the numbers: the forecast's range, a changed target, what is noise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from desktop.core.chart_series import ChartSeries, Limits, Point, Standout
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, Value, msg, nmsg
from desktop.core.outlook import Outlook
from desktop.core.plan import holds
from desktop.core.reasons import bare, chance
from desktop.core.unit import Quantity, Unit, UnitKind

_NEWS = 3  # periods: a signal further back is no news


def forecast_words(
    key_result: KeyResult, kpi: Kpi, outlook: Outlook | None, *, said: bool
) -> Message | None:
    """The range that the landing lies in, and the chance of the target where the key result's
    reason, which has it, is ``said`` elsewhere; ``None`` for what is judged period by period, whose
    landing is no value of the KPI."""
    target = key_result.target
    if outlook is None or target is None or kpi.better is Better.BAND:
        return None
    if key_result.comparison is Comparison.PER_PERIOD:
        return None
    if holds(key_result, key_result.baseline, kpi.better):
        return None
    spread = outlook.high - outlook.low
    if not math.isfinite(spread):
        return None
    step = 10.0 ** (math.floor(math.log10(spread)) - 1) if spread > 0 else 0.0
    ends: dict[str, Value] = {
        "low": Quantity(_rounded(outlook.low, step), _first_of_two(kpi.unit), kpi.decimals),
        "high": kpi.quantity(_rounded(outlook.high, step)),
    }
    if not said:
        return msg("80 % likely between {low} and {high}.", **ends)
    return msg(
        "80 % likely between {low} and {high}; the chance of reaching {target} is {chance}.",
        **ends,
        target=bare(kpi, target),
        chance=chance(outlook.probability),
    )


def _rounded(value: float, step: float) -> float:
    return round(value / step) * step if step else value


def changed_words(log: Sequence[FormerPlan], key_result: KeyResult, kpi: Kpi) -> Message | None:
    """The first target, or else that the plan was changed, with the day and the reason of the last
    change; ``None`` where what was first set is still in force."""
    if not log:
        return None
    first, last = log[0], log[-1]
    targets = [*(each.target for each in log), key_result.target]
    times = sum(before != after for before, after in pairwise(targets))
    if first.target is None or first.target == key_result.target:
        words = msg("Plan changed {day}", day=last.until)
    else:
        target = kpi.quantity(first.target)
        words = nmsg(
            "First target {target}, changed {day}",
            "First target {target}, changed {n} times, last {day}",
            times,
            target=target,
            day=last.until,
        )
    reason = " ".join(last.reason.split()).rstrip(".")
    if not reason:
        return msg("{head}.", head=words)
    return msg("{change}: {reason}.", change=words, reason=reason)


def noise_words(chart: ChartSeries) -> Message | None:
    """Whether the newest values are more than noise; ``None`` without natural limits."""
    full = [point for point in chart.actual if not point.partial]
    by_period = {each.period.start: each for each in chart.limits}
    if not full or full[-1].period.start not in by_period:
        return None
    recent = {point.period.start: point for point in full[-_NEWS:]}
    news = [each for each in chart.standouts if each.period.start in recent]
    if news:
        start = news[-1].period.start
        return _signal(chart, news[-1], recent[start], by_period[start])
    newest = full[-1]
    return _varies(chart, newest, by_period[newest.period.start])


def _varies(chart: ChartSeries, newest: Point, limits: Limits) -> Message:
    values: dict[str, Value] = {
        "period": newest.period,
        "low": Quantity(limits.lower, _first_of_two(chart.unit), chart.decimals),
        "high": _amount(chart, limits.upper),
    }
    if limits.trial:
        return msg(
            "No real change yet: {period} lies within the trial limits, {low} to {high}.", **values
        )
    return msg(
        "No real change: {period} lies within the natural limits, {low} to {high}.", **values
    )


def _signal(chart: ChartSeries, standout: Standout, point: Point, limits: Limits) -> Message:
    values: dict[str, Value] = {"period": point.period, "value": _amount(chart, point.value)}
    above = standout.side > 0
    match standout.rules[0]:
        case 1 if above:
            limit = _amount(chart, limits.upper)
            return msg(
                "A real change: {value} in {period} is above the natural limit of {limit}.",
                **values,
                limit=limit,
            )
        case 1:
            limit = _amount(chart, limits.lower)
            return msg(
                "A real change: {value} in {period} is below the natural limit of {limit}.",
                **values,
                limit=limit,
            )
        case 2 if above:
            return msg("A real change: three of four by {period} near the upper limit.", **values)
        case 2:
            return msg("A real change: three of four by {period} near the lower limit.", **values)
        case _ if above:
            return msg("A real change: eight in a row by {period} above the centre.", **values)
    return msg("A real change: eight in a row by {period} below the centre.", **values)


def _amount(chart: ChartSeries, value: float) -> Quantity:
    return Quantity(value, chart.unit, chart.decimals)


def _first_of_two(unit: Unit) -> Unit:
    """In "3 to 4 orders" the unit is said once; a percent sign belongs to its number."""
    return Unit() if unit.kind in (UnitKind.OWN, UnitKind.CURRENCY) else unit
