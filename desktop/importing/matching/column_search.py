"""Looks for a remembered column among those of a file that may have changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.core.unit import UnitKind
from desktop.importing.figures.mapping import Rule
from desktop.importing.matching.memory import KnownColumn, Memory, in_order, known_column
from desktop.importing.matching.name_likeness import alike, same_but_numbers
from desktop.importing.tables.recognition import Layout, Role, Table
from desktop.importing.values.words import normal

_NAMESAKE = re.compile(r".* \(\d+\)")
_LETTERS = re.compile(r"[A-Z]{1,2}")  # what a column without a name is called by
_SHIFTED = 3  # columns that a sheet may be empty at its left


class ColumnSearch:
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
        self._unchanged = self._names(self._then) == self._names(self._now)
        self._unnamed = self._unnamed_columns()
        self._weak = self._weak_names()

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
            if self._unchanged:
                return name
            return name if not self._is_weak(name) or self._stands_still(name) else None
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
            if _base(new.name) != _base(name) and name not in self._unnamed:
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
        return name in self._weak

    def _weak_names(self) -> set[str]:
        names = {column.name for column in (*self._now, *self._then)}
        numbered = {name for name in names if _NAMESAKE.fullmatch(name)}
        return numbered | names & {_base(name) for name in numbered} | self._unnamed

    def _unnamed_columns(self) -> set[str]:
        """Letters of columns without a name, which move when others do."""
        if self._table.layout is Layout.WIDE:
            return set()
        return {
            column.name
            for columns in (self._now, self._then)
            for place, column in enumerate(columns)
            if _LETTERS.fullmatch(column.name)
            and 0 <= _number_of(column.name) - 1 - place <= _SHIFTED
        }

    @staticmethod
    def _names(columns: Sequence[KnownColumn]) -> list[str]:
        return [column.name for column in columns]

    def _stands_alike(self, old: str, new: str) -> bool:
        """Whether a column has the same neighbours as one had, as far as they still are there."""
        if not self._then:
            return old == new
        now = {normal(column.name) for column in self._now}
        before = self._neighbours(self._then, old, now)
        after = self._neighbours(self._now, new, self._known)
        return before is not None and before == after and before != ("", "")

    def _stands_still(self, name: str) -> bool:
        """Whether a column has the same neighbours, and as many columns between them and itself."""
        if not self._then:
            return True
        now = {normal(column.name) for column in self._now}
        then = self._between(self._then, name, now)
        return self._stands_alike(name, name) and then == self._between(
            self._now, name, self._known
        )

    def _between(self, columns: Sequence[KnownColumn], name: str, known: set[str]) -> list[str]:
        """The names from one neighbour that says who it is to the other."""
        names = self._names(columns)
        if name not in names:
            return []
        start = end = names.index(name)
        while start > 0 and not self._is_proper(names[start - 1], known):
            start -= 1
        while end < len(names) - 1 and not self._is_proper(names[end + 1], known):
            end += 1
        return names[start : end + 1]

    def _is_proper(self, name: str, known: set[str]) -> bool:
        return normal(name) in known and not self._is_weak(name)

    def _neighbours(
        self, columns: Sequence[KnownColumn], name: str, known: set[str]
    ) -> tuple[str, str] | None:
        """The nearest names before and after that are ``known`` and say who they are."""
        names = self._names(columns)
        if name not in names:
            return None
        place = names.index(name)
        proper = [normal(each) if self._is_proper(each, known) else "" for each in names]
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


def _number_of(letters: str) -> int:
    """The number of the column that spreadsheets call by these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _share(old: KnownColumn, new: KnownColumn) -> float:
    """How many of the texts of two label columns are the same."""
    one, other = set(old.values), set(new.values)
    return len(one & other) / len(one | other) if one and other else 0.0
