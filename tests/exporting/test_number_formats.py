"""Units and decimals as number formats."""

from __future__ import annotations

import pytest

from desktop.core.unit import Unit, UnitKind
from desktop.exporting.number_formats import cell_number, unit_format, unit_text

SEK, DKK = Unit(UnitKind.CURRENCY, "SEK"), Unit(UnitKind.CURRENCY, "DKK")
PERCENT, DURATION = Unit(UnitKind.PERCENT), Unit(UnitKind.DURATION)


@pytest.mark.parametrize(
    ("unit", "decimals", "language", "expected"),
    [
        (Unit(), 0, "en", "#,##0"),
        (Unit(), 2, "en", "#,##0.00"),
        (PERCENT, 1, "en", "0.0%"),
        (PERCENT, 1, "sv", r"0.0\ %"),
        (SEK, 0, "sv", '#,##0 "kr"'),
        (SEK, 2, "da", '#,##0.00 "SEK"'),
        (DKK, 0, "da", '#,##0 "kr."'),
        (DURATION, 0, "da", "[h]:mm:ss"),
        (Unit(UnitKind.OWN, 'a"b\\'), 0, "en", '#,##0 "ab"'),
    ],
)
def test_formats(unit: Unit, decimals: int, language: str, expected: str) -> None:
    assert unit_format(unit, decimals, language) == expected


def test_a_duration_is_kept_in_days() -> None:
    assert cell_number(5400.0, DURATION) == 0.0625  # an hour and a half
    assert cell_number(5400.0, SEK) == 5400.0


def test_units_in_a_cell_of_their_own() -> None:
    assert [unit_text(unit, "sv") for unit in (SEK, DKK, PERCENT, Unit())] == ["kr", "DKK", "%", ""]
