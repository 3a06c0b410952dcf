"""Which KPI a column is by its name: the company's own KPIs first, then the library's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import Message, msg
from desktop.core.stopping import watched
from desktop.core.unit import Unit, UnitKind
from desktop.importing.tables.recognition import Column
from desktop.importing.values.currencies import CODES, CROWN
from desktop.importing.values.words import normal, word_set, words_of

_NAME, _EARLIER, _LIBRARY, _WORDS, _QUOTED, _MENTIONED = 100, 90, 80, 70, 60, 40
_SURE = 60  # from here on it is chosen when nothing else scores the same
_SOURCE = 5  # what the same source as the file's own title adds

_FILLER = word_set(
    """
    antal antall anzahl number of the count total totalt totala totale totalen sum summa insgesamt
    gesamt i alt ialt kr sek dkk nok eur usd gbp st stk pcs styck värde value amount
    """
)
_WITHOUT_TAX = re.compile(
    r"[(\[,]?\s*\b(?:excl?|exkl|exklusive|excluding|ekskl|eks|uden|utan|ohne|sin)\b\.?\s*"
    r"(?:vat|moms|tax(?:es)?|mwst|iva|mva)\b[)\]]?",
    re.IGNORECASE,
)
_SUM_OF = re.compile(
    r"^(?:summa|sum|total|totalt|totala|totale|gesamt|samlet|samlede)\s+"
    r"|\s+(?:i alt|ialt|totalt|total|summa|insgesamt|gesamt)$"
)
_QUOTES = re.compile(r"[“”\"'‘’»«]([^“”\"'‘’»«]{2,60})[“”\"'‘’»«]")


@dataclass(frozen=True, slots=True)
class Match:
    """A KPI that a column may feed.  A match that is not ``sure`` is offered, never chosen."""

    kpi: Kpi
    score: int
    reason: Message
    sure: bool = True


@dataclass(slots=True)
class Matcher:
    """Finds KPIs by the names of columns; each column gets one KPI, and each KPI one column.

    ``earlier`` are the columns that fed a KPI in earlier files, by its id; ``source`` is what the
    file calls itself.
    """

    kpis: Sequence[Kpi]
    ready: Sequence[ReadyKpi]
    earlier: Mapping[int, frozenset[str]] = field(default_factory=dict)
    source: str = ""

    def own(self, columns: Sequence[Column]) -> dict[str, Match]:
        """The company's KPIs, by the names of the columns that they fit best."""
        pairs = [
            (match, column)
            for column in columns
            for kpi in self.kpis
            if not kpi.formula and not kpi.archived and units_agree(column.unit, kpi.unit)
            if (match := self._match(column, kpi)) is not None
        ]
        found: dict[str, Match] = {}
        for match, column in sorted(pairs, key=lambda pair: -pair[0].score):
            taken = {each.kpi.id for each in found.values()}
            if column.name in found or match.kpi.id in taken:
                continue
            rivals = [
                other
                for other, where in pairs
                if other.score == match.score
                and (where is column) is not (other.kpi.id == match.kpi.id)
            ]
            found[column.name] = _unsure(match, column, rivals[0]) if rivals else match
        return found

    def _match(self, column: Column, kpi: Kpi) -> Match | None:
        ready = next((each for each in self.ready if each.id == kpi.key), None)
        if column.ready:
            if column.ready != kpi.key:
                return None
            return Match(kpi, _NAME, msg("“{column}” is what {kpi} counts.", **_of(column, kpi)))
        name = normal(column.name)
        if not name:
            return None
        if name == normal(kpi.name):
            return self._made(kpi, _NAME, msg("It carries the name of the KPI."))
        if kpi.id is not None and name in self.earlier.get(kpi.id, ()):
            reason = msg("“{column}” has fed {kpi} before.", **_of(column, kpi))
            return self._made(kpi, _EARLIER, reason)
        rank = _rank(ready, _counted(column))
        if rank is not None:
            reason = msg("“{column}” is another name for {kpi}.", **_of(column, kpi))
            return self._made(kpi, _LIBRARY, reason, rank)
        if core_of(column.name) and core_of(column.name) == core_of(kpi.name):
            reason = msg("“{column}” says the same as {kpi}.", **_of(column, kpi))
            return self._made(kpi, _WORDS, reason)
        return self._by_text(column, kpi, name)

    def _by_text(self, column: Column, kpi: Kpi, name: str) -> Match | None:
        texts = (kpi.definition, kpi.source)
        if any(normal(quoted) == name for text in texts for quoted in _QUOTES.findall(text)):
            reason = msg("The definition of {kpi} names “{column}”.", **_of(column, kpi))
            return self._made(kpi, _QUOTED, reason)
        if len(name.split()) > 1 and any(f" {name} " in f" {normal(text)} " for text in texts):
            reason = msg("The definition of {kpi} speaks of “{column}”.", **_of(column, kpi))
            return Match(kpi, _MENTIONED, reason, sure=False)
        return None

    def _made(self, kpi: Kpi, score: int, reason: Message, rank: int = 0) -> Match:
        # A library's first name for a KPI goes before its tenth; no step reaches the next kind.
        score = score * 100 - min(rank, 99)
        if self.source and kpi.source and normal(kpi.source) == normal(self.source):
            score += _SOURCE * 100
        return Match(kpi, score, reason, sure=score >= _SURE * 100)

    def best_ready(self, columns: Sequence[Column]) -> dict[str, ReadyKpi]:
        """For each ready KPI the one column that carries its best name, if any does."""
        found: dict[str, ReadyKpi] = {}
        for ready in watched(self.ready, every=8):  # each is held against many columns
            unit = Unit(ready.unit)
            known = [column for column in columns if column.ready == ready.id]
            ranked = [
                (rank, place, column.name)
                for place, column in enumerate(columns)
                if units_agree(column.unit, unit) and not column.ready
                if (rank := _rank(ready, _counted(column))) is not None
            ]
            if known:
                found[known[0].name] = ready
            elif ranked:
                found.setdefault(min(ranked)[2], ready)
        return found


