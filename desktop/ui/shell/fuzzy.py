"""How well a few typed letters fit a title."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Lower case without accents, so that ``o`` finds ``Ö``; ``ø`` and ``æ`` as o and ae."""
    folded = text.casefold().replace("\u00f8", "o").replace("\u00e6", "ae")
    parts = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def fit(typed: str, title: str) -> float | None:
    """0 for no letters, higher for a better fit, ``None`` when the letters are not there in order.

    Whole words and starts of words weigh more than letters here and there, and short titles more
    than long ones.
    """
    letters, where = plain(typed).split(), plain(title)
    total = 0.0
    for word in letters:
        score = _word(word, where)
        if score is None:
            return None
        total += score
    return total - len(where) / 1000


def _word(word: str, where: str) -> float | None:
    at = where.find(word)
    if at == 0:
        return 4.0
    if at > 0:
        return 3.0 if not where[at - 1].isalnum() or f" {word}" in where else 2.0
    place, gaps = -1, 0
    for letter in word:
        found = where.find(letter, place + 1)
        if found < 0:
            return None
        gaps += found - place - 1
        place = found
    return 1.0 / (1 + gaps)
