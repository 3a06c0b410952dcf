"""What is said of a growth loop's links and of its gain."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.focus_line import standing
from desktop.core.kpi import Better
from desktop.core.loop_flow import Link, LoopFlow
from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.core.signals import RUN
from desktop.core.unit import Quantity, Unit, UnitKind


def ratio_words(link: Link, ratio: float) -> Message:
    """A conversion: a percentage, or how many the next step has for each of this one."""
    if link.as_share:
        decimals = 1 if ratio >= 0.1 else 2
        return msg("{share}", share=Quantity(ratio, Unit(UnitKind.PERCENT), decimals))
    return msg("{n} for each", n=Quantity(ratio, decimals=1 if ratio >= 10 else 2))


def link_words(link: Link) -> Message:
    """How the newest conversion stands to the link's own past, or why there is none."""
    newest, usual = link.newest, link.usual()
    if newest is None or usual is None:
        return link.lack or msg("No full period with both numbers yet.")
    if usual.trial:
        return msg("Too few periods to tell what is usual.")
    centre = ratio_words(link, usual.centre)
    if link.by_last_year():
        return _by_last_year(link, newest[0])
    if link.side() < 0:
        return msg("Lower than its own past ({usual}), more than chance.", usual=centre)
    if link.side() > 0:
        return msg("Higher than its own past ({usual}), more than chance.", usual=centre)
    return msg(
        "As usual: mostly between {low} and {high}.",
        low=ratio_words(link, max(usual.lower, 0.0)),
        high=ratio_words(link, usual.upper),
    )


def _by_last_year(link: Link, newest: Period) -> Message:
    """The same with the season aside; the newest may be without one a year earlier."""
    earlier = newest.a_year_earlier()
    before = dict(link.ratios).get(earlier) if earlier is not None else None
    if before is None:
        return msg("There is no conversion from a year earlier to hold it against.")
    told = ratio_words(link, before)
    if link.side() < 0:
        return msg(
            "Lower than its own past, season aside ({before} a year earlier), more than chance.",
            before=told,
        )
    if link.side() > 0:
        return msg(
            "Higher than its own past, season aside ({before} a year earlier), more than chance.",
            before=told,
        )
    return msg("As usual, season aside: {before} a year earlier.", before=told)


def weakest_words(flow: LoopFlow) -> Message:
    """The link to look at first, if the numbers name one."""
    if not any(link.ratios for link in flow.links):
        return msg("No conversion can be shown yet.")
    if flow.weakest is None:
        return msg("No link has fallen below its own past by more than chance.")
    link = flow.links[flow.weakest]
    return msg(
        "Look first at the way from {step} to {next}: it has fallen furthest below its own past.",
        step=link.start.name,
        next=link.end.name,
    )


def gain_words(flow: LoopFlow) -> Message | None:
    """What a turn gives back, with its period; ``None`` where a conversion is missing."""
    if not flow.gains:
        return None
    period, gain = flow.gains[-1]
    return msg(
        "One turn, from {period} to {next}, gave {gain} for each 1 that it began with.",
        period=period,
        next=period.shift(1),
        gain=_two(gain),
    )


def growth_words(flow: LoopFlow) -> Message | None:
    """What a whole year of turns came to, since fewer of them show the season and not growth."""
    years = flow.years()
    if not flow.gains:
        return None
    if not years or years[-1][0] != flow.gains[-1][0]:
        return msg("Too few turns in a row to tell growth from the season: it takes a whole year.")
    values = [gain for _, gain in years]
    turns = flow.cadence.season
    up, down = standing(values, 1.0), standing(values, 1.0, Better.LOWER)
    for where, pattern in ((up, _GREW), (down, _SHRANK)):
        if where is not None and where.run >= RUN:
            return replace(pattern, values={"n": turns, "gain": _two(values[-1]), "run": where.run})
    return msg(
        "The newest {n} turns, a whole year, gave {gain} for each 1.",
        n=turns,
        gain=_two(values[-1]),
    )


_GREW = msg(
    "The newest {n} turns, a whole year, gave {gain} for each 1, and a year of turns has given "
    "more than 1 for {run} turns in a row: it grows."
)
_SHRANK = msg(
    "The newest {n} turns, a whole year, gave {gain} for each 1, and a year of turns has given "
    "less than 1 for {run} turns in a row: it shrinks."
)


def _two(value: float) -> Quantity:
    return Quantity(value, decimals=2)
