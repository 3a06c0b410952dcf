"""Chooses the column that tells the period of each row of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.core.message import Message, msg
from desktop.core.stopping import watched
from desktop.importing.cells import Value
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.axis_reading import AxisReading, Source, part_in, year_in
from desktop.importing.tables.coded_axis import are_only_names, coded_reading, digit_reading
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.date_style import DateStyles
from desktop.importing.tables.part_years import (
    are_years_and_totals,
    days_of,
    with_year,
    year_columns,
)
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.regions import Region
from desktop.importing.tables.swapped_dates import swap_in
from desktop.importing.tables.week_numbers import WeekNumbers
from desktop.importing.values.coded_days import MONTH_WORDS, WEEK_WORDS, year_week_of
from desktop.importing.values.month_names import WEEKDAYS
from desktop.importing.values.number_columns import number_in
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp, stamp_of
from desktop.importing.values.whole_columns import filled
from desktop.importing.values.words import DAY_WORDS, SECOND_DATES, word_set, words_of

_NTH = re.compile(r"nth (hour|day|week|month)|(day|week|month) index")
_QUARTER_WORDS = word_set("quarter kvartal quartal trimestre qtr")
_YEAR_WORDS = word_set("år year jahr año ano yr fy ar räkenskapsår verksamhetsår")
_DAILY = (Grain.DAY, Grain.HOUR)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column that might be the period axis, and how well it would serve."""

    facts: ColumnFacts
    reading: AxisReading
    score: float
    reason: Message | None = None


