"""What the lines over a table, the sheet's name and the file's name tell about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.importing.cells import Sheet, Value
from desktop.importing.values.dates import decide_order, parse_date
from desktop.importing.values.kinds import is_year
from desktop.importing.values.marks import plain
from desktop.importing.values.month_names import MONTHS
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Stamp

_MONTH_WORD = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?<!\d)(?:19|20)\d{6}(?!\d)"
    rf"|{_MONTH_WORD} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH_WORD},? \d{{4}})"
)
_DATES = re.compile(_DAY, re.IGNORECASE)
_RANGE = re.compile(
    rf"({_DAY})(?:[ t]\d\d:\d\d(?::\d\d)?)?\s*"
    rf"(?:-|–|—|/|to|till|til|bis|until|\bt\.?o\.?m\.?)\s*({_DAY})",
    re.IGNORECASE,
)
_MONTH = rf"(?:(?:19|20)\d{{2}}[-/]\d{{1,2}}|{_MONTH_WORD},? (?:19|20)\d{{2}})"
_MONTHS_RANGE = re.compile(
    rf"(?<![\d.,/:-])({_MONTH})\s*(?:-|–|—|to|till|til|bis|t\.?o\.?m\.?)\s*({_MONTH})(?![\d/-])",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"(?<![^\W_])(?<!\d )({_MONTH_WORD})[ _-]+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:start|from|från|fra|von|desde|begin)", re.IGNORECASE)
_LAST = re.compile(r"\b(?:end|to|till|til|bis|slut|hasta)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:utskriv|udskrev|printed|skapad|created|generat|export|download|hämtad|uttag|release"
    r"|updated|uppdater|opdater|oprettet|erstellt|run date|as of)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/:-])((?:19|20)\d{2})(?![\d:]|[.,/-]\d)")
_YEAR_PAIR = re.compile(
    r"(?<![\d.,/:-])(fy ?)?((?:19|20)\d{2}) ?([-/–]) ?(\d{4}|\d{2})(?![\d:]|[.,/-]\d)",
    re.IGNORECASE,
)
_RULER = re.compile(r"[\W_]*")
_PAIR = re.compile(r"[^:]{1,40}:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """A year that the surroundings of a table name, and where."""

    year: int
    source: Message


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands around a table.  ``years`` hold only the best kind of evidence."""

    title: str = ""
    first: date | None = None  # the days that the whole table covers
    last: date | None = None
    years: tuple[YearEvidence, ...] = ()
    month: date | None = None  # the one month that a title names
    lines: tuple[str, ...] = field(default=())

    def year_for(self, numbers: Sequence[int]) -> YearEvidence | None:
        """The year in which periods with these numbers begin, ``None`` while that is open.

        Of two years in a row the first, when the numbers run over one turn of the year.
        """
        if len(self.years) == 1:
            return self.years[0]
        falls = sum(after < before for before, after in pairwise(numbers))
        if falls == 1 and len(self.years) == 2:
            first, second = self.years
            return first if second.year == first.year + 1 else None
        return None


def read_preamble(
    sheet: Sheet,
    rows: Sequence[int],
    corner: str,
    file_name: str,
    columns: range | None = None,
) -> Facts:
    """The facts in these rows of the sheet, in the corner of the table that follows, in the
    sheet's name and in the file's name.  ``columns`` are its own, where tables stand beside it."""
    over = [sheet.row(row) for row in rows]
    if columns is not None:
        over = [values[columns.start : columns.stop] for values in over]
    lines = [line for line in map(_line, over) if line]
    first, last = _covered(lines)
    return Facts(
        title=_title(lines),
        first=first,
        last=last,
        years=_years(sheet.name, over, lines, (first, last), corner, file_name),
        month=month_in((*lines, sheet.name)),
        lines=tuple(lines),
    )


def _line(values: Iterable[Value]) -> str:
    """The texts of a row as one; of a row that holds nothing else, its year."""
    held = [value for value in values if value is not None]
    if len(held) == 1 and isinstance(held[0], float) and is_year(held[0]):
        return str(int(held[0]))
    words: list[str] = []
    for value in held:
        if isinstance(value, str):
            words.append(plain(value))
        elif isinstance(value, date) and words and _names_end(words[-1]):
            words.append(value.isoformat()[:10])
    return " ".join(word for word in words if word)


