"""The three sittings on paper: of a goal with what was answered, and blank for a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.goal_examples import GoalExamples, read_examples
from desktop.core.message import Message, Value, msg
from desktop.core.okr import OkrRow, measure_lines
from desktop.core.resources import resource
from desktop.core.sheet_sitting import PaperExample, SittingSheet
from desktop.core.sheet_sitting_questions import Known, PaperNumber, paper_questions
from desktop.core.sitting import Sitting, Way, short_goal
from desktop.core.sitting_questions import (
    ladder_rows,
    ladder_title,
    letter_rows,
    letter_title,
    objective_rows,
    objective_title,
)
from desktop.core.smart import Letter, SmartParts, check_letters
from desktop.core.smart_sentence import smart_sentence
from desktop.services.company import company, people
from desktop.services.goals import goal
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.sittings import (
    SittingDraft,
    guide_of,
    read_draft,
    smart_parts,
    time_is_chosen,
)
from desktop.services.workspace import Workspace

_LANGUAGES = ("sv", "da", "en")
_LETTER = {Sitting.SIGNS: Letter.MEASURABLE, Sitting.MEASURE: Letter.ATTAINABLE}


def blank_sittings(ws: Workspace) -> list[SittingSheet]:
    """A form for each sitting, with lines to write on and the guide's examples; the third asks
    for every letter."""
    return [
        SittingSheet(
            company=company(ws),
            today=ws.today(),
            sitting=sitting,
            questions=paper_questions(sitting, Known()),
            letters=check_letters(SmartParts()) if sitting is Sitting.MEASURE else (),
            examples=_examples(sitting, None),
        )
        for sitting in Sitting
    ]


def goal_sittings(ws: Workspace, goal_id: int) -> list[SittingSheet]:
    """All three sittings of a goal.  Raises :class:`NotAllowed` when it is not there."""
    return [sitting_sheet(ws, goal_id, sitting) for sitting in Sitting]


def sitting_sheet(ws: Workspace, goal_id: int, sitting: Sitting) -> SittingSheet:
    """A sitting of a goal with what has been answered so far, and the goal as it stands.  Raises
    :class:`NotAllowed` when it is not there."""
    draft = read_draft(ws, goal_id)
    rows = {row.kpi.id: row for row in kpi_rows(ws, archived=True)}
    owner = next((each.name for each in people(ws) if each.id == draft.goal.owner_id), "")
    chosen = time_is_chosen(ws, draft)
    parts = smart_parts(draft, {key: row.kpi for key, row in rows.items()}.get, time_chosen=chosen)
    okr = draft.way is Way.OKR
    return SittingSheet(
        company=company(ws),
        today=ws.today(),
        sitting=sitting,
        questions=paper_questions(sitting, _known(ws, draft, rows, owner, time_chosen=chosen)),
        goal_id=goal_id,
        statement=draft.goal.statement,
        owner=owner,
        sentence=None if okr else smart_sentence(parts),
        letters=() if okr else check_letters(parts),
        so_far=_so_far(draft, rows) if okr else (),
        next_on=guide_of(ws, goal_id).next_on,
        examples=_examples(sitting, draft.way),
    )


def _known(
    ws: Workspace,
    draft: SittingDraft,
    rows: Mapping[int | None, KpiRow],
    owner: str,
    *,
    time_chosen: bool,
) -> Known:
    own = draft.goal
    parent = "" if own.parent_id is None else goal(ws, own.parent_id).statement
    return Known(
        way=draft.way,
        what=short_goal(own.statement, draft.answers),
        statement=own.statement,
        why=own.why,
        owner=owner,
        parent=parent,
        aspirational=own.aspirational,
        start=own.start if time_chosen else None,
        deadline=own.deadline,
        time_chosen=time_chosen,
        answers=draft.answers,
        numbers=_numbers(draft, rows),
    )


def _numbers(draft: SittingDraft, rows: Mapping[int | None, KpiRow]) -> tuple[PaperNumber, ...]:
    found = []
    for each in draft.key_results:
        row = rows.get(each.kpi_id) if each.kpi_id is not None else None
        if row is not None:
            definition, source = draft.told.get(row.kpi.id or 0, ("", ""))
            found.append(PaperNumber(row.kpi, each, definition, source, row.latest))
    return tuple(found)


def _so_far(
    draft: SittingDraft, rows: Mapping[int | None, KpiRow]
) -> tuple[tuple[Message, Value], ...]:
    """What an objective has besides its words."""
    own = draft.goal
    known: list[tuple[Message, Value]] = [(msg("Why"), own.why)] if own.why else []
    results = [
        OkrRow(each, None if each.kpi_id is None else rows[each.kpi_id].kpi)
        for each in draft.key_results
    ]
    known += [(msg("Key result"), line) for line in measure_lines(results)]
    if own.deadline is not None:
        known.append((msg("Until"), own.deadline))
    return tuple(known)


def _examples(sitting: Sitting, way: Way | None) -> dict[str, tuple[PaperExample, ...]]:
    """The examples of a way, by language; those of both ways on a blank form."""
    path = resource("goal_examples", "examples.toml")
    return {
        language: _of_language(read_examples(path, language), sitting, way)
        for language in _LANGUAGES
    }


def _of_language(
    examples: GoalExamples, sitting: Sitting, way: Way | None
) -> tuple[PaperExample, ...]:
    letter = _LETTER.get(sitting)
    found = []
    if way is not Way.OKR and letter is None:
        found.append(PaperExample(ladder_title(), ladder_rows(examples.smart[0])))
    elif way is not Way.OKR and letter is not None:
        found.append(PaperExample(letter_title(), letter_rows(examples.smart, letter)))
    if way is not Way.SMART and sitting is not Sitting.MEASURE:
        found.append(PaperExample(objective_title(), objective_rows(examples.okr[0])))
    return tuple(found)
