"""The company's words: what each means, the same to everyone; for screen, paper and copying."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from desktop.core.kpi import Kpi
from desktop.core.kpi_words import formula_in_words, unit_in_words
from desktop.core.message import Message, msg
from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the company's own that is not a KPI: "customer", "lead", "active"."""

    id: int | None = None
    name: str
    definition: str = ""


def word_key(name: str) -> str:
    """What two ways of writing one word have in common: neither capitals nor spaces tell them
    apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word of the glossary: a KPI or one of the company's own, of which one id is set."""

    name: str
    definition: str
    formula: str = ""  # with the names of the KPIs
    unit: Message | str = ""
    source: str = ""  # the system, and where in it
    kpi_id: int | None = None
    word_id: int | None = None

    @property
    def facts(self) -> tuple[Message, ...]:
        """What stands below the definition."""
        said = []
        if self.formula:
            said.append(msg("Formula: {formula}", formula=self.formula))
        if self.unit:
            said.append(msg("Unit: {unit}", unit=self.unit))
        if self.source:
            said.append(msg("Source: {source}", source=self.source))
        return tuple(said)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every one of the words, in lower case, is somewhere in the entry."""
        text = " ".join((self.name, self.definition, self.formula, self.source)).casefold()
        return all(word in text for word in words)


def entries(kpis: Sequence[Kpi], words: Sequence[Word]) -> tuple[Entry, ...]:
    """Every KPI and every own word, in no order that a reader's language would know."""
    names = {kpi.key: kpi.name for kpi in kpis}
    of_kpis = (
        Entry(
            name=kpi.name,
            definition=kpi.definition,
            formula=formula_in_words(kpi.formula, names),
            unit=unit_in_words(kpi.unit),
            source=", ".join(part for part in (kpi.source, kpi.source_place) if part),
            kpi_id=kpi.id,
        )
        for kpi in kpis
        if not kpi.archived
    )
    own = (Entry(name=word.name, definition=word.definition, word_id=word.id) for word in words)
    return (*of_kpis, *own)
