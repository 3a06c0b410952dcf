"""Signals on pure noise beside theory: how many points pass from one false alarm to the next.

Theory: Champ and Woodall, "Exact results for Shewhart control charts with supplementary runs
rules", Technometrics 29 (1987), table 1, for limits that are known: 370.40 for rule 1 alone, 152.73
for rule 1 with eight in a row.  Rule 2 (three of four beyond halfway) is not in their table.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from desktop.core.signals import Signal, behaviour

POINTS = 200_000
HISTORY, YEAR = 24, 12  # a company's months: those that make the limits, those that are judged
COMPANIES = 2000
THEORY = {(1,): 370.40, (1, 3): 152.73}
MARGIN = 0.10  # how far from theory the simulation may be


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


def companies(chance: random.Random) -> float:
    """The share of companies with a false alarm in a year, with limits of their own history."""
    alarmed = 0
    for _ in range(COMPANIES):
        noise = [chance.gauss(0, 1) for _ in range(HISTORY + YEAR)]
        found = behaviour(noise, baseline=HISTORY)
        alarmed += any(signal.index >= HISTORY for signal in found.signals)
    return alarmed / COMPANIES


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
    share = companies(chance)
    print(f"{'a false alarm in twelve months, limits of 24':<44} {share:9.1%}", flush=True)
    return holds


if __name__ == "__main__":
    sys.exit(not run())
