"""What has changed in a file since the last one of its kind, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg, nmsg
from desktop.importing.matching.memory import Memory, known_column
from desktop.importing.matching.rematch import Rematch
from desktop.importing.tables.recognition import Column, Role, Table
from desktop.importing.values.words import normal

_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence about a change.  A ``weighty`` one is about what is imported, so that nobody
    should import without having seen it; others are about columns that feed nothing."""

    message: Message
    weighty: bool = True


def changes_since(table: Table, memory: Memory, found: Rematch) -> tuple[Noted, ...]:
    """Everything that differs from what is remembered and that the preview does not show."""
    return tuple(_changes(table, memory, found))


def _changes(table: Table, memory: Memory, found: Rematch) -> Iterator[Noted]:
    for old, new in found.renamed:
        yield Noted(msg("“{old}” is called “{new}” in this file.", old=old, new=new))
    period = table.period.column if table.period is not None else None
    if memory.period and period and normal(period) != normal(memory.period):
        yield _other_dates(table, memory.period, period)
    yield from _texts(table, memory, found)
    yield from _columns(table, memory, found)


def _other_dates(table: Table, old: str, new: str) -> Noted:
    if any(normal(column.name) == normal(old) for column in table.columns):
        return Noted(
            msg("The dates are taken from “{new}”, last time from “{old}”.", old=old, new=new)
        )
    return Noted(
        msg("The dates stand in “{new}”, last time in “{old}”.", old=old, new=new), weighty=False
    )


def _texts(table: Table, memory: Memory, found: Rematch) -> Iterator[Noted]:
    """Texts that rules choose rows by and that are gone, and new ones beside them."""
    wanted: dict[str, list[str]] = {}
    for rule in found.mapping.rules:
        for name, text in rule.filters:
            wanted.setdefault(name, []).append(text)
    older = {new: old for old, new in found.renamed}
    for name, texts in wanted.items():
        column = table.column(name)
        if column is None or not column.values:
            continue
        there = {text.strip().casefold() for text in column.values}
        gone = [text for text in dict.fromkeys(texts) if text.strip().casefold() not in there]
        if gone:  # of many, some may well have no row in a short file
            message = msg("No row has {names} in “{column}”.", names=_names(gone), column=name)
            yield Noted(message, weighty=len(gone) == len(set(texts)))
        known = memory.known(older.get(name, name))
        rest = any(pair[0] == name for rule in found.mapping.rules for pair in rule.without)
        if known is not None and known.values and len(set(texts)) > 1 and not rest:
            before = {text.casefold() for text in (*known.values, *texts)}
            new = [text for text in column.values if text.casefold() not in before]
            if new:
                names = _names(new)
                yield Noted(
                    msg("New in “{column}”, and feeding no KPI: {names}.", column=name, names=names)
                )


def _columns(table: Table, memory: Memory, found: Rematch) -> Iterator[Noted]:
    if not memory.columns:
        return
    taken = {normal(new) for _, new in found.renamed}
    before = {normal(column.name) for column in memory.columns}
    new = [c.name for c in table.columns if _is_figure(c) and normal(c.name) not in before | taken]
    if new:
        yield Noted(
            msg("New in the file, and feeding no KPI: {names}.", names=_names(new)), weighty=False
        )
    used = {normal(name) for rule in memory.mapping.rules for name in rule.needed}
    now = {normal(column.name) for column in table.columns}
    gone = [
        column.name
        for column in memory.columns
        if column.role == Role.VALUE
        and column.year is None
        and normal(column.name) not in now | used
    ]
    if gone:
        yield Noted(
            msg("No longer in the file, and not missed: {names}.", names=_names(gone)),
            weighty=False,
        )


def _is_figure(column: Column) -> bool:
    return known_column(column).role == Role.VALUE and column.count > 0 and column.year is None


def _names(names: Sequence[str]) -> Message:
    """Some of many names, and how many more there are."""
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return msg("{names}", names=listed)
    return nmsg("{names} and {n} more", "{names} and {n} more", more, names=listed)
