"""Finds the columns of a remembered mapping again in a file that has changed since."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace

from desktop.core.message import Message, msg
from desktop.core.unit import UnitKind
from desktop.importing.mapping import Mapping, Rule
from desktop.importing.memory import KnownColumn, Memory, in_order, known_column
from desktop.importing.name_likeness import alike, same_but_numbers
from desktop.importing.recognition import Question, Role, Table
from desktop.importing.words import normal

LEFT_OUT = "-"  # the answer that a column is not there any more
_WEAK = re.compile(r".* \(\d+\)|[A-Z]{1,2}")  # namesakes by number, and columns without a name


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
    the same place; where any of that is missing it is asked about.  ``where`` makes the questions'
    ids unique in the file; ``answers`` settle them.
    """
    search = _Search(table, memory)
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


def _question(name: str, likely: Sequence[str], where: str) -> Question:
    options = tuple((each, msg("“{column}”", column=each)) for each in likely)
    return Question(
        f"renamed:{where}{name}",
        msg("“{column}” is not in this file. Which column is it now?", column=name),
        (*options, (LEFT_OUT, msg("None of them: leave it out"))),
        lasting=False,
    )


class _Search:
    """The columns as they were and as they are, left to right."""

    def __init__(self, table: Table, memory: Memory) -> None:
        self._table = table
        self._memory = memory
        self._now = [known_column(column) for column in in_order(table)]
        self._then = list(memory.columns)
        self._spelled: dict[str, list[str]] = {}
        for column in self._now:
            self._spelled.setdefault(normal(column.name), []).append(column.name)
        self._known = {normal(column.name) for column in self._then}

    def with_years(self, rule: Rule) -> Rule:
        """The rule over all the years of a table by month, where it took all years before."""
        known = [self._memory.known(name) for name in rule.columns]
        years = [column.name for column in self._now if column.year is not None]
        if (
            not years
            or rule.less
            or rule.over
            or any(column is None or column.year is None for column in known)
        ):
            return rule
        return replace(rule, column=years[0], more=tuple(years[1:]))

    def same(self, name: str) -> str | None:
        """The column of that name; of namesakes, only the one that stands beside the same."""
        if self._table.column(name) is not None:
            return name if not self._is_weak(name) or self._stands_alike(name, name) else None
        spelled = self._spelled.get(normal(name), [])
        return spelled[0] if len(spelled) == 1 and not self._is_weak(name) else None

    def candidates(self, name: str, taken: set[str]) -> tuple[str | None, list[str]]:
        """The column that it surely is, and those that it may be."""
        old = self._memory.known(name)
        free = [each for each in self._now if self._may_be(old, name, each, taken)]
        numbered = [each.name for each in free if same_but_numbers(name, each.name)]
        if len(numbered) == 1:
            return numbered[0], numbered
        like = [each for each in free if alike(name, each.name)]
        placed = [each for each in free if self._stands_alike(name, each.name)]
        labels = [each for each in free if old is not None and _share(old, each) > 0.5]
        likely = list({each.name: None for each in (*like, *labels, *placed)})
        agreeing = [each.name for each in like if each in placed or each in labels]
        if len(like or likely) == 1 and agreeing and not self._is_weak(name):
            return agreeing[0], likely
        return None, likely

    def _may_be(
        self, old: KnownColumn | None, name: str, new: KnownColumn, taken: set[str]
    ) -> bool:
        """Whether a column is new in the file, and of the same kind."""
        if self._is_weak(name):
            if _base(new.name) != _base(name) and not _is_unnamed(name):
                return False
        elif new.name in taken or normal(new.name) in self._known:
            return False
        if new.role == Role.PERIOD:
            return False
        if old is None:
            return new.role == Role.VALUE
        if Role.LABEL in (old.role, new.role) and old.role != new.role:
            return False
        return old.type == new.type and _same_unit(old.unit, new.unit)

    def _is_weak(self, name: str) -> bool:
        """Whether a name says only the how-manieth it is."""
        if _WEAK.fullmatch(name):
            return True
        return any(
            _base(each.name) == name and each.name != name for each in (*self._now, *self._then)
        )

    def _stands_alike(self, old: str, new: str) -> bool:
        """Whether a column has the same neighbours as one had, as far as they still are there."""
        if not self._then:
            return old == new
        now = {normal(column.name) for column in self._now}
        before = _neighbours([column.name for column in self._then], old, now)
        after = _neighbours([column.name for column in self._now], new, self._known)
        return before == after and before != ("", "")


def _neighbours(names: Sequence[str], name: str, known: set[str]) -> tuple[str, str]:
    """The nearest names before and after that are ``known`` and say who they are."""
    if name not in names:
        return ("?", "?")
    place = names.index(name)
    proper = [
        normal(each) if normal(each) in known and not _WEAK.fullmatch(each) else ""
        for each in names
    ]
    before = next((each for each in reversed(proper[:place]) if each), "")
    after = next((each for each in proper[place + 1 :] if each), "")
    return before, after


def _same_unit(old: str, new: str) -> bool:
    """Whether both may count the same thing: a unit may be told only once, but not for a share."""
    if old and new:
        return old == new
    return UnitKind.PERCENT not in (old or new).split(":")


def _base(name: str) -> str:
    return re.sub(r" \(\d+\)$", "", name)


def _is_unnamed(name: str) -> bool:
    return re.fullmatch(r"[A-Z]{1,2}", name) is not None


def _share(old: KnownColumn, new: KnownColumn) -> float:
    """How many of the texts of two label columns are the same."""
    one, other = set(old.values), set(new.values)
    return len(one & other) / len(one | other) if one and other else 0.0
