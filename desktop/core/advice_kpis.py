"""Advice on what KPIs mean: each defined, one word with one meaning, none that only flatters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from desktop.core.advice import Advice, AdviceKind, Part, Place, facts
from desktop.core.advice_situation import Situation
from desktop.core.advice_words import is_flattering
from desktop.core.kpi import Kpi
from desktop.core.message import msg

_WORD = re.compile(r"\w+")


def undefined_kpis(situation: Situation) -> Iterator[Advice]:
    """KPIs that do not say what is counted, those that goals use first."""
    used = {kpi.id for kpi in _used(situation)}
    for kpi in sorted(situation.followed, key=lambda kpi: kpi.id not in used):
        if kpi.definition.strip() or kpi.id is None:
            continue
        yield Advice(
            kind=AdviceKind.NO_DEFINITION,
            subject=f"kpi {kpi.id}",
            message=msg("{kpi} does not say what is counted.", kpi=kpi.name),
            why=msg(
                "Write exactly what is counted and what is not: otherwise two people mean two "
                "numbers by it."
            ),
            place=Place("kpis", kpi.id, Part.DEFINITION),
            facts=kpi.name,
            kpi_ids=(kpi.id,),
        )


def two_meanings(situation: Situation) -> Iterator[Advice]:
    """KPIs called by the same words that count different things; one without a definition says
    nothing different."""
    groups: dict[tuple[str, ...], list[Kpi]] = {}
    for kpi in situation.followed:
        if _words(kpi.definition):
            groups.setdefault(tuple(sorted(_words(kpi.name))), []).append(kpi)
    for words, namesakes in groups.items():
        meanings = {_words(kpi.definition): kpi for kpi in reversed(namesakes)}
        if not words or len(meanings) < 2:
            continue
        one, other = list(reversed(meanings.values()))[:2]
        ids = tuple(kpi.id for kpi in namesakes if kpi.id is not None)
        yield Advice(
            kind=AdviceKind.TWO_MEANINGS,
            subject=f"words {' '.join(words)}",
            message=msg(
                "Two KPIs are called {kpi} and count different things: “{one}” and “{other}”.",
                kpi=one.name,
                one=_short(one.definition),
                other=_short(other.definition),
            ),
            why=msg(
                "One word, one meaning: give one of them another name, or both the same definition."
            ),
            place=Place("kpis", other.id, Part.DEFINITION),
            facts=facts(*sorted(" ".join(meaning) for meaning in meanings)),
            kpi_ids=ids,
        )


def vanity_kpis(situation: Situation) -> Iterator[Advice]:
    """Flattering KPIs that neither a goal uses nor a KPI that a goal uses is made of."""
    if not situation.active:
        return
    used = {kpi.id for kpi in _used(situation)}
    for kpi in situation.followed:
        if kpi.id is None or kpi.id in used or not is_flattering(kpi.name, situation.words):
            continue
        yield Advice(
            kind=AdviceKind.VANITY,
            subject=f"kpi {kpi.id}",
            message=msg("{kpi} can look good, but no goal uses it.", kpi=kpi.name),
            why=msg(
                "Such a number can grow without the business doing better. Let a goal use it, or "
                "archive it and keep the set small."
            ),
            place=Place("kpis", kpi.id, Part.ARCHIVE),
            facts=kpi.name,
            kpi_ids=(kpi.id,),
        )


def _used(situation: Situation) -> tuple[Kpi, ...]:
    """The KPIs of goals that are worked on, with all that they are made of."""
    direct = {kpi.id: kpi for goal in situation.written for _, kpi in situation.numbers(goal)}
    return situation.feeding(tuple(direct.values()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _short(definition: str) -> str:
    line = " ".join(definition.split()).rstrip(".")
    return line if len(line) <= 80 else f"{line[:80].rsplit(' ', 1)[0]} …"
