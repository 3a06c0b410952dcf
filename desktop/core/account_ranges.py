"""Ranges of account numbers, as people write them: ``3000-3799, 3900``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.faults import NotAllowed
from desktop.core.message import msg

_PART = re.compile(r"(\d{3,8})(?:\s*[-–—]\s*(\d{3,8}))?")
_BETWEEN = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class AccountRange:
    """Accounts from ``first`` to ``last``, both included; texts of digits, equally long."""

    first: str
    last: str

    def __contains__(self, account: str) -> bool:
        return len(account) == len(self.first) and self.first <= account <= self.last

    def meets(self, other: AccountRange) -> str:
        """The first account that both hold; empty when there is none."""
        if len(self.first) != len(other.first):
            return ""
        first = max(self.first, other.first)
        return first if first <= min(self.last, other.last) else ""

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands among others: by the length of the numbers, then by the first."""
        return len(self.first), self.first

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}-{self.last}"


def read_ranges(text: str) -> tuple[AccountRange, ...]:
    """The ranges in a text, in order; none for an empty one.

    Raises :class:`NotAllowed` for what is no range, one that runs backwards, and ranges that
    overlap.
    """
    parts = [part.strip() for part in _BETWEEN.split(text)]
    ranges = sorted((_range(part) for part in parts if part), key=lambda each: each.place)
    for one, other in pairwise(ranges):
        if (shared := one.meets(other)) != "":
            raise NotAllowed(msg("{account} is there twice.", account=shared))
    return tuple(ranges)


def write_ranges(ranges: Iterable[AccountRange]) -> str:
    """The opposite of :func:`read_ranges`."""
    return ", ".join(map(str, ranges))


def joined(ranges: Iterable[AccountRange]) -> tuple[AccountRange, ...]:
    """The same accounts in as few ranges as possible, in order."""
    found: list[AccountRange] = []
    for each in sorted(ranges, key=lambda each: each.place):
        last = found[-1] if found else None
        if last and len(last.last) == len(each.first) and int(last.last) + 1 >= int(each.first):
            found[-1] = AccountRange(last.first, max(last.last, each.last))
        else:
            found.append(each)
    return tuple(found)


def _range(part: str) -> AccountRange:
    match = _PART.fullmatch(part)
    if match is None:
        raise NotAllowed(
            msg("“{part}” is no range of accounts. Write for example 3000-3799, 3900.", part=part)
        )
    first, last = match[1], match[2] or match[1]
    if len(first) != len(last):
        raise NotAllowed(msg("The two ends of {part} are not equally long.", part=part))
    if last < first:
        raise NotAllowed(msg("{part} runs backwards.", part=part))
    return AccountRange(first, last)
