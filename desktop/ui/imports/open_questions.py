"""Which questions of a file matter for the tables that are picked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft, Question, Table


def can_pick(draft: ImportDraft, table: Table) -> bool:
    """Whether the table has periods, or can get one by an answer."""
    questions = (*draft.recognition.questions, *draft.recognition.answered)
    return table.period is not None or any(_of_whole_file(question) for question in questions)


def questions_for(draft: ImportDraft, picked: Iterable[int]) -> list[Question]:
    """The questions about these tables: the answered ones, which may be answered anew, and
    the open ones."""
    tables = [draft.recognition.tables[index] for index in picked]
    questions = (*draft.recognition.answered, *draft.recognition.questions)
    concern = [q for q in questions if any(_concerns(draft, q, table) for table in tables)]
    if concern or all(map(_is_dated, tables)):
        return concern
    return list(questions)  # one of them will date the table


def all_answered(draft: ImportDraft, picked: Iterable[int]) -> bool:
    """Whether nothing is open about these tables, and each has its periods."""
    picked = list(picked)
    tables = [draft.recognition.tables[index] for index in picked]
    still_open = {question.id for question in draft.recognition.questions}
    return all(map(_is_dated, tables)) and not any(
        question.id in still_open for question in questions_for(draft, picked)
    )


def _of_whole_file(question: Question) -> bool:
    return question.id.startswith("period:")


def _is_dated(table: Table) -> bool:
    return table.period is not None and table.period.first is not None


def _is_remembered(draft: ImportDraft, table: Table) -> bool:
    return any(draft.recognition.tables[index] is table for index in draft.remembered)


def _concerns(draft: ImportDraft, question: Question, table: Table) -> bool:
    axis = table.period
    if _of_whole_file(question):
        return axis is None or (axis.column is None and not table.header)
    if question.id.startswith("renamed:"):
        return _is_remembered(draft, table)
    where = question.id.partition(":")[2]
    if where == draft.file_name:
        return axis is not None and axis.column is None
    return table.column(where) is not None or where in (table.sheet, table.title)