def _of(column: Column, kpi: Kpi) -> dict[str, str]:
    return {"column": column.name, "kpi": kpi.name}


def _unsure(match: Match, column: Column, rival: Match) -> Match:
    """A match that another one equals: the user chooses."""
    if rival.kpi.id == match.kpi.id:
        reason = msg("Another column fits {kpi} just as well.", kpi=match.kpi.name)
    else:
        reason = msg(
            "“{column}” may be {kpi} or {other}.",
            column=column.name,
            kpi=match.kpi.name,
            other=rival.kpi.name,
        )
    return Match(match.kpi, match.score, reason, sure=False)


def _counted(column: Column) -> str:
    """The normal name of a column; of a row that adds up others that of what it adds up."""
    name = normal(column.name)
    return (_SUM_OF.sub("", name) or name) if column.total else name


def _rank(ready: ReadyKpi | None, name: str) -> int | None:
    """Which of a ready KPI's names this is, counted from its best."""
    if ready is None:
        return None
    names = _names(ready.all_names())
    for written in (name, _untaxed(name), _without_currency(name)):
        if (rank := names.get(written)) is not None:
            return rank
    return None


@lru_cache(maxsize=4096)
def _untaxed(name: str) -> str:
    return normal(_WITHOUT_TAX.sub(" ", name))


def _without_currency(name: str) -> str:
    """A normal name without the currency at its end, which has been compared: ``spent sek``."""
    words = name.split()
    if len(words) > 1 and (words[-1].upper() in CODES or words[-1] == CROWN):
        return " ".join(words[:-1])
    return name


@lru_cache(maxsize=512)
def _names(names: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, name in enumerate(names):
        found.setdefault(normal(name), rank)
    return found


@lru_cache(maxsize=4096)
def core_of(name: str) -> tuple[str, ...]:
    """The words that make a name, in no order: not its unit, nor that it is a number of things."""
    words = words_of(_WITHOUT_TAX.sub(" ", name))
    return tuple(sorted({_singular(word) for word in words if word not in _FILLER}))


def _singular(word: str) -> str:
    """``clicks`` and ``click`` alike; the Nordic plurals are among the library's names."""
    ends_double = word.endswith(("ss", "us", "is"))
    return word[:-1] if len(word) > 4 and word.endswith("s") and not ends_double else word


def units_agree(theirs: Unit | None, ours: Unit) -> bool:
    """Whether a column of one unit can feed a KPI of another: percentages and durations only
    their like; a currency no counted thing.  A column without a unit may be anything else."""
    if theirs is None:
        return True
    strict = (UnitKind.PERCENT, UnitKind.DURATION)
    if theirs.kind in strict or ours.kind in strict:
        return theirs.kind is ours.kind
    if theirs.kind is UnitKind.CURRENCY:
        return ours.kind in (UnitKind.CURRENCY, UnitKind.NUMBER)
    return True
