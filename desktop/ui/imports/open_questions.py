"""Which questions of a file matter for the tables that are picked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.imports import ImportDraft, Question, Table


def can_pick(draft: ImportDraft, table: Table) -> bool:
    """Whether the table has periods, or can get one by an answer."""
    return table.period is not None or any(map(_dates_the_file, draft.recognition.questions))


def questions_for(draft: ImportDraft, picked: Iterable[int]) -> list[Question]:
    """The questions about these tables: the answered ones, which may be answered anew, and
    the open ones."""
    picked = set(picked)
    questions = (*draft.recognition.answered, *draft.recognition.questions)
    return [question for question in questions if _concerns(draft, question, picked)]


def all_answered(draft: ImportDraft, picked: Iterable[int]) -> bool:
    """Whether nothing is open about these tables, and each has its periods."""
    picked = list(picked)
    tables = [draft.recognition.tables[index] for index in picked]
    still_open = {question.id for question in draft.recognition.questions}
    return all(map(_is_dated, tables)) and not any(
        question.id in still_open for question in questions_for(draft, picked)
    )


def _dates_the_file(question: Question) -> bool:
    return question.kind == "period"


def _is_dated(table: Table) -> bool:
    return table.period is not None and table.period.first is not None


def _concerns(draft: ImportDraft, question: Question, picked: set[int]) -> bool:
    if _dates_the_file(question):
        axes = [draft.recognition.tables[index].period for index in picked]
        return any(axis is None or axis.reading.source == "file" for axis in axes)
    if question.id.startswith("renamed:"):
        return not picked.isdisjoint(draft.remembered)
    return not question.tables or not picked.isdisjoint(question.tables)
