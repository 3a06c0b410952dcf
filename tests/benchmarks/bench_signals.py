"""Signals on pure noise beside theory: how many points pass from one false alarm to the next.

Theory: Champ and Woodall, "Exact results for Shewhart control charts with supplementary runs
rules", Technometrics 29 (1987), table 1, for limits that are known: 370.40 for rule 1 alone, 152.73
for rule 1 with eight in a row.  Rule 2 (three of four beyond halfway) is not in their table.

A company's limits are estimated, which makes more false alarms.  Their theory for rule 1: the mean
and the mean moving range as normal, with the variance of the latter by Cryer and Ryan, "The
estimation of sigma for an X chart", J. Quality Technology 22 (1990).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from statistics import NormalDist

from desktop.core.signals import Signal, behaviour

POINTS = 200_000
HISTORY, YEAR = 24, 12  # a company's months: those that make the limits, those that are judged
COMPANIES = 5000
GRID = 60  # steps of the sums that stand in for integrals
THEORY = {(1,): 370.40, (1, 3): 152.73}
MARGIN = 0.10  # how far from theory the simulation may be
UNSURE = 0.02  # and how far the share of companies, whose limits are not quite normal


def runs(signals: tuple[Signal, ...], rules: tuple[int, ...]) -> Iterator[int]:
    """Points up to each alarm; a pattern that began before the last alarm is none."""
    begun = 0
    for signal in signals:
        if signal.rule in rules and signal.first >= begun:
            yield signal.index - begun + 1
            begun = signal.index + 1


def first_eight(signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """A run that goes on after an alarm begins anew there, as theory counts."""
    renewed: list[Signal] = []
    for signal in signals:
        renewed.append(
            Signal(signal.index, signal.rule, signal.side, signal.index - 7)
            if signal.rule == 3
            else signal
        )
    return tuple(renewed)


def companies(chance: random.Random) -> tuple[float, float]:
    """The share of companies with a false alarm in a year, with limits of their own history: by
    rule 1, and by any."""
    outside, alarmed = 0, 0
    for _ in range(COMPANIES):
        noise = [chance.gauss(0, 1) for _ in range(HISTORY + YEAR)]
        found = behaviour(noise, baseline=HISTORY)
        new = [signal for signal in found.signals if signal.index >= HISTORY]
        outside += any(signal.rule == 1 for signal in new)
        alarmed += bool(new)
    return outside / COMPANIES, alarmed / COMPANIES


def outside_in_theory(history: int | None) -> float:
    """How likely a year has a point outside limits of so many points, or of limits known."""
    normal = NormalDist()
    if history is None:
        return 1 - (1 - 2 * normal.cdf(-3)) ** YEAR
    grid = [normal.inv_cdf((n + 0.5) / GRID) for n in range(GRID)]
    variance = (0.8264 * history - 1.082) / (history - 1) ** 2
    alarms = 0.0
    for apart in grid:
        centre = apart / history**0.5
        for wide in grid:
            limit = 3 * (1 + wide * variance**0.5)
            within = normal.cdf(centre + limit) - normal.cdf(centre - limit)
            alarms += 1 - within**YEAR
    return alarms / GRID**2


def run() -> bool:
    chance = random.Random(1)
    signals = first_eight(behaviour([chance.gauss(0, 1) for _ in range(POINTS)]).signals)
    holds = True
    print(f"{'Points between false alarms on noise':<44} {'ours':>9} {'theory':>9}")
    for rules in ((1,), (1, 3), (1, 2, 3)):
        lengths = list(runs(signals, rules))
        ours, theory = sum(lengths) / len(lengths), THEORY.get(rules)
        name = "rule " + ", ".join(str(rule) for rule in rules)
        print(f"{name:<44} {ours:9.1f} {f'{theory:9.1f}' if theory else '        -'}")
        holds &= theory is None or abs(ours / theory - 1) < MARGIN
    print(f"{'A false alarm in twelve months, limits of 24':<44} {'ours':>9} {'theory':>9}")
    outside, alarmed = companies(chance)
    theory = outside_in_theory(HISTORY)
    print(f"{'rule 1 (with limits known: ' + f'{outside_in_theory(None):.1%})':<44} ", end="")
    print(f"{outside:9.1%} {theory:9.1%}")
    print(f"{'rule 1, 2, 3':<44} {alarmed:9.1%} {'-':>9}", flush=True)
    return holds and abs(outside - theory) < UNSURE


if __name__ == "__main__":
    sys.exit(not run())
