"""The one-sentence goal, composed from the letters that are filled in.

What people wrote stands as they wrote it, set off by a colon or a dash: so the sentence is right in
every language whatever the form of their words.  Numbers and dates are values of the message.
"""

from __future__ import annotations

from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.progress import at_or_beyond
from desktop.core.reasons import bare, per_period
from desktop.core.smart import SmartParts
from desktop.core.unit import Quantity, UnitKind

_ENDS = " \t\n.!?…;:,–-"  # the dash is meant


def smart_sentence(parts: SmartParts) -> Message | None:
    """The goal as far as it is clear; ``None`` before it says anything.  No full stop: it is a
    goal's statement.
    """
    body = _body(parts)
    if body is None:
        return None
    if parts.deadline is not None:
        body = (
            msg("{goal} until {deadline}", goal=body, deadline=parts.deadline)
            if _is_held(parts)
            else msg("{goal} by {deadline}", goal=body, deadline=parts.deadline)
        )
    why = trimmed(parts.why)
    return msg("{goal} – {why}", goal=body, why=why) if why else body


def _is_held(parts: SmartParts) -> bool:
    """Whether every period counts, so that it lasts until a day and is not done by it."""
    kpi, row = parts.kpi, parts.key_result
    if kpi is None or row is None or measure_words(kpi, row) is None:
        return False
    return kpi.better is Better.BAND or row.comparison is Comparison.PER_PERIOD


def trimmed(text: str) -> str:
    """An answer as a part of a sentence: on one line, without what ends it."""
    return " ".join(text.split()).rstrip(_ENDS)


def _body(parts: SmartParts) -> Message | None:
    what = trimmed(parts.what)
    measure = None
    if parts.kpi is not None and parts.key_result is not None:
        measure = measure_words(parts.kpi, parts.key_result)
    if measure is None:
        return msg("{goal}", goal=what) if what else None
    return msg("{what}: {measure}", what=what, measure=measure) if what else measure


def measure_words(kpi: Kpi, row: KeyResult) -> Message | None:
    """The number, from where to where; ``None`` without a target."""
    if kpi.better is Better.BAND:
        return _band(kpi)
    if row.target is None:
        return None
    target = _worded(kpi, row.target)
    is_lower = kpi.better is Better.LOWER
    match row.comparison:
        case Comparison.TOTAL:
            if is_lower:
                return msg("{kpi} at most {target} in all", kpi=kpi.name, target=target)
            return msg("{kpi} at least {target} in all", kpi=kpi.name, target=target)
        case Comparison.PER_PERIOD:
            if not kpi.sums:  # "2 days a month" would be an amount
                if is_lower:
                    return msg(
                        "{kpi} at most {target} in every period", kpi=kpi.name, target=target
                    )
                return msg("{kpi} at least {target} in every period", kpi=kpi.name, target=target)
            rate = per_period(target, kpi.cadence)
            if is_lower:
                return msg("{kpi} at most {target}", kpi=kpi.name, target=rate)
            return msg("{kpi} at least {target}", kpi=kpi.name, target=rate)
        case Comparison.LEVEL:
            return _level(kpi, row.baseline, row.target, target)


def _level(kpi: Kpi, baseline: float | None, aim: float, target: Quantity) -> Message:
    if baseline is None or at_or_beyond(baseline, aim, kpi.better):
        if kpi.better is Better.LOWER:
            return msg("{kpi} at most {target}", kpi=kpi.name, target=target)
        return msg("{kpi} at least {target}", kpi=kpi.name, target=target)
    return msg(
        "{kpi} from {baseline} to {target}",
        kpi=kpi.name,
        baseline=bare(kpi, baseline),
        target=target,
    )


def _band(kpi: Kpi) -> Message | None:
    low, high = kpi.band_low, kpi.band_high
    if low is not None and high is not None:
        return msg(
            "{kpi} between {low} and {high}",
            kpi=kpi.name,
            low=bare(kpi, low),
            high=_worded(kpi, high),
        )
    if low is not None:
        return msg("{kpi} at least {target}", kpi=kpi.name, target=_worded(kpi, low))
    if high is not None:
        return msg("{kpi} at most {target}", kpi=kpi.name, target=_worded(kpi, high))
    return None


def _worded(kpi: Kpi, value: float) -> Quantity:
    """The value with its unit, unless the KPI's name has just said the word."""
    said = kpi.unit.kind is UnitKind.OWN and kpi.unit.symbol.casefold() in kpi.name.casefold()
    return bare(kpi, value) if said else kpi.quantity(value)
