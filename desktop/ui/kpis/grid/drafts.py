"""What was typed or pasted but not yet saved, cell by cell: a value, a deletion or a fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg
from desktop.core.period import Period
from desktop.qtkit.number_entry import EntryFault, parse_entry
from desktop.qtkit.wording import LanguageWording
from desktop.ui.kpis.grid.content import GridContent, GridRow

Cell = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one cell and what it means; no value and no fault empties the cell."""

    text: str
    value: float | None = None
    fault: Message | None = None


def draft_of(row: GridRow, text: str, wording: LanguageWording) -> Draft:
    """What ``text`` means in a row of the grid."""
    if row.worked_out:
        fault = msg("{kpi} is worked out from a formula and can not be typed.", kpi=row.kpi.name)
        return Draft(text, fault=fault)
    try:
        return Draft(text, parse_entry(text, row.kpi.unit, wording))
    except EntryFault as fault:
        return Draft(text, fault=fault.message)


def pasted(
    content: GridContent,
    block: Sequence[Sequence[str]],
    selected: Sequence[Cell],
    wording: LanguageWording,
) -> dict[Cell, Draft] | Message:
    """The cells that a pasted block changes, from the top left of ``selected``; blank cells change
    nothing.  One copied cell fills the whole selection.  A block that does not fit is refused."""
    top = min(row for row, _ in selected)
    left = min(column for _, column in selected)
    if len(block) == 1 and len(block[0]) == 1:
        cells: Iterable[tuple[Cell, str]] = ((cell, block[0][0]) for cell in selected)
    else:
        high, wide = len(block), max(len(line) for line in block)
        if top + high > len(content.rows) or left + wide > len(content.periods):
            return msg(
                "What was copied is {rows} rows by {columns} columns and does not fit here. "
                "Nothing was pasted.",
                rows=high,
                columns=wide,
            )
        cells = (
            ((top + down, left + right), text)
            for down, line in enumerate(block)
            for right, text in enumerate(line)
        )
    return {
        (row, column): draft_of(content.rows[row], text, wording)
        for (row, column), text in cells
        if text.strip()
    }


def to_save(
    content: GridContent, drafts: dict[Cell, Draft]
) -> list[tuple[int, Period, float | None]]:
    """The changes that drafts without faults make, for one undo step; same values are left out."""
    changes: list[tuple[int, Period, float | None]] = []
    for (row, column), draft in sorted(drafts.items()):
        kpi, period = content.rows[row].kpi, content.periods[column]
        before = content.rows[row].values.get(period)
        if kpi.id is not None and draft.value != (None if before is None else before.value):
            changes.append((kpi.id, period, draft.value))
    return changes
