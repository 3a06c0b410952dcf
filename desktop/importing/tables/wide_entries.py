"""The labelled rows of a wide table: what each is called, its unit, its sum."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop.core.stopping import watched
from desktop.importing.cells import Numbers, Sheet, Value
from desktop.importing.tables.axis_reading import year_in
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.column_look import look_at_column
from desktop.importing.tables.header_names import header_text
from desktop.importing.tables.recognition import Column, Role
from desktop.importing.tables.regions import Region
from desktop.importing.tables.row_groups import groups_of
from desktop.importing.tables.totals import adds_up_beside
from desktop.importing.tables.units import Measure, UnitFinder, guess_add_up
from desktop.importing.tables.wide_header import WideHeader
from desktop.importing.values.number_columns import added, read_numbers
from desktop.importing.values.sentinels import without
from desktop.importing.values.words import (
    COUNTED,
    is_named_sum,
    is_surely_total,
    is_total,
    word_set,
    words_of,
)

_UNIT_NAMES = word_set("enhet unit units enhed einheit måttenhet")
_LONGEST_NAME = 40  # characters; what is longer explains rather than names
_ASIDE = word_set(  # columns that say something about a measure, but not which it is
    "ansvarig ägare owner responsible kommentar comment comments anmärkning notes not "
    "källa source kilde definition beskrivning description beskrivelse frekvens frequency"
)
_NAMESAKE = re.compile(r" \(\d+\)$")


@dataclass(slots=True)
class Entries:
    """Makes one column of the recognition of each labelled row."""

    region: Region
    facts: Sequence[ColumnFacts]
    header: WideHeader
    year_column: ColumnFacts | None
    title: str
    units: UnitFinder
    decimal: str
    missing: float | None = None  # the number that stands for "no value"
    _numbers: list[Numbers] = field(default_factory=list)  # of a few periods
    _named: list[int] = field(default_factory=list)  # places of the rows named as totals

    def columns(self, rows: Sequence[int]) -> list[Column]:
        """The rows by label: those that differ in their year only are one."""
        groups: dict[str, list[int]] = {}
        for row, name in zip(rows, self._names(rows), strict=True):
            groups.setdefault(name, []).append(row)
        found = [
            self._entry(name, members, series, only)
            for name, members in groups.items()
            for series, only in self._series()
        ]
        return _without_copies(found, self.region.sheet, self.header)

    def _series(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The columns of each series under the periods; one nameless series where there is one."""
        if not self.header.series:
            yield "", ()
            return
        for name in dict.fromkeys(self.header.series):
            cells = zip(self.header.cells, self.header.series, strict=True)
            yield name, tuple(column for (column, _), series in cells if series == name)

    def _labels(self) -> list[ColumnFacts]:
        """The columns that say what a row is about: texts before the periods, codes if none."""
        first = self.header.cells[0][0]
        before = [f for f in self.facts if f.index < first and f is not self.year_column]
        texts = [f for f in before if f.form in (Form.TEXT, Form.PART, Form.BOOLEAN)]
        texts = [f for f in texts if f is not self._unit_column()]
        if texts:
            return _names_only(texts)
        after = [f for f in self.facts if f.index > first and f.form is Form.TEXT]
        return [f for f in before if f.form is Form.NUMBER] or after[:1]

    def _unit_column(self) -> ColumnFacts | None:
        before = (f for f in self.facts if f.index < self.header.cells[0][0])
        return next((f for f in before if _UNIT_NAMES.intersection(words_of(f.name))), None)

    def _names(self, rows: Sequence[int]) -> Iterator[str]:
        """What each row is called; unique but for rows that differ only in their year."""
        known: set[tuple[str, int | None]] = set()
        taken: dict[tuple[str, int | None], int] = {}
        years = [self._year(row) for row in rows]
        for row, year, own in zip(rows, years, self._told_apart(rows, years), strict=True):
            name = own or str(self.region.sheet.row_numbers[row if year is None else rows[0]])
            candidate, number = name, taken.get((name, year), 2)
            while (candidate, year) in known:
                candidate, number = f"{name} ({number})", number + 1
            taken[name, year] = number
            known.add((candidate, year))
            yield candidate

    def _year(self, row: int) -> int | None:
        if self.year_column is None:
            return None
        return year_in(self.region.sheet.columns[self.year_column.index][row])

    def _told_apart(self, rows: Sequence[int], years: Sequence[int | None]) -> list[str]:
        """The labels of the rows; those that come back are called by their codes or groups too."""
        labelled = list(self._labelled(rows))
        names = [name for name, _ in labelled]
        counts = Counter(zip(names, years, strict=True))
        labels = self._labels()
        if not labels or max(counts.values(), default=1) < 2:
            return names
        groups = groups_of(self.region, labels[-1].index, rows)
        found = []
        for row, year, (name, code) in zip(rows, years, labelled, strict=True):
            more = (code or groups[row]) if counts[name, year] > 1 else ""
            found.append(f"{more} – {name}" if more else name)
        return found

    def _labelled(self, rows: Sequence[int]) -> Iterator[tuple[str, str]]:
        """The label of each row, and the code that stands beside it: an account number."""
        sheet, labels = self.region.sheet, self._labels()
        carried = [""] * len(labels)
        for row in watched(rows):
            texts = [header_text(sheet.columns[f.index][row]) for f in labels]
            if texts and texts[-1]:
                texts = [text or before for text, before in zip(texts, carried, strict=True)]
                carried = texts
            words = [text for text in texts if text and not text.isdecimal()]
            codes = [text for text in texts if text.isdecimal()] if words else []
            names = words or [text for text in texts if text]
            yield " – ".join(dict.fromkeys(names)) or self.title, " ".join(codes)

    def _entry(self, label: str, rows: Sequence[int], series: str, only: tuple[int, ...]) -> Column:
        sheet = self.region.sheet
        name = f"{label} – {series}" if series else label
        columns = only or [column for column, _ in self.header.cells]
        values = [sheet.columns[column][row] for row in rows for column in columns]
        measure = self._measure(label, rows[0], values)
        read = without(read_numbers(values, self.decimal or "."), self.missing)
        numbers = [n for n in read if n is not None]
        if measure.scale != 1.0:
            numbers = [number * measure.scale for number in numbers]
        adds = bool(self.decimal) and measure.currency_column is None
        total = is_total(label) and (is_surely_total(label) or self._adds_up(label, rows[0]))
        return Column(
            name=name,
            role=Role.IGNORED if total or not numbers else Role.VALUE,
            type="number" if numbers else "empty",
            unit=measure.unit,
            count=len(numbers),
            sum=added(numbers) if numbers and adds else None,
            first=numbers[0] if numbers else None,
            last=numbers[-1] if numbers else None,
            index=rows[0],
            rows=tuple(rows),
            only=only,
            decimal=self.decimal or ".",
            scale=measure.scale,
            missing=self.missing,
            currency_column=measure.currency_column,
            total=total,
            add_up=guess_add_up(label, measure.unit, self.title),
        )

    def _adds_up(self, label: str, row: int) -> bool:
        """Whether a row that calls itself a total is one: ``Total orders`` may be a measure."""
        rows = self.region.rows()
        if not self._numbers:
            sheet, cells = self.region.sheet, self.header.cells
            for column, _ in cells[:: max(1, len(cells) // 4)][:5]:
                values = [sheet.columns[column][each] for each in rows]
                self._numbers.append(read_numbers(values, self.decimal or "."))
            names = enumerate(self._names(rows))
            self._named = [place for place, name in names if is_total(name)]
        place, of_one = rows.index(row), is_named_sum(label)
        return adds_up_beside(self._numbers, place, self._named, of_one=of_one)

    def _measure(self, label: str, row: int, values: Sequence[Value]) -> Measure:
        sheet = self.region.sheet
        name, column = label, self._unit_column()
        if column is not None and (unit := header_text(sheet.columns[column.index][row])):
            name = f"{label} ({unit})"
        number_format = sheet.format(row, self.header.cells[0][0])
        facts = look_at_column(row, name, values, number_format)
        if facts.form is not Form.NUMBER:
            return Measure()
        found = self.units.measure(facts)
        if found.currency_column is not None:
            return found
        if found.unit is None and not COUNTED.intersection(words_of(label)):
            return Measure(self.units.line_unit)
        return found


def _without_copies(columns: Sequence[Column], sheet: Sheet, header: WideHeader) -> list[Column]:
    """Namesakes that repeat rows of another word for word are not offered."""
    if not any(_NAMESAKE.search(column.name) for column in columns):
        return list(columns)
    known: set[tuple[str, tuple[Value, ...]]] = set()
    kept = []
    for column in columns:
        name = _NAMESAKE.sub("", column.name)
        rows = {(name, tuple(sheet.columns[c][r] for c, _ in header.cells)) for r in column.rows}
        if name != column.name and rows <= known:
            column = replace(column, role=Role.IGNORED)
        known |= rows
        kept.append(column)
    return kept


def _names_only(labels: list[ColumnFacts]) -> list[ColumnFacts]:
    """The columns without those that say whose it is, or explain in whole sentences what another
    one names."""
    texts = {f.index: [v for v in f.sample if isinstance(v, str)] for f in labels}
    names = [f for f in labels if not _ASIDE.intersection(words_of(f.name))]
    names = [f for f in names if not all(map(_explains, texts[f.index]))]
    told_apart = any(len(set(texts[f.index])) == len(texts[f.index]) for f in names)
    return names if told_apart else labels


def _explains(text: str) -> bool:
    """Whether a text is a sentence: long, or of several words with a full stop."""
    plain_text = text.strip()
    a_sentence = plain_text.endswith(".") and len(plain_text.split()) > 2
    return a_sentence or len(plain_text) > _LONGEST_NAME
