"""Ratios, totals so far, opposite columns and splits add up, whatever the figures are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.importing.cells import Sheet, Value, Workbook
from desktop.importing.figures.extract import extract
from desktop.importing.figures.extraction import Extracted, Extraction
from desktop.importing.figures.mapping import Gather, Rule, Running
from desktop.importing.figures.running_totals import by_period
from desktop.importing.matching.splitting import pieces, split_by
from desktop.importing.recognise import recognise

TODAY = date(2026, 12, 31)
FIRST = date(2025, 1, 1)
WHOLE = st.integers(-5000, 5000)
COUNTS = st.integers(0, 5000)


def workbook(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> Workbook:
    """A workbook of one sheet, as it would have been read."""
    cells = [list(header), *([float(v) if isinstance(v, int) else v for v in r] for r in rows)]
    columns: list[Sequence[Value]] = [list(column) for column in zip(*cells, strict=True)]
    sheet = Sheet("", columns, range(1, len(cells) + 1), range(1, len(header) + 1))
    return Workbook("export.csv", "text", [sheet])


def taken(
    book: Workbook, rule: Rule, cadence: Cadence = Cadence.MONTH, start: int = 1
) -> Extraction:
    table = recognise(book, today=TODAY).tables[0]
    found = extract(table, book, rule, cadence, start)
    assert found.problem is None
    return found


def by_month(found: Extraction) -> dict[str, float]:
    return {period.start.isoformat()[:7]: each.value for period, each in found.values.items()}


def days(count: int) -> list[date]:
    return [FIRST + timedelta(days=3 * number) for number in range(count)]


# Ratios.


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=8, max_size=60))
def test_a_ratio_is_the_sum_over_the_sum(pairs: list[tuple[int, int]]) -> None:
    dated = list(zip(days(len(pairs)), pairs, strict=True))
    book = workbook(["Date", "Clicks", "Shown"], [(day, a, b) for day, (a, b) in dated])
    rule = Rule(None, None, "Clicks", Gather.RATIO, over="Shown", factor=100.0)
    found = taken(book, rule)
    tops: dict[str, int] = defaultdict(int)
    divisors: dict[str, int] = defaultdict(int)
    for day, (top, divisor) in dated:
        tops[day.isoformat()[:7]] += top
        divisors[day.isoformat()[:7]] += divisor
    expected = {m: 100 * tops[m] / divisors[m] for m in tops if divisors[m]}
    assert by_month(found) == pytest.approx(expected)
    zeros = [each for each in found.rejected if each.code == "zero"]
    assert len(zeros) == sum(not divisors[month] for month in tops)


def test_a_mean_of_rates_it_is_not() -> None:
    book = workbook(
        ["Date", "Clicks", "Impressions"],
        [(date(2026, 1, 1), 10, 100), (date(2026, 1, 9), 1, 2), (date(2026, 2, 2), 3, 0)],
    )
    found = taken(book, Rule(None, None, "Clicks", Gather.RATIO, over="Impressions"))
    assert by_month(found) == {"2026-01": pytest.approx(11 / 102)}
    (reject,) = found.rejected
    assert (reject.row, reject.column, reject.code) == (4, "Impressions", "zero")
    assert reject.message.values["period"] == Period(Cadence.MONTH, date(2026, 2, 1))


def test_a_row_with_one_half_only_is_left_out_and_told() -> None:
    book = workbook(
        ["Date", "Opens", "Recipients"],
        [
            (date(2026, 1, 1), 10, 100),
            (date(2026, 1, 2), None, 50),
            (date(2026, 1, 3), 5, "oops"),
            (date(2026, 1, 4), 20, 100),
            (date(2026, 1, 5), None, None),
        ],
    )
    found = taken(book, Rule(None, None, "Opens", Gather.RATIO, over="Recipients"))
    assert by_month(found) == {"2026-01": pytest.approx(30 / 200)}
    told = [(each.cell, each.column, each.code) for each in found.rejected]
    assert told == [("B3", "Opens", "missing"), ("C4", "Recipients", "not a number")]


def test_a_ratio_to_the_number_of_different_texts() -> None:
    book = workbook(
        ["Date", "Order", "Item", "Total"],
        [
            (date(2026, 1, 1), "#1001", "Cup", 300),
            (date(2026, 1, 1), "#1001", "Bowl", None),
            (date(2026, 1, 5), "#1002", "Cup", 100),
            (date(2026, 2, 1), "#1003", "Cup", 50),
        ],
    )
    rule = Rule(None, None, "Total", Gather.RATIO, over="Order", over_by=Gather.DISTINCT)
    assert by_month(taken(book, rule)) == {"2026-01": 200.0, "2026-02": 50.0}
    orders = Rule(None, None, "Order", Gather.DISTINCT)
    assert by_month(taken(book, orders)) == {"2026-01": 2.0, "2026-02": 1.0}


def test_a_ratio_of_two_rows_of_a_wide_table() -> None:
    book = workbook(
        ["KPI", "jan 2026", "feb 2026", "mar 2026"],
        [("Order", 10, 20, 5), ("Besök", 100, 100, None)],
    )
    found = taken(book, Rule(None, None, "Order", Gather.RATIO, over="Besök"))
    assert by_month(found) == {"2026-01": 0.1, "2026-02": 0.2}
    by_quarter = taken(book, Rule(None, None, "Order", Gather.RATIO, over="Besök"), Cadence.QUARTER)
    assert list(by_month(by_quarter).values()) == [pytest.approx(30 / 200)]


def test_a_ratio_without_its_divisor_says_what_is_missing() -> None:
    book = workbook(["Date", "Clicks"], [(day, 5) for day in days(9)])
    table = recognise(book, today=TODAY).tables[0]
    rule = Rule(None, None, "Clicks", Gather.RATIO)
    assert extract(table, book, rule, Cadence.MONTH).problem is not None
    gone = extract(table, book, Rule(None, None, "Clicks", Gather.RATIO, over="X"), Cadence.MONTH)
    assert gone.problem is not None
    assert gone.problem.values["column"] == "X"


# Totals so far.


def levels(values: Sequence[float], first: Period) -> dict[Period, Extracted]:
    return {
        first.shift(at): Extracted(value, None, None, f"B{at + 2}")
        for at, value in enumerate(values)
    }


@given(
    st.lists(COUNTS, min_size=1, max_size=40),
    st.integers(1, 12),
    st.sampled_from([Cadence.MONTH, Cadence.QUARTER, Cadence.WEEK, Cadence.DAY]),
)
def test_totals_of_a_year_and_back(values: list[int], year_start: int, cadence: Cadence) -> None:
    first = Period.containing(cadence, date(2024, year_start, 4), year_start)
    year: date | None = None
    so_far, total = [], 0
    for at, value in enumerate(values):
        day = first.shift(at).start + timedelta(days=3 if cadence is Cadence.WEEK else 0)
        this = Period.containing(Cadence.YEAR, day, year_start).start
        total = value if this != year else total + value
        year = this
        so_far.append(float(total))
    refused: list[Period] = []
    found = by_period(
        levels(so_far, first), Running.YEAR, year_start, lambda period, _: refused.append(period)
    )
    got = [found[first.shift(at)].value for at in range(len(values)) if first.shift(at) in found]
    # Only a file that begins inside a year has a first total that cannot be split.
    assert len(refused) + len(got) == len(values)
    assert refused in ([], [first])
    assert got == values[len(refused) :]


@given(st.lists(WHOLE, min_size=2, max_size=40))
def test_totals_since_the_start_and_back(values: list[int]) -> None:
    first = Period(Cadence.MONTH, date(2024, 3, 1))
    so_far = [float(sum(values[: at + 1])) for at in range(len(values))]
    refused: list[Period] = []
    found = by_period(
        levels(so_far, first), Running.START, 1, lambda period, _: refused.append(period)
    )
    assert refused == [first]
    assert [each.value for each in found.values()] == values[1:]
    fell = [each.remark is not None for each in found.values()]
    rising = [so_far[at] >= 0 for at in range(len(values) - 1)]
    assert fell == [v < 0 and up for v, up in zip(values[1:], rising, strict=True)]


def test_a_gap_before_a_total_so_far_is_told() -> None:
    months = [date(2026, month, 1) for month in (1, 2, 4, 5)]
    book = workbook(["Month", "Sales YTD"], list(zip(months, (100, 250, 500, 480), strict=True)))
    found = taken(book, Rule(None, None, "Sales YTD", running=Running.YEAR))
    assert by_month(found) == {"2026-01": 100.0, "2026-02": 150.0, "2026-05": -20.0}
    assert [(each.cell, each.code) for each in found.rejected] == [("B4", "gap")]
    may = found.values[Period(Cadence.MONTH, date(2026, 5, 1))]
    assert may.remark is not None


def test_totals_begin_with_the_fiscal_year_unless_they_fall_in_january() -> None:
    def found(values: Sequence[float]) -> list[float]:
        dated = levels(values, Period(Cadence.MONTH, date(2025, 11, 1)))
        return [v.value for v in by_period(dated, Running.YEAR, 11, lambda *_: None).values()]

    assert found([10, 30, 60, 100]) == [10, 20, 30, 40]
    assert found([110, 130, 20, 50]) == [20, 20, 30]


def test_totals_by_day_make_months() -> None:
    rows = [(date(2026, 1, 1) + timedelta(days=at), 10 * (at + 1)) for at in range(59)]
    found = taken(
        workbook(["Date", "Running total"], rows),
        Rule(None, None, "Running total", running=Running.YEAR),
    )
    assert by_month(found) == {"2026-01": 310.0, "2026-02": 280.0}


# Two ways, and parts.


@given(st.lists(st.tuples(COUNTS, st.booleans()), min_size=9, max_size=50), st.booleans())
def test_in_and_out_add_up(moves: list[tuple[int, bool]], negative: bool) -> None:
    dated = list(zip(days(len(moves)), moves, strict=True))
    rows = [
        (day, amount if comes else None, None if comes else (-amount if negative else amount))
        for day, (amount, comes) in dated
    ]
    rule = (
        Rule(None, None, "In", more=("Out",)) if negative else Rule(None, None, "In", less=("Out",))
    )
    book = workbook(["Date", "In", "Out"], rows)
    if any(all(row[at] is None for row in rows) for at in (1, 2)):
        return  # a column without a single figure is none
    expected: dict[str, int] = defaultdict(int)
    for day, (amount, comes) in dated:
        expected[day.isoformat()[:7]] += amount if comes else -amount
    assert by_month(taken(book, rule)) == expected


@given(st.lists(st.tuples(COUNTS, st.sampled_from("DK")), min_size=9, max_size=50))
def test_a_letter_gives_the_sign(moves: list[tuple[int, str]]) -> None:
    dated = list(zip(days(len(moves)), moves, strict=True))
    book = workbook(["Date", "Amount", "D/K"], [(day, a, side) for day, (a, side) in dated])
    rule = Rule(None, None, "Amount", minus=(("D/K", "k"),))
    expected: dict[str, int] = defaultdict(int)
    for day, (amount, side) in dated:
        expected[day.isoformat()[:7]] += amount if side == "D" else -amount
    assert by_month(taken(book, rule)) == expected


@given(
    st.lists(st.tuples(WHOLE, st.sampled_from(["Web", "Shop", "Fair", "Phone"])), min_size=9),
    st.integers(1, 4),
)
def test_the_parts_add_up_to_the_whole(rows: list[tuple[int, str]], most: int) -> None:
    dated = [
        (day, channel, amount) for day, (amount, channel) in zip(days(len(rows)), rows, strict=True)
    ]
    book = workbook(["Date", "Channel", "Sales"], dated)
    table = recognise(book, today=TODAY).tables[0]
    whole = Rule(None, Kpi(name="Sales"), "Sales")
    found = pieces(table, book, whole, "Channel")
    assert sum(piece.rows for piece in found) == len(rows)
    assert sum(piece.amount for piece in found) == pytest.approx(sum(a for a, _ in rows))
    sizes = [abs(piece.amount) for piece in found]
    assert sizes == sorted(sizes, reverse=True)
    rest = "Others" if most < len(found) else ""
    parts = split_by(whole, "Channel", [piece.text for piece in found[:most]], rest=rest)
    together: dict[Period, float] = defaultdict(float)
    for part in parts:
        for period, value in extract(table, book, part, Cadence.MONTH).values.items():
            together[period] += value.value
    expected = extract(table, book, whole, Cadence.MONTH).values
    assert together == pytest.approx({period: each.value for period, each in expected.items()})


def test_another_column_of_dates() -> None:
    book = workbook(
        ["Order date", "Paid date", "Amount"],
        [
            (date(2026, 1, 30), date(2026, 2, 2), 100),
            (date(2026, 1, 31), None, 50),
            (date(2026, 2, 3), date(2026, 2, 4), 10),
            (date(2026, 2, 20), date(2026, 3, 1), 7),
        ],
    )
    table = recognise(book, today=TODAY).tables[0]
    assert table.period is not None
    assert (table.period.column, [each.name for each in table.dates]) == (
        "Order date",
        ["Paid date"],
    )
    by_order = taken(book, Rule(None, None, "Amount"))
    assert by_month(by_order) == {"2026-01": 150.0, "2026-02": 17.0}
    by_payment = taken(book, Rule(None, None, "Amount", date="Paid date"))
    assert by_month(by_payment) == {"2026-02": 110.0, "2026-03": 7.0}
    assert [(each.cell, each.code) for each in by_payment.rejected] == [("C3", "undated")]


def test_the_last_value_is_the_newest_however_the_rows_lie() -> None:
    rows = [
        (date(2026, 1, 9), 3),
        (date(2026, 1, 31), 9),
        (date(2026, 1, 2), 1),
        (date(2026, 2, 1), 4),
    ]
    book = workbook(["Date", "Balance"], rows)
    assert by_month(taken(book, Rule(None, None, "Balance", Gather.LAST))) == {
        "2026-01": 9.0,
        "2026-02": 4.0,
    }
    wide = workbook(
        ["KPI", "mar 2026", "feb 2026", "jan 2026"], [("Lager", 3, 2, 1), ("X", 6, 5, 4)]
    )
    rule = Rule(None, None, "Lager", Gather.LAST)
    assert list(by_month(taken(wide, rule, Cadence.QUARTER)).values()) == [3.0]
