"""What flows through a growth loop: the conversion from each step to the next, and the gain."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from desktop.core.additive import counts, same_kind
from desktop.core.growth_loop import LoopStep
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.signals import TRIAL, Behaviour, behaviour

_LOOKED_BACK = 36  # periods that make what is usual; older ones say little about a link now

Ratios = tuple[tuple[Period, float], ...]


@record(frozen=True, slots=True)
class FlowStep:
    """A step with its values of full periods at the loop's cadence, in order; ``partial`` is a
    later period that is not complete."""

    step: LoopStep
    kpi: Kpi | None
    values: tuple[Measurement, ...] = ()
    partial: Measurement | None = None

    @property
    def name(self) -> str:
        return self.step.title if self.kpi is None else self.kpi.name

    @property
    def latest(self) -> Measurement | None:
        return self.values[-1] if self.values else None


@record(frozen=True, slots=True)
class Link:
    """The way from one step to the next.

    ``ratios`` are the next step's value divided by this step's, by this step's period.  Within the
    ring both are of the same period; the last link (``closing``) leads to the first step one
    period later, since it is the next turn that it feeds.  ``lack`` says why there are none.
    ``zeros`` are the periods left out because this step was nothing, or below.
    """

    start: FlowStep
    end: FlowStep
    closing: bool
    ratios: Ratios = ()
    zeros: tuple[Period, ...] = ()
    lack: Message | None = None

    @property
    def newest(self) -> tuple[Period, float] | None:
        return self.ratios[-1] if self.ratios else None

    @property
    def as_share(self) -> bool:
        """Whether it is best told as a percentage: what comes out is less than what goes in."""
        return bool(self.ratios) and median(ratio for _, ratio in self.ratios) <= 1

    def spread(self) -> list[float]:
        """The newest ratios in order, ``nan`` for periods without one."""
        if not self.ratios:
            return []
        known = dict(self.ratios)
        last = self.ratios[-1][0]
        first = max(self.ratios[0][0], last.shift(1 - _LOOKED_BACK))
        return [known.get(first.shift(n), math.nan) for n in range(first.until(last) + 1)]

    def usual(self) -> Behaviour | None:
        """The natural limits of the newest ratios; ``None`` without any."""
        values = self.spread()
        return behaviour(values) if values else None

    def by_last_year(self) -> list[float]:
        """The newest ratios divided by those a year earlier, so that no season is left in them;
        ``nan`` for periods without either, empty where fewer than twelve can be told."""
        known = dict(self.ratios)
        quotients = []
        for n, ratio in enumerate(reversed(self.spread())):
            earlier = self.ratios[-1][0].shift(-n).a_year_earlier()
            before = known.get(earlier, 0.0) if earlier is not None else 0.0
            quotients.append(ratio / before if before > 0 else math.nan)
        enough = sum(not math.isnan(each) for each in quotients) >= TRIAL
        return quotients[::-1] if enough else []

    def judged(self) -> Behaviour | None:
        """What tells whether the newest ratio is more than chance: against a year earlier where
        the history is long enough, else against the ratios as they are."""
        by_year = self.by_last_year()
        return behaviour(by_year) if by_year else self.usual()

    def side(self) -> int:
        """-1 when the newest ratio is a signal below its own past, 1 above it, 0 while it may be
        chance or there are too few to tell."""
        found = self.judged()
        if found is None or found.trial:
            return 0
        sides = {signal.side for signal in found.at(found.end - 1)}
        return sides.pop() if len(sides) == 1 else 0

    def fall(self) -> float:
        """How far the newest ratio lies below what it is judged by, in natural limits."""
        found, values = self.judged(), self.by_last_year() or self.spread()
        if found is None:
            return 0.0
        spread = found.upper - found.centre
        return (found.centre - values[-1]) / spread if spread else math.inf


@record(frozen=True, slots=True)
class LoopFlow:
    """A loop at one cadence.  ``weakest`` is the place of the link that has fallen furthest below
    its own past, where a signal says that one has."""

    cadence: Cadence
    steps: tuple[FlowStep, ...]
    links: tuple[Link, ...]
    gains: Ratios = ()

    @property
    def weakest(self) -> int | None:
        fallen = [(link.fall(), place) for place, link in enumerate(self.links) if link.side() < 0]
        return max(fallen)[1] if fallen else None

    def years(self) -> Ratios:
        """What each whole year of turns came to, by the period of its last turn: where no turn is
        missing among so many, their product."""
        known = dict(self.gains)
        found = []
        for period, _ in self.gains:
            turns = [known.get(period.shift(-n)) for n in range(self.cadence.season)]
            if all(gain is not None for gain in turns):
                found.append((period, math.prod(gain for gain in turns if gain is not None)))
        return tuple(found)


def loop_flow(steps: Sequence[FlowStep], by_key: Mapping[str, Kpi], cadence: Cadence) -> LoopFlow:
    """The links of the ring in order, and the gain of each turn.

    The gain is the product of all conversions around the ring, known only where every link has
    one: above 1, a turn gives the first step more than it began with.
    """
    if len(steps) < 2:
        return LoopFlow(cadence, tuple(steps), ())
    pairs = [*pairwise(steps), (steps[-1], steps[0])]
    links = tuple(
        _link(one, other, by_key, closing=place == len(pairs) - 1)
        for place, (one, other) in enumerate(pairs)
    )
    return LoopFlow(cadence, tuple(steps), links, _gains(links))


def _link(start: FlowStep, end: FlowStep, by_key: Mapping[str, Kpi], *, closing: bool) -> Link:
    lack = _lack(start, end, by_key)
    if lack is not None:
        return Link(start, end, closing, lack=lack)
    after = {each.period: each.value for each in end.values}
    ratios: list[tuple[Period, float]] = []
    zeros: list[Period] = []
    for each in start.values:
        reached = after.get(each.period.shift(1) if closing else each.period)
        if reached is None:
            continue
        if each.value <= 0 or reached < 0:
            zeros.append(each.period)
        elif math.isfinite(reached / each.value):
            ratios.append((each.period, reached / each.value))
    if not ratios:
        lack = (
            msg("{step} was never above zero, so there is no conversion.", step=start.name)
            if zeros
            else msg("No full period with both numbers yet.")
        )
    return Link(start, end, closing, tuple(ratios), tuple(zeros), lack)


def _lack(start: FlowStep, end: FlowStep, by_key: Mapping[str, Kpi]) -> Message | None:
    """Why the two cannot be divided, whatever their values."""
    for step in (start, end):
        if step.kpi is None:
            return msg("{step} has no KPI, so no conversion can be shown.", step=step.name)
        if not counts(step.kpi, by_key):
            return msg(
                "{step} is a share or an average and no number of something, so no conversion can "
                "be shown.",
                step=step.name,
            )
    if start.kpi is not None and end.kpi is not None and not same_kind(start.kpi, end.kpi):
        return msg(
            "{step} and {next} are counted in different units, so no conversion can be shown.",
            step=start.name,
            next=end.name,
        )
    return None


def _gains(links: Sequence[Link]) -> Ratios:
    first = links[0]
    each = [dict(link.ratios) for link in links]
    return tuple(
        (period, math.prod(ratios[period] for ratios in each))
        for period, _ in first.ratios
        if all(period in ratios for ratios in each)
    )
