"""One number as people write it, read by the rules of the reader's language."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.core.message import Message, msg

SPACES = " \u00a0\u2009\u202f"
_DECIMAL = {"sv": ",", "da": ",", "en": "."}
_THOUSANDS = {"sv": " ", "da": ".", "en": ","}

# Digits with any mark that some language groups or cuts them with; also ",5" and ".5".
LITERAL = rf"[.,]?\d(?:[\d.,{SPACES}]*\d)?"


def read_literal(text: str, language: str) -> Decimal | Message:
    """The number that ``text`` (of the form ``LITERAL``) is, or why it can not be told.

    The language's own format always counts as written.  Another format is read where it has
    only one meaning there: ``1.234,56`` in Swedish, ``12,5`` in English; ``1.234`` in Swedish
    has two and is refused.
    """
    plain = re.sub(f"[{SPACES}]", " ", text)
    marks = [c for c in plain if c in ".,"]
    if " " in plain:
        return _spaced(plain, marks)
    if len(set(marks)) == 2:
        whole, sign, fraction = plain.rpartition(marks[-1])
        if sign in whole or not _grouped(whole, marks[0]):
            return _odd_groups(text)
        return _number(whole, fraction)
    if len(marks) > 1:
        return _number(plain) if _grouped(plain, marks[0]) else _odd_groups(text)
    if not marks:
        return Decimal(plain)
    return _one_mark(plain, marks[0], language)


def _spaced(plain: str, marks: list[str]) -> Decimal | Message:
    """Spaces group thousands in every language; then a comma or a point is the decimal sign."""
    if len(marks) > 1:
        return _odd_groups(plain)
    whole, _, fraction = plain.partition(marks[0]) if marks else (plain, "", "")
    if " " in fraction or not _grouped(whole, " "):
        return _odd_groups(plain)
    return _number(whole, fraction)


def _one_mark(plain: str, mark: str, language: str) -> Decimal | Message:
    whole, _, fraction = plain.partition(mark)
    like_a_group = len(fraction) == 3 and re.fullmatch(r"[1-9]\d{0,2}", whole)
    if mark == _DECIMAL[language] or not like_a_group:
        return _number(whole, fraction)
    if mark == _THOUSANDS[language]:
        return _number(whole + fraction)
    sign = _DECIMAL[language]
    return msg(
        "“{typed}” can mean {large} or {small}. Write the one you mean.",
        typed=plain,
        large=f"{whole}\u00a0{fraction}",
        small=f"{whole}{sign}{fraction}",
    )


def _grouped(whole: str, mark: str) -> bool:
    first, *rest = whole.split(mark)
    return bool(rest) and 1 <= len(first) <= 3 and all(len(group) == 3 for group in rest)


def _number(whole: str, fraction: str = "") -> Decimal:
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits or '0'}.{fraction or '0'}")


def _odd_groups(text: str) -> Message:
    return msg("“{typed}” is not grouped as a number usually is.", typed=text)
