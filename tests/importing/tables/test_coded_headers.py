"""Numbers as the names of columns: periods in codes, days of a month, sizes."""

from __future__ import annotations

import pytest

from desktop.importing.tables.coded_header import is_coded
from desktop.importing.tables.recognition import Layout, Role, Table
from tests.importing.found import Look, only


def span(table: Table) -> tuple[object, ...]:
    assert table.period is not None
    return table.layout.value, table.period.cadence.value, str(table.period.first)[:10]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((202511, 202512, 202601, 202602), ("month", "2025-11-01", "2026-02-01")),
        (("2511", "2512", "2601", "2602"), ("month", "2025-11-01", "2026-02-01")),
        ((11.2025, 12.2025, 1.2026), ("month", "2025-11-01", "2026-01-01")),
        (("10.2025", "11.2025", "12.2025"), ("month", "2025-10-01", "2025-12-01")),
        ((46023, 46054, 46082, 46113), ("month", "2026-01-01", "2026-04-01")),
        ((20260101, 20260108, 20260115), ("week", "2025-12-29", "2026-01-12")),
    ],
)
def test_periods_in_codes(
    look_at_rows: Look, codes: tuple[object, ...], expected: tuple[str, str, str]
) -> None:
    goods, services = range(1, len(codes) + 1), [5] * len(codes)
    rows = [("Konto", *codes), ("Varor", *goods), ("Tjänster", *services)]
    found = look_at_rows(rows)
    table = only(found)
    assert table.layout is Layout.WIDE
    assert not found.questions
    period = table.period
    assert period is not None
    assert (period.cadence.value, str(period.first), str(period.last)) == expected
    column = table.column("Varor")
    assert column is not None
    assert column.sum == sum(goods)
    assert table.reasons  # how the codes were read is said


def test_days_of_the_month_in_the_title(look_at_rows: Look) -> None:
    days = range(1, 32)
    rows = [("Kassa mars 2026",), (), ("Post", *days), ("Kort", *days), ("Kontant", *[1] * 31)]
    table = only(look_at_rows(rows))
    assert span(table) == ("wide", "day", "2026-03-01")
    card = table.column("Kort")
    assert card is not None
    assert (card.count, card.sum) == (31, 496.0)


def test_a_month_without_that_many_days(look_at_rows: Look) -> None:
    rows = [
        ("Februari 2026",),
        ("Post", *range(1, 31)),
        ("Kort", *[1] * 30),
        ("Kontant", *[2] * 30),
    ]
    assert only(look_at_rows(rows)).layout is Layout.LONG


def test_numbers_under_the_name_of_weeks_and_months(look_at_rows: Look) -> None:
    rows = [("Vecka", 1, 2, 3), ("Besök", 10, 20, 30), ("Köp", 1, 2, 3)]
    found = look_at_rows(rows)
    assert [question.id for question in found.questions] == ["year"]
    answered = look_at_rows(rows, answers={"year": "2026"})
    assert span(only(answered)) == ("wide", "week", "2025-12-29")
    months = [("Budget 2026",), ("Månad", *range(1, 13)), ("A", *range(12)), ("B", *range(12))]
    assert span(only(look_at_rows(months))) == ("wide", "month", "2026-01-01")


def test_other_numbers_are_names_of_measures(look_at_rows: Look) -> None:
    table = only(look_at_rows([("Modell", 36, 37, 38, 39), ("A", 1, 2, 3, 4), ("B", 5, 6, 7, 8)]))
    assert table.layout is Layout.LONG
    assert table.period is None
    sums = {c.name: c.sum for c in table.columns if c.role is Role.VALUE}
    assert sums == {"36": 6.0, "37": 8.0, "38": 10.0, "39": 12.0}


def test_two_years_one_under_the_other(look_at_rows: Look) -> None:
    first = [("Post", 202501, 202502), ("A", 1, 2), ("B", 3, 4)]
    second = [("Post", 202601, 202602), ("A", 5, 6), ("B", 7, 8)]
    found = look_at_rows([*first, (), *second]).tables
    assert [table.header_row for table in found] == [1, 5]
    assert [[c.sum for c in table.columns] for table in found] == [[3.0, 7.0], [11.0, 15.0]]


@pytest.mark.parametrize(
    ("row", "coded"),
    [
        (("Konto", 202601.0, 202602.0), True),
        (("Konto", "Namn", "2601", "2602", "2603"), True),
        (("Konto", 2601.0, 2603.0, 2604.0), False),  # a month is missing
        (("Konto", 202601.0, 202613.0), False),
        (("Kaffe", 3.0, 4.0, 5.0), False),  # figures of a row
        (("Kaffe", 1.0, 2.0, 3.0), False),
        (("Vecka", 1.0, 2.0, 3.0), True),
        ((1.0, 202601.0, 202602.0), False),
        (("Konto", 202601.0, None, 202602.0), False),
    ],
)
def test_which_rows_are_codes(row: tuple[str | float | None, ...], coded: bool) -> None:
    assert is_coded(row) is coded
