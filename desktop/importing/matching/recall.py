"""Which remembered mapping belongs to which table of a new file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from desktop.importing.matching.memory import Memory, title_of
from desktop.importing.matching.name_likeness import alike
from desktop.importing.tables.recognition import Layout, Table
from desktop.importing.tables.shape import lasting_file, taken_apart
from desktop.importing.values.words import normal

_LIKE_ENOUGH = 0.6  # of the names, for a mapping to be offered to a changed file
_SAME_FILE = 0.3  # what the same file name, but for dates and numbers, adds to that
_SAME_TITLE = 0.1
_SAME_PLACE = 0.05  # the second of its like in the file, now as then
_SURELY = 0.8
_RENAMED = 0.8  # what a name counts that is there again in other words
_FAMILIAR = 0.4  # of the names have to be the same before others are held against each other
_FEW_NAMES = 12


@dataclass(frozen=True, slots=True)
class Recalled:
    """A memory for a table.  ``sure`` is false where another table of the file, or another
    memory, has the same right to it."""

    memory: Memory
    sure: bool = True


def recall(
    tables: Sequence[Table], memories: Sequence[Memory], file_name: str
) -> tuple[Recalled | None, ...]:
    """For each table the memory most like it, if any is like enough.

    A memory serves one table, or several that differ only by their numbers and months: the
    sheets of several years.  ``memories`` come with the one used last first.
    """
    scores = {
        (t, m): likeness(table, memory, file_name)
        for t, table in enumerate(tables)
        for m, memory in enumerate(memories)
    }
    found: dict[int, Recalled] = {}
    used: dict[int, list[int]] = {}
    for (t, m), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < _LIKE_ENOUGH or t in found or not _free(tables, t, used.get(m, [])):
            continue
        found[t] = Recalled(memories[m], sure=not _contested(tables, memories, scores, t, m))
        used.setdefault(m, []).append(t)
    return tuple(found.get(t) for t in range(len(tables)))


def likeness(table: Table, memory: Memory, file_name: str) -> float:
    """How much a table has in common with one that is remembered: up to 1, and beyond for the
    same file name, title and place in the file, which tell sources with the same columns apart.

    A renamed or added column costs a little.
    """
    shared = _shared(table, memory, _likeness_of_names)
    if not shared:
        return 0.0
    if _wordy(memory.file) and _wordy(memory.file) == _wordy(_pattern(file_name)):
        shared += _SAME_FILE
    if memory.title and memory.title == title_of(table):
        shared += _SAME_TITLE
    if table.shape == _shape(memory):
        shared += _SAME_PLACE
    return shared


def _shared(
    table: Table, memory: Memory, share: Callable[[frozenset[str], frozenset[str]], float]
) -> float:
    """The share of names that both have."""
    if table.shape == _shape(memory):
        return 1.0
    one, other = taken_apart(table.shape), taken_apart(_shape(memory))
    if one.kind != other.kind:
        return 0.0
    if table.layout is Layout.WIDE:
        return _share_of_rows(table, memory)
    return share(one.names, other.names)


def _likeness_of_names(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of names that both have, some of them in other words."""
    share = _jaccard(one, other)
    gone, new = sorted(one - other), sorted(other - one)
    if share < _FAMILIAR or max(len(gone), len(new)) > _FEW_NAMES:
        return share
    renamed = 0
    for name in gone:
        again = next((each for each in new if alike(name, each)), None)
        if again is not None:
            new.remove(again)
            renamed += 1
    return (len(one & other) + _RENAMED * renamed) / (len(one | other) - renamed)


def _shape(memory: Memory) -> str:
    """The shape of its table, without what tells two sources apart."""
    return memory.mapping.shape.partition("~")[0]


def _pattern(file_name: str) -> str:
    return lasting_file(PurePath(file_name).stem)


def _wordy(pattern: str) -> str:
    """A file name without its numbers: ``orders (2)`` is ``orders`` downloaded once more."""
    return " ".join(word for word in pattern.split() if word.strip("#"))


def is_surely(table: Table, memory: Memory) -> bool:
    """Whether the table is of the remembered kind beyond doubt, so that one may speak of it
    unasked."""
    return _shared(table, memory, _jaccard) >= _SURELY


def _share_of_rows(table: Table, memory: Memory) -> float:
    """Of a wide table: how many of its remembered rows are there again."""
    wanted = {normal(name) for rule in memory.mapping.rules for name in rule.columns}
    before = {normal(column.name) for column in memory.columns} or wanted
    now = {normal(column.name) for column in table.columns}
    if not wanted:
        return 0.0
    return max(_jaccard(before, now), len(wanted & now) / len(wanted) * 0.7)


def _jaccard(one: frozenset[str] | set[str], other: frozenset[str] | set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _free(tables: Sequence[Table], wanted: int, holders: Sequence[int]) -> bool:
    """Whether a memory may serve one more table: only one that differs by its number."""
    title = title_of(tables[wanted])
    return all(
        title_of(tables[t]) == title
        and taken_apart(tables[t].shape).names == taken_apart(tables[wanted].shape).names
        for t in holders
    )


def _contested(
    tables: Sequence[Table],
    memories: Sequence[Memory],
    scores: dict[tuple[int, int], float],
    t: int,
    m: int,
) -> bool:
    """Whether a table or a memory of another title fits just as well, and this one's title does
    not decide it."""
    if memories[m].title and memories[m].title == title_of(tables[t]):
        return False
    rivals = [
        other
        for (other, same), score in scores.items()
        if same == m
        and other != t
        and score >= scores[t, m]
        and title_of(tables[other]) != title_of(tables[t])
    ]
    others = [
        other
        for (same, other), score in scores.items()
        if same == t
        and other != m
        and score >= scores[t, m]
        and _tells_apart(memories[other], memories[m])
    ]
    return bool(rivals or others)


def _tells_apart(one: Memory, other: Memory) -> bool:
    """Whether two memories are of different sources."""
    kpis, others = ({rule.kpi_id for rule in each.mapping.rules} for each in (one, other))
    return one.title != other.title or (one.file != other.file and not kpis & others)
