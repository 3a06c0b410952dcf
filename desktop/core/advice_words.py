"""Words to look out for: jargon with what people say instead, and names of flattering numbers."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from desktop.core.record import record


@record(frozen=True, slots=True)
class AdviceWords:
    """``jargon`` are pairs of an expression and the plain words for it; ``flattering`` are
    expressions in the names of KPIs.  An ending ``*`` stands for any end of the word."""

    jargon: tuple[tuple[str, str], ...] = ()
    flattering: tuple[str, ...] = ()


def read_words(path: Path, language: str) -> AdviceWords:
    """The words for a company that writes in ``language``, from our own TOML file.

    Names of KPIs come from exports in any language, so all flattering ones are looked for.
    """
    tables = tomllib.loads(path.read_text("utf-8"))
    flattering = [word for words in tables["flattering"].values() for word in words]
    return AdviceWords(
        tuple(tables["jargon"].get(language, {}).items()), tuple(dict.fromkeys(flattering))
    )


def jargon_in(text: str, words: AdviceWords) -> tuple[str, str] | None:
    """The first word of jargon in the text, as it stands there, and the plain words for it."""
    found = [
        (match.start(), match.group(), plain)
        for expression, plain in words.jargon
        if (match := _pattern(expression).search(text))
    ]
    return min(found)[1:] if found else None


def is_flattering(name: str, words: AdviceWords) -> bool:
    """Whether the KPI's name is one of those that grow without the business doing better."""
    return any(_pattern(expression).search(name) for expression in words.flattering)


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Whole words; one in capitals (an abbreviation) only in capitals."""
    stem = re.escape(expression.rstrip("*"))
    end = r"\w*" if expression.endswith("*") else ""
    flags = re.NOFLAG if stem.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){stem}{end}(?!\w)", flags)
