"""Days and weeks written as bare numbers under the name of a day or week."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.importing.recognition import Recognition

Look = Callable[..., Recognition]


@pytest.mark.parametrize(
    ("name", "codes", "cadence", "first", "last"),
    [
        ("Vecka", (202551, 202552, 202601, 202602), "week", "2025-12-15", "2026-01-05"),
        ("Vecka", (202601, 202602, 202603, 202604), "week", "2025-12-29", "2026-01-19"),
        ("Datum", (260129, 260130, 260131, 260201), "day", "2026-01-29", "2026-02-01"),
        ("Datum", (46023, 46024, 46025, 46026), "day", "2026-01-01", "2026-01-04"),
        ("timestamp", (1767225600, 1767312000, 1767398400), "day", "2026-01-01", "2026-01-03"),
        ("Created", (1767225600000, 1767398400000), "day", "2026-01-01", "2026-01-03"),
        ("Månad", (202511, 202512, 202601, 202602), "month", "2025-11-01", "2026-02-01"),
    ],
)
def test_numbers_that_are_days_or_weeks(
    look_at_text: Look, name: str, codes: tuple[int, ...], cadence: str, first: str, last: str
) -> None:
    rows = "\n".join(f"{code};{10 * place}" for place, code in enumerate(codes, 1))
    found = look_at_text(f"{name};Antal\n{rows}\n")
    assert not found.questions
    (table,) = found.tables
    assert table.period is not None
    assert table.period.column == name
    assert table.period.cadence.value == cadence
    assert (str(table.period.first), str(table.period.last)) == (first, last)
    amount = table.column("Antal")
    assert amount is not None
    assert amount.sum == 10.0 * sum(range(1, len(codes) + 1))


def test_amounts_under_another_name_are_no_days(look_at_text: Look) -> None:
    found = look_at_text("Konto;Belopp\nEtt;46023\nTvå;46024\nTre;46025\n")
    assert found.tables[0].period is None


def test_the_example_of_a_date_order_shows_the_difference(look_at_text: Look) -> None:
    found = look_at_text("Date,Clicks\n01/01/2026,1\n03/01/2026,2\n02/01/2026,3\n")
    (question,) = found.questions
    assert question.id == "date-order"
    assert question.examples[0] == "03/01/2026"
