"""The one sentence that says why a key result stands as it does."""

from __future__ import annotations

import math
from datetime import date

from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, Value, msg
from desktop.core.outlook import Outlook
from desktop.core.period import Cadence
from desktop.core.unit import Quantity, Unit, UnitKind


def per_period(amount: Quantity, cadence: Cadence) -> Message:
    """An amount with its rate: ``412 orders a month``."""
    match cadence:
        case Cadence.DAY:
            return msg("{amount} a day", amount=amount)
        case Cadence.WEEK:
            return msg("{amount} a week", amount=amount)
        case Cadence.MONTH:
            return msg("{amount} a month", amount=amount)
        case Cadence.QUARTER:
            return msg("{amount} a quarter", amount=amount)
        case _:
            return msg("{amount} a year", amount=amount)


def bare(kpi: Kpi, value: float) -> Quantity:
    """A value after the first of a sentence: the company's own word is not said again."""
    unit = Unit() if kpi.unit.kind is UnitKind.OWN else kpi.unit
    return Quantity(value, unit, kpi.decimals)


def about(kpi: Kpi, outlook: Outlook) -> Quantity:
    """Where it is heading, no finer than a tenth of the power of ten of its range: more figures
    would promise what no forecast knows."""
    spread = outlook.high - outlook.low
    if not spread > 0 or not math.isfinite(spread):
        return bare(kpi, outlook.landing)
    step = 10.0 ** (math.floor(math.log10(spread)) - 1)
    return bare(kpi, round(outlook.landing / step) * step)


def needed(kpi: Kpi, amount: float) -> Message:
    """What it takes a period, rounded away from zero so that it is enough."""
    scale = 10.0 ** (kpi.decimals + (2 if kpi.unit.kind is UnitKind.PERCENT else 0))
    enough = math.copysign(math.ceil(abs(amount) * scale - 1e-6) / scale, amount)
    return per_period(bare(kpi, enough), kpi.cadence)


def reached(kpi: Kpi, actual: float, target: float) -> Message:
    return msg(
        "{actual}: the target of {target} is reached.",
        actual=kpi.quantity(actual),
        target=bare(kpi, target),
    )


def ended(kpi: Kpi, actual: float, target: float) -> Message:
    return msg(
        "It ended at {actual}; the target was {target}.",
        actual=kpi.quantity(actual),
        target=bare(kpi, target),
    )


def level_on_the_way(
    kpi: Kpi, actual: float, expected: float, day: date, target: float, deadline: date
) -> Message:
    return msg(
        "{actual} against {expected} planned by {day}; the target is {target} by {deadline}.",
        actual=kpi.quantity(actual),
        expected=bare(kpi, expected),
        day=day,
        target=bare(kpi, target),
        deadline=deadline,
    )


def total_on_the_way(
    kpi: Kpi, actual: float, expected: float, day: date, wanted: float, best: float
) -> Message:
    """``wanted`` is what each of the periods left must bring; ``best`` the best one so far."""
    if abs(wanted) > abs(best):
        return msg(
            "{actual} against {expected} planned by {day}; {needed} reaches the target, and the "
            "best so far is {best}.",
            actual=kpi.quantity(actual),
            expected=bare(kpi, expected),
            day=day,
            needed=needed(kpi, wanted),
            best=bare(kpi, best),
        )
    return msg(
        "{actual} against {expected} planned by {day}; {needed} reaches the target.",
        actual=kpi.quantity(actual),
        expected=bare(kpi, expected),
        day=day,
        needed=needed(kpi, wanted),
    )


def chance(probability: float) -> Quantity:
    """A probability in percent; nothing that lies ahead is certain."""
    return Quantity(min(max(probability, 0.01), 0.99), Unit(UnitKind.PERCENT))


def level_ahead(
    kpi: Kpi, actual: float, day: date, target: float, deadline: date, outlook: Outlook
) -> Message:
    return msg(
        "{actual} by {day}, heading for {landing} by {deadline}; the chance of "
        "reaching {target} is {chance}.",
        actual=kpi.quantity(actual),
        day=day,
        landing=about(kpi, outlook),
        deadline=deadline,
        target=bare(kpi, target),
        chance=chance(outlook.probability),
    )


def total_ahead(
    kpi: Kpi,
    actual: float,
    day: date,
    target: float,
    deadline: date,
    wanted: float,
    outlook: Outlook,
) -> Message:
    """``wanted`` is what each of the periods left must bring."""
    values: dict[str, Value] = {
        "actual": kpi.quantity(actual),
        "day": day,
        "landing": about(kpi, outlook),
        "deadline": deadline,
        "target": bare(kpi, target),
        "chance": chance(outlook.probability),
        "needed": needed(kpi, wanted),
    }
    if abs(wanted) > abs(outlook.best):
        return msg(
            "{actual} by {day}, heading for {landing} by {deadline}; the chance of "
            "reaching {target} is {chance}. It takes {needed}; the best ever was {best}.",
            **values,
            best=bare(kpi, outlook.best),
        )
    return msg(
        "{actual} by {day}, heading for {landing} by {deadline}; the chance of "
        "reaching {target} is {chance}. It takes {needed}.",
        **values,
    )


