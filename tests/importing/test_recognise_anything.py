"""Recognition of arbitrary grids: never a failure, always in good time."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.period import Cadence
from desktop.importing.cells import CellError, Sheet, Value, Workbook
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.recognise import recognise

TODAY = date(2026, 7, 1)

_WORDS = (
    "Date Datum Sales Belopp Total Summa Jan Feb 2024 2025 Q1 2026-W05 Vecka 2026M10 Nth day # År "
    "Month Currency SEK % kr .. -- < #N/A TRUE 01/02/2026 2026-01-01 1.234 1,5 (12) 12 0001 "
    "20260131"
)
WORDS = st.sampled_from(_WORDS.split())
TEXTS = st.one_of(
    WORDS,
    st.text(max_size=12),
    st.lists(WORDS, min_size=2, max_size=4).map(" ".join),
    st.dates().map(date.isoformat),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(repr),
)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.floats(),
    st.integers(1800, 2200).map(float),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from([CellError("#DIV/0!"), CellError("#N/A")]),
)


@st.composite
def grids(draw: st.DrawFn) -> list[list[Value]]:
    """Columns of cells; often of one kind from some row on, as tables are."""
    height, width = draw(st.integers(0, 14)), draw(st.integers(1, 7))
    columns: list[list[Value]] = []
    for _ in range(width):
        if draw(st.booleans()):
            kind = draw(st.sampled_from([TEXTS, st.floats(0, 1e6), st.dates(), WORDS]))
            column: list[Value] = draw(st.lists(kind, min_size=height, max_size=height))
            for row in range(min(height, draw(st.integers(0, 3)))):
                column[row] = draw(CELLS)
        else:
            column = draw(st.lists(CELLS, min_size=height, max_size=height))
        columns.append(column)
    return columns


def workbook(columns: list[list[Value]], kind: str = "xlsx") -> Workbook:
    height = len(columns[0])
    sheet = Sheet("Sheet1", columns, range(1, height + 1), range(1, len(columns) + 1))
    return Workbook("any.xlsx", kind, [sheet])


@settings(max_examples=400, deadline=None)
@given(grids(), st.sampled_from(["xlsx", "text"]))
def test_any_grid_is_recognised_or_left_alone(columns: list[list[Value]], kind: str) -> None:
    book = workbook(columns, kind)
    found = recognise(book, today=TODAY)
    height = len(columns[0])
    for table in found.tables:
        assert len({column.name for column in table.columns}) == len(table.columns)
        if table.first_row is not None:
            assert table.last_row is not None
            assert 1 <= table.first_row <= table.last_row <= height
        for column in table.columns:
            assert column.count <= height * len(columns)
            for gather in (Gather.SUM, Gather.LAST, Gather.DISTINCT):
                for cadence in (Cadence.DAY, Cadence.YEAR):
                    extract(table, book, Rule(None, None, column.name, gather), cadence)


@settings(max_examples=100, deadline=None)
@given(grids())
def test_every_answer_is_taken_without_a_failure(columns: list[list[Value]]) -> None:
    book = workbook(columns)
    found = recognise(book, today=TODAY)
    for answer in (
        "dmy",
        "mdy",
        ".",
        ",",
        "2024",
        "2024-01",
        "2024-01-31",
        "year",
        "none",
        "nonsense",
    ):
        answers = {question.id: answer for question in found.questions}
        recognise(book, answers=answers, today=TODAY)


def test_an_empty_workbook_has_no_tables() -> None:
    assert recognise(Workbook("a.xlsx", "xlsx", []), today=TODAY).tables == ()
    assert recognise(workbook([[]]), today=TODAY).tables == ()


@pytest.fixture
def orders() -> list[list[Value]]:
    """100,000 orders of five years in six columns, as a spreadsheet holds them."""
    chance, count = random.Random(7), 100_000
    first = date(2021, 1, 1)
    return [
        ["Date", *(first + timedelta(days=i * 1826 // count) for i in range(count))],
        ["Order ID", *(f"ORD-{i:06}" for i in range(count))],
        ["Channel", *(chance.choice(["organic", "paid", "e-mail"]) for _ in range(count))],
        ["Customer", *(f"Customer {chance.randrange(9000)}" for _ in range(count))],
        ["Quantity", *(float(chance.randrange(1, 9)) for _ in range(count))],
        ["Amount", *(round(chance.uniform(1, 9000), 2) for _ in range(count))],
    ]


def as_text(columns: list[list[Value]]) -> list[list[Value]]:
    """The same as a Nordic text file holds it: every cell a text, days with a time."""

    def text(value: Value) -> Value:
        if isinstance(value, datetime | date):
            return f"{value:%d.%m.%Y} 09:30"
        return (
            f"{value:,.2f}".replace(",", " ").replace(".", ",")
            if isinstance(value, float)
            else value
        )

    return [[text(value) for value in column] for column in columns]


@pytest.mark.parametrize("kind", ["xlsx", "text"])
def test_a_hundred_thousand_rows_cost_little_more_than_reading_them(
    orders: list[list[Value]], kind: str
) -> None:
    texts = as_text(orders)
    book = workbook(texts if kind == "text" else orders, kind)
    plain = io.StringIO()
    csv.writer(plain).writerows(zip(*texts, strict=True))
    bare, ours = [], []
    for _ in range(3):
        plain.seek(0)
        start = perf_counter()
        list(csv.reader(plain))
        bare.append(perf_counter() - start)
        start = perf_counter()
        (table,) = recognise(book, today=TODAY).tables
        found = extract(table, book, Rule(None, None, "Amount"), Cadence.MONTH)
        ours.append(perf_counter() - start)
    assert len(found.values) == 60
    assert table.columns[-1].count == 100_000
    assert min(ours) < 10 * min(bare)


def test_hostile_shapes_end_in_good_time() -> None:
    start = perf_counter()
    chance = random.Random(3)
    words = ["a", "1", "2026-01-01", "Jan", "Total", None, "x y z"]
    for height, width in ((20_000, 3), (200, 300), (3, 5_000)):
        columns: list[list[Value]] = [
            [chance.choice(words) for _ in range(height)] for _ in range(width)
        ]
        recognise(workbook(columns), today=TODAY)
    stacked: list[list[Value]] = [[], []]
    for table in range(1500):
        stacked[0] += [f"# Table {table}", "Date", "2026-01-01", "2026-01-02", None]
        stacked[1] += [None, "Sales", "1", "2", None]
    assert len(recognise(workbook(stacked, "text"), today=TODAY).tables) == 1500
    assert perf_counter() - start < 40
