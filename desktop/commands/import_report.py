"""What ``sikte import`` has found in one spreadsheet, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.commands.answers import question_data, ways_to_answer
from desktop.commands.feeds import columns_of
from desktop.core.unit import Quantity
from desktop.qtkit.wording import current, say, tr

if TYPE_CHECKING:
    from desktop.core.kpi import Kpi
    from desktop.core.period import Period
    from desktop.services.imports import ImportDraft, KpiPreview, Line, Preview, TableRule
    from desktop.services.workspace import Workspace

_MOST_LINES = 12  # of changes and of rejected cells that are told one by one


@dataclass(slots=True)
class FileReport:
    """One spreadsheet on its way into the company file."""

    file: str
    draft: ImportDraft
    rules: list[TableRule]
    found: Preview
    import_id: int | None = None

    @property
    def open(self) -> bool:
        """Whether a question is left that the importer will not guess the answer of."""
        return bool(self.draft.recognition.questions)

    @property
    def ready(self) -> bool:
        """Whether there is something to apply, and nothing in the way."""
        counts = self.found.counts
        return not self.open and bool(counts.new + counts.changed)

    @property
    def complete(self) -> bool:
        """Whether all that was asked for could be understood."""
        problems = any(part.problem for part in self.found.kpis)
        return bool(self.rules) and not self.open and not problems

    def apply(self, workspace: Workspace) -> None:
        from desktop.services.imports import apply

        record = apply(workspace, self.draft, self.rules)
        self.import_id = None if record is None else record.id

    def lines(self) -> Iterator[str]:
        """The report for people."""
        yield f"{self.file}:"
        for warning in self.draft.recognition.warnings:
            yield f"   {say(warning)}"
        if self.open:
            for question in self.draft.recognition.questions:
                yield f"   {say(question.message)}"
                yield from (f"      {way}" for way in ways_to_answer(question))
            return
        yield from (f"   {words}" for words in self._since_last_time())
        if not self.rules:
            yield "   " + tr("Nothing in this file is known to feed a KPI. Say what does:")
            yield from (f'      --feed "{name}"' for name in columns_of(self.draft))
            return
        for part in self.found.kpis:
            yield from _kpi_lines(part)

    def _since_last_time(self) -> list[str]:
        """Which file it is like, what has changed since, and whose values it would replace."""
        from desktop.services.imports import origin, replaced

        like = origin(self.draft, self.found.counts)
        said = [like, *(note.message for note in self.draft.noted)]
        said += [replaced(earlier) for earlier in self.found.earlier]
        return list(dict.fromkeys(say(message) for message in said if message is not None))

    def as_data(self) -> dict[str, Any]:
        """The report for programs; the keys are stable."""
        return {
            "file": self.file,
            "questions": [question_data(each) for each in self.draft.recognition.questions],
            "warnings": [say(warning) for warning in self.draft.recognition.warnings],
            "known": self.draft.known,
            "since_last_time": self._since_last_time(),
            "columns": columns_of(self.draft),
            "kpis": [_kpi_data(part) for part in self.found.kpis],
            "counts": _counts(self.found),
            "applied": self.import_id is not None,
            "import_id": self.import_id,
        }


def _kpi_lines(part: KpiPreview) -> Iterator[str]:
    kpi = part.kpi
    name = kpi.name if kpi.id is not None else tr("{kpi} (new)", kpi=kpi.name)
    if part.problem is not None:
        yield f"   {name}: {say(part.problem)}"
        return
    if part.remark is not None:
        yield f"   {say(part.remark)}"
    counts = part.counts
    yield f"   {name}: " + tr(
        "{new} new, {changed} changed, {same} the same, {rejected} rejected",
        new=counts.new,
        changed=counts.changed,
        same=counts.same,
        rejected=counts.rejected,
    )
    told = [line for line in part.lines if line.change in ("changed", "rejected")]
    yield from (f"      {_line(line, kpi)}" for line in told[:_MOST_LINES])
    if len(told) > _MOST_LINES:
        yield "      " + tr("and {count} more", count=len(told) - _MOST_LINES)


def _line(line: Line, kpi: Kpi) -> str:
    place = " ".join(filter(None, (line.cell, line.column, _period(line.period))))
    if line.change == "rejected":
        return f"{place}: {say(line.message)}" if line.message else place
    return f"{place}: {_value(line.old, kpi)} → {_value(line.new, kpi)}"


def _period(period: Period | None) -> str:
    return "" if period is None else current().period(period)


def _value(value: float | None, kpi: Kpi) -> str:
    return "" if value is None else current().quantity(Quantity(value, kpi.unit, kpi.decimals))


def _kpi_data(part: KpiPreview) -> dict[str, Any]:
    return {
        "kpi": part.kpi.name,
        "key": part.kpi.key,
        "new_kpi": part.kpi.id is None,
        "column": part.rule.rule.column,
        "problem": None if part.problem is None else say(part.problem),
        "remark": None if part.remark is None else say(part.remark),
        "lines": [_line_data(line) for line in part.lines],
    }


def _line_data(line: Line) -> dict[str, Any]:
    return {
        "change": line.change.value,
        "period": None if line.period is None else line.period.start.isoformat(),
        "old": line.old,
        "new": line.new,
        "through": None if line.through is None else line.through.isoformat(),
        "cell": line.cell,
        "column": line.column,
        "reason": None if line.message is None else say(line.message),
    }


def _counts(found: Preview) -> dict[str, int]:
    counts = found.counts
    return {
        "new": counts.new,
        "changed": counts.changed,
        "same": counts.same,
        "rejected": counts.rejected,
    }