def limit_ahead(kpi: Kpi, actual: float, day: date, target: float, outlook: Outlook) -> Message:
    """A total that must not pass its target."""
    return msg(
        "{actual} by {day}, heading for {landing}; the chance of {aim} is {chance}.",
        actual=kpi.quantity(actual),
        day=day,
        landing=about(kpi, outlook),
        aim=aim(kpi, target),
        chance=chance(outlook.probability),
    )


def held_ahead(reason: Message, probability: float) -> Message:
    return msg(
        "{reason} The chance that four of five hold is {chance}.",
        reason=reason,
        chance=chance(probability),
    )


def by_pace(reason: Message) -> Message:
    return msg("{reason} Judged by pace: history is too short for a forecast.", reason=reason)


def too_early(kpi: Kpi, actual: float, day: date) -> Message:
    return msg(
        "{actual} by {day}; too little time has gone to judge it.",
        actual=kpi.quantity(actual),
        day=day,
    )


def open_level(kpi: Kpi, recent: float, baseline: float, target: float, moved: int) -> Message:
    """``moved`` is 1 towards the target, 0 for standing still, -1 away from it."""
    values: dict[str, Value] = {
        "recent": kpi.quantity(recent),
        "baseline": bare(kpi, baseline),
        "target": bare(kpi, target),
    }
    if moved > 0:
        return msg("Lately {recent}, from {baseline}, on the way to {target}.", **values)
    if moved < 0:
        return msg("Lately {recent}, further from {target} than {baseline} was.", **values)
    return msg("Lately {recent}; it has hardly moved from {baseline} towards {target}.", **values)


def open_total(kpi: Kpi, actual: float, target: float, rate: float, *, adds: bool) -> Message:
    """``adds`` says whether the recent ``rate`` leads to the target."""
    if adds:
        return msg(
            "{actual} of {target}; lately {rate}.",
            actual=kpi.quantity(actual),
            target=bare(kpi, target),
            rate=per_period(bare(kpi, rate), kpi.cadence),
        )
    return msg(
        "{actual} of {target}; nothing is added lately.",
        actual=kpi.quantity(actual),
        target=bare(kpi, target),
    )


def limit(kpi: Kpi, actual: float, target: float, expected: float | None, day: date) -> Message:
    """A total that must not pass its target."""
    values: dict[str, Value] = {
        "actual": kpi.quantity(actual),
        "day": day,
        "aim": aim(kpi, target),
    }
    if expected is None:
        return msg("{actual} by {day}; {aim} is the aim.", **values)
    values["expected"] = bare(kpi, expected)
    return msg("{actual} against {expected} planned by {day}; {aim} is the aim.", **values)


def band(low: Quantity | None, high: Quantity | None) -> Message:
    """The limits of a band: ``40 to 60``, ``at least 40``, ``at most 60``."""
    if low is not None and high is not None:
        return msg("{low} to {high}", low=low, high=high)
    if low is not None:
        return msg("at least {low}", low=low)
    return msg("at most {high}", high=high if high is not None else Quantity(0))


def held(kpi: Kpi, newest: float, wanted: Message, kept: int, count: int) -> Message:
    """The newest value, what every period should be, and how many were."""
    values: dict[str, Value] = {
        "newest": kpi.quantity(newest),
        "aim": wanted,
        "kept": kept,
        "count": count,
    }
    if count == 1:
        return msg("{newest}; {aim} is the aim.", **values)
    match kpi.cadence:
        case Cadence.DAY:
            return msg("{newest}; {aim} is the aim, met on {kept} of {count} days.", **values)
        case Cadence.WEEK:
            return msg("{newest}; {aim} is the aim, met in {kept} of {count} weeks.", **values)
        case Cadence.MONTH:
            return msg("{newest}; {aim} is the aim, met in {kept} of {count} months.", **values)
        case Cadence.QUARTER:
            return msg("{newest}; {aim} is the aim, met in {kept} of {count} quarters.", **values)
        case _:
            return msg("{newest}; {aim} is the aim, met in {kept} of {count} years.", **values)


def aim(kpi: Kpi, target: float) -> Message:
    """What a period should be: ``at least 400``, ``at most 2 %``, ``40 to 60``."""
    if kpi.better is Better.BAND:
        low, high = kpi.band_low, kpi.band_high
        return band(
            None if low is None else bare(kpi, low), None if high is None else bare(kpi, high)
        )
    if kpi.better is Better.LOWER:
        return band(None, bare(kpi, target))
    return band(bare(kpi, target), None)
