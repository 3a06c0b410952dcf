"""Finds the columns of a remembered mapping again in a file that has changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace

from desktop.core.message import Message, msg
from desktop.importing.figures.mapping import Mapping
from desktop.importing.matching.column_search import ColumnSearch
from desktop.importing.matching.memory import Memory
from desktop.importing.tables.recognition import Question, Table
from desktop.importing.values.words import normal

LEFT_OUT = "-"  # the answer that a column is not there any more
_RENAMED, _IN = "renamed:", " / "  # in the ids of questions: renamed:Sheet1 / Sales


@dataclass(frozen=True, slots=True)
class Rematch:
    """What became of the remembered rules.

    ``mapping`` has the names of this file wherever a column was found again; ``renamed`` are the
    old and new names of those called otherwise.  ``lost`` are the old names that are not there, or
    not surely, with what to say; rules that lean on them cannot be used.
    """

    mapping: Mapping
    renamed: tuple[tuple[str, str], ...] = ()
    lost: AnyMapping[str, Message] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()


def rematch(table: Table, memory: Memory, answers: AnyMapping[str, str], *, where: str) -> Rematch:
    """Find each column that the remembered rules lean on.

    A name that is spelled the same in the same sense is taken at once.  A column that has another
    name is taken, and told, when one alone has a like name, is of the same kind and stands in
    the same place; where any of that is missing it is asked about.  ``where`` names the table, so
    that the questions' ids are unique in the file; ``answers`` settle them.
    """
    search = ColumnSearch(table, memory)
    rules = tuple(search.with_years(rule) for rule in memory.mapping.rules)
    wanted = dict.fromkeys(name for rule in rules for name in rule.needed)
    names: dict[str, str] = {}
    lost: dict[str, Message] = {}
    questions: list[Question] = []
    answered: list[Question] = []
    for name in wanted:
        same = search.same(name)
        if same is not None:
            names[name] = same
            continue
        sure, likely = search.candidates(name, set(names.values()) | set(wanted))
        if sure is not None:
            names[name] = sure
        elif likely:
            question = _question(name, likely, where)
            answer = answers.get(question.id)
            if answer in likely:
                names[name] = answer
                answered.append(question)
            elif answer == LEFT_OUT:
                lost[name] = _gone(name)
                answered.append(question)
            else:
                lost[name] = msg("It is not sure which column is “{column}” now.", column=name)
                questions.append(question)
        else:
            lost[name] = _gone(name)
    return Rematch(
        replace(
            memory.mapping, shape=table.shape, rules=tuple(r.renamed(_by(names)) for r in rules)
        ),
        tuple((old, new) for old, new in names.items() if normal(old) != normal(new)),
        lost,
        tuple(questions),
        tuple(answered),
    )


def _by(names: AnyMapping[str, str]) -> Callable[[str], str]:
    def again(name: str) -> str:
        return names.get(name, name)

    return again


def _gone(name: str) -> Message:
    return msg("The file has no column “{column}”.", column=name)


def is_given_up(name: str, answers: AnyMapping[str, str]) -> bool:
    """Whether somebody has answered, of any table, that the column is not there any more."""
    left_out = (
        question.removeprefix(_RENAMED)
        for question, answer in answers.items()
        if answer == LEFT_OUT and question.startswith(_RENAMED)
    )
    return any(column == name or column.endswith(_IN + name) for column in left_out)


def _question(name: str, likely: Sequence[str], where: str) -> Question:
    options = tuple((each, msg("“{column}”", column=each)) for each in likely)
    return Question(
        f"{_RENAMED}{where}{_IN}{name}" if where else f"{_RENAMED}{name}",
        msg("“{column}” is not in this file. Which column is it now?", column=name),
        (*options, (LEFT_OUT, msg("None of them: leave it out"))),
        lasting=False,
    )
