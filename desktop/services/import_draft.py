"""An import that is being prepared: what was read, recognised and suggested; what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.importing.cells import Workbook
from desktop.importing.difference import Line
from desktop.importing.mapping import Rule
from desktop.importing.recognition import Recognition
from desktop.importing.suggest import Suggestion
from desktop.store.import_records import ImportCounts


@dataclass(frozen=True, slots=True)
class TableRule:
    """A rule for one of the recognised tables, by its place among them."""

    table: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A file as it was read and understood; nothing is stored yet.

    ``suggestions`` are by table; ``remembered`` are the tables whose mapping is known from before.
    """

    file_name: str
    sha256: str
    size: int
    workbook: Workbook
    recognition: Recognition
    answers: Mapping[str, str]
    suggestions: tuple[tuple[Suggestion, ...], ...]
    remembered: frozenset[int]

    def chosen(self) -> tuple[TableRule, ...]:
        """The rules that are on from the start."""
        return tuple(
            TableRule(table, suggestion.rule)
            for table, suggestions in enumerate(self.suggestions)
            for suggestion in suggestions
            if suggestion.chosen
        )


@dataclass(frozen=True, slots=True)
class KpiPreview:
    """What one rule would bring to its KPI; ``problem`` says why it brings nothing, ``remark``
    what is odd about it although it can be taken."""

    kpi: Kpi
    rule: TableRule
    lines: tuple[Line, ...]
    counts: ImportCounts
    problem: Message | None = None
    remark: Message | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what an import would change, KPI by KPI."""

    kpis: tuple[KpiPreview, ...]

    @property
    def counts(self) -> ImportCounts:
        each = [part.counts for part in self.kpis]
        return ImportCounts(
            sum(counts.new for counts in each),
            sum(counts.changed for counts in each),
            sum(counts.same for counts in each),
            sum(counts.rejected for counts in each),
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.kpis for line in part.lines)


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that stayed when its import was reverted, since it had been overwritten.

    ``by`` is the file that did it, empty when it was typed over or removed.
    """

    kpi: str
    start: date
    by: str


@dataclass(frozen=True, slots=True)
class Reverted:
    """What a revert did: how many values went back, and which had been overwritten since."""

    count: int
    kept: tuple[Kept, ...]
