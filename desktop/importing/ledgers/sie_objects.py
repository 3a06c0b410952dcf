"""Period balances by object in a SIE file, for accounts whose own balances are not in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, MutableMapping
from decimal import Decimal

Month = tuple[int, int]
Balances = dict[str, Decimal]  # by account
Years = MutableMapping[int, dict[Month, Balances]]

_DIMENSION = re.compile(r"\{\s*\"?([^\s\"}]+)")


class ObjectParts:
    """The balances of objects beside those of whole accounts, ``into``."""

    def __init__(self, into: Years) -> None:
        self._into = into
        self._found: defaultdict[tuple[int, str], _Splits] = defaultdict(_splits)

    def add(self, year: int, month: Month, account: str, objects: str, amount: Decimal) -> None:
        """Note the balance of one object; ``objects`` is its list as the file has it."""
        match = _DIMENSION.match(objects)
        split = self._found[year, account][match[1] if match else ""]
        split[month] = split.get(month, Decimal()) + amount

    def settle(self) -> None:
        """Add the objects up where an account has no balance of its own in a year.

        Cost centres and projects split the same amounts in two ways: only the dimension that
        holds most of them is added up.
        """
        for (year, account), splits in self._found.items():
            months = self._into.setdefault(year, {})
            if any(account in amounts for amounts in months.values()):
                continue
            for month, amount in max(splits.values(), key=_size).items():
                months.setdefault(month, {})[account] = amount


_Splits = dict[str, dict[Month, Decimal]]


def _splits() -> defaultdict[str, dict[Month, Decimal]]:
    return defaultdict(dict)


def _size(split: Mapping[Month, Decimal]) -> Decimal:
    return sum(map(abs, split.values()), Decimal())
