"""The company that owns the file, and its people."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.record import record


class Paper(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


@record(frozen=True, slots=True, kw_only=True)
class Company:
    """One file holds one company.  ``year_start`` is the fiscal year's first month, 1-12."""

    name: str
    language: str = "en"  # sv, da or en: the company's language, used on paper
    currency: str = "SEK"  # ISO 4217
    year_start: int = 1
    paper: Paper = Paper.A4


@record(frozen=True, slots=True, kw_only=True)
class Person:
    """A person or a team that owns goals and KPIs."""

    id: int | None = None
    name: str
    role: str = ""
    team: bool = False
