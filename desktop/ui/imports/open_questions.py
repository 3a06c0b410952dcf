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
    return [q for q in questions if any(_concerns(q, table) for table in tables)]


def all_answered(draft: ImportDraft, picked: Iterable[int]) -> bool:
    """Whether nothing is open about these tables, and each has its periods."""
    picked = list(picked)
    tables = [draft.recognition.tables[index] for index in picked]
    dated = all(table.period is not None and table.period.first is not None for table in tables)
    still_open = {question.id for question in draft.recognition.questions}
    return dated and not any(q.id in still_open for q in questions_for(draft, picked))


def _of_whole_file(question: Question) -> bool:
    return question.id.startswith("period:")


def _concerns(question: Question, table: Table) -> bool:
    if _of_whole_file(question):
        axis = table.period
        return axis is None or (axis.column is None and not table.header)
    where = question.id.partition(":")[2]
    return table.column(where) is not None or where in (table.sheet, table.title)
