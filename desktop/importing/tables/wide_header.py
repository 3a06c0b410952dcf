"""Finds periods in the header of a table, and gives them the year that they lack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desktop.core.message import Message
from desktop.importing.cells import Value
from desktop.importing.tables.axis import AxisFinder
from desktop.importing.tables.axis_reading import year_in
from desktop.importing.tables.cadence import grain_of_days
from desktop.importing.tables.coded_header import periods_of_codes
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.header_names import header_text
from desktop.importing.tables.preamble import Facts, month_in, years_in
from desktop.importing.tables.regions import Region
from desktop.importing.values.dates import decide_order, orders_of
from desktop.importing.values.kinds import is_year
from desktop.importing.values.marks import plain
from desktop.importing.values.number_columns import number_in
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp, stamp_of
from desktop.importing.values.words import is_total

_NOTED = re.compile(r"(?:\s?[*†‡¹²³]+|\s?\d\)|\s?\((?:p|r|prel\.?)\)|(?<=\d)\s?[pr])$", re.I)


@dataclass(frozen=True, slots=True)
class WideHeader:
    """The columns whose headers are periods of one kind, left to right."""

    row: int
    grain: Grain
    cells: tuple[tuple[int, Stamp | Part], ...]
    series: tuple[str, ...] = ()  # under each period: Actual, Plan; empty where there is one only
    reason: Message | None = None  # how numbers in it are read

    @property
    def lacks_year(self) -> bool:
        return any(isinstance(period, Part) for _, period in self.cells)


def find_wide_header(
    region: Region, facts: Sequence[ColumnFacts], finder: AxisFinder
) -> WideHeader | None:
    """The header of a table by period, ``None`` when its columns are measures.

    Most of the columns that hold figures must be periods; totals and averages beside them
    are passed over.
    """
    headers = [_periods_of_row(region, row, facts, finder) for row in reversed(region.header)]
    best = _finest([header for header in headers if header is not None])
    if best is None:
        return None
    measures = [
        f for f in facts if f.form is Form.NUMBER and not f.is_code and not is_total(f.name)
    ]
    figures = {f.index for f in measures} - {f.index for f in finder.years}
    periods = {column for column, _ in best.cells}
    others = len(figures - periods)
    needed = 1 if others == 0 and best.grain is not Grain.YEAR else 2
    if len(periods) < needed or len(periods) < others:
        return None
    return best


def _finest(headers: Sequence[WideHeader]) -> WideHeader | None:
    """The header with the most periods; one of shorter periods may have a few less, since years
    stand over their months and over the sums of them."""
    most = max((len(header.cells) for header in headers), default=0)
    near = [header for header in headers if 3 * len(header.cells) >= 2 * most]
    return min(near, key=lambda header: header.grain.cadence.fineness, default=None)


def _periods_of_row(
    region: Region, row: int, facts: Sequence[ColumnFacts], finder: AxisFinder
) -> WideHeader | None:
    figures = [f.index for f in facts if f.form in (Form.NUMBER, Form.EMPTY)]
    figures += [f.index for f in facts if figures and f.index > figures[0] and _has_number(f)]
    figures.sort()
    is_upper = row != region.header_row
    values = {column: over(region, row, column, is_upper) for column in figures}
    if (coded := _coded(region, row, values, finder.around)) is not None:
        return coded
    texts = [value for value in values.values() if isinstance(value, str)]
    ordered = _all_dates(texts, len(values))
    if (
        not any(isinstance(parse_period(text), Stamp | Part) for text in texts)
        and not any(isinstance(value, date | float) for value in values.values())
        and not _named_periods(values, Style())
        and not ordered
    ):
        return None
    name = header_text(region.sheet.columns[region.columns[0]][row])
    decision = decide_order(texts)
    style, _ = finder.styles.style_of(name, texts, decision)
    if decision is not None and not style.order and ordered:
        # They are days across whatever their order; the question about that stays open.
        style = replace(style, order=decision.fitting[0])
    found = [
        (column, period) for column, value in values.items() if (period := _period(value, style))
    ]
    names = dict.fromkeys(values, "")
    if not found:
        named = dict(_named_periods(values, style))
        found = [(column, period) for column, (period, _) in named.items()]
        names = {column: name for column, (_, name) in named.items()}
    if not found:
        return None
    kinds = Counter((period.grain, type(period)) for _, period in found)
    kind, _count = kinds.most_common(1)[0]
    cells = tuple((c, p) for c, p in found if (p.grain, type(p)) == kind)
    header = WideHeader(row, _steps(cells, kind[0]), cells)
    header = replace(header, series=_bands(region, header))
    series = tuple(names[column] for column, _ in cells)
    if len(set(series)) > 1:
        header = replace(header, series=series)
    return _with_series(region, header) if is_upper else header


def _has_number(facts: ColumnFacts) -> bool:
    """Whether a column that holds more texts than numbers, as beside the others, has any."""
    numbers = (number_in(value, ".") for value in facts.sample if isinstance(value, str | float))
    return facts.form is Form.TEXT and any(number is not None for number in numbers)


def _coded(
    region: Region, row: int, values: Mapping[int, Value], around: Facts
) -> WideHeader | None:
    """The header in a row of bare numbers: 202601, 202602."""
    corner = header_text(region.sheet.columns[region.columns[0]][row])
    month = month_in((corner,)) or around.month
    in_a_year = bool(around.years or years_in(corner))
    periods, reason = periods_of_codes(values, corner, month, in_a_year=in_a_year)
    if not periods:
        return None
    cells = tuple(periods.items())
    return WideHeader(row, _steps(cells, cells[0][1].grain), cells, reason=reason)


def _all_dates(texts: Sequence[str], columns: int) -> bool:
    """Whether every name over the figures is a date, if in an order that is still open."""
    return len(texts) == columns > 1 and all(map(orders_of, texts))


def over(region: Region, row: int, column: int, spreads: bool) -> Value:
    """The header cell over a column; in an upper row a name spreads over the blanks beside it."""
    cells = region.sheet.columns
    while spreads and cells[column][row] is None and column - 1 in region.columns:
        column -= 1
    return cells[column][row]


def _bands(region: Region, header: WideHeader) -> tuple[str, ...]:
    """The names that stand over runs of periods, where the periods start over under each."""
    periods = [period for _, period in header.cells]
    if len(set(periods)) == len(periods):
        return ()
    for row in region.header:
        if row >= header.row:
            break
        names = [header_text(over(region, row, column, True)) for column, _ in header.cells]
        pairs = set(zip(names, periods, strict=True))
        if all(names) and len(set(names)) > 1 and len(pairs) == len(periods):
            years = [year_in(name) for name in names]
            return () if all(years) else tuple(names)
    return () if _turn_years([period for _, period in header.cells]) else _counted(periods)


def _turn_years(periods: Sequence[Stamp | Part]) -> bool:
    """Whether periods without years that come back may be those of the next year: after most of
    one has passed."""
    parts = [period for period in periods if isinstance(period, Part)]
    half = {Grain.WEEK: 26, Grain.QUARTER: 2}.get(periods[0].grain, 6)
    drops = [a.number - b.number for a, b in pairwise(parts) if a.number > b.number]
    return len(parts) == len(periods) and all(drop > half for drop in drops)


def _counted(periods: Sequence[Stamp | Part]) -> tuple[str, ...]:
    """Which time each period comes: 1, 2; where each comes as often as the others."""
    times = [periods[: at + 1].count(period) for at, period in enumerate(periods)]
    return tuple(map(str, times)) if len(set(Counter(periods).values())) == 1 else ()


def _with_series(region: Region, header: WideHeader) -> WideHeader | None:
    """The names in the row below, where the same several stand under each period."""
    periods = [period for _, period in header.cells]
    if len(set(periods)) == len(periods):
        return header
    below: dict[Stamp | Part, list[str]] = {}
    names = []
    for column, period in header.cells:
        names.append(header_text(region.sheet.columns[column][header.row + 1]))
        below.setdefault(period, []).append(names[-1])
    first, *others = below.values()
    if len(set(first)) < len(first) or any(each != first for each in others):
        return None  # the names below divide each period in another way: 1-10, 11-20, 21-31
    return replace(header, series=tuple(names))


def _period(value: Value, style: Style) -> Stamp | Part | None:
    if isinstance(value, date):
        return stamp_of(value)
    if isinstance(value, float):
        return Stamp(Grain.YEAR, date(int(value), 1, 1)) if is_year(value) else None
    if not isinstance(value, str):
        return None
    return parse_period(value, style) or parse_period(_NOTED.sub("", plain(value)), style)


def _named_periods(
    values: Mapping[int, Value], style: Style
) -> dict[int, tuple[Stamp | Part, str]]:
    """Periods beside words that come back over the row, ``Actual Jan 2026``, with those words.

    Each name must have its own periods, at least two; years are left alone, since ``Sales 2025``
    beside ``Sales 2026`` may as well be two measures.
    """
    texts = {c: _words(value) for c, value in values.items() if isinstance(value, str)}
    counts = Counter(word.casefold() for words in texts.values() for word in set(words))
    found: dict[int, tuple[Stamp | Part, str]] = {}
    for column, words in texts.items():
        names = [w for w in words if counts[w.casefold()] > 1 and _is_name(w)]
        rest = " ".join(word for word in words if word not in names)
        period = parse_period(rest, style) if names and rest else None
        if period is not None and period.grain is not Grain.YEAR:
            found[column] = (period, " ".join(names))
    pairs = set(found.values())
    by_name = Counter(name for _, name in pairs)
    return found if len(pairs) == len(found) and all(n > 1 for n in by_name.values()) else {}


def _words(text: str) -> list[str]:
    return plain(text).replace("_", " ").split()


def _is_name(word: str) -> bool:
    """Whether a word is no part of how a period is written."""
    has_letters = any(mark.isalpha() for mark in word)
    has_digits = any(mark.isdecimal() for mark in word)
    return (
        has_letters
        and not has_digits
        and parse_period(word) is None
        and parse_period(f"{word} 1") is None
    )


def _steps(cells: Sequence[tuple[int, Stamp | Part]], grain: Grain) -> Grain:
    """Dates in a header stand for months or years when they lie that far apart."""
    days = [period.start for _, period in cells if isinstance(period, Stamp)]
    return grain_of_days(days) if grain is Grain.DAY and days else grain
