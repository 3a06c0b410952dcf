"""Which number formats show dates, times, durations and numbers."""

from __future__ import annotations

import pytest

from desktop.importing.cells import Area, column_letters, column_number
from desktop.importing.reading.xlsx_package import parse_area
from desktop.importing.values.number_formats import BUILT_IN, shows


@pytest.mark.parametrize(
    ("number_format", "kind"),
    [
        ("", "number"),
        ("General", "number"),
        ('General" kr"', "number"),
        ("0.00%", "number"),
        ('#,##0.00 "dkr"', "number"),
        ("[$kr.-406] #,##0.00", "number"),
        ('"Day "0', "number"),
        ("0.00E+00", "number"),
        ("[Red]-0", "number"),
        ("@", "number"),
        (r"0\ \d", "number"),
        ("yyyy-mm-dd", "date"),
        ("[$-41D]d mmmm yyyy", "date"),
        ("mmm-yy", "date"),
        ("m/d/yyyy h:mm", "date"),
        ("[>=0]yyyy;General", "date"),
        ("h:mm", "time"),
        ("h:mm AM/PM", "time"),
        ("mm:ss", "time"),
        ("[h]:mm:ss", "duration"),
        ("[mm]:ss", "duration"),
    ],
)
def test_what_a_format_shows(number_format: str, kind: str) -> None:
    assert shows(number_format) == kind


def test_the_built_in_dates() -> None:
    dates = {number for number, text in BUILT_IN.items() if shows(text) == "date"}
    assert dates == {14, 15, 16, 17, 22, *range(27, 32), *range(50, 59)}


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_letters_of_columns(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


def test_areas() -> None:
    assert parse_area("B4:O9") == Area(4, 2, 9, 15)
    assert parse_area("$C$7") == Area(7, 3, 7, 3)
    assert parse_area("Sheet!A1") is None
