"""Months and weeks whose year stands in another row, in another column, or must be counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.tables.year_turns import counted_turns, years_after
from desktop.importing.values.stamps import Grain, Part
from tests.importing.found import Look, Sums, only, span

HALF = ("jan", "feb", "mar", "apr", "maj", "jun")


def rows_of(cells: Sequence[Sequence[object]]) -> str:
    return "\n".join(";".join(map(str, row)) for row in cells)


@pytest.mark.parametrize("form", ["{year}", "Summa {year}", "{year} Total"])
def test_years_over_their_months_as_in_a_pivot_table(sums_by_month: Sums, form: str) -> None:
    rows: list[list[object]] = [["Radetiketter", "Summa av Belopp"]]
    for year, factor in ((2024, 1), (2025, 10)):
        rows.append([form.format(year=year), 21 * factor])
        rows += [[month, factor * at] for at, month in enumerate(HALF, 1)]
    rows.append(["Totalsumma", 231])
    expected = {f"2024-{at:02d}": float(at) for at in range(1, 7)}
    expected |= {f"2025-{at:02d}": 10.0 * at for at in range(1, 7)}
    assert sums_by_month(rows_of(rows), "Summa av Belopp") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Period;Sålt\n2024;\nnov;1\ndec;2\n2025;\njan;4\nfeb;8\n",
            {"2024-11": 1.0, "2024-12": 2.0, "2025-01": 4.0, "2025-02": 8.0},
            id="years as headings without figures",
        ),
        pytest.param(
            "Period;Sålt\nnov;1\ndec;2\nSumma 2024;3\nnov;4\ndec;8\nSumma 2025;12\nTotalt;15\n",
            {"2024-11": 1.0, "2024-12": 2.0, "2025-11": 4.0, "2025-12": 8.0},
            id="sums of years under their months",
        ),
        pytest.param(
            "År;Månad;Sålt\n2024;jan;1\n;feb;2\n2024 Summa;;3\n"
            "2025;jan;4\n;feb;8\n2025 Summa;;12\nTotalsumma;;15\n",
            {"2024-01": 1.0, "2024-02": 2.0, "2025-01": 4.0, "2025-02": 8.0},
            id="a column of years with their sums",
        ),
    ],
)
def test_years_that_stand_among_their_months(
    sums_by_month: Sums, text: str, expected: dict[str, float]
) -> None:
    assert sums_by_month(text, "Sålt") == expected


def test_quarters_between_the_months_of_a_pivot_table(look_at_text: Look) -> None:
    text = "Etikett;Sålt\n2025;21\nKv1;6\njan;1\nfeb;2\nmar;3\nKv2;15\napr;4\nmaj;5\njun;6\n"
    found = look_at_text(text)
    assert not found.warnings  # neither the year nor the quarters are missing dates
    column = only(found).column("Sålt")
    assert column is not None
    assert (column.count, column.sum) == (6, 21.0)


def test_weeks_under_their_year(look_at_text: Look) -> None:
    table = only(look_at_text("Vecka;Besök\n2025;6\nv.51;2\nv.52;4\n2026;3\nv.1;1\nv.2;2\n"))
    assert span(table)[1:] == ("2025-12-15", "2026-01-05")


def test_months_that_run_through_three_years_are_never_added(sums_by_month: Sums) -> None:
    names = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    rows = [["Månad", "Sålt"], *([names[at % 12], at] for at in range(10, 36))]
    found = sums_by_month(rows_of(rows), "Sålt", {"year": "2024"})
    assert len(found) == 26
    assert (found["2024-11"], found["2025-01"], found["2026-01"], found["2026-12"]) == (
        10.0,
        12.0,
        24.0,
        35.0,
    )


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        pytest.param(
            "Månad;Sålt\nfeb;8\njan;4\ndec;2\nnov;1\n",
            "2025",
            {"2025-11": 1.0, "2025-12": 2.0, "2026-01": 4.0, "2026-02": 8.0},
            id="newest first",
        ),
        pytest.param(
            "Butik;Månad;Sålt\n"
            + "".join(f"{shop};{month};1\n" for shop in ("Lund", "Malmö") for month in HALF),
            "2026",
            {f"2026-{at:02d}": 2.0 for at in range(1, 7)},
            id="months of each shop are of one year",
        ),
        pytest.param(
            "Månad;Sålt\nmar;9\njan;8\njun;7\nfeb;6\nmar;5\n",
            "2026",
            {"2026-01": 8.0, "2026-02": 6.0, "2026-03": 14.0, "2026-06": 7.0},
            id="months in no order are of one year",
        ),
    ],
)
def test_months_whose_first_year_was_asked_for(
    sums_by_month: Sums, text: str, year: str, expected: dict[str, float]
) -> None:
    assert sums_by_month(text, "Sålt", {"year": year}) == expected


def test_year_month_and_day_are_days(look_at_text: Look) -> None:
    text = "År;Månad;Dag;Sålt\n"
    text += "".join(f"2026;{month};{day};{day}\n" for month in (1, 2) for day in range(1, 11))
    table = only(look_at_text(text))
    assert table.period is not None
    assert (table.period.column, table.period.cadence.value) == ("Dag", "day")
    assert (str(table.period.first), str(table.period.last)) == ("2026-01-01", "2026-02-10")
    assert [c.name for c in table.columns if c.role == "value"] == ["Sålt"]


def test_days_beside_the_names_of_months(look_at_text: Look) -> None:
    text = "# Report 2026\nMonth,Day,Sold\n"
    text += "".join(f"{month},{day},1\n" for month in ("January", "March") for day in (5, 15, 25))
    table = only(look_at_text(text))
    assert span(table)[1:] == ("2026-01-05", "2026-03-25")


@given(st.integers(1, 12), st.integers(2, 60), st.booleans())
def test_consecutive_months_are_numbered_on(first: int, count: int, newest_first: bool) -> None:
    months = [first - 1 + at for at in range(count)]
    if newest_first:
        months.reverse()
    parts = [Part(Grain.MONTH, month % 12 + 1) for month in months]
    turns = counted_turns(parts, range(count), ())
    found = [12 * years_after(turns, row) + part.number for row, part in enumerate(parts)]
    if turns:
        step = -1 if newest_first else 1
        assert all(after - before == step for before, after in pairwise(found))
    else:  # within a year, or one turn that the numbers themselves tell
        assert len({part.number for part in parts}) == count


def test_years_down_and_months_across_are_called_as_the_file(look_at_text: Look) -> None:
    months = "jan;feb;mar;apr;maj;jun;jul;aug;sep;okt;nov;dec"
    rows = "".join(f"{year};1;2;3;4;5;6;7;8;9;10;11;12\n" for year in (2024, 2025))
    (table,) = look_at_text(f"År;{months}\n{rows}", name="besökare.csv").tables
    assert [(column.name, column.sum) for column in table.columns] == [("besökare", 156.0)]
