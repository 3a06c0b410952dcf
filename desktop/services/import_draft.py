"""An import that is being prepared: what was read, recognised and suggested; what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.core.own_workbook import Purpose
from desktop.core.period import Cadence, Period
from desktop.importing.cells import Workbook
from desktop.importing.figures.difference import Line
from desktop.importing.figures.mapping import Rule
from desktop.importing.matching.noted import Noted
from desktop.importing.matching.suggest import Suggestion
from desktop.importing.tables.recognition import Recognition
from desktop.store.import_records import ImportCounts, ImportRecord


@dataclass(frozen=True, slots=True)
class TableRule:
    """A rule for one of the recognised tables, by its place among them."""

    table: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A file as it was read and understood; nothing is stored yet.

    ``suggestions`` are by table; ``remembered`` are the tables whose mapping is known from before,
    ``sure`` those of them that are of the known kind beyond doubt.  ``noted`` is what has changed
    since the last file of the kind, ``latest`` its import, and ``seen`` an import of exactly this
    file.
    """

    file_name: str
    sha256: str
    size: int
    workbook: Workbook
    recognition: Recognition
    answers: Mapping[str, str]
    suggestions: tuple[tuple[Suggestion, ...], ...]
    remembered: frozenset[int]
    sure: frozenset[int] = frozenset()
    noted: tuple[Noted, ...] = ()
    latest: ImportRecord | None = None
    seen: ImportRecord | None = None
    own: Purpose | None = None  # of a workbook that this company has made

    @property
    def known(self) -> bool:
        """Whether nothing has to be asked or chosen before what would change can be shown."""
        return bool(self.remembered) and not self.recognition.questions and bool(self.chosen())

    @property
    def fits(self) -> bool:
        """Whether the file is like the last one of its kind in all that is imported."""
        tables = {rule.table for rule in self.chosen()}
        return self.known and tables <= self.sure and not any(each.weighty for each in self.noted)

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
class Earlier:
    """Values that a file has in common with an earlier import (``None``: with what was typed):
    how many are the same, and how many it would change."""

    record: ImportRecord | None
    same: int
    changed: int


@dataclass(frozen=True, slots=True)
class Preview:
    """Exactly what an import would change, KPI by KPI; ``earlier`` says whose values it meets."""

    kpis: tuple[KpiPreview, ...]
    earlier: tuple[Earlier, ...] = ()

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
    cadence: Cadence = Cadence.DAY

    @property
    def period(self) -> Period:
        return Period(self.cadence, self.start)


@dataclass(frozen=True, slots=True)
class Reverted:
    """What a revert does: how many values go back, and which have been overwritten since."""

    count: int
    kept: tuple[Kept, ...]
