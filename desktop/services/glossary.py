"""The glossary: every KPI and the company's own words, which are kept here."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.glossary import Entry, Word, entries, word_key
from desktop.core.message import msg
from desktop.services.workspace import Workspace
from desktop.store.glossary_table import WORDS
from desktop.store.tables import KPIS


def glossary(ws: Workspace) -> tuple[Entry, ...]:
    """Everything that has a meaning in the company, for the page and for paper; the caller puts
    it in the order of the reader's language."""
    return entries(KPIS.all(ws.connection), words(ws))


def words(ws: Workspace) -> list[Word]:
    """The company's own words, by name."""
    return WORDS.all(ws.connection)


def save_word(ws: Workspace, word: Word) -> Word:
    """The word with its ``id``.  Raises :class:`NotAllowed` for an empty name, and for one that
    another word or a KPI has: a word means one thing."""
    word = replace(word, name=" ".join(word.name.split()), definition=word.definition.strip())
    if not word.name:
        raise NotAllowed(msg("A word needs a name."))
    same = word_key(word.name)
    if any(same == word_key(other.name) for other in words(ws) if other.id != word.id):
        raise NotAllowed(msg("“{name}” is in the glossary already.", name=word.name))
    if any(same == word_key(kpi.name) for kpi in KPIS.all(ws.connection, "NOT archived")):
        raise NotAllowed(
            msg("“{name}” is a KPI; what it means stands in its definition.", name=word.name)
        )
    label = (
        msg("Add {name}", name=word.name)
        if word.id is None
        else msg("Change {name}", name=word.name)
    )
    with ws.action(label):
        return WORDS.save(ws.connection, word)


def word(ws: Workspace, word_id: int) -> Word:
    """Raises :class:`NotAllowed` when it is no longer there."""
    found = WORDS.get(ws.connection, word_id)
    if found is None:
        raise NotAllowed(msg("This word is no longer in the glossary."))
    return found


def delete_word(ws: Workspace, word_id: int) -> None:
    """Remove the word; nothing when it is gone already."""
    found = WORDS.get(ws.connection, word_id)
    if found is not None:
        with ws.action(msg("Delete {name}", name=found.name)):
            WORDS.delete(ws.connection, word_id)
