"""The card of a KPI: who, why, what, how, and what it has taught; for screen, paper and copying."""

from __future__ import annotations

from desktop.core.kpi import Kpi
from desktop.core.kpi_words import (
    add_up_in_words,
    better_in_words,
    formula_in_words,
    unit_in_words,
)
from desktop.core.message import Message, Value, msg
from desktop.core.names import name
from desktop.core.record import record


@record(frozen=True, slots=True)
class CardRow:
    """A fact.  ``missing`` says that ``value`` only tells that nobody has written it yet."""

    label: Message
    value: Value
    missing: bool = False


@record(frozen=True, slots=True)
class CardSection:
    """One question about the KPI and what is known."""

    title: Message
    rows: tuple[CardRow, ...]


@record(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the card tells that is not in the KPI itself; names, as they are shown."""

    owner: str = ""
    capacity_owner: str = ""
    parent: str = ""
    goals: tuple[str, ...] = ()  # those that use it and still run
    past_goals: tuple[str, ...] = ()
    used_in: tuple[str, ...] = ()  # the KPIs whose formulas name it
    parts: tuple[str, ...] = ()  # the KPIs that lie below it
    names: dict[str, str]  # of the KPIs, by key


def kpi_card(kpi: Kpi, around: Surroundings) -> tuple[CardSection, ...]:
    """Who, why, what, how, conclusions; what nobody has written is asked for where it matters."""
    concluded = CardSection(msg("Conclusions"), tuple(_conclusions(kpi)))
    return (*kpi_facts(kpi, around), concluded)


def kpi_facts(kpi: Kpi, around: Surroundings) -> tuple[CardSection, ...]:
    """Who, why, what and how; paper has room of its own for the conclusions."""
    return (
        CardSection(msg("Who"), tuple(_who(kpi, around))),
        CardSection(msg("Why"), tuple(_why(around))),
        CardSection(msg("What"), tuple(_what(kpi, around))),
        CardSection(msg("How"), tuple(_how(kpi))),
    )


def _who(kpi: Kpi, around: Surroundings) -> list[CardRow]:
    rows = [
        _asked(msg("Owner"), around.owner, msg("Nobody yet")),
        _asked(msg("For whom"), kpi.audience, msg("Not written yet")),
    ]
    if kpi.capacity is not None:
        most = kpi.quantity(kpi.capacity)
        whose = around.capacity_owner
        value = msg("{capacity}, {owner}", capacity=most, owner=whose) if whose else most
        rows.append(CardRow(msg("Capacity"), value))
    return rows


def _why(around: Surroundings) -> list[CardRow]:
    rows = [_asked(msg("Goals"), _list(around.goals), msg("No goal uses it now"))]
    for label, value in (
        (msg("Earlier goals"), _list(around.past_goals)),
        (msg("Part of"), around.parent),
        (msg("Used by"), _list(around.used_in)),
        (msg("Its parts"), _list(around.parts)),
    ):
        rows += _known(label, value)
    return rows


def _what(kpi: Kpi, around: Surroundings) -> list[CardRow]:
    rows = [_asked(msg("Definition"), kpi.definition, msg("Not written yet"))]
    if kpi.formula:
        rows.append(CardRow(msg("Formula"), formula_in_words(kpi.formula, around.names)))
    return [
        *rows,
        CardRow(msg("Unit"), unit_in_words(kpi.unit)),
        CardRow(msg("Better"), better_in_words(kpi)),
        CardRow(msg("How often"), name(kpi.cadence)),
        CardRow(msg("Adds up by"), add_up_in_words(kpi)),
    ]


def _how(kpi: Kpi) -> list[CardRow]:
    rows = []
    if kpi.formula and not kpi.source:
        rows.append(CardRow(msg("Source"), msg("Worked out from its parts")))
    else:
        rows.append(_asked(msg("Source"), kpi.source, msg("Not written yet")))
    rows += _known(msg("Where in it"), kpi.source_place)
    rows.append(CardRow(msg("Kind"), msg("Leading") if kpi.leading else msg("Lagging")))
    if kpi.phase is not None:
        rows.append(CardRow(msg("Phase"), name(kpi.phase)))
    if kpi.perspective is not None:
        rows.append(CardRow(msg("Perspective"), name(kpi.perspective)))
    return rows


def conclusions(kpi: Kpi) -> tuple[tuple[Message, str], ...]:
    """What the KPI has taught, by what to do about it; empty where nobody has written yet."""
    return (
        (msg("Stop doing"), kpi.conclude_stop),
        (msg("Start doing"), kpi.conclude_start),
        (msg("Keep doing"), kpi.conclude_continue),
        (msg("Do more of"), kpi.conclude_more),
        (msg("Do less of"), kpi.conclude_less),
    )


def _conclusions(kpi: Kpi) -> list[CardRow]:
    rows = [row for label, text in conclusions(kpi) for row in _known(label, text)]
    return rows or [CardRow(msg("What it has taught us"), msg("Nothing written yet"), missing=True)]


def _asked(label: Message, value: str, otherwise: Message) -> CardRow:
    return CardRow(label, value) if value else CardRow(label, otherwise, missing=True)


def _known(label: Message, value: str) -> list[CardRow]:
    return [CardRow(label, value)] if value else []


def _list(names: tuple[str, ...]) -> str:
    return "; ".join(names)
