"""What is written beside a form is read back, and nothing else is taken for it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.own_workbook import (
    OwnKpi,
    OwnPeriod,
    OwnTable,
    OwnWorkbook,
    Purpose,
    from_rows,
    to_rows,
)
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind

UNITS = st.builds(Unit, st.sampled_from(UnitKind), st.text())
KPIS = st.builds(OwnKpi, st.integers(0, 10**9), st.text(), st.text(), UNITS)
PERIODS = st.builds(OwnPeriod, st.dates(), st.text())
TABLES = st.builds(
    OwnTable,
    st.text(),
    st.sampled_from(Cadence),
    st.booleans(),
    st.lists(KPIS, max_size=3).map(tuple),
    st.lists(PERIODS, max_size=3).map(tuple),
    st.lists(st.text(), max_size=2).map(tuple),
)
BOOKS = st.builds(
    OwnWorkbook,
    st.sampled_from(Purpose),
    st.text(),
    st.text(),
    st.lists(TABLES, max_size=3).map(tuple),
)


@given(BOOKS)
def test_what_is_written_is_read(book: OwnWorkbook) -> None:
    assert from_rows(list(to_rows(book))) == book


@given(st.lists(st.lists(st.one_of(st.none(), st.text(), st.floats(), st.dates()))))
def test_anything_else_is_no_workbook_of_ours(rows: list[list[object]]) -> None:
    assert from_rows(rows) is None


def test_numbers_and_dates_that_another_program_made_of_the_texts() -> None:
    rows = [
        ["sikte", 1.0, "form"],
        ["company", "abc", "Ärlig AB"],
        ["table", "month", "across", "Months"],
        ["period", date(2026, 1, 1), None],
        ["kpi", 7.0, "sales", "Sales", "currency", "SEK"],
    ]
    book = from_rows(rows)
    assert book is not None
    assert book.tables[0].periods == (OwnPeriod(date(2026, 1, 1)),)
    assert book.tables[0].kpis == (OwnKpi(7, "sales", "Sales", Unit(UnitKind.CURRENCY, "SEK")),)


def test_lines_that_cannot_be_read_are_passed_over() -> None:
    rows = [
        ["sikte", "1", "export"],
        ["table", "month", "across", "Months"],
        ["kpi", "seven", "sales", "Sales", "currency", "SEK"],
        ["kpi", "7", "sales", "Sales", "stones", ""],
        ["period", "2026-13-01"],
        ["table", "fortnight", "across", "Other"],
    ]
    book = from_rows(rows)
    assert book == OwnWorkbook(
        Purpose.EXPORT, "", "", (OwnTable("Months", Cadence.MONTH, True, (), ()),)
    )
