"""The words for what a target takes, against what history shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.core.kpi import Kpi
from desktop.core.message import Message, Value, msg
from desktop.core.period import Cadence
from desktop.core.reasons import per_period
from desktop.core.unit import Quantity, Unit, UnitKind

if TYPE_CHECKING:
    from desktop.core.attainability import Attainability
    from desktop.core.staleness import Outdated

_PERCENT = Unit(UnitKind.PERCENT)
_RARE = 0.01  # nearer to never and to always than this, a history does not say how near
_SMALL = 0.01  # below one percent a second decimal is needed to tell two growths apart


def growth_sentence(
    kpi: Kpi,
    found: Attainability,
    cadence: Cadence,
    values: Mapping[str, Value],
    *,
    total: bool,
) -> Message:
    """The verdict with the growth that it takes, the growth lately, the best and a realistic
    range.

    ``values`` has what is known of ``best``, ``low`` and ``high``, and, of a total that has begun,
    what is ``left``.
    """
    rest = _history(values, total=total)
    if found.needed is None or found.own is None:
        return _unknown(rest)
    if found.ratio == 0:
        head = msg("Within reach: it takes no growth")
    else:
        head = _takes(kpi, found, cadence)
    return msg("{head}.", head=head) if rest is None else msg("{a}; {b}.", a=head, b=rest)


def likely(probability: float | None) -> Message | None:
    """What the forecast gives the target."""
    if probability is None:
        return None
    if probability < _RARE:
        return msg("The forecast gives it less than {chance}.", chance=Quantity(_RARE, _PERCENT))
    if probability > 1 - _RARE:
        return msg(
            "The forecast gives it more than {chance}.", chance=Quantity(1 - _RARE, _PERCENT)
        )
    return msg("The forecast gives it {chance}.", chance=Quantity(probability, _PERCENT))


def open_sentence(best: Quantity, *, reached: bool) -> Message:
    """A target without a date, beside the best so far."""
    if reached:
        return msg("It has been reached before: best so far {best}.", best=best)
    return msg("Beyond the best so far, {best}.", best=best)


def silent_sentence(silence: Outdated) -> Message:
    """That the past is too long ago to judge a target by."""
    return msg(
        "{silence} With newer values it can be said whether the target can be reached.",
        silence=silence.message,
    )


def _unknown(rest: Message | None) -> Message:
    head = msg("Too little history to say whether it can be reached")
    return msg("{head}.", head=head) if rest is None else msg("{a}; {b}.", a=head, b=rest)


def _verdict(found: Attainability) -> Message:
    from desktop.core.attainability import Reach

    return {
        Reach.WITHIN: msg("Within reach"),
        Reach.STRETCH: msg("A realistic stretch"),
        Reach.DEMANDING: msg("Demanding"),
        Reach.UNSUPPORTED: msg("Not supported by history"),
    }[found.reach]


def _takes(kpi: Kpi, found: Attainability, cadence: Cadence) -> Message:
    """The growth that it takes a period; of a KPI with seasons, on the year before."""
    a_year = found.seasonal and cadence is not Cadence.DAY
    needed, own = found.needed or 0.0, found.own or 0.0
    if found.seasonal:
        needed, own = (_in_a_season(growth, found, cadence) for growth in (needed, own))
    amounts = (_growth(kpi, needed, found, own), _growth(kpi, own, found, needed))
    if a_year:
        return msg(
            "{verdict}: it takes {needed} on the year before, against {own} lately",
            verdict=_verdict(found),
            needed=amounts[0],
            own=amounts[1],
        )
    return msg(
        "{verdict}: it takes {needed} against {own} lately",
        verdict=_verdict(found),
        needed=per_period(amounts[0], Cadence.WEEK if found.seasonal else cadence),
        own=amounts[1],
    )


def _in_a_season(growth: float, found: Attainability, cadence: Cadence) -> float:
    """What growth a period makes in a year, or of days in a week."""
    count = cadence.season
    return (1 + growth) ** count - 1 if found.relative else growth * count


def _growth(kpi: Kpi, value: float, found: Attainability, other: float) -> Quantity:
    if found.relative:
        small = max(abs(value), abs(other)) < _SMALL
        return Quantity(value, _PERCENT, 2 if small else 1, signed=True)
    points = kpi.unit.kind is UnitKind.PERCENT
    return Quantity(value, kpi.unit, kpi.decimals + 1, signed=True, points=points)


def _history(values: Mapping[str, Value], *, total: bool) -> Message | None:
    """The best so far and what is realistic, as far as either is known."""
    parts: list[Message] = []
    if "left" in values:
        parts.append(msg("{left} is left", left=values["left"]))
    if "best" in values and total:
        parts.append(msg("the best in as long a time is {best}", best=values["best"]))
    elif "best" in values:
        parts.append(msg("the best so far is {best}", best=values["best"]))
    if "low" in values:
        parts.append(msg("{low} to {high} is realistic", low=values["low"], high=values["high"]))
    while len(parts) > 1:
        parts[:2] = [msg("{a}, {b}", a=parts[0], b=parts[1])]
    return parts[0] if parts else None
