"""The printed glossary, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.glossary import Entry


@dataclass(frozen=True, slots=True)
class GlossarySheet:
    """Every word with its meaning; the painter puts them in the order of the reader's language,
    on as many pages as they take."""

    company: Company
    today: date
    entries: tuple[Entry, ...]