def is_stamp(text: str) -> bool:
    """Whether a text says when the file was made, rather than what it is about."""
    return _STAMP.match(text) is not None


def _names_end(text: str) -> bool:
    return bool(_FIRST.search(text) or _LAST.search(text))


def _title(lines: Iterable[str]) -> str:
    for line in lines:
        text = line.lstrip("#* ").strip()
        if (
            text
            and not _RULER.fullmatch(text)
            and not _PAIR.match(text)
            and not _STAMP.match(text)
            and not _RULER.fullmatch(_RANGE.sub("", text))
        ):
            return text
    return ""


def _covered(lines: Sequence[str]) -> tuple[date | None, date | None]:
    """First and last day of the whole table, from a range or from start and end lines."""
    for line in lines:
        match = _RANGE.search(line)
        if match is not None:
            first, last = _days([match[1], match[2]])
            if first and last and first <= last:
                return first, last
        months = _months_between(line)
        if months is not None:
            return months
    starts = [line for line in lines if _FIRST.search(line) and len(_DATES.findall(line)) == 1]
    ends = [line for line in lines if _LAST.search(line) and len(_DATES.findall(line)) == 1]
    texts = [_DATES.findall(lines_of[0])[0] if lines_of else "" for lines_of in (starts, ends)]
    first, last = _days(texts)
    return first, last


def _months_between(line: str) -> tuple[date, date] | None:
    """The first and last day of months that a line names: ``2025-07 - 2026-06``."""
    match = _MONTHS_RANGE.search(line)
    if match is None:
        return None
    stamps = [parse_period(text) for text in match.groups()]
    first, last = (each.start if isinstance(each, Stamp) else None for each in stamps)
    if first is None or last is None or first >= last:
        return None
    return first, Period.containing(Cadence.MONTH, last).end


def month_in(texts: Iterable[str]) -> date | None:
    """The first day of the only month that the texts name with its year: ``mars 2026``."""
    found = set()
    for text in texts:
        for name, year in _MONTH_YEAR.findall(text):
            found.add(date(int(year), MONTHS[name.casefold().rstrip(".")], 1))
    return found.pop() if len(found) == 1 else None


def _days(texts: Sequence[str]) -> list[date | None]:
    decision = decide_order(text for text in texts if text)
    order = decision.order if decision else ""
    found = [parse_date(text, order) if text else None for text in texts]
    return [day.date() if isinstance(day, datetime) else day for day in found]


def _years(
    sheet_name: str,
    rows: Sequence[Sequence[Value]],
    lines: Sequence[str],
    covered: tuple[date | None, date | None],
    corner: str,
    file_name: str,
) -> tuple[YearEvidence, ...]:
    """The years of the best source that names any."""
    stamped = [line for line in lines if _STAMP.search(line)]
    titled = [line for line in lines if line not in stamped]
    spoken = msg("the lines above the table")
    sources = (
        ({day.year for day in covered if day}, msg("the period that the file states")),
        ({year for line in titled for year in years_in(line)}, spoken),
        (years_in(corner), msg("the corner of the table")),
        (_dated_cells(rows), msg("a date above the table")),
        (years_in(sheet_name), msg("the name of the sheet")),
        (years_in(file_name), msg("the name of the file")),
        ({int(t[:4]) for line in stamped for t in _DATES.findall(line) if t[:4].isdigit()}, spoken),
    )
    for years, source in sources:
        if years:
            return tuple(YearEvidence(year, source) for year in sorted(years))
    return ()


def years_in(text: str) -> set[int]:
    """The years that a text names; both of ``2025/2026``, ``2025-2026`` and ``FY 2024/25``."""
    found = {int(year) for year in _YEAR.findall(text)}
    for fiscal, year, sign, following in _YEAR_PAIR.findall(text):
        successor = int(year) + 1
        is_month = sign == "-" and not fiscal and len(following) == 2 and int(following) <= 12
        if not is_month and int(following) in (successor, successor % 100):
            found |= {int(year), successor}
    return found


def _dated_cells(rows: Sequence[Sequence[Value]]) -> set[int]:
    return {value.year for values in rows for value in values if isinstance(value, date)}
