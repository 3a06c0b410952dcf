"""A rule that is suggested for a column of a file, and what suggestions are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import Message
from desktop.importing.cells import Workbook
from desktop.importing.figures.mapping import Rule


class Origin(StrEnum):
    """Where a suggestion comes from, best first."""

    REMEMBERED = "remembered"
    NAME = "name"
    LIBRARY = "library"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule that could be used.

    ``chosen`` ones are on from the start; ``problem`` says what has changed in the file so that a
    remembered rule no longer fits.  ``title`` is the column that it stands for, where the rule
    reads others: a column of rates that two others make.  ``reasons`` say why it is as it is,
    ``remark`` what to look at before it is used.
    """

    rule: Rule
    origin: Origin
    chosen: bool
    problem: Message | None = None
    title: str = ""
    reasons: tuple[Message, ...] = ()
    remark: Message | None = None

    @property
    def name(self) -> str:
        """The column that the suggestion is about."""
        return self.title or self.rule.column


@dataclass(frozen=True, slots=True)
class Known:
    """What suggestions are made from: the company's KPIs, the library, language and currency; the
    file itself, and which columns have fed a KPI before, by its id."""

    kpis: Sequence[Kpi]
    ready: Sequence[ReadyKpi] = ()
    language: str = "en"
    currency: str = "SEK"
    workbook: Workbook | None = None
    earlier: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """What the file is called, empty where there is none."""
        return "" if self.workbook is None else self.workbook.name

    def has(self, ready: ReadyKpi) -> bool:
        """Whether the company has a ready KPI already."""
        return any(kpi.key == ready.id for kpi in self.kpis)

    def kpi_of(self, ready: ReadyKpi) -> Kpi | None:
        """The company's own of a ready KPI, ``None`` where a formula works it out."""
        return next((k for k in self.kpis if k.key == ready.id and not k.formula), None)