class AxisFinder:
    """Looks through the columns of one table."""

    def __init__(
        self,
        facts: Sequence[ColumnFacts],
        around: Facts,
        asking: Asking,
        region: Region,
        order: str = "",
    ) -> None:
        self.facts = facts
        self.region = region
        self.around = around
        self.asking = asking
        self.weeks = WeekNumbers(region.sheet, asking)
        self.styles = DateStyles(around, asking, order, self.weeks)
        self.years = self._year_columns()

    def best(self) -> Candidate | None:
        """The best axis of the rows, ``None`` when no column tells their periods.

        Questions are asked about the chosen column only.
        """
        chosen = self._chosen()
        return None if chosen is None else self._settled(chosen)

    def others(self, chosen: Candidate) -> list[Candidate]:
        """Other columns of days that could tell the period instead, best first; none is asked
        about: where its own cells leave the order of day and month open, it is the chosen one's."""
        found = [self._candidate(facts) for facts in self.facts if facts is not chosen.facts]
        days = [c for c in found if c is not None and _tells_days(c.reading)]
        settled = [replace(c, reading=_styled(c, chosen.reading.style)) for c in days]
        settled = [c for c in settled if _is_daily(c)]
        return sorted(settled, key=lambda candidate: -candidate.score)

    def rows_have_periods(self) -> bool:
        """Whether rows tell more of their period than a year."""
        chosen = self._chosen()
        if chosen is None or chosen.facts in self.years:
            return False
        return len(set(chosen.facts.sample)) > 1 or len(chosen.facts.values) == 1

    def _chosen(self) -> Candidate | None:
        found = [c for c in map(self._candidate, watched(self.facts)) if c is not None]
        return max(found, key=lambda candidate: candidate.score, default=None)

    def _year_columns(self) -> list[ColumnFacts]:
        years = [f for f in self.facts if f.form in (Form.NUMBER, Form.DATE) and f.is_year]
        years += [f for f in self.facts if f.form is Form.TEXT and are_years_and_totals(f)]
        named = [f for f in years if _YEAR_WORDS.intersection(words_of(f.name))]
        if named:
            return named
        return [f for f in years if f is self.facts[0] and len(set(f.sample)) > 1]

    def _candidate(self, facts: ColumnFacts) -> Candidate | None:
        if (coded := coded_reading(facts, self.around)) is not None:
            return self._scored(facts, coded, 2.5)
        match facts.form:
            case Form.DATE:
                return self._scored(facts, AxisReading(Source.DATES, Grain.DAY, facts.index), 3.0)
            case Form.PART if are_only_names(facts):
                return None
            case Form.PART:
                grain = _grain_of_parts(facts.sample)
                return self._scored(facts, AxisReading(Source.PARTS, grain, facts.index), 1.5)
            case Form.NUMBER:
                return self._of_numbers(facts)
            case _:
                return None

    def _of_numbers(self, facts: ColumnFacts) -> Candidate | None:
        if parse_period(facts.name) is not None:
            return None  # figures of that period: "v.50" over 12
        if sum(f.name.casefold() in WEEKDAYS for f in self.facts) > 1 and (
            facts.name.casefold() in WEEKDAYS
        ):
            return None  # Monday in Swedish, not the month
        words = set(words_of(facts.name))
        name = " ".join(words_of(facts.name))
        if (match := _NTH.fullmatch(name)) is not None:
            grain = Grain(match[1] or match[2])
            return self._scored(facts, AxisReading(Source.NTH, grain, facts.index), 3.0)
        digits = digit_reading(facts)
        if digits is not None:
            return self._scored(facts, digits, 2.4 if digits.code else 2.5)
        for grain, named, last in (
            (Grain.WEEK, WEEK_WORDS, 53),
            (Grain.MONTH, MONTH_WORDS, 12),
            (Grain.QUARTER, _QUARTER_WORDS, 4),
        ):
            if words & named and _are_within(facts.sample, last):
                return self._scored(facts, AxisReading(Source.PARTS, grain, facts.index), 1.4)
        if facts in self.years:
            return self._scored(facts, AxisReading(Source.DATES, Grain.YEAR, facts.index), 1.0)
        return None

    def _scored(self, facts: ColumnFacts, reading: AxisReading, base: float) -> Candidate:
        words = set(words_of(facts.name))
        share = filled(facts.values) / max(1, len(facts.values))
        distinct = len(set(facts.sample))
        score = base + share - 0.05 * facts.index
        score += 0.4 * bool(words & DAY_WORDS) - 1.2 * bool(words & SECOND_DATES)
        if distinct == 1 and len(facts.values) > 1:
            score -= 2.0
        if reading.source is Source.PARTS and self.years:
            reading = replace(reading, year_column=self.years[0].index)
            score += 1.0
        return Candidate(facts, reading, score)

    # Details of the chosen column, with the questions that it leaves open.

    def _settled(self, chosen: Candidate) -> Candidate:
        reading, facts = chosen.reading, chosen.facts
        reason: Message | None = None
        match reading.source:
            case Source.DATES:
                texts = [v for v in facts.sample if isinstance(v, str)]
                style, reason = self.styles.style_of(facts.name, texts, facts.order)
                reading = replace(reading, style=style)
                reading = replace(reading, grain=_grain_of_stamps(facts.sample, style))
                if texts and (why := self._why_swapped(facts)) is not None:
                    reading, reason = replace(reading, swapped=True), why
            case Source.NTH if reading.base is not None:
                reason = msg(
                    "The numbers in “{column}” are the days of the month that the title names.",
                    column=facts.name,
                )
            case Source.NTH:
                base = self.around.first or self.asking.start(facts.name)
                reading = replace(reading, base=base)
                if self.around.first:
                    reason = msg(
                        "“{column}” counts from {day}.", column=facts.name, day=self.around.first
                    )
            case Source.PARTS if reading.grain is Grain.DAY and self._has_short_years(facts):
                style = Style(short_year=True)
                grain = _grain_of_stamps(facts.sample, style)
                reading = AxisReading(Source.DATES, grain, facts.index, style=style)
            case Source.PARTS if reading.year_column is None:
                if not year_columns(self.facts, reading):
                    reading, reason = with_year(
                        facts, reading, self.facts, self.region, self.around, self.asking
                    )
            case _:
                pass
        if (days := days_of(reading, self.facts)) is not None:
            reading = replace(reading, grain=Grain.DAY, column=days.index, month_column=facts.index)
            chosen = replace(chosen, facts=days)
        weeks = dict.fromkeys(self._weeks(facts, reading))
        if weeks and self.weeks.from_january(weeks):
            reading = replace(reading, style=replace(reading.style, from_january=True))
        return replace(chosen, reading=reading, reason=reason or self.weeks.reason)

    def _has_short_years(self, facts: ColumnFacts) -> bool:
        texts = [value for value in facts.sample if isinstance(value, str)]
        return not self.years and self.styles.style_of(facts.name, texts, None)[0].short_year

    def _why_swapped(self, facts: ColumnFacts) -> Message | None:
        """Why day and month of real dates are read in each other's place, if they are."""
        swapped = swap_in(facts.values)
        if swapped is None:
            example = next(v for v in facts.values if isinstance(v, date) and v.day != v.month)
            swapped = self.asking.swapped(facts.name, stamp_of(example).start)
        if not swapped:
            return None
        return msg(
            "Day and month of the dates in “{column}” have changed places and are put back: "
            "only days above 12 are left as texts.",
            column=facts.name,
        )

    def _weeks(self, facts: ColumnFacts, reading: AxisReading) -> Iterator[tuple[int, int]]:
        """The numbered weeks in the axis, each with its year, where that is not in one text."""
        if reading.grain is not Grain.WEEK:
            return
        if reading.source is Source.DIGITS:
            for value in facts.values:
                if digits := year_week_of(value):
                    yield int(digits[:4]), int(digits[4:])
        if reading.source is not Source.PARTS:
            return
        columns = {f.index: f.values for f in self.facts}
        parts = [part_in(value, reading) for value in facts.values]
        own = columns.get(-1 if reading.year_column is None else reading.year_column)
        for place, part in enumerate(parts):
            if part is None or part.until is not None:
                continue
            if own is not None:
                year = year_in(own[place])
                yield from [(year, part.number)] if year else ()
            elif reading.year is not None:
                yield reading.year + (part.number < reading.start_number), part.number
            for index, year in year_columns(self.facts, reading).items():
                if columns[index][place] is not None:
                    yield year, part.number


