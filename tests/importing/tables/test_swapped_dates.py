"""Dates that a spreadsheet program of another country turned round."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.tables.swapped_dates import swap_in
from tests.importing.found import Look, span

MARCH = [date(2026, 3, 1) + timedelta(days=n) for n in range(31)]


def american(days: list[date]) -> list[object]:
    """What an American program makes of days written dd/mm/yyyy."""
    return [
        datetime(day.year, day.day, day.month)  # noqa: DTZ001 a spreadsheet has no zone
        if day.day <= 12
        else day.strftime("%d/%m/%Y")
        for day in days
    ]


def test_days_that_follow_one_another_once_put_back(look_at_rows: Look) -> None:
    rows = [["Datum", "Antal"], *([day, 1] for day in american(MARCH))]
    found = look_at_rows(rows)
    assert not found.questions
    (table,) = found.tables
    assert span(table)[1:] == ("2026-03-01", "2026-03-31")
    assert any("changed places" in reason.text for reason in table.reasons)


def test_few_days_in_no_order_are_asked_about(look_at_rows: Look) -> None:
    days = [date(2026, 6, 2), date(2026, 2, 14), date(2026, 3, 5), date(2026, 1, 20)]
    rows = [["Datum", "Antal"], *([day, 1] for day in american(days))]
    (question,) = look_at_rows(rows).questions
    assert question.id == "swapped"
    for answer, last in (("swapped", "2026-06-02"), ("kept", "2026-05-03")):
        found = look_at_rows(rows, answers={"swapped": answer})
        assert not found.questions
        period = found.tables[0].period
        assert period is not None
        assert str(period.last) == last


def test_dates_beside_texts_that_prove_nothing_are_kept() -> None:
    kept = [date(2026, 3, 1), date(2026, 3, 2), "13/03/2026", "14/03/2026"]
    assert swap_in(kept) is False  # they run on as they are
    assert swap_in([date(2026, 3, 20), date(2026, 3, 2), "13/03/2026"]) is False
    assert swap_in([date(2026, 3, 1), date(2026, 4, 1), "Summa"]) is False
    assert swap_in(list(MARCH)) is False


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), min_size=2, max_size=60))
def test_whole_dates_are_never_turned(days: list[date]) -> None:
    assert swap_in(list(days)) is False
    assert swap_in([day.strftime("%d/%m/%Y") for day in days]) is False
