"""An activity in one sentence: if we do this, then that KPI moves by so much by then, because …

What people wrote stands as they wrote it, in quotation marks or at the end: so the sentence is
right in every language whatever the form of their words.
"""

from __future__ import annotations

from desktop.core.activity import Activity
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.smart_sentence import trimmed
from desktop.core.unit import Quantity


def hypothesis(activity: Activity, kpi: Kpi | None) -> Message:
    """The whole sentence, as far as it is thought through; ``kpi`` is the activity's own."""
    claim = _claim(activity, kpi)
    because = trimmed(activity.because)
    if because:
        return msg("{claim}, because {because}.", claim=claim, because=because)
    return msg("{claim}.", claim=claim)


def effect_quantity(kpi: Kpi, effect: float, *, signed: bool = True) -> Quantity:
    """A change in the KPI's unit; that of two percentages is in points."""
    return Quantity(effect, kpi.unit, kpi.decimals, signed, points=True)


def missing(activity: Activity) -> Message | None:
    """What keeps the sentence from being a hypothesis that can be told right or wrong later."""
    if activity.kpi_id is None:
        return msg("Without a KPI nobody can tell later whether it did anything.")
    if activity.effect is None:
        return msg("Without an effect nobody can tell later whether it did enough.")
    if activity.due is None:
        return msg("Without a day nobody asks whether to keep or kill it.")
    return None


def _claim(activity: Activity, kpi: Kpi | None) -> Message:
    title, day = activity.title, activity.due
    if kpi is None:
        if day is None:
            return msg("We try “{activity}”", activity=title)
        return msg("We try “{activity}” and judge it on {day}", activity=title, day=day)
    if activity.effect is None:
        if day is None:
            return msg("If we try “{activity}”, it shows in {kpi}", activity=title, kpi=kpi.name)
        return msg(
            "If we try “{activity}”, it shows in {kpi} by {day}",
            activity=title,
            kpi=kpi.name,
            day=day,
        )
    by = effect_quantity(kpi, abs(activity.effect), signed=False)
    if activity.effect > 0:
        if day is None:
            return msg(
                "If we try “{activity}”, then {kpi} rises by {effect}",
                activity=title,
                kpi=kpi.name,
                effect=by,
            )
        return msg(
            "If we try “{activity}”, then {kpi} rises by {effect} by {day}",
            activity=title,
            kpi=kpi.name,
            effect=by,
            day=day,
        )
    if day is None:
        return msg(
            "If we try “{activity}”, then {kpi} falls by {effect}",
            activity=title,
            kpi=kpi.name,
            effect=by,
        )
    return msg(
        "If we try “{activity}”, then {kpi} falls by {effect} by {day}",
        activity=title,
        kpi=kpi.name,
        effect=by,
        day=day,
    )
