"""Whether two names may mean the same column."""

from __future__ import annotations

from difflib import SequenceMatcher

from desktop.importing.tables.shape import lasting
from desktop.importing.values.words import word_set, words_of

_SPELLING = 0.8  # how alike two spellings of one word are
_LONG_ENOUGH = 5  # shorter words differ in meaning by a letter: inkl and exkl
_FILLERS = word_set("of the in by for i av på och and total totalt")


def alike(one: str, other: str) -> bool:
    """Whether one name is the other with words added, or spelled a little differently.

    ``Sales`` and ``Net sales`` are, ``Net sales`` and ``Gross sales`` are not.
    """
    first, second = _told(one), _told(other)
    if not first or not second:
        return False
    fewer, more = sorted((first, second), key=len)
    rest = list(more)
    for word in fewer:
        found = next((each for each in rest if _same_word(word, each)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def same_but_numbers(one: str, other: str) -> bool:
    """Whether two names differ only by a year, a month or another number."""
    pattern = lasting(one)
    return pattern == lasting(other) and bool(pattern.strip("# ")) and one != other


def _told(name: str) -> list[str]:
    words = words_of(name)
    return [word for word in words if word not in _FILLERS] or list(words)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return False
    if one in other or other in one:
        return True
    return SequenceMatcher(None, one, other).ratio() >= _SPELLING
