"""Nines that stand for missing values are said, never silently measured."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.importing.recognition import Recognition
from desktop.importing.sentinels import likely_missing

Look = Callable[..., Recognition]


def test_a_file_with_nines_for_missing_is_warned_about(look_at_text: Look) -> None:
    days = [f"2026-01-{day:02};{value}" for day, value in enumerate((3, 999.9, 5, 999.9, 4), 1)]
    found = look_at_text("Datum;Temperatur\n" + "\n".join(days) + "\n")
    (warning,) = found.warnings
    assert "999.9" in str(warning.values)


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
