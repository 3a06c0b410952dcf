"""What the file knows of a quarter or fiscal year: the start of its review."""

from __future__ import annotations

from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.core.report_words import plan_words, value_words
from desktop.services.report import report
from desktop.services.workspace import Workspace


def period_basis(ws: Workspace, period: Period) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """What was meant to happen in a period (the goals that ran) and what did (their numbers, what
    changed for real, what was reached and tried)."""
    told = report(ws, period)
    goals = dict.fromkeys(figure.goal for figure in told.figures if figure.goal)
    meant = tuple(msg("The goal: {goal}", goal=goal) for goal in goals)
    numbers = tuple(
        msg("{title}: {value}", title=figure.title, value=plan_words(figure) or value_words(figure))
        for figure in told.figures
    )
    return meant, (*numbers, *told.changed, *told.reached, *told.tried)
