"""What a breakdown says, in sentences."""

from __future__ import annotations

from desktop.core.breakdown import Link, Part, ShownPart
from desktop.core.message import Message, msg
from desktop.core.period import Period


def headline(whole: ShownPart, earlier: Period, later: Period) -> Message:
    """How the whole changed; it has values in both periods."""
    kpi, before, after = whole.part.kpi.name, whole.before or 0.0, whole.after or 0.0
    if whole.change is None or whole.change.value == 0:
        return msg(
            "{kpi} was {after} in {later}, the same as in {earlier}.",
            kpi=kpi,
            after=after,
            later=later,
            earlier=earlier,
        )
    return msg(
        "{kpi} went from {before} in {earlier} to {after} in {later}: {change}.",
        kpi=kpi,
        before=before,
        earlier=earlier,
        after=after,
        later=later,
        change=whole.change,
    )


def strongest(whole: ShownPart) -> Message | None:
    """The part right below the whole that moved it most; ``None`` when none did."""
    known = [part for part in whole.parts if part.contribution is not None]
    most = max(known, key=lambda part: abs(part.share), default=None)
    if most is None or most.contribution is None or most.contribution.value == 0:
        return None
    if most.part.link is Link.REST:
        return msg(
            "What is not in the parts moved it most: {contribution}.",
            contribution=most.contribution,
        )
    return msg(
        "{part} moved it most: {contribution}.",
        part=most.part.kpi.name,
        contribution=most.contribution,
    )


def method(whole: Part) -> Message:
    """How the contributions come about, and what is missing."""
    links = {part.link for part in whole.parts}
    lacking = [part for part in whole.parts if part.values is None]
    if lacking:
        return msg(
            "{kpi} has no value for both periods, so nobody can say what it contributed.",
            kpi=lacking[0].kpi.name,
        )
    if Link.FORMULA in links:
        return msg(
            "The contributions add up to the change. What parts do together is shared: each "
            "part’s is the mean over every order in which they could have changed (Shapley value)."
        )
    if Link.PART in links:
        return msg("The contributions add up to the change: each part’s is its own change.")
    return msg(
        "These KPIs do not add up to {kpi}, so only their own changes are shown. A formula "
        "would tell how they belong together.",
        kpi=whole.kpi.name,
    )


def part_name(part: Part) -> Message | str:
    """What a row is called."""
    return msg("Not in the parts") if part.link is Link.REST else part.kpi.name