def _is_daily(candidate: Candidate) -> bool:
    if candidate.reading.source is Source.DIGITS:
        return True
    return _grain_of_stamps(candidate.facts.sample, candidate.reading.style) in _DAILY


def _tells_days(reading: AxisReading) -> bool:
    return reading.source in (Source.DATES, Source.DIGITS) and reading.grain is Grain.DAY


def _styled(candidate: Candidate, style: Style) -> AxisReading:
    """The reading of a column of dates that stands beside the chosen one."""
    order = candidate.facts.order
    if order is not None and order.order:
        style = replace(style, order=order.order)
    return replace(candidate.reading, style=style)


def _grain_of_parts(sample: Iterable[Value]) -> Grain:
    grains = Counter(
        found.grain
        for value in sample
        if isinstance(value, str) and isinstance(found := parse_period(value), Part)
    )
    return grains.most_common(1)[0][0]


def _grain_of_stamps(sample: Iterable[Value], style: Style) -> Grain:
    """The most common kind of period; full ranges tell more than the one cut short."""
    grains: Counter[Grain] = Counter()
    for value in sample:
        if isinstance(value, date):
            grains[Grain.DAY] += 1
        elif isinstance(value, float):
            grains[Grain.YEAR] += 1
        elif isinstance(value, str) and isinstance(found := parse_period(value, style), Stamp):
            grains[found.grain] += 1
    return grains.most_common(1)[0][0] if grains else Grain.DAY


def _are_within(sample: Iterable[Value], last: int) -> bool:
    numbers = [number for value in sample if (number := number_in(value, ".")) is not None]
    return bool(numbers) and all(1 <= n <= last and n.is_integer() for n in numbers)
