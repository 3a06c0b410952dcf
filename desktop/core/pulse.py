"""The pulse of the people who carried a goal, over its check-ins, with how many have answered."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from desktop.core.check_in import CheckIn
from desktop.core.message import Message, msg, nmsg
from desktop.core.unit import Quantity, Unit

_ENOUGH = 3  # answers; a mean of fewer says more of the day than of the goal


def pulse_summary(check_ins: Iterable[CheckIn]) -> tuple[Message, ...]:
    """A sentence each on autonomy, competence and relatedness (Self-Determination Theory) where
    anybody has answered, always with the number of answers; of fewer than three no mean."""
    said = tuple(check_ins)
    return tuple(
        _sentence(title, answers)
        for title, answers in (
            (msg("Autonomy"), [each.autonomy for each in said]),
            (msg("Competence"), [each.competence for each in said]),
            (msg("Relatedness"), [each.relatedness for each in said]),
        )
        if any(answer is not None for answer in answers)
    )


def _sentence(title: Message, answers: list[int | None]) -> Message:
    known = [answer for answer in answers if answer is not None]
    if len(known) < _ENOUGH:
        return nmsg(
            "{title}: {n} answer, too few for a mean.",
            "{title}: {n} answers, too few for a mean.",
            len(known),
            title=title,
        )
    return nmsg(
        "{title}: {mean} of 5 on average ({n} answer, {least} to {most}).",
        "{title}: {mean} of 5 on average ({n} answers, {least} to {most}).",
        len(known),
        title=title,
        mean=Quantity(fmean(known), Unit(), 1),
        least=min(known),
        most=max(known),
    )
