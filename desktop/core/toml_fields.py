"""The fields of one TOML table of ours, read one by one; a fault is a sentence that says where."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

Member = TypeVar("Member", bound=StrEnum)


class TableFault(ValueError):
    """A table that is not as it should be: which, and what is wrong with it."""


class Fields:
    """``place`` is what faults call the table; ask for every field and then :meth:`finish`."""

    def __init__(self, place: str, table: object) -> None:
        if not isinstance(table, Mapping):
            raise TableFault(f"{place} is missing.")
        self.place = place
        self._table: Mapping[str, Any] = table
        self._asked: set[str] = set()

    def part(self, key: str) -> Fields:
        """A table within this one."""
        return Fields(f"{self.place}.{key}", self._get(key))

    def text(self, key: str, otherwise: str | None = None) -> str:
        """A text without space around it; it must be there unless there is an ``otherwise``."""
        value = self._get(key)
        if value is None and otherwise is not None:
            return otherwise
        if value is None:
            raise TableFault(f"{self.place} has no {key}.")
        if not isinstance(value, str) or not value or value != value.strip():
            raise TableFault(f"{self.place}: {key} must be a text, without space around it.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not there."""
        values = self._get(key) or []
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            raise TableFault(f"{self.place}: {key} must be a list of texts.")
        return tuple(values)

    def flag(self, key: str) -> bool:
        """True or false; it must be there."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise TableFault(f"{self.place}: {key} must be true or false.")
        return value

    def count(self, key: str) -> int:
        """A whole number from 0; 0 when it is not there."""
        value = self._get(key)
        if value is None:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise TableFault(f"{self.place}: {key} must be a whole number, not below 0.")
        return value

    def choice(self, key: str, kind: type[Member], otherwise: Member | None = None) -> Member:
        """One of the words of ``kind``."""
        text = self.text(key, otherwise)
        known = [member.value for member in kind]
        if text not in known:
            raise TableFault(
                f"{self.place}: {key} is “{text}”; it must be one of {', '.join(known)}."
            )
        return kind(text)

    def has(self, key: str) -> bool:
        return key in self._table

    def finish(self) -> None:
        """Raise :class:`TableFault` for a field that nobody asked for, such as a misspelt one."""
        for key in self._table:
            if key not in self._asked:
                raise TableFault(f"{self.place}: there is no field called {key}.")

    def _get(self, key: str) -> Any:
        self._asked.add(key)
        return self._table.get(key)
