"""Blocks of cells to and from a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.number_entry import parse_entry
from desktop.qtkit.wording import wording
from desktop.ui.kpis.grid.clipboard import cell_text, read_block, write_block


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1 200,5", [["1 200,5"]]),
        ("1\t\t3", [["1", "", "3"]]),
        ("1\n\n3\n", [["1"], [""], ["3"]]),
        ('"1\t2"\t3', [["1\t2", "3"]]),
        ('"1\n2"\t3', [["1\n2", "3"]]),
        ("5\r6", [["5"], ["6"]]),
    ],
)
def test_what_spreadsheets_put_on_the_clipboard(text: str, cells: list[list[str]]) -> None:
    assert read_block(text) == cells


@pytest.mark.parametrize(
    ("unit", "value", "language", "text"),
    [
        (Unit(), 1234567.5, "sv", "1234567,5"),
        (Unit(), 1234567.5, "da", "1234567,5"),
        (Unit(), -1234567.5, "en", "-1234567.5"),
        (Unit(UnitKind.CURRENCY, "SEK"), 1200.0, "sv", "1200"),
        (Unit(UnitKind.PERCENT), 0.025, "sv", "2,5%"),
        (Unit(UnitKind.DURATION), 150.0, "sv", "0:02:30"),
        (Unit(UnitKind.DURATION), 36_150.0, "sv", "10:02:30"),
        (Unit(UnitKind.DURATION), -150.0, "sv", "-0:02:30"),
        (Unit(), None, "sv", ""),
    ],
)
def test_numbers_as_a_spreadsheet_reads_them(
    unit: Unit, value: float | None, language: str, text: str
) -> None:
    assert cell_text(value, unit, 0, wording(language)) == text


@given(
    st.floats(-1e12, 1e12).filter(lambda v: not v or abs(v) > 1e-9),
    st.sampled_from(list(UnitKind)),
    st.sampled_from(["sv", "da", "en"]),
)
def test_what_is_copied_is_pasted_back_as_it_was(
    value: float, kind: UnitKind, language: str
) -> None:
    unit, reader = Unit(kind, "SEK" if kind is UnitKind.CURRENCY else ""), wording(language)
    copied = read_block(write_block([[cell_text(value, unit, 2, reader)]]))[0][0]
    assert parse_entry(copied, unit, reader) == value
