"""The words of the glossary; apart from the other tables, since the first page needs none."""

from __future__ import annotations

from desktop.core.glossary import Word
from desktop.store.table import Table

WORDS = Table("glossary_word", Word, {}, order="name COLLATE NOCASE, id")
