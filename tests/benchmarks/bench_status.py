"""Status by forecast beside linear pace rules, over simulated years whose outcome is known.

A company has three years of months behind it; its year's target is set beforehand, near what the
year would bring without noise.
After each of the first eleven months every rule gives a status.  A false alarm is a month that is
not shown on track in a year that will be met, a missed failure one that is shown on track in a
year that will not.  Nobody knows the season: it must be estimated from those three years.

The Brier score is the mean squared distance between the probability said and what came.  A pace
rule says none, so it gets the best that can be made of it in hindsight: each of its three statuses
stands for the share of years that were met after it.
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.core.assessment import Status
from desktop.core.forecast import forecast
from desktop.core.status_rule import likely_status

YEARS = 80  # of each kind at each noise level
NOISE = (0.10, 0.15, 0.20, 0.25, 0.30)
KINDS = ("seasonal", "trending", "noisy", "drifting")
PACE = {"pace 0.95/0.75": (0.95, 0.75), "pace 0.90/0.70": (0.90, 0.70)}
OURS = "forecast 0.70/0.30"
MONTHS, HISTORY = 12, 36


@dataclass
class Tally:
    """What one rule said, month by month: status, probability, whether the year was met."""

    said: list[tuple[Status, float | None, bool]] = field(default_factory=list)

    def share(self, *, met: bool, on_track: bool) -> float:
        months = [status for status, _, outcome in self.said if outcome is met]
        return sum((status is Status.ON_TRACK) is on_track for status in months) / len(months)

    @property
    def false_alarms(self) -> float:
        return self.share(met=True, on_track=False)

    @property
    def missed_failures(self) -> float:
        return self.share(met=False, on_track=True)

    @property
    def brier(self) -> float:
        of_status = defaultdict(list)
        for status, _, met in self.said:
            of_status[status].append(met)
        hindsight = {status: sum(mets) / len(mets) for status, mets in of_status.items()}
        return sum(
            ((hindsight[status] if said is None else said) - met) ** 2
            for status, said, met in self.said
        ) / len(self.said)


def company(kind: str, noise: float, chance: random.Random) -> tuple[list[float], float]:
    """Three years of months and the one to be judged; and what that one brings without noise, as
    far as it can be known when it begins."""
    swing = 0.0 if kind == "noisy" else 0.35
    season = [math.exp(chance.gauss(0, swing)) for _ in range(MONTHS)]
    growth = chance.uniform(-0.01, 0.02) if kind == "trending" else 0.0
    drift = 0.03 if kind == "drifting" else 0.0
    level, values, expected = 100.0, [], 0.0
    for month in range(HISTORY + MONTHS):
        if month == HISTORY:
            expected = level * sum(
                usual * (1 + growth) ** (n + 1) for n, usual in enumerate(season)
            )
        level *= (1 + growth) * math.exp(chance.gauss(0, drift))
        values.append(level * season[month % MONTHS] * math.exp(chance.gauss(0, noise)))
    return values, expected


def judge(values: Sequence[float], target: float, tallies: dict[str, Tally]) -> None:
    """What each rule says after each month of the last year."""
    met = math.fsum(values[HISTORY:]) >= target
    for month in range(1, MONTHS):
        known = values[: HISTORY + month]
        total = math.fsum(known[HISTORY:])
        ahead = forecast(known, season=MONTHS, horizon=MONTHS - month)
        probability = ahead.probability(target - total, total=True)
        tallies[OURS].said.append((likely_status(probability), probability, met))
        pace = total / (target * month / MONTHS)
        for name, (good, poor) in PACE.items():
            status = Status.AT_RISK if pace >= poor else Status.OFF_TRACK
            tallies[name].said.append((Status.ON_TRACK if pace >= good else status, None, met))


def simulate(noise: float, kind: str) -> dict[str, Tally]:
    """The target is what the year would bring, give or take 5 %."""
    chance = random.Random(f"{kind} {noise}")
    tallies = {name: Tally() for name in (OURS, *PACE)}
    for _ in range(YEARS):
        values, expected = company(kind, noise, chance)
        judge(values, expected * math.exp(chance.gauss(0, 0.05)), tallies)
    return tallies


def run() -> bool:
    """Whether ours has the lower sum of both faults, and the lower Brier score, everywhere."""
    holds = True
    for noise in NOISE:
        whole = {name: Tally() for name in (OURS, *PACE)}
        for kind in KINDS:
            tallies = simulate(noise, kind)
            for name, tally in tallies.items():
                whole[name].said += tally.said
            holds &= tell(f"{kind}, noise {noise:.0%}", tallies)
        holds &= tell(f"all, noise {noise:.0%}", whole)
    return holds


def tell(title: str, tallies: dict[str, Tally]) -> bool:
    others = [tally for name, tally in tallies.items() if name != OURS]
    ours = tallies[OURS]
    faults = ours.false_alarms + ours.missed_failures
    holds = all(
        faults < tally.false_alarms + tally.missed_failures and ours.brier < tally.brier
        for tally in others
    )
    for name, tally in tallies.items():
        print(
            f"{title:<24} {name:<19} {tally.false_alarms:9.1%} {tally.missed_failures:9.1%}"
            f" {tally.false_alarms + tally.missed_failures:9.1%} {tally.brier:7.3f}"
            f"{'  WORSE THAN PACE' if name == OURS and not holds else ''}"
        )
    return holds


if __name__ == "__main__":
    print(f"{'Status':<44} {'alarms':>9} {'missed':>9} {'sum':>9} {'Brier':>7}")
    sys.exit(not run())
