"""A link between two KPIs in words: its lag, and what the history says of it."""

from __future__ import annotations

from desktop.core.kpi import Kpi
from desktop.core.lead_lag import LagStrength, LeadLag, Sure, least_periods
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence
from desktop.core.period_words import periods_words
from desktop.core.unit import Quantity

STRONG = 0.5
FAIR = 0.3
"""Correlations from which a link is called strong, and fair (Cohen, *Statistical Power Analysis
for the Behavioral Sciences*, 1988: large and medium)."""


def lag_words(lag: int, cadence: Cadence) -> Message:
    """When the lagging one follows: “2 months later”."""
    if lag == 0:
        return _same(cadence)
    match cadence:
        case Cadence.DAY:
            return nmsg("{n} day later", "{n} days later", lag)
        case Cadence.WEEK:
            return nmsg("{n} week later", "{n} weeks later", lag)
        case Cadence.MONTH:
            return nmsg("{n} month later", "{n} months later", lag)
        case Cadence.QUARTER:
            return nmsg("{n} quarter later", "{n} quarters later", lag)
        case Cadence.YEAR:
            return nmsg("{n} year later", "{n} years later", lag)


def _same(cadence: Cadence) -> Message:
    match cadence:
        case Cadence.DAY:
            return msg("the same day")
        case Cadence.WEEK:
            return msg("the same week")
        case Cadence.MONTH:
            return msg("the same month")
        case Cadence.QUARTER:
            return msg("the same quarter")
        case Cadence.YEAR:
            return msg("the same year")


def strength_words(found: LagStrength) -> Message:
    """How strong, with the correlation."""
    number = Quantity(found.strength, decimals=2)
    if abs(found.strength) >= STRONG:
        return msg("strong ({number})", number=number)
    if abs(found.strength) >= FAIR:
        return msg("fair ({number})", number=number)
    return msg("weak ({number})", number=number)


def history_words(leading: Kpi, lagging: Kpi, test: LeadLag, cadence: Cadence) -> Message:
    """What the history says of a link, in one or two sentences."""
    told = test.told
    if test.sure is Sure.FLAT:
        return msg("One of the two hardly varies on its own, so their history cannot tell.")
    if told is None:
        need = least_periods(cadence) + (test.expected or 0)
        return msg(
            "Too little history: both have values in {known}, and it takes {need}.",
            known=periods_words(test.periods, cadence),
            need=periods_words(need, cadence),
        )
    said = _said(leading, lagging, told, cadence)
    over = periods_words(test.periods, cadence)
    match told.sure:
        case Sure.HARDLY_CHANCE:
            return msg(
                "{said} The link is {strength}, and with {over} of history hardly chance.",
                said=said,
                strength=strength_words(told),
                over=over,
            )
        case Sure.COULD_BE_CHANCE:
            return msg(
                "{said} The link is {strength}, but with {over} of history it could be chance.",
                said=said,
                strength=strength_words(told),
                over=over,
            )
        case _:
            return msg(
                "Nothing to see at {lag}: {over} of history show no trace of {leading} in "
                "{lagging}.",
                lag=lag_phrase(told.lag, cadence),
                over=over,
                leading=leading.name,
                lagging=lagging.name,
            )


def lag_phrase(lag: int, cadence: Cadence) -> Message:
    """The lag as a thing: “a lag of 2 months”."""
    if lag == 0:
        return msg("no lag")
    return msg("a lag of {periods}", periods=periods_words(lag, cadence))


def better_words(found: LagStrength, cadence: Cadence) -> Message:
    """The lag that the history shows where it is another than the expected one."""
    return msg(
        "The history shows the link at {lag}: {strength}, hardly chance.",
        lag=lag_phrase(found.lag, cadence),
        strength=strength_words(found),
    )


def arrow_words(lag: int | None, test: LeadLag, cadence: Cadence) -> Message:
    """Lag and strength in as few words as there is room for beside a map."""
    told = test.told
    if lag is None:
        return msg("No lag given yet")
    when = lag_words(lag, cadence)
    if test.sure is Sure.FLAT or told is None:
        return msg("{when} · too little history", when=when)
    match told.sure:
        case Sure.HARDLY_CHANCE:
            strength = strength_words(told)
            return msg("{when} · {strength}, hardly chance", when=when, strength=strength)
        case Sure.COULD_BE_CHANCE:
            strength = strength_words(told)
            return msg("{when} · {strength}, could be chance", when=when, strength=strength)
        case _:
            return msg("{when} · nothing to see", when=when)


def _said(leading: Kpi, lagging: Kpi, told: LagStrength, cadence: Cadence) -> Message:
    """What follows what; the surprises, not the trends and seasons that both may have."""
    when = lag_words(told.lag, cadence)
    if told.strength > 0:
        return msg(
            "A high value in {leading} tends to go with a high value in {lagging}, {when}.",
            leading=leading.name,
            lagging=lagging.name,
            when=when,
        )
    return msg(
        "A high value in {leading} tends to go with a low value in {lagging}, {when}.",
        leading=leading.name,
        lagging=lagging.name,
        when=when,
    )
