"""OKR: an objective that inspires, two to five key results, and a score from 0.0 to 1.0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.smart_sentence import measure_words
from desktop.core.unit import Quantity

FEWEST, MOST = 2, 5  # key results of an objective
WELL_DONE = 0.7  # of an aspirational objective; a committed one is to be reached in full
_NOTHING = 1e-9  # what arithmetic loses of a score


class OkrRow(NamedTuple):
    """A key result with its KPI; ``None`` is something to be done."""

    key_result: KeyResult
    kpi: Kpi | None


def check_okr(goal: Goal, rows: Sequence[OkrRow]) -> tuple[Message, ...]:
    """What is missing, a sentence each; none when the objective is whole."""
    found = []
    if not goal.statement.strip():
        found.append(msg("Write the objective."))
    elif any(sign.isdigit() for sign in goal.statement):
        found.append(msg("An objective inspires in words; leave the numbers to the key results."))
    if not goal.why.strip():
        found.append(msg("Say why it matters."))
    if len(rows) < FEWEST:
        found.append(msg("Choose two to five numbers that show it."))
    elif len(rows) > MOST:
        found.append(
            nmsg(
                "There is {n} key result; more than five are hard to keep in sight.",
                "There are {n} key results; more than five are hard to keep in sight.",
                len(rows),
            )
        )
    for row in rows:
        found += _missing(row)
    return tuple(found)


def _missing(row: OkrRow) -> list[Message]:
    kpi, key_result = row.kpi, row.key_result
    if kpi is None or kpi.better is Better.BAND:
        return []
    found = []
    if key_result.target is None:
        found.append(msg("{kpi}: write the number to reach.", kpi=kpi.name))
    if key_result.baseline is None and key_result.comparison is Comparison.LEVEL:
        found.append(msg("{kpi}: write where it stands today.", kpi=kpi.name))
    return found


def score_figure(score: float) -> Quantity:
    """A score to the tenth; it is not rounded up to 0.7 or 1.0, which have to be reached."""
    shown = round(score, 1)
    if any(score + _NOTHING < mark <= shown for mark in (WELL_DONE, 1.0)):
        shown -= 0.1
    return Quantity(shown, decimals=1)


def score_words(score: float, *, aspirational: bool) -> Message:
    """A score with what it means.  ``score`` is the roll-up of the key results, 0.0 to 1.0."""
    shown = score_figure(score)
    if aspirational and score + _NOTHING >= WELL_DONE:
        return msg("Score {score} of 1.0. For an aspirational goal this is well done.", score=shown)
    if aspirational:
        return msg("Score {score} of 1.0. For an aspirational goal 0.7 is well done.", score=shown)
    return msg("Score {score} of 1.0. A committed goal is to reach 1.0.", score=shown)


def kpi_or_key_result() -> Message:
    """The difference, in one place for whoever meets it."""
    return msg(
        "A KPI is a lasting measure of how the business runs and stays year after year. A key "
        "result uses a KPI for a while: from where it is to where you want it."
    )


def measure_lines(rows: Sequence[OkrRow]) -> list[Message]:
    """Each key result in a line: its number as far as it is known, or what is to be done."""
    lines = []
    for row in rows:
        words = None if row.kpi is None else measure_words(row.kpi, row.key_result)
        name = row.key_result.title if row.kpi is None else row.kpi.name
        lines.append(words or msg("{name}", name=name))
    return lines
