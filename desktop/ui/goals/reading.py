"""A key result read back as a sentence, so that nobody has to know the method's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.goal import Comparison
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Period
from desktop.core.progress import at_or_beyond
from desktop.core.reasons import aim, needed
from desktop.qtkit.wording import say, tr


@dataclass(frozen=True, slots=True)
class Aim:
    """What stands in the fields of a numeric key result and of its goal."""

    kpi: Kpi
    comparison: Comparison
    baseline: float | None
    target: float | None
    start: date
    deadline: date | None
    year_start: int = 1


def reading(what: Aim) -> str:
    """The aim in words; empty while there is no target."""
    if what.kpi.better is Better.BAND:
        if what.kpi.band_low is None and what.kpi.band_high is None:
            return tr("The KPI has no limits yet; give it some on the KPIs page.")
        return tr("Every period: {aim}.", aim=aim(what.kpi, 0.0))
    if what.target is None:
        return ""
    match what.comparison:
        case Comparison.PER_PERIOD:
            return tr("Every period: {aim}.", aim=aim(what.kpi, what.target))
        case Comparison.TOTAL:
            return _total(what, what.target)
        case Comparison.LEVEL:
            return _level(what, what.target)


def _total(what: Aim, target: float) -> str:
    amount = what.kpi.quantity(target)
    if what.kpi.better is Better.LOWER:
        if what.deadline is None:
            return tr("In all at most {amount} from {start}.", amount=amount, start=what.start)
        return tr(
            "In all at most {amount} from {start} to {deadline}.",
            amount=amount,
            start=what.start,
            deadline=what.deadline,
        )
    if what.deadline is None:
        return tr("In all {amount} from {start}.", amount=amount, start=what.start)
    return tr(
        "In all {amount} from {start} to {deadline}: {rate}.",
        amount=amount,
        start=what.start,
        deadline=what.deadline,
        rate=needed(what.kpi, target / _periods(what, what.deadline)),
    )


def _periods(what: Aim, deadline: date) -> int:
    first = Period.containing(what.kpi.cadence, what.start, what.year_start)
    last = Period.containing(what.kpi.cadence, deadline, what.year_start)
    return max(first.until(last) + 1, 1)


def _level(what: Aim, target: float) -> str:
    kpi = what.kpi
    goal = kpi.quantity(target)
    if what.baseline is None:
        if what.deadline is None:
            return tr("To {target}.", target=goal)
        return tr("To {target} by {deadline}.", target=goal, deadline=what.deadline)
    baseline = kpi.quantity(what.baseline)
    if at_or_beyond(what.baseline, target, kpi.better):
        return tr(
            "To hold: the baseline of {baseline} is already {aim}.",
            baseline=baseline,
            aim=say(aim(kpi, target)),
        )
    if what.deadline is None:
        return tr("From {baseline} to {target}.", baseline=baseline, target=goal)
    return tr(
        "From {baseline} to {target} by {deadline}.",
        baseline=baseline,
        target=goal,
        deadline=what.deadline,
    )
