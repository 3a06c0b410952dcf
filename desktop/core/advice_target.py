"""What is said of a target beside its field: what it takes, against what history shows."""

from __future__ import annotations

import math
from datetime import date

from desktop.core.advice_target_words import (
    growth_sentence,
    likely,
    open_sentence,
    silent_sentence,
)
from desktop.core.goal import Comparison
from desktop.core.kpi import Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, Value
from desktop.core.period import Cadence, Period
from desktop.core.progress import at_or_beyond
from desktop.core.reasons import bare
from desktop.core.record import record
from desktop.core.series import Series
from desktop.core.staleness import Outdated, outdated

_SHOWN = 24  # periods of history in the picture
_MONTHS = 3  # so many whole months, and days are looked at as months


@record(frozen=True, slots=True, kw_only=True)
class TypedTarget:
    """A numeric key result as it stands in its fields, with the dates of its goal; ``owner_id`` is
    who aims at it."""

    kpi: Kpi
    comparison: Comparison
    target: float
    start: date
    deadline: date | None
    year_start: int = 1
    owner_id: int | None = None


@record(frozen=True, slots=True, kw_only=True)
class TargetPicture:
    """History and target on one scale, a value a period; of a total, what each period left has
    to bring."""

    values: tuple[float, ...]
    target: float
    best: float | None = None
    realistic: tuple[float, float] | None = None


@record(frozen=True, slots=True, kw_only=True)
class TargetCheck:
    """One sentence on whether the target can be reached, what the forecast gives it, a picture."""

    sentence: Message
    chance: Message | None
    picture: TargetPicture


@record(frozen=True, slots=True, kw_only=True)
class _Past:
    """Whole periods in order, with gaps as ``nan``; days as months where there are enough."""

    periods: tuple[Measurement, ...]
    values: tuple[float, ...]

    @property
    def newest(self) -> Period:
        return self.periods[-1].period


def check_target(typed: TypedTarget, series: Series, today: date) -> TargetCheck | None:
    """Hold a typed target against the KPI's past; ``None`` where there is nothing to hold it
    against: no values, a band, a deadline that the values have passed.  A KPI that has been silent
    for too long gives no verdict: nobody knows where it stands."""
    kpi = typed.kpi
    past = _past(typed, series, today)
    if past is None or kpi.better is Better.BAND:
        return None
    if typed.deadline is None:
        return _open(typed, past)
    total = typed.comparison is Comparison.TOTAL
    ahead, done = _ahead(typed, past, series, today, typed.deadline)
    left = typed.target - done
    if ahead < 1 or (total and at_or_beyond(done, typed.target, Better.HIGHER)):
        return None
    silence = outdated(kpi, series.full(today)[-1].period, today)
    if silence is not None:
        return _silent(typed, past, silence)
    from desktop.core.attainability import check  # numpy: once a target is typed, not before

    found = check(
        past.values,
        target=left if total else typed.target,
        periods=ahead,
        better=kpi.better.value,
        season=past.newest.cadence.season,
        total=total,
    )
    share = ahead if total else 1
    realistic = found.realistic
    values: dict[str, Value] = {}
    if found.best is not None:
        values["best"] = kpi.quantity(found.best)
    if realistic is not None:
        low, high = sorted(_about(end + done) for end in realistic)
        if low < high:  # a past of zeros makes no range
            values["low"], values["high"] = bare(kpi, low), kpi.quantity(high)
    if total and done:
        values["left"] = kpi.quantity(left)
    return TargetCheck(
        sentence=growth_sentence(kpi, found, past.newest.cadence, values, total=total),
        chance=likely(found.probability),
        picture=TargetPicture(
            values=_shown(past),
            target=(left if total else typed.target) / share,
            best=None if found.best is None else found.best / share,
            realistic=None if realistic is None else (realistic[0] / share, realistic[1] / share),
        ),
    )


def _past(typed: TypedTarget, series: Series, today: date) -> _Past | None:
    kpi = typed.kpi
    measured = series.full(today)
    if kpi.cadence is Cadence.DAY:
        months = [each for each in series.at(Cadence.MONTH) if not each.partial(today)]
        if len(months) >= _MONTHS:
            a_day = kpi.sums and typed.comparison is not Comparison.TOTAL
            measured = [
                each._replace(value=each.value / each.period.days) if a_day else each
                for each in months
            ]
    if not measured:
        return None
    first = measured[0].period
    by_place = {first.until(each.period): each.value for each in measured}
    count = max(by_place) + 1
    return _Past(
        periods=tuple(measured),
        values=tuple(by_place.get(place, math.nan) for place in range(count)),
    )


def _ahead(
    typed: TypedTarget, past: _Past, series: Series, today: date, deadline: date
) -> tuple[int, float]:
    """How many periods there are to reach the target in, and what a total has already."""
    cadence = past.newest.cadence
    first = Period.containing(cadence, typed.start, typed.year_start)
    last = Period.containing(cadence, deadline, typed.year_start)
    left = past.newest.until(last)
    match typed.comparison:
        case Comparison.LEVEL:
            return left, 0.0
        case Comparison.PER_PERIOD:
            return (max(past.newest.until(first), 1) if left >= 1 else 0), 0.0
        case Comparison.TOTAL:
            end = past.newest.end
            done = math.fsum(
                each.value
                for each in series.full(today)
                if typed.start <= each.period.start and each.period.end <= end
            )
            return min(left, first.until(last) + 1), done


def _silent(typed: TypedTarget, past: _Past, silence: Outdated) -> TargetCheck:
    return TargetCheck(
        sentence=silent_sentence(silence),
        chance=None,
        picture=TargetPicture(values=_shown(past), target=typed.target),
    )


def _open(typed: TypedTarget, past: _Past) -> TargetCheck | None:
    """Without a date there is no rate of growth; the best so far says something all the same."""
    if typed.comparison is Comparison.TOTAL:
        return None
    known = [value for value in past.values if not math.isnan(value)]
    best = min(known) if typed.kpi.better is Better.LOWER else max(known)
    reached = at_or_beyond(best, typed.target, typed.kpi.better)
    return TargetCheck(
        sentence=open_sentence(typed.kpi.quantity(best), reached=reached),
        chance=None,
        picture=TargetPicture(values=_shown(past), target=typed.target, best=best),
    )


def _shown(past: _Past) -> tuple[float, ...]:
    return tuple(value for value in past.values if not math.isnan(value))[-_SHOWN:]


def _about(value: float) -> float:
    """Three figures: what is realistic is not known more exactly."""
    return 0.0 if value == 0 else round(value, 2 - math.floor(math.log10(abs(value))))
