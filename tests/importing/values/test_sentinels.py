"""Nines that stand for missing values are never silently measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.core.period import Cadence
from desktop.importing.figures.extract import extract
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from desktop.importing.tables.recognition import Recognition
from desktop.importing.values.sentinels import likely_missing
from tests.importing.found import Look


def temperatures(nines: str) -> str:
    values = ("3", nines, "5", nines, "4")
    days = [f"2026-01-{day:02};{value}" for day, value in enumerate(values, 1)]
    return "Datum;Temperatur\n" + "\n".join(days) + "\n"


def sum_of(found: Recognition, name: str) -> tuple[int, float | None]:
    column = found.tables[0].column(name)
    assert column is not None
    return column.count, column.sum


def test_nines_that_may_mean_missing_are_asked_about(look_at_text: Look) -> None:
    found = look_at_text(temperatures("999.9"))
    (question,) = found.questions
    assert question.id == "missing"
    assert "999.9" in str(question.message.values)
    assert sum_of(found, "Temperatur") == (3, 12.0)


@pytest.mark.parametrize(("answer", "expected"), [("missing", (3, 12.0)), ("value", (5, 2011.8))])
def test_the_answer_holds(look_at_text: Look, answer: str, expected: tuple[int, float]) -> None:
    found = look_at_text(temperatures("999.9"), answers={"missing": answer})
    assert not found.questions
    count, total = sum_of(found, "Temperatur")
    assert (count, total) == (expected[0], pytest.approx(expected[1]))


def test_negative_nines_are_missing_with_a_reason(look_at_text: Look) -> None:
    found = look_at_text(temperatures("-99.9"))
    assert not found.questions
    assert sum_of(found, "Temperatur") == (3, 12.0)
    assert "-99.9" in str([reason.values for reason in found.tables[0].reasons])


def test_nines_in_a_table_by_month(look_at_text: Look) -> None:
    found = look_at_text(
        "Station;2026-01;2026-02;2026-03;2026-04\nA;1;9999;3;9999\nB;5;6;9999;8\nC;1;2;3;4\n"
    )
    assert [question.id for question in found.questions] == ["missing"]
    assert sum_of(found, "A") == (2, 4.0)
    assert sum_of(found, "B") == (3, 19.0)
    assert sum_of(found, "C") == (4, 10.0)


def test_cells_that_stand_for_missing_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(temperatures("-99.9"), "utf-8")
    workbook = read(path)
    (table,) = recognise(workbook, today=date(2026, 7, 1)).tables
    rule = Rule(None, None, "Temperatur", Gather.SUM)
    extraction = extract(table, workbook, rule, Cadence.MONTH, 1)
    assert [value.value for value in extraction.values.values()] == [12.0]
    assert [(reject.cell, reject.code) for reject in extraction.rejected] == [
        ("B3", "sentinel"),
        ("B5", "sentinel"),
    ]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["1.5", "-99.9", "2", "-99.9"], (-99.9, 2)),
        ([1.0, 9999.0, 2.0, 9999.0, 9999.0], (9999.0, 3)),
        ([1.0, 9999.0, 2.0], None),  # once may be a value
        ([899.0, 999.0, 999.0], None),  # prices
        ([999.0, 999.0], None),  # nothing to compare with
        ([1.0, 900.0, 900.0], None),
    ],
)
def test_which_numbers_stand_for_missing(
    values: list[float | str], found: tuple[float, int] | None
) -> None:
    assert likely_missing(values, ".") == found
