"""How a file numbers its weeks: as the calendar does (ISO 8601), or from 1 January on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from desktop.core.message import Message, msg
from desktop.importing.cells import CellError, Sheet
from desktop.importing.tables.asking import Asking
from desktop.importing.values.marks import plain

_NOTES = 400  # rows looked at from either end of a sheet
_SAYS_JANUARY = re.compile(
    r"(?=.*\b(?:1|1st|first|första|første) (?:of )?(?:januari|januar|january|enero)\b"
    r"|.*\bjanuary 1(?:st)?\b)"
    r"(?=.*\b(?:vecka|veckan|uge|uke|week|woche|kw|semana) ?(?:1|nr\.? 1|one|ett)\b"
    r"|.*\b(?:första|første|first) (?:veckan|uge|uke|week)\b)",
    re.IGNORECASE,
)
_SAYS_ISO = re.compile(r"\bISO[ -]?(?:8601|weeks?|veck\w*|uge\w*|uke\w*)\b", re.IGNORECASE)


class WeekNumbers:
    """Settles it for one sheet: by its notes, else by asking where its own weeks object."""

    def __init__(self, sheet: Sheet, asking: Asking) -> None:
        self.sheet = sheet
        self.asking = asking
        self.reason: Message | None = None

    def from_january(self, weeks: Iterable[tuple[int, int]]) -> bool:
        """Whether week 1 holds 1 January in these (year, week)."""
        held = set(weeks)
        self.reason = None
        note = self._note()
        if note:
            self.reason = msg(
                "Week 1 is the one with 1 January, as the file says: “{note}”.", note=note
            )
            return True
        odd = sorted(year for year, week in held if week == 53 and not has_week_53(year))
        if odd and not self._says_iso():
            return self.asking.weeks(odd[0])
        if any(date(year, 1, 1).isocalendar().week != 1 for year, _ in held):
            self.reason = msg("Weeks are numbered as in the calendar (ISO 8601).")
        return False

    def _note(self) -> str:
        return next((text for text in self._texts() if _SAYS_JANUARY.search(text)), "")[:120]

    def _says_iso(self) -> bool:
        return any(_SAYS_ISO.search(text) for text in self._texts())

    def _texts(self) -> Sequence[str]:
        height = self.sheet.height
        rows = {*range(min(height, _NOTES)), *range(max(0, height - _NOTES), height)}
        found = []
        for cells in self.sheet.columns:
            for row in sorted(rows):
                value = cells[row]
                if isinstance(value, str) and len(value) > 12 and not isinstance(value, CellError):
                    found.append(plain(value))
        return found


def has_week_53(year: int) -> bool:
    """Whether the calendar (ISO 8601) counts 53 weeks in a year: its 28 December tells."""
    return date(year, 12, 28).isocalendar().week == 53
