"""What is remembered of earlier files, applied to the tables of a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.importing.figures.mapping import Rule
from desktop.importing.matching.memory import Memory, key_of, memory_of, with_rules
from desktop.importing.matching.noted import Noted, changes_since
from desktop.importing.matching.recall import Recalled, is_surely, recall
from desktop.importing.matching.rematch import Rematch, is_given_up, rematch
from desktop.importing.matching.suggest import Known, Origin, Suggestion, suggest
from desktop.importing.tables.recognition import Question, Recognition, Table
from desktop.importing.values.words import normal
from desktop.services.kpis import kpis
from desktop.services.workspace import Workspace
from desktop.store.import_records import (
    ImportRecord,
    read_imports,
    read_mappings,
    remember_mapping,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """The tables of a file in the light of what is remembered.

    ``suggestions`` are by table, and ``remembered`` the tables of a known kind, of which ``sure``
    are those beyond doubt.  ``noted`` is what has changed since the last file of the kind.
    """

    suggestions: tuple[tuple[Suggestion, ...], ...]
    remembered: frozenset[int]
    sure: frozenset[int]
    noted: tuple[Noted, ...]
    questions: tuple[Question, ...]
    answered: tuple[Question, ...]


def recalled(ws: Workspace, found: Recognition, file_name: str) -> tuple[Recalled | None, ...]:
    """The memory of each table, if there is one."""
    return recall(found.tables, list(_memories(ws)), file_name)


def remembered_answers(memories: Sequence[Recalled | None]) -> dict[str, str]:
    """The answers that files of these kinds were given before."""
    return {
        question: answer
        for each in memories
        if each is not None
        for question, answer in each.memory.mapping.answers.items()
    }


def understand(
    ws: Workspace,
    found: Recognition,
    memories: Sequence[Recalled | None],
    answers: Mapping[str, str],
    known: Known,
) -> Understood:
    """Suggestions for each table, remembered rules first, with all that has changed."""
    suggestions: list[tuple[Suggestion, ...]] = []
    noted: list[Noted] = []
    questions: list[Question] = []
    answered: list[Question] = []
    remembered = [index for index, each in enumerate(memories) if each is not None]
    for table, each in zip(found.tables, memories, strict=True):
        if each is None:
            suggestions.append(_offered(suggest(table, known), known_file=bool(remembered)))
            continue
        memory, gone = _with_living_kpis(ws, each.memory, known.kpis)
        where = table.title or table.sheet if len(remembered) > 1 else ""
        match = rematch(table, memory, answers, where=where)
        made = _suggested(table, known, memory, match, sure=each.sure)
        suggestions.append(made)
        noted += gone
        noted += changes_since(table, memory, match)
        noted += _losses(made, memory, known.kpis)
        questions += match.questions
        answered += match.answered
    return Understood(
        tuple(suggestions),
        frozenset(remembered),
        frozenset(
            i
            for i in remembered
            if (each := memories[i]) is not None and is_surely(found.tables[i], each.memory)
        ),
        tuple(noted),
        tuple(questions),
        tuple(answered),
    )


def remember(
    ws: Workspace,
    found: Recognition,
    answers: Mapping[str, str],
    rules: Mapping[int, Sequence[Rule]],
    file_name: str,
) -> int | None:
    """Keep the rules of each table for files of its kind; the id of the first table's.

    A rule that was remembered and could not be used this time, since its column is missing, is
    kept for the next file: an export may lack a column once.
    """
    lasting = {question.id for question in found.answered if question.lasting}
    kept = {question: answer for question, answer in answers.items() if question in lasting}
    memories = recalled(ws, found, file_name)
    ids: list[int] = []
    for index, used in sorted(rules.items()):
        table = found.tables[index]
        each = memories[index]
        waiting = _waiting(table, each.memory, used, answers) if each is not None else []
        memory = memory_of(table, [*used, *waiting], kept, file_name)
        name = table.title or table.sheet or file_name
        key = key_of(memory, list(_memories(ws)))
        ids.append(remember_mapping(ws.connection, key, name, memory.to_json()))
    return ids[0] if ids else None


def earlier_columns(ws: Workspace) -> dict[int, frozenset[str]]:
    """The columns that alone fed each KPI in earlier files, by its id, as reduced names."""
    found: dict[int, set[str]] = {}
    for memory in _memories(ws):
        for rule in memory.mapping.rules:
            if rule.kpi_id is not None and len(rule.needed) == 1:
                found.setdefault(rule.kpi_id, set()).add(normal(rule.column))
    return {kpi_id: frozenset(names) for kpi_id, names in found.items()}


def latest_import(ws: Workspace, memories: Sequence[Recalled | None]) -> ImportRecord | None:
    """The latest import of a file of one of these kinds, if it has not been reverted."""
    shapes = {each.memory.mapping.shape for each in memories if each is not None}
    ids = {each.id for each in read_mappings(ws.connection) if each.shape in shapes}
    made = read_imports(ws.connection)
    return next((r for r in made if r.mapping_id in ids and r.reverted_at is None), None)


def _memories(ws: Workspace) -> Iterator[Memory]:
    """All that is remembered, the latest first; what cannot be read is left aside."""
    for stored in read_mappings(ws.connection):
        try:
            yield Memory.from_json(stored.shape, stored.rules)
        except (ValueError, KeyError, TypeError):
            continue


def _with_living_kpis(
    ws: Workspace, memory: Memory, living: Sequence[Kpi]
) -> tuple[Memory, list[Noted]]:
    """The memory without the rules of KPIs that have been deleted or archived since."""
    ids = {kpi.id for kpi in living}
    rules = [rule for rule in memory.mapping.rules if rule.kpi_id in ids]
    if len(rules) == len(memory.mapping.rules):
        return memory, []
    archived = {kpi.id: kpi.name for kpi in kpis(ws, archived=True)}
    noted = [
        Noted(
            msg("“{column}” feeds nothing: {kpi} is archived.", column=rule.column, kpi=kpi)
            if (kpi := archived.get(rule.kpi_id))
            else msg("“{column}” feeds nothing: its KPI has been deleted.", column=rule.column),
            weighty=False,
        )
        for rule in memory.mapping.rules
        if rule.kpi_id not in ids
    ]
    return with_rules(memory, rules), noted


def _offered(found: Sequence[Suggestion], *, known_file: bool) -> tuple[Suggestion, ...]:
    """Suggestions for a table that is not remembered: in a file of a known kind it was left out
    before, though its columns may carry the names of the KPIs that another table feeds."""
    return tuple(replace(each, chosen=each.chosen and not known_file) for each in found)


def _suggested(
    table: Table, known: Known, memory: Memory, match: Rematch, *, sure: bool
) -> tuple[Suggestion, ...]:
    """Suggestions with the remembered rules off that cannot be relied on."""
    found = suggest(table, known, match.mapping if memory.mapping.rules else None)
    contested = msg("It is like more than one table imported before. Choose what it feeds.")
    return tuple(
        replace(each, chosen=False, problem=problem) if problem is not None else each
        for each in found
        for problem in (_problem(each, match, None if sure else contested),)
    )


def _problem(each: Suggestion, match: Rematch, contested: Message | None) -> Message | None:
    if each.origin is not Origin.REMEMBERED:
        return None
    lost = [match.lost[name] for name in each.rule.needed if name in match.lost]
    return lost[0] if lost else each.problem or contested


def _losses(made: Sequence[Suggestion], memory: Memory, living: Sequence[Kpi]) -> Iterator[Noted]:
    """Which KPIs get nothing from this file although the one before fed them, and why."""
    names = {kpi.id: kpi.name for kpi in living}
    for each in made:
        if each.origin is Origin.REMEMBERED and each.problem is not None:
            kpi = names.get(each.rule.kpi_id, "")
            message = msg("{kpi} gets nothing: {why}", kpi=kpi, why=each.problem)
            yield Noted(message, weighty=_fed_before(each.rule, memory))


def _fed_before(rule: Rule, memory: Memory) -> bool:
    """Whether the last file of the kind had the columns; one that lacked them was seen already."""
    return not memory.columns or all(memory.known(name) for name in rule.needed)


def _waiting(
    table: Table, memory: Memory, used: Sequence[Rule], answers: Mapping[str, str]
) -> list[Rule]:
    """Remembered rules whose columns this file lacks, for KPIs that nothing else feeds now."""
    match = rematch(table, memory, answers, where="")
    fed = {rule.kpi_id for rule in used}
    return [
        rule
        for rule in match.mapping.rules
        if rule.kpi_id not in fed
        and any(name in match.lost for name in rule.needed)
        and not any(is_given_up(name, answers) for name in rule.needed)
    ]
