"""What was seen before and since an activity, in careful words: none of them claims a cause."""

from __future__ import annotations

from desktop.core.activity import Activity
from desktop.core.before_after import BeforeAfter
from desktop.core.hypothesis import effect_quantity
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence
from desktop.core.period_words import periods_words


def seen_words(seen: BeforeAfter, kpi: Kpi) -> Message:
    """What the KPI has been since the start, and whether that is more than it varies anyway."""
    if seen.after == 0 or seen.mean_after is None:
        return _none_yet(kpi)
    been = _been(seen, kpi, seen.mean_after)
    if seen.too_early:
        return msg("{been} That is too early to tell anything by.", been=been)
    if not seen.known:
        return msg(
            "{been} There are too few values to know what it varies anyway.",
            been=been,
        )
    if seen.side == 0:
        return msg("{been} That is within what it varies anyway.", been=been)
    return _stands_out(seen, been)


def caution(seen: BeforeAfter, others: int) -> Message | None:
    """What else has to be known to read it right, the most important; ``others`` is how many other
    activities were tried on the same KPI at the same time."""
    if seen.after == 0:
        return None
    if others:
        return nmsg(
            "{n} other activity was tried on it at the same time.",
            "{n} other activities were tried on it at the same time.",
            others,
        )
    if seen.moves and seen.known:
        return msg(
            "It has a season or a growth of its own; what it varies anyway takes that into "
            "account, the averages do not."
        )
    if seen.trial:
        return msg("What it varies anyway is known from few values so far.")
    return None


def expected_words(activity: Activity, seen: BeforeAfter, kpi: Kpi) -> Message | None:
    """The effect that was expected beside the difference that was seen; ``None`` when either is
    not known."""
    if activity.effect is None or seen.change is None:
        return None
    return msg(
        "Expected: {expected}. Seen from before to since: {seen}.",
        expected=effect_quantity(kpi, activity.effect),
        seen=effect_quantity(kpi, seen.change),
    )


def _been(seen: BeforeAfter, kpi: Kpi, mean: float) -> Message:
    since = kpi.quantity(mean)
    whole = periods_words(seen.after, kpi.cadence)
    if seen.mean_before is None:
        return msg(
            "Since the start {kpi} has been {mean} on average ({periods}); nothing is known of the "
            "time before.",
            kpi=kpi.name,
            mean=since,
            periods=whole,
        )
    return msg(
        "Since the start {kpi} has been {mean} on average ({periods}), and {before} before "
        "({periods_before}).",
        kpi=kpi.name,
        mean=since,
        periods=whole,
        before=kpi.quantity(seen.mean_before),
        periods_before=periods_words(seen.before, kpi.cadence),
    )


def _stands_out(seen: BeforeAfter, been: Message) -> Message:
    period = seen.standouts[-1].period
    if seen.side > 0:
        return msg(
            "{been} It stands out upwards ({period}), which is more than it usually varies: "
            "something changed, whether it was this or something else.",
            been=been,
            period=period,
        )
    return msg(
        "{been} It stands out downwards ({period}), which is more than it usually varies: "
        "something changed, whether it was this or something else.",
        been=been,
        period=period,
    )


def _none_yet(kpi: Kpi) -> Message:
    match kpi.cadence:
        case Cadence.DAY:
            return msg("Too early: {kpi} has no whole day since the start.", kpi=kpi.name)
        case Cadence.WEEK:
            return msg("Too early: {kpi} has no whole week since the start.", kpi=kpi.name)
        case Cadence.MONTH:
            return msg("Too early: {kpi} has no whole month since the start.", kpi=kpi.name)
        case Cadence.QUARTER:
            return msg("Too early: {kpi} has no whole quarter since the start.", kpi=kpi.name)
        case _:
            return msg("Too early: {kpi} has no whole year since the start.", kpi=kpi.name)
