"""Searching the library of ready KPIs, in any language and however words are spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.core.kpi_library import ReadyKpi

_WORDS = re.compile(r"\w+")
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "ß": "ss"})
_PAIRS = (("ae", "a"), ("oe", "o"), ("aa", "a"))


def search(library: Iterable[ReadyKpi], text: str) -> list[ReadyKpi]:
    """The ready KPIs in which every word of ``text`` is, the best first; those that are equally
    good, and all of them when there is no word, keep their order.

    Best is a whole name, then a whole synonym, then the beginning of a name, of words in a name,
    of words in a synonym, the inside of them, and last the definition or the source.
    """
    words = folded(text).split()
    ranked = [(rank, ready) for ready in library if (rank := _rank(ready, words)) is not None]
    return [ready for _, ready in sorted(ranked, key=lambda pair: pair[0])]


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The words of a text as anybody may type them: ``Försäljning`` and ``forsaljning``,
    ``Omsætning`` and ``omsaetning`` are alike, and capitals and signs count for nothing."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return " ".join(_WORDS.findall(plain))


def _rank(ready: ReadyKpi, words: Sequence[str]) -> int | None:
    """How far from the best a ready KPI is; ``None`` when a word is nowhere in it."""
    phrase = " ".join(words)
    names = [folded(name) for name in ready.names.values()]
    synonyms = [folded(name) for name in ready.all_names()]
    every_name = " ".join(synonyms)
    texts = (ready.definitions, ready.sources, ready.places)
    every_text = " ".join((every_name, *(folded(t) for each in texts for t in each.values())))
    tests = (
        phrase in names,
        phrase in synonyms,
        any(name.startswith(phrase) for name in names),
        any(_begins(name, words) for name in names),
        any(_begins(name, words) for name in synonyms),
        all(word in every_name for word in words),
        all(word in every_text for word in words),
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


def _begins(name: str, words: Sequence[str]) -> bool:
    """Whether each of the words is the beginning of a word of the name."""
    return all(f" {word}" in f" {name}" for word in words)
